// Hot spots of an area: the list, fastest growing first, and one with its cases.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { likenessApi } from '../../../../contract/src/likeness.ts'
import { hotSpotStates, type HotSpotState } from '../../../../contract/src/likeness-kinds.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { isHandler, seesByPlace, shapeRows } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { columnOf, placeById } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { isDecidedAlike, partsOf, sees, speaksForAll, type Spot, type SpotColumns } from './kin.ts'
import { hotSpotCases, hotSpots } from './tables.ts'

type SpotView = OutOf<(typeof likenessApi)['POST /api/likeness/spots/:id/dismissal']>
type Query = z.output<(typeof likenessApi)['GET /api/likeness/spots']['query']>
/** Cases shown with a hot spot. */
const SHOWN = 200

/** The spot and its parts elsewhere that the actor sees, locked; the one asked for first. @throws hotspot.not-found, access.out-of-scope */
export const lockSpot = async (cx: Cx, id: string): Promise<readonly [Spot, ...Spot[]]> => {
  const parts = (await partsOf(cx, [await readSpot(cx, id)])).get(id)!
  const ids = parts.map((one) => one.id)
  const rows = await cx.db.select().from(hotSpots).where(inArray(hotSpots.id, ids)).orderBy(hotSpots.id).for('update')
  const asked = rows.find((one) => one.id === id)
  if (asked === undefined) throw refuse('hotspot.not-found')
  return [asked, ...rows.filter((one) => one.id !== id && isDecidedAlike(one, asked))]
}
/** @throws hotspot.not-found, access.out-of-scope */
const readSpot = async (cx: Cx, id: string): Promise<Spot> => {
  const [row] = await cx.db
    .select()
    .from(hotSpots)
    .where(and(eq(hotSpots.id, id), eq(hotSpots.districtId, cx.districtId)))
  if (row === undefined) throw refuse('hotspot.not-found')
  if (!mayAt(cx.actor, 'hotspot.see', row)) throw refuse('access.out-of-scope')
  return row
}
const mayDo = (cx: Cx, row: Spot): SpotView['may'] => [
  'see',
  ...(row.rootCaseId === null && mayAt(cx.actor, 'case.file', row) ? (['openRoot'] as const) : []),
  ...(row.state === 'new' || row.state === 'seen' ? (['dismiss'] as const) : []),
]
/** What the parts come to together. Growth and closeness stay those of the part that speaks for all. */
const addedUp = (parts: readonly Spot[], openOf: ReadonlyMap<string, number>) => {
  const sum = (of: (one: Spot) => number) => parts.reduce((all, one) => all + of(one), 0)
  const times = (of: (one: Spot) => Date) => parts.map((one) => of(one).getTime())
  return {
    place: [...new Set(parts.map((one) => one.placeName))].join('、'),
    caseCount: sum((one) => one.caseCount),
    openCount: sum((one) => openOf.get(one.id) ?? 0),
    weeks: parts[0]!.weeks.map((_count, at) => sum((one) => one.weeks[at] ?? 0)),
    firstAt: new Date(Math.min(...times((one) => one.firstAt))).toISOString(),
    lastAt: new Date(Math.max(...times((one) => one.lastAt))).toISOString(),
  }
}
/** Dresses rows with their community, open cases and root case, in a fixed number of queries. */
export const viewSpots = async (cx: Cx, rows: readonly Spot[]): Promise<SpotView[]> => {
  if (rows.length === 0) return []
  const parts = await partsOf(cx, rows)
  const all = [...parts.values()].flat()
  const ids = all.map((row) => row.id)
  const roots = rows.flatMap((row) => row.rootCaseId ?? [])
  const [names, open, rootRows] = await Promise.all([
    cx.db
      .select({ id: places.id, name: places.name })
      .from(places)
      .where(inArray(places.id, [...new Set(all.map((row) => row.communityId))])),
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
  const named = (id: string) => ({ id, name: nameOf.get(id) ?? '' })
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    shared: row.shared,
    ...addedUp(parts.get(row.id)!, openOf),
    community: named(row.communityId),
    communities: [...new Set(parts.get(row.id)!.map((one) => one.communityId))].map(named),
    until: row.foundAt.toISOString(),
    growth: row.growth,
    closeness: row.closeness,
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
const atPlace = async (cx: Cx, placeId: string | undefined): Promise<(of: SpotColumns) => SQL | undefined> => {
  if (placeId === undefined) return () => undefined
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const key = columnOf[place.kind]
  return (of) => (key === null ? sql`false` : eq(of[key], placeId))
}
export const listSpots = async (cx: Cx, query: Query) => {
  const cursor = readCursor(query.after, 2)
  const states = statesOf(query.state)
  const here = await atPlace(cx, query.placeId)
  const wanted = (of: SpotColumns) =>
    and(sees(cx, of), here(of), states.length === 0 ? undefined : inArray(of.state, states))
  const found = await cx.db
    .select()
    .from(hotSpots)
    .where(
      and(
        wanted(hotSpots),
        speaksForAll(cx, wanted),
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
  const row = await readSpot(cx, id)
  const parts = (await partsOf(cx, [row])).get(id)!
  const held = cx.db
    .select({ id: hotSpotCases.caseId })
    .from(hotSpotCases)
    .where(
      inArray(
        hotSpotCases.hotSpotId,
        parts.map((one) => one.id),
      ),
    )
  const found = await cx.db
    .select()
    .from(cases)
    .where(inArray(cases.id, held))
    .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
    .limit(SHOWN)
  const mine = found.filter((one) => seesByPlace(cx.actor, one) || isHandler(cx.actor, one))
  const [[view], rows] = await Promise.all([viewSpots(cx, [row]), shapeRows(cx.db, cx, mine)])
  return { ...view!, cases: rows }
}
