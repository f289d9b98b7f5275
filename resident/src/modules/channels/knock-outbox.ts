// What was noted at doors without a signal: kept on this phone, sent in order when it is back, each exactly once.
import type { Api } from '../../../../contract/src/all.ts'
import type { BodyOf, OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { keptQueue, type Kept } from '../../outbox/kept-queue.ts'

export type KnockList = OutOf<Api['GET /api/channels/knocks/:id']>
export type Visit = KnockList['visits'][number]
type Outcome = BodyOf<Api['POST /api/channels/visits/:id/outcome']>
type NewCase = BodyOf<Api['POST /api/channels/visits/:id/cases']>
type Note = { readonly visitId: string } & (
  | { readonly what: 'outcome'; readonly body: Outcome }
  | { readonly what: 'case'; readonly body: NewCase }
)
export type Waiting = Kept<Note>

/** What was noted and has not arrived. */
export const knockOutbox = keptQueue<Note, true>('knocks', async (one) => {
  const how = { params: { id: one.visitId }, key: one.key }
  if (one.what === 'outcome') await call('POST /api/channels/visits/:id/outcome', { ...how, body: one.body })
  else await call('POST /api/channels/visits/:id/cases', { ...how, body: one.body })
  return true
})
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
