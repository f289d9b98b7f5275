// One committee as its reader may see it.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { committeesApi } from '../../../../contract/src/committees.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { requirementsFor, warnsFrom, type CommitteeRules } from '../../../../rules/src/committee-rules.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationById } from '../organisations/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { knownOf, type CandidateRow } from './candidates.ts'
import { candidatesOf } from './election.ts'
import { reservesOf } from './members.ts'
import { findCommittee, mayOf, ownsAt, type CommitteeRow } from './policy.ts'
import { ruleValues } from './rule-values.ts'
import { isOpenSeat } from './tie-members.ts'
import { vacantSeats } from './take-seats.ts'
import { committeeGroup, committeeMembers, committeeObjections, committees } from './tables.ts'

export type CommitteeView = OutOf<(typeof committeesApi)['GET /api/committees/:id']>
type MemberRow = typeof committeeMembers.$inferSelect
export const requirementViews = (rules: CommitteeRules, needsNoArrears: boolean) =>
  requirementsFor(rules, needsNoArrears).map(({ code, zh, en, citation, by }) => ({
    code,
    words: { zh, en },
    citation,
    isKnown: by === 'known',
  }))
export const endsSoon = (row: Pick<CommitteeRow, 'state' | 'termTo' | 'rules'>, today: string): boolean =>
  row.state === 'seated' && row.termTo !== null && today >= warnsFrom(row.termTo, row.rules.warnMonths)
