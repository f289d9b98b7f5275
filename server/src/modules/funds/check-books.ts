// Adds the books up again from their postings, for whoever wants to see that they hold (also after a crash or a restore).
import { sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { funds } from './tables.ts'

type Checked = OutOf<(typeof fundsApi)['GET /api/funds/check']>
const SHOWN = 50
/** Of all funds the reader sees. */
export const checkBooks = async (cx: Cx): Promise<Checked> => {
  const seen = sql`(select ${funds.id} from ${funds} where ${funds.districtId} = ${cx.districtId} and ${visibleAt(cx.actor, 'fund.see', funds)})`
  const { rows } = await cx.db.execute<{
    funds: number
    entries: number
    postings: number
    sum: string
    unbalanced: string[]
    different: string[]
  }>(sql`
    with mine as (select id from funds where id in ${seen}),
    entry as (
      select e.id, e.lines, coalesce(sum(p.amount), 0) total, count(p.account_id) found
      from fund_entries e left join fund_postings p on p.entry_id = e.id
      where e.fund_id in (select id from mine) group by e.id, e.lines
    ),
    account as (
      select a.id, coalesce(b.balance, 0) balance, coalesce((select sum(p.amount) from fund_postings p where p.account_id = a.id), 0) total
      from fund_accounts a left join fund_balances b on b.account_id = a.id where a.fund_id in (select id from mine)
    )
    select (select count(*) from mine)::int funds, (select count(*) from entry)::int entries,
      (select coalesce(sum(found), 0) from entry)::int postings, (select coalesce(sum(balance), 0) from account)::text sum,
      array(select id from entry where total <> 0 or found <> lines limit ${SHOWN}) unbalanced,
      array(select id from account where balance <> total limit ${SHOWN}) different`)
  const found = rows[0]!
  const sum = Number(found.sum)
  return { ...found, sum, holds: sum === 0 && found.unbalanced.length === 0 && found.different.length === 0 }
}
/** Of one fund: all its balances, and the entries of some days one by one. */
export const checkPeriod = async (cx: Cx, fundId: string, from: string, to: string) => {
  const { rows } = await cx.db.execute<{ entries: number; unbalanced: number; sum: string }>(sql`
    with entry as (
      select e.lines, coalesce(sum(p.amount), 0) total, count(p.account_id) found
      from fund_entries e left join fund_postings p on p.entry_id = e.id
      where e.fund_id = ${fundId} and e.day between ${from} and ${to} group by e.id, e.lines
    )
    select (select count(*) from entry)::int entries,
      (select count(*) from entry where total <> 0 or found <> lines)::int unbalanced,
      (select coalesce(sum(b.balance), 0) from fund_accounts a join fund_balances b on b.account_id = a.id
        where a.fund_id = ${fundId})::text sum`)
  const { entries, unbalanced, sum } = rows[0]!
  return { entries, unbalanced, sum: Number(sum), holds: Number(sum) === 0 && unbalanced === 0 }
}
