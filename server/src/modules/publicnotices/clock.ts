// The publicity clock of a notice: from the day of posting, over the district's own calendar.
import { publicityOf, type Publicity } from '../../../../rules/src/publicity-clock.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { dayOf } from './policy.ts'

const DAY_MS = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
/** A sheet may be put down here some weeks after it was put up. @throws publicNotice.day */
export const checkPostedOn = (cx: Pick<Cx, 'now'>, day: string): void => {
  if (day > dayOf(cx.now) || day < dayOf(new Date(cx.now.getTime() - 60 * DAY_MS))) throw refuse('publicNotice.day')
}
export const clockOf = async (cx: Cx<Actor | null>, postedOn: string, days: number): Promise<Publicity> =>
  publicityOf(postedOn, days, await loadCalendar(cx.db, cx.districtId))
/** A day a sheet may be printed for. @throws publicNotice.day */
export const checkDraftDay = (cx: Pick<Cx, 'now'>, day: string): void => {
  if (Math.abs(Date.parse(day) - cx.now.getTime()) > 400 * DAY_MS) throw refuse('publicNotice.day')
}
/** The dates before it is posted. @throws publicNotice.day for a day out of reach */
export const showClock = async (cx: Cx, { postedOn, days }: { readonly postedOn: string; readonly days: number }) => {
  checkDraftDay(cx, postedOn)
  const { endsOn, nextDay } = await clockOf(cx, postedOn, days)
  return { postedOn, firstDay: dayAfter(postedOn, 1), endsOn, nextDay, moved: endsOn !== dayAfter(postedOn, days) }
}
