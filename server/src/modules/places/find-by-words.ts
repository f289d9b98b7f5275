// Finding a place: step by step, or by words of its path. Names only: any signed-in person may.
import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Cx } from '../../platform/cx.ts'
import { matches } from '../../platform/search.ts'
import { placesByIds } from './find-place.ts'
import { findPlace } from './policy.ts'
import { places } from './tables.ts'

type Choices = OutOf<(typeof placesApi)['GET /api/places/choose']>
type Found = OutOf<(typeof placesApi)['GET /api/places/search']>
const FOUND_AT_MOST = 30
/** People look for doors, not for grids. */
const notChosen: PlaceKind[] = ['grid', 'microGrid']
const kindRank = sql`array_position(array['district', 'street', 'community', 'grid', 'microGrid', 'estate', 'building', 'unit', 'home', 'shop', 'parking'], ${places.kind})`

/** Active places directly below; without a parent, the streets. @throws place.not-found */
export const choosePlace = async (cx: Cx, parentId: string | undefined): Promise<Choices> => {
  const parent = await findPlace(cx, parentId ?? cx.districtId)
  const below = sql<boolean>`exists (select 1 from places k where k.parent_id = places.id and k.active and k.kind not in ('grid', 'microGrid'))`
  return cx.db
    .select({ id: places.id, kind: places.kind, name: places.name, path: places.path, hasChildren: below })
    .from(places)
    .where(and(eq(places.parentId, parent.id), eq(places.active, true), notInArray(places.kind, notChosen)))
    .orderBy(asc(kindRank), asc(places.pathOrder), asc(places.id))
}
const kindsOf = (text: string | undefined): PlaceKind[] =>
  (text ?? '').split(',').filter((kind): kind is PlaceKind => kind in placeKinds)

/** The larger places first. A grid is named with its community, since every community has a first grid. */
export const searchPlaces = async (cx: Cx, query: { text: string; kinds?: string | undefined }): Promise<Found> => {
  const kinds = kindsOf(query.kinds)
  const text = sql`${places.path} || ' ' || coalesce(${places.code}, '')`
  const rows = await cx.db
    .select({ id: places.id, kind: places.kind, name: places.name, path: places.path, communityId: places.communityId })
    .from(places)
    .where(
      and(
        eq(places.districtId, cx.districtId),
        eq(places.active, true),
        kinds.length === 0 ? undefined : inArray(places.kind, kinds),
        matches(places.search, text, query.text),
      ),
    )
    .orderBy(asc(kindRank), sql`length(${places.path})`, asc(places.pathOrder), asc(places.id))
    .limit(FOUND_AT_MOST)
  const inGrids = rows.filter((row) => notChosen.includes(row.kind)).flatMap((row) => row.communityId ?? [])
  const communities = await placesByIds(cx.db, inGrids)
  return rows.map(({ communityId, ...row }) => {
    const community = notChosen.includes(row.kind) && communityId !== null ? communities.get(communityId) : undefined
    return community === undefined ? row : { ...row, path: `${community.name} ${row.path}` }
  })
}
