// A household agrees or objects: its owner, or staff who write down what was said at the door.
import { eq } from 'drizzle-orm'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { dayOf } from './moments.ts'
import { lockLine, lockPlan, seenPlan } from './plan-policy.ts'
import { showPlan, type PlanView } from './show-plan.ts'
import { fundPlanLines } from './tables.ts'

/** @throws plan.not-found, plan.no-line, plan.not-yours, plan.answers-over */
export const answerPlan = async (
  cx: Cx,
  id: string,
  lineId: string,
  given: { readonly answer: 'agree' | 'object'; readonly words: string | null },
): Promise<PlanView> => {
  const { homes } = await seenPlan(cx, id)
  const { plan } = await lockPlan(cx, id)
  const line = await lockLine(cx, id, lineId)
  const isOwner = homes.some((home) => home.id === line.homeId && home.relation === 'owner')
  if (!isOwner && !mayAt(cx.actor, 'fund.keep', plan)) throw refuse('plan.not-yours')
  if (plan.state !== 'asked' || (plan.answerBy !== null && dayOf(cx.now) > plan.answerBy))
    throw refuse('plan.answers-over')
  await cx.db
    .update(fundPlanLines)
    .set({ answer: given.answer, answerWords: given.words, answeredBy: cx.actor.personId, answeredAt: cx.now })
    .where(eq(fundPlanLines.id, lineId))
  await cx.journal({
    action: 'plan.answer',
    sentence: '答复了分摊方案',
    thing: { kind: 'fundPlan', id },
    before: { lineId, answer: line.answer },
    after: { lineId, answer: given.answer, byStaff: !isOwner },
  })
  return showPlan(cx, id)
}
