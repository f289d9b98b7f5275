// Ends a visit: finished by its walker, cancelled by its planner, missed by the timer (one record per miss).
import { eq, lt, and, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { visitLife } from '../../../../contract/src/patrols-life.ts'
import { takeStep, type Taker } from '../../platform/lifecycle.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { lockVisit, type VisitRow } from './policy.ts'
import { patrolCheckins, patrolMisses, patrolRoutes, patrolVisits } from './tables.ts'
import { visitShown, type Visit } from './visit-view.ts'

const walker: Taker = { person: { reporter: false, handler: true, staff: () => false } }
const lastWalked = async (cx: Cx, visit: VisitRow): Promise<Date> => {
  const [last] = await cx.db
    .select({ at: patrolCheckins.walkedAt })
    .from(patrolCheckins)
    .where(eq(patrolCheckins.visitId, visit.id))
    .orderBy(sql`${patrolCheckins.walkedAt} desc`)
    .limit(1)
  return last?.at ?? cx.now
}
/** Late is who walked the last point after the window, whenever the phone told of it. */
export const finished = async (cx: Cx, visit: VisitRow, words: string | null): Promise<void> => {
  const state = takeStep(visitLife, visit.state, 'finish', walker, {}) as VisitRow['state']
  const finishedAt = await lastWalked(cx, visit)
  const late = finishedAt > visit.untilAt
  await cx.db.update(patrolVisits).set({ state, finishedAt, late, words }).where(eq(patrolVisits.id, visit.id))
  await cx.journal({
    action: 'patrol.finish',
    sentence: '完成了巡查',
    thing: { kind: 'patrol', id: visit.id },
    before: { state: visit.state },
    after: { state, late, checked: visit.checked, points: visit.points, words },
  })
}
/** @throws patrol.not-found, patrol.not-yours, patrol.points-left, lifecycle.wrong-state */
export const finishVisit = async (cx: Cx, id: string, words: string | undefined): Promise<Visit> => {
  const standing = await lockVisit(cx, id)
  if (!standing.walks) throw refuse('patrol.not-yours')
  // The last point may have finished it already: the phone need not know.
  if (standing.row.state === 'done') {
    await cx.journal({
      action: 'patrol.finish',
      sentence: '完成了巡查',
      thing: { kind: 'patrol', id },
      after: { state: 'done', words: words ?? null },
    })
    return visitShown(cx, standing)
  }
  if (standing.row.checked < standing.row.points && words === undefined)
    throw refuse('patrol.points-left', { fields: [{ path: 'words', message: '请写明原因' }] })
  await finished(cx, standing.row, words ?? null)
  return visitShown(cx, await lockVisit(cx, id))
}
/** @throws patrol.not-found, access.not-allowed, lifecycle.wrong-state */
export const cancelVisit = async (cx: Cx, id: string, reason: string): Promise<Visit> => {
  const { row, plans } = await lockVisit(cx, id)
  const taker: Taker = { person: { reporter: false, handler: false, staff: () => plans } }
  const state = takeStep(visitLife, row.state, 'cancel', taker, { reason }) as VisitRow['state']
  await cx.db.update(patrolVisits).set({ state, words: reason }).where(eq(patrolVisits.id, id))
  await cx.journal({
    action: 'patrol.cancel',
    sentence: '取消了巡查',
    thing: { kind: 'patrol', id },
    before: { state: row.state },
    after: { state, reason },
  })
  return visitShown(cx, await lockVisit(cx, id))
}
const BATCH = 200
const miss = async (
  cx: Cx<null>,
  row: VisitRow,
  route: { name: string; createdBy: string | null; personId: string | null },
) => {
  const state = takeStep(visitLife, row.state, 'miss', { system: true }, {}) as VisitRow['state']
  await cx.db.update(patrolVisits).set({ state }).where(eq(patrolVisits.id, row.id))
  await cx.db
    .insert(patrolMisses)
    .values({ id: uuidv7(), visitId: row.id, dueAt: row.untilAt, notedAt: cx.now })
    .onConflictDoNothing()
  await cx.journal({
    action: 'patrol.missed',
    sentence: '到时没有完成巡查',
    thing: { kind: 'patrol', id: row.id },
    before: { state: row.state },
    after: { state, checked: row.checked, points: row.points },
  })
  const personIds = [route.createdBy, route.personId, row.walkerId].filter((id) => id !== null)
  const day = row.day
  await tell(cx, {
    event: 'patrol.missed',
    audience: 'person',
    personIds: [...new Set(personIds)],
    thing: { kind: 'patrol', id: row.id },
    fields: { route: route.name, day, checked: String(row.checked), points: String(row.points) },
  })
}
/** The job `patrol.timers`, every minute. A full batch calls for another run at once. */
export const noteMisses = async (cx: Cx<null>): Promise<void> => {
  const rows = await cx.db
    .select({
      row: patrolVisits,
      route: { name: patrolRoutes.name, createdBy: patrolRoutes.createdBy, personId: patrolRoutes.personId },
    })
    .from(patrolVisits)
    .innerJoin(patrolRoutes, eq(patrolRoutes.id, patrolVisits.routeId))
    .where(and(sql`${patrolVisits.state} in ('planned', 'underway')`, lt(patrolVisits.missAt, cx.now)))
    .orderBy(patrolVisits.missAt)
    .limit(BATCH)
    .for('update', { of: patrolVisits, skipLocked: true })
  for (const { row, route } of rows) await miss(cx, row, route)
  if (rows.length === BATCH) await cx.later('patrol.timers', {})
}
