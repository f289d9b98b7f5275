// The list of promises, and who kept theirs in a period.
import { and, asc, eq, gte, lte, sql, type SQL } from 'drizzle-orm'
import type { promisesApi } from '../../../../contract/src/promises.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { visibleAt } from '../../platform/access.ts'
import { atOrBelow } from '../../platform/at-or-below.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { ownPromises, visiblePromises } from './policy.ts'
import { promises } from './tables.ts'
import { viewPromises } from './views.ts'

type Api = typeof promisesApi
const COUNT_LIMIT = 10_000

export const countUpTo = async (cx: Cx, what: SQL): Promise<number | null> => {
  const counted = await cx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from (${what} limit ${sql.raw(String(COUNT_LIMIT + 1))}) c`,
  )
  const n = counted.rows[0]!.n
  return n > COUNT_LIMIT ? null : n
}
const isLate = (today: string) =>
  sql`(${promises.dueOn} < coalesce((${promises.endedAt} at time zone 'Asia/Shanghai')::date, ${today}::date))`
export const listPromises = async (cx: Cx, query: ParsedQuery<Api['GET /api/promises']>) => {
  const cursor = readCursor(query.after, 2)
  const today = shanghaiDay(cx.now)
  const where = and(
    eq(promises.districtId, cx.districtId),
    visiblePromises(cx.actor),
    query.mine === true ? ownPromises(cx.actor) : undefined,
    query.organisationId === undefined ? undefined : eq(promises.ownerId, query.organisationId),
    query.overdue === undefined
      ? undefined
      : query.overdue
        ? sql`"promises"."state" = 'open' and ${promises.dueOn} < ${today}`
        : sql`not ("promises"."state" = 'open' and ${promises.dueOn} < ${today})`,
    query.state === undefined ? undefined : eq(promises.state, query.state),
    query.late === undefined ? undefined : query.late ? isLate(today) : sql`not ${isLate(today)}`,
    atOrBelow(promises, query.placeId),
    query.from === undefined ? undefined : gte(promises.dueOn, query.from),
    query.to === undefined ? undefined : lte(promises.dueOn, query.to),
  )!
  const [found, total] = await Promise.all([
    cx.db
      .select()
      .from(promises)
      .where(
        and(
          where,
          cursor === null
            ? undefined
            : sql`(${promises.dueOn}, ${promises.id}) > (${cursor[0]}::date, ${cursor[1]}::uuid)`,
        ),
      )
      .orderBy(asc(promises.dueOn), asc(promises.id))
      .limit(query.limit + 1),
    query.count === true ? countUpTo(cx, sql`select 1 from ${promises} where ${where}`) : null,
  ])
  const { rows, next } = pageOf(found, query.limit, (row) => [row.dueOn, row.id])
  return { rows: await viewPromises(cx, rows), total, next }
}
/** Due in the period, by owner; the most first. */
export const promiseRates = async (
  cx: Cx,
  query: ParsedQuery<Api['GET /api/promises/rates']>,
): Promise<OutOf<Api['GET /api/promises/rates']>> => {
  const counted = await cx.db.execute<{
    owner: string
    due: number
    kept: number
    late: number
    open: number
    released: number
  }>(sql`
    select owner_id as owner, count(*)::int as due,
      count(*) filter (where state = 'kept' and (ended_at at time zone 'Asia/Shanghai')::date <= due_on)::int as kept,
      count(*) filter (where state = 'kept' and (ended_at at time zone 'Asia/Shanghai')::date > due_on)::int as late,
      count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'released')::int as released
    from ${promises} where ${promises.districtId} = ${cx.districtId} and ${visibleAt(cx.actor, 'rates.see', promises)}
      and due_on between ${query.from}::date and ${query.to}::date
    group by owner_id order by 2 desc, 1 limit 500`)
  const owners = await organisationsByIds(
    cx.db,
    counted.rows.map((row) => row.owner),
  )
  return counted.rows.map(({ owner, ...figures }) => ({
    organisation: { id: owner, name: owners.get(owner)?.name ?? '' },
    ...figures,
  }))
}
