// The one way to talk to the server: typed from the contract, refusals as `Refused`, one idempotency key per act.
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Api, ApiKey } from '../../../contract/src/all.ts'
import type { BodyOf, OutOf, ParamsOf, QueryOf } from '../../../contract/src/endpoint.ts'
import type { Problem } from '../../../contract/src/refusal.ts'
import { keptLanguage } from './words.ts'

export type { ApiKey }
/** What an endpoint answers: `Out<'GET /api/cases/:id'>`. */
export type Out<K extends ApiKey> = OutOf<Api[K]>
export type Query<K extends ApiKey> = QueryOf<Api[K]>
export type Body<K extends ApiKey> = BodyOf<Api[K]>
type Part<Name extends string, T> = [T] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : Record<never, never> extends T
    ? { readonly [N in Name]?: T }
    : { readonly [N in Name]: T }
/** What an endpoint takes. `file` only for uploads. */
export type Input<K extends ApiKey> = Part<'params', ParamsOf<Api[K]>> &
  Part<'query', QueryOf<Api[K]>> &
  Part<'body', BodyOf<Api[K]>> & { readonly file?: Blob }
type Loose = { params?: unknown; query?: unknown; body?: unknown; file?: Blob }
type Reads = Extract<ApiKey, `GET ${string}`>
type Acts = Exclude<ApiKey, `GET ${string}`>

/** A refusal of the server, or a failure to reach it: cause, remedy, and the number that is in the log. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  readonly remedy: string
  readonly fields: readonly { path: string; message: string }[]
  readonly id: string | null
  constructor(problem: Pick<Problem, 'code' | 'status' | 'title' | 'remedy'> & Partial<Problem>) {
    super(problem.title)
    this.code = problem.code
    this.status = problem.status
    this.remedy = problem.remedy
    this.fields = problem.fields ?? []
    this.id = problem.id ?? null
  }
}
const unreachable = (): Refused =>
  keptLanguage() === 'en'
    ? new Refused({
        code: 'offline',
        status: 0,
        title: 'The server cannot be reached.',
        remedy: 'Check the network and try again.',
      })
    : new Refused({ code: 'offline', status: 0, title: '连不上服务器。', remedy: '请检查网络，再试一次。' })
const unexpected = (status: number): Refused =>
  keptLanguage() === 'en'
    ? new Refused({
        code: 'unexpected',
        status,
        title: `The server answered ${status}.`,
        remedy: 'Try again in a moment.',
      })
    : new Refused({ code: 'unexpected', status, title: `服务器出了问题（${status}）。`, remedy: '请稍后再试。' })

/** The address of an endpoint, for links and downloads: `addressOf('GET /api/cases/export.xlsx', { query })`. */
export const addressOf = <K extends ApiKey>(key: K, input: Omit<Input<K>, 'body' | 'file'>): string => {
  const { params, query } = input as Loose
  const values = (params ?? {}) as Record<string, unknown>
  const path = key
    .slice(key.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}

const bodyOf = (input: Loose): BodyInit | undefined => {
  if (!input.file) return input.body === undefined ? undefined : JSON.stringify(input.body)
  const form = new FormData()
  for (const [name, value] of Object.entries((input.body ?? {}) as Record<string, unknown>))
    form.set(name, String(value))
  form.set('file', input.file)
  return form
}
const problemOf = async (response: Response): Promise<Refused> => {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return unexpected(response.status)
  const problem = (await response.json().catch(() => null)) as Problem | null
  return problem && typeof problem.code === 'string' ? new Refused(problem) : unexpected(response.status)
}

/** Calls an endpoint. `key` is the idempotency key; without one each call is its own act. */
export const call = async <K extends ApiKey>(
  endpoint: K,
  input: Input<K>,
  how: { readonly key?: string; readonly signal?: AbortSignal } = {},
): Promise<Out<K>> => {
  const method = endpoint.slice(0, endpoint.indexOf(' '))
  const loose = input as Loose
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': keptLanguage() }
  if (method !== 'GET') headers['x-linli'] = '1'
  if (method === 'POST') headers['idempotency-key'] = how.key ?? newKey()
  const body = bodyOf(loose)
  if (typeof body === 'string') headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(addressOf(endpoint, input), {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(how.signal ? { signal: how.signal } : {}),
    })
  } catch (failure) {
    if (how.signal?.aborted) throw failure
    throw unreachable()
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as Out<K>
}

/** A random UUID; `crypto.randomUUID` is missing where the page is served without TLS on an inner network. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const pathOf = (endpoint: string) => endpoint.slice(endpoint.indexOf(' ') + 1)
/** Throws away what is kept of endpoints below these paths, e.g. `['/api/cases']`, and fetches what is on screen again. */
export const refresh = (client: QueryClient, paths: readonly string[]): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      typeof first === 'string' && paths.some((path) => pathOf(first).startsWith(path)),
  })

export interface ReadOptions {
  /** Wait until something is known. */ readonly when?: boolean
  /** Milliseconds between quiet re-reads. */ readonly every?: number
  /** Keep showing the last answer while another input loads. */ readonly keep?: boolean
  /** Milliseconds an answer counts as fresh. */ readonly fresh?: number
}
/** Reads an endpoint: `const place = useApi('GET /api/places/:id', { params: { id } })`. */
export const useApi = <K extends Reads>(
  key: K,
  input: Input<K>,
  options: ReadOptions = {},
): UseQueryResult<Out<K>, Refused> =>
  useQuery({
    queryKey: [key, input],
    queryFn: ({ signal }) => call(key, input, { signal }),
    enabled: options.when ?? true,
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.fresh ? { staleTime: options.fresh } : {}),
  }) as unknown as UseQueryResult<Out<K>, Refused>

export interface ActOptions<K extends Acts> {
  /** Paths to read again afterwards; by default everything of the endpoint's own module. */
  readonly refreshes?: readonly string[]
  readonly onDone?: (out: Out<K>) => void
}
const modulePath = (endpoint: string) => pathOf(endpoint).split('/').slice(0, 3).join('/')
/**
 * Acts on an endpoint: `const accept = useAct('POST /api/cases/:id/accept'); accept.mutate({ params, body })`.
 * `error` is a `Refused`. When the answer never arrived, trying the same input again is the same act (same key).
 */
export const useAct = <K extends Acts>(endpoint: K, options: ActOptions<K> = {}) => {
  const client = useQueryClient()
  const attempt = useRef<{ what: string; key: string } | null>(null)
  return useMutation<Out<K>, Refused, Input<K>>({
    mutationFn: async (input) => {
      const what = JSON.stringify([input, (input as Loose).file?.size])
      if (attempt.current?.what !== what) attempt.current = { what, key: newKey() }
      try {
        const out = await call(endpoint, input, { key: attempt.current.key })
        attempt.current = null
        return out
      } catch (failure) {
        const isAnswered = failure instanceof Refused && failure.status >= 400 && failure.status < 500
        if (isAnswered) attempt.current = null
        throw failure
      }
    },
    onSuccess: async (out) => {
      options.onDone?.(out)
      await refresh(client, options.refreshes ?? [modulePath(endpoint)])
    },
  })
}
