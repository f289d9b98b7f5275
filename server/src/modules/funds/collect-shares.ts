// From the answers to the settled account: household accounts pay first, payments, refunds, final accounts.
import { eq, sql } from 'drizzle-orm'
import { transfer, type Posting } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { tellAll } from '../notices/index.ts'
import { announceFinalAccounts } from './announce.ts'
import { accountOf, heldIn, postEntry } from './books.ts'
import { dayOf, refuseDayToCome } from './moments.ts'
import type { FundRow } from './policy.ts'
import {
  dueOf,
  linesOfPlan,
  lockCollecting,
  lockForPlanStep,
  lockLine,
  ownersOf,
  type LineRow,
  type PlanRow,
} from './plan-policy.ts'
import { tellCase } from './plan-case.ts'
import { checkDecision, type Wired } from './plan-decision.ts'
import { coverOf, finalShares, householdBalances } from './plan-shares.ts'
import { showPlan, spentOn, type PlanView } from './show-plan.ts'
import { fundPlanLines, fundPlans } from './tables.ts'

/** Moves money between the plan and household accounts, one entry for all: positive is paid, negative goes back. */
const moveAccounts = async (
  cx: Cx,
  plan: PlanRow,
  fund: FundRow,
  moves: readonly { readonly line: LineRow; readonly account: string; readonly amount: number }[],
  kind: 'cover' | 'transfer',
): Promise<void> => {
  if (moves.length === 0) return
  const total = moves.reduce((sum, one) => sum + one.amount, 0)
  const postings: Posting[] = moves.map(({ account, amount }) => ({ account, amount }))
  await postEntry(cx, fund, {
    kind,
    day: dayOf(cx.now),
    purpose: kind === 'cover' ? `分户账户支付：${plan.title}` : `退回分户账户：${plan.title}`,
    postings: [...postings, { account: await accountOf(cx, fund, { role: 'plan', planId: plan.id }), amount: -total }],
    thing: { kind: 'plan', id: plan.id },
  })
  for (const { line, amount } of moves)
    await cx.db
      .update(fundPlanLines)
      .set({ covered: sql`${fundPlanLines.covered} + ${amount}` })
      .where(eq(fundPlanLines.id, line.id))
}
/** Household accounts pay what is owed, as far as they go. */
const coverDues = async (cx: Cx, plan: PlanRow, fund: FundRow): Promise<void> => {
  if (!plan.usesAccounts) return
  const lines = await linesOfPlan(cx, plan.id)
  const held = await householdBalances(
    cx,
    fund.id,
    lines.map((line) => line.homeId),
  )
  const owed = lines.map((line) => ({ id: line.homeId, amount: Math.max(0, dueOf(plan, line)) }))
  const cover = coverOf(owed, held)
  await moveAccounts(
    cx,
    plan,
    fund,
    lines.flatMap((line) => {
      const amount = cover.get(line.homeId) ?? 0
      return amount === 0 ? [] : { line, account: held.get(line.homeId)!.account, amount }
    }),
    'cover',
  )
}
/** What an account paid too much goes back to it before anything is given out in cash. */
const returnToAccounts = async (cx: Cx, plan: PlanRow, fund: FundRow): Promise<void> => {
  const lines = await linesOfPlan(cx, plan.id)
  const held = await householdBalances(
    cx,
    fund.id,
    lines.map((line) => line.homeId),
  )
  await moveAccounts(
    cx,
    plan,
    fund,
    lines.flatMap((line) => {
      const amount = Math.min(line.covered, Math.max(0, -dueOf(plan, line)))
      return amount === 0 ? [] : { line, account: held.get(line.homeId)!.account, amount: -amount }
    }),
    'transfer',
  )
}
const tellDues = async (cx: Cx, plan: PlanRow, event: 'plan.collect' | 'plan.reminder'): Promise<number> => {
  const owners = await ownersOf(cx, plan.id)
  const owing = (await linesOfPlan(cx, plan.id)).filter((line) => dueOf(plan, line) > 0)
  await tellAll(
    cx,
    owing.map((line) => ({
      event,
      audience: 'person' as const,
      personIds: owners.get(line.homeId) ?? [],
      thing: { kind: 'fundPlan', id: plan.id },
      fields: {
        title: plan.title,
        home: line.label,
        amount: (dueOf(plan, line) / 100).toFixed(2),
        until: plan.dueOn ?? '',
      },
    })),
  )
  return owing.length
}
/** @throws plan.not-agreed, plan.wrong-decision */
export const beginCollecting = async (
  cx: Cx,
  id: string,
  input: { dueOn: string; basisWords: string | null; decisionId: string | null },
  wired: Wired,
): Promise<PlanView> => {
  const { plan, fund, to } = await lockForPlanStep(cx, id, 'collect', input)
  const lines = await linesOfPlan(cx, id)
  const haveAllAgreed = lines.every((line) => line.share === 0 || line.answer === 'agree')
  if (!haveAllAgreed && input.basisWords === null && input.decisionId === null)
    throw refuse('plan.not-agreed', { fields: [{ path: 'basisWords', message: '请写明依据的决定' }] })
  const decision = input.decisionId === null ? null : await checkDecision(cx, plan, input.decisionId, wired)
  const change = {
    state: to,
    stateAt: cx.now,
    dueOn: input.dueOn,
    basis: haveAllAgreed ? ('allAgreed' as const) : ('decision' as const),
    basisWords: input.basisWords ?? decision,
    decisionId: input.decisionId,
  }
  await cx.db.update(fundPlans).set(change).where(eq(fundPlans.id, id))
  const now = { ...plan, ...change }
  await coverDues(cx, now, fund)
  await cx.journal({
    action: 'plan.collect',
    sentence: '开始收分摊款',
    thing: { kind: 'fundPlan', id },
    before: { state: plan.state },
    after: { state: to, basis: change.basis, basisWords: change.basisWords, dueOn: input.dueOn },
  })
  await tellCase(cx, plan, 'collect')
  await tellDues(cx, now, 'plan.collect')
  return showPlan(cx, id)
}
export const tooMuch = (most: number) =>
  refuse('plan.over', { fields: [{ path: 'amount', message: `最多 ${(most / 100).toFixed(2)} 元` }] })

