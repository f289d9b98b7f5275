// On which days and in which hours a patrol route is walked: weekdays, every so many weeks, holidays and make-up days.
import type { WorkingCalendar } from './working-time.ts'

export interface PatrolSchedule {
  /** ISO: 1 Monday to 7 Sunday; none: never by itself. */
  readonly weekdays: readonly number[]
  /** In minutes since midnight in Shanghai, in order. */
  readonly windows: readonly { readonly from: number; readonly until: number }[]
  /** 1: every week. Weeks are counted from the Monday of the week of `startsOn`. */
  readonly everyWeeks: number
  /** Rests on statutory days off; is walked on make-up days at a weekend if it is walked Monday to Friday. */
  readonly restsOnHolidays: boolean
  /** YYYY-MM-DD in Shanghai. */
  readonly startsOn: string
  readonly endsOn: string | null
}
export interface PlannedVisit {
  readonly day: string
  /** 0 for the first window of the day. */
  readonly slot: number
  readonly from: Date
  readonly until: Date
}
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const SHANGHAI_MS = 8 * 3_600_000
const dayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)
/** ISO weekday of a day written YYYY-MM-DD. */
export const weekdayOf = (day: string): number => ((new Date(dayMs(day)).getUTCDay() + 6) % 7) + 1
/** The Monday of a day's week. */
export const mondayOf = (day: string): string =>
  new Date(dayMs(day) - (weekdayOf(day) - 1) * DAY_MS).toISOString().slice(0, 10)
/** A day so many days on. */
export const dayAfter = (day: string, days: number): string =>
  new Date(dayMs(day) + days * DAY_MS).toISOString().slice(0, 10)
const workWeek = [1, 2, 3, 4, 5]

/** Whether the route is walked on this day. */
export const isWalkedOn = (schedule: PatrolSchedule, day: string, calendar: WorkingCalendar): boolean => {
  if (day < schedule.startsOn || (schedule.endsOn !== null && day > schedule.endsOn)) return false
  const weeks = Math.round((dayMs(mondayOf(day)) - dayMs(mondayOf(schedule.startsOn))) / (7 * DAY_MS))
  if (weeks % schedule.everyWeeks !== 0) return false
  const exception = calendar.exceptions[day]
  if (schedule.restsOnHolidays && exception !== undefined) {
    if (!exception.working) return false
    return schedule.weekdays.includes(weekdayOf(day)) || workWeek.every((one) => schedule.weekdays.includes(one))
  }
  return schedule.weekdays.includes(weekdayOf(day))
}
/** The visits of one day, in order. */
export const visitsOn = (schedule: PatrolSchedule, day: string, calendar: WorkingCalendar): PlannedVisit[] =>
  isWalkedOn(schedule, day, calendar)
    ? schedule.windows.map(({ from, until }, slot) => ({
        day,
        slot,
        from: new Date(dayMs(day) - SHANGHAI_MS + from * MINUTE_MS),
        until: new Date(dayMs(day) - SHANGHAI_MS + until * MINUTE_MS),
      }))
    : []
/** The visits of `days` days from a day on. */
export const visitsFrom = (
  schedule: PatrolSchedule,
  day: string,
  days: number,
  calendar: WorkingCalendar,
): PlannedVisit[] => Array.from({ length: days }, (_, n) => visitsOn(schedule, dayAfter(day, n), calendar)).flat()
