// On which days a body meets: the 10th of every month, each Wednesday, the second Tuesday of a quarter; and holidays.
import { isWorkingDay, type WorkingCalendar } from './working-time.ts'

export type MeetingRhythm =
  /** A day of the month; a month without it meets on its last day. */
  | { readonly every: 'month'; readonly day: number }
  /** ISO weekday, each so many weeks, counted from the Monday of the week of `from`. */
  | { readonly every: 'week'; readonly weekday: number; readonly weeks: number; readonly from: string }
  /** The nth weekday of every month; 5 is the last. */
  | { readonly every: 'monthWeekday'; readonly nth: 1 | 2 | 3 | 4 | 5; readonly weekday: number }
  /** A day in the first month of each quarter. */
  | { readonly every: 'quarter'; readonly day: number }
/** What becomes of a meeting on a day off. */
export type OnDayOff = 'hold' | 'next' | 'previous'
export interface MeetingDays {
  readonly rhythm: MeetingRhythm
  readonly onDayOff: OnDayOff
}
export interface MeetingDay {
  /** When it is held. */
  readonly day: string
  /** The day of the rhythm, the same unless it was moved. */
  readonly planned: string
}
const DAY_MS = 86_400_000
/** Further than this from its day a meeting is not moved. */
const FARTHEST = 15
const LONGEST_SEARCH_DAYS = 366 * 3
const msOf = (day: string): number => {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || textOf(ms) !== day) throw new RangeError(`Not a day written YYYY-MM-DD: ${day}`)
  return ms
}
const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const weekdayOf = (ms: number): number => ((new Date(ms).getUTCDay() + 6) % 7) + 1
const lastOfMonth = (ms: number): number => {
  const at = new Date(ms)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
}
const isDayOfMonth = (ms: number, day: number): boolean => new Date(ms).getUTCDate() === Math.min(day, lastOfMonth(ms))
const within = (value: number, from: number, to: number, what: string) => {
  if (!Number.isInteger(value) || value < from || value > to)
    throw new RangeError(`${what} is a whole number from ${from} to ${to}: ${value}`)
}
/** @throws RangeError naming what is wrong */
export const assertRhythm = (rhythm: MeetingRhythm): void => {
  if (rhythm.every === 'month' || rhythm.every === 'quarter') within(rhythm.day, 1, 31, 'A day of the month')
  else within(rhythm.weekday, 1, 7, 'A weekday')
  if (rhythm.every === 'week') {
    within(rhythm.weeks, 1, 52, 'The number of weeks')
    msOf(rhythm.from)
  }
  if (rhythm.every === 'monthWeekday') within(rhythm.nth, 1, 5, 'The place in the month')
}
const falls = (rhythm: MeetingRhythm, ms: number): boolean => {
  if (rhythm.every === 'month') return isDayOfMonth(ms, rhythm.day)
  if (rhythm.every === 'quarter') return new Date(ms).getUTCMonth() % 3 === 0 && isDayOfMonth(ms, rhythm.day)
  if (weekdayOf(ms) !== rhythm.weekday) return false
  if (rhythm.every === 'week') {
    const first = msOf(rhythm.from)
    const monday = first - (weekdayOf(first) - 1) * DAY_MS
    return ms >= first && Math.floor((ms - monday) / (7 * DAY_MS)) % rhythm.weeks === 0
  }
  const date = new Date(ms).getUTCDate()
  return rhythm.nth === 5 ? date + 7 > lastOfMonth(ms) : Math.ceil(date / 7) === rhythm.nth
}
/** Where a day off moves a meeting to; it stays where no working day is near. */
const moved = (ms: number, onDayOff: OnDayOff, calendar: WorkingCalendar): number => {
  if (onDayOff === 'hold') return ms
  const step = onDayOff === 'next' ? DAY_MS : -DAY_MS
  for (let n = 0; n <= FARTHEST; n++) if (isWorkingDay(calendar, textOf(ms + n * step))) return ms + n * step
  return ms
}
/**
 * The next meetings held on `from` or later, in order, at most `count`; two that would fall on one day are one.
 * @throws RangeError for a rhythm that cannot be
 */
export const nextMeetingDays = (
  { rhythm, onDayOff }: MeetingDays,
  calendar: WorkingCalendar,
  from: string,
  count: number,
): MeetingDay[] => {
  assertRhythm(rhythm)
  const first = msOf(from)
  const found = new Map<string, MeetingDay>()
  // A planned day before `from` may have been moved behind it, and one behind a moved one before it.
  for (let ms = first - FARTHEST * DAY_MS; ms <= first + LONGEST_SEARCH_DAYS * DAY_MS; ms += DAY_MS) {
    if (!falls(rhythm, ms)) continue
    const held = moved(ms, onDayOff, calendar)
    const day = textOf(held)
    if (held >= first && !found.has(day)) found.set(day, { day, planned: textOf(ms) })
    if (found.size >= count + FARTHEST) break
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, count)
}
