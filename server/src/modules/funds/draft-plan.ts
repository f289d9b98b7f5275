// Drafts a plan, changes it, asks the households with a frozen text and its hash, or drops it.
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundPlansApi } from '../../../../contract/src/funds-plans.ts'
import { canonicalJson } from '../../../../rules/src/hash-chain.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import { readCase } from '../cases/index.ts'
import { tellAll, type Telling } from '../notices/index.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { lockFundOf, refuseClosed, standsBelow, type FundRow } from './policy.ts'
import { tellCase } from './plan-case.ts'
import { linesOfPlan, lockForPlanStep, lockPlan, ownersOf, type LineRow, type PlanRow } from './plan-policy.ts'
import { coveredLines, type PlanBody } from './plan-shares.ts'
import { showPlan, type PlanView } from './show-plan.ts'
import { fundPlanLines, fundPlans } from './tables.ts'

type Preview = OutOf<(typeof fundPlansApi)['POST /api/funds/plans/preview']>
/** @throws place.not-found, access.out-of-scope, fund.not-found, plan.wrong-fund, case.not-found */
const groundOf = async (cx: Cx, body: PlanBody): Promise<{ place: PlaceRow; fund: FundRow }> => {
  if (body.subsidy > body.total)
    throw refuse('http.bad-input', { fields: [{ path: 'subsidy', message: '不能超过总额' }] })
  const place = await placeById(cx.db, body.placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'fund.apply', place)) throw refuse('access.out-of-scope')
  const fund = await lockFundOf(cx, body.fundId)
  if (!standsBelow(place, fund.placeId)) throw refuse('plan.wrong-fund')
  refuseClosed(fund)
  if (fund.state === 'raising') throw refuse('fund.still-raising')
  if (body.caseId !== null) await readCase(cx, body.caseId)
  return { place, fund }
}
const columnsOf = (body: PlanBody, place: PlaceRow) => ({
  ...placedOf(place),
  placeId: place.id,
  fundId: body.fundId,
  title: body.title,
  reason: body.reason,
  caseId: body.caseId,
  method: body.method,
  total: body.total,
  subsidy: body.subsidy,
  usesAccounts: body.usesAccounts,
})
const writeLines = async (cx: Cx, planId: string, body: PlanBody, place: PlaceRow): Promise<void> => {
  const lines = await coveredLines(cx, body, place)
  await cx.db
    .insert(fundPlanLines)
    .values(lines.map(({ id, ...line }, sort) => ({ ...line, id: uuidv7(), planId, homeId: id, sort })))
}
/** What a plan would come to; nothing is kept. @throws as drafting */
export const previewPlan = async (cx: Cx, body: PlanBody): Promise<Preview> => {
  const { place } = await groundOf(cx, body)
  const lines = await coveredLines(cx, body, place)
  return {
    lines: lines.map(({ id, label, ...line }) => ({ home: { id, name: label }, ...line })),
    sum: lines.reduce((all, line) => all + line.share, 0),
    weights: lines.reduce((all, line) => all + line.weight, 0),
  }
}
export const draftPlan = async (cx: Cx, body: PlanBody): Promise<PlanView> => {
  const { place } = await groundOf(cx, body)
  const id = uuidv7()
  const [plan] = await cx.db
    .insert(fundPlans)
    .values({
      id,
      ...columnsOf(body, place),
      state: 'draft',
      stateAt: cx.now,
      createdBy: cx.actor.personId,
      createdAt: cx.now,
    })
    .returning()
  await writeLines(cx, id, body, place)
  await cx.journal({
    action: 'plan.draft',
    sentence: '起草了分摊方案',
    thing: { kind: 'fundPlan', id },
    after: { title: body.title, total: body.total, subsidy: body.subsidy, method: body.method },
  })
  await tellCase(cx, plan!, 'draft')
  return showPlan(cx, id)
}
/** @throws plan.frozen, lifecycle.wrong-state for a dropped one, and all of drafting */
export const changePlan = async (cx: Cx, id: string, body: PlanBody): Promise<PlanView> => {
  const { plan } = await lockPlan(cx, id)
  if (!mayAt(cx.actor, 'fund.apply', plan)) throw refuse('access.out-of-scope')
  if (plan.frozenAt !== null) throw refuse('plan.frozen', { because: `change in ${plan.state}` })
  if (plan.state !== 'draft') throw refuse('lifecycle.wrong-state', { because: `change in ${plan.state}` })
  const { place } = await groundOf(cx, body)
  await cx.db.delete(fundPlanLines).where(eq(fundPlanLines.planId, id))
  await cx.db.update(fundPlans).set(columnsOf(body, place)).where(eq(fundPlans.id, id))
  await writeLines(cx, id, body, place)
  await cx.journal({
    action: 'plan.change',
    sentence: '修改了分摊方案',
    thing: { kind: 'fundPlan', id },
    before: { total: plan.total, subsidy: plan.subsidy, method: plan.method },
    after: { total: body.total, subsidy: body.subsidy, method: body.method },
  })
  return showPlan(cx, id)
}
/** The text a decision can refer to: everything that makes each share, in one canonical form. */
export const frozenTextOf = (plan: PlanRow, lines: readonly LineRow[]): string =>
  canonicalJson({
    plan: plan.id,
    title: plan.title,
    place: plan.placeId,
    method: plan.method,
    total: plan.total,
    subsidy: plan.subsidy,
    lines: lines.map(({ homeId, label, floor, area, factor, weight, share, fromAccount }) => ({
      home: homeId,
      label,
      floor,
      area,
      factor,
      weight,
      share,
      fromAccount,
    })),
  })
