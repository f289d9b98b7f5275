// What happens by itself: warnings, misses, the end of suspensions, confirmation by silence. Runs every minute.
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { limits } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { applyStep } from './take-step.ts'
import { caseClocks, caseMisses, cases } from './tables.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/** Clocks that near their end: told once, while they still run. */
export const warn = async (cx: Cx<null>): Promise<number> => {
  const rows = await cx.db
    .select({ id: caseClocks.id, caseId: caseClocks.caseId })
    .from(caseClocks)
    .where(and(isNull(caseClocks.stoppedAt), isNull(caseClocks.warnedAt), lt(caseClocks.warnAt, cx.now)))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of rows) {
    await cx.db.update(caseClocks).set({ warnedAt: cx.now }).where(eq(caseClocks.id, row.id))
    await cx.later('case.tell', { caseId: row.caseId, step: 'dueSoon' })
  }
  return rows.length
}
/** One record per miss, against the body that had the case then. */
export const noteMisses = async (cx: Cx<null>): Promise<number> => {
  const rows = await cx.db
    .select({ clock: caseClocks, handlerId: cases.handlerId })
    .from(caseClocks)
    .innerJoin(cases, eq(cases.id, caseClocks.caseId))
    .where(and(isNull(caseClocks.stoppedAt), isNull(caseClocks.missedAt), lt(caseClocks.dueAt, cx.now)))
    .limit(BATCH)
    .for('update', { of: caseClocks, skipLocked: true })
  for (const { clock, handlerId } of rows) {
    await cx.db
      .update(caseClocks)
      .set({ missedAt: cx.now, organisationId: handlerId })
      .where(eq(caseClocks.id, clock.id))
    await cx.db
      .insert(caseMisses)
      .values({
        id: uuidv7(),
        caseId: clock.caseId,
        clockId: clock.id,
        kind: clock.kind,
        organisationId: handlerId,
        dueAt: clock.dueAt!,
        notedAt: cx.now,
      })
      .onConflictDoNothing()
    await cx.db.update(cases).set({ overdue: true }).where(eq(cases.id, clock.caseId))
    await cx.journal({
      action: 'case.missed',
      sentence: clock.kind === 'respond' ? '超过了响应时限' : '超过了办结时限',
      thing: { kind: 'case', id: clock.caseId },
      after: { dueAt: clock.dueAt, organisationId: handlerId },
    })
    await cx.later('case.tell', { caseId: clock.caseId, step: 'missed' })
    cx.live('case', clock.caseId)
  }
  return rows.length
}
export const resumeSuspended = async (cx: Cx<null>): Promise<number> => {
  const rows = await cx.db
    .select()
    .from(cases)
    .where(and(sql`"cases"."state" = 'suspended'`, lt(cases.suspendUntil, cx.now)))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of rows) await applyStep(cx, row, 'resumeOnTime', { system: true }, {})
  return rows.length
}
export const confirmSilent = async (cx: Cx<null>): Promise<number> => {
  const before = new Date(cx.now.getTime() - limits.reopenDays * DAY_MS)
  const rows = await cx.db
    .select()
    .from(cases)
    .where(and(sql`"cases"."state" = 'closed'`, lt(cases.closedAt, before)))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of rows) await applyStep(cx, row, 'confirmBySilence', { system: true }, {})
  return rows.length
}
/** The job `case.timers`; a full batch calls for another run at once. */
export const runTimers = async (cx: Cx<null>): Promise<void> => {
  const done = [await warn(cx), await noteMisses(cx), await resumeSuspended(cx), await confirmSilent(cx)]
  if (done.some((count) => count === BATCH)) await cx.later('case.timers', {})
}
