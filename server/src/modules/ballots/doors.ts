// The doors of an owner of the frozen roll, in words.
import { sql, type SQL } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'

/** The first doors of the owner whose key stands in `key`, joined in their order; null for none. */
export const doorsIn = (decisionId: string, key: SQL, most: number): SQL<string | null> =>
  sql<
    string | null
  >`(select string_agg(q.label, '、') from (select p.label from decision_parts p where p.decision_id = ${decisionId} and p.owner_key = ${key} order by p.sort limit ${most}) q)`
export const doorsOf = async (cx: Pick<Cx, 'db'>, decisionId: string, key: string): Promise<string> => {
  const { rows } = await cx.db.execute<{ doors: string | null }>(
    sql`select ${doorsIn(decisionId, sql`${key}`, 5)} doors`,
  )
  return rows[0]?.doors ?? ''
}
