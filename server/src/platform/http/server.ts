// The web server: plugins, guards, errors, API docs, pages. It knows no module.
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import type { RawRoutes, Route } from '../module.ts'
import { refuse } from '../refuse.ts'
import { registerPages, type Pages } from './pages.ts'
import { answerProblem } from './problem.ts'
import { registerRaw } from './raw.ts'
import { registerRoutes, type HttpParts } from './register.ts'
import { closeEvents } from './server-sent-events.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import { sessionToken } from './session-cookie.ts'

const BODY_BYTES = 1024 * 1024

/** A page without an origin of its own (`null`: a sandboxed frame, a file) is not ours. */
const isOwnOrigin = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host

const guard = (app: FastifyInstance) => {
  // A page of another site can send our cookie, but neither this header nor our origin.
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    // Knows no session: there is nothing to abuse.
    if (request.routeOptions.config.raw === true) return
    const origin = request.headers.origin
    if (origin !== undefined && !isOwnOrigin(origin, request.headers.host))
      throw refuse('http.cross-site', { because: origin })
    if (sessionToken(request) !== null && request.headers['x-linli'] === undefined)
      throw refuse('http.cross-site', { because: 'no x-linli header' })
  })
}
interface Served {
  readonly routes: readonly Route[]
  readonly raw: readonly RawRoutes[]
}
const registerServed = async (app: FastifyInstance, parts: HttpParts, { routes, raw }: Served) => {
  await app.register(async (scope) => registerRoutes(scope, parts, routes))
  for (const one of raw) await app.register(async (scope) => registerRaw(scope, parts, one))
}

/** Builds the server; nothing listens yet. */
export const buildServer = async (
  config: Config,
  parts: HttpParts,
  served: Served,
  pages: Pages,
  close: () => Promise<void>,
): Promise<FastifyInstance> => {
  const app = fastify({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: config.trustProxy,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // Addresses that cannot be read are refused before any hook: no headers but the problem itself.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))
  sendSecurityHeaders(app, config)
  await app.register(cookie)
  // After the cookie plugin, whose hook reads what the guard asks for.
  guard(app)
  await app.register(multipart)
  if (config.ratePerMinute > 0) {
    await app.register(rateLimit, {
      max: config.ratePerMinute,
      timeWindow: 60_000,
      hook: 'preHandler',
      keyGenerator: (request) => sessionToken(request) ?? request.ip,
      errorResponseBuilder: () => refuse('http.too-many'),
    })
  }
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Linli 邻里',
        version: '0.1.0',
        description: 'Every POST takes an Idempotency-Key. Refusals are problem+json (RFC 9457).',
      },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/health', { schema: { hide: true } }, async (_request, reply) => {
    await parts.database.pool.query('select 1')
    return reply.send({ well: true })
  })
  await registerServed(app, parts, served)
  await registerPages(app, pages)
  app.addHook('preClose', async () => closeEvents())
  app.addHook('onClose', close)
  return app
}
