// What was noted at doors without a signal: kept on this phone, sent in order when it is back, each exactly once.
import type { Api } from '../../../../contract/src/all.ts'
import type { BodyOf, OutOf } from '../../../../contract/src/endpoint.ts'
import { call, NoSignal, Refused } from '../../api.ts'
import { newKey } from '../../new-key.ts'
import { drop, keep, kept } from '../../outbox/keeper.ts'
import { rememberedPerson } from '../../session.ts'
import { store } from '../../store.ts'

export type KnockList = OutOf<Api['GET /api/channels/knocks/:id']>
export type Visit = KnockList['visits'][number]
type Outcome = BodyOf<Api['POST /api/channels/visits/:id/outcome']>
type NewCase = BodyOf<Api['POST /api/channels/visits/:id/cases']>
export type Waiting = {
  /** Also the idempotency key. */
  readonly key: string
  readonly personId: string | null
  readonly visitId: string
} & ({ readonly what: 'outcome'; readonly body: Outcome } | { readonly what: 'case'; readonly body: NewCase })
const NAME = 'knocks'
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

const sendOne = (one: Waiting): Promise<unknown> => {
  const how = { params: { id: one.visitId }, key: one.key }
  return one.what === 'outcome'
    ? call('POST /api/channels/visits/:id/outcome', { ...how, body: one.body })
    : call('POST /api/channels/visits/:id/cases', { ...how, body: one.body })
}
const passes = (failure: Refused) => {
  const { status } = failure.problem
  return status === 401 || status === 429 || status >= 500
}
let running = false
/** Sends what waits, oldest first. True when something arrived. */
export const sendWaiting = async (): Promise<boolean> => {
  if (running) return false
  running = true
  let arrived = false
  try {
    await loadWaiting()
    for (;;) {
      const person = rememberedPerson()
      const one = waiting.get().find((item) => item.personId === null || item.personId === person)
      if (!one) return arrived
      try {
        await sendOne(one)
        arrived = true
      } catch (failure) {
        if (failure instanceof NoSignal || (failure instanceof Refused && passes(failure))) return arrived
        if (!(failure instanceof Refused)) throw failure
        const { title, remedy } = failure.problem
        refused.change((now) => [...now, `${title}${remedy}`])
      }
      await write(waiting.get().filter((item) => item.key !== one.key))
    }
  } finally {
    running = false
  }
}
/** Keeps one and tries at once. */
export const note = async (
  visitId: string,
  entry: { what: 'outcome'; body: Outcome } | { what: 'case'; body: NewCase },
) => {
  await loadWaiting()
  await write([...waiting.get(), { key: newKey(), personId: rememberedPerson(), visitId, ...entry } as Waiting])
  return sendWaiting()
}
/** A door as it will read once everything has arrived. */
export const withWaiting = (visit: Visit, items: readonly Waiting[]): Visit & { readonly waits: boolean } => {
  const mine = items.filter((item) => item.visitId === visit.id)
  const latest = mine.findLast((item) => item.what === 'outcome')
  const cases = mine.filter((item) => item.what === 'case').length
  return {
    ...visit,
    waits: mine.length > 0,
    cases: visit.cases + cases,
    ...(latest?.what === 'outcome'
      ? { state: latest.body.state, revisit: latest.body.revisit ?? false, needs: latest.body.needs ?? [] }
      : {}),
  }
}
/** The list for when there is no signal: doors and what was noted, nothing of people. */
export const keepList = (list: KnockList) => keep('draft', `knocks/${list.id}`, { personId: rememberedPerson(), list })
export const keptList = async (id: string): Promise<KnockList | null> => {
  const found = (await kept('draft', `knocks/${id}`)) as { personId: string | null; list: KnockList } | null | undefined
  return found && found.personId === rememberedPerson() ? found.list : null
}
