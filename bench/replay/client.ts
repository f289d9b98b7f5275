// Calls the public API as one person's browser would: a cookie, an address, an Idempotency-Key for every intended action.
import { randomUUID } from 'node:crypto'

export class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, title: string) {
    super(`${status} ${code} ${title}`)
    this.status = status
    this.code = code
  }
}
export interface Caller {
  readonly site: string
  /** Sent as X-Forwarded-For: every simulated person sits at an address of their own. */
  readonly address: string
  cookie: string | null
}
export const counts = { requests: 0, retries: 0 }
const ATTEMPTS = 5
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const send = async (who: Caller, method: string, path: string, key: string, body: unknown): Promise<Response> => {
  const isForm = body instanceof FormData
  const headers: Record<string, string> = { 'x-linli': '1', 'x-forwarded-for': who.address, 'accept-language': 'zh-CN' }
  if (who.cookie !== null) headers.cookie = who.cookie
  if (method === 'POST') headers['idempotency-key'] = key
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  const payload = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }
  counts.requests += 1
  return fetch(who.site + path, { method, headers, ...payload })
}
/** A failed connection or a 5xx is tried again with the same key; a refusal is thrown. */
export const call = async <T>(who: Caller, method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
  const key = randomUUID()
  for (let attempt = 1; ; attempt++) {
    const answer = await send(who, method, path, key, body).catch((error: Error) => error)
    if (answer instanceof Error || answer.status >= 500) {
      if (attempt >= ATTEMPTS)
        throw answer instanceof Error ? answer : new Refused(answer.status, 'server', await answer.text())
      counts.retries += 1
      await pause(200 * attempt)
      continue
    }
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('linli_session='))
    if (cookie !== undefined) who.cookie = cookie.split(';')[0]!
    const said = (await answer.json()) as T & { code?: string; title?: string }
    if (!answer.ok) throw new Refused(answer.status, said.code ?? 'unknown', said.title ?? '')
    return said
  }
}
/** Every page of a list. */
export const everyPage = async <T>(who: Caller, path: string): Promise<T[]> => {
  const rows: T[] = []
  let after: string | null = null
  do {
    const cursor: string = after === null ? '' : `&after=${encodeURIComponent(after)}`
    const page: { rows: T[]; next: string | null } = await call(who, 'GET', `${path}${cursor}`)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
