// Server-sent events over the raw reply, with a heartbeat, ending with the connection or the server.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Events } from '../module.ts'

const HEARTBEAT_MS = 20_000
const open = new Set<AbortController>()
/** Ends every stream, so that a stopping server does not wait for them. */
export const closeEvents = (): void => open.forEach((controller) => controller.abort())

export const openEvents = (request: FastifyRequest, reply: FastifyReply, events: Events): FastifyReply => {
  reply.hijack()
  const raw = reply.raw
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 2000\n\n')
  const controller = new AbortController()
  open.add(controller)
  const heartbeat = setInterval(() => raw.write(': alive\n\n'), HEARTBEAT_MS)
  const end = () => {
    clearInterval(heartbeat)
    open.delete(controller)
    controller.abort()
    raw.end()
  }
  raw.on('close', end)
  controller.signal.addEventListener('abort', () => raw.end())
  const header = request.headers['last-event-id']
  const send = (event: string, data: unknown, id?: string) => {
    if (!controller.signal.aborted)
      raw.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  events({
    send,
    retryAfter: (ms) => {
      if (!controller.signal.aborted) raw.write(`retry: ${ms}\n\n`)
    },
    signal: controller.signal,
    lastEventId: typeof header === 'string' && header.length < 100 ? header : null,
  }).then(end, (error: Error) => {
    request.log.warn({ err: error }, 'event stream failed')
    end()
  })
  return reply
}
