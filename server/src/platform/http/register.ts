// Turns the routes of all modules into Fastify routes: one transaction, authenticate, allow, handle, commit, answer.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createReadStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { z } from 'zod'
import type { Endpoint, Method } from '../../../../contract/src/endpoint.ts'
import { may } from '../access.ts'
import { afterCommit, type AfterCommit } from '../after-commit.ts'
import type { Actor, Cx } from '../cx.ts'
import type { Database, Tx } from '../database.ts'
import { laterBy, type Jobs } from '../jobs.ts'
import { appendJournal } from '../journal.ts'
import type { Live } from '../live.ts'
import type { Download, Events, Input, Route } from '../module.ts'
import { refuse, RefusedAfterCommit } from '../refuse.ts'
import type { Sealing } from '../sealing.ts'
import { bodyHashOf, releaseKey, sendClaim, storeAnswer, storedAnswer, type Claim } from './idempotency.ts'
import { languageOf } from './problem.ts'
import { openEvents } from './server-sent-events.ts'
import { sessionCookie, sessionToken } from './session-cookie.ts'
import { readUpload } from './upload.ts'

export interface HttpParts {
  readonly database: Database
  readonly jobs: Jobs
  readonly live: Live
  readonly districtId: () => Promise<string>
  /** Who a session token stands for; null when it is unknown, ended or expired. */
  readonly authenticate: (
    db: Tx,
    token: string,
    address: string,
  ) => Promise<(Actor & { readonly lastSeenAt: Date }) | null>
  /** Notes that a session is in use. */
  readonly noteSeen: (db: Tx, sessionId: string, at: Date) => Promise<void>
  readonly secureCookies: boolean
  readonly sealing: Sealing
}
const none = z.undefined()
/** A session's last use is noted at most this often. */
const SEEN_MS = 10 * 60_000

export const makeCx = (
  parts: HttpParts,
  request: FastifyRequest,
  db: Tx,
  actor: Actor | null,
  districtId: string,
  after: AfterCommit,
  session: { token?: string | null },
): Cx<Actor | null> => {
  const now = new Date()
  const origin = {
    address: request.ip,
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    language: languageOf(request),
    site: `${request.protocol}://${request.host}`,
    bearer: /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1],
  }
  return {
    db,
    actor,
    districtId,
    now,
    origin,
    journal: (entry) =>
      appendJournal(
        db,
        {
          districtId,
          at: now,
          actorId: entry.by?.id ?? actor?.personId ?? null,
          actorName: '',
          address: origin.address,
        },
        entry,
      ),
    ...laterBy(parts.jobs, db, after),
    live: (topic, id) => after.add(() => parts.live.tell(topic, id)),
    setSession: (token) => void (session.token = token),
  }
}
const allow = (endpoint: Endpoint, actor: Actor | null) => {
  if (endpoint.permission === 'anyone') return
  if (actor === null) throw refuse('identity.not-signed-in')
  if (endpoint.permission !== 'signed-in' && !may(actor, endpoint.permission)) throw refuse('access.not-allowed')
}
export const keyOf = (request: FastifyRequest): string | null => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key))
    throw refuse('http.bad-input', { fields: [{ path: 'Idempotency-Key', message: '8–100' }] })
  return key
}
/**
 * Begins a download inside the transaction; what it returns ends it, after the commit: a file that arrives whole is
 * a file whose journal entry stands.
 */
