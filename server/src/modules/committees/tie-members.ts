// Members who were written down as a name: whom of the known people they are, and their appointment until the term ends.
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { committeesApi } from '../../../../contract/src/committees.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { persons } from '../identity/tables.ts'
import { seatInBody } from '../organisations/index.ts'
import { appointments, organisations } from '../organisations/tables.ts'
import { homePeople, places } from '../places/tables.ts'
import { dayOf } from '../publicnotices/index.ts'
import { findCommittee, lockAs, type CommitteeRow } from './policy.ts'
import { committeeMembers } from './tables.ts'

type Known = OutOf<(typeof committeesApi)['GET /api/committees/:id/known']>
type MemberRow = typeof committeeMembers.$inferSelect
/** A seat still held, without an appointment. */
export const isOpenSeat = (row: CommitteeRow, member: MemberRow, today: string): boolean =>
  row.state === 'seated' && member.appointmentId === null && member.leftWords === null && member.toOn >= today

const openSeats = async (cx: Cx, row: CommitteeRow): Promise<MemberRow[]> => {
  const all = await cx.db
    .select()
    .from(committeeMembers)
    .where(eq(committeeMembers.committeeId, row.id))
    .orderBy(asc(committeeMembers.sort))
    .limit(200)
  return all.filter((one) => isOpenSeat(row, one, dayOf(cx.now)))
}
interface Found {
  readonly personId: string
  readonly name: string
  readonly where: string
}
const MOST = 200
const areNamed = (cx: Cx, names: readonly string[]) =>
  and(eq(persons.districtId, cx.districtId), persons.active, inArray(persons.name, [...names]))
/** Owners of the estate by these names. */
const ownersNamed = (cx: Cx, row: CommitteeRow, names: readonly string[]): Promise<Found[]> =>
  cx.db
    .select({ personId: persons.id, name: persons.name, where: places.path })
    .from(persons)
    .innerJoin(homePeople, eq(homePeople.personId, persons.id))
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(
      and(
        areNamed(cx, names),
        eq(homePeople.state, 'confirmed'),
        eq(homePeople.relation, 'owner'),
        eq(places.estateId, row.placeId),
      ),
    )
    .orderBy(places.pathOrder)
    .limit(MOST)
/** People in office today by these names. */
const staffNamed = (cx: Cx, names: readonly string[]): Promise<Found[]> =>
  cx.db
    .select({ personId: persons.id, name: persons.name, where: organisations.name })
    .from(persons)
    .innerJoin(appointments, eq(appointments.personId, persons.id))
    .innerJoin(organisations, eq(organisations.id, appointments.organisationId))
    .where(
      and(
        areNamed(cx, names),
        organisations.active,
        lte(appointments.fromOn, dayOf(cx.now)),
        or(isNull(appointments.toOn), gte(appointments.toOn, dayOf(cx.now))),
        sql`${organisations.kind} not in ('ownersCommittee', 'managementCommittee')`,
      ),
    )
    .orderBy(organisations.name)
    .limit(MOST)
