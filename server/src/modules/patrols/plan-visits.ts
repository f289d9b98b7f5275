// Makes the visits of the coming days from the routes' schedules; running it again makes none twice.
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { patrolLimits } from '../../../../contract/src/patrols-life.ts'
import { visitsFrom, type PatrolSchedule } from '../../../../rules/src/patrol-schedule.ts'
import { shanghaiDay, type WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { RouteRow } from './policy.ts'
import { patrolPoints, patrolRoutes, patrolVisits } from './tables.ts'

type AnyCx = Cx<Actor | null>
const MINUTE_MS = 60_000
const PORTION = 200
const AT_ONCE = 500

export const scheduleOf = (row: RouteRow): PatrolSchedule => ({
  weekdays: row.weekdays,
  windows: row.windows,
  everyWeeks: row.everyWeeks,
  restsOnHolidays: row.restsOnHolidays,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
})
/** Where a route's visits lie: the same ancestors as the route. */
export const standingOf = (row: RouteRow) => ({
  districtId: row.districtId,
  streetId: row.streetId,
  communityId: row.communityId,
  gridId: row.gridId,
  microGridId: row.microGridId,
  estateId: row.estateId,
  buildingId: row.buildingId,
  unitId: row.unitId,
  placeId: row.placeId,
})
const rowsOf = (route: RouteRow, points: number, now: Date, calendar: WorkingCalendar) =>
  visitsFrom(scheduleOf(route), shanghaiDay(now), patrolLimits.planDays, calendar)
    .filter((visit) => visit.until > now)
    .map((visit) => ({
      id: uuidv7(),
      ...standingOf(route),
      routeId: route.id,
      kind: 'round' as const,
      day: visit.day,
      slot: visit.slot,
      fromAt: visit.from,
      untilAt: visit.until,
      missAt: new Date(visit.until.getTime() + route.graceMinutes * MINUTE_MS),
      state: 'planned' as const,
      points,
    }))
const countPoints = async (cx: AnyCx, routeIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await cx.db
    .select({ routeId: patrolPoints.routeId, count: sql<number>`count(*)::int` })
    .from(patrolPoints)
    .where(and(inArray(patrolPoints.routeId, [...routeIds]), sql`${patrolPoints.retiredAt} is null`))
    .groupBy(patrolPoints.routeId)
  return new Map(rows.map((row) => [row.routeId, row.count]))
}
/** Plans the coming days of these routes. */
export const planRoutes = async (cx: AnyCx, routes: readonly RouteRow[]): Promise<void> => {
  const active = routes.filter((route) => route.active && route.weekdays.length > 0)
  if (active.length === 0) return
  const calendar = await loadCalendar(cx.db, cx.districtId)
  const points = await countPoints(
    cx,
    active.map((route) => route.id),
  )
  const rows = active.flatMap((route) => rowsOf(route, points.get(route.id) ?? 0, cx.now, calendar))
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await cx.db
      .insert(patrolVisits)
      .values(rows.slice(from, from + AT_ONCE))
      .onConflictDoNothing()
}
/** A route was changed: what has not begun is planned anew. */
export const replanRoute = async (cx: AnyCx, route: RouteRow): Promise<void> => {
  await cx.db
    .delete(patrolVisits)
    .where(
      and(
        eq(patrolVisits.routeId, route.id),
        eq(patrolVisits.kind, 'round'),
        eq(patrolVisits.state, 'planned'),
        gt(patrolVisits.fromAt, cx.now),
      ),
    )
  await planRoutes(cx, [route])
}
/** The job `patrol.plan`: all routes of the district, in portions. */
export const planAll = async (cx: Cx<null>): Promise<void> => {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const routes = await cx.db
      .select()
      .from(patrolRoutes)
      .where(and(eq(patrolRoutes.districtId, cx.districtId), patrolRoutes.active, gt(patrolRoutes.id, last)))
      .orderBy(patrolRoutes.id)
      .limit(PORTION)
    if (routes.length === 0) return
    last = routes[routes.length - 1]!.id
    await planRoutes(cx, routes)
  }
}
