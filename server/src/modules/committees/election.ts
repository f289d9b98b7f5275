// From the list of candidates to the seats: publication, objections, the owners' decision, who sits for which term.
import { and, asc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { committeesApi } from '../../../../contract/src/committees.ts'
import { candidateStates, proposers } from '../../../../contract/src/committees-life.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import { isTerm, mayBeSeated } from '../../../../rules/src/committee-rules.ts'
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { outcomeOf, prepareFor, type DecisionOutcome } from '../ballots/index.ts'
import { placeById } from '../places/index.ts'
import { dayOf, postNoticeAt } from '../publicnotices/index.ts'
import type { CandidateRow } from './candidates.ts'
import { applyStep, checkStep, lockAs, lockCommittee, ownsAt, type CommitteeRow } from './policy.ts'
import { addMembers, bodyFor, endBefore, vacantSeats } from './take-seats.ts'
import { committeeCandidates, committeeObjections } from './tables.ts'

type Api = typeof committeesApi
type Body<K extends keyof Api> = ParsedBody<Api[K]>
export const candidatesOf = (cx: Pick<Cx, 'db'>, id: string): Promise<CandidateRow[]> =>
  cx.db
    .select()
    .from(committeeCandidates)
    .where(eq(committeeCandidates.committeeId, id))
    .orderBy(asc(committeeCandidates.createdAt), asc(committeeCandidates.id))
    .limit(500)
/** On its last day at the earliest. @throws committee.nominations-running */
export const closeNomination = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  checkStep(cx, row, 'closeNomination')
  if (row.nominationsUntil !== null && dayOf(cx.now) < row.nominationsUntil)
    throw refuse('committee.nominations-running')
  await applyStep(cx, row, 'closeNomination')
}
const assertDayAhead = (cx: Cx, day: string): void => {
  if (day < dayOf(cx.now))
    throw refuse('committee.day', { fields: [{ path: 'nominationsUntil', message: '不能早于今天' }] })
}
export const reopenNomination = async (
  cx: Cx,
  id: string,
  input: Body<'POST /api/committees/:id/reopen'>,
): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  checkStep(cx, row, 'reopen', input)
  assertDayAhead(cx, input.nominationsUntil)
  await applyStep(cx, row, 'reopen', input, { nominationsUntil: input.nominationsUntil, listUntil: null })
}
const standing = async (cx: Cx, row: CommitteeRow): Promise<CandidateRow[]> => {
  const all = await candidatesOf(cx, row.id)
  if (all.some((one) => one.state === 'proposed')) throw refuse('committee.unreviewed')
  const accepted = all.filter((one) => one.state === 'accepted')
  if (accepted.length <= row.seats) throw refuse('committee.too-few-candidates')
  return accepted
}
/** @throws committee.unreviewed, committee.too-few-candidates, committee.list-days, publicNotice.day */
export const publishList = async (
  cx: Cx,
  id: string,
  input: Body<'POST /api/committees/:id/publishList'>,
): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  checkStep(cx, row, 'publishList', input)
  await standing(cx, row)
  if (input.days < row.rules.listDays)
    throw refuse('committee.list-days', { fields: [{ path: 'days', message: `至少${row.rules.listDays}天` }] })
  const place = await placeById(cx.db, row.placeId)
  const lines = (await candidatesOf(cx, id))
    .filter((one) => one.state !== 'withdrawn')
    .map((one, i) => `${i + 1}. ${one.name}（${proposers[one.proposedAs].zh}），${candidateStates[one.state].zh}`)
  const notice = await postNoticeAt(
    cx,
    place!,
    {
      title: `${place!.name}业委会委员候选人名单`,
      words: [
        `名额${row.seats}人，差额选举。候选人和审查结果：`,
        ...lines,
        '',
        '业主有异议，请在公示期内提出。',
        ...row.rules.requirements.slice(0, 1).map((one) => `依据：${one.citation}`),
      ].join('\n'),
      postedOn: input.postedOn,
      days: input.days,
      photos: input.photos,
    },
    {
      postedBy: heldAt(cx.actor, 'committee.run', row)?.organisationName ?? '',
      thing: { kind: 'committee', id },
    },
  )
  await applyStep(cx, row, 'publishList', input, { listNoticeId: notice.id, listUntil: notice.endsOn })
}
/** @throws committee.not-owner, committee.window-over */
export const objectToList = async (cx: Cx, id: string, words: string): Promise<void> => {
  const row = await lockCommittee(cx, id)
  if (!(await ownsAt(cx, cx.actor.personId, row.placeId))) throw refuse('committee.not-owner')
  if (row.state !== 'published' || row.listUntil === null || dayOf(cx.now) > row.listUntil)
    throw refuse('committee.window-over')
  await cx.db
    .insert(committeeObjections)
    .values({ id: uuidv7(), committeeId: id, personId: cx.actor.personId, words, at: cx.now })
  await cx.journal({ action: 'committee.object', sentence: '对候选人名单提出了异议', thing: { kind: 'committee', id } })
}
/** @throws committee.no-objection */
export const answerObjection = async (cx: Cx, id: string, objectionId: string, words: string): Promise<void> => {
  await lockAs(cx, id, 'committee.run')
  const done = await cx.db
    .update(committeeObjections)
    .set({ answer: words, answeredAt: cx.now })
    .where(and(eq(committeeObjections.id, objectionId), eq(committeeObjections.committeeId, id)))
  if (done.rowCount !== 1) throw refuse('committee.no-objection')
  await cx.journal({ action: 'committee.answer', sentence: '答复了异议', thing: { kind: 'committee', id } })
}
const assertHeard = async (cx: Cx, row: CommitteeRow): Promise<void> => {
  if (row.listUntil !== null && dayOf(cx.now) <= row.listUntil) throw refuse('committee.window')
  const [open] = await cx.db
    .select({ id: committeeObjections.id })
    .from(committeeObjections)
    .where(and(eq(committeeObjections.committeeId, row.id), isNull(committeeObjections.answer)))
    .limit(1)
  if (open !== undefined) throw refuse('committee.objections-open')
}
/** The election is an owners' decision: each candidate an item. @throws committee.window, committee.objections-open, decision.* */
export const openElection = async (
  cx: Cx,
  id: string,
  input: Body<'POST /api/committees/:id/elect'>,
): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  checkStep(cx, row, 'elect')
  await assertHeard(cx, row)
  const candidates = await standing(cx, row)
  const place = await placeById(cx.db, row.placeId)
  const isByElection = row.fillsId !== null
  const decision = await prepareFor(
    cx,
    {
      ...input,
      placeId: row.placeId,
      title: `${isByElection ? '补选' : '选举'}${place!.name}业委会委员`,
      words: `名额${row.seats}人，候选人${candidates.length}人。对每一位表示同意、反对或弃权。`,
      seats: row.seats,
      items: candidates.map((one) => ({
        matter: 'committee' as const,
        title: `选${one.name}为业委会委员`,
        words: one.statement,
        candidate: { name: one.name, isPartyMember: one.isPartyMember },
      })),
    },
    { isByElection },
  )
  for (const [i, one] of candidates.entries())
    await cx.db
      .update(committeeCandidates)
      .set({ itemId: decision.itemIds[i]! })
      .where(eq(committeeCandidates.id, one.id))
  await applyStep(cx, row, 'elect', {}, { decisionId: decision.id })
}
interface Counted {
  readonly candidate: CandidateRow
  readonly seat: NonNullable<CandidateRow['result']>
}
/** Those of the certificate, in the order of the count: owners for, then area for. */
const certified = async (cx: Cx, row: CommitteeRow): Promise<Counted[]> => {
  const outcome: DecisionOutcome = await outcomeOf(cx, row.decisionId!)
  if (outcome.state !== 'certified' || outcome.certifiedAt === null) throw refuse('committee.not-certified')
  const candidates = await candidatesOf(cx, row.id)
  return outcome.items
    .toSorted((a, b) => b.owners - a.owners || b.area - a.area)
    .flatMap((item) => {
      const candidate = candidates.find((one) => one.itemId === item.id)
      return candidate === undefined ? [] : [{ candidate, seat: item.seat ?? 'notElected' }]
    })
}
const keepResult = async (cx: Cx, counted: readonly Counted[]): Promise<void> => {
  for (const [i, { candidate, seat }] of counted.entries())
    await cx.db
      .update(committeeCandidates)
      .set({ result: seat, rank: i + 1 })
      .where(eq(committeeCandidates.id, candidate.id))
}
const newMember = (candidate: CandidateRow, duty: 'chair' | 'viceChair' | 'member') => ({
  personId: candidate.personId,
  name: candidate.name,
  side: 'owners' as const,
  duty,
  isPartyMember: candidate.isPartyMember,
  candidateId: candidate.id,
})
/** Not before the certificate's own day. @throws committee.term */
const assertBegins = async (cx: Cx, row: CommitteeRow, from: string): Promise<void> => {
  const { certifiedAt } = await outcomeOf(cx, row.decisionId!)
  if (certifiedAt !== null && from < dayOf(certifiedAt))
    throw refuse('committee.term', { fields: [{ path: 'from', message: '不能早于证书日期' }] })
}
/** @throws committee.not-certified, committee.too-few-elected, committee.term, committee.no-candidate */
export const seatCommittee = async (
  cx: Cx,
  id: string,
  input: Body<'POST /api/committees/:id/seat'>,
): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  checkStep(cx, row, 'seat', input)
  if (row.fillsId !== null) throw refuse('lifecycle.wrong-state')
  const counted = await certified(cx, row)
  const elected = counted.filter((one) => one.seat === 'elected').map((one) => one.candidate)
  if (!mayBeSeated(elected.length, row.rules)) throw refuse('committee.too-few-elected')
  await assertBegins(cx, row, input.from)
  if (!isTerm(input.from, input.to, row.rules.ownersYears))
    throw refuse('committee.term', { fields: [{ path: 'to', message: `任期不超过${row.rules.ownersYears}年` }] })
  const vice = input.viceChairIds ?? []
  const leading = [...(input.chairId === undefined ? [] : [input.chairId]), ...vice]
  if (new Set(leading).size !== leading.length || leading.some((one) => !elected.some((who) => who.id === one)))
    throw refuse('committee.no-candidate')
  const place = await placeById(cx.db, row.placeId)
  await endBefore(cx, row.placeId, input.from, '新一届业委会就任')
  const { id: organisationId } = await bodyFor(cx, 'ownersCommittee', place!)
  await keepResult(cx, counted)
  const dutyOf = (one: CandidateRow) =>
    one.id === input.chairId ? 'chair' : vice.includes(one.id) ? 'viceChair' : 'member'
  await addMembers(
    cx,
    { id, placeId: row.placeId, organisationId },
    elected.map((one) => newMember(one, dutyOf(one))),
    input,
  )
  await applyStep(cx, row, 'seat', input, { organisationId, termFrom: input.from, termTo: input.to })
}
/** For the rest of the term of the committee whose seats were empty. @throws committee.not-certified, committee.no-vacancy */
export const seatByElection = async (cx: Cx, id: string, from: string): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  checkStep(cx, row, 'fill', { from })
  if (row.fillsId === null) throw refuse('lifecycle.wrong-state')
  const target = await lockAs(cx, row.fillsId, 'committee.run')
  const counted = await certified(cx, row)
  const elected = counted.filter((one) => one.seat === 'elected').map((one) => one.candidate)
  if (elected.length === 0) throw refuse('committee.too-few-elected')
  if ((await vacantSeats(cx, target)) < elected.length) throw refuse('committee.no-vacancy')
  await assertBegins(cx, row, from)
  if (from < target.termFrom! || from > target.termTo!) throw refuse('committee.term')
  await keepResult(cx, counted)
  await addMembers(
    cx,
    { id: target.id, placeId: target.placeId, organisationId: target.organisationId! },
    elected.map((one) => newMember(one, 'member')),
    { from, to: target.termTo! },
  )
  await applyStep(cx, row, 'fill', { from }, { endedWords: `补选${elected.length}人` })
}
/** A decision that did not pass, was taken back, or elected too few. @throws committee.still-electing */
export const notElected = async (cx: Cx, id: string, nominationsUntil: string): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.run')
  checkStep(cx, row, 'notElected', { nominationsUntil })
  assertDayAhead(cx, nominationsUntil)
  const outcome = await outcomeOf(cx, row.decisionId!)
  const elected = outcome.items.filter((item) => item.seat === 'elected').length
  const isEnough = row.fillsId === null ? mayBeSeated(elected, row.rules) : elected > 0
  if (!['failed', 'annulled', 'withdrawn'].includes(outcome.state) && (outcome.state !== 'certified' || isEnough))
    throw refuse('committee.still-electing')
  await applyStep(cx, row, 'notElected', { nominationsUntil }, { nominationsUntil, decisionId: null, listUntil: null })
}
