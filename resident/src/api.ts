// The typed client: `call('POST /api/cases', { body })` knows from the contract what goes in and what comes back.
import type { Api, ApiKey } from '../../contract/src/all.ts'
import type { BodyOf, OutOf, ParamsOf, QueryOf } from '../../contract/src/endpoint.ts'
import type { Problem } from '../../contract/src/refusal.ts'
import { forgetSent } from './kit/kept-words.ts'
import { newKey } from './new-key.ts'
import { language } from './words.ts'

type Present<Name extends string, T> = undefined extends T ? object : { readonly [K in Name]: T }
type OptionalPresent<Name extends string, T> = undefined extends T ? object : { readonly [K in Name]?: T }
/** What a call to `K` takes besides its name. */
export type CallInput<K extends ApiKey> = Present<'params', ParamsOf<Api[K]>> &
  OptionalPresent<'query', QueryOf<Api[K]>> &
  Present<'body', BodyOf<Api[K]>> & {
    /** Idempotency key: one per intended action, the same on every retry. */
    readonly key?: string
    readonly signal?: AbortSignal
    /** For endpoints that take a file: sent as multipart after the fields of `body`. */
    readonly file?: File
  }
type Args<K extends ApiKey> = object extends CallInput<K> ? [input?: CallInput<K>] : [input: CallInput<K>]

/** The server refused: cause in `message`, what to do in `remedy`. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}
/** No answer came: no signal, or the server cannot be reached. */
export class NoSignal extends Error {}

const address = (path: string, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}) => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return search.size ? `${filled}?${search}` : filled
}

const formOf = (body: Record<string, unknown>, file: File) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, String(value))
  form.append('file', file, file.name)
  return form
}

const problemOf = async (response: Response): Promise<Problem> => {
  try {
    const read = (await response.json()) as Problem
    if (read.code) return read
  } catch {
    // Not our server's words, e.g. a proxy's error page.
  }
  const english = language.get() === 'en'
  return {
    type: 'about:blank',
    title: english ? 'The system did not answer as expected.' : '系统没有正常回应。',
    status: response.status,
    detail: '',
    code: 'http.unknown',
    id: '',
    remedy: english ? 'Please try again in a moment.' : '请稍后再试一次。',
  }
}

let whenSignedOut = () => {}
/** Called when an answer says that the session has ended. */
export const onSignedOut = (listener: () => void) => {
  whenSignedOut = listener
}

/** Calls one endpoint. Throws `Refused` or `NoSignal`. */
export const call = async <K extends ApiKey>(endpoint: K, ...[input]: Args<K>): Promise<OutOf<Api[K]>> => {
  const [method, path] = endpoint.split(' ') as [string, string]
  const given = (input ?? {}) as {
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    body?: Record<string, unknown>
    key?: string
    signal?: AbortSignal
    file?: File
  }
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language.get() }
  if (method !== 'GET') headers['x-linli'] = '1'
  if (method === 'POST') headers['idempotency-key'] = given.key ?? newKey()
  const request: RequestInit = { method, headers, credentials: 'same-origin', signal: given.signal ?? null }
  if (given.file) request.body = formOf(given.body ?? {}, given.file)
  else if (given.body !== undefined) {
    headers['content-type'] = 'application/json'
    request.body = JSON.stringify(given.body)
  }
  let response: Response
  try {
    response = await fetch(address(path, given.params, given.query), request)
  } catch (failure) {
    throw new NoSignal(String(failure))
  }
  if (!response.ok) {
    const problem = await problemOf(response)
    if (problem.code === 'identity.not-signed-in') whenSignedOut()
    throw new Refused(problem)
  }
  if (typeof request.body === 'string') forgetSent(request.body)
  return (await response.json()) as OutOf<Api[K]>
}
