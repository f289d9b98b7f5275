// The result of a decision, put up among the public notices with a link back while objections are taken.
import type { Cx } from '../../platform/cx.ts'
import { announce } from '../publicnotices/index.ts'
import type { DecisionRow } from './policy.ts'

/** Nothing where no days of objection were given. */
export const announceResult = async (cx: Cx, row: DecisionRow, days: number): Promise<void> => {
  if (days < 1) return
  await announce(
    cx,
    row.placeId,
    {
      title: `表决结果：${row.title}`,
      words: '已经计票，每一项的结果在表决页里看。\n有异议的，请在公示期内打开表决页提出。',
      days,
    },
    { postedBy: row.convener, thing: { kind: 'decision', id: row.id } },
  )
}
