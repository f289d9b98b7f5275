// 党组织服务群众经费 and 便民公益金 of a year, community by community: granted, approved, spent, left.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { places } from '../places/tables.ts'
import { reservedOf } from './books.ts'
import { funds } from './tables.ts'

const MOST = 2000
const inAccount = (role: 'income' | 'spent', sign: 1 | -1) =>
  sql<number>`coalesce((select ${sql.raw(String(sign))} * b.balance from fund_accounts a join fund_balances b on b.account_id = a.id where a.fund_id = ${funds.id} and a.role = ${role}), 0)`.mapWith(
    Number,
  )
export const listBudgets = async (
  cx: Cx,
  year: number,
): Promise<OutOf<(typeof fundsApi)['GET /api/funds/budgets']>> => {
  const rows = await cx.db
    .select({
      id: funds.id,
      community: { id: places.id, name: places.path },
      kind: funds.kind,
      name: funds.name,
      budget: sql<number>`coalesce(${funds.budget}, 0)`.mapWith(Number),
      received: inAccount('income', -1),
      spent: inAccount('spent', 1),
      reserved: reservedOf(funds.id),
    })
    .from(funds)
    .innerJoin(places, eq(places.id, funds.placeId))
    .where(
      and(
        eq(funds.districtId, cx.districtId),
        visibleAt(cx.actor, 'fund.see', funds),
        inArray(funds.kind, ['partyServiceFund', 'convenienceFund']),
        eq(funds.year, year),
      ),
    )
    .orderBy(asc(places.pathOrder), asc(funds.kind))
    .limit(MOST)
  return rows.map((row) => ({ ...row, left: row.budget - row.spent - row.reserved }))
}
