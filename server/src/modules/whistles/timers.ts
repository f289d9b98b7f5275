// What happens to whistles by themselves, every minute: lateness, reminders in working hours, release with the case.
import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { openPartStates } from '../../../../contract/src/whistles-life.ts'
import { nextWorkingMoment } from '../../../../rules/src/working-time.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import { noteLateness } from './note-lateness.ts'
import { whistleClocks, whistleLateness, whistleParts } from './tables.ts'
import { applyPartStep } from './take-part-step.ts'

const BATCH = 200

export const noteMisses = async (cx: Cx<null>): Promise<number> => {
  const rows = await cx.db
    .select({ clock: whistleClocks, part: whistleParts })
    .from(whistleClocks)
    .innerJoin(whistleParts, eq(whistleParts.id, whistleClocks.partId))
    .where(
      and(
        isNull(whistleClocks.missedAt),
        isNull(whistleClocks.stoppedAt),
        isNotNull(whistleClocks.dueAt),
        lt(whistleClocks.dueAt, cx.now),
      ),
    )
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const { clock, part } of rows) await noteLateness(cx, part, [clock])
  return rows.length
}
/** Reminders wait for working hours; whoever is late by then hears of that instead of the warning. */
export const remind = async (cx: Cx<null>): Promise<number> => {
  const calendar = await loadCalendar(cx.db, cx.districtId)
  if (nextWorkingMoment(calendar, cx.now).getTime() !== cx.now.getTime()) return 0
  const near = await cx.db
    .select({ id: whistleClocks.id, partId: whistleClocks.partId, kind: whistleClocks.kind })
    .from(whistleClocks)
    .where(
      and(
        isNull(whistleClocks.stoppedAt),
        isNull(whistleClocks.warnedAt),
        isNull(whistleClocks.missedAt),
        lt(whistleClocks.warnAt, cx.now),
      ),
    )
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const clock of near) {
    await cx.db.update(whistleClocks).set({ warnedAt: cx.now }).where(eq(whistleClocks.id, clock.id))
    await cx.later('whistle.tell', { partId: clock.partId, event: 'warning', clock: clock.kind })
  }
  const late = await cx.db
    .select({ id: whistleLateness.id, partId: whistleLateness.partId, kind: whistleLateness.kind })
    .from(whistleLateness)
    .where(isNull(whistleLateness.toldAt))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const one of late) {
    await cx.db.update(whistleLateness).set({ toldAt: cx.now }).where(eq(whistleLateness.id, one.id))
    await cx.later('whistle.tell', { partId: one.partId, event: 'late', clock: one.kind })
  }
  return Math.max(near.length, late.length)
}
/** A case that was withdrawn or rejected needs nobody any more. */
export const releaseWithCases = async (cx: Cx<null>): Promise<number> => {
  const rows = await cx.db
    .select({ part: whistleParts })
    .from(whistleParts)
    .innerJoin(cases, eq(cases.id, whistleParts.caseId))
    .where(and(inArray(whistleParts.state, [...openPartStates]), inArray(cases.state, ['withdrawn', 'rejected'])))
    .limit(BATCH)
    .for('update', { of: whistleParts, skipLocked: true })
  for (const { part } of rows) await applyPartStep(cx, part, 'releaseWithCase', { system: true }, {})
  return rows.length
}
/** The job `whistle.timers`; a full batch calls for another run at once. */
export const runWhistleTimers = async (cx: Cx<null>): Promise<void> => {
  const done = [await noteMisses(cx), await remind(cx), await releaseWithCases(cx)]
  if (done.some((count) => count === BATCH)) await cx.later('whistle.timers', {})
}
