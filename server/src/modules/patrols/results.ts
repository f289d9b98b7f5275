// Results of a week by route or grid: planned, done, late, missed, findings, cases; each row leads to its visits.
import { and, eq, gte, lte, sql } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import { dayAfter, mondayOf } from '../../../../rules/src/patrol-schedule.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { places } from '../places/tables.ts'
import { visitsBelow } from './list-visits.ts'
import { plannedVisits } from './policy.ts'
import { patrolRoutes, patrolVisits } from './tables.ts'

type Query = ParsedQuery<(typeof patrolsApi)['GET /api/patrols/results']>
type Results = OutOf<(typeof patrolsApi)['GET /api/patrols/results']>
const AT_MOST = 1000
const countIf = (when: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${when})::int`

/** The week that holds the day, Monday to Sunday. Cancelled visits count nowhere. */
export const weekResults = async (cx: Cx, query: Query): Promise<Results> => {
  const from = mondayOf(query.week)
  const to = dayAfter(from, 6)
  const byGrid = query.by === 'grid'
  // A route of a whole estate or community stands in no grid: it is counted for its community.
  const key = byGrid
    ? sql<string>`coalesce(${patrolVisits.gridId}, ${patrolVisits.communityId})`
    : sql<string>`${patrolVisits.routeId}`
  const name = byGrid ? sql<string>`min(${places.name})` : sql<string>`min(${patrolRoutes.name})`
  const rows = await cx.db
    .select({
      key,
      name,
      planned: sql<number>`count(*)::int`,
      done: countIf(sql`${patrolVisits.state} = 'done'`),
      late: countIf(sql`${patrolVisits.state} = 'done' and ${patrolVisits.late}`),
      missed: countIf(sql`${patrolVisits.state} = 'missed'`),
      open: countIf(sql`${patrolVisits.state} in ('planned', 'underway')`),
      findings: sql<number>`sum(${patrolVisits.findings})::int`,
      cases: sql<number>`sum(${patrolVisits.cases})::int`,
    })
    .from(patrolVisits)
    .innerJoin(patrolRoutes, eq(patrolRoutes.id, patrolVisits.routeId))
    .innerJoin(places, sql`${places.id} = coalesce(${patrolVisits.gridId}, ${patrolVisits.communityId})`)
    .where(
      and(
        eq(patrolVisits.districtId, cx.districtId),
        gte(patrolVisits.day, from),
        lte(patrolVisits.day, to),
        sql`${patrolVisits.state} <> 'cancelled'`,
        plannedVisits(cx.actor),
        await visitsBelow(cx, query.placeId),
      ),
    )
    .groupBy(key)
    .orderBy(name, key)
    .limit(AT_MOST)
  return { from, to, rows }
}
/** The same, journalled. */
export const exportResults = async (cx: Cx, query: Query): Promise<Download> => {
  const { from, to, rows } = await weekResults(cx, query)
  await cx.journal({
    action: 'patrol.export',
    sentence: '导出了巡查结果',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { from, to, by: query.by },
  })
  return listSheet<Results['rows'][number]>(cx, {
    name: [`巡查结果 ${from} 至 ${to}`, `patrol results ${from} to ${to}`],
    columns: [
      [query.by === 'grid' ? '网格' : '路线', query.by === 'grid' ? 'Grid' : 'Route', 30, (row) => row.name],
      ['应巡', 'Planned', 10, (row) => row.planned],
      ['完成', 'Done', 10, (row) => row.done],
      ['其中超时', 'Of these late', 12, (row) => row.late],
      ['漏巡', 'Missed', 10, (row) => row.missed],
      ['未到时', 'Still open', 12, (row) => row.open],
      ['发现问题', 'Findings', 12, (row) => row.findings],
      ['转为诉求', 'Cases', 12, (row) => row.cases],
    ],
    page: async () => ({ rows, next: null }),
  })
}
