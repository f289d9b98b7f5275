// Closed-loop load over HTTP on the loopback: a bounded number of clients, each sending its next request when answered.
import http from 'node:http'

export interface Sample {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly count: number
}
export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}
export const summary = (milliseconds: number[], seconds: number): Sample => {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99), count: sorted.length }
}
const send = (agent: http.Agent, port: number, sent: Sent): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: sent.method,
        path: sent.path,
        headers: {
          ...sent.headers,
          ...(sent.body === undefined ? {} : { 'content-length': Buffer.byteLength(sent.body) }),
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    request.on('error', reject)
    request.end(sent.body)
  })
/** Runs `next` from `clients` clients for `seconds`. @throws when an answer is not 200. */
export const load = async (
  port: number,
  clients: number,
  seconds: number,
  next: (n: number) => Sent,
): Promise<Sample> => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients })
  const milliseconds: number[] = []
  const until = performance.now() + seconds * 1000
  let n = 0
  const client = async () => {
    while (performance.now() < until) {
      const started = performance.now()
      const status = await send(agent, port, next(n++))
      if (status !== 200) throw new Error(`answered ${status}`)
      milliseconds.push(performance.now() - started)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return summary(milliseconds, (performance.now() - started) / 1000)
}
/** The same loop without HTTP. */
export const loop = async (
  clients: number,
  seconds: number,
  work: (client: number) => Promise<void>,
): Promise<Sample> => {
  const milliseconds: number[] = []
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        const before = performance.now()
        await work(client)
        milliseconds.push(performance.now() - before)
      }
    }),
  )
  return summary(milliseconds, (performance.now() - started) / 1000)
}
