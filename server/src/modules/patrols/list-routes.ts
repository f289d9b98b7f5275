// Routes of an area as a paged list, and one with its points; the codes a point can be proved by.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { doorcodes } from '../doorcodes/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { positions } from '../organisations/tables.ts'
import { columnOf, placeById, placedColumns, placedOf, placesByIds } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { findRoute, mayPlan, plannedRoutes, routeColumns, type RouteRow } from './policy.ts'
import { patrolPoints, patrolRoutes } from './tables.ts'
import { pointsShown, refOf } from './visit-view.ts'

export type Route = OutOf<(typeof patrolsApi)['GET /api/patrols/routes/:id']>
type Line = OutOf<(typeof patrolsApi)['GET /api/patrols/routes']>['rows'][number]
type Query = ParsedQuery<(typeof patrolsApi)['GET /api/patrols/routes']>
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const namesOf = async (cx: Cx, rows: readonly RouteRow[]) => {
  const people = await personsByIds(
    cx.db,
    rows.flatMap((row) => row.personId ?? []),
  )
  const bodies = await organisationsByIds(
    cx.db,
    rows.flatMap((row) => row.organisationId ?? []),
  )
  const codes = rows.flatMap((row) => row.positionCode ?? [])
  const posts =
    codes.length === 0
      ? []
      : await cx.db
          .select({ code: positions.code, name: positions.name })
          .from(positions)
          .where(and(eq(positions.districtId, cx.districtId), inArray(positions.code, codes)))
  return (row: RouteRow): Line['who'] => {
    if (row.personId !== null) return { by: 'person', key: row.personId, name: people.get(row.personId)?.name ?? '' }
    if (row.organisationId !== null)
      return { by: 'organisation', key: row.organisationId, name: bodies.get(row.organisationId)?.name ?? '' }
    const key = row.positionCode ?? ''
    return { by: 'position', key, name: posts.find((post) => post.code === key)?.name ?? key }
  }
}
const linesOf = async (cx: Cx, rows: readonly RouteRow[]): Promise<Line[]> => {
  const who = await namesOf(cx, rows)
  const areas = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const counted =
    rows.length === 0
      ? []
      : await cx.db
          .select({ routeId: patrolPoints.routeId, count: sql<number>`count(*)::int` })
          .from(patrolPoints)
          .where(
            and(
              inArray(
                patrolPoints.routeId,
                rows.map((row) => row.id),
              ),
              isNull(patrolPoints.retiredAt),
            ),
          )
          .groupBy(patrolPoints.routeId)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    place: refOf(areas.get(row.placeId), row.placeId),
    who: who(row),
    schedule: {
      weekdays: row.weekdays,
      windows: row.windows.map(({ from, until }) => ({ from: clock(from), until: clock(until) })),
      everyWeeks: row.everyWeeks,
      restsOnHolidays: row.restsOnHolidays,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    },
    grace: row.graceMinutes,
    pointCount: counted.find((one) => one.routeId === row.id)?.count ?? 0,
    active: row.active,
  }))
}
/** SQL: at or below a place the actor may plan in. @throws place.not-found */
const belowOf = async (cx: Cx, placeId: string | undefined) => {
  if (placeId === undefined) return undefined
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const column = columnOf[place.kind]
  return column === null ? eq(patrolRoutes.placeId, place.id) : eq(routeColumns[column], place.id)
}
export const listRoutes = async (
  cx: Cx,
  query: Query,
): Promise<{ rows: Line[]; total: number | null; next: string | null }> => {
  const after = afterId(query.after)
  const text = query.search?.trim()
  const rows = await cx.db
    .select()
    .from(patrolRoutes)
    .where(
      and(
        eq(patrolRoutes.districtId, cx.districtId),
        plannedRoutes(cx.actor),
        await belowOf(cx, query.placeId),
        query.active === undefined ? undefined : eq(patrolRoutes.active, query.active),
        text ? sql`position(lower(${text}) in lower(${patrolRoutes.name})) > 0` : undefined,
        after === null
          ? undefined
          : sql`(${patrolRoutes.name}, ${patrolRoutes.id}) > (select r.name, r.id from patrol_routes r where r.id = ${after})`,
      ),
    )
    .orderBy(asc(patrolRoutes.name), asc(patrolRoutes.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: await linesOf(cx, page.rows), total: null, next: page.next }
}
/** @throws patrol.route-not-found, access.out-of-scope */
export const showRoute = async (cx: Cx, id: string): Promise<Route> => {
  const row = await findRoute(cx, id)
  const [line] = await linesOf(cx, [row])
  const points = await cx.db
    .select()
    .from(patrolPoints)
    .where(and(eq(patrolPoints.routeId, id), isNull(patrolPoints.retiredAt)))
    .orderBy(patrolPoints.sort, patrolPoints.id)
  const shown = await pointsShown(cx, points)
  return {
    ...line!,
    points: points.map((point) => shown.get(point.id)!),
    may: mayPlan(cx.actor, row) ? ['edit', 'sweep'] : [],
  }
}
/** Codes in use at or below a place: what points can be proved by. @throws place.not-found, access.out-of-scope */
export const codesForPoints = async (
  cx: Cx,
  placeId: string,
): Promise<OutOf<(typeof patrolsApi)['GET /api/patrols/doorcodes']>> => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'patrol.plan', placedOf(place))) throw refuse('access.out-of-scope')
  const column = columnOf[place.kind]
  const rows = await cx.db
    .select({
      id: doorcodes.id,
      label: doorcodes.label,
      placeId: places.id,
      kind: places.kind,
      name: places.name,
      path: places.path,
    })
    .from(doorcodes)
    .innerJoin(places, eq(places.id, doorcodes.placeId))
    .where(
      and(
        eq(doorcodes.districtId, cx.districtId),
        isNull(doorcodes.revokedAt),
        column === null ? eq(places.id, place.id) : eq(placedColumns[column], place.id),
        visibleAt(cx.actor, 'patrol.plan', placedColumns),
      ),
    )
    .orderBy(places.pathOrder, doorcodes.id)
    .limit(500)
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    place: { id: row.placeId, kind: row.kind, name: row.name, path: row.path },
  }))
}
