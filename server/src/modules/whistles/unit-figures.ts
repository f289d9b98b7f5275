// How the units answer, over a period: a live query over the parts called then, each number drilled down by the list.
import { sql } from 'drizzle-orm'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { isLate, isOpen } from './list-parts.ts'
import { partsWeCalled } from './policy.ts'
import { whistleParts } from './tables.ts'

interface Row extends Record<string, unknown> {
  id: string
  name: string
  called: number
  open: number
  inTime: number
  late: number
  refused: number
  released: number
  rated: number
  average: number | null
}
const DAYS = 90
const DAY_MS = 86_400_000
/**
 * In time: done or handed over without a lateness record. A released part counts neither way unless it was late before.
 * The average is over the ratings of the community and of reporters, to one decimal.
 */
export const unitFigures = async (cx: Cx, query: { from?: string | undefined; to?: string | undefined }) => {
  const to = query.to ?? shanghaiDay(cx.now)
  const from = query.from ?? shanghaiDay(new Date(Date.parse(`${to}T00:00:00+08:00`) - (DAYS - 1) * DAY_MS))
  const late = isLate(cx.now)
  const found = await cx.db.execute<Row>(sql`
    select o.id, o.name, count(*)::int as called, count(*) filter (where ${isOpen})::int as open,
      count(*) filter (where state in ('answered', 'accepted', 'rated') and not ${late})::int as "inTime",
      count(*) filter (where ${late})::int as late,
      count(*) filter (where was_refused)::int as refused,
      count(*) filter (where state = 'released')::int as released,
      coalesce(sum(r.n), 0)::int as rated,
      round(sum(r.total)::numeric / nullif(sum(r.n), 0), 1)::float as average
    from ${whistleParts} join organisations o on o.id = ${whistleParts.organisationId}
      left join lateral (select count(*) as n, sum(rating) as total from whistle_ratings w where w.part_id = ${whistleParts.id}) r on true
    where ${partsWeCalled(cx.actor)} and ${whistleParts.calledAt} >= ${`${from}T00:00:00+08:00`}::timestamptz
      and ${whistleParts.calledAt} < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'
    group by o.id, o.name order by count(*) desc, o.name limit 200`)
  const rows = found.rows.map(({ id, name, ...numbers }) => ({ organisation: { id, name }, ...numbers }))
  return { from, to, rows }
}
