// Who holds a permission where, and which organisations serve a place, today in Shanghai.
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import type { Placed } from '../../platform/access.ts'
import type { Tx } from '../../platform/database.ts'
import { persons } from '../identity/tables.ts'
import { organisationColumns, type OrganisationRow } from './find-organisation.ts'
import { appointments, inForce, organisationPlaces, organisations, positions } from './tables.ts'

/** The ids of the places that cover a row, nearest first. */
export const coveringIds = (placed: Placed): string[] =>
  [
    placed.unitId,
    placed.buildingId,
    placed.estateId,
    placed.microGridId,
    placed.gridId,
    placed.communityId,
    placed.streetId,
    placed.districtId,
  ].filter((id) => id !== null)

const holdersWhere = async (
  db: Tx,
  permission: Permission,
  scopeIds: readonly string[],
  more: SQL,
): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ personId: appointments.personId })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .where(
      and(
        more,
        inForce,
        inArray(appointments.scopeId, [...scopeIds]),
        sql`${positions.permissions} @> ${sql.param([permission])}::text[]`,
      ),
    )
  return rows.map((row) => row.personId)
}
/** The people who hold a permission over this place today. */
export const holdersAt = (db: Tx, districtId: string, permission: Permission, placed: Placed): Promise<string[]> =>
  holdersWhere(db, permission, coveringIds(placed), eq(appointments.districtId, districtId))
/** The same, only of those close to it: whose scope is its community or something inside it. */
export const holdersNear = (db: Tx, districtId: string, permission: Permission, placed: Placed): Promise<string[]> =>
  holdersWhere(
    db,
    permission,
    coveringIds(placed).filter((id) => id !== placed.streetId && id !== placed.districtId),
    eq(appointments.districtId, districtId),
  )
/** The same, of one organisation. */
export const holdersOf = (db: Tx, organisationId: string, permission: Permission, placed: Placed): Promise<string[]> =>
  holdersWhere(db, permission, coveringIds(placed), eq(appointments.organisationId, organisationId))

/** Kinds whose seat is also the area they serve. */
const seatedKinds = ['districtOffice', 'streetOffice', 'communityCommittee'] as const satisfies OrganisationKind[]

/** The active organisations of a kind that serve a place, those of the nearest place first. */
export const servingAt = async (
  db: Tx,
  districtId: string,
  kind: OrganisationKind | readonly OrganisationKind[],
  placed: Placed,
): Promise<OrganisationRow[]> => {
  const ids = coveringIds(placed)
  const served = db
    .select({ organisationId: organisationPlaces.organisationId, placeId: organisationPlaces.placeId })
    .from(organisationPlaces)
    .where(inArray(organisationPlaces.placeId, ids))
    .as('served')
  const nearest = sql<number>`min(array_position(${sql.param(ids)}::uuid[], coalesce(${served.placeId}, ${organisations.placeId})))`
  const rows = await db
    .select({ ...organisationColumns, nearest })
    .from(organisations)
    .leftJoin(served, eq(served.organisationId, organisations.id))
    .where(
      and(
        eq(organisations.districtId, districtId),
        inArray(organisations.kind, [kind].flat()),
        organisations.active,
        or(
          sql`${served.placeId} is not null`,
          and(inArray(organisations.kind, seatedKinds), inArray(organisations.placeId, ids)),
        ),
      ),
    )
    .groupBy(organisations.id)
    .orderBy(nearest, organisations.name, organisations.id)
  return rows.map(({ nearest: _nearest, ...row }) => row)
}

/** The active organisations with somebody in force who holds a permission over this place, those nearest first. */
export const answeringAt = async (
  db: Tx,
  districtId: string,
  permission: Permission,
  placed: Placed,
): Promise<{ id: string; name: string; kind: OrganisationKind; people: number }[]> => {
  const ids = coveringIds(placed)
  const nearest = sql<number>`min(array_position(${sql.param(ids)}::uuid[], ${appointments.scopeId}))`
  const rows = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      people: sql<number>`count(distinct ${appointments.personId})::int`,
      nearest,
    })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), organisations.active))
    .where(
      and(
        eq(appointments.districtId, districtId),
        inForce,
        inArray(appointments.scopeId, ids),
        sql`${positions.permissions} @> ${sql.param([permission])}::text[]`,
      ),
    )
    .groupBy(organisations.id)
    .orderBy(nearest, organisations.name, organisations.id)
  return rows.map(({ nearest: _nearest, ...row }) => row)
}
/** The people who hold a permission over something that lies in an area. */
export const holdersBelow = async (
  db: Tx,
  districtId: string,
  permission: Permission,
  area: { readonly id: string; readonly kind: 'street' | 'community' | 'grid' | 'estate' },
): Promise<string[]> => {
  const column = sql.identifier(`${area.kind}_id`)
  const rows = await db
    .selectDistinct({ personId: appointments.personId })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .where(
      and(
        eq(appointments.districtId, districtId),
        inForce,
        sql`${appointments.scopeId} in (select p.id from places p where p.${column} = ${area.id})`,
        sql`${positions.permissions} @> ${sql.param([permission])}::text[]`,
      ),
    )
  return rows.map((row) => row.personId)
}
/** The people who hold a permission by an appointment at exactly this place. */
export const holdersInScope = (
  db: Tx,
  districtId: string,
  permission: Permission,
  scopeId: string,
): Promise<string[]> => holdersWhere(db, permission, [scopeId], eq(appointments.districtId, districtId))
