// News of money, put up as a public notice with a link back: what was spent on what, and what a shared work really cost.
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { announce } from '../publicnotices/index.ts'
import { planThing, yuanWords } from './moments.ts'
import type { PlanRow } from './plan-policy.ts'
import type { FundRow } from './policy.ts'
import type { fundApplications } from './tables.ts'

const DAYS = 7
const byWhom = (cx: Cx, placed: FundRow | PlanRow): string => heldAt(cx.actor, 'fund.keep', placed)!.organisationName

export const announceSpending = (
  cx: Cx,
  fund: FundRow,
  spent: Pick<typeof fundApplications.$inferSelect, 'title' | 'reason' | 'payee' | 'amount' | 'resolutionWords'>,
): Promise<void> =>
  announce(
    cx,
    fund.placeId,
    {
      title: `用款公开：${spent.title}`,
      words: [
        `从“${fund.name}”支出 ${yuanWords(spent.amount)} 元，付给${spent.payee}。`,
        `用途：${spent.reason}`,
        ...(spent.resolutionWords === null ? [] : [`依据：${spent.resolutionWords}`]),
        '凭证照片和每笔账都在账目里，可以提问。',
      ].join('\n'),
      days: DAYS,
    },
    { postedBy: byWhom(cx, fund), thing: { kind: 'fund', id: fund.id } },
  )
export const announceFinalAccounts = (
  cx: Cx,
  plan: PlanRow,
  final: { readonly total: number; readonly words: string },
): Promise<void> =>
  announce(
    cx,
    plan.placeId,
    {
      title: `决算公示：${plan.title}`,
      words: [
        `预算 ${yuanWords(plan.total)} 元，决算 ${yuanWords(final.total)} 元。`,
        final.words,
        '每户多退少补，各户金额在“我的分摊”里看。',
      ].join('\n'),
      days: DAYS,
    },
    { postedBy: byWhom(cx, plan), thing: planThing(plan.id) },
  )
