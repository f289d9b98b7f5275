// The result of a decision, put up among the public notices with a link back while objections are taken.
import type { Cx } from '../../platform/cx.ts'
import { announce } from '../publicnotices/index.ts'
import type { DecisionResult } from '../../../../rules/src/decision-count.ts'
import type { DecisionRow, ItemRow } from './policy.ts'

/** Where silence counted: both tallies of each item. */
export const silenceSums = (items: readonly Pick<ItemRow, 'id' | 'title'>[], result: DecisionResult): string[] =>
  items.flatMap(({ id, title }, i) => {
    const found = result.items.find((one) => one.itemId === id)
    if (found?.silence === undefined) return []
    const verdict = (isPassed: boolean) => (isPassed ? '通过' : '没有通过')
    const { without } = found.silence
    return [
      `${i + 1}. ${title}`,
      `计入沉默的业主：参加 ${found.owners.participating} 位，同意 ${found.owners.for} 位，${verdict(found.isPassed)}`,
      `只算投了票的：参加 ${without.owners.participating} 位，同意 ${without.owners.for} 位，${verdict(without.isPassed)}`,
    ]
  })
export const announceResult = async (
  cx: Cx,
  row: DecisionRow,
  days: number,
  more: readonly string[] = [],
): Promise<void> => {
  await announce(
    cx,
    row.placeId,
    {
      title: `表决结果：${row.title}`,
      words: ['已经计票，每一项的结果在表决页里看。', ...more, '有异议的，请在公示期内打开表决页提出。'].join('\n'),
      days,
    },
    { postedBy: row.convener, thing: { kind: 'decision', id: row.id } },
  )
}
