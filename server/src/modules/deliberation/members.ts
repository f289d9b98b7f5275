// Who sits in a body at a place: by the seats of its scheme; and the neighbours of a doorstep.
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { Scheme } from '../../../../contract/src/deliberation-schemes.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { persons } from '../identity/tables.ts'
import { coveringIds } from '../organisations/index.ts'
import { appointments, inForce, organisations, positions } from '../organisations/tables.ts'
import { columnOf, placedOf, type PlaceRow } from '../places/index.ts'
import { homePeople, places } from '../places/tables.ts'
import { placeToRun } from './policy.ts'
import { schemeOf } from './schemes.ts'

export interface Member {
  readonly personId: string
  readonly name: string
  readonly seat: string
  readonly seatKey: string | null
  readonly organisationId: string | null
  readonly organisation: string
  readonly votes: boolean
}
const MOST = 300
/** SQL: the appointment is for a grid that has buildings of the estate; the two trees meet there only. */
const gridsOf = (estateId: string) =>
  sql`${appointments.scopeId} in (select b.grid_id from places b where b.estate_id = ${estateId} and b.kind = 'building' and b.grid_id is not null)`
/** Everyone holds one seat: the first of the scheme that fits. */
export const membersAt = async (cx: Cx, scheme: Scheme, place: PlaceRow): Promise<Member[]> => {
  const codes = scheme.seats.flatMap((seat) => [...seat.positions])
  const kinds = scheme.seats.flatMap((seat) => [...seat.kinds])
  if (codes.length + kinds.length === 0) return []
  // District-wide holders are asked by a district's own meeting only.
  const scopes = coveringIds(placedOf(place)).filter((id) => place.kind === 'district' || id !== place.districtId)
  const column = columnOf[place.kind]
  const rows = await cx.db
    .select({
      personId: persons.id,
      name: persons.name,
      code: positions.code,
      kind: organisations.kind,
      organisationId: organisations.id,
      organisation: organisations.name,
    })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), organisations.active))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .innerJoin(places, eq(places.id, appointments.scopeId))
    .where(
      and(
        eq(appointments.districtId, cx.districtId),
        inForce,
        or(
          inArray(appointments.scopeId, scopes),
          column === null ? undefined : eq(places[column], place.id),
          place.kind === 'estate' ? gridsOf(place.id) : undefined,
        ),
        or(
          codes.length === 0 ? undefined : inArray(positions.code, codes),
          kinds.length === 0 ? undefined : inArray(organisations.kind, kinds),
        ),
      ),
    )
    .orderBy(appointments.id)
    .limit(2000)
  const seated: Member[] = []
  const known = new Set<string>()
  for (const seat of scheme.seats)
    for (const row of rows) {
      if (known.has(row.personId) || seated.length >= MOST) continue
      if (!seat.positions.includes(row.code) && !seat.kinds.includes(row.kind)) continue
      known.add(row.personId)
      const { personId, name, organisationId, organisation } = row
      seated.push({
        personId,
        name,
        seat: seat.say,
        seatKey: seat.key,
        organisationId,
        organisation,
        votes: seat.votes,
      })
    }
  return seated
}
/** Everybody of bodies asked by name, in the seat that is theirs, else as listeners without a vote. */
export const askedOf = async (cx: Cx, scheme: Scheme, organisationIds: readonly string[]): Promise<Member[]> => {
  if (organisationIds.length === 0) return []
  const rows = await cx.db
    .selectDistinct({
      personId: persons.id,
      name: persons.name,
      code: positions.code,
      kind: organisations.kind,
      organisationId: organisations.id,
      organisation: organisations.name,
    })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), eq(organisations.active, true)))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .where(
      and(
        eq(appointments.districtId, cx.districtId),
        inForce,
        inArray(appointments.organisationId, [...new Set(organisationIds)]),
      ),
    )
    .orderBy(organisations.id, persons.id)
    .limit(MOST)
  const asked = new Map<string, Member>()
  for (const { kind, code, ...row } of rows) {
    const seat = scheme.seats.find((one) => one.positions.includes(code) || one.kinds.includes(kind))
    if (asked.has(row.personId) && seat === undefined) continue
    asked.set(row.personId, {
      ...row,
      seat: seat?.say ?? row.organisation,
      seatKey: seat?.key ?? null,
      votes: seat?.votes ?? false,
    })
  }
  return [...asked.values()]
}
const neighboursWhere = (cx: Cx, place: PlaceRow) => {
  const column = columnOf[place.kind]
  return and(
    eq(homePeople.districtId, cx.districtId),
    eq(homePeople.state, 'confirmed'),
    column === null ? eq(places.id, place.id) : eq(places[column], place.id),
  )
}
/** People who own or live in a home there, at most so many. */
export const neighboursAt = async (cx: Cx, place: PlaceRow): Promise<Member[]> => {
  const rows = await cx.db
    .selectDistinct({ personId: persons.id, name: persons.name })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .innerJoin(persons, and(eq(persons.id, homePeople.personId), persons.active))
    .where(neighboursWhere(cx, place))
    .orderBy(persons.id)
    .limit(MOST)
  return rows.map((row) => ({
    ...row,
    seat: '邻居',
    seatKey: null,
    organisationId: null,
    organisation: '',
    votes: true,
  }))
}
/** @throws deliberation.scheme, deliberation.scheme-place, place.not-found, access.out-of-scope */
export const showMembers = async (
  cx: Cx,
  query: { readonly scheme: string; readonly placeId: string },
): Promise<OutOf<(typeof deliberationApi)['GET /api/deliberation/members']>> => {
  const place = await placeToRun(cx, query.placeId)
  const scheme = await schemeOf(cx, query.scheme)
  if (!scheme.placeKinds.includes(place.kind)) throw refuse('deliberation.scheme-place')
  const members = await membersAt(cx, scheme, place)
  const [counted] = scheme.atTheDoor
    ? await cx.db
        .select({ n: sql<number>`count(distinct ${homePeople.personId})::int` })
        .from(homePeople)
        .innerJoin(places, eq(places.id, homePeople.homeId))
        .where(neighboursWhere(cx, place))
    : [{ n: 0 }]
  return {
    people: members.map(({ personId, name, seat, organisation, votes }) => ({
      id: personId,
      name,
      seat,
      organisation,
      votes,
    })),
    empty: scheme.seats.filter((seat) => !members.some((one) => one.seatKey === seat.key)).map((seat) => seat.say),
    neighbours: counted?.n ?? 0,
  }
}
