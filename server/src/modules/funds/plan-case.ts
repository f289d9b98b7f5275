// A plan made for a case: its steps stand in the story of the case, and the case does not close before it is settled.
import { eq } from 'drizzle-orm'
import type { PlanStep } from '../../../../contract/src/funds-life.ts'
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { addToTimeline, holdCase, releaseHold } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { yuanWords } from './moments.ts'
import type { PlanRow } from './plan-policy.ts'

/** Call it with the plan as it was before the step. */
export const tellCase = async (cx: Cx, plan: PlanRow, step: PlanStep | 'draft'): Promise<void> => {
  if (plan.caseId === null) return
  await cx.db.select({ id: cases.id }).from(cases).where(eq(cases.id, plan.caseId)).for('update')
  await addToTimeline(cx, plan.caseId, {
    step: `share.${step}`,
    words: `${plan.title}，${yuanWords(plan.total)} 元`,
    // A draft is nobody’s business yet.
    audience: step === 'draft' || (step === 'drop' && plan.state === 'draft') ? 'internal' : 'public',
    organisationName: heldAt(cx.actor, 'fund.see', plan)?.organisationName ?? null,
    data: { planId: plan.id },
  })
  const hold = { kind: 'plan', thingId: plan.id } as const
  if (step === 'ask') await holdCase(cx, plan.caseId, { ...hold, say: `费用分摊“${plan.title}”还没有结清` })
  if (step === 'settle' || step === 'drop') await releaseHold(cx, plan.caseId, hold)
}