const startDownload = async (reply: FastifyReply, download: Download): Promise<() => void> => {
  const name = encodeURIComponent(download.name)
  reply
    .header('content-type', download.mime)
    .header('content-disposition', `${download.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
  if (download.inline) reply.header('cache-control', download.cache ?? 'private, max-age=3600')
  if ('bytes' in download) return () => void reply.send(download.bytes)
  if ('path' in download) return () => void reply.send(createReadStream(download.path))
  const stream = new PassThrough()
  const written = new PassThrough()
  // The client may leave: the writer must not wait for a reader that is gone.
  reply.raw.on('close', () => written.destroy())
  void reply.send(stream)
  written.pipe(stream, { end: false })
  const drained = finished(written).catch(() => undefined)
  await download.write(written).catch((error: Error) => {
    // Half a file must not look whole.
    stream.destroy(error)
    throw error
  })
  written.end()
  return () => void drained.then(() => stream.end())
}

/** Ends the transaction of a request whose key was answered before. */
class AnsweredBefore extends Error {
  readonly claim: Claim
  constructor(claim: Claim) {
    super('answered before')
    this.claim = claim
  }
}
const claimOf = (
  request: FastifyRequest,
  route: Route,
  actor: Actor | null,
  key: string,
  body: unknown,
  bytes: Buffer | undefined,
): Claim => ({
  actor: actor?.personId ?? `@${request.ip}`,
  key,
  route: `${route.key} ${request.url}`,
  bodyHash: bodyHashOf(body, bytes),
})
const sendText = (reply: FastifyReply, status: number, text: string) =>
  reply.status(status).header('content-type', 'application/json; charset=utf-8').send(text)

const answer = async (parts: HttpParts, route: Route, request: FastifyRequest, reply: FastifyReply) => {
  const { endpoint } = route
  const reads = request.method === 'GET'
  const idempotencyKey = reads ? null : keyOf(request)
  const districtId = await parts.districtId()
  const file = endpoint.takes === 'file' ? await readUpload(request, endpoint) : null
  const token = sessionToken(request)
  const after = afterCommit()
  const session: { token?: string | null } = {}
  let events: Events | undefined
  let finish: (() => void) | undefined
  let text: string | undefined
  let refused: RefusedAfterCommit | undefined
  // A download may be journalled, so it is no read-only transaction.
  const mode = reads && endpoint.journal === null && endpoint.permission !== 'anyone' ? 'read' : 'write'
  const work = async (db: Tx) => {
    const actor = token === null ? null : await parts.authenticate(db, token, request.ip)
    allow(endpoint, actor)
    const body = file === null ? request.body : file.fields
    const claim =
      idempotencyKey === null ? null : claimOf(request, route, actor, idempotencyKey, body, file?.file.bytes)
    // The command goes on while the claim is on its way: on one connection whatever it sends runs after the claim.
    const claiming = claim === null ? null : sendClaim(db, claim)
    claiming?.catch(() => undefined)
    // A stored file is not undone by a rollback.
    if (file !== null && claim !== null && !(await claiming)) throw new AnsweredBefore(claim)
    const cx = makeCx(parts, request, db, actor, districtId, after, session)
    if (mode === 'write' && actor !== null && cx.now.getTime() - actor.lastSeenAt.getTime() > SEEN_MS)
      await parts.noteSeen(db, actor.sessionId, cx.now)
    const [done] = await Promise.allSettled([
      route.handle(cx, { params: request.params, query: request.query, body, file: file?.file } as Input<Endpoint>),
    ])
    // A sign-in is never replayed from store: the cookie is not kept there.
    if (claim !== null && !(await claiming)) throw new AnsweredBefore(claim)
    if (done.status === 'rejected') {
      if (!(done.reason instanceof RefusedAfterCommit)) throw done.reason
      refused = done.reason
    }
    const result = done.status === 'fulfilled' ? done.value : undefined
    if (refused !== undefined) return void (claim !== null && (await releaseKey(db, claim)))
    if (endpoint.gives === 'file') return void (finish = await startDownload(reply, result as Download))
    if (endpoint.gives === 'events') return void (events = result as Events)
    // Cut to the out-schema here, so that a wrong answer rolls the change back.
    text = JSON.stringify((endpoint.out ?? none).parse(result))
    if (claim !== null)
      await (session.token !== undefined || endpoint.secret
        ? releaseKey(db, claim)
        : storeAnswer(db, parts.sealing, claim, 200, text))
  }
  const before = await parts.database.transaction(work, mode).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof AnsweredBefore)) throw error
      return parts.database.transaction((db) => storedAnswer(db, parts.sealing, error.claim), 'read')
    },
  )
  if (before !== null) return sendText(reply.header('idempotency-replayed', 'true'), before.status, before.answer)
  after.run()
  finish?.()
  if (refused !== undefined) throw refused
  if (events !== undefined) return openEvents(request, reply, events)
  if (text === undefined) return reply
  if (session.token !== undefined) sessionCookie(reply, session.token, parts.secureCookies)
  return sendText(reply, 200, text)
}

/** Registers every route. Validation is zod's, from the contract. */
export const registerRoutes = (app: FastifyInstance, parts: HttpParts, routes: readonly Route[]): void => {
  for (const route of routes) {
    const [method, path] = route.key.split(' ') as [Method, string]
    const { params, query, body, out, takes, gives } = route.endpoint
    app.route({
      method,
      url: path,
      config: { key: route.key },
      schema: {
        summary: route.endpoint.say,
        tags: [path.split('/')[2]!],
        description: `permission: ${route.endpoint.permission}`,
        ...(params ? { params } : {}),
        ...(query ? { querystring: query } : {}),
        ...(body && takes !== 'file' ? { body } : {}),
        ...(takes === 'file' ? { consumes: ['multipart/form-data'] } : {}),
        ...(out && !gives ? { response: { 200: out } } : {}),
      },
      // The answer is cut and serialised inside the transaction; what arrives here is text.
      serializerCompiler: () => (data) => data as string,
      handler: (request, reply) => answer(parts, route, request, reply),
    })
  }
}
