// The settings a provider needs, and how its answer is fetched.
import { SmsFailure } from './failure.ts'

/** @throws SmsFailure naming the settings that are missing. */
export const needSettings = <const N extends string>(
  settings: Readonly<Record<string, string>>,
  names: readonly N[],
): Record<N, string> => {
  const missing = names.filter((name) => (settings[name] ?? '') === '')
  if (missing.length > 0) throw new SmsFailure(`缺少设置 / missing settings: ${missing.join(', ')}`, false)
  return Object.fromEntries(names.map((name) => [name, settings[name]!])) as Record<N, string>
}
const TIMEOUT_MS = 8000

/** Fetches JSON; a network fault or a busy provider may be tried again. @throws SmsFailure */
export const fetchJson = async (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<unknown> => {
  let answer: Response
  try {
    answer = await fetch(url, { method: 'POST', ...init, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
  } catch (error) {
    throw new SmsFailure(`短信服务连不上 / provider unreachable: ${(error as Error).message}`, true)
  }
  const text = await answer.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new SmsFailure(
      `短信服务回答 ${answer.status} / provider answered ${answer.status}`,
      answer.status >= 500 || answer.status === 429,
    )
  }
}
