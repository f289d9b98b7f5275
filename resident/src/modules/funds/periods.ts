// Months and quarters a statement is made for: those of this year and the year before, latest first.
import { say } from '../../words.ts'

export type PeriodKind = 'month' | 'quarter'
export const isQuarter = (period: string): boolean => /^20\d\d-Q[1-4]$/.test(period)
export const kindOf = (period: string): PeriodKind => (isQuarter(period) ? 'quarter' : 'month')

const pad = (n: number) => String(n).padStart(2, '0')
/** Year and month in Shanghai. */
const now = () => {
  const at = new Date(Date.now() + 8 * 3_600_000)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 }
}
const write = (year: number, part: number, kind: PeriodKind) =>
  kind === 'month' ? `${year}-${pad(part)}` : `${year}-Q${part}`
/** The period of today. */
export const periodNow = (kind: PeriodKind): string => {
  const { year, month } = now()
  return write(year, kind === 'month' ? month : Math.ceil(month / 3), kind)
}
/** Up to now, none to come. */
export const periodsOf = (kind: PeriodKind): string[] => {
  const { year } = now()
  const [latest, parts] = [periodNow(kind), kind === 'month' ? 12 : 4]
  return [year, year - 1]
    .flatMap((one) => Array.from({ length: parts }, (_, i) => write(one, parts - i, kind)))
    .filter((one) => one <= latest)
}
/** `2026-10` as 2026年10月, `2026-Q3` as 2026年第3季度. */
export const periodWords = (period: string): string => {
  const [year, part] = [period.slice(0, 4), period.slice(5)]
  if (isQuarter(period)) return say([`${year}年第${part.slice(1)}季度`, `Quarter ${part.slice(1)} of ${year}`])
  return say([`${year}年${Number(part)}月`, `${year}-${part}`])
}
