// Finding a place: step by step, or by words of its path. Names only: any signed-in person may.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Cx } from '../../platform/cx.ts'
import { matches } from '../../platform/search.ts'
import { placesByIds } from './find-place.ts'
import { inCountingOrder } from './placing.ts'
import { findPlace } from './policy.ts'
import { places } from './tables.ts'

type Choices = OutOf<(typeof placesApi)['GET /api/places/choose']>
type Found = OutOf<(typeof placesApi)['GET /api/places/search']>
const FOUND_AT_MOST = 30
const gridKinds: PlaceKind[] = ['grid', 'microGrid']
const kindRank = sql`array_position(array['district', 'street', 'community', 'grid', 'microGrid', 'estate', 'building', 'unit', 'home', 'shop', 'parking'], ${places.kind})`

/** Estates come before the grids of a community: people look for their door first, for a street corner after. */
const choiceRank = sql`array_position(array['street', 'community', 'estate', 'grid', 'microGrid', 'building', 'unit', 'home', 'shop', 'parking'], ${places.kind})`
/** What stands in a grid, so that people know which one is meant. */
const estatesOfGrid = sql<string | null>`case when places.kind in ('grid', 'microGrid') then (
  select string_agg(distinct e.name, '、' order by e.name) from places b join places e on e.id = b.estate_id
  where b.kind = 'building' and b.active and case places.kind when 'grid' then b.grid_id else b.micro_grid_id end = places.id) end`

/** Active places directly below; without a parent, the streets. @throws place.not-found */
export const choosePlace = async (cx: Cx, parentId: string | undefined): Promise<Choices> => {
  const parent = await findPlace(cx, parentId ?? cx.districtId)
  const below = sql<boolean>`exists (select 1 from places k where k.parent_id = places.id and k.active)`
  const { id, kind, name } = places
  const path = sql<string>`case when places.kind in ('grid', 'microGrid') then (select c.name || ' ' from places c where c.id = places.community_id) else '' end || places.path`
  return cx.db
    .select({ id, kind, name, path, hasChildren: below, note: estatesOfGrid })
    .from(places)
    .where(and(eq(places.parentId, parent.id), eq(places.active, true)))
    .orderBy(asc(choiceRank), asc(inCountingOrder), asc(places.id))
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
  const inGrids = rows.filter((row) => gridKinds.includes(row.kind)).flatMap((row) => row.communityId ?? [])
  const communities = await placesByIds(cx.db, inGrids)
  return rows.map(({ communityId, ...row }) => {
    const community = gridKinds.includes(row.kind) && communityId !== null ? communities.get(communityId) : undefined
    return community === undefined ? row : { ...row, path: `${community.name} ${row.path}` }
  })
}