const askTellings = async (cx: Cx, plan: PlanRow, lines: readonly LineRow[], answerBy: string): Promise<Telling[]> => {
  const owners = await ownersOf(cx, plan.id)
  return lines.map((line) => ({
    event: 'plan.asked',
    audience: 'person' as const,
    personIds: owners.get(line.homeId) ?? [],
    thing: { kind: 'fundPlan', id: plan.id },
    fields: { title: plan.title, home: line.label, amount: (line.share / 100).toFixed(2), until: answerBy },
  }))
}
/** @throws fund.bad-day */
export const askHouseholds = async (cx: Cx, id: string, input: { answerBy: string }): Promise<PlanView> => {
  const { plan, to } = await lockForPlanStep(cx, id, 'ask', input)
  if (input.answerBy < cx.now.toISOString().slice(0, 10))
    throw refuse('fund.bad-day', { fields: [{ path: 'answerBy', message: '请填今天以后的日期' }] })
  const lines = await linesOfPlan(cx, id)
  const frozenText = frozenTextOf(plan, lines)
  const frozenHash = createHash('sha256').update(frozenText, 'utf8').digest('hex')
  await cx.db
    .update(fundPlans)
    .set({ state: to, stateAt: cx.now, answerBy: input.answerBy, frozenText, frozenHash, frozenAt: cx.now })
    .where(eq(fundPlans.id, id))
  await cx.journal({
    action: 'plan.ask',
    sentence: '把分摊方案发给了各户',
    thing: { kind: 'fundPlan', id },
    before: { state: plan.state },
    after: { state: to, hash: frozenHash, households: lines.length },
  })
  await tellCase(cx, plan, 'ask')
  await tellAll(cx, await askTellings(cx, plan, lines, input.answerBy))
  return showPlan(cx, id)
}
export const dropPlan = async (cx: Cx, id: string, input: { words: string }): Promise<PlanView> => {
  const { plan, to } = await lockForPlanStep(cx, id, 'drop', input)
  await cx.db.update(fundPlans).set({ state: to, stateAt: cx.now }).where(eq(fundPlans.id, id))
  await cx.journal({
    action: 'plan.drop',
    sentence: '取消了分摊方案',
    thing: { kind: 'fundPlan', id },
    before: { state: plan.state },
    after: { state: to, words: input.words },
  })
  await tellCase(cx, plan, 'drop')
  return showPlan(cx, id)
}
export interface FrozenPlan {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly placeId: string
  /** SHA-256 of the text, hex. */
  readonly hash: string
  /** Canonical JSON: title, place, method, total, subsidy and every line. */
  readonly text: string
  readonly total: number
  readonly subsidy: number
  /** Share in fen by home. */
  readonly shares: ReadonlyMap<string, number>
}
/** The frozen plan a decision refers to; null when there is none of this district, or it was never frozen. */
export const frozenPlan = async (db: Tx, districtId: string, id: string): Promise<FrozenPlan | null> => {
  const [plan] = await db.select().from(fundPlans).where(eq(fundPlans.id, id))
  if (plan === undefined || plan.districtId !== districtId || plan.frozenText === null || plan.frozenHash === null)
    return null
  const lines = await db
    .select({ homeId: fundPlanLines.homeId, share: fundPlanLines.share })
    .from(fundPlanLines)
    .where(eq(fundPlanLines.planId, id))
  return {
    id,
    number: String(plan.number),
    title: plan.title,
    placeId: plan.placeId,
    hash: plan.frozenHash,
    text: plan.frozenText,
    total: plan.total,
    subsidy: plan.subsidy,
    shares: new Map(lines.map((line) => [line.homeId, line.share])),
  }
}
