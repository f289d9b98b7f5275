// Reads the figures of an area and a period from the daily sums, or from a month as it was published.
import { and, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ratesApi } from '../../../../contract/src/rates.ts'
import { threeRatesFormula } from '../../../../rules/src/three-rates.ts'
import { dayAfter, mondayOf } from '../../../../rules/src/patrol-schedule.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { categories } from '../cases/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { NOBODY } from './facts-sql.ts'
import { childrenOf, scopeFor, type Scope } from './scope.ts'
import { rateDays, rateMonths, rateMonthSums, type RateAxis } from './tables.ts'

type Query = ParsedQuery<(typeof ratesApi)['GET /api/rates']>
export type Rates = OutOf<(typeof ratesApi)['GET /api/rates']>
export type Sums = Rates['total']
export interface Period {
  readonly from: string
  readonly to: string
}
const MOST_DAYS = 732
/** Changes are counted up to this many for the line on screen. */
const MOST_WAITING = 10_000
const names = [
  'respondDue',
  'responded',
  'respondExcluded',
  'resolveDue',
  'resolved',
  'silentUnchecked',
  'waiting',
  'resolveExcluded',
  'rated',
  'satisfied',
] as const satisfies readonly (keyof Sums)[]
export const noSums: Sums = Object.fromEntries(names.map((name) => [name, 0])) as Sums
export const addSums = (a: Sums, b: Sums): Sums =>
  Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as Sums
const summed = Object.fromEntries(
  names.map((name) => [name, sql<number>`coalesce(sum(${rateDays[name]}), 0)::int`]),
) as Record<keyof Sums, SQL<number>>
const frozen = Object.fromEntries(names.map((name) => [name, rateMonthSums[name]])) as {
  [K in keyof Sums]: (typeof rateMonthSums)[K]
}
export const monthPeriod = (month: string): Period => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}
/** Days that are over: what falls due later today is not late yet. */
export const lastDayOver = (now: Date): string => dayAfter(shanghaiDay(now), -1)
/** @throws rates.bad-period */
export const checkPeriod = ({ from, to }: Period): void => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (days < 0 || days > MOST_DAYS) throw refuse('rates.bad-period')
}
export const countedTo = (cx: Cx, period: Period): string => {
  const last = lastDayOver(cx.now)
  return period.to < last ? period.to : last
}

interface Keyed extends Sums {
  readonly key: string
}
/** Sums by key of one axis of one scope. */
const byKey = (cx: Cx, scopeIds: readonly string[], axis: RateAxis, { from, to }: Period, by: 'key' | 'scope') => {
  const key = by === 'key' ? rateDays.keyId : rateDays.scopeId
  return cx.db
    .select({ key: sql<string>`${key}`, ...summed })
    .from(rateDays)
    .where(
      and(
        inArray(rateDays.scopeId, [...scopeIds]),
        eq(rateDays.axis, axis),
        gte(rateDays.day, from),
        lte(rateDays.day, to),
      ),
    )
    .groupBy(key)
}
export const totalOf = async (cx: Cx, scopeId: string, period: Period): Promise<Sums> => {
  const [row] = await byKey(cx, [scopeId], 'all', period, 'scope')
  if (row === undefined) return noSums
  const { key: _key, ...sums } = row
  return sums
}
const frozenByKey = (cx: Cx, month: string, scopeIds: readonly string[], axis: RateAxis, by: 'key' | 'scope') =>
  cx.db
    .select({ key: sql<string>`${by === 'key' ? rateMonthSums.keyId : rateMonthSums.scopeId}`, ...frozen })
    .from(rateMonthSums)
    .where(
      and(eq(rateMonthSums.month, month), inArray(rateMonthSums.scopeId, [...scopeIds]), eq(rateMonthSums.axis, axis)),
    )
const isNothing = (sums: Sums) => names.every((name) => sums[name] === 0)
const weight = (sums: Sums) => sums.resolveDue + sums.respondDue

const named = (rows: readonly Keyed[], nameOf: (key: string) => string) =>
  rows
    .filter((row) => !isNothing(row))
    .toSorted((a, b) => weight(b) - weight(a) || a.key.localeCompare(b.key))
    .map(({ key, ...sums }) => ({ of: { id: key === NOBODY ? null : key, name: nameOf(key) }, ...sums }))

