// A running clock as a row: the columns of every table of clocks, and the way from a row to a clock and back.
import { bigint, integer, text } from 'drizzle-orm/pg-core'
import { dueAt, warnAt, type BudgetUnit, type Clock } from '../../../../rules/src/deadline-clock.ts'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { moment } from '../columns.ts'

export const clockColumns = () => ({
  unit: text('unit').$type<BudgetUnit>().notNull(),
  amount: integer('amount').notNull(),
  startedAt: moment('started_at').notNull(),
  runningSince: moment('running_since'),
  pausedAt: moment('paused_at'),
  elapsedMs: bigint('elapsed_ms', { mode: 'number' }).notNull().default(0),
  elapsedWorkingMs: bigint('elapsed_working_ms', { mode: 'number' }).notNull().default(0),
  spentAt: moment('spent_at'),
  stoppedAt: moment('stopped_at'),
  dueAt: moment('due_at'),
  warnAt: moment('warn_at'),
  warnedAt: moment('warned_at'),
  missedAt: moment('missed_at'),
})
/** What of a row the clock itself is. */
export type ClockFields = Omit<Clock, 'budget'> & { readonly unit: BudgetUnit; readonly amount: number }
export const toClock = ({ unit, amount, ...row }: ClockFields): Clock => ({
  budget: { unit, amount },
  startedAt: row.startedAt,
  runningSince: row.runningSince,
  pausedAt: row.pausedAt,
  elapsedMs: row.elapsedMs,
  elapsedWorkingMs: row.elapsedWorkingMs,
  spentAt: row.spentAt,
})
/** A clock's columns, with the moments that follow from it in this calendar. */
export const fromClock = ({ budget, ...clock }: Clock, calendar: WorkingCalendar) => ({
  ...clock,
  unit: budget.unit,
  amount: budget.amount,
  dueAt: dueAt({ budget, ...clock }, calendar),
  warnAt: warnAt({ budget, ...clock }, calendar),
})
/** A step may be recorded for a moment before the clock's last change: the clock never runs backwards. */
export const notBefore = (clock: Pick<Clock, 'startedAt' | 'runningSince' | 'pausedAt'>, at: Date): Date =>
  new Date(
    Math.max(...[at, clock.startedAt, clock.runningSince, clock.pausedAt].map((moment) => moment?.getTime() ?? 0)),
  )
