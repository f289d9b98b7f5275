// The two clocks of a unit's part: arrival and result. They stand while others decide, and never lose what has run.
import { eq, inArray, isNull, and, gt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { PartClock, PartStep } from '../../../../contract/src/whistles-life.ts'
import {
  budgetMilliseconds,
  changePolicy,
  elapsed,
  pauseClock,
  resumeClock,
  startClock,
  type Budget,
} from '../../../../rules/src/deadline-clock.ts'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { fromClock, notBefore, toClock } from '../../platform/calendar/clock-row.ts'
import type { Tx } from '../../platform/database.ts'
import { whistleClocks, whistleParts } from './tables.ts'

export type ClockRow = typeof whistleClocks.$inferSelect
export const newClock = (
  partId: string,
  kind: PartClock,
  budget: Budget,
  at: Date,
  calendar: WorkingCalendar,
): ClockRow => ({
  id: uuidv7(),
  partId,
  kind,
  ...fromClock(startClock(budget, at), calendar),
  stoppedAt: null,
  warnedAt: null,
  missedAt: null,
})
const pause = (row: ClockRow, at: Date, calendar: WorkingCalendar): ClockRow =>
  row.pausedAt !== null
    ? row
    : { ...row, ...fromClock(pauseClock(toClock(row), notBefore(row, at), calendar), calendar) }
const resume = (row: ClockRow, at: Date, calendar: WorkingCalendar): ClockRow =>
  row.pausedAt === null ? row : { ...row, ...fromClock(resumeClock(toClock(row), notBefore(row, at)), calendar) }
/** Keeps the moment it was due, so that a late stop is known as late. */
const stop = (row: ClockRow, at: Date, calendar: WorkingCalendar): ClockRow => {
  const stood = pause(row, at, calendar)
  return { ...stood, dueAt: row.dueAt ?? stood.dueAt, stoppedAt: at }
}

type Change = 'pause' | 'resume' | 'stop'
/** What each step does to the running clocks. */
const changes: Readonly<Partial<Record<PartStep, Partial<Record<PartClock, Change>>>>> = {
  // Nobody loses time to a decision.
  refuse: { arrival: 'pause', result: 'pause' },
  uphold: { arrival: 'resume', result: 'resume' },
  arrive: { arrival: 'stop' },
  // The result clock stands while the community looks, and runs on if it is sent back.
  answer: { result: 'pause' },
  sendBack: { result: 'resume' },
  accept: { result: 'stop' },
  grant: { arrival: 'stop', result: 'stop' },
  release: { arrival: 'stop', result: 'stop' },
  releaseWithCase: { arrival: 'stop', result: 'stop' },
}
const apply = { pause, resume, stop } as const
export const clocksAfter = (
  rows: readonly ClockRow[],
  step: PartStep,
  at: Date,
  calendar: WorkingCalendar,
): ClockRow[] =>
  rows.map((row) => {
    const change = changes[step]?.[row.kind]
    return change === undefined || row.stoppedAt !== null ? row : apply[change](row, at, calendar)
  })
/** What bites first among those that run. */
export const nextDue = (rows: readonly ClockRow[]): Date | null =>
  rows
    .filter((row) => row.stoppedAt === null && row.pausedAt === null && row.dueAt !== null)
    .map((row) => row.dueAt!)
    .toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
/** When this clock was missed, as far as is known at `now`; null while it is in time. */
export const missedBy = (row: ClockRow, now: Date): Date | null => {
  const end = row.stoppedAt ?? now
  if (row.pausedAt !== null && row.stoppedAt === null)
    return row.spentAt !== null && row.spentAt < row.pausedAt ? row.spentAt : null
  if (row.dueAt === null) return null
  // A clock that stood before it stopped was in time unless its budget was spent.
  if (row.stoppedAt !== null && row.spentAt === null) return null
  return row.dueAt < end ? row.dueAt : null
}
export const usedShare = (row: ClockRow, now: Date, calendar: WorkingCalendar): number => {
  const at = row.stoppedAt ?? now
  const share =
    elapsed(toClock(row), notBefore(row, at), calendar) /
    budgetMilliseconds({ unit: row.unit, amount: row.amount }, calendar)
  return Math.round(share * 1000) / 1000
}
export const clocksOf = (db: Tx, partIds: readonly string[]): Promise<ClockRow[]> =>
  partIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(whistleClocks)
        .where(inArray(whistleClocks.partId, [...partIds]))
        .orderBy(whistleClocks.partId, whistleClocks.kind)
export const writeClocks = async (
  cx: Cx<Actor | null>,
  before: readonly ClockRow[],
  after: readonly ClockRow[],
): Promise<void> => {
  for (const [index, row] of after.entries())
    if (row !== before[index]) await cx.db.update(whistleClocks).set(row).where(eq(whistleClocks.id, row.id))
}

const BATCH = 500
const NIL = '00000000-0000-0000-0000-000000000000'
/** For the calendar module: running clocks under a changed calendar keep what has run. */
export const recomputeWhistleClocks = async (cx: Cx, before: WorkingCalendar): Promise<void> => {
  const calendar = await loadCalendar(cx.db, cx.districtId)
  for (let last = NIL; ;) {
    const rows = await cx.db
      .select()
      .from(whistleClocks)
      .where(and(isNull(whistleClocks.stoppedAt), gt(whistleClocks.id, last)))
      .orderBy(whistleClocks.id)
      .limit(BATCH)
      .for('update')
    if (rows.length === 0) return
    last = rows.at(-1)!.id
    const next = rows.map((row) => ({
      ...row,
      ...fromClock(
        changePolicy(toClock(row), { unit: row.unit, amount: row.amount }, notBefore(row, cx.now), before),
        calendar,
      ),
    }))
    await writeClocks(cx, rows, next)
    for (const partId of new Set(next.map((row) => row.partId)))
      await cx.db
        .update(whistleParts)
        .set({ dueAt: nextDue(await clocksOf(cx.db, [partId])) })
        .where(eq(whistleParts.id, partId))
  }
}