/** Weeks from Monday up to three months, months beyond. */
const partOf = (period: Period) => {
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000
  return (day: string): Period => {
    const part = days <= 100 ? { from: mondayOf(day), to: dayAfter(mondayOf(day), 6) } : monthPeriod(day.slice(0, 7))
    return { from: part.from < period.from ? period.from : part.from, to: part.to > period.to ? period.to : part.to }
  }
}
export const trendOf = async (cx: Cx, scopeId: string, period: Period): Promise<Rates['trend']> => {
  const rows = await cx.db
    .select({ day: rateDays.day, ...Object.fromEntries(names.map((name) => [name, rateDays[name]])) } as {
      day: typeof rateDays.day
    } & { [K in keyof Sums]: (typeof rateDays)[K] })
    .from(rateDays)
    .where(
      and(
        eq(rateDays.scopeId, scopeId),
        eq(rateDays.axis, 'all'),
        gte(rateDays.day, period.from),
        lte(rateDays.day, period.to),
      ),
    )
  const part = partOf(period)
  const parts = new Map<string, Rates['trend'][number]>()
  for (let day = period.from; day <= period.to; day = dayAfter(part(day).to, 1)) {
    const { from, to } = part(day)
    parts.set(from, { ...noSums, from, to })
  }
  for (const { day, ...sums } of rows) {
    const { from, to } = part(day)
    parts.set(from, { ...addSums(parts.get(from) ?? noSums, sums), from, to })
  }
  return [...parts.values()]
}
const publishedMonth = async (cx: Cx, period: Period) => {
  const month = period.from.slice(0, 7)
  const whole = monthPeriod(month)
  if (whole.from !== period.from || whole.to !== period.to) throw refuse('rates.not-published')
  const [row] = await cx.db
    .select()
    .from(rateMonths)
    .where(and(eq(rateMonths.districtId, cx.districtId), eq(rateMonths.month, month)))
  if (row === undefined) throw refuse('rates.not-published')
  return row
}
/** @throws rates.not-published */
export const checkPublished = (cx: Cx, period: Period) => publishedMonth(cx, period)
const publisher = async (cx: Cx, month: typeof rateMonths.$inferSelect) => {
  const people = await personsByIds(cx.db, month.publishedBy === null ? [] : [month.publishedBy])
  return {
    month: month.month,
    by: month.publishedBy === null ? null : (people.get(month.publishedBy)?.name ?? null),
    at: month.publishedAt.toISOString(),
    formula: month.formula,
  }
}
const read = async (cx: Cx, scope: Scope, children: readonly string[], period: Period, month: string | null) => {
  const keyed = (axis: RateAxis, ids: readonly string[], by: 'key' | 'scope'): Promise<Keyed[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : month === null
        ? byKey(cx, ids, axis, period, by)
        : frozenByKey(cx, month, ids, axis, by)
  const [total, bodies, kinds, below] = await Promise.all([
    keyed('all', [scope.id], 'scope'),
    keyed('body', [scope.id], 'key'),
    keyed('category', [scope.id], 'key'),
    keyed('all', children, 'scope'),
  ])
  return { total: total[0] === undefined ? noSums : { ...total[0], key: undefined }, bodies, kinds, below }
}
const uncounted = async (cx: Cx): Promise<number> =>
  (
    await cx.db.execute<{ n: number }>(
      sql`select count(*)::int as n from (select 1 from rate_changes limit ${MOST_WAITING}) c`,
    )
  ).rows[0]!.n

/** @throws rates.*, access.out-of-scope, place.not-found */
export const readRates = async (cx: Cx, query: Query): Promise<Rates> => {
  checkPeriod(query)
  const scope = await scopeFor(cx, query.scopeId, 'rates.see')
  const month = query.published === true ? await publishedMonth(cx, query) : null
  const children = await childrenOf(cx, scope)
  const until = month?.countedTo ?? countedTo(cx, query)
  const period = { from: query.from, to: until }
  const figures = await read(
    cx,
    scope,
    children.map((one) => one.id),
    period,
    month?.month ?? null,
  )
  const bodyIds = figures.bodies.map((row) => row.key).filter((key) => key !== NOBODY)
  const [bodies, kinds, trend, waiting] = await Promise.all([
    organisationsByIds(cx.db, bodyIds),
    cx.db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(eq(categories.districtId, cx.districtId)),
    month === null ? trendOf(cx, scope.id, period) : [],
    uncounted(cx),
  ])
  const kindName = new Map(kinds.map((one) => [one.id, one.name]))
  const childName = new Map(children.map((one) => [one.id, one.name]))
  const chinese = cx.actor.language === 'zh-CN'
  return {
    scope,
    from: query.from,
    to: query.to,
    countedTo: until,
    uncounted: waiting,
    formula: month?.formula ?? threeRatesFormula,
    published: month === null ? null : await publisher(cx, month),
    total: figures.total,
    bodies: named(figures.bodies, (key) =>
      key === NOBODY ? (chinese ? '尚未派出' : 'not dispatched yet') : (bodies.get(key)?.name ?? ''),
    ),
    categories: named(figures.kinds, (key) => kindName.get(key) ?? ''),
    places: named(figures.below, (key) => childName.get(key) ?? ''),
    trend,
    may: [
      ...(mayAt(cx.actor, 'rates.review', districtOnly(cx.districtId)) ? (['review'] as const) : []),
      ...(cx.actor.held.some((held) => held.permissions.includes('case.handle')) ? (['apply'] as const) : []),
    ],
  }
}
/** A row that stands in the district and nowhere below. */
export const districtOnly = (districtId: string) => ({
  districtId,
  streetId: null,
  communityId: null,
  gridId: null,
  microGridId: null,
  estateId: null,
  buildingId: null,
  unitId: null,
})
/** Published months of the district, newest first. */
export const publishedMonths = (cx: Cx) =>
  cx.db
    .select()
    .from(rateMonths)
    .where(eq(rateMonths.districtId, cx.districtId))
    .orderBy(desc(rateMonths.month))
    .limit(120)
