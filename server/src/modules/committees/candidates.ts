// Candidates: proposed by owners, the community or themselves; reviewed against requirements that have citations.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { committeesApi } from '../../../../contract/src/committees.ts'
import type { Proposer } from '../../../../contract/src/committees-life.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import { requirementsFor, unmet } from '../../../../rules/src/committee-rules.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { persons } from '../identity/tables.ts'
import { tell } from '../notices/index.ts'
import { servingAt } from '../organisations/index.ts'
import { appointments, inForce } from '../organisations/tables.ts'
import { placedOf } from '../places/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { lockAs, lockCommittee, ownsAt, type CommitteeRow } from './policy.ts'
import { committeeCandidates } from './tables.ts'

type Api = typeof committeesApi
type Proposal = ParsedBody<Api['POST /api/committees/:id/candidates']>
type Review = ParsedBody<Api['POST /api/committees/:id/candidates/:thingId/review']>
export type CandidateRow = typeof committeeCandidates.$inferSelect

const personWhere = async (cx: Cx, one: { phoneHash: string } | { id: string }) => {
  const [found] = await cx.db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(
      and(
        eq(persons.districtId, cx.districtId),
        persons.active,
        'id' in one ? eq(persons.id, one.id) : eq(persons.phoneHash, one.phoneHash),
      ),
    )
  return found
}
interface Proposed {
  readonly id: string
  readonly name: string
  readonly as: Proposer
}
/** @throws committee.not-owner, committee.no-owner-with-phone, identity.no-person, access.out-of-scope */
const whoIsProposed = async (cx: Cx, sealing: Sealing, row: CommitteeRow, input: Proposal): Promise<Proposed> => {
  if (input.personId !== undefined) {
    if (!mayAt(cx.actor, 'committee.run', row)) throw refuse('access.out-of-scope')
    const person = await personWhere(cx, { id: input.personId })
    if (person === undefined) throw refuse('identity.no-person')
    return { ...person, as: 'community' }
  }
  if (!(await ownsAt(cx, cx.actor.personId, row.placeId))) throw refuse('committee.not-owner')
  if (input.phone === undefined) return { id: cx.actor.personId, name: cx.actor.name, as: 'self' }
  const person = await personWhere(cx, { phoneHash: sealing.hash(input.phone, 'phone') })
  // Whether a number is known at all is nobody's business: only owners of this estate are found.
  if (person === undefined || !(await ownsAt(cx, person.id, row.placeId)))
    throw refuse('committee.no-owner-with-phone', { fields: [{ path: 'phone', message: '请核对号码' }] })
  return { ...person, as: person.id === cx.actor.personId ? 'self' : 'owners' }
}
/** @throws committee.nominations-over, committee.candidate-twice and as whoIsProposed */
export const proposeCandidate = async (cx: Cx, sealing: Sealing, id: string, input: Proposal): Promise<void> => {
  const row = await lockCommittee(cx, id)
  if (row.state !== 'preparing' || row.nominationsUntil === null || dayOf(cx.now) > row.nominationsUntil)
    throw refuse('committee.nominations-over')
  const person = await whoIsProposed(cx, sealing, row, input)
  const candidateId = uuidv7()
  await orDuplicate(
    Promise.resolve(
      cx.db.insert(committeeCandidates).values({
        id: candidateId,
        committeeId: id,
        personId: person.id,
        name: person.name,
        proposedAs: person.as,
        proposedBy: cx.actor.personId,
        statement: input.statement,
        isPartyMember: input.isPartyMember,
        state: 'proposed',
        createdAt: cx.now,
      }),
    ),
    'committee_candidates_once',
    'committee.candidate-twice',
  )
  await cx.journal({
    action: 'committee.propose',
    sentence: '推荐了业委会委员候选人',
    thing: { kind: 'committee', id },
    after: { candidateId, as: person.as },
  })
  if (person.as !== 'self')
    await tell(cx, {
      event: 'committee.proposed',
      audience: 'person',
      personIds: [person.id],
      thing: { kind: 'committee', id },
      fields: { place: row.placeName },
    })
}
const candidateOf = async (cx: Cx, committeeId: string, id: string): Promise<CandidateRow> => {
  const [found] = await cx.db
    .select()
    .from(committeeCandidates)
    .where(and(eq(committeeCandidates.id, id), eq(committeeCandidates.committeeId, committeeId)))
    .for('update')
  if (found === undefined) throw refuse('committee.no-candidate')
  return found
}
/** Until the election is opened. @throws committee.no-candidate, lifecycle.wrong-state */
export const withdrawCandidacy = async (cx: Cx, id: string, candidateId: string): Promise<void> => {
  const row = await lockCommittee(cx, id)
  const found = await candidateOf(cx, id, candidateId)
  if (found.personId !== cx.actor.personId) throw refuse('committee.no-candidate')
  if (!['preparing', 'reviewing', 'published'].includes(row.state) || found.state === 'withdrawn')
    throw refuse('lifecycle.wrong-state')
  await cx.db.update(committeeCandidates).set({ state: 'withdrawn' }).where(eq(committeeCandidates.id, candidateId))
  await cx.journal({
    action: 'committee.candidacyWithdrawn',
    sentence: '退出了业委会委员候选人',
    thing: { kind: 'committee', id },
    after: { candidateId },
  })
}
/** What the register answers of a candidate: owns here; works for a company that serves the estate. */
export const knownOf = async (
  cx: Pick<Cx, 'db' | 'districtId'>,
  row: CommitteeRow,
  personId: string,
): Promise<{ code: string; met: boolean }[]> => {
  const companies = await servingAt(cx.db, cx.districtId, 'propertyCompany', placedOf(row))
  const [works] =
    companies.length === 0
      ? []
      : await cx.db
          .select({ id: appointments.id })
          .from(appointments)
          .where(
            and(
              eq(appointments.personId, personId),
              inForce,
              sql`${appointments.organisationId} = any(${sql.param(companies.map((one) => one.id))}::uuid[])`,
            ),
          )
          .limit(1)
  return [
    { code: 'isOwner', met: await ownsAt(cx, personId, row.placeId) },
    { code: 'notOfCompany', met: works === undefined },
  ]
}
/** Every requirement is answered; one that is not met refuses. @throws committee.requirements, committee.reason, committee.own-review */
export const reviewCandidate = async (cx: Cx, id: string, candidateId: string, input: Review): Promise<void> => {
  const row = await lockAs(cx, id, 'committee.review')
  if (row.state !== 'preparing' && row.state !== 'reviewing') throw refuse('lifecycle.wrong-state')
  const found = await candidateOf(cx, id, candidateId)
  if (found.state === 'withdrawn') throw refuse('lifecycle.wrong-state')
  if (found.personId === cx.actor.personId) throw refuse('committee.own-review')
  const requirements = requirementsFor(row.rules, row.needsNoArrears)
  const known = await knownOf(cx, row, found.personId)
  const met = requirements
    .filter(({ code, by }) => (by === 'known' ? known.find((one) => one.code === code)?.met : input.met.includes(code)))
    .map((one) => one.code)
  const missing = unmet(requirements, met)
  if (input.isAccepted && missing.length > 0)
    throw refuse('committee.requirements', {
      fields: requirements
        .filter((one) => missing.includes(one.code))
        .map((one) => ({ path: one.code, message: `不符合：${one.zh}（${one.citation}）` })),
    })
  if (!input.isAccepted && input.words === undefined)
    throw refuse('committee.reason', { fields: [{ path: 'words', message: '请写明原因' }] })
  const state = input.isAccepted ? 'accepted' : 'refused'
  await cx.db
    .update(committeeCandidates)
    .set({
      state,
      review: requirements.map(({ code }) => ({ code, met: met.includes(code) })),
      reviewWords: input.words ?? null,
      reviewedBy: cx.actor.personId,
      reviewedAt: cx.now,
    })
    .where(eq(committeeCandidates.id, candidateId))
  await cx.journal({
    action: 'committee.review',
    sentence: '审查了业委会委员候选人',
    thing: { kind: 'committee', id },
    before: { candidateId, state: found.state },
    after: { candidateId, state, met, words: input.words ?? null },
  })
  await tell(cx, {
    event: 'committee.reviewed',
    audience: 'person',
    personIds: [found.personId],
    thing: { kind: 'committee', id },
    fields: { place: row.placeName, result: input.isAccepted ? '通过' : '没有通过', words: input.words ?? '' },
  })
}
