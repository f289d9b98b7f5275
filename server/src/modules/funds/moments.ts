// Days in Shanghai, and the periods statements are made for.
import { refuse } from '../../platform/refuse.ts'

/** An amount for a sentence, without sign: 1234560 → `12345.60`. */
export const yuanWords = (fen: number): string => (fen / 100).toFixed(2)
export const fundThing = (id: string) => ({ kind: 'fund', id })
export const planThing = (id: string) => ({ kind: 'fundPlan', id })
export const applicationThing = (id: string) => ({ kind: 'fundApplication', id })

/** The calendar day of a moment. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** Books are kept of what happened. @throws fund.bad-day for a day to come, or before the year 2000 */
export const refuseDayToCome = (now: Date, day: string): void => {
  if (day > dayOf(now) || day < '2000-01-01')
    throw refuse('fund.bad-day', { fields: [{ path: 'day', message: '请填今天或以前的日期' }] })
}
const pad = (n: number) => String(n).padStart(2, '0')
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
/** First and last day of `2026-10`, `2026-Q3` or `2026`; the contract has checked its form. */
export const daysOf = (period: string): { readonly from: string; readonly to: string } => {
  const year = Number(period.slice(0, 4))
  const rest = period.slice(5)
  if (rest === '') return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (rest.startsWith('Q')) {
    const quarter = Number(rest.slice(1))
    return { from: `${year}-${pad(quarter * 3 - 2)}-01`, to: lastOf(year, quarter * 3) }
  }
  return { from: `${period}-01`, to: lastOf(year, Number(rest)) }
}
