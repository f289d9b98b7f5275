// Prepares a decision: place, parts that vote, items with their matters; the rule set is kept as it stands now.
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { checkElection, ElectionError } from '../../../../rules/src/elections.ts'
import type { VoteRuleSet } from '../../../../rules/src/vote-rule-sets.ts'
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { frozenPlan, fundToSpend } from '../funds/index.ts'
import { placeById, placedOf } from '../places/index.ts'
import { buildRoll } from './build-roll.ts'
import { newSalt } from './keys.ts'
import { rulesInForce } from './list.ts'
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
const article = /第\s*[0-9０-９零〇一二三四五六七八九十百]+\s*条|\bart(icle|\.)?\s*\d+/i
/**
 * The estate's own rules of procedure may read marks, and silence, otherwise; the shares of the law stay.
 * @throws decision.silence-article, decision.silence-city
 */
const readBy = (rules: VoteRuleSet, { procedure, citySystem }: Preparation): VoteRuleSet => {
  if (procedure === undefined) return rules
  const { citation, silence, ...readings } = procedure
  const own = { ...rules, ...readings, id: `${rules.id}+议事规则`, readingCitation: citation }
  if (silence !== 'with-majority') return own
  if (citySystem) throw refuse('decision.silence-city')
  if (!article.test(citation))
    throw refuse('decision.silence-article', { fields: [{ path: 'procedure.citation', message: '请写第几条' }] })
  return { ...own, silence, silenceCitation: citation }
}
const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`
const noFund = { fundId: null, amountFen: null }
const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n')
/** Which money an item is about and how much of it: only the owners of the whole estate decide. @throws decision.fund, decision.fund-matter */
const moneyOf = async (cx: Cx, placeId: string, { fund, matter }: Preparation['items'][number]) => {
  if (fund === undefined) return { said: '', columns: noFund }
  const found = await fundToSpend(cx.db, cx.districtId, fund.id)
  if (found === null || found.placeId !== placeId) throw refuse('decision.fund')
  if (found.kind === 'maintenanceFund' && matter !== 'useFund') throw refuse('decision.fund-matter')
  return {
    said: `从“${found.name}”列支，最多${yuan(fund.amount)}`,
    columns: { fundId: fund.id, amountFen: fund.amount },
  }
}
/** What an item costs: in words, and by the frozen plan it refers to, whose fingerprint is voted on. @throws decision.plan */
const costOf = async (cx: Cx, placeId: string, item: Preparation['items'][number]) => {
  const { said: spent, columns } = await moneyOf(cx, placeId, item)
  const [words, cost] = [item.words ?? '', sentences(item.cost ?? '', spent)]
  if (item.planId === undefined) return { words, cost, planId: null, ...columns }
  const plan = await frozenPlan(cx.db, cx.districtId, item.planId)
  const at = plan === null ? null : await placeById(cx.db, plan.placeId)
  const isWithin = at !== null && [at.id, at.estateId, at.buildingId, at.unitId].includes(placeId)
  if (plan === null || !isWithin) throw refuse('decision.plan')
  const said = `分摊方案${plan.number}：合计${yuan(plan.total)}，补贴${yuan(plan.subsidy)}，各户按方案分摊`
  return { words: sentences(words, `方案指纹 ${plan.hash}`), cost: sentences(cost, said), planId: plan.id, ...columns }
}
/** @throws decision.place, decision.plan, decision.fund, decision.fund-matter, decision.empty-roll, decision.election, decision.silence-article, decision.silence-city, place.not-found, access.out-of-scope */
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
    rules: readBy(await rulesInForce(cx), input),
    salt: newSalt(),
    createdBy: cx.actor.personId,
    createdAt: cx.now,
  })
  const rows: (typeof decisionItems.$inferInsert)[] = []
  for (const [sort, item] of input.items.entries())
    rows.push({
      id: uuidv7(),
      decisionId: id,
      sort: sort + 1,
      matter: item.matter,
      title: item.title,
      ...(await costOf(cx, place.id, item)),
      candidateName: item.candidate?.name ?? null,
      candidateIsPartyMember: item.candidate?.isPartyMember ?? null,
    })
  await cx.db.insert(decisionItems).values(rows)
  await buildRoll(cx, { id, partKinds: input.partKinds }, place)
  await cx.journal({
    action: 'decision.prepare',
    sentence: `准备了业主表决：${input.title}`,
    thing: { kind: 'decision', id },
    after: { placeId: place.id, items: input.items.map(({ matter, title }) => ({ matter, title })) },
  })
  return id
}
