// Who stands how towards a consultation: those who ask, those who are asked, those who live there and read.
import { and, eq, sql } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { pollLife, pollSteps, type PollState, type PollStep } from '../../../../contract/src/polls-life.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { takeStep, type Standing, type Taker } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById } from '../places/index.ts'
import { dayOf, livesAt } from '../publicnotices/index.ts'
import { polls } from './tables.ts'

export type PollRow = typeof polls.$inferSelect
const rowOf = async (cx: Cx, id: string, isLocked: boolean): Promise<PollRow> => {
  const query = cx.db
    .select()
    .from(polls)
    .where(and(eq(polls.id, id), eq(polls.districtId, cx.districtId)))
  const [row] = isLocked ? await query.for('update') : await query
  if (row === undefined) throw refuse('poll.not-found')
  return row
}
export const runs = (actor: Actor, row: PollRow): boolean => mayAt(actor, 'poll.run', row)
/** @throws poll.not-found for whom it does not concern, and for all but those who ask while it is a draft */
export const findPoll = async (cx: Cx, id: string, isLocked = false): Promise<PollRow> => {
  const row = await rowOf(cx, id, isLocked)
  if (runs(cx.actor, row)) return row
  const place = await placeById(cx.db, row.placeId)
  if (row.state === 'draft' || place === null || !(await livesAt(cx, cx.actor.personId, place)))
    throw refuse('poll.not-found')
  return row
}
/** Locked, for those who ask. @throws poll.not-found, access.out-of-scope */
export const lockToRun = async (cx: Cx, id: string): Promise<PollRow> => {
  const row = await rowOf(cx, id, true)
  if (!runs(cx.actor, row)) throw refuse('access.out-of-scope')
  return row
}
/** Lives or owns there; owners only where it asks owners. */
export const isAsked = async (cx: Cx, row: PollRow): Promise<boolean> => {
  const { rows } = await cx.db.execute<{ asked: boolean }>(sql`
    select exists (select 1 from home_people h join places p on p.id = h.home_id
      where h.person_id = ${cx.actor.personId} and h.state = 'confirmed'
        and ${row.placeId}::uuid in (p.id, p.unit_id, p.building_id, p.estate_id, p.grid_id, p.community_id, p.street_id, p.district_id)
        and (${row.audience} = 'residents' or h.relation = 'owner')) asked`)
  return rows[0]?.asked ?? false
}
export const isTaking = (row: PollRow, now: Date): boolean => row.state === 'open' && dayOf(now) <= row.closesOn
export const standingOf = (actor: Actor, row: PollRow): Standing => ({
  reporter: false,
  handler: false,
  staff: (permission) => mayAt(actor, permission as Permission, row),
})
/** Takes a step of a locked row: the only writer of `polls.state`. */
export const applyStep = async (
  cx: Cx<Actor | null>,
  row: PollRow,
  name: PollStep,
  input: Readonly<Record<string, unknown>> = {},
  changes: Partial<Pick<PollRow, 'endedWords'>> = {},
): Promise<void> => {
  const taker: Taker =
    'system' in pollSteps[name].by || cx.actor === null ? { system: true } : { person: standingOf(cx.actor, row) }
  const state = takeStep(pollLife, row.state, name, taker, input) as PollState
  await cx.db
    .update(polls)
    .set({ ...changes, state, stateAt: cx.now })
    .where(eq(polls.id, row.id))
  await cx.journal({
    action: `poll.${name}`,
    sentence: `意见征询：${pollSteps[name].zh}`,
    thing: { kind: 'poll', id: row.id },
    before: { state: row.state },
    after: { ...changes, state },
  })
}
