// Shares for the eye, in whole-number arithmetic; and periods as days.
import type { Out } from '../../platform/api.ts'
import { dayAfter, today } from '../../platform/day.ts'

export type Rates = Out<'GET /api/rates'>
export type Sums = Rates['total']
export const NO_SHARE = '—'
/** 92.5%; a dash where nothing was due. */
export const percent = (numerator: number, denominator: number): string =>
  denominator === 0 ? NO_SHARE : `${Math.floor((numerator * 2000 + denominator) / (2 * denominator)) / 10}%`

export const monthDays = (month: string) => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}
export const weekDays = (day: string) => {
  const from = dayAfter(day, -((new Date(day).getUTCDay() + 6) % 7))
  return { from, to: dayAfter(from, 6) }
}
export interface Asked {
  readonly scopeId?: string
  readonly from: string
  readonly to: string
  readonly published?: 'true'
}
/** What the address asks for; this month where it says nothing. */
export const askedOf = (search: Readonly<Record<string, string>>): Asked => {
  const { scope, kind = 'month', month = today().slice(0, 7), week = today(), from, to, published } = search
  const days = kind === 'week' ? weekDays(week) : kind === 'custom' && from && to ? { from, to } : monthDays(month)
  return {
    ...days,
    ...(scope ? { scopeId: scope } : {}),
    ...(published === 'true' && kind === 'month' ? { published: 'true' as const } : {}),
  }
}
