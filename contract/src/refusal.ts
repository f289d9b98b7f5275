// The shape of a refusal: a code with an HTTP status, its cause, and what to do now (RFC 9457 problem+json).
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503
  readonly zh: { readonly cause: string; readonly remedy: string }
  readonly en: { readonly cause: string; readonly remedy: string }
}
/** Declares the refusals of a module. */
export const refusals = <const T extends Record<string, Refusal>>(table: T): T => table
/** What a refused caller receives. `id` is in the log; `fields` names what is wrong where. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  detail: string
  code: string
  id: string
  remedy: string
  fields?: { path: string; message: string }[]
}
/** One refusal in few words: status, then cause and remedy in Chinese, then in English. */
export const say = (
  status: Refusal['status'],
  zhCause: string,
  zhRemedy: string,
  enCause: string,
  enRemedy: string,
): Refusal => ({
  status,
  zh: { cause: zhCause, remedy: zhRemedy },
  en: { cause: enCause, remedy: enRemedy },
})
