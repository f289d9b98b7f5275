// The count and what follows: provisional result, certificate, or the result of the city's own system.
import {
  countDecision,
  judgeCity,
  rollFrom,
  type CityFigures,
  type CountedItem,
  type DecisionResult,
} from '../../../../rules/src/decision-count.ts'
import { canonicalJson, verifyChain } from '../../../../rules/src/hash-chain.ts'
import { publicityOf } from '../../../../rules/src/publicity-clock.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { ownersDecided } from '../deliberation/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { announceResult, silenceSums } from './announce.ts'
import { readRoll } from './build-roll.ts'
import { chainOf, openBallot } from './chain.ts'
import { countedDeliveries } from './deliveries-proof.ts'
import { sha256 } from './keys.ts'
import { reconciliation } from './papers.ts'
import { itemsOf, lockAs, type DecisionRow, type ItemRow } from './policy.ts'
import { unansweredObjections } from './steps.ts'
import { applyDecisionStep, checkStep } from './take-step.ts'
import { tellOwners } from './tell-owners.ts'

export const countedItem = (item: ItemRow): CountedItem => ({
  id: item.id,
  matter: item.matter,
  isCandidate: item.candidateName !== null,
})
/** Locked and closed: a vote whose time is over is closed here if the minute's job has not come yet. */
const lockClosed = async (cx: Cx, id: string): Promise<DecisionRow> => {
  const row = await lockAs(cx, id, 'decision.count')
  if (row.state !== 'open') return row
  if (row.closesAt === null || cx.now < row.closesAt) throw refuse('decision.not-closed')
  return applyDecisionStep(cx, row, 'close')
}
/** All ballots, the chain proven first. A broken chain is nobody's input: it stops everything. */
export const provenBallots = async (cx: Pick<Cx, 'db'>, sealing: Sealing, row: DecisionRow) => {
  const rows = await chainOf(cx, row.id)
  const verdict = verifyChain(
    rows.map((one) => ({ prevHash: one.prevHash, hash: one.hash, canonical: sealing.open(one.sealed) })),
    sha256,
    row.chainHead,
  )
  if (!verdict.intact) throw new Error(`decision ${row.id}: its chain is broken at ${verdict.brokenAt}`)
  return rows.map((one) => openBallot(sealing, one))
}
const objectionsUntil = async (cx: Cx, days: number): Promise<string> =>
  publicityOf(dayOf(cx.now), days, await loadCalendar(cx.db, cx.districtId)).endsOn
