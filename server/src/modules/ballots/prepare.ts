// Prepares a decision: place, parts that vote, items with their matters; the rule set is kept as it stands now.
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { checkElection, ElectionError } from '../../../../rules/src/elections.ts'
import { nationalRules } from '../../../../rules/src/vote-rule-sets.ts'
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedOf } from '../places/index.ts'
import { buildRoll } from './build-roll.ts'
import { newSalt } from './keys.ts'
import { decisionItems, decisions } from './tables.ts'

export type Preparation = ParsedBody<(typeof ballotsApi)['POST /api/decisions']>
const electionWords = {
  'bad-seats': '委员要5到11人',
  'even-seats': '委员人数要是单数',
  'too-few-candidates': '候选人要多于名额（差额选举）',
} as const
/** @throws decision.election */
const checkSeats = (input: Preparation, isByElection: boolean): void => {
  const candidates = input.items.filter((item) => item.candidate !== undefined)
  if (input.seats === undefined && candidates.length === 0) return
  const wrong = (message: string) => refuse('decision.election', { fields: [{ path: 'seats', message }] })
  if (input.seats === undefined) throw wrong('请填写名额')
  if (candidates.some((item) => item.matter !== 'committee')) throw wrong('候选人的事项要选“选举业主委员会”')
  try {
    checkElection(candidates.length, input.seats, isByElection)
  } catch (error) {
    if (error instanceof ElectionError) throw wrong(electionWords[error.code])
    throw error
  }
}
/** @throws decision.place, decision.empty-roll, decision.election, place.not-found, access.out-of-scope */
export const prepareDecision = async (
  cx: Cx,
  input: Preparation,
  { isByElection = false }: { readonly isByElection?: boolean } = {},
): Promise<string> => {
  const place = await placeById(cx.db, input.placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const held = heldAt(cx.actor, 'decision.convene', place)
  if (held === undefined) throw refuse('access.out-of-scope')
  if (!['estate', 'building', 'unit'].includes(place.kind)) throw refuse('decision.place')
  checkSeats(input, isByElection)
  const id = uuidv7()
  await cx.db.insert(decisions).values({
    ...placedOf(place),
    id,
    placeId: place.id,
    placeName: place.path,
    partKinds: [...new Set(input.partKinds)],
    title: input.title,
    words: input.words,
    convener: held.organisationName,
    citySystem: input.citySystem,
    seats: input.seats ?? null,
    proxyCap: input.proxyCap,
    state: 'draft',
    stateAt: cx.now,
    rules: nationalRules,
    salt: newSalt(),
    createdBy: cx.actor.personId,
    createdAt: cx.now,
  })
  await cx.db.insert(decisionItems).values(
    input.items.map((item, sort) => ({
      id: uuidv7(),
      decisionId: id,
      sort: sort + 1,
      matter: item.matter,
      title: item.title,
      words: item.words ?? '',
      cost: item.cost ?? '',
      candidateName: item.candidate?.name ?? null,
      candidateIsPartyMember: item.candidate?.isPartyMember ?? null,
    })),
  )
  await buildRoll(cx, { id, partKinds: input.partKinds }, place)
  await cx.journal({
    action: 'decision.prepare',
    sentence: `准备了业主表决：${input.title}`,
    thing: { kind: 'decision', id },
    after: { placeId: place.id, items: input.items.map(({ matter, title }) => ({ matter, title })) },
  })
  return id
}
