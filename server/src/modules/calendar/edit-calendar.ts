// Changes the district's days and hours; running clocks are reckoned anew in the same transaction.
import { and, eq } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { calendarApi } from '../../../../contract/src/calendar.ts'
import { assertWorkingCalendar, type WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { calendarDays, calendarWeeks, forgetCalendar, loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { clockTime, weekOf } from './show-year.ts'

export interface CalendarNeighbours {
  /** Called in the change's transaction, after it: whoever runs clocks reckons them anew. */
  readonly recompute: (cx: Cx<Actor>, before: WorkingCalendar) => Promise<void>
}
type Week = ParsedBody<(typeof calendarApi)['PUT /api/calendar/week']>
const done = { done: true } as const

/** Writes a change between the calendar before and the clocks after it. */
const changing = async (cx: Cx, { recompute }: CalendarNeighbours, write: () => Promise<unknown>): Promise<void> => {
  forgetCalendar(cx.districtId)
  const before = await loadCalendar(cx.db, cx.districtId)
  await write()
  forgetCalendar(cx.districtId)
  await recompute(cx, before)
  // What was loaded for the clocks is not kept: this transaction may still fail.
  forgetCalendar(cx.districtId)
}
const dayOf = async (cx: Cx, day: string) => {
  const [row] = await cx.db
    .select({ working: calendarDays.working, name: calendarDays.name })
    .from(calendarDays)
    .where(and(eq(calendarDays.districtId, cx.districtId), eq(calendarDays.day, day)))
  return row ?? null
}
/** Sets one day as working or free. */
export const setDay = async (
  cx: Cx,
  neighbours: CalendarNeighbours,
  day: string,
  input: { working: boolean; name: string },
) => {
  const before = await dayOf(cx, day)
  await changing(cx, neighbours, () =>
    cx.db
      .insert(calendarDays)
      .values({ districtId: cx.districtId, day, ...input })
      .onConflictDoUpdate({ target: [calendarDays.districtId, calendarDays.day], set: input }),
  )
  await cx.journal({
    action: 'calendar.day',
    sentence: '修改了工作日历',
    thing: { kind: 'calendar', id: cx.districtId },
    before: { day, own: before },
    after: { day, own: input },
  })
  return done
}
/** Returns a day to the statutory calendar; nothing happens when the district had not set it. */
export const clearDay = async (cx: Cx, neighbours: CalendarNeighbours, day: string) => {
  const before = await dayOf(cx, day)
  if (before === null) return done
  await changing(cx, neighbours, () =>
    cx.db.delete(calendarDays).where(and(eq(calendarDays.districtId, cx.districtId), eq(calendarDays.day, day))),
  )
  await cx.journal({
    action: 'calendar.day',
    sentence: '修改了工作日历',
    thing: { kind: 'calendar', id: cx.districtId },
    before: { day, own: before },
    after: { day, own: null },
  })
  return done
}
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

/** Sets the hours of a working day and the weekdays. @throws calendar.periods when they overlap or run backwards */
export const setWeek = async (cx: Cx, neighbours: CalendarNeighbours, input: Week) => {
  const periods = input.periods.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))
  const weekdays = [...new Set(input.weekdays)].sort((a, b) => a - b)
  try {
    assertWorkingCalendar({ periods, workingWeekdays: weekdays, exceptions: {} })
  } catch (error) {
    if (error instanceof RangeError) throw refuse('calendar.periods', { because: error.message })
    throw error
  }
  const words = (week: { periods: { from: number; to: number }[]; weekdays: number[] }) => ({
    periods: week.periods.map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`),
    weekdays: week.weekdays,
  })
  const before = await weekOf(cx)
  await changing(cx, neighbours, () =>
    cx.db
      .insert(calendarWeeks)
      .values({ districtId: cx.districtId, periods, weekdays })
      .onConflictDoUpdate({ target: calendarWeeks.districtId, set: { periods, weekdays } }),
  )
  await cx.journal({
    action: 'calendar.week',
    sentence: '修改了上班时间',
    thing: { kind: 'calendar', id: cx.districtId },
    before: words(before),
    after: words({ periods, weekdays }),
  })
  return done
}
