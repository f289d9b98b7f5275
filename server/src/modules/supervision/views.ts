// Orders as their readers see them.
import type { supervisionApi } from '../../../../contract/src/supervision.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { orderLife } from '../../../../contract/src/supervision-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { namedCases } from '../promises/index.ts'
import { standingTo, type OrderRow } from './policy.ts'

export type OrderView = OutOf<(typeof supervisionApi)['GET /api/supervision/orders']>['rows'][number]
export const viewOrders = async (cx: Cx, rows: readonly OrderRow[]): Promise<OrderView[]> => {
  const [bodies, known] = await Promise.all([
    organisationsByIds(cx.db, [...new Set(rows.flatMap((row) => [row.ordererId, row.answererId]))]),
    namedCases(
      cx,
      rows.map((row) => row.caseId),
    ),
  ])
  const named = (id: string) => ({ id, name: bodies.get(id)?.name ?? '' })
  return rows.map((row) => ({
    id: row.id,
    case: known.get(row.caseId)!,
    level: row.level,
    orderer: named(row.ordererId),
    answerer: named(row.answererId),
    words: row.words,
    beforeClosing: row.beforeClosing,
    dueAt: row.dueAt.toISOString(),
    late: row.dueAt < (row.repliedAt ?? row.endedAt ?? cx.now),
    state: row.state,
    reply: row.reply,
    repliedAt: row.repliedAt?.toISOString() ?? null,
    photos: row.photos,
    endedWords: row.endedWords,
    endedAt: row.endedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    may: mayTake(orderLife, row.state, standingTo(cx.actor, row)),
  }))
}
