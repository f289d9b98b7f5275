// The accounts of a maintenance fund for its staff, by place: the estate's, its buildings', its homes'.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { places } from '../places/tables.ts'
import { seenFund } from './policy.ts'
import { accountsOf, viewOf } from './show-fund.ts'
import { fundAccounts } from './tables.ts'

interface Query {
  readonly after?: string | undefined
  readonly limit: number
  readonly search?: string | undefined
}
const behind = (id: string) =>
  sql`(${places.path}, ${fundAccounts.id}) > (select p.path, a.id from fund_accounts a join places p on p.id = a.place_id where a.id = ${id}::uuid)`

const wordsOf = (search = '') =>
  search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 6)

/** `search` finds a building or a door. @throws fund.not-found, access.out-of-scope */
export const listAccounts = async (cx: Cx, id: string, { search, limit, ...query }: Query) => {
  const { row, isStaff } = await seenFund(cx, id)
  if (!isStaff) throw refuse('access.out-of-scope')
  const after = afterId(query.after)
  const found = await accountsOf(
    cx,
    row.id,
    and(
      inArray(fundAccounts.role, ['estate', 'building', 'home']),
      eq(places.id, fundAccounts.placeId),
      ...wordsOf(search).map((word) => sql`strpos(${places.path}, ${word}) > 0`),
      after === null ? undefined : behind(after),
    ),
  )
    .orderBy(places.path, fundAccounts.id)
    .limit(limit + 1)
  return { ...pageOf(found.map(viewOf), limit, (one) => [one.id]), total: null }
}
