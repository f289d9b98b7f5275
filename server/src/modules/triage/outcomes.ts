// What people decided after a suggestion: noted once the case has left the desk, so that live accuracy is a count.
import { sql } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { handlerLabelSql } from './learn.ts'

const BATCH = 5000

/** The job `triage.outcomes`. Returns how many were noted. */
export const noteOutcomes = async (cx: Cx<Actor | null>): Promise<number> => {
  const noted = await cx.db.execute(sql`
    with ready as (
      select s.id, c.category_id, ${handlerLabelSql} as handler
      from triage_suggestions s join cases c on c.id = s.case_id left join organisations o on o.id = c.handler_id
      where s.decided_at is null and c.state not in ('submitted', 'accepted')
      order by s.at limit ${sql.raw(String(BATCH))}
    )
    update triage_suggestions s set chosen_category_id = ready.category_id, chosen_handler_label = ready.handler, decided_at = ${cx.now.toISOString()}::timestamptz
    from ready where s.id = ready.id`)
  return noted.rowCount ?? 0
}
