// Visits: what I am to walk today (kept by the phone), and those of an area for their planner.
import { and, desc, eq, gte, lte, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { columnOf, placeById } from '../places/index.ts'
import { mayPlan, plannedVisits, visitColumns, walkedBy } from './policy.ts'
import { patrolRoutes, patrolVisits } from './tables.ts'
import { linesOf, visitsShown, type VisitLine } from './visit-view.ts'

const AT_MOST = 30
/** Today's, and those of yesterday that can still be told of. */
export const myVisits = async (cx: Cx): Promise<OutOf<(typeof patrolsApi)['GET /api/patrols/mine']>> => {
  const today = shanghaiDay(cx.now)
  const rows = await cx.db
    .select({ row: patrolVisits })
    .from(patrolVisits)
    .innerJoin(patrolRoutes, eq(patrolRoutes.id, patrolVisits.routeId))
    .where(
      and(
        eq(patrolVisits.districtId, cx.districtId),
        sql`${patrolVisits.state} <> 'cancelled'`,
        sql`(${patrolVisits.day} = ${today} or (${patrolVisits.state} in ('planned', 'underway') and ${patrolVisits.missAt} > ${cx.now.toISOString()}::timestamptz and ${patrolVisits.day} < ${today}))`,
        await walkedBy(cx),
      ),
    )
    .orderBy(patrolVisits.fromAt, patrolVisits.id)
    .limit(AT_MOST)
  const standings = rows.map(({ row }) => ({ row, walks: true, plans: mayPlan(cx.actor, row) }))
  return { visits: await visitsShown(cx, standings), at: cx.now.toISOString() }
}
type Query = ParsedQuery<(typeof patrolsApi)['GET /api/patrols/visits']>
/** SQL: the visit lies at or below this place. @throws place.not-found */
export const visitsBelow = async (cx: Cx, placeId: string | undefined): Promise<SQL | undefined> => {
  if (placeId === undefined) return undefined
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const column = columnOf[place.kind]
  return column === null ? eq(patrolVisits.placeId, place.id) : eq(visitColumns[column], place.id)
}
/** Newest day first. */
export const listVisits = async (
  cx: Cx,
  query: Query,
): Promise<{ rows: VisitLine[]; total: number | null; next: string | null }> => {
  const after = afterId(query.after)
  const rows = await cx.db
    .select()
    .from(patrolVisits)
    .where(
      and(
        eq(patrolVisits.districtId, cx.districtId),
        plannedVisits(cx.actor),
        await visitsBelow(cx, query.placeId),
        query.routeId === undefined ? undefined : eq(patrolVisits.routeId, query.routeId),
        query.state === undefined ? undefined : eq(patrolVisits.state, query.state),
        query.late === undefined ? undefined : eq(patrolVisits.late, query.late),
        query.from === undefined ? undefined : gte(patrolVisits.day, query.from),
        query.to === undefined ? undefined : lte(patrolVisits.day, query.to),
        after === null
          ? undefined
          : sql`(${patrolVisits.day}, ${patrolVisits.fromAt}, ${patrolVisits.id}) < (select v.day, v.from_at, v.id from patrol_visits v where v.id = ${after})`,
      ),
    )
    .orderBy(desc(patrolVisits.day), desc(patrolVisits.fromAt), desc(patrolVisits.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: await linesOf(cx, page.rows), total: null, next: page.next }
}
