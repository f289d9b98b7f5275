// The place of a case with all a case row needs of it, in one query. Every community has a first grid: it is named too.
import { sql } from 'drizzle-orm'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'

export interface CasePlace {
  readonly id: string
  readonly kind: PlaceKind
  readonly name: string
  readonly path: string
  readonly streetId: string
  readonly communityId: string
  readonly gridId: string | null
  readonly microGridId: string | null
  readonly estateId: string | null
  readonly buildingId: string | null
  readonly unitId: string | null
  readonly lon: number | null
  readonly lat: number | null
}
/** @throws place.not-found, or case.no-place when it stands above a community. */
export const casePlace = async (db: Tx, districtId: string, placeId: string): Promise<CasePlace> => {
  const found = await db.execute<Record<string, unknown>>(sql`
    select p.id, p.kind, p.name, case when p.kind in ('grid', 'microGrid') then c.name || ' ' else '' end || p.path as path, p.street_id as "streetId", p.community_id as "communityId", p.grid_id as "gridId", p.micro_grid_id as "microGridId", p.estate_id as "estateId",
      p.building_id as "buildingId", p.unit_id as "unitId", coalesce(p.lon, b.lon, e.lon) as lon, coalesce(p.lat, b.lat, e.lat) as lat
    from places p left join places b on b.id = p.building_id left join places e on e.id = p.estate_id left join places c on c.id = p.community_id
    where p.id = ${placeId} and p.district_id = ${districtId} and p.active`)
  const place = found.rows[0] as CasePlace | undefined
  if (place === undefined) throw refuse('place.not-found')
  if (place.communityId === null) throw refuse('case.no-place', { because: 'above a community' })
  return place
}
