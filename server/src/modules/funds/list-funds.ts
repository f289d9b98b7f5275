// Funds with what lies in them: of one's area, and of the places where one has a home.
import { and, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { fundKinds, fundStates, type FundKind } from '../../../../contract/src/funds-life.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { homesOf } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { bankOf, reservedOf } from './books.ts'
import { funds } from './tables.ts'

export type FundRowView = OutOf<(typeof fundsApi)['GET /api/funds']>['rows'][number]
export interface FundFilters {
  readonly kind?: FundKind | undefined
  readonly placeId?: string | undefined
  readonly open?: boolean | undefined
}
const raisedOf =
  sql<number>`coalesce((select sum(g.paid - g.returned) from fund_pledges g where g.fund_id = ${funds.id}), 0)`.mapWith(
    Number,
  )
/** Rows with their sums; `where` says which. */
export const fundRows = async (cx: Cx, where: SQL | undefined, limit: number): Promise<FundRowView[]> => {
  const rows = await cx.db
    .select({
      fund: funds,
      place: { id: places.id, name: places.path },
      balance: bankOf(funds.id),
      reserved: reservedOf(funds.id),
      raised: raisedOf,
    })
    .from(funds)
    .innerJoin(places, eq(places.id, funds.placeId))
    .where(and(eq(funds.districtId, cx.districtId), where))
    .orderBy(desc(funds.id))
    .limit(limit)
  return rows.map(({ fund, place, balance, reserved, raised }) => ({
    id: fund.id,
    number: String(fund.number),
    kind: fund.kind,
    name: fund.name,
    place,
    state: fund.state,
    year: fund.year,
    balance,
    reserved,
    budget: fund.budget,
    target: fund.target,
    raised: fund.kind === 'fundraising' ? raised : null,
  }))
}
const under = (placeId: string) =>
  or(
    eq(funds.placeId, placeId),
    eq(funds.districtId, placeId),
    eq(funds.streetId, placeId),
    eq(funds.communityId, placeId),
    eq(funds.estateId, placeId),
    eq(funds.buildingId, placeId),
  )
export const listFunds = async (
  cx: Cx,
  query: FundFilters & { readonly after?: string | undefined; readonly limit: number },
) => {
  const after = afterId(query.after)
  const found = await fundRows(
    cx,
    and(
      visibleAt(cx.actor, 'fund.see', funds),
      query.kind === undefined ? undefined : eq(funds.kind, query.kind),
      query.placeId === undefined ? undefined : under(query.placeId),
      query.open === undefined
        ? undefined
        : query.open
          ? inArray(funds.state, ['open', 'raising'])
          : inArray(funds.state, ['closed', 'failed']),
      after === null ? undefined : lt(funds.id, after),
    ),
    query.limit + 1,
  )
  return { ...pageOf(found, query.limit, (row) => [row.id]), total: null }
}
const MOST = 50
/** Of every place above or at a home of mine. */
export const myFunds = async (cx: Cx): Promise<FundRowView[]> => {
  const homes = await homesOf(cx.db, cx.actor.personId)
  const places = homes.flatMap((home) => [
    home.districtId,
    home.streetId,
    home.communityId,
    home.estateId,
    home.buildingId,
    home.unitId,
  ])
  const wanted = [...new Set(places.filter((one): one is string => one !== null))]
  if (wanted.length === 0) return []
  return fundRows(cx, inArray(funds.placeId, wanted), MOST)
}
const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
export const exportFunds = async (cx: Cx, filters: FundFilters): Promise<Download> => {
  await cx.journal({
    action: 'fund.export',
    sentence: '导出了资金表',
    thing: { kind: 'district', id: cx.districtId },
    after: filters,
  })
  return listSheet<FundRowView>(cx, {
    name: ['资金', 'Funds'],
    columns: [
      ['编号', 'Number', 10, (row) => row.number],
      ['名称', 'Name', 30, (row) => row.name],
      ['类别', 'Kind', 20, (row, zh) => (zh ? fundKinds[row.kind].zh : fundKinds[row.kind].en)],
      ['地点', 'Place', 30, (row) => row.place.name],
      ['年份', 'Year', 8, (row) => row.year],
      ['状态', 'State', 16, (row, zh) => (zh ? fundStates[row.state].zh : fundStates[row.state].en)],
      ['余额（元）', 'Balance (yuan)', 16, (row) => yuan(row.balance)],
      ['已批未付（元）', 'Reserved (yuan)', 16, (row) => yuan(row.reserved)],
      ['预算（元）', 'Budget (yuan)', 16, (row) => yuan(row.budget)],
      ['目标（元）', 'Target (yuan)', 16, (row) => yuan(row.target)],
      ['已筹（元）', 'Raised (yuan)', 16, (row) => yuan(row.raised)],
    ],
    page: (after) => listFunds(cx, { ...filters, after, limit: 200 }),
  })
}
