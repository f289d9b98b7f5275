// Things noted without a signal: kept on this phone, sent in order when it is back, each exactly once.
import { useEffect } from 'preact/hooks'
import { NoSignal, Refused } from '../api.ts'
import { forgetSent } from '../kit/kept-words.ts'
import { newKey } from '../new-key.ts'
import { rememberedPerson } from '../session.ts'
import { store, type Store } from '../store.ts'
import { drop, keep, kept } from './keeper.ts'

export type Kept<T> = T & {
  /** Also the idempotency key. */
  readonly key: string
  readonly personId: string | null
}
interface Queue<T, Answer> {
  readonly waiting: Store<readonly Kept<T>[]>
  /** What the server refused, in its own words, until it is read. */
  readonly refused: Store<readonly string[]>
  /** Brings back what waited from last time, once per visit. */
  readonly load: () => Promise<void>
  /** Sends what waits, oldest first; gives the last answer, or null when nothing arrived. */
  readonly send: () => Promise<Answer | null>
  /** Keeps one and tries at once; null while it waits. */
  readonly add: (one: T) => Promise<Answer | null>
}

const passes = ({ problem: { status } }: Refused) => status === 401 || status === 429 || status >= 500
const inWords = ({ problem: { title, remedy, fields } }: Refused) =>
  [title, remedy, ...(fields ?? []).map((field) => field.message)].join('')

/**
 * A queue of one kind of thing.
 *
 * @param name under which the phone keeps it.
 * @param sendOne sends one with its fixed key; a refusal that will not pass by itself takes it out of the queue.
 */
export const keptQueue = <T, Answer>(name: string, sendOne: (one: Kept<T>) => Promise<Answer>): Queue<T, Answer> => {
  const waiting = store<readonly Kept<T>[]>([])
  const refused = store<readonly string[]>([])
  const write = async (next: readonly Kept<T>[]) => {
    waiting.set(next)
    await (next.length === 0 ? drop('draft', name) : keep('draft', name, next))
  }
  let loaded: Promise<void> | null = null
  const load = (): Promise<void> =>
    (loaded ??= kept('draft', name).then((found) => {
      if (Array.isArray(found)) waiting.change((now) => [...(found as Kept<T>[]), ...now])
    }))
  let running = false
  const send = async (): Promise<Answer | null> => {
    if (running) return null
    running = true
    let last: Answer | null = null
    try {
      await load()
      for (;;) {
        const person = rememberedPerson()
        const one = waiting.get().find((item) => item.personId === null || item.personId === person)
        if (!one) return last
        try {
          last = await sendOne(one)
        } catch (failure) {
          if (failure instanceof NoSignal || (failure instanceof Refused && passes(failure))) return last
          if (!(failure instanceof Refused)) throw failure
          refused.change((now) => [...now, inWords(failure)])
        }
        await write(waiting.get().filter((item) => item.key !== one.key))
      }
    } finally {
      running = false
    }
  }
  const add = async (one: T) => {
    await load()
    forgetSent(JSON.stringify(one))
    await write([...waiting.get(), { ...one, key: newKey(), personId: rememberedPerson() }])
    return navigator.onLine === false ? null : send()
  }
  return { waiting, refused, load, send, add }
}

/** While a page is open: sends now, when the signal returns, and every quarter of a minute. */
export const useSending = (queue: Pick<Queue<never, unknown>, 'send'>, arrived: () => void = () => {}) => {
  useEffect(() => {
    const send = () =>
      void queue.send().then((answer) => {
        if (answer !== null) arrived()
      })
    send()
    addEventListener('online', send)
    const clock = setInterval(send, 15_000)
    return () => {
      removeEventListener('online', send)
      clearInterval(clock)
    }
  }, [queue])
}
