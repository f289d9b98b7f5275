// Days of publicity (公示期): the day of posting is not counted, a last day off work moves on (Civil Code art. 201, 203).
import { isWorkingDay, type WorkingCalendar } from './working-time.ts'

const DAY_MS = 86_400_000
const next = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
const assertDay = (day: string): void => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || next(day, 0) !== day) throw new RangeError(`not a day: ${day}`)
}
export interface Publicity {
  readonly postedOn: string
  readonly days: number
  /** The last day: until its end the notice must hang. */
  readonly endsOn: string
  /** The first day on which what was announced may be done. */
  readonly nextDay: string
}
/**
 * The end of a publicity of so many days, posted on a day. Day one is the day after; a last day that is no working day
 * moves to the next working day. @throws RangeError for no day or less than one day
 */
export const publicityOf = (postedOn: string, days: number, calendar: WorkingCalendar): Publicity => {
  assertDay(postedOn)
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw new RangeError(`not a number of days: ${days}`)
  let endsOn = next(postedOn, days)
  for (let moved = 0; !isWorkingDay(calendar, endsOn); moved++) {
    if (moved > 60) throw new RangeError('no working day in sight')
    endsOn = next(endsOn, 1)
  }
  return { postedOn, days, endsOn, nextDay: next(endsOn, 1) }
}
/** Whether a vote may open on a day: its notice has hung its full days. */
export const mayOpenOn = (day: string, notice: Publicity): boolean => day >= notice.nextDay
