// The tree as staff walk it: the roots are the places of their appointments, one level at a time.
import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { may, scopesOf } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { childCount, homeCount } from './counts.ts'
import { placesByIds } from './find-place.ts'
import { inCountingOrder, placedOf, type PlaceRow } from './placing.ts'
import { findVisiblePlace, visiblePlaces } from './policy.ts'
import { places } from './tables.ts'

type TreeNode = OutOf<(typeof placesApi)['GET /api/places/tree']>[number]
const kindRank = sql`array_position(array['street', 'community', 'grid', 'microGrid', 'estate', 'building', 'unit', 'home', 'shop', 'parking'], ${places.kind})`

/** Scope places that do not lie below another scope place of the same person. */
const rootsOf = async (cx: Cx): Promise<string[]> => {
  const ids = scopesOf(cx.actor, 'place.see')
  const rows = [...(await placesByIds(cx.db, ids)).values()]
  const isBelowAnother = (row: PlaceRow) =>
    Object.values(placedOf(row)).some((id: string | null) => id !== row.id && id !== null && ids.includes(id))
  return rows.filter((row) => !isBelowAnother(row)).map((row) => row.id)
}
const childrenOf = (parent: PlaceRow): SQL | undefined => {
  const below = eq(places.parentId, parent.id)
  const buildings = and(eq(places.gridId, parent.gridId ?? parent.id), eq(places.kind, 'building'))
  if (parent.kind === 'grid') return or(below, and(buildings, isNull(places.microGridId)))
  if (parent.kind === 'microGrid') return and(buildings, eq(places.microGridId, parent.id))
  return below
}
/** Children of a place inside the actor's area, or the roots. Retired places are shown to those who can restore them. */
export const showTree = async (cx: Cx, parentId: string | undefined): Promise<TreeNode[]> => {
  const parent = parentId === undefined ? null : await findVisiblePlace(cx, parentId)
  const isInGrid = parent?.kind === 'grid' || parent?.kind === 'microGrid'
  const wanted = parent === null ? inArray(places.id, await rootsOf(cx)) : childrenOf(parent)
  // The counts look dear to the planner, which would compile them for longer than they take.
  await cx.db.execute(sql`set local jit = off`)
  const rows = await cx.db
    .select({
      id: places.id,
      kind: places.kind,
      name: places.name,
      path: places.path,
      active: places.active,
      childCount,
      homeCount,
    })
    .from(places)
    .where(
      and(
        wanted,
        eq(places.districtId, cx.districtId),
        visiblePlaces(cx.actor, 'place.see'),
        may(cx.actor, 'place.edit') ? undefined : eq(places.active, true),
      ),
    )
    .orderBy(asc(kindRank), asc(inCountingOrder), asc(places.id))
  return rows.map(({ path, ...row }) => ({ ...row, name: isInGrid && row.kind === 'building' ? path : row.name }))
}
