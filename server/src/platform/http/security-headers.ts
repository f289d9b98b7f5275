// The security headers of every answer. None depends on the request, so they are worked out once.
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config.ts'

const tileHosts = 'https://*.tianditu.gov.cn'
const directives = (config: Config) => ({
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:', ...(config.tiandituKey ? [tileHosts] : [])],
  styleSrc: ["'self'", "'unsafe-inline'"],
  mediaSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
})
const securityHeaders = (config: Config): ReadonlyMap<string, string> => {
  const headers = new Map<string, string>()
  const answer = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: () => undefined,
  }
  const fill = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directives(config) },
    hsts: config.production,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  fill({} as IncomingMessage, answer as unknown as ServerResponse, (error?: unknown) => {
    if (error !== undefined) throw error
  })
  return headers
}
/** Sets them before anything else answers; on the raw answer, so that streams and pages carry them too. */
export const sendSecurityHeaders = (app: FastifyInstance, config: Config): void => {
  const headers = [...securityHeaders(config)]
  app.addHook('onRequest', (_request, reply, next) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    next()
  })
}
