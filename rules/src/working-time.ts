// Working time: counts only the minutes a district works, by its calendar of periods, weekdays, holidays and make-up days.

/**
 * All days are days in Asia/Shanghai, taken as fixed UTC+8. China has had no daylight saving time since 1991, so the
 * offset is a constant and no time-zone data is needed; moments before 1992 are outside the purpose of this module.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MINUTES_A_DAY = 1440
/** A calendar that offers no working time in so many days is taken for a mistake. */
const LONGEST_GAP_DAYS = 400
/** 9999-12-31: the last day that is written with four digits. */
const LAST_DAY = Math.floor(Date.UTC(9999, 11, 31) / DAY_MS)
/** 0001-01-01 */
const FIRST_DAY = Math.floor(Date.parse('0001-01-01T00:00:00Z') / DAY_MS)

/** A stretch of the day in minutes since midnight: `from` belongs to it, `to` (at most 1440) does not. */
export interface WorkingPeriod {
  from: number
  to: number
}

/** A day that departs from the weekly pattern: a holiday (`working: false`) or a make-up day (`working: true`). */
export interface CalendarException {
  working: boolean
  name?: string
}

/** A district's calendar (civic-rules §3). Every working day has the same periods. */
export interface WorkingCalendar {
  /** Several a day, sorted, not overlapping. */
  periods: readonly WorkingPeriod[]
  /** ISO weekdays: 1 Monday … 7 Sunday. */
  workingWeekdays: readonly number[]
  /** By day in Shanghai, written `YYYY-MM-DD`. */
  exceptions: Readonly<Record<string, CalendarException>>
}

const dayIndexOf = (ms: number): number => Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS)
const startOfDay = (index: number): number => index * DAY_MS - SHANGHAI_OFFSET_MS
const dayText = (index: number): string => new Date(index * DAY_MS).toISOString().slice(0, 10)

/** The day in Shanghai on which a moment falls, `YYYY-MM-DD`. */
export function shanghaiDay(at: Date): string {
  return dayText(dayIndexOf(momentMs(at)))
}

function momentMs(at: Date): number {
  const ms = at.getTime()
  if (Number.isNaN(ms)) throw new RangeError('Not a valid moment')
  const index = dayIndexOf(ms)
  if (index < FIRST_DAY || index > LAST_DAY) throw new RangeError('The moment is outside the years 1 to 9999')
  return ms
}

function dayIndexFromText(day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`Not a day written YYYY-MM-DD: ${day}`)
  }
  return ms / DAY_MS
}

function assertPattern(cal: WorkingCalendar): void {
  let end = 0
  for (const { from, to } of cal.periods) {
    const isWhole = Number.isInteger(from) && Number.isInteger(to)
    if (!isWhole || from < end || to <= from || to > MINUTES_A_DAY) {
      throw new RangeError(`Working periods must be whole minutes of a day, sorted and apart: ${from}–${to}`)
    }
    end = to
  }
  for (const weekday of cal.workingWeekdays) {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
      throw new RangeError(`A weekday is 1 (Monday) to 7 (Sunday): ${weekday}`)
    }
  }
}

/** Checks a whole calendar, exceptions included, as when a district saves one. @throws RangeError naming the mistake */
export function assertWorkingCalendar(cal: WorkingCalendar): void {
  assertPattern(cal)
  for (const day of Object.keys(cal.exceptions)) dayIndexFromText(day)
}

function isWorkingIndex(cal: WorkingCalendar, index: number): boolean {
  const exception = cal.exceptions[dayText(index)]
  if (exception) return exception.working
  const weekday = ((((index + 3) % 7) + 7) % 7) + 1 // day 0, 1970-01-01, was a Thursday
  return cal.workingWeekdays.includes(weekday)
}

/** Whether a day (`YYYY-MM-DD` in Shanghai) is worked. @throws RangeError if it is no such day */
export function isWorkingDay(cal: WorkingCalendar, day: string): boolean {
  assertPattern(cal)
  return isWorkingIndex(cal, dayIndexFromText(day))
}

/** The length of one working day in milliseconds: the sum of the calendar's periods. */
export function workingDayMilliseconds(cal: WorkingCalendar): number {
  assertPattern(cal)
  return cal.periods.reduce((sum, { from, to }) => sum + (to - from), 0) * MINUTE_MS
}

function noWorkingTime(afterMs: number): RangeError {
  const day = dayText(dayIndexOf(afterMs))
  return new RangeError(`The calendar has no working time in the ${LONGEST_GAP_DAYS} days after ${day}`)
}

