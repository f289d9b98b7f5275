// What happens by itself: warnings, misses, the end of suspensions, confirmation by silence. Runs every minute.
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { limits } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { servingAt } from '../organisations/index.ts'
import { missSentences, type ClockRow } from './clocks.ts'
import { placedOfCase, type CaseRow } from './policy.ts'
import { applyStep } from './take-step.ts'
import { caseClocks, caseMisses, cases } from './tables.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/** Clocks that near their end: told once, while they still run. */
export const warn = async (cx: Cx<null>): Promise<number> => {
  const rows = await cx.db
    .select({ id: caseClocks.id, caseId: caseClocks.caseId, kind: caseClocks.kind })
    .from(caseClocks)
    .where(and(isNull(caseClocks.stoppedAt), isNull(caseClocks.warnedAt), lt(caseClocks.warnAt, cx.now)))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of rows) {
    await cx.db.update(caseClocks).set({ warnedAt: cx.now }).where(eq(caseClocks.id, row.id))
    await cx.later('case.tell', { caseId: row.caseId, step: row.kind === 'verify' ? 'verifySoon' : 'dueSoon' })
  }
  return rows.length
}
/** Whose miss it is: of the body that had the case then; of the community where it was to verify. */
const answerable = async (cx: Cx<null>, clock: ClockRow, row: CaseRow): Promise<string | null> => {
  if (clock.kind !== 'verify') return row.handlerId
  const [community] = await servingAt(cx.db, cx.districtId, 'communityCommittee', placedOfCase(row))
  return community?.id ?? null
}
/** One record per miss. A case is overdue for its reporter by what they were promised, not by the verification. */
const noteMiss = async (cx: Cx<null>, clock: ClockRow, row: CaseRow): Promise<void> => {
  const organisationId = await answerable(cx, clock, row)
  await cx.db.update(caseClocks).set({ missedAt: cx.now, organisationId }).where(eq(caseClocks.id, clock.id))
  await cx.db
    .insert(caseMisses)
    .values({
      id: uuidv7(),
      caseId: clock.caseId,
      clockId: clock.id,
      kind: clock.kind,
      organisationId,
      dueAt: clock.dueAt!,
      notedAt: cx.now,
    })
    .onConflictDoNothing()
  if (clock.kind !== 'verify') await cx.db.update(cases).set({ overdue: true }).where(eq(cases.id, clock.caseId))
  await cx.journal({
    action: 'case.missed',
    sentence: missSentences[clock.kind],
    thing: { kind: 'case', id: clock.caseId },
    after: { clock: clock.kind, dueAt: clock.dueAt, organisationId },
  })
  await cx.later('case.tell', { caseId: clock.caseId, step: clock.kind === 'verify' ? 'verifyMissed' : 'missed' })
  cx.live('case', clock.caseId)
}
/** Clocks that have run out and are not on record yet. */
export const noteMisses = async (cx: Cx<null>): Promise<number> => {
  const rows = await cx.db
    .select({ clock: caseClocks, row: cases })
    .from(caseClocks)
    .innerJoin(cases, eq(cases.id, caseClocks.caseId))
    .where(and(isNull(caseClocks.stoppedAt), isNull(caseClocks.missedAt), lt(caseClocks.dueAt, cx.now)))
    .limit(BATCH)
    .for('update', { of: caseClocks, skipLocked: true })
  for (const { clock, row } of rows) await noteMiss(cx, clock, row)
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
