// Enforcement officers by area (执法包片): holders of that position whose area covers a community or lies in it.
import { and, eq } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { operationsApi } from '../../../../contract/src/operations.ts'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { persons } from '../identity/tables.ts'
import { appointments, inForce, organisations, positions } from '../organisations/tables.ts'
import { columnOf, placeById, placedColumns } from '../places/index.ts'
import { places } from '../places/tables.ts'

type Areas = OutOf<(typeof operationsApi)['GET /api/operations/officers']>
const AT_MOST = 300

const communitiesOf = async (cx: Cx, placeId: string | undefined) => {
  const place = placeId === undefined ? null : await placeById(cx.db, placeId)
  if (placeId !== undefined && place?.districtId !== cx.districtId) throw refuse('place.not-found')
  // Of a place inside a community, that community.
  const about = place?.communityId ? await placeById(cx.db, place.communityId) : place
  const column = about === null ? null : columnOf[about.kind]
  return cx.db
    .select({ id: places.id, name: places.name, streetId: places.streetId, districtId: places.districtId })
    .from(places)
    .where(
      and(
        eq(places.districtId, cx.districtId),
        eq(places.kind, 'community'),
        places.active,
        visibleAt(cx.actor, 'organisation.see', placedColumns),
        about === null || column === null ? undefined : eq(placedColumns[column], about.id),
      ),
    )
    .orderBy(places.pathOrder, places.id)
    .limit(AT_MOST)
}
/** The phone is the department's line, never a private number. */
export const officersByArea = async (cx: Cx, placeId: string | undefined): Promise<Areas> => {
  const communities = await communitiesOf(cx, placeId)
  const rows = await cx.db
    .select({
      person: { id: persons.id, name: persons.name },
      department: { id: organisations.id, name: organisations.name },
      phone: organisations.phone,
      area: { id: places.id, kind: places.kind, name: places.name, path: places.path },
      communityId: places.communityId,
      position: positions.name,
    })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), organisations.active))
    .innerJoin(places, eq(places.id, appointments.scopeId))
    .where(and(eq(appointments.districtId, cx.districtId), eq(positions.code, 'enforcementOfficer'), inForce))
    .orderBy(organisations.name, persons.name, appointments.id)
    .limit(5000)
  return communities.map((community) => ({
    community: { id: community.id, name: community.name },
    officers: rows
      .filter(
        ({ area, communityId }) =>
          [community.id, community.streetId, community.districtId].includes(area.id) || communityId === community.id,
      )
      .map(({ communityId: _communityId, ...officer }) => officer),
  }))
}