/** @throws plan.paid-already, plan.over, plan.not-collecting, fund.bad-day */
export const payShare = async (
  cx: Cx,
  id: string,
  lineId: string,
  paid: { readonly amount: number; readonly day: string; readonly photos: readonly string[] },
): Promise<PlanView> => {
  const { plan, fund } = await lockCollecting(cx, id, 'fund.keep')
  refuseDayToCome(cx.now, paid.day)
  const line = await lockLine(cx, id, lineId)
  const due = dueOf(plan, line)
  if (due <= 0) throw refuse('plan.paid-already')
  if (paid.amount > due) throw tooMuch(due)
  const entryId = await postEntry(cx, fund, {
    kind: 'share',
    day: paid.day,
    purpose: `缴纳分摊款：${plan.title}`,
    postings: transfer(
      await accountOf(cx, fund, { role: 'plan', planId: id }),
      await accountOf(cx, fund, { role: 'bank' }),
      paid.amount,
    ),
    thing: { kind: 'planLine', id: lineId },
    photos: paid.photos,
  })
  await attachFiles(cx, paid.photos, { kind: 'fundEntry', id: entryId }, 'photo')
  await cx.db
    .update(fundPlanLines)
    .set({ paid: line.paid + paid.amount })
    .where(eq(fundPlanLines.id, lineId))
  await cx.journal({
    action: 'plan.payment',
    sentence: '登记了分摊款',
    thing: { kind: 'fundPlan', id },
    after: { lineId, entryId, amount: paid.amount, day: paid.day },
  })
  return showPlan(cx, id)
}
/** @throws plan.over, plan.not-collecting, fund.not-enough */
export const refundShare = async (
  cx: Cx,
  id: string,
  lineId: string,
  given: { readonly amount: number; readonly day: string },
): Promise<PlanView> => {
  const { plan, fund } = await lockCollecting(cx, id, 'fund.pay')
  if (plan.state !== 'settling') throw refuse('plan.not-collecting')
  refuseDayToCome(cx.now, given.day)
  const line = await lockLine(cx, id, lineId)
  const back = -dueOf(plan, line)
  if (given.amount > back) throw tooMuch(Math.max(0, back))
  const entryId = await postEntry(cx, fund, {
    kind: 'refund',
    day: given.day,
    purpose: `退还分摊款：${plan.title}`,
    postings: transfer(
      await accountOf(cx, fund, { role: 'bank' }),
      await accountOf(cx, fund, { role: 'plan', planId: id }),
      given.amount,
    ),
    thing: { kind: 'planLine', id: lineId },
  })
  await cx.db
    .update(fundPlanLines)
    .set({ paid: line.paid - given.amount })
    .where(eq(fundPlanLines.id, lineId))
  await cx.journal({
    action: 'plan.refund',
    sentence: '退还了分摊款',
    thing: { kind: 'fundPlan', id },
    after: { lineId, entryId, amount: given.amount, day: given.day },
  })
  return showPlan(cx, id)
}
/** Once a day at most. @throws plan.reminded-today */
export const remindOwing = async (cx: Cx, id: string): Promise<{ done: true; reminded: number }> => {
  const { plan } = await lockCollecting(cx, id, 'fund.keep')
  if (plan.remindedAt !== null && dayOf(plan.remindedAt) === dayOf(cx.now)) throw refuse('plan.reminded-today')
  await cx.db.update(fundPlans).set({ remindedAt: cx.now }).where(eq(fundPlans.id, id))
  const reminded = await tellDues(cx, plan, 'plan.reminder')
  await cx.journal({
    action: 'plan.remind',
    sentence: '提醒了未缴的住户',
    thing: { kind: 'fundPlan', id },
    after: { reminded },
  })
  return { done: true, reminded }
}
/** @throws plan.final-below-spent */
export const makeFinalAccounts = async (
  cx: Cx,
  id: string,
  input: { finalTotal: number; words: string; photos: readonly string[] },
): Promise<PlanView> => {
  const { plan, fund, to } = await lockForPlanStep(cx, id, 'final', input)
  const spent = await spentOn(cx, id)
  if (input.finalTotal < spent)
    throw refuse('plan.final-below-spent', { fields: [{ path: 'finalTotal', message: `已付 ${spent / 100} 元` }] })
  const lines = await linesOfPlan(cx, id)
  const final = finalShares(plan.total - plan.subsidy, Math.max(0, input.finalTotal - plan.subsidy), lines)
  for (const line of lines)
    await cx.db
      .update(fundPlanLines)
      .set({ finalShare: final.get(line.homeId)! })
      .where(eq(fundPlanLines.id, line.id))
  await attachFiles(cx, input.photos, { kind: 'fundPlan', id }, 'photo')
  const change = {
    state: to,
    stateAt: cx.now,
    finalTotal: input.finalTotal,
    finalWords: input.words,
    finalPhotos: [...input.photos],
  }
  await cx.db.update(fundPlans).set(change).where(eq(fundPlans.id, id))
  const now = { ...plan, ...change }
  await returnToAccounts(cx, now, fund)
  await coverDues(cx, now, fund)
  await cx.journal({
    action: 'plan.final',
    sentence: '提交了决算',
    thing: { kind: 'fundPlan', id },
    before: { state: plan.state, total: plan.total },
    after: { state: to, finalTotal: input.finalTotal },
  })
  await tellCase(cx, { ...plan, total: input.finalTotal }, 'final')
  await announceFinalAccounts(cx, plan, { total: input.finalTotal, words: input.words })
  await tellDues(cx, now, 'plan.collect')
  return showPlan(cx, id)
}
/** @throws plan.not-even */
export const settlePlan = async (cx: Cx, id: string): Promise<PlanView> => {
  const { plan, to } = await lockForPlanStep(cx, id, 'settle', {})
  const lines = await linesOfPlan(cx, id)
  const held = await heldIn(cx, plan.fundId, { role: 'plan', planId: id })
  if (held !== 0 || lines.some((line) => dueOf(plan, line) !== 0)) throw refuse('plan.not-even')
  await cx.db.update(fundPlans).set({ state: to, stateAt: cx.now }).where(eq(fundPlans.id, id))
  await cx.journal({
    action: 'plan.settle',
    sentence: '结清了分摊',
    thing: { kind: 'fundPlan', id },
    before: { state: plan.state },
    after: { state: to, finalTotal: plan.finalTotal },
  })
  await tellCase(cx, { ...plan, total: plan.finalTotal ?? plan.total }, 'settle')
  return showPlan(cx, id)
}
