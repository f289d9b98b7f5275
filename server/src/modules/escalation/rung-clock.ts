// The clock of a rung: from the moment a case came to the level, in the rung's own time, standing while it is suspended.
import { and, asc, eq, gte, or } from 'drizzle-orm'
import { dueAt, pauseClock, resumeClock, startClock, type Clock } from '../../../../rules/src/deadline-clock.ts'
import { workingMillisecondsBetween, type WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { budgetMilliseconds, type Budget } from '../../../../rules/src/deadline-clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { CaseRow } from '../cases/index.ts'
import { caseEvents } from '../cases/tables.ts'

export const sinceOf = (row: CaseRow): Date => row.levelSince ?? row.createdAt

/** When the limit of the rung is reached; null while the case is suspended with time left. */
export const rungDue = async (db: Tx, row: CaseRow, limit: Budget, calendar: WorkingCalendar): Promise<Date | null> => {
  const since = sinceOf(row)
  let clock: Clock = startClock(limit, since)
  if (row.suspensions > 0) {
    const turns = await db
      .select({ at: caseEvents.at, from: caseEvents.fromState, to: caseEvents.toState })
      .from(caseEvents)
      .where(
        and(
          eq(caseEvents.caseId, row.id),
          gte(caseEvents.at, row.createdAt),
          or(eq(caseEvents.fromState, 'suspended'), eq(caseEvents.toState, 'suspended')),
        ),
      )
      .orderBy(asc(caseEvents.at), asc(caseEvents.id))
    for (const { at, from, to } of turns) {
      // What was suspended before it came to this level begins to stand here.
      const moment = at < since ? since : at
      if (to === 'suspended' && clock.pausedAt === null) clock = pauseClock(clock, moment, calendar)
      else if (from === 'suspended' && to !== 'suspended' && clock.pausedAt !== null) clock = resumeClock(clock, moment)
    }
  }
  return dueAt(clock, calendar)
}
/**
 * The latest moment from which the whole limit had passed by `now`: what came to its level before it is over the limit,
 * unless it was suspended. Found by halving, since working time only grows.
 */
export const cutoffOf = (limit: Budget, now: Date, calendar: WorkingCalendar): Date => {
  const budget = budgetMilliseconds(limit, calendar)
  if (limit.unit === 'minutes') return new Date(now.getTime() - budget)
  let [early, late] = [now.getTime() - 3 * 366 * 86_400_000, now.getTime()]
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (workingMillisecondsBetween(calendar, new Date(middle), now) >= budget) early = middle
    else late = middle
  }
  return new Date(early)
}
