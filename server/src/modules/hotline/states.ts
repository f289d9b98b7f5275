// The hotline's words for our states, its own clock, and what was last said to the public.
import { sql, type SQL } from 'drizzle-orm'
import type { CaseState } from '../../../../contract/src/cases-life.ts'
import type { HotlineState } from '../../../../contract/src/channels-kinds.ts'
import { cases } from '../cases/tables.ts'
import { hotlineOrders } from './tables.ts'

const mapped: Readonly<Record<CaseState, HotlineState>> = {
  submitted: 'waiting',
  accepted: 'handling',
  dispatched: 'handling',
  takenUp: 'handling',
  inProgress: 'handling',
  suspended: 'handling',
  returned: 'handling',
  closureRequested: 'handling',
  reopenAsked: 'handling',
  reopened: 'handling',
  closed: 'done',
  confirmed: 'done',
  rejected: 'refused',
  withdrawn: 'done',
  // Carried on in another case.
  merged: 'handling',
}
export const hotlineStateOf = (state: CaseState): HotlineState => mapped[state]
/** States in which there is something to return. */
export const answeredStates = ['closed', 'confirmed', 'rejected', 'withdrawn'] as const satisfies readonly CaseState[]
export const isAnswered: SQL = sql`${cases.state} in ('closed', 'confirmed', 'rejected', 'withdrawn')`
/** Answered and not returned, or returned with another state since. */
export const isToReturn: SQL = sql`(${isAnswered} and (${hotlineOrders.returnedAt} is null or ${hotlineOrders.returnedState} is distinct from case when ${cases.state} = 'rejected' then 'refused' else 'done' end))`
/** What the last public step said; the reply the hotline reads out. */
export const reply = sql<
  string | null
>`(select e.words from case_events e where e.case_id = ${cases.id} and e.audience = 'public' and e.words is not null and e.step not in ('report', 'confirm', 'askReopening') order by e.at desc, e.id desc limit 1)`

const SOON_MS = 24 * 3_600_000
export type HotlineClock = 'none' | 'running' | 'soon' | 'late' | 'answered' | 'answeredLate'
/** The hotline's own clock: it stops when a reply is returned, not when the case closes here. */
export const clockOf = (dueAt: Date | null, returnedAt: Date | null, now: Date): HotlineClock => {
  if (dueAt === null) return returnedAt === null ? 'none' : 'answered'
  if (returnedAt !== null) return returnedAt > dueAt ? 'answeredLate' : 'answered'
  if (now > dueAt) return 'late'
  return dueAt.getTime() - now.getTime() <= SOON_MS ? 'soon' : 'running'
}
