// One report: rates from the daily sums, and what else happened in the area, each figure a count that can be listed.
import { and, eq } from 'drizzle-orm'
import { dayAfter, mondayOf } from '../../../../rules/src/patrol-schedule.ts'
import type { Cx } from '../../platform/cx.ts'
import { monthPeriod, monthsBack, readRates, scopeFor, totalOf, trendOf, type Period } from '../rates/index.ts'
import { rateMonths } from '../rates/tables.ts'
import { readActivity } from './read-activity.ts'
import type { Report, ReportQuery } from './report.ts'

const TREND_WEEKS = 12
const TREND_MONTHS = 12
const LEAST_RATED = 3
const BEST = 5

export const reportPeriod = (kind: 'week' | 'month', day: string): Period =>
  kind === 'month' ? monthPeriod(day.slice(0, 7)) : { from: mondayOf(day), to: dayAfter(mondayOf(day), 6) }
const periodBefore = (kind: 'week' | 'month', { from }: Period): Period => reportPeriod(kind, dayAfter(from, -1))
const trendPeriod = (kind: 'week' | 'month', { from, to }: Period): Period => ({
  from:
    kind === 'week' ? dayAfter(from, -7 * (TREND_WEEKS - 1)) : `${monthsBack(from.slice(0, 7), TREND_MONTHS - 1)}-01`,
  to,
})
const isPublished = async (cx: Cx, kind: 'week' | 'month', period: Period): Promise<boolean> =>
  kind === 'month' &&
  (
    await cx.db
      .select({ month: rateMonths.month })
      .from(rateMonths)
      .where(and(eq(rateMonths.districtId, cx.districtId), eq(rateMonths.month, period.from.slice(0, 7))))
  ).length > 0

/** @throws rates.bad-scope, place.not-found, access.out-of-scope */
export const readReport = async (cx: Cx, query: ReportQuery): Promise<Report> => {
  const { kind } = query
  const period = reportPeriod(kind, query.day)
  const scope = await scopeFor(cx, query.scopeId, 'rates.see')
  const published = await isPublished(cx, kind, period)
  const rates = await readRates(cx, { ...period, scopeId: scope.id, ...(published ? { published: true } : {}) })
  const before = await totalOf(cx, scope.id, periodBefore(kind, period))
  const trend = await trendOf(cx, scope.id, { ...trendPeriod(kind, period), to: rates.countedTo })
  const share = (row: { satisfied: number; rated: number }) => row.satisfied / row.rated
  const bestBodies = rates.bodies
    .filter((row) => row.of.id !== null && row.rated >= LEAST_RATED)
    .toSorted((a, b) => share(b) - share(a) || b.rated - a.rated)
    .slice(0, BEST)
    .map((row) => ({ id: row.of.id!, name: row.of.name, rated: row.rated, satisfied: row.satisfied }))
  return {
    scope,
    kind,
    ...period,
    countedTo: rates.countedTo,
    formula: rates.formula,
    madeAt: cx.now.toISOString(),
    published,
    total: rates.total,
    before,
    trend,
    categories: rates.categories,
    bodies: rates.bodies,
    places: rates.places,
    bestBodies,
    ...(await readActivity(cx, scope, period)),
  }
}
