// The head of every log of ballots that grows, kept once a day where it cannot be changed.
import { sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { dayOf } from '../publicnotices/index.ts'

/** Job: one head a day; the first of a day stands. */
export const keepHeads = async (cx: Cx<null>): Promise<void> => {
  await cx.db.execute(
    sql`insert into decision_heads (decision_id, day, length, head)
      select d.id, ${dayOf(cx.now)}::date, d.chain_length, d.chain_head from decisions d
      where d.state in ('open', 'closed') and d.chain_length > 0 on conflict do nothing`,
  )
}
