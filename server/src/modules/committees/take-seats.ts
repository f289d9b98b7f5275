// Seating people: the body of the estate, the members with their terms and their appointments; and the end of a term.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { committeeKinds, type Duty, type GroupSide } from '../../../../contract/src/committees-life.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { bodyAt, closeBody, endSeat, seatInBody } from '../organisations/index.ts'
import type { PlaceRow } from '../places/index.ts'
import { applyStep, type CommitteeRow } from './policy.ts'
import { committeeMembers, committees } from './tables.ts'

export interface NewMember {
  readonly personId: string | null
  readonly name: string
  readonly side: GroupSide
  readonly duty: Duty
  readonly isPartyMember: boolean
  readonly candidateId: string | null
}
export interface Term {
  readonly from: string
  readonly to: string
}
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
/** Each member with an appointment that lapses with the term. */
export const addMembers = async (
  cx: Cx,
  row: { readonly id: string; readonly placeId: string; readonly organisationId: string },
  members: readonly NewMember[],
  { from, to }: Term,
): Promise<void> => {
  const known = await cx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(committeeMembers)
    .where(eq(committeeMembers.committeeId, row.id))
  let sort = known[0]?.n ?? 0
  for (const member of members) {
    const appointmentId =
      member.personId === null
        ? null
        : await seatInBody(cx, {
            personId: member.personId,
            organisationId: row.organisationId,
            scopeId: row.placeId,
            from,
            to,
          })
    sort += 1
    await cx.db
      .insert(committeeMembers)
      .values({ ...member, id: uuidv7(), committeeId: row.id, sort, fromOn: from, toOn: to, appointmentId })
  }
}
/** Whoever sits at the estate now gives way: the term before, or a management committee whose task is done. */
export const endBefore = async (cx: Cx, placeId: string, from: string, words: string): Promise<void> => {
  const [before] = await cx.db
    .select()
    .from(committees)
    .where(and(eq(committees.placeId, placeId), eq(committees.state, 'seated')))
    .for('update')
  if (before !== undefined) await endTerm(cx, before, dayBefore(from), words, 'giveWay')
}
/** All seats end with a day, and the body with them; by a decision of the street, or as the next term begins. */
export const endTerm = async (
  cx: Cx,
  row: CommitteeRow,
  lastDay: string,
  words: string,
  name: 'end' | 'giveWay',
): Promise<void> => {
  const sitting = await cx.db
    .select({ id: committeeMembers.id, appointmentId: committeeMembers.appointmentId })
    .from(committeeMembers)
    .where(and(eq(committeeMembers.committeeId, row.id), sql`${committeeMembers.toOn} > ${lastDay}::date`))
    .orderBy(asc(committeeMembers.sort))
  for (const one of sitting) if (one.appointmentId !== null) await endSeat(cx, one.appointmentId, lastDay)
  await cx.db
    .update(committeeMembers)
    .set({ toOn: sql`greatest(${committeeMembers.fromOn}, ${lastDay}::date)` })
    .where(and(eq(committeeMembers.committeeId, row.id), sql`${committeeMembers.toOn} > ${lastDay}::date`))
  const termTo = row.termFrom !== null && lastDay < row.termFrom ? row.termFrom : lastDay
  await applyStep(cx, row, name, { on: lastDay, reason: words }, { termTo, endedWords: words })
  if (row.organisationId !== null) await closeBody(cx, row.organisationId)
}
/** Job: terms that ran out. The appointments have lapsed by themselves. */
export const lapseTerms = async (cx: Cx<null>, today: string): Promise<void> => {
  const due = await cx.db
    .select()
    .from(committees)
    .where(and(eq(committees.state, 'seated'), sql`${committees.termTo} < ${today}::date`))
    .limit(200)
    .for('update', { skipLocked: true })
  for (const row of due) {
    await applyStep(cx, row, 'lapse', {}, { endedWords: '任期届满' })
    if (row.organisationId !== null) await closeBody(cx, row.organisationId)
  }
}
export const bodyFor = (cx: Cx, kind: CommitteeRow['kind'], place: PlaceRow) =>
  bodyAt(cx, kind, committeeKinds[kind].zh, place)
/** Seats that nobody holds any more before the term is over. */
export const vacantSeats = async (cx: Cx<Actor | null>, row: CommitteeRow): Promise<number> => {
  if (row.state !== 'seated') return 0
  const [held] = await cx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(committeeMembers)
    .where(
      and(
        eq(committeeMembers.committeeId, row.id),
        isNull(committeeMembers.leftWords),
        sql`${committeeMembers.toOn} >= ${row.termTo}::date`,
      ),
    )
  return Math.max(0, row.seats - (held?.n ?? 0))
}
