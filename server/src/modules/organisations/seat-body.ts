// A door for modules that seat people by a lawful procedure of their own: the body of an estate, its members' appointments.
import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { searchVector } from '../../platform/search.ts'
import { placeById, type PlaceRow } from '../places/index.ts'
import { endSessionsOfAll } from './end-sessions.ts'
import { appointments, organisations, positions } from './tables.ts'

type BodyKind = 'ownersCommittee' | 'managementCommittee'
const active = (cx: Cx, kind: BodyKind) =>
  and(eq(organisations.districtId, cx.districtId), eq(organisations.kind, kind), organisations.active)

/** The active body of this kind at an estate; made where there is none. */
export const bodyAt = async (
  cx: Cx,
  kind: BodyKind,
  word: string,
  place: PlaceRow,
): Promise<{ readonly id: string; readonly name: string }> => {
  const columns = { id: organisations.id, name: organisations.name }
  const [known] = await cx.db
    .select(columns)
    .from(organisations)
    .where(and(active(cx, kind), eq(organisations.placeId, place.id)))
    .limit(1)
  if (known !== undefined) return known
  const plain = `${place.name}${word}`
  const [taken] = await cx.db
    .select(columns)
    .from(organisations)
    .where(and(active(cx, kind), eq(organisations.name, plain)))
  const community = place.communityId === null ? null : await placeById(cx.db, place.communityId)
  // Two estates of one name are told apart by their community, then by a part of their id.
  const name = taken === undefined ? plain : `${community?.name ?? ''}${plain}（${place.id.slice(-4)}）`
  const id = uuidv7()
  await cx.db.insert(organisations).values({
    id,
    districtId: cx.districtId,
    kind,
    name,
    shortName: word,
    placeId: place.id,
    search: searchVector(name, word),
  })
  await cx.journal({
    action: 'organisation.add',
    sentence: `成立了${name}`,
    thing: { kind: 'organisation', id },
    after: { kind, name, placeId: place.id },
  })
  return { id, name }
}
/** The body is no more: nobody sits in it. */
export const closeBody = async (cx: Cx<Actor | null>, id: string): Promise<void> => {
  await cx.db.update(organisations).set({ active: false }).where(eq(organisations.id, id))
  await cx.journal({
    action: 'organisation.change',
    sentence: '停用了组织',
    thing: { kind: 'organisation', id },
    after: { active: false },
  })
}
interface Seat {
  readonly personId: string
  readonly organisationId: string
  readonly scopeId: string
  readonly from: string
  readonly to: string
}
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
/** Appoints a member for the term, also where the caller could not grant as much: a certificate or the law does. */
export const seatInBody = async (cx: Cx, { from, to, ...seat }: Seat): Promise<string> => {
  const [position] = await cx.db
    .select({ id: positions.id, name: positions.name })
    .from(positions)
    .where(and(eq(positions.districtId, cx.districtId), eq(positions.code, 'ownersCommitteeMember')))
  if (position === undefined) throw refuse('position.not-found')
  const same = and(
    eq(appointments.personId, seat.personId),
    eq(appointments.positionId, position.id),
    eq(appointments.organisationId, seat.organisationId),
    eq(appointments.scopeId, seat.scopeId),
    or(isNull(appointments.toOn), gte(appointments.toOn, from)),
  )
  const before = await cx.db
    .select({ id: appointments.id, fromOn: appointments.fromOn })
    .from(appointments)
    .where(same)
    .for('update')
  // An earlier seat ends the day before; one that would begin later gives way.
  for (const old of before)
    if (old.fromOn < from)
      await cx.db
        .update(appointments)
        .set({ toOn: dayBefore(from) })
        .where(eq(appointments.id, old.id))
    else await cx.db.delete(appointments).where(eq(appointments.id, old.id))
  const id = uuidv7()
  await cx.db.insert(appointments).values({
    ...seat,
    id,
    districtId: cx.districtId,
    positionId: position.id,
    fromOn: from,
    toOn: to,
    createdBy: cx.actor.personId,
  })
  const today = shanghaiDay(cx.now)
  if (from <= today && today <= to) await endSessionsOfAll(cx, [seat.personId])
  await cx.journal({
    action: 'appointment.add',
    sentence: '任命了人员',
    thing: { kind: 'appointment', id },
    after: { ...seat, position: position.name, from, to },
  })
  return id
}
/** The last day in office. */
export const endSeat = async (cx: Cx, id: string, lastDay: string): Promise<void> => {
  const [row] = await cx.db.select().from(appointments).where(eq(appointments.id, id)).for('update')
  if (row === undefined || (row.toOn !== null && row.toOn <= lastDay)) return
  const to = lastDay < row.fromOn ? row.fromOn : lastDay
  await cx.db.update(appointments).set({ toOn: to }).where(eq(appointments.id, id))
  if (to < shanghaiDay(cx.now)) await endSessionsOfAll(cx, [row.personId])
  await cx.journal({
    action: 'appointment.end',
    sentence: '免去了任职',
    thing: { kind: 'appointment', id },
    before: { to: row.toOn },
    after: { to },
  })
}
