// Plays the messages in the order of their time: each reported in its turn, then carried on while others follow.
import { call, everyPage, Refused } from './client.ts'
import { fateOf, numberFrom } from './fates.ts'
import { carry, type CaseView } from './life.ts'
import type { People } from './people.ts'

export interface Message {
  readonly id: string
  readonly user: string
  readonly time: string
  readonly title: string
  readonly text: string
}
export interface Outcome {
  readonly id: string
  readonly user: string
  /** As reported; what did not fit follows in notes. */
  readonly words: string
  readonly rest: readonly string[]
  /** Null when the report was refused. */
  readonly case: CaseView | null
  readonly refusal: string | null
  /** A step after the report that was refused. */
  readonly stuck: string | null
}
interface Door {
  readonly code: string
  readonly kind: string
  readonly place: { readonly id: string; readonly kind: string }
}
const [WORDS, NOTE] = [2000, 1000]
const AT_ONCE = 8
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Cut by characters as the server counts them, never through a pair, and never leaving blanks at a seam. */
const partsOf = (text: string): { words: string; rest: string[] } => {
  const rest: string[] = []
  const cut = (from: string, size: number): [string, string] => {
    let at = Math.min(size, from.length)
    if (at < from.length && /[\uD800-\uDBFF]/.test(from[at - 1]!)) at -= 1
    return [from.slice(0, at).trim(), from.slice(at).trim()]
  }
  let [words, left] = cut(text.trim(), WORDS)
  while (left !== '') {
    const [part, more] = cut(left, NOTE)
    rest.push(part)
    left = more
  }
  return { words, rest }
}
const whereOf = (doors: readonly Door[], message: Message): object => {
  const door = doors[numberFrom(message.title + message.text, doors.length)]!
  return numberFrom(`way ${message.id}`, 3) === 0 ? { placeId: door.place.id } : { doorCode: door.code }
}

const playOne = async (
  people: People,
  doors: readonly Door[],
  message: Message,
  turn: Promise<unknown>,
): Promise<{ reported: Promise<void>; done: Promise<Outcome> }> => {
  const { words, rest } = partsOf(`${message.title}\n${message.text}`)
  const base = { id: message.id, user: message.user, words, rest }
  const refused = (error: unknown) => ({
    ...base,
    case: null,
    stuck: null,
    refusal: error instanceof Refused ? error.code : String(error),
  })
  const report = (async () => {
    const reporter = await people.resident(message.user)
    await turn
    const view = await call<CaseView>(reporter, 'POST', '/api/cases', {
      words,
      ...whereOf(doors, message),
      hideName: numberFrom(`hide ${message.id}`, 10) === 0,
    })
    return { reporter, view }
  })()
  const done = report.then(async ({ reporter, view }): Promise<Outcome> => {
    try {
      for (const part of rest) await call(reporter, 'POST', `/api/cases/${view.id}/notes`, { words: part })
      return { ...base, case: await carry(people, reporter, view, fateOf(message.id)), refusal: null, stuck: null }
    } catch (error) {
      const seen = await call<CaseView>(reporter, 'GET', `/api/cases/${view.id}`)
      return { ...base, case: seen, refusal: null, stuck: String(error instanceof Error ? error.message : error) }
    }
  }, refused)
  return {
    reported: report.then(
      () => undefined,
      () => undefined,
    ),
    done,
  }
}
/** `rate` messages a second, or as fast as it goes. */
export const play = async (
  people: People,
  messages: readonly Message[],
  rate: number | null,
  say: (line: string) => void,
): Promise<Outcome[]> => {
  const admin = await people.as('admin')
  const all = await everyPage<Door>(admin, '/api/doorcodes?revoked=false&limit=200')
  const doors = all.filter((door) => door.kind === 'unit' || door.kind === 'estate')
  const outcomes: Outcome[] = []
  const begun = Date.now()
  const running = new Set<Promise<void>>()
  let turn: Promise<unknown> = Promise.resolve()
  for (const [i, message] of messages.entries()) {
    if (rate !== null) await pause(Math.max(0, begun + (i * 1000) / rate - Date.now()))
    while (running.size >= AT_ONCE) await Promise.race(running)
    const { reported, done } = await playOne(people, doors, message, turn)
    turn = reported
    const finished: Promise<void> = done.then((outcome) => {
      outcomes.push(outcome)
      running.delete(finished)
      if (outcomes.length % 100 === 0)
        say(`  ${outcomes.length} / ${messages.length}，${((Date.now() - begun) / 1000).toFixed(0)} 秒`)
    })
    running.add(finished)
  }
  await Promise.all(running)
  return outcomes
}
