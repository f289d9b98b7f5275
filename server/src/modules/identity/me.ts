// What a signed-in person sees of themselves, and changes.
import { and, asc, desc, eq } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { identityApi } from '../../../../contract/src/identity.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import type { Cx } from '../../platform/cx.ts'
import { ofPerson } from '../../platform/journal-words.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import { uuidv7 } from 'uuidv7'
import { appointments, inForce, organisations, positions } from '../organisations/tables.ts'
import { places } from '../places/tables.ts'
import { PRIVACY_VERSION } from './privacy-notice.ts'
import { nameSearch } from './register-person.ts'
import { consents, persons } from './tables.ts'

export type Me = OutOf<(typeof identityApi)['GET /api/identity/me']>

const appointmentsOf = async (db: Tx, personId: string): Promise<Me['appointments']> => {
  const rows = await db
    .select({ appointment: appointments, position: positions, organisation: organisations, scope: places })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), organisations.active))
    .innerJoin(places, eq(places.id, appointments.scopeId))
    .where(and(eq(appointments.personId, personId), inForce))
    .orderBy(asc(appointments.fromOn), asc(appointments.id))
  return rows.map(({ appointment, position, organisation, scope }) => ({
    id: appointment.id,
    position: { id: position.id, code: position.code, name: position.name },
    organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
    scope: { id: scope.id, name: scope.name, kind: scope.kind },
    permissions: position.permissions as unknown as Permission[],
    from: appointment.fromOn,
    to: appointment.toOn,
  }))
}
/** The person as they see themselves; permissions are the union of the appointments in force. */
export const meOf = async (db: Tx, personId: string): Promise<Me> => {
  const [person] = await db.select().from(persons).where(eq(persons.id, personId))
  if (person === undefined) throw refuse('identity.no-person')
  const [district] = await db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(eq(places.id, person.districtId))
  const [consent] = await db
    .select()
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(1)
  const held = await appointmentsOf(db, personId)
  const given = consent?.given === true && consent.version === PRIVACY_VERSION
  return {
    id: person.id,
    name: person.name,
    phone: person.phoneMasked,
    login: person.login,
    language: person.language,
    largeType: person.largeType,
    quiet: person.quietFrom !== null && person.quietTo !== null ? { from: person.quietFrom, to: person.quietTo } : null,
    smsAllowed: person.smsAllowed,
    consent: { version: PRIVACY_VERSION, current: given, givenAt: given ? consent.at.toISOString() : null },
    hasPassword: person.passwordHash !== null,
    hasTotp: person.totpSealed !== null,
    appointments: held,
    permissions: [...new Set(held.flatMap((one) => one.permissions))],
    district: district ?? { id: person.districtId, name: '' },
  }
}
export interface MySettings {
  readonly name?: string | undefined
  readonly language?: 'zh-CN' | 'en' | undefined
  readonly largeType?: boolean | undefined
  readonly quiet?: { readonly from: string; readonly to: string } | null | undefined
  readonly smsAllowed?: boolean | undefined
}
/** Changes what is given, leaves the rest. */
export const changeMe = async (cx: Cx, input: MySettings): Promise<Me> => {
  const id = cx.actor.personId
  const [before] = await cx.db.select().from(persons).where(eq(persons.id, id)).for('update')
  const { quiet, name, ...plain } = input
  const changes = {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(name === undefined ? {} : { name, search: nameSearch(name, before!.login) }),
    ...(quiet === undefined ? {} : { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
  }
  if (Object.keys(changes).length > 0) await cx.db.update(persons).set(changes).where(eq(persons.id, id))
  const after = await meOf(cx.db, id)
  const told = {
    name: ofPerson(id, after.name),
    language: after.language,
    largeType: after.largeType,
    quiet: after.quiet,
    smsAllowed: after.smsAllowed,
  }
  const was = {
    name: ofPerson(id, before!.name),
    language: before!.language,
    largeType: before!.largeType,
    quiet: before!.quietFrom === null ? null : { from: before!.quietFrom, to: before!.quietTo },
    smsAllowed: before!.smsAllowed,
  }
  await cx.journal({
    action: 'identity.settings',
    sentence: '改了自己的设置',
    thing: { kind: 'person', id },
    before: was,
    after: told,
  })
  return after
}
/** Gives or withdraws consent; only the version in force can be consented to. @throws http.bad-input */
export const consent = async (cx: Cx, input: { version: string; given: boolean }): Promise<Me> => {
  if (input.given && input.version !== PRIVACY_VERSION)
    throw refuse('http.bad-input', { fields: [{ path: 'version', message: '说明已更新，请重新阅读' }] })
  const personId = cx.actor.personId
  await cx.db
    .insert(consents)
    .values({ id: uuidv7(), personId, version: PRIVACY_VERSION, given: input.given, at: cx.now })
  await cx.journal({
    action: 'identity.consent',
    sentence: input.given ? '同意了个人信息说明' : '撤回了对个人信息说明的同意',
    thing: { kind: 'person', id: personId },
    after: { version: PRIVACY_VERSION, given: input.given },
  })
  return meOf(cx.db, personId)
}
/** All consents given and withdrawn, newest first. */
export const consentsOf = async (db: Tx, personId: string) =>
  (
    await db
      .select()
      .from(consents)
      .where(eq(consents.personId, personId))
      .orderBy(desc(consents.at), desc(consents.id))
  ).map(({ version, given, at }) => ({ version, given, at: at.toISOString() }))
