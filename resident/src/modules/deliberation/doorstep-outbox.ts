// Doorstep meetings recorded without a signal: kept on this phone, sent in order when it is back, each exactly once.
import type { Api } from '../../../../contract/src/all.ts'
import type { BodyOf } from '../../../../contract/src/endpoint.ts'
import { call, NoSignal, Refused } from '../../api.ts'
import { newKey } from '../../new-key.ts'
import type { KeptFile } from '../../outbox/item.ts'
import { drop, keep, kept } from '../../outbox/keeper.ts'
import { sendPhotos } from '../../outbox/send-files.ts'
import { rememberedPerson } from '../../session.ts'
import { store } from '../../store.ts'

export type Record = BodyOf<Api['POST /api/deliberation/doorstep']>
interface Waiting {
  /** Also the idempotency key. */
  readonly key: string
  readonly personId: string | null
  readonly body: Record
  readonly photos: readonly KeptFile[]
}
const NAME = 'doorstep'
export const waiting = store<readonly Waiting[]>([])
/** What the server refused, in its own words, until it is read. */
export const refused = store<readonly string[]>([])

const write = async (next: readonly Waiting[]) => {
  waiting.set(next)
  await (next.length === 0 ? drop('draft', NAME) : keep('draft', NAME, next))
}
let loaded: Promise<void> | null = null
export const loadWaiting = (): Promise<void> =>
  (loaded ??= kept('draft', NAME).then((found) => {
    if (Array.isArray(found)) waiting.change((now) => [...(found as Waiting[]), ...now])
  }))
const passes = ({ problem: { status } }: Refused) => status === 401 || status === 429 || status >= 500
let running = false
/** Sends what waits, oldest first; gives the id of the last meeting that arrived. */
export const sendWaiting = async (): Promise<string | null> => {
  if (running) return null
  running = true
  let arrived: string | null = null
  try {
    await loadWaiting()
    for (;;) {
      const person = rememberedPerson()
      const one = waiting.get().find((item) => item.personId === null || item.personId === person)
      if (!one) return arrived
      try {
        const photos = await sendPhotos(one.photos)
        arrived = (await call('POST /api/deliberation/doorstep', { body: { ...one.body, photos }, key: one.key })).id
      } catch (failure) {
        if (failure instanceof NoSignal || (failure instanceof Refused && passes(failure))) return arrived
        if (!(failure instanceof Refused)) throw failure
        const { title, remedy, fields } = failure.problem
        refused.change((now) => [...now, [title, remedy, ...(fields ?? []).map((field) => field.message)].join('')])
      }
      await write(waiting.get().filter((item) => item.key !== one.key))
    }
  } finally {
    running = false
  }
}
/** Keeps one and tries at once: the id of the meeting, or null while it waits. */
export const record = async (body: Record, photos: readonly KeptFile[]): Promise<string | null> => {
  await loadWaiting()
  await write([...waiting.get(), { key: newKey(), personId: rememberedPerson(), body, photos }])
  return navigator.onLine === false ? null : sendWaiting()
}
