// Which people a member of staff may see and change: those who live, serve or report inside their area.
import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { handlingKinds } from '../../../../contract/src/organisations-kinds.ts'
import { holding, mayGrant, visibleAt, visibleFor } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { cases } from '../cases/tables.ts'
import { appointments, positions, today } from '../organisations/tables.ts'
import { homePeople, places } from '../places/tables.ts'
import { persons } from './tables.ts'

type PersonPermission = Extract<Permission, `person.${string}`>
/** Bodies that only get to know the reporters of what was dispatched to them. */
const handlerOnly = new Set<string>(
  handlingKinds.filter((kind) => kind === 'propertyCompany' || kind === 'department' || kind === 'team'),
)

/** The actor as they stand without, or with only, appointments in handling bodies. */
const only = (actor: Actor, handlers: boolean): Actor => ({
  ...actor,
  held: actor.held.filter((held) => handlerOnly.has(held.organisationKind) === handlers),
})
const hasReportedInside = (actor: Actor, permission: PersonPermission): SQL => {
  const own = visibleAt(only(actor, false), permission, cases)
  const dispatched = sql`(not ${cases.nameHidden} and ${visibleFor(only(actor, true), permission, cases.handlerId, cases)})`
  return sql`exists (select 1 from ${cases} where ${cases.reporterId} = ${persons.id} and (${own} or ${dispatched}))`
}
/** SQL: the person is visible to the actor by this permission. */
export const visiblePeople = (actor: Actor, permission: PersonPermission): SQL => {
  const tenant = sql`${persons.districtId} = ${actor.districtId} and ${persons.erasedAt} is null`
  if (holding(actor, permission).some((held) => held.scopeKind === 'district' && held.scopeId === actor.districtId))
    return tenant
  const placed = visibleAt(actor, permission, places)
  return sql`${tenant} and (${or(
    eq(persons.createdBy, actor.personId),
    sql`exists (select 1 from ${homePeople} join ${places} on ${places.id} = ${homePeople.homeId}
      where ${homePeople.personId} = ${persons.id} and ${homePeople.state} in ('claimed', 'confirmed') and ${placed})`,
    sql`exists (select 1 from ${appointments} join ${places} on ${places.id} = ${appointments.scopeId}
      where ${appointments.personId} = ${persons.id} and ${placed})`,
    hasReportedInside(actor, permission),
  )})`
}
/** One visible person. @throws identity.no-person: whether there is such a person is private */
export const findPerson = async (cx: Cx, id: string, permission: PersonPermission, lock = false) => {
  const query = cx.db
    .select()
    .from(persons)
    .where(and(eq(persons.id, id), visiblePeople(cx.actor, permission)))
  const [person] = lock ? await query.for('update') : await query
  if (person === undefined) throw refuse('identity.no-person')
  return person
}
/**
 * How somebody signs in may be changed only by those who could have appointed them to all they are: otherwise a clerk
 * could take over the account of a superior. @throws appointment.beyond-own
 */
export const checkMayChangeSignIn = async (cx: Cx, personId: string): Promise<void> => {
  const rows = await cx.db
    .select({ permissions: positions.permissions, scope: places })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(places, eq(places.id, appointments.scopeId))
    .where(
      and(eq(appointments.personId, personId), sql`(${appointments.toOn} is null or ${appointments.toOn} >= ${today})`),
    )
  const isBeyond = rows.some(
    ({ permissions, scope }) => !mayGrant(cx.actor, personId, permissions as unknown as Permission[], scope),
  )
  if (isBeyond) throw refuse('appointment.beyond-own')
}
