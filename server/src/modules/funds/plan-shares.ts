// Who takes part in a shared cost and with which weight and share: the arithmetic is the rules library's.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { fundPlansApi } from '../../../../contract/src/funds-plans.ts'
import {
  agreed,
  apportion,
  ApportionError,
  coverFromAccounts,
  factored,
  settle,
  type Share,
  type Weight,
} from '../../../../rules/src/apportion.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { columnOf, placeById, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { fundAccounts, fundBalances } from './tables.ts'

export type PlanBody = ParsedBody<(typeof fundPlansApi)['POST /api/funds/plans']>
const MOST_HOMES = 2000
const homesWhere = async (cx: Cx, place: PlaceRow, where: SQL | undefined) => {
  const column = columnOf[place.kind]
  if (column === null) throw refuse('plan.no-homes')
  const rows = await cx.db
    .select({ id: places.id, label: places.path, kind: places.kind, floor: places.floor, area: places.area })
    .from(places)
    .where(and(eq(places.districtId, cx.districtId), eq(places[column], place.id), where, places.active))
    .orderBy(places.pathOrder, places.id)
    .limit(MOST_HOMES + 1)
  if (rows.length > MOST_HOMES) throw refuse('plan.too-many')
  return rows
}
/** The homes and shops of a place, or those named; in the order of the tree. @throws plan.no-homes, plan.too-many */
export const homesOfPlan = async (cx: Cx, place: PlaceRow, homeIds: readonly string[] | undefined) => {
  const rows = await homesWhere(
    cx,
    place,
    homeIds === undefined
      ? inArray(places.kind, ['home', 'shop'])
      : and(inArray(places.kind, ['home', 'shop', 'parking']), inArray(places.id, [...new Set(homeIds)])),
  )
  if (rows.length === 0 || (homeIds !== undefined && rows.length !== new Set(homeIds).size))
    throw refuse('plan.no-homes', { fields: [{ path: 'homeIds', message: '请重新选择房屋' }] })
  return rows
}
/** What may take part in a plan of a place. @throws place.not-found, access.out-of-scope, plan.no-homes, plan.too-many */
export const homesToChoose = async (cx: Cx, placeId: string) => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'fund.apply', place)) throw refuse('access.out-of-scope')
  const rows = await homesWhere(cx, place, inArray(places.kind, ['home', 'shop', 'parking']))
  return rows.map(({ id, label, kind, floor, area }) => ({
    id,
    name: label,
    kind: kind as 'home' | 'shop' | 'parking',
    floor,
    area,
  }))
}
export type PlanHome = Awaited<ReturnType<typeof homesOfPlan>>[number]
export interface ShareLine extends PlanHome {
  readonly factor: number | null
  readonly weight: number
  readonly share: number
}
const areaOf = (home: PlanHome): number => {
  if (home.area === null) throw refuse('plan.no-area', { fields: [{ path: 'homeIds', message: home.label }] })
  return home.area
}
const factorOf = (body: PlanBody, home: PlanHome): number =>
  body.floorFactors.find((one) => one.floor === home.floor)?.factor ?? 1000
const weightOf = (body: PlanBody, home: PlanHome): number => {
  if (body.method === 'household') return 1
  if (body.method === 'factors') return factored(areaOf(home), factorOf(body, home))
  return areaOf(home)
}
const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof ApportionError)) return error
  if (error.code === 'no-weight') return refuse('plan.no-weight')
  return refuse(error.code === 'bad-amount' ? 'plan.shares-differ' : 'fund.too-large', { because: error.code })
}
const agreedLines = (body: PlanBody, homes: readonly PlanHome[]): ShareLine[] => {
  const amounts = new Map(body.agreedShares.map((one) => [one.homeId, one.amount]))
  const known = new Set(homes.map((home) => home.id))
  const strange = body.agreedShares.some((one) => !known.has(one.homeId)) || amounts.size !== body.agreedShares.length
  if (strange) throw refuse('plan.shares-differ', { fields: [{ path: 'agreedShares', message: '房屋不对或重复' }] })
  const shares = agreed(
    body.total - body.subsidy,
    homes.map((home) => ({ id: home.id, amount: amounts.get(home.id) ?? 0 })),
  )
  return homes.map((home, i) => ({ ...home, factor: null, weight: shares[i]!.amount, share: shares[i]!.amount }))
}
/** Every home’s line; together the total less the subsidy. @throws plan.shares-differ, plan.no-area, plan.no-weight */
export const sharesOf = (body: PlanBody, homes: readonly PlanHome[]): ShareLine[] => {
  try {
    if (body.method === 'agreed') return agreedLines(body, homes)
    const weights: Weight[] = homes.map((home) => ({ id: home.id, weight: weightOf(body, home) }))
    const shares = apportion(body.total - body.subsidy, weights)
    return homes.map((home, i) => ({
      ...home,
      factor: body.method === 'factors' ? factorOf(body, home) : null,
      weight: weights[i]!.weight,
      share: shares[i]!.amount,
    }))
  } catch (error) {
    throw asRefusal(error)
  }
}
/** What each pays once the work has cost `final` instead of `planned`: the difference of two full splits. */
export const finalShares = (
  planned: number,
  final: number,
  lines: readonly { readonly homeId: string; readonly weight: number }[],
): Map<string, number> => {
  const weights = lines.map(({ homeId, weight }) => ({ id: homeId, weight }))
  try {
    return new Map(settle(planned, final, weights).map((one) => [one.id, one.final]))
  } catch (error) {
    throw asRefusal(error)
  }
}
/** Balances of household accounts in a fund, by home. */
export const householdBalances = async (
  cx: Cx,
  fundId: string,
  homeIds: readonly string[],
): Promise<Map<string, { readonly account: string; readonly balance: number }>> => {
  if (homeIds.length === 0) return new Map()
  const rows = await cx.db
    .select({
      home: fundAccounts.placeId,
      account: fundAccounts.id,
      balance: sql<number>`-coalesce(${fundBalances.balance}, 0)`.mapWith(Number),
    })
    .from(fundAccounts)
    .leftJoin(fundBalances, eq(fundBalances.accountId, fundAccounts.id))
    .where(
      and(eq(fundAccounts.fundId, fundId), eq(fundAccounts.role, 'home'), inArray(fundAccounts.placeId, [...homeIds])),
    )
  return new Map(rows.map((row) => [row.home!, { account: row.account, balance: row.balance }]))
}
/** What each household account would pay of these amounts. */
export const coverOf = (
  amounts: readonly Share[],
  held: ReadonlyMap<string, { readonly balance: number }>,
): Map<string, number> =>
  new Map(
    coverFromAccounts(amounts, new Map([...held].map(([home, { balance }]) => [home, balance]))).map((one) => [
      one.id,
      one.fromAccount,
    ]),
  )
export interface CoveredLine extends ShareLine {
  /** Of the share, what the household’s account would pay. */
  readonly fromAccount: number
}
/** Every home’s line with what its account pays of it. @throws as sharesOf, plan.no-homes, plan.too-many */
export const coveredLines = async (cx: Cx, body: PlanBody, place: PlaceRow): Promise<CoveredLine[]> => {
  const lines = sharesOf(body, await homesOfPlan(cx, place, body.homeIds))
  const homeIds = lines.map((line) => line.id)
  const cover = body.usesAccounts
    ? coverOf(
        lines.map((line) => ({ id: line.id, amount: line.share })),
        await householdBalances(cx, body.fundId, homeIds),
      )
    : new Map<string, number>()
  return lines.map((line) => ({ ...line, fromAccount: cover.get(line.id) ?? 0 }))
}
