// Who may see and change which organisation and which appointment.
import { eq, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { holding, mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { organisationById, type OrganisationRow } from './find-organisation.ts'
import { organisationPlaces, organisations } from './tables.ts'

export const seat = alias(places, 'seat')
const placedIn = (table: typeof seat) => ({
  districtId: table.districtId,
  streetId: table.streetId,
  communityId: table.communityId,
  gridId: table.gridId,
  microGridId: table.microGridId,
  estateId: table.estateId,
  buildingId: table.buildingId,
  unitId: table.unitId,
})
const everywhere = (actor: Actor): boolean =>
  holding(actor, 'organisation.see').some((held) => held.scopeKind === 'district')
/** SQL on a joined place: it lies where the actor may see organisations. */
export const visibleSeat = (actor: Actor): SQL => visibleAt(actor, 'organisation.see', placedIn(seat))
const own = (actor: Actor) => sql`${sql.param([...new Set(actor.held.map((held) => held.organisationId))])}::uuid[]`

/** SQL: the organisation sits in the actor's area, serves a place in it, or is the actor's own. */
export const visibleOrganisations = (actor: Actor): SQL => {
  if (everywhere(actor)) return sql`true`
  const visible = visibleSeat(actor)
  return sql`(organisations.id = any(${own(actor)})
    or exists (select 1 from places seat where seat.id = organisations.place_id and ${visible})
    or exists (select 1 from organisation_places served join places seat on seat.id = served.place_id where served.organisation_id = organisations.id and ${visible}))`
}
/** SQL, with the scope joined as `seat`: the appointment's scope lies in the actor's area, or it is in the actor's own organisation. */
export const visibleAppointments = (actor: Actor): SQL =>
  everywhere(actor) ? sql`true` : sql`(appointments.organisation_id = any(${own(actor)}) or ${visibleSeat(actor)})`

/** @throws organisation.not-found, access.out-of-scope */
export const findVisibleOrganisation = async (cx: Cx, id: string): Promise<OrganisationRow> => {
  const organisation = await organisationById(cx.db, id)
  if (organisation === null || organisation.districtId !== cx.districtId) throw refuse('organisation.not-found')
  const [visible] = await cx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(sql`${eq(organisations.id, id)} and ${visibleOrganisations(cx.actor)}`)
  if (visible === undefined) throw refuse('access.out-of-scope')
  return organisation
}
/** A place of this district where the actor holds the permission. @throws place.not-found, access.out-of-scope */
export const findPlaceWithin = async (cx: Cx, permission: Permission, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, permission, placedOf(place))) throw refuse('access.out-of-scope')
  return place
}
/** Whether the actor may change it: its seat lies in the area; one without a seat belongs to the district. */
export const mayEdit = async (cx: Cx, organisation: Pick<OrganisationRow, 'placeId'>): Promise<boolean> => {
  const place = await placeById(cx.db, organisation.placeId ?? cx.districtId)
  return place !== null && mayAt(cx.actor, 'organisation.edit', placedOf(place))
}
/** The places an organisation serves, by id. */
export const servedIds = async (cx: Cx, organisationId: string): Promise<string[]> => {
  const rows = await cx.db
    .select({ placeId: organisationPlaces.placeId })
    .from(organisationPlaces)
    .where(eq(organisationPlaces.organisationId, organisationId))
  return rows.map((row) => row.placeId)
}
