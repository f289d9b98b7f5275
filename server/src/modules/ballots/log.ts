// The public log of ballots: a number, a day and a hash for each, so that a receipt can be found and nothing vanish unseen.
import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { dayOf } from '../publicnotices/index.ts'
import { findDecision } from './policy.ts'
import { decisionBallots } from './tables.ts'

/** The day a ballot was written down; neither owner nor channel: they could be guessed from the hour. */
export const listLog = async (
  cx: Cx,
  id: string,
  query: ParsedQuery<(typeof ballotsApi)['GET /api/decisions/:id/log']>,
) => {
  const { chainLength } = await findDecision(cx, id)
  const cursor = readCursor(query.after, 1)
  const rows = await cx.db
    .select({ seq: decisionBallots.seq, hash: decisionBallots.hash, receivedAt: decisionBallots.receivedAt })
    .from(decisionBallots)
    .where(
      and(
        eq(decisionBallots.decisionId, id),
        query.from === undefined ? undefined : gte(decisionBallots.seq, query.from),
        cursor === null ? undefined : sql`${decisionBallots.seq} > ${Number(cursor[0])}`,
      ),
    )
    .orderBy(asc(decisionBallots.seq))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.seq])
  return {
    rows: page.rows.map(({ seq, hash, receivedAt }) => ({ seq, hash, day: dayOf(receivedAt) })),
    total: chainLength,
    next: page.next,
  }
}
