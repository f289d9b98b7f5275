// Published protocols beside the contract: the same transaction, log and refusals, in the protocol's own formats.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { afterCommit } from '../after-commit.ts'
import type { Cx } from '../cx.ts'
import type { RawAnswer, RawRequest, RawRoutes } from '../module.ts'
import { bodyHashOf, claimKey, storeAnswer, type Claim } from './idempotency.ts'
import { loggedProblem } from './problem.ts'
import { keyOf, makeCx, type HttpParts } from './register.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers by a protocol that knows no session. */
    raw?: boolean
  }
}
const queryOf = (request: FastifyRequest) => new URLSearchParams(request.url.split('?').slice(1).join('?'))
const readRequest = (request: FastifyRequest): RawRequest => ({
  method: request.method === 'POST' ? 'POST' : 'GET',
  path: (request.params as { '*'?: string })['*'] ?? '',
  query: queryOf(request),
  form: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
})
const claimOf = (request: FastifyRequest, prefix: string): Claim | null => {
  const key = request.method === 'POST' ? keyOf(request) : null
  return key === null
    ? null
    : { actor: `@${request.ip}`, key, route: `${prefix} ${request.url}`, bodyHash: bodyHashOf(request.body) }
}
const answer = async (parts: HttpParts, routes: RawRoutes, request: FastifyRequest): Promise<RawAnswer> => {
  const claim = claimOf(request, routes.prefix)
  const districtId = await parts.districtId()
  const after = afterCommit()
  const given = await parts.database.transaction(
    async (db) => {
      const before = claim === null ? null : await claimKey(db, parts.sealing, claim)
      if (before !== null) return JSON.parse(before.answer) as RawAnswer
      const cx = makeCx(parts, request, db, null, districtId, after, {}) as Cx<null>
      const made = await routes.handle(cx, readRequest(request))
      if (claim !== null) await storeAnswer(db, parts.sealing, claim, made.status, JSON.stringify(made))
      return made
    },
    request.method === 'POST' ? 'write' : 'read',
  )
  after.run()
  return given
}
const send = (reply: FastifyReply, { status, type, text }: RawAnswer) =>
  reply.status(status).header('content-type', type).send(text)

/** Everything under the prefix belongs to the protocol, its errors too. */
export const registerRaw = (scope: FastifyInstance, parts: HttpParts, routes: RawRoutes): void => {
  // A form and nothing else: other types are refused.
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  scope.setErrorHandler((error, request, reply) =>
    send(reply, routes.fail(loggedProblem(error, request), readRequest(request))),
  )
  for (const method of ['GET', 'POST'] as const)
    scope.route({
      method,
      url: `${routes.prefix}/*`,
      config: { raw: true },
      schema: { hide: true },
      handler: async (request, reply) => send(reply, await answer(parts, routes, request)),
    })
}