/** @throws decision.not-closed, decision.papers-open, decision.city-only */
export const countVote = async (cx: Cx, sealing: Sealing, id: string, objectionDays: number): Promise<void> => {
  const row = await lockClosed(cx, id)
  checkStep(cx, row, 'count')
  if (row.citySystem) throw refuse('decision.city-only')
  if ((await reconciliation(cx, id)).toSettle > 0) throw refuse('decision.papers-open')
  const items = await itemsOf(cx, id)
  const ballots = await provenBallots(cx, sealing, row)
  const resultUntil = await objectionsUntil(cx, objectionDays)
  const { deliveries, kept } = await countedDeliveries(cx, row)
  const roll = rollFrom(await readRoll(cx, row))
  const result = countDecision(roll, ballots, items.map(countedItem), row.rules, row.seats, deliveries)
  await applyDecisionStep(
    cx,
    row,
    'count',
    {},
    {
      ...kept,
      result,
      resultAt: cx.now,
      resultUntil,
    },
  )
  await tellOwners(cx, id, 'decision.result')
  await announceResult(cx, row, objectionDays, silenceSums(items, result))
}
/** @throws decision.city-only where it does not bind, decision.items, decision.city-figures */
export const importCityResult = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  input: { readonly reference: string; readonly items: readonly CityFigures[]; readonly objectionDays: number },
): Promise<void> => {
  const row = await lockClosed(cx, id)
  checkStep(cx, row, 'count')
  if (!row.citySystem) throw refuse('decision.city-only')
  const items = await itemsOf(cx, id)
  const known = new Set(input.items.map((item) => item.itemId))
  if (known.size !== input.items.length || known.size !== items.length || items.some((item) => !known.has(item.id)))
    throw refuse('decision.items')
  const roll = rollFrom(await readRoll(cx, row))
  const isAbove = ({ area, owners }: CityFigures) =>
    area.for + area.against + area.abstain > roll.area ||
    owners.for + owners.against + owners.abstain > roll.owners.size
  if (input.items.some(isAbove)) throw refuse('decision.city-figures')
  const resultUntil = await objectionsUntil(cx, input.objectionDays)
  const counted = items.map(countedItem)
  const own = countDecision(roll, await provenBallots(cx, sealing, row), counted, row.rules, null)
  const sums = ({ for: yes, against, abstain }: CityFigures['area']) => ({ for: yes, against, abstain })
  await applyDecisionStep(
    cx,
    row,
    'count',
    {},
    {
      consultation: own.items.map(({ itemId, area, owners }) => ({ itemId, area: sums(area), owners: sums(owners) })),
      result: judgeCity(roll, input.items, counted, row.rules),
      resultAt: cx.now,
      resultUntil,
      cityResult: input.items,
      cityReference: input.reference,
    },
  )
  await tellOwners(cx, id, 'decision.result')
  await announceResult(cx, row, input.objectionDays)
  await cx.journal({
    action: 'decision.city',
    sentence: '导入了市里系统的结果',
    thing: { kind: 'decision', id },
    after: { reference: input.reference },
  })
}
/** The certificate as it is hashed, published, printed and recomputed. */
export const certificateOf = (row: DecisionRow, items: readonly ItemRow[], result: DecisionResult, at: Date) => ({
  decision: row.id,
  number: String(row.number),
  title: row.title,
  place: row.placeName,
  convener: row.convener,
  rules: row.rules,
  seats: row.seats,
  rollHash: row.rollHash,
  ...(row.deliveriesHash === null ? {} : { deliveriesHash: row.deliveriesHash }),
  chainLength: row.chainLength,
  chainHead: row.chainHead,
  notice: { postedOn: row.noticePostedOn, endsOn: row.noticeEndsOn },
  opensAt: row.opensAt?.toISOString() ?? null,
  closesAt: row.closesAt?.toISOString() ?? null,
  citySystem: row.citySystem ? { reference: row.cityReference, items: row.cityResult } : null,
  items: items.map((item) => ({
    id: item.id,
    matter: item.matter,
    title: item.title,
    isCandidate: item.candidateName !== null,
  })),
  result,
  certifiedAt: at.toISOString(),
})
/** @throws decision.objection-window, decision.objections-open, decision.not-decided */
export const certify = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockAs(cx, id, 'decision.convene')
  checkStep(cx, row, 'certify')
  if (row.resultUntil !== null && dayOf(cx.now) <= row.resultUntil) throw refuse('decision.objection-window')
  if (await unansweredObjections(cx, id, 'result')) throw refuse('decision.objections-open')
  const result = row.result!
  if (result.items.some((item) => !item.isCertifiable)) throw refuse('decision.not-decided')
  const text = canonicalJson(JSON.parse(JSON.stringify(certificateOf(row, await itemsOf(cx, id), result, cx.now))))
  const name = result.items.some((item) => item.isPassed) ? 'certify' : 'fail'
  await applyDecisionStep(
    cx,
    row,
    name,
    {},
    {
      certificate: text,
      certificateHash: sha256(text),
      certifiedAt: cx.now,
    },
  )
  const adopted = name === 'certify'
  await tellOwners(cx, id, adopted ? 'decision.certified' : 'decision.failed')
  await ownersDecided(cx, {
    decisionId: id,
    adopted,
    words: `业主共同决定${adopted ? '通过' : '没有通过'}：${row.title}`,
  })
}
