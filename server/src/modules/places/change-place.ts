// Changes a place: its facts, its name with the paths below, its grid with the columns below; retires and restores it.
import { and, eq, ne, sql } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { bigrams, searchVector } from '../../platform/search.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { childCount } from './counts.ts'
import { gridColumns, journalled, lockTree } from './edit-rules.ts'
import { columnOf, pathOf, type PlaceRow } from './placing.ts'
import { findPlace, findPlaceWithin } from './policy.ts'
import { viewPlace, type PlaceView } from './show-place.ts'
import { places } from './tables.ts'

type Change = ParsedBody<(typeof placesApi)['PATCH /api/places/:id']>
const carriesPathDown = new Set(['estate', 'building', 'unit'])

/** Gives everything below the new beginning of its path, in one statement. */
const renameBelow = async (cx: Cx, place: PlaceRow, path: string): Promise<void> => {
  const column = columnOf[place.kind]
  if (column === null || !carriesPathDown.has(place.kind)) return
  const rows = await cx.db
    .select({ id: places.id, path: places.path, code: places.code })
    .from(places)
    .where(and(eq(places[column], place.id), ne(places.id, place.id)))
  if (rows.length === 0) return
  const paths = rows.map((row) => path + row.path.slice(place.path.length))
  const lexemes = rows.map((row, i) => bigrams(`${paths[i]} ${row.code ?? ''}`).join(' '))
  await cx.db.execute(sql`
    update places set path = new.path, search = array_to_tsvector(string_to_array(new.lexemes, ' '))
    from unnest(${sql.param(rows.map((row) => row.id))}::uuid[], ${sql.param(paths)}::text[], ${sql.param(lexemes)}::text[]) as new (id, path, lexemes)
    where places.id = new.id`)
}
/** Moves a building with everything in it to another grid; nothing else follows, open cases keep the grid they had. */
const moveToGrid = async (cx: Cx, place: PlaceRow, gridId: string | null): Promise<void> => {
  if (gridId === (place.microGridId ?? place.gridId)) return
  if (place.kind !== 'building') {
    // The form of any place sends the field; only a building has a grid to choose.
    if (gridId === null) return
    throw refuse('place.wrong-parent', { fields: [{ path: 'gridId', message: '只有楼栋划入网格' }] })
  }
  const grid = await gridColumns(cx, place.communityId, gridId)
  await cx.db.update(places).set(grid).where(eq(places.buildingId, place.id))
}
/** @throws place.not-empty when active places stand below; place.wrong-parent when restored below a retired one */
const checkActive = async (cx: Cx, place: PlaceRow, active: boolean): Promise<void> => {
  if (active === place.active) return
  if (active) {
    const parent = place.parentId === null ? null : await findPlace(cx, place.parentId)
    if (parent !== null && !parent.active) throw refuse('place.wrong-parent', { because: 'the parent is retired' })
    return
  }
  const [row] = await cx.db.select({ childCount }).from(places).where(eq(places.id, place.id))
  if (place.parentId === null || (row?.childCount ?? 0) > 0) throw refuse('place.not-empty')
}
const parentOf = async (cx: Cx, place: PlaceRow) => (place.parentId === null ? null : findPlace(cx, place.parentId))

/** @throws place.not-found, access.out-of-scope, place.wrong-parent, place.not-empty, place.duplicate */
export const changePlace = async (cx: Cx, id: string, change: Change): Promise<PlaceView> => {
  await lockTree(cx)
  const place = await findPlaceWithin(cx, 'place.edit', id)
  if (change.active !== undefined) await checkActive(cx, place, change.active)
  const name = change.name ?? place.name
  const path = name === place.name ? place.path : pathOf(name, await parentOf(cx, place))
  const code = change.code === undefined ? place.code : change.code
  const position =
    change.position === undefined ? {} : { lon: change.position?.lon ?? null, lat: change.position?.lat ?? null }
  const facts = {
    name,
    path,
    code,
    ...(change.floor === undefined ? {} : { floor: change.floor }),
    ...(change.area === undefined ? {} : { area: change.area }),
    ...(change.areaSource === undefined ? {} : { areaSource: change.areaSource }),
    ...(change.boundary === undefined ? {} : { boundary: change.boundary }),
    ...(change.active === undefined ? {} : { active: change.active }),
    ...position,
  }
  const write = cx.db
    .update(places)
    .set({ ...facts, search: searchVector(path, code) })
    .where(eq(places.id, id))
  await orDuplicate(Promise.resolve(write), 'places_name', 'place.duplicate')
  if (path !== place.path) await renameBelow(cx, place, path)
  if (change.gridId !== undefined) await moveToGrid(cx, place, change.gridId)
  const after = await findPlace(cx, id)
  await cx.journal({
    action: 'place.change',
    sentence: '修改了地点',
    thing: { kind: 'place', id },
    before: journalled(place),
    after: journalled(after),
  })
  return viewPlace(cx, after)
}
