// Speaks GeoReport v2 to another endpoint, in XML, which every server has. Short waits, no redirects, small answers.
import { childText, readXml, type Element } from './read-xml.ts'
import type { open311Peers } from './tables.ts'
import { w3 } from './document.ts'

export type PeerRow = typeof open311Peers.$inferSelect
/** Whom we ask, and with which key. */
export interface Reach {
  readonly url: string
  readonly jurisdiction: string | null
  readonly key: string | null
}
/** The other side refused, did not answer, or not understandably. */
export class PeerFailure extends Error {
  /** Whether asking again later may help. */
  readonly mayPass: boolean
  constructor(message: string, mayPass: boolean) {
    super(message.slice(0, 300))
    this.mayPass = mayPass
  }
}
const WAIT_MS = 10_000
const MOST_BYTES = 20 * 1024 * 1024

const textOf = async (answer: Response): Promise<string> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > MOST_BYTES) throw new PeerFailure('the answer is too large', false)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
const complaint = (text: string): string => {
  try {
    const [error] = readXml(text).children
    return error === undefined ? '' : (childText(error, 'description') ?? '')
  } catch {
    return ''
  }
}
const ask = async (
  reach: Reach,
  resource: string,
  fields: Record<string, string>,
  form: Headers | null,
): Promise<Element> => {
  const given = new URLSearchParams({
    ...(reach.jurisdiction === null ? {} : { jurisdiction_id: reach.jurisdiction }),
    ...fields,
  })
  const url = `${reach.url.replace(/\/+$/, '')}/${resource}.xml`
  try {
    const answer = await fetch(form === null ? `${url}?${given}` : url, {
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
      ...(form === null ? {} : { method: 'POST', body: given.toString(), headers: form }),
    })
    const text = await textOf(answer)
    if (!answer.ok)
      throw new PeerFailure(
        `HTTP ${answer.status} ${complaint(text)}`.trim(),
        answer.status >= 500 || answer.status === 429,
      )
    return readXml(text)
  } catch (error) {
    if (error instanceof PeerFailure) throw error
    throw new PeerFailure(
      `${(error as Error).message} ${((error as Error).cause as Error)?.message ?? ''}`.trim(),
      true,
    )
  }
}
export interface RemoteService {
  readonly code: string
  readonly name: string
}
export const remoteServices = async (reach: Reach): Promise<RemoteService[]> =>
  (await ask(reach, 'services', {}, null)).children.flatMap((one) => {
    const code = childText(one, 'service_code')
    return code === null ? [] : [{ code, name: childText(one, 'service_name') ?? code }]
  })
export interface RemoteRequest {
  readonly id: string
  readonly status: string | null
  readonly notes: string | null
  readonly serviceCode: string | null
  readonly description: string | null
  readonly address: string | null
  readonly position: { readonly lon: number; readonly lat: number } | null
  readonly mediaUrl: string | null
  readonly requestedAt: Date | null
}
const numberIn = (element: Element, name: string, most: number): number | null => {
  const text = childText(element, name)
  const value = text === null ? Number.NaN : Number(text)
  return Math.abs(value) <= most ? value : null
}
const requestOf = (element: Element): RemoteRequest[] => {
  const id = childText(element, 'service_request_id')
  if (id === null) return []
  const [lat, lon] = [numberIn(element, 'lat', 90), numberIn(element, 'long', 180)]
  const requested = Date.parse(childText(element, 'requested_datetime') ?? '')
  return [
    {
      id,
      status: childText(element, 'status')?.toLowerCase() ?? null,
      notes: childText(element, 'status_notes'),
      serviceCode: childText(element, 'service_code'),
      description: childText(element, 'description'),
      address: childText(element, 'address'),
      position: lat === null || lon === null ? null : { lat, lon },
      mediaUrl: childText(element, 'media_url'),
      requestedAt: Number.isNaN(requested) ? null : new Date(requested),
    },
  ]
}
/** Requests made in a span of time; the second it ends in counts whole. */
export const remoteRequests = async (reach: Reach, from: Date, to: Date): Promise<RemoteRequest[]> =>
  (
    await ask(reach, 'requests', { start_date: w3(from), end_date: w3(new Date(to.getTime() + 999)) }, null)
  ).children.flatMap(requestOf)
/** The present state of requests, by their numbers. */
export const remoteStates = async (reach: Reach, ids: readonly string[]): Promise<RemoteRequest[]> =>
  (await ask(reach, 'requests', { service_request_id: ids.join(',') }, null)).children.flatMap(requestOf)
/**
 * Makes a request there. `once` is sent as Idempotency-Key: a server that knows it makes one request however often it
 * is sent. Gives the number, or a token to ask for it later.
 */
export const makeRemote = async (
  reach: Reach,
  fields: Record<string, string>,
  once: string,
): Promise<{ id: string | null; token: string | null }> => {
  const answer = await ask(
    reach,
    'requests',
    { ...(reach.key === null ? {} : { api_key: reach.key }), ...fields },
    new Headers({ 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', 'idempotency-key': once }),
  )
  const [request] = answer.children
  const id = request === undefined ? null : childText(request, 'service_request_id')
  const token = request === undefined ? null : childText(request, 'token')
  if (id === null && token === null) throw new PeerFailure('the answer has neither number nor token', false)
  return { id, token }
}
export const remoteOfToken = async (reach: Reach, token: string): Promise<string | null> => {
  const [request] = (await ask(reach, `tokens/${encodeURIComponent(token)}`, {}, null)).children
  return request === undefined ? null : childText(request, 'service_request_id')
}
