// Grids and estates for the map.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { Cx } from '../../platform/cx.ts'
import { findPlace, visiblePlaces } from './policy.ts'
import { places } from './tables.ts'

type PlacesMap = OutOf<(typeof placesApi)['GET /api/places/map']>
const AT_MOST = 3000

/** Of one community, or of the whole area of the actor. An estate is shown when it, or a building of it, lies inside. */
export const showMap = async (cx: Cx, communityId: string | undefined): Promise<PlacesMap> => {
  if (communityId !== undefined) await findPlace(cx, communityId)
  const here = and(
    eq(places.districtId, cx.districtId),
    eq(places.active, true),
    communityId === undefined ? undefined : eq(places.communityId, communityId),
  )
  const visible = visiblePlaces(cx.actor, 'place.see')
  const grids = await cx.db
    .select({ id: places.id, name: places.name, boundary: places.boundary })
    .from(places)
    .where(and(here, eq(places.kind, 'grid'), visible))
    .orderBy(asc(places.pathOrder), asc(places.id))
    .limit(AT_MOST)
  const throughBuildings = cx.db
    .select({ estateId: places.estateId })
    .from(places)
    .where(and(here, eq(places.kind, 'building'), visible))
  const estates = await cx.db
    .select({ id: places.id, name: places.name, lon: places.lon, lat: places.lat })
    .from(places)
    .where(and(here, eq(places.kind, 'estate'), sql`(${visible} or ${places.id} in (${throughBuildings}))`))
    .orderBy(asc(places.pathOrder), asc(places.id))
    .limit(AT_MOST)
  return {
    grids,
    estates: estates.map(({ lon, lat, ...row }) => ({
      ...row,
      position: lon === null || lat === null ? null : { lon, lat },
    })),
  }
}
