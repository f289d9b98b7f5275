// Members during the term: one leaves, the first reserve moves up, the street ends a term early, a formation is given up.
import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { endSeat } from '../organisations/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import type { CandidateRow } from './candidates.ts'
import { applyStep, checkStep, lockAs, lockCommittee, type CommitteeRow } from './policy.ts'
import { addMembers, endTerm, vacantSeats } from './take-seats.ts'
import { committeeCandidates, committeeMembers } from './tables.ts'

/** Reserve members who have not moved up yet, in the order of the count. */
export const reservesOf = (cx: Pick<Cx, 'db'>, id: string): Promise<CandidateRow[]> =>
  cx.db
    .select()
    .from(committeeCandidates)
    .where(
      and(
        eq(committeeCandidates.committeeId, id),
        eq(committeeCandidates.result, 'reserve'),
        notInArray(
          committeeCandidates.id,
          sql`(select m.candidate_id from committee_members m where m.committee_id = ${id} and m.candidate_id is not null)`,
        ),
      ),
    )
    .orderBy(asc(committeeCandidates.rank))
    .limit(11)
/** @throws committee.no-member, committee.day, access.out-of-scope */
export const leaveSeat = async (
  cx: Cx,
  id: string,
  memberId: string,
  input: { readonly on: string; readonly reason: string },
): Promise<void> => {
  const row = await lockCommittee(cx, id)
  const [member] = await cx.db
    .select()
    .from(committeeMembers)
    .where(and(eq(committeeMembers.id, memberId), eq(committeeMembers.committeeId, id)))
    .for('update')
  if (member === undefined) throw refuse('committee.no-member')
  if (member.personId !== cx.actor.personId && !mayAt(cx.actor, 'committee.run', row))
    throw refuse('access.out-of-scope')
  if (row.state !== 'seated' || member.leftWords !== null) throw refuse('lifecycle.wrong-state')
  if (input.on < member.fromOn || input.on > member.toOn)
    throw refuse('committee.day', { fields: [{ path: 'on', message: '要在任期以内' }] })
  await cx.db
    .update(committeeMembers)
    .set({ toOn: input.on, leftWords: input.reason })
    .where(eq(committeeMembers.id, memberId))
  if (member.appointmentId !== null) await endSeat(cx, member.appointmentId, input.on)
  await cx.journal({
    action: 'committee.leave',
    sentence: '记录了委员离任',
    thing: { kind: 'committee', id },
    before: { memberId, to: member.toOn },
    after: { memberId, to: input.on, reason: input.reason },
  })
}
/** @throws committee.no-vacancy, committee.no-reserve, committee.day */
export const moveUp = async (cx: Cx, id: string, from: string): Promise<void> => {
  const row: CommitteeRow = await lockAs(cx, id, 'committee.run')
  if (row.state !== 'seated' || row.organisationId === null) throw refuse('lifecycle.wrong-state')
  if ((await vacantSeats(cx, row)) === 0) throw refuse('committee.no-vacancy')
  if (from < row.termFrom! || from > row.termTo!)
    throw refuse('committee.day', { fields: [{ path: 'from', message: '要在任期以内' }] })
  const [next] = await reservesOf(cx, id)
  if (next === undefined) throw refuse('committee.no-reserve')
  await addMembers(
    cx,
    { id, placeId: row.placeId, organisationId: row.organisationId },
    [
      {
        personId: next.personId,
        name: next.name,
        side: 'owners',
        duty: 'member',
        isPartyMember: next.isPartyMember,
        candidateId: next.id,
      },
    ],
    { from, to: row.termTo! },
  )
  await cx.journal({
    action: 'committee.moveUp',
    sentence: '候补委员递补',
    thing: { kind: 'committee', id },
    after: { candidateId: next.id, from },
  })
}
/** @throws committee.day */
export const endEarly = async (cx: Cx, id: string, input: { readonly on: string; readonly reason: string }) => {
  const row = await lockAs(cx, id, 'committee.review')
  checkStep(cx, row, 'end', input)
  if (input.on < row.termFrom! || input.on > dayOf(cx.now))
    throw refuse('committee.day', { fields: [{ path: 'on', message: '从任期第一天到今天' }] })
  await endTerm(cx, row, input.on, input.reason, 'end')
}
export const dropFormation = async (cx: Cx, id: string, reason: string): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  await applyStep(cx, row, 'drop', { reason }, { endedWords: reason })
}
