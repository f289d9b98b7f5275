// Makers of people for tests: with a phone, a home, a position, signed in.
import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { PlaceKind } from '../../../contract/src/places-tree.ts'
import { addPlace, type District, type Query } from './small-district.ts'

/** What a test makes its own people and places with. */
export const makersFor = (
  query: Query,
  district: District,
  sealing: { seal(text: string): string; hash(text: string, purpose: string): string },
) => {
  let phones = 0
  /** A person with a phone of their own, who has consented. */
  const makePerson = async (name: string): Promise<{ id: string; phone: string }> => {
    const id = uuidv7()
    const phone = `139${String(++phones).padStart(8, '0')}`
    await query(
      'insert into persons (id, district_id, name, phone_sealed, phone_hash, phone_masked) values ($1, $2, $3, $4, $5, $6)',
      [
        id,
        district.id,
        name,
        sealing.seal(phone),
        sealing.hash(phone, 'phone'),
        `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      ],
    )
    const { PRIVACY_VERSION } = await import('../../src/modules/identity/index.ts')
    await query('insert into consents (id, person_id, version, given, at) values ($1, $2, $3, true, now())', [
      uuidv7(),
      id,
      PRIVACY_VERSION,
    ])
    return { id, phone }
  }
  /** Appoints; from and to are days, by default from a year ago without end. */
  const appoint = async (
    personId: string,
    positionCode: string,
    organisationId: string,
    scopeId: string,
    from = '2020-01-01',
    to: string | null = null,
  ): Promise<string> => {
    const id = uuidv7()
    await query(
      'insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on, to_on) select $1, $2, $3, p.id, $4, $5, $6, $7 from positions p where p.district_id = $2 and p.code = $8',
      [id, district.id, personId, organisationId, scopeId, from, to, positionCode],
    )
    return id
  }
  /** A session of this person; returns the cookie. */
  const signIn = async (personId: string): Promise<string> => {
    const token = randomBytes(32).toString('base64url')
    await query(
      "insert into sessions (id, person_id, token_hash, expires_at, device, address) values ($1, $2, $3, now() + interval '1 day', 'test', '127.0.0.1')",
      [uuidv7(), personId, createHash('sha256').update(token).digest('hex')],
    )
    return `linli_session=${token}`
  }
  /** A signed-in resident of a home. */
  const makeResident = async (name: string, homeId: string = district.home1) => {
    const person = await makePerson(name)
    await query(
      "insert into home_people (id, district_id, home_id, person_id, relation, state) values ($1, $2, $3, $4, 'owner', 'confirmed')",
      [uuidv7(), district.id, homeId, person.id],
    )
    return { ...person, cookie: await signIn(person.id) }
  }
  /** A signed-in holder of one position. */
  const makeStaff = async (name: string, positionCode: string, organisationId: string, scopeId: string) => {
    const person = await makePerson(name)
    const appointmentId = await appoint(person.id, positionCode, organisationId, scopeId)
    return { ...person, appointmentId, cookie: await signIn(person.id) }
  }
  return {
    makePerson,
    appoint,
    signIn,
    makeResident,
    makeStaff,
    addPlace: (kind: PlaceKind, name: string, parent: string, grid: string | null = null) =>
      addPlace(query, kind, name, parent, grid),
  }
}
