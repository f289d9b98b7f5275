// A year as the district works it: statutory days, its own days over them, the hours and weekdays.
import { and, eq, gte, lte } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { calendarApi } from '../../../../contract/src/calendar.ts'
import { statutoryExceptions, statutoryYears } from '../../platform/calendar/statutory-days.ts'
import { calendarDays, calendarWeeks, defaultWeek } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'

type Year = OutOf<(typeof calendarApi)['GET /api/calendar/:year']>
const two = (n: number) => String(n).padStart(2, '0')
/** Minutes of the day as people write them; the end of the day is 24:00. */
export const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** Hours and weekdays in force, the district's own or the default. */
export const weekOf = async (cx: Cx) => {
  const [week] = await cx.db.select().from(calendarWeeks).where(eq(calendarWeeks.districtId, cx.districtId))
  return week === undefined ? defaultWeek : { periods: week.periods, weekdays: week.weekdays }
}
/** Days that differ from the plain week, in order. A day of the district stands over the statutory one. */
export const showYear = async (cx: Cx, year: number): Promise<Year> => {
  const week = await weekOf(cx)
  const own = await cx.db
    .select({ day: calendarDays.day, working: calendarDays.working, name: calendarDays.name })
    .from(calendarDays)
    .where(
      and(
        eq(calendarDays.districtId, cx.districtId),
        gte(calendarDays.day, `${year}-01-01`),
        lte(calendarDays.day, `${year}-12-31`),
      ),
    )
  const days = new Map<string, Year['days'][number]>()
  for (const exception of statutoryExceptions(year)) days.set(exception.day, { ...exception, source: 'statutory' })
  for (const day of own) days.set(day.day, { ...day, source: 'district' })
  return {
    periods: week.periods.map(({ from, to }) => ({ from: clockTime(from), to: clockTime(to) })),
    weekdays: week.weekdays,
    statutoryUntil: `${statutoryYears().last}-12-31`,
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}
