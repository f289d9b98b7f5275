// Hot spots of an area: the list, fastest growing first, and one with its cases.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { likenessApi } from '../../../../contract/src/likeness.ts'
import { hotSpotStates, type HotSpotState } from '../../../../contract/src/likeness-kinds.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { isHandler, seesByPlace, shapeRows } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { columnOf, placeById } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { hotSpotCases, hotSpots } from './tables.ts'

export type Spot = typeof hotSpots.$inferSelect
type SpotView = OutOf<(typeof likenessApi)['POST /api/likeness/spots/:id/dismissal']>
type Query = z.output<(typeof likenessApi)['GET /api/likeness/spots']['query']>
/** Cases shown with a hot spot. */
const SHOWN = 200
const visible = (cx: Cx): SQL =>
  and(eq(hotSpots.districtId, cx.districtId), visibleAt(cx.actor, 'hotspot.see', hotSpots))!

/** @throws hotspot.not-found, access.out-of-scope */
export const lockSpot = async (cx: Cx, id: string): Promise<Spot> => {
  const [row] = await cx.db
    .select()
    .from(hotSpots)
    .where(and(eq(hotSpots.id, id), eq(hotSpots.districtId, cx.districtId)))
    .for('update')
  if (row === undefined) throw refuse('hotspot.not-found')
  if (!mayAt(cx.actor, 'hotspot.see', row)) throw refuse('access.out-of-scope')
  return row
}
const mayDo = (cx: Cx, row: Spot): SpotView['may'] => [
  'see',
  ...(row.rootCaseId === null && mayAt(cx.actor, 'case.file', row) ? (['openRoot'] as const) : []),
  ...(row.state === 'new' || row.state === 'seen' ? (['dismiss'] as const) : []),
]
/** Dresses rows with their community, open cases and root case, in a fixed number of queries. */
export const viewSpots = async (cx: Cx, rows: readonly Spot[]): Promise<SpotView[]> => {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const roots = rows.flatMap((row) => row.rootCaseId ?? [])
  const [names, open, rootRows] = await Promise.all([
    cx.db
      .select({ id: places.id, name: places.name })
      .from(places)
      .where(inArray(places.id, [...new Set(rows.map((row) => row.communityId))])),
    cx.db.execute<{ id: string; n: number }>(sql`
      select h.hot_spot_id as id, count(*)::int as n from hot_spot_cases h join cases c on c.id = h.case_id
      where h.hot_spot_id = any(${sql.param(ids)}::uuid[]) and c.state not in ('closed', 'confirmed', 'rejected', 'withdrawn', 'merged')
      group by h.hot_spot_id`),
    roots.length === 0
      ? []
      : cx.db
          .select({ id: cases.id, number: cases.number, state: cases.state })
          .from(cases)
          .where(inArray(cases.id, roots)),
  ])
  const nameOf = new Map(names.map((one) => [one.id, one.name]))
  const openOf = new Map(open.rows.map((one) => [one.id, one.n]))
  const rootOf = new Map(rootRows.map((one) => [one.id, { ...one, number: String(one.number) }]))
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    shared: row.shared,
    community: { id: row.communityId, name: nameOf.get(row.communityId) ?? '' },
    place: row.placeName,
    caseCount: row.caseCount,
    openCount: openOf.get(row.id) ?? 0,
    weeks: row.weeks,
    until: row.foundAt.toISOString(),
    growth: row.growth,
    closeness: row.closeness,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    state: row.state,
    reason: row.reason,
    rootCase: row.rootCaseId === null ? null : (rootOf.get(row.rootCaseId) ?? null),
    may: mayDo(cx, row),
  }))
}
const statesOf = (text: string | undefined): HotSpotState[] => {
  const states = (text ?? '').split(',').filter(Boolean)
  if (states.some((one) => !Object.hasOwn(hotSpotStates, one)))
    throw refuse('http.bad-input', { fields: [{ path: 'state', message: '不认识的值' }] })
  return states as HotSpotState[]
}
const atPlace = async (cx: Cx, placeId: string | undefined): Promise<SQL | undefined> => {
  if (placeId === undefined) return undefined
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const key = columnOf[place.kind]
  return key === null ? sql`false` : eq(hotSpots[key], placeId)
}
export const listSpots = async (cx: Cx, query: Query) => {
  const cursor = readCursor(query.after, 2)
  const states = statesOf(query.state)
  const found = await cx.db
    .select()
    .from(hotSpots)
    .where(
      and(
        visible(cx),
        await atPlace(cx, query.placeId),
        states.length === 0 ? undefined : inArray(hotSpots.state, states),
        cursor === null
          ? undefined
          : sql`(${hotSpots.growth} < ${cursor[0]}::double precision or (${hotSpots.growth} = ${cursor[0]}::double precision and ${hotSpots.id} > ${cursor[1]}::uuid))`,
      ),
    )
    .orderBy(sql`${hotSpots.growth} desc`, hotSpots.id)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.growth, row.id])
  return { rows: await viewSpots(cx, rows), total: null, next }
}
/** With those of its cases the reader may see, newest first. */
export const showSpot = async (cx: Cx, id: string) => {
  const [row] = await cx.db
    .select()
    .from(hotSpots)
    .where(and(eq(hotSpots.id, id), eq(hotSpots.districtId, cx.districtId)))
  if (row === undefined) throw refuse('hotspot.not-found')
  if (!mayAt(cx.actor, 'hotspot.see', row)) throw refuse('access.out-of-scope')
  const found = await cx.db
    .select({ row: cases })
    .from(hotSpotCases)
    .innerJoin(cases, eq(cases.id, hotSpotCases.caseId))
    .where(eq(hotSpotCases.hotSpotId, id))
    .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
    .limit(SHOWN)
  const mine = found.map((one) => one.row).filter((one) => seesByPlace(cx.actor, one) || isHandler(cx.actor, one))
  const [[view], rows] = await Promise.all([viewSpots(cx, [row]), shapeRows(cx.db, cx, mine)])
  return { ...view!, cases: rows }
}
