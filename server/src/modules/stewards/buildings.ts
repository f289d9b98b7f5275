// Buildings of an area with who looks after them, and who is missing.
import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm'
import { neededKinds, stewardKinds, type NeededKind } from '../../../../contract/src/stewards-kinds.ts'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { isInForceAsA } from '../organisations/tables.ts'
import { columnOf, placeById, placedColumns, placesByIds } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { cardsAt } from './cards-at.ts'

const held = (kind: NeededKind, where: SQL): SQL => sql`exists (
  select 1 from appointments a join positions s on s.id = a.position_id join persons h on h.id = a.person_id and h.active
  where ${isInForceAsA} and s.code = any(${sql.param([...stewardKinds[kind].positions])}::text[]) and ${where})`
const scopes = sql`a.scope_id in (${places.id}, ${places.estateId}, ${places.microGridId}, ${places.gridId}, ${places.communityId}, ${places.streetId}, ${places.districtId})`
/** With its table, also at the top level of a selection. */
const building = sql`${places.id}`
const ledUnits = sql<number>`(select count(*)::int from places u where u.building_id = ${building} and u.kind = 'unit' and u.active
  and exists (select 1 from appointments a join positions s on s.id = a.position_id where a.scope_id = u.id and s.code = 'unitLead' and ${isInForceAsA}))`
const units = sql<number>`(select count(*)::int from places u where u.building_id = ${building} and u.kind = 'unit' and u.active)`
/** SQL: the building lacks this kind. */
const lacks: Readonly<Record<NeededKind, SQL<boolean>>> = {
  gridWorker: sql<boolean>`not ${held('gridWorker', scopes)}`,
  steward: sql<boolean>`not ${held('steward', scopes)}`,
  unitLead: sql<boolean>`${ledUnits} < ${units}`,
  propertyManager: sql<boolean>`not ${held(
    'propertyManager',
    sql`${scopes} and exists (select 1 from organisation_places op where op.organisation_id = a.organisation_id and op.place_id = ${places.estateId})`,
  )}`,
}
/** SQL: buildings in the area that the actor may see. @throws place.not-found */
const buildingsIn = async (cx: Cx, placeId: string | undefined): Promise<SQL> => {
  const place = placeId === undefined ? null : await placeById(cx.db, placeId)
  if (placeId !== undefined && (place === null || place.districtId !== cx.districtId)) throw refuse('place.not-found')
  const column = place === null ? null : columnOf[place.kind]
  return and(
    eq(places.districtId, cx.districtId),
    eq(places.kind, 'building'),
    places.active,
    visibleAt(cx.actor, 'organisation.see', placedColumns),
    place === null ? undefined : column === null ? sql`false` : eq(placedColumns[column], place.id),
  )!
}
export interface BuildingsQuery {
  readonly after?: string | undefined
  readonly limit: number
  readonly placeId?: string | undefined
  readonly gaps?: boolean | undefined
}
export const listBuildings = async (cx: Cx, sealing: Sealing, query: BuildingsQuery) => {
  const cursor = readCursor(query.after, 2)
  const all = await buildingsIn(cx, query.placeId)
  const found = await cx.db
    .select({
      ...placedColumns,
      id: places.id,
      path: places.path,
      pathOrder: places.pathOrder,
      units,
      unitsLed: ledUnits,
      ...lacks,
    })
    .from(places)
    .where(
      and(
        all,
        query.gaps === true ? or(...neededKinds.map((kind) => lacks[kind])) : undefined,
        cursor === null ? undefined : sql`(${places.pathOrder}, ${places.id}) > (${cursor[0]}, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(asc(places.pathOrder), asc(places.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.pathOrder, row.id])
  const communities = await placesByIds(
    cx.db,
    rows.map((row) => row.communityId).filter((id) => id !== null),
  )
  const shown = []
  for (const row of rows) {
    const cards = await cardsAt(cx, sealing, { ...row, unitId: null })
    shown.push({
      building: { id: row.id, name: row.path },
      community: communities.get(row.communityId ?? '')?.name ?? '',
      units: row.units,
      unitsLed: row.unitsLed,
      missing: neededKinds.filter((kind) => row[kind]),
      cards: cards.map(({ kind, post, name, scope, organisation }) => ({ kind, post, name, scope, organisation })),
    })
  }
  return { rows: shown, total: null, next }
}
export const stewardFigures = async (cx: Cx, query: { readonly placeId?: string | undefined }) => {
  const all = await buildingsIn(cx, query.placeId)
  const counted = await cx.db
    .select({
      buildings: sql<number>`count(*)::int`,
      gridWorker: sql<number>`count(*) filter (where ${lacks.gridWorker})::int`,
      steward: sql<number>`count(*) filter (where ${lacks.steward})::int`,
      unitLead: sql<number>`count(*) filter (where ${lacks.unitLead})::int`,
      propertyManager: sql<number>`count(*) filter (where ${lacks.propertyManager})::int`,
    })
    .from(places)
    .where(all)
  const row = counted[0]!
  return { buildings: row.buildings, lacking: neededKinds.map((kind) => ({ kind, count: row[kind] })) }
}
