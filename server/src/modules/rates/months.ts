// Months: as counted now and as published. Publishing writes sums and cases down once; nothing changes them later.
import { and, eq, gte, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { ratesApi } from '../../../../contract/src/rates.ts'
import { threeRatesFormula } from '../../../../rules/src/three-rates.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { countChanges } from './count.ts'
import { factColumns, sumColumns, sumNames } from './facts-sql.ts'
import { districtOnly, lastDayOver, monthPeriod, noSums, totalOf, type Sums } from './read-rates.ts'
import { scopeFor } from './scope.ts'
import { rateMonths, rateMonthSums } from './tables.ts'

type Months = OutOf<(typeof ratesApi)['GET /api/rates/months']>
export type Month = Months['rows'][number]
const SHOWN = 12

export const monthBefore = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7)
}
export const monthsBack = (month: string, n: number): string =>
  n === 0 ? month : monthsBack(monthBefore(month), n - 1)
const lastMonths = (now: Date): string[] => {
  const months = [shanghaiDay(now).slice(0, 7)]
  while (months.length < SHOWN) months.push(monthBefore(months[months.length - 1]!))
  return months
}
const sumsOfRow = ({
  districtId: _d,
  month: _m,
  scopeId: _s,
  axis: _a,
  keyId: _k,
  ...sums
}: typeof rateMonthSums.$inferSelect): Sums => sums

/** @throws rates.bad-scope, access.out-of-scope */
export const listMonths = async (cx: Cx, scopeId: string | undefined): Promise<Months> => {
  const scope = await scopeFor(cx, scopeId, 'rates.see')
  const months = lastMonths(cx.now)
  const [published, frozen] = await Promise.all([
    cx.db
      .select()
      .from(rateMonths)
      .where(and(eq(rateMonths.districtId, cx.districtId), gte(rateMonths.month, months[SHOWN - 1]!))),
    cx.db
      .select()
      .from(rateMonthSums)
      .where(
        and(
          eq(rateMonthSums.scopeId, scope.id),
          eq(rateMonthSums.axis, 'all'),
          gte(rateMonthSums.month, months[SHOWN - 1]!),
        ),
      ),
  ])
  const people = await personsByIds(
    cx.db,
    published.flatMap((row) => row.publishedBy ?? []),
  )
  const last = lastDayOver(cx.now)
  const rows: Month[] = []
  for (const month of months) {
    const period = monthPeriod(month)
    const row = published.find((one) => one.month === month)
    const sums = frozen.find((one) => one.month === month)
    const to = period.to < last ? period.to : last
    rows.push({
      month,
      over: period.to <= last,
      live: await totalOf(cx, scope.id, { from: period.from, to }),
      published:
        row === undefined
          ? null
          : {
              by: row.publishedBy === null ? null : (people.get(row.publishedBy)?.name ?? null),
              at: row.publishedAt.toISOString(),
              formula: row.formula,
              sums: sums === undefined ? noSums : sumsOfRow(sums),
            },
    })
  }
  const may = mayAt(cx.actor, 'rates.review', districtOnly(cx.districtId)) ? (['publish'] as const) : []
  return { scope, rows, may: [...may] }
}
/** Writes the month down. */
export const freezeMonth = async (
  db: Tx,
  month: { readonly districtId: string; readonly month: string; readonly by: string | null; readonly at: Date },
): Promise<boolean> => {
  const { districtId, at } = month
  const { from, to } = monthPeriod(month.month)
  const written = await db
    .insert(rateMonths)
    .values({
      districtId,
      month: month.month,
      formula: threeRatesFormula,
      publishedBy: month.by,
      publishedAt: at,
      countedTo: to,
    })
    .onConflictDoNothing()
  if (written.rowCount === 0) return false
  await db.execute(sql`
    insert into rate_month_sums (district_id, month, scope_id, axis, key_id, ${sumColumns})
    select district_id, ${month.month}, scope_id, axis, key_id, ${sql.raw(sumNames.map((name) => `sum(${name})::int`).join(', '))}
    from rate_days where district_id = ${districtId} and day between ${from}::date and ${to}::date group by district_id, scope_id, axis, key_id`)
  const inMonth = (day: string) =>
    sql`district_id = ${districtId} and ${sql.raw(day)} between ${from}::date and ${to}::date`
  await db.execute(sql`
    insert into rate_month_facts (month, ${factColumns})
    select ${month.month}, ${factColumns} from rate_facts where ${inMonth('respond_day')}
    union
    select ${month.month}, ${factColumns} from rate_facts where ${inMonth('resolve_day')}`)
  return true
}
/** @throws access.out-of-scope, rates.month-not-over, rates.month-published, rates.uncounted */
export const publishMonth = async (cx: Cx, month: string): Promise<Month> => {
  if (!mayAt(cx.actor, 'rates.review', districtOnly(cx.districtId))) throw refuse('access.out-of-scope')
  if (monthPeriod(month).to > lastDayOver(cx.now)) throw refuse('rates.month-not-over')
  // Nothing that has happened by now is missing from what is published.
  if ((await countChanges(cx.db)).more) throw refuse('rates.uncounted')
  const published = { districtId: cx.districtId, month, by: cx.actor.personId, at: cx.now }
  if (!(await freezeMonth(cx.db, published))) throw refuse('rates.month-published')
  const live = await totalOf(cx, cx.districtId, monthPeriod(month))
  await cx.journal({
    action: 'rates.publish',
    sentence: `发布了 ${month} 的三率`,
    thing: { kind: 'rate-month', id: cx.districtId },
    after: { month, formula: threeRatesFormula, sums: live },
  })
  return {
    month,
    over: true,
    live,
    published: { by: cx.actor.name, at: cx.now.toISOString(), formula: threeRatesFormula, sums: live },
  }
}
