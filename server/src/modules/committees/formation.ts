// Beginning: a preparation group of the prescribed composition, a by-election, or a body set up or recorded as it is.
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { committeesApi } from '../../../../contract/src/committees.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import {
  checkComposition,
  isTerm,
  type CommitteeRules,
  type Composition,
  type Sitting,
} from '../../../../rules/src/committee-rules.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { persons } from '../identity/tables.ts'
import { placedOf, type PlaceRow } from '../places/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { committeeRulesInForce } from './lists.ts'
import { estateWithin, lockAs, ownsAt } from './policy.ts'
import { addMembers, bodyFor, endBefore, vacantSeats } from './take-seats.ts'
import { committeeExemptions, committeeGroup, committees } from './tables.ts'

type Api = typeof committeesApi
export type NewFormation = ParsedBody<Api['POST /api/committees']>
export type NewBody = ParsedBody<Api['POST /api/committees/bodies']>
/** @throws committee.composition, naming every breach with its article */
const assertComposed = (rule: Composition, sitting: readonly Sitting[], path: string): void => {
  const breaches = checkComposition(rule, sitting)
  if (breaches.length > 0)
    throw refuse('committee.composition', {
      fields: breaches.map(({ zh, citation }) => ({ path, message: `${zh}（${citation}）` })),
    })
}
const begin = (cx: Cx, place: PlaceRow, rules: CommitteeRules) => ({
  ...placedOf(place),
  id: uuidv7(),
  placeId: place.id,
  placeName: place.path,
  stateAt: cx.now,
  rules,
  createdBy: cx.actor.personId,
  createdAt: cx.now,
})
/** As many as are empty in the committee that the by-election fills. @throws committee.no-vacancy, committee.not-found */
const assertVacant = async (cx: Cx, input: NewFormation): Promise<void> => {
  const target = await lockAs(cx, input.fillsId!, 'committee.run')
  if (target.placeId !== input.placeId || target.kind !== 'ownersCommittee') throw refuse('committee.not-found')
  if ((await vacantSeats(cx, target)) !== input.seats) throw refuse('committee.no-vacancy')
}
/** @throws committee.place, committee.seats, committee.composition, committee.day, committee.forming, committee.no-vacancy */
export const beginFormation = async (cx: Cx, input: NewFormation): Promise<string> => {
  const place = await estateWithin(cx, input.placeId, 'committee.run')
  const rules = await committeeRulesInForce(cx)
  const isByElection = input.fillsId !== undefined
  if (!isByElection && (input.seats < rules.seats.least || input.seats > rules.seats.most || input.seats % 2 === 0))
    throw refuse('committee.seats', {
      fields: [
        { path: 'seats', message: `${rules.seats.least}到${rules.seats.most}人，单数（${rules.seats.citation}）` },
      ],
    })
  assertComposed(
    rules.group,
    input.group.map(({ side, isLead }) => ({ side, leads: isLead })),
    'group',
  )
  if (input.nominationsUntil < dayOf(cx.now))
    throw refuse('committee.day', { fields: [{ path: 'nominationsUntil', message: '不能早于今天' }] })
  if (isByElection) await assertVacant(cx, input)
  const row = begin(cx, place, rules)
  await orDuplicate(
    Promise.resolve(
      cx.db.insert(committees).values({
        ...row,
        kind: 'ownersCommittee',
        state: 'preparing',
        fillsId: input.fillsId ?? null,
        seats: input.seats,
        needsNoArrears: input.needsNoArrears,
        nominationsUntil: input.nominationsUntil,
      }),
    ),
    'committees_one_forming',
    'committee.forming',
  )
  await cx.db.insert(committeeGroup).values(
    input.group.map(({ name, side, isLead }, sort) => ({
      id: uuidv7(),
      committeeId: row.id,
      sort,
      name,
      side,
      isLead,
    })),
  )
  await cx.journal({
    action: 'committee.begin',
    sentence: `成立了${place.name}业委会筹备组`,
    thing: { kind: 'committee', id: row.id },
    after: { placeId: place.id, seats: input.seats, fillsId: input.fillsId ?? null },
  })
  return row.id
}
/** Those named by their account are people of this district; an owner's seat needs an owner. */
const assertPeople = async (cx: Cx, placeId: string, members: NewBody['members']): Promise<void> => {
  const ids = members.flatMap((one) => (one.personId === undefined ? [] : [one.personId]))
  if (new Set(ids).size !== ids.length) throw refuse('committee.twice')
  if (ids.length === 0) return
  const known = await cx.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(inArray(persons.id, ids), eq(persons.districtId, cx.districtId), persons.active))
  if (known.length !== ids.length) throw refuse('identity.no-person')
  for (const { personId, side, name } of members)
    if (personId !== undefined && side === 'owners' && !(await ownsAt(cx, personId, placeId)))
      throw refuse('committee.not-owner', { fields: [{ path: 'members', message: `${name}不是本小区业主` }] })
}
const checkBody = (cx: Cx, input: NewBody, rules: CommitteeRules): void => {
  const years = input.kind === 'managementCommittee' ? rules.managementYears : rules.ownersYears
  if (!isTerm(input.from, input.to, years) || input.to < dayOf(cx.now) || input.from > dayOf(cx.now))
    throw refuse('committee.term', { fields: [{ path: 'to', message: `任期不超过${years}年，今天要在任期内` }] })
  if (input.kind === 'managementCommittee')
    return assertComposed(
      rules.management,
      input.members.map(({ side, duty }) => ({ side, leads: duty === 'chair' })),
      'members',
    )
  if (input.members.some((one) => one.side !== 'owners')) throw refuse('committee.not-owner')
}
/** @throws committee.place, committee.term, committee.composition, committee.seated, committee.not-owner, identity.no-person */
export const setUpBody = async (cx: Cx, input: NewBody): Promise<string> => {
  const place = await estateWithin(cx, input.placeId, 'committee.review')
  const rules = await committeeRulesInForce(cx)
  checkBody(cx, input, rules)
  await assertPeople(cx, place.id, input.members)
  const [sitting] = await cx.db
    .select({ id: committees.id, kind: committees.kind })
    .from(committees)
    .where(and(eq(committees.placeId, place.id), eq(committees.state, 'seated')))
  // An owners' committee is never replaced by a management committee while its term runs.
  if (sitting !== undefined && (sitting.kind === 'ownersCommittee' || input.kind === 'managementCommittee'))
    throw refuse('committee.seated')
  await endBefore(cx, place.id, input.from, '业委会成立，物管会结束')
  const { id: organisationId } = await bodyFor(cx, input.kind, place)
  const row = begin(cx, place, rules)
  await cx.db.insert(committees).values({
    ...row,
    kind: input.kind,
    state: 'seated',
    seats: input.members.length,
    ground: input.ground,
    needsNoArrears: false,
    organisationId,
    termFrom: input.from,
    termTo: input.to,
  })
  await addMembers(
    cx,
    { id: row.id, placeId: place.id, organisationId },
    input.members.map(({ personId, ...one }) => ({ ...one, personId: personId ?? null, candidateId: null })),
    input,
  )
  await cx.journal({
    action: 'committee.setUp',
    sentence: `成立或登记了${place.name}的委员会`,
    thing: { kind: 'committee', id: row.id },
    after: { kind: input.kind, from: input.from, to: input.to, members: input.members.length },
  })
  return row.id
}
/** @throws committee.place */
export const setExemption = async (
  cx: Cx,
  placeId: string,
  { isExempt, reason }: { readonly isExempt: boolean; readonly reason: string },
): Promise<{ done: true }> => {
  const place = await estateWithin(cx, placeId, 'committee.review')
  const row = { districtId: cx.districtId, words: reason, madeBy: cx.actor.personId, madeAt: cx.now }
  if (isExempt)
    await cx.db
      .insert(committeeExemptions)
      .values({ placeId, ...row })
      .onConflictDoUpdate({ target: committeeExemptions.placeId, set: row })
  else await cx.db.delete(committeeExemptions).where(eq(committeeExemptions.placeId, placeId))
  await cx.journal({
    action: 'committee.exempt',
    sentence: isExempt ? '记录了小区暂不组建业委会' : '记录了小区应当组建业委会',
    thing: { kind: 'place', id: place.id },
    after: { isExempt, reason },
  })
  return { done: true }
}