/** Working milliseconds of one day (a working one) that lie between two moments. */
function workedOnDay(cal: WorkingCalendar, index: number, fromMs: number, toMs: number): number {
  const midnight = startOfDay(index)
  let sum = 0
  for (const { from, to } of cal.periods) {
    const start = Math.max(fromMs, midnight + from * MINUTE_MS)
    const end = Math.min(toMs, midnight + to * MINUTE_MS)
    if (end > start) sum += end - start
  }
  return sum
}

/** The moment of a day at which `ms` (> 0, and no more than the day still offers) have been worked since `fromMs`. */
function momentOnDay(cal: WorkingCalendar, index: number, fromMs: number, ms: number): number {
  const midnight = startOfDay(index)
  let left = ms
  let moment = fromMs
  for (const { from, to } of cal.periods) {
    const start = Math.max(fromMs, midnight + from * MINUTE_MS)
    const offered = midnight + to * MINUTE_MS - start
    if (offered <= 0) continue
    moment = start + Math.min(left, offered)
    left -= moment - start
    if (left === 0) break
  }
  return moment
}

/**
 * The earliest moment, not before `from`, by which `ms` working milliseconds have passed since `from`.
 * So a budget that ends with the day ends at its close, not at the next opening, and 0 gives `from` itself.
 * Skips by days. @throws RangeError for a negative or broken `ms`, or 400 days without working time
 */
export function addWorkingMilliseconds(cal: WorkingCalendar, from: Date, ms: number): Date {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`Working time to add must be whole and ≥ 0: ${ms}`)
  const wholeDay = workingDayMilliseconds(cal)
  const fromMs = momentMs(from)
  if (ms === 0) return new Date(fromMs)
  let index = dayIndexOf(fromMs)
  let lastWorked = index
  let left = ms
  for (let isFirst = true; ; isFirst = false, index += 1) {
    if (index - lastWorked > LONGEST_GAP_DAYS) throw noWorkingTime(startOfDay(lastWorked))
    if (index > LAST_DAY) throw new RangeError('The working time to add reaches beyond the year 9999')
    if (!isWorkingIndex(cal, index)) continue
    const midnight = startOfDay(index)
    const offered = isFirst ? workedOnDay(cal, index, fromMs, midnight + DAY_MS) : wholeDay
    if (offered >= left) return new Date(momentOnDay(cal, index, Math.max(fromMs, midnight), left))
    left -= offered
    if (offered > 0) lastWorked = index
  }
}

/** Working milliseconds from `a` to `b`; negative if `b` is the earlier. Skips by days. */
export function workingMillisecondsBetween(cal: WorkingCalendar, a: Date, b: Date): number {
  const fromMs = momentMs(a)
  const toMs = momentMs(b)
  if (toMs < fromMs) return -workingMillisecondsBetween(cal, b, a)
  const wholeDay = workingDayMilliseconds(cal)
  const first = dayIndexOf(fromMs)
  const last = dayIndexOf(toMs)
  let sum = 0
  for (let index = first; index <= last; index += 1) {
    if (!isWorkingIndex(cal, index)) continue
    sum += index === first || index === last ? workedOnDay(cal, index, fromMs, toMs) : wholeDay
  }
  return sum
}

/**
 * `n` working days after a moment: n times the working day's length, counted from the moment itself.
 * The choice: reported Monday 10:00, one working day ends Tuesday 10:00 (not at Tuesday's close). It gives everyone
 * the same time whenever they report, and it can be split by a suspension without rounding.
 */
export function addWorkingDays(cal: WorkingCalendar, from: Date, n: number): Date {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Working days to add must be whole and ≥ 0: ${n}`)
  const wholeDay = workingDayMilliseconds(cal)
  if (wholeDay === 0 && n > 0) throw noWorkingTime(momentMs(from))
  return addWorkingMilliseconds(cal, from, n * wholeDay)
}

/** `at` itself if it is worked, else the next opening. @throws RangeError after 400 days without working time */
export function nextWorkingMoment(cal: WorkingCalendar, at: Date): Date {
  assertPattern(cal)
  const atMs = momentMs(at)
  const first = dayIndexOf(atMs)
  for (let index = first; index <= first + LONGEST_GAP_DAYS && index <= LAST_DAY; index += 1) {
    if (!isWorkingIndex(cal, index)) continue
    const midnight = startOfDay(index)
    for (const { from, to } of cal.periods) {
      if (midnight + to * MINUTE_MS > atMs) return new Date(Math.max(atMs, midnight + from * MINUTE_MS))
    }
  }
  throw noWorkingTime(atMs)
}
