// A deadline's clock as plain data, with pure functions to start, pause, resume and re-budget it without losing time.

import { addWorkingMilliseconds, workingDayMilliseconds, workingMillisecondsBetween } from './working-time.ts'
import type { WorkingCalendar } from './working-time.ts'

/** How the time of a budget is counted: `minutes` run day and night, the other two only in working time. */
export type BudgetUnit = 'working-minutes' | 'minutes' | 'working-days'

/** The time allowed. `amount` is a whole number above 0. */
export interface Budget {
  readonly unit: BudgetUnit
  readonly amount: number
}

/**
 * One deadline's clock. Both real and working time are counted, so that a change between a real-time and a
 * working-time budget loses nothing. The two counts hold what ran up to `runningSince` (or up to `pausedAt`).
 */
export interface Clock {
  readonly budget: Budget
  readonly startedAt: Date
  /** Since when it runs uncounted; null while paused. */
  readonly runningSince: Date | null
  /** Since when it stands; null while it runs. */
  readonly pausedAt: Date | null
  /** Real milliseconds already counted. */
  readonly elapsedMs: number
  /** Working milliseconds already counted, by the calendar in force when they were counted. */
  readonly elapsedWorkingMs: number
  /** When the budget was found used up by a pause or change of policy; null while some is left. */
  readonly spentAt: Date | null
}

const MINUTE_MS = 60_000

function assertBudget(budget: Budget): void {
  if (!Number.isSafeInteger(budget.amount) || budget.amount < 1) {
    throw new RangeError(`A time budget is a whole number above 0: ${budget.amount}`)
  }
}

/** A budget in milliseconds of its own time (working or real). A working day is the sum of the calendar's periods. */
export function budgetMilliseconds(budget: Budget, cal: WorkingCalendar): number {
  assertBudget(budget)
  const unitMs = budget.unit === 'working-days' ? workingDayMilliseconds(cal) : MINUTE_MS
  if (unitMs === 0) throw new RangeError('The calendar has no working periods')
  return budget.amount * unitMs
}

const countsWorkingTime = (budget: Budget): boolean => budget.unit !== 'minutes'

const counted = (clock: Clock): number => (countsWorkingTime(clock.budget) ? clock.elapsedWorkingMs : clock.elapsedMs)

function assertNotBefore(at: Date, earlier: Date): void {
  // Written so that an invalid date fails too.
  if (!(at.getTime() >= earlier.getTime())) throw new RangeError('A clock cannot be turned back')
}

/** Starts a clock at a moment, which may lie outside working time. */
export function startClock(budget: Budget, at: Date): Clock {
  assertBudget(budget)
  if (Number.isNaN(at.getTime())) throw new RangeError('Not a valid moment')
  return {
    budget,
    startedAt: at,
    runningSince: at,
    pausedAt: null,
    elapsedMs: 0,
    elapsedWorkingMs: 0,
    spentAt: null,
  }
}

/** The same clock with everything up to `at` counted; a paused clock has nothing to count. */
function countUpTo(clock: Clock, at: Date, cal: WorkingCalendar): Clock {
  if (!clock.runningSince) {
    assertNotBefore(at, clock.pausedAt ?? clock.startedAt)
    return clock
  }
  assertNotBefore(at, clock.runningSince)
  const next = {
    ...clock,
    runningSince: at,
    elapsedMs: clock.elapsedMs + at.getTime() - clock.runningSince.getTime(),
    elapsedWorkingMs: clock.elapsedWorkingMs + workingMillisecondsBetween(cal, clock.runningSince, at),
  }
  const isSpent = counted(next) >= budgetMilliseconds(clock.budget, cal)
  return { ...next, spentAt: isSpent ? dueAt(clock, cal) : null }
}

/** Suspends a running clock. @throws RangeError if it is paused already or `at` is in its past */
export function pauseClock(clock: Clock, at: Date, cal: WorkingCalendar): Clock {
  if (!clock.runningSince) throw new RangeError('The clock is paused already')
  return { ...countUpTo(clock, at, cal), runningSince: null, pausedAt: at }
}

/** Lets a paused clock run on. @throws RangeError if it is running or `at` is before the pause */
export function resumeClock(clock: Clock, at: Date): Clock {
  if (!clock.pausedAt) throw new RangeError('The clock is running already')
  assertNotBefore(at, clock.pausedAt)
  return { ...clock, runningSince: at, pausedAt: null }
}

/**
 * Gives a clock another budget from `at` on; all time that ran before still counts. A budget that is thereby used up
 * falls due at `at`, or as a paused clock resumes, never before: nobody is late in retrospect. When a district changes its hours, call it with the
 * same budget and the OLD calendar, then go on with the new one.
 */
export function changePolicy(clock: Clock, budget: Budget, at: Date, cal: WorkingCalendar): Clock {
  const next = { ...countUpTo(clock, at, cal), budget }
  const isSpent = counted(next) >= budgetMilliseconds(budget, cal)
  return { ...next, spentAt: isSpent ? next.spentAt : null }
}

/** Time used at a moment, in milliseconds of the budget's own time (working or real). */
export function elapsed(clock: Clock, at: Date, cal: WorkingCalendar): number {
  return counted(countUpTo(clock, at, cal))
}

/** Time left at a moment, in milliseconds of the budget's own time; negative once it is overdue. */
export function remaining(clock: Clock, at: Date, cal: WorkingCalendar): number {
  return budgetMilliseconds(clock.budget, cal) - elapsed(clock, at, cal)
}

/** The moment by which the budget, less `reserveMs`, is used up if the clock runs on; null while it is paused. */
function momentUsed(clock: Clock, cal: WorkingCalendar, reserveMs: number): Date | null {
  if (!clock.runningSince) return null
  const left = Math.max(0, budgetMilliseconds(clock.budget, cal) - reserveMs - counted(clock))
  return countsWorkingTime(clock.budget)
    ? addWorkingMilliseconds(cal, clock.runningSince, left)
    : new Date(clock.runningSince.getTime() + left)
}

/** When the deadline falls, or fell; null for a paused clock that has time left. */
export function dueAt(clock: Clock, cal: WorkingCalendar): Date | null {
  return clock.spentAt ?? momentUsed(clock, cal, 0)
}

/**
 * When to warn before the miss: as the last `lastPercent` of the budget begins (whole percent, 20 by default).
 * Null while the clock is paused or once it is spent. A clock that resumes inside that share warns as it resumes.
 */
export function warnAt(clock: Clock, cal: WorkingCalendar, lastPercent = 20): Date | null {
  if (!Number.isInteger(lastPercent) || lastPercent < 0 || lastPercent > 100) {
    throw new RangeError(`The share to warn in is a whole percentage from 0 to 100: ${lastPercent}`)
  }
  if (clock.spentAt) return null
  return momentUsed(clock, cal, Math.floor((budgetMilliseconds(clock.budget, cal) * lastPercent) / 100))
}
