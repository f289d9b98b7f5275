// One place with its ancestors, its counts and what may be done with it.
import { eq } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { Cx } from '../../platform/cx.ts'
import { childCount, homeCount, openCasesAt } from './counts.ts'
import { placesByIds } from './find-place.ts'
import { placedOf, type PlaceRow } from './placing.ts'
import { findVisiblePlace, mayDo } from './policy.ts'
import { places } from './tables.ts'

export type PlaceView = OutOf<(typeof placesApi)['GET /api/places/:id']>

/** The answer for a place that was found and checked. */
export const viewPlace = async (cx: Cx, place: PlaceRow): Promise<PlaceView> => {
  const placed = placedOf(place)
  const { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId } = placed
  // An estate's grid is another branch: a building names it apart from its ancestors.
  const isPhysical = estateId !== null
  const above = [
    districtId,
    streetId,
    communityId,
    ...(isPhysical ? [] : [gridId, microGridId]),
    estateId,
    buildingId,
    unitId,
  ].filter((id) => id !== null && id !== place.id) as string[]
  const nearestGrid = isPhysical ? (microGridId ?? gridId) : null
  const known = await placesByIds(cx.db, nearestGrid === null ? above : [...above, nearestGrid])
  const [counts] = await cx.db.select({ childCount, homeCount }).from(places).where(eq(places.id, place.id))
  const open = (await cx.db.execute<{ open: number }>(openCasesAt(place))).rows[0]?.open ?? 0
  const grid = nearestGrid === null ? undefined : known.get(nearestGrid)
  return {
    id: place.id,
    kind: place.kind,
    name: place.name,
    path: place.path,
    parentId: place.parentId,
    ancestors: above.flatMap((id) => known.get(id) ?? []).map(({ id, name, kind }) => ({ id, name, kind })),
    grid: grid === undefined ? null : { id: grid.id, name: grid.name },
    code: place.code,
    floor: place.floor,
    area: place.area,
    areaSource: place.areaSource,
    position: place.lon === null || place.lat === null ? null : { lon: place.lon, lat: place.lat },
    boundary: place.boundary,
    active: place.active,
    counts: { children: counts?.childCount ?? 0, homes: counts?.homeCount ?? 0, openCases: open },
    may: mayDo(cx.actor, place),
  }
}
export const showPlace = async (cx: Cx, id: string): Promise<PlaceView> => viewPlace(cx, await findVisiblePlace(cx, id))