export const rowView = (row: CommitteeRow, counts: { members: number; partyMembers: number }, today: string) => ({
  id: row.id,
  number: String(row.number),
  kind: row.kind,
  place: { id: row.placeId, name: row.placeName },
  state: row.state,
  stateAt: row.stateAt.toISOString(),
  isByElection: row.fillsId !== null,
  termFrom: row.termFrom,
  termTo: row.termTo,
  endsSoon: endsSoon(row, today),
  ...counts,
})
const isCurrent = (one: MemberRow, today: string) => one.fromOn <= today && today <= one.toOn
const candidateViews = async (
  cx: Cx,
  row: CommitteeRow,
  all: readonly CandidateRow[],
): Promise<CommitteeView['candidates']> => {
  const mayReview = mayAt(cx.actor, 'committee.review', row) && (row.state === 'preparing' || row.state === 'reviewing')
  const isStaff = mayAt(cx.actor, 'committee.see', row)
  const views: CommitteeView['candidates'] = []
  for (const one of all) {
    const mine = one.personId === cx.actor.personId
    // The reasons of a refusal are for the candidate and for those who decide; residents read the outcome.
    const seesWhy = mine || isStaff
    if (one.state === 'withdrawn' && !seesWhy) continue
    const canWithdraw = mine && one.state !== 'withdrawn' && ['preparing', 'reviewing', 'published'].includes(row.state)
    views.push({
      id: one.id,
      name: one.name,
      mine,
      proposedBy: one.proposedAs,
      statement: one.statement,
      isPartyMember: one.isPartyMember,
      state: one.state,
      review: one.state === 'accepted' || seesWhy ? (one.review ?? []) : [],
      reviewWords: seesWhy ? one.reviewWords : null,
      known: mayReview && one.state === 'proposed' ? await knownOf(cx, row, one.personId) : [],
      result: one.result,
      rank: one.rank,
      may: [
        ...(mayReview && !mine && one.state !== 'withdrawn' ? (['review'] as const) : []),
        ...(canWithdraw ? (['withdraw'] as const) : []),
      ],
    })
  }
  return views
}
const objectionViews = async (cx: Cx, row: CommitteeRow): Promise<CommitteeView['objections']> => {
  const isStaff = mayAt(cx.actor, 'committee.run', row)
  const all = await cx.db
    .select()
    .from(committeeObjections)
    .where(eq(committeeObjections.committeeId, row.id))
    .orderBy(asc(committeeObjections.at))
    .limit(300)
  const shown = isStaff ? all : all.filter((one) => one.personId === cx.actor.personId)
  const people = isStaff
    ? await personsByIds(
        cx.db,
        shown.map((one) => one.personId),
      )
    : new Map<string, { name: string }>()
  return shown.map((one) => ({
    id: one.id,
    mine: one.personId === cx.actor.personId,
    words: one.words,
    at: one.at.toISOString(),
    answer: one.answer,
    byName: people.get(one.personId)?.name ?? null,
  }))
}
/** A management committee prepares the owners' committee; a term that ends soon, the next one. */
const successorOf = async (cx: Cx, row: CommitteeRow): Promise<string | null> => {
  if (row.state !== 'seated') return null
  const [found] = await cx.db
    .select({ id: committees.id })
    .from(committees)
    .where(
      and(
        eq(committees.placeId, row.placeId),
        isNull(committees.fillsId),
        inArray(committees.state, ['preparing', 'reviewing', 'published', 'electing']),
      ),
    )
    .limit(1)
  return found?.id ?? null
}
const memberView = (cx: Cx, row: CommitteeRow, one: MemberRow, today: string): CommitteeView['people'][number] => {
  const runs = mayAt(cx.actor, 'committee.run', row)
  const mayLeave = row.state === 'seated' && one.leftWords === null && (runs || one.personId === cx.actor.personId)
  return {
    id: one.id,
    name: one.name,
    side: one.side,
    duty: one.duty,
    isPartyMember: one.isPartyMember,
    from: one.fromOn,
    to: one.toOn,
    isCurrent: isCurrent(one, today),
    leftWords: one.leftWords,
    isAppointed: mayAt(cx.actor, 'committee.see', row) ? one.appointmentId !== null : null,
    may: [
      ...(mayLeave ? (['leave'] as const) : []),
      ...(runs && isOpenSeat(row, one, today) ? (['tie'] as const) : []),
    ],
  }
}
/** @throws committee.not-found */
export const showCommittee = async (cx: Cx, id: string): Promise<CommitteeView> => {
  const row = await findCommittee(cx, id)
  const today = dayOf(cx.now)
  const members = await cx.db
    .select()
    .from(committeeMembers)
    .where(eq(committeeMembers.committeeId, id))
    .orderBy(asc(committeeMembers.sort))
    .limit(200)
  const group = await cx.db
    .select({ name: committeeGroup.name, side: committeeGroup.side, isLead: committeeGroup.isLead })
    .from(committeeGroup)
    .where(eq(committeeGroup.committeeId, id))
    .orderBy(asc(committeeGroup.sort))
  const organisation = row.organisationId === null ? null : await organisationById(cx.db, row.organisationId)
  const current = members.filter((one) => isCurrent(one, today))
  const [vacant, reserves] = [await vacantSeats(cx, row), (await reservesOf(cx, id)).length]
  const isOwner = await ownsAt(cx, cx.actor.personId, row.placeId)
  const unappointed = members.filter((one) => isOpenSeat(row, one, today)).length
  return {
    ...rowView(
      row,
      { members: current.length, partyMembers: current.filter((one) => one.isPartyMember).length },
      today,
    ),
    organisation: organisation === null ? null : { id: organisation.id, name: organisation.name },
    seats: row.seats,
    vacant,
    fillsId: row.fillsId,
    ground: row.ground,
    needsNoArrears: row.needsNoArrears,
    nominationsUntil: row.nominationsUntil,
    listNoticeId: row.listNoticeId,
    listUntil: row.listUntil,
    decisionId: row.decisionId,
    endedWords: row.endedWords,
    requirements: requirementViews(row.rules, row.needsNoArrears),
    rules: ruleValues(row.rules, row.kind),
    group,
    candidates: await candidateViews(cx, row, await candidatesOf(cx, id)),
    people: members.map((one) => memberView(cx, row, one, today)),
    reserves,
    objections: await objectionViews(cx, row),
    successorId: await successorOf(cx, row),
    may: mayOf(cx, row, { isOwner, vacant, reserves, unappointed }),
  }
}