/** For each open seat the people it may be, each person once. */
const matchesOf = async (
  cx: Cx,
  row: CommitteeRow,
  seats: readonly MemberRow[],
): Promise<Map<string, readonly Found[]>> => {
  const namesOf = (isOwners: boolean) =>
    seats.filter((one) => (one.side === 'owners') === isOwners).map((one) => one.name.trim())
  const [owners, staff] = [namesOf(true), namesOf(false)]
  const ownersFound = owners.length === 0 ? [] : await ownersNamed(cx, row, owners)
  const staffFound = staff.length === 0 ? [] : await staffNamed(cx, staff)
  return new Map(
    seats.map((seat) => {
      const found = (seat.side === 'owners' ? ownersFound : staffFound).filter(
        (one) => one.name === seat.name.trim() && (seat.personId === null || seat.personId === one.personId),
      )
      return [seat.id, [...new Map(found.map((one) => [one.personId, one])).values()]]
    }),
  )
}
/** @throws committee.not-found, access.out-of-scope */
export const knownPeople = async (cx: Cx, id: string): Promise<Known> => {
  const row = await findCommittee(cx, id)
  if (!mayAt(cx.actor, 'committee.run', row)) throw refuse('access.out-of-scope')
  const seats = await openSeats(cx, row)
  const matches = await matchesOf(cx, row, seats)
  const briefs = await personsByIds(
    cx.db,
    [...matches.values()].flat().map((one) => one.personId),
  )
  return seats.map(({ id: memberId, name, side }) => ({
    memberId,
    name,
    side,
    people: matches.get(memberId)!.map(({ personId, where }) => ({
      id: personId,
      phoneMasked: briefs.get(personId)?.phoneMasked ?? null,
      where,
    })),
  }))
}
interface Tie {
  readonly memberId: string
  readonly personId: string
}
/** Nobody sits twice. @throws committee.twice */
const assertOnce = async (cx: Cx, row: CommitteeRow, ties: readonly Tie[]): Promise<void> => {
  const ids = ties.map((one) => one.personId)
  const [sitting] = await cx.db
    .select({ id: committeeMembers.id })
    .from(committeeMembers)
    .where(
      and(
        eq(committeeMembers.committeeId, row.id),
        inArray(committeeMembers.personId, ids),
        isNull(committeeMembers.leftWords),
        gte(committeeMembers.toOn, dayOf(cx.now)),
        sql`${committeeMembers.id} <> all(${sql.param(ties.map((one) => one.memberId))}::uuid[])`,
      ),
    )
    .limit(1)
  const twice = new Set(ids).size !== ids.length || new Set(ties.map((one) => one.memberId)).size !== ties.length
  if (twice || sitting !== undefined) throw refuse('committee.twice')
}
/**
 * Who is not among them stays a name; nothing that is counted changes.
 * @throws committee.own-seat, committee.twice, committee.no-member, committee.appointed, committee.not-known
 */
export const tieMembers = async (cx: Cx, id: string, ties: readonly Tie[]): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  if (row.state !== 'seated' || row.organisationId === null) throw refuse('lifecycle.wrong-state')
  if (ties.some((one) => one.personId === cx.actor.personId)) throw refuse('committee.own-seat')
  await assertOnce(cx, row, ties)
  const seats = new Map((await openSeats(cx, row)).map((one) => [one.id, one]))
  const matches = await matchesOf(cx, row, [...seats.values()])
  const today = dayOf(cx.now)
  for (const { memberId, personId } of ties) {
    const seat = seats.get(memberId)
    if (seat === undefined) throw await noSeat(cx, row, memberId)
    if (!matches.get(memberId)!.some((one) => one.personId === personId))
      throw refuse('committee.not-known', { fields: [{ path: memberId, message: seat.name }] })
    const from = seat.fromOn > today ? seat.fromOn : today
    const appointmentId = await seatInBody(cx, {
      personId,
      organisationId: row.organisationId,
      scopeId: row.placeId,
      from,
      to: seat.toOn,
    })
    await cx.db.update(committeeMembers).set({ personId, appointmentId }).where(eq(committeeMembers.id, memberId))
  }
  await cx.journal({
    action: 'committee.tie',
    sentence: '认定并任命了委员',
    thing: { kind: 'committee', id },
    after: { members: ties.map(({ memberId, personId }) => ({ memberId, personId })) },
  })
}
const noSeat = async (cx: Cx, row: CommitteeRow, memberId: string) => {
  const [member] = await cx.db
    .select({ id: committeeMembers.id })
    .from(committeeMembers)
    .where(and(eq(committeeMembers.id, memberId), eq(committeeMembers.committeeId, row.id)))
  return refuse(member === undefined ? 'committee.no-member' : 'committee.appointed')
}
