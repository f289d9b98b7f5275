// What a resident sees of places: own homes and claims, and whom to turn to.
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { Cx } from '../../platform/cx.ts'
import { homesOf, placesByIds } from './find-place.ts'
import type { PlacesNeighbours } from './neighbours.ts'
import { placedOf, placeColumns } from './placing.ts'
import { homePeople, places } from './tables.ts'

type MyHomes = OutOf<(typeof placesApi)['GET /api/places/my-homes']>
type MyNeighbourhood = OutOf<(typeof placesApi)['GET /api/places/my-neighbourhood']>

/** My homes and claims, those in force first. */
export const listMyHomes = async (cx: Cx): Promise<MyHomes> => {
  const rank = sql`array_position(array['confirmed', 'claimed', 'refused'], ${homePeople.state})`
  const rows = await cx.db
    .select({
      id: homePeople.id,
      place: placeColumns,
      relation: homePeople.relation,
      state: homePeople.state,
      reason: homePeople.reason,
    })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(and(eq(homePeople.personId, cx.actor.personId), ne(homePeople.state, 'ended')))
    .orderBy(rank, asc(homePeople.since), asc(homePeople.id))
    .limit(100)
  const communities = await placesByIds(
    cx.db,
    rows.flatMap((row) => row.place.communityId ?? []),
  )
  return rows.flatMap(({ place: { id, kind, name, path, communityId }, state, ...row }) => {
    const community = communityId === null ? undefined : communities.get(communityId)
    if (community === undefined || state === 'ended') return []
    return [{ ...row, state, home: { id, kind, name, path }, communityId: community.id, community: community.name }]
  })
}
/** The surroundings of the home held longest: names, and public office lines only. Empty without a confirmed home. */
export const showMyNeighbourhood = async (
  cx: Cx,
  contactsAt: PlacesNeighbours['contactsAt'],
): Promise<MyNeighbourhood> => {
  const [home] = await homesOf(cx.db, cx.actor.personId)
  if (home === undefined) return { home: null, community: null, estate: null, grid: null, contacts: [] }
  const { communityId, estateId, gridId } = home
  const known = await placesByIds(
    cx.db,
    [communityId, estateId, gridId].filter((id) => id !== null),
  )
  const named = (id: string | null) => {
    const place = id === null ? undefined : known.get(id)
    return place === undefined ? null : { id: place.id, name: place.name }
  }
  return {
    home: { id: home.id, kind: home.kind, name: home.name, path: home.path },
    community: named(communityId),
    estate: named(estateId),
    grid: named(gridId),
    contacts: await contactsAt(cx.db, cx.districtId, placedOf(home), cx.origin.language),
  }
}
