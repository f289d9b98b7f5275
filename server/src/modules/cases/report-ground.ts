// All a report needs to know before it is written, in one query: the place, the bodies that serve it, a fresh number.
import type { OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import type { CasePlace } from './case-place.ts'
import type { ServingBody } from './propose-handler.ts'

export interface ReportGround {
  readonly place: CasePlace
  /** Property companies, community and street, nearest first. */
  readonly serving: readonly ServingBody[]
  /** Names of the places the case view shows, by id. */
  readonly names: readonly { readonly id: string; readonly name: string }[]
  readonly number: number
}
const kinds = ['propertyCompany', 'communityCommittee', 'streetOffice'] as const satisfies OrganisationKind[]
/** As `casePlace` and `servingAt` find them, at once: every round trip of a report is paid by every reporter. */
const text = `
select p.id, p.kind, p.name, case when p.kind in ('grid', 'microGrid') then c.name || ' ' else '' end || p.path as path,
  p.street_id as "streetId", p.community_id as "communityId", p.grid_id as "gridId", p.micro_grid_id as "microGridId",
  p.estate_id as "estateId", p.building_id as "buildingId", p.unit_id as "unitId",
  coalesce(p.lon, b.lon, e.lon) as lon, coalesce(p.lat, b.lat, e.lat) as lat,
  s.name as street, c.name as community, g.name as grid, e.name as estate,
  nextval('case_numbers') as number,
  (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name) order by o.nearest, o.name, o.id), '[]')
    from (select o.id, o.kind, o.name, min(array_position(ids.covering, found.place_id)) as nearest
      from (select op.organisation_id, op.place_id from organisation_places op where op.place_id = any (ids.covering)
        union all select seat.id, seat.place_id from organisations seat where seat.place_id = any (ids.covering) and seat.kind <> 'propertyCompany') found
      join organisations o on o.id = found.organisation_id and o.district_id = p.district_id and o.active and o.kind = any ($3::text[])
      group by o.id) o) as serving
from places p left join places b on b.id = p.building_id left join places e on e.id = p.estate_id left join places c on c.id = p.community_id
  left join places s on s.id = p.street_id left join places g on g.id = p.grid_id
  cross join lateral (select array_remove(array[p.unit_id, p.building_id, p.estate_id, p.micro_grid_id, p.grid_id, p.community_id, p.street_id, p.district_id], null) as covering) ids
where p.id = $1 and p.district_id = $2 and p.active`

type Found = CasePlace & {
  readonly street: string | null
  readonly community: string | null
  readonly grid: string | null
  readonly estate: string | null
  readonly number: string
  readonly serving: readonly ServingBody[]
}
/** @throws place.not-found, or case.no-place when it stands above a community. */
export const reportGround = async (db: Tx, districtId: string, placeId: string): Promise<ReportGround> => {
  const { rows } = await db.$client.query<Found>({ text }, [placeId, districtId, [...kinds]])
  const found = rows[0]
  if (found === undefined) throw refuse('place.not-found')
  const { street, community, grid, estate, number, serving, ...place } = found
  if (place.communityId === null) throw refuse('case.no-place', { because: 'above a community' })
  const names = [
    { id: place.streetId, name: street ?? '' },
    { id: place.communityId, name: community ?? '' },
    ...(place.gridId === null ? [] : [{ id: place.gridId, name: grid ?? '' }]),
    ...(place.estateId === null ? [] : [{ id: place.estateId, name: estate ?? '' }]),
  ]
  return { place, serving, names, number: Number(number) }
}
