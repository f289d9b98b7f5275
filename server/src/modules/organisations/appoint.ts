// Appoints a person, ends an appointment on a day, removes one entered by mistake.
import { and, eq, ne, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { organisationsApi } from '../../../../contract/src/organisations.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { mayAt, mayGrant } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { persons } from '../identity/tables.ts'
import { endSessionsOfAll } from './end-sessions.ts'
import { stateOn, viewAppointment, type Appointment } from './list-appointments.ts'
import { findPlaceWithin, findVisibleOrganisation } from './policy.ts'
import { appointments, positions } from './tables.ts'

type New = ParsedBody<(typeof organisationsApi)['POST /api/organisations/appointments']>
interface Term {
  readonly personId: string
  readonly positionId: string
  readonly organisationId: string
  readonly scopeId: string
  readonly from: string
  readonly to: string | null
}
const checkGrant = (cx: Cx, personId: string, scope: PlaceRow, permissions: readonly Permission[]): void => {
  if (!mayGrant(cx.actor, personId, permissions, placedOf(scope))) throw refuse('appointment.beyond-own')
}
const checkTerm = async (cx: Cx, term: Term, except: string | null): Promise<void> => {
  if (term.to !== null && term.to < term.from)
    throw refuse('appointment.dates', { fields: [{ path: 'to', message: term.to }] })
  // Appointments of one person queue here, so that two at once cannot overlap.
  await cx.db.select({ id: persons.id }).from(persons).where(eq(persons.id, term.personId)).for('update')
  const [same] = await cx.db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.personId, term.personId),
        eq(appointments.positionId, term.positionId),
        eq(appointments.organisationId, term.organisationId),
        eq(appointments.scopeId, term.scopeId),
        except === null ? undefined : ne(appointments.id, except),
        sql`daterange(${appointments.fromOn}, ${appointments.toOn}, '[]') && daterange(${term.from}::date, ${term.to}::date, '[]')`,
      ),
    )
    .limit(1)
  if (same !== undefined) throw refuse('appointment.overlap')
}
const journalled = ({ person, position, organisation, scope, from, to }: Appointment) => ({
  personId: person.id,
  position: position.name,
  positionId: position.id,
  organisation: organisation.name,
  organisationId: organisation.id,
  scope: scope.name,
  scopeId: scope.id,
  from,
  to,
})
/**
 * Takes effect and lapses by itself on its dates, in Shanghai.
 * @throws identity.no-person, position.not-found, organisation.not-found, place.not-found, access.out-of-scope, appointment.wrong-kind, appointment.beyond-own, appointment.dates, appointment.overlap
 */
export const appoint = async (cx: Cx, input: New): Promise<Appointment> => {
  const [person] = await cx.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.id, input.personId), eq(persons.districtId, cx.districtId), persons.active))
  if (person === undefined) throw refuse('identity.no-person')
  const [position] = await cx.db
    .select()
    .from(positions)
    .where(and(eq(positions.id, input.positionId), eq(positions.districtId, cx.districtId)))
  if (position === undefined) throw refuse('position.not-found')
  const scope = await findPlaceWithin(cx, 'appointment.edit', input.scopeId)
  const organisation = await findVisibleOrganisation(cx, input.organisationId)
  const fits = position.organisationKinds.includes(organisation.kind) && position.scopeKinds.includes(scope.kind)
  if (!fits || !organisation.active || !scope.active) throw refuse('appointment.wrong-kind')
  checkGrant(cx, person.id, scope, position.permissions)
  const term = {
    personId: input.personId,
    positionId: input.positionId,
    organisationId: input.organisationId,
    scopeId: input.scopeId,
    from: input.from,
    to: input.to ?? null,
  }
  await checkTerm(cx, term, null)
  const id = uuidv7()
  const { from, to, ...post } = term
  await cx.db
    .insert(appointments)
    .values({ id, districtId: cx.districtId, ...post, fromOn: from, toOn: to, createdBy: cx.actor.personId })
  if (stateOn(shanghaiDay(cx.now), from, to) === 'inForce') await endSessionsOfAll(cx, [person.id])
  const view = (await viewAppointment(cx, id))!
  await cx.journal({
    action: 'appointment.add',
    sentence: '任命了人员',
    thing: { kind: 'appointment', id },
    after: journalled(view),
  })
  return view
}
/** The row, locked, where the actor may appoint. @throws appointment.not-found, access.out-of-scope */
const lockAppointment = async (cx: Cx, id: string) => {
  const [row] = await cx.db
    .select()
    .from(appointments)
    .where(and(eq(appointments.id, id), eq(appointments.districtId, cx.districtId)))
    .for('update')
  if (row === undefined) throw refuse('appointment.not-found')
  const scope = await placeById(cx.db, row.scopeId)
  if (scope === null || !mayAt(cx.actor, 'appointment.edit', placedOf(scope))) throw refuse('access.out-of-scope')
  return { row, scope }
}
/** `to` is the last day in office. A later day than before is a new grant and checked like one. */
export const endAppointment = async (
  cx: Cx,
  id: string,
  input: { to: string; reason?: string | undefined },
): Promise<Appointment> => {
  const { row, scope } = await lockAppointment(cx, id)
  const day = shanghaiDay(cx.now)
  if (stateOn(day, row.fromOn, row.toOn) === 'ended') throw refuse('lifecycle.wrong-state')
  if (row.toOn !== null && input.to > row.toOn) {
    const [position] = await cx.db
      .select({ permissions: positions.permissions })
      .from(positions)
      .where(eq(positions.id, row.positionId))
    checkGrant(cx, row.personId, scope, position?.permissions ?? [])
  }
  await checkTerm(cx, { ...row, from: row.fromOn, to: input.to }, id)
  const before = (await viewAppointment(cx, id))!
  await cx.db.update(appointments).set({ toOn: input.to }).where(eq(appointments.id, id))
  if (stateOn(day, row.fromOn, input.to) === 'ended') await endSessionsOfAll(cx, [row.personId])
  const view = (await viewAppointment(cx, id))!
  await cx.journal({
    action: 'appointment.end',
    sentence: '免去了任职',
    thing: { kind: 'appointment', id },
    before: journalled(before),
    after: { ...journalled(view), reason: input.reason ?? null },
  })
  return view
}
/** Only before its first day: what has begun is history. @throws appointment.not-found, access.out-of-scope, appointment.begun */
export const removeAppointment = async (cx: Cx, id: string): Promise<{ done: true }> => {
  const { row } = await lockAppointment(cx, id)
  if (row.fromOn <= shanghaiDay(cx.now)) throw refuse('appointment.begun')
  const before = (await viewAppointment(cx, id))!
  await cx.db.delete(appointments).where(eq(appointments.id, id))
  await cx.journal({
    action: 'appointment.remove',
    sentence: '删除了任职',
    thing: { kind: 'appointment', id },
    before: journalled(before),
  })
  return { done: true }
}
