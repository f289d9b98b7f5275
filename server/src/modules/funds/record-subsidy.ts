// The subsidy of a shared cost as it arrives, at most what was promised.
import { eq } from 'drizzle-orm'
import { transfer } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { accountOf, postEntry } from './books.ts'
import { tooMuch } from './collect-shares.ts'
import { refuseDayToCome } from './moments.ts'
import { lockCollecting } from './plan-policy.ts'
import { showPlan, type PlanView } from './show-plan.ts'
import { fundPlans } from './tables.ts'

/** @throws plan.over, fund.bad-day */
export const recordSubsidy = async (
  cx: Cx,
  id: string,
  given: { readonly amount: number; readonly day: string },
): Promise<PlanView> => {
  const { plan, fund } = await lockCollecting(cx, id, 'fund.keep')
  refuseDayToCome(cx.now, given.day)
  const open = plan.subsidy - plan.subsidyReceived
  if (given.amount > open) throw tooMuch(open)
  const entryId = await postEntry(cx, fund, {
    kind: 'subsidy',
    day: given.day,
    purpose: `补贴：${plan.title}`,
    postings: transfer(
      await accountOf(cx, fund, { role: 'plan', planId: id }),
      await accountOf(cx, fund, { role: 'bank' }),
      given.amount,
    ),
    thing: { kind: 'plan', id },
  })
  await cx.db
    .update(fundPlans)
    .set({ subsidyReceived: plan.subsidyReceived + given.amount })
    .where(eq(fundPlans.id, id))
  await cx.journal({
    action: 'plan.subsidy',
    sentence: '登记了补贴',
    thing: { kind: 'fundPlan', id },
    after: { entryId, amount: given.amount },
  })
  return showPlan(cx, id)
}
