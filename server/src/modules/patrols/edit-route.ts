// Plans and changes a route: its area, who walks it, when, its points with what proves them.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { mayAt } from '../../platform/access.ts'
import { doorcodes } from '../doorcodes/tables.ts'
import { persons } from '../identity/tables.ts'
import { organisationById } from '../organisations/index.ts'
import { appointments, inForce, positions } from '../organisations/tables.ts'
import { placeById, placedOf, placesByIds, type PlaceRow } from '../places/index.ts'
import { replanRoute } from './plan-visits.ts'
import { findRoute, type RouteRow } from './policy.ts'
import { showRoute, type Route } from './list-routes.ts'
import { patrolPoints, patrolRoutes } from './tables.ts'

type Body = ParsedBody<(typeof patrolsApi)['POST /api/patrols/routes']>
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
/** @throws patrol.bad-times */
const windowsOf = ({ windows, startsOn, endsOn }: Body['schedule']) => {
  const made = windows
    .map(({ from, until }) => ({ from: minutes(from), until: minutes(until) }))
    .toSorted((a, b) => a.from - b.from)
  const isWrong = made.some((one, n) => one.until <= one.from || (n > 0 && one.from < made[n - 1]!.until))
  if (isWrong || (endsOn !== null && endsOn < startsOn)) throw refuse('patrol.bad-times')
  return made
}
const areaOf = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'patrol.plan', placedOf(place))) throw refuse('access.out-of-scope')
  if (place.communityId === null) throw refuse('patrol.wrong-area')
  return place
}
/** Those named must be able to walk at all. @throws patrol.cannot-walk */
const checkWho = async (cx: Cx, who: Body['who']): Promise<void> => {
  const walks = sql`${positions.permissions} @> array['patrol.walk']`
  const found =
    who.by === 'organisation'
      ? await organisationById(cx.db, who.organisationId).then((one) =>
          one !== null && one.districtId === cx.districtId && one.active ? [one] : [],
        )
      : who.by === 'position'
        ? await cx.db
            .select({ id: positions.id })
            .from(positions)
            .where(and(eq(positions.districtId, cx.districtId), eq(positions.code, who.positionCode), walks))
        : await cx.db
            .select({ id: persons.id })
            .from(persons)
            .innerJoin(appointments, eq(appointments.personId, persons.id))
            .innerJoin(positions, eq(positions.id, appointments.positionId))
            .where(
              and(eq(persons.id, who.personId), eq(persons.districtId, cx.districtId), persons.active, walks, inForce),
            )
            .limit(1)
  if (found.length === 0) throw refuse('patrol.cannot-walk', { fields: [{ path: 'who', message: '不能巡查' }] })
}
const isWithin = (place: PlaceRow, area: PlaceRow) =>
  Object.values(placedOf(place)).includes(area.id) ||
  // Buildings name their grid, estates do not: a point in an estate of the community may belong to a route of a grid.
  (area.kind === 'grid' && place.kind === 'estate' && place.communityId === area.communityId)
/** @throws patrol.point-outside */
const checkPoints = async (cx: Cx, area: PlaceRow, points: Body['points']): Promise<Map<string, PlaceRow>> => {
  const places = await placesByIds(
    cx.db,
    points.map((point) => point.placeId),
  )
  const codeIds = points.flatMap((point) => point.doorcodeId ?? [])
  const codes =
    codeIds.length === 0
      ? []
      : await cx.db
          .select({ id: doorcodes.id, placeId: doorcodes.placeId })
          .from(doorcodes)
          .where(
            and(inArray(doorcodes.id, codeIds), eq(doorcodes.districtId, cx.districtId), isNull(doorcodes.revokedAt)),
          )
  const codePlaces = await placesByIds(
    cx.db,
    codes.map((code) => code.placeId),
  )
  const codeFits = (id: string | null) =>
    id === null || codes.some((code) => code.id === id && isWithin(codePlaces.get(code.placeId)!, area))
  points.forEach((point, n) => {
    const place = places.get(point.placeId)
    if (place === undefined || !place.active || !isWithin(place, area) || !codeFits(point.doorcodeId))
      throw refuse('patrol.point-outside', { fields: [{ path: `points.${n}.placeId`, message: point.name }] })
  })
  return places
}
const columnsOf = (area: PlaceRow, body: Body) => ({
  streetId: area.streetId!,
  communityId: area.communityId!,
  gridId: area.gridId,
  microGridId: area.microGridId,
  estateId: area.estateId,
  buildingId: area.buildingId,
  unitId: area.unitId,
  placeId: area.id,
  name: body.name,
  personId: body.who.by === 'person' ? body.who.personId : null,
  positionCode: body.who.by === 'position' ? body.who.positionCode : null,
  organisationId: body.who.by === 'organisation' ? body.who.organisationId : null,
  weekdays: [...new Set(body.schedule.weekdays)].toSorted(),
  windows: windowsOf(body.schedule),
  everyWeeks: body.schedule.everyWeeks,
  restsOnHolidays: body.schedule.restsOnHolidays,
  startsOn: body.schedule.startsOn,
  endsOn: body.schedule.endsOn,
  graceMinutes: body.grace,
  active: body.active,
})
/** Points named by id are changed, the others are new; those no longer named are retired. */
const writePoints = async (cx: Cx, routeId: string, body: Body, places: ReadonlyMap<string, PlaceRow>) => {
  const known = await cx.db
    .select({ id: patrolPoints.id })
    .from(patrolPoints)
    .where(and(eq(patrolPoints.routeId, routeId), isNull(patrolPoints.retiredAt)))
  const there = new Set(known.map((point) => point.id))
  const kept = new Set<string>()
  for (const [sort, point] of body.points.entries()) {
    const place = places.get(point.placeId)!
    const values = {
      sort,
      name: point.name,
      placeId: point.placeId,
      doorcodeId: point.doorcodeId,
      lon: point.position?.lon ?? place.lon,
      lat: point.position?.lat ?? place.lat,
      radius: point.radius,
      items: point.items,
    }
    if (point.id !== undefined && there.has(point.id) && !kept.has(point.id)) {
      kept.add(point.id)
      await cx.db.update(patrolPoints).set(values).where(eq(patrolPoints.id, point.id))
    } else await cx.db.insert(patrolPoints).values({ id: uuidv7(), routeId, ...values, retiredAt: null })
  }
  const gone = [...there].filter((id) => !kept.has(id))
  if (gone.length > 0) await cx.db.update(patrolPoints).set({ retiredAt: cx.now }).where(inArray(patrolPoints.id, gone))
}
const told = (row: Pick<RouteRow, 'name' | 'weekdays' | 'windows' | 'active'>, points: number) => ({
  name: row.name,
  weekdays: row.weekdays,
  windows: row.windows,
  active: row.active,
  points,
})
/** @throws place.not-found, access.out-of-scope, patrol.wrong-area, patrol.cannot-walk, patrol.point-outside, patrol.bad-times */
export const createRoute = async (cx: Cx, body: Body): Promise<Route> => {
  const area = await areaOf(cx, body.placeId)
  await checkWho(cx, body.who)
  const places = await checkPoints(cx, area, body.points)
  const row: RouteRow = {
    id: uuidv7(),
    districtId: cx.districtId,
    ...columnsOf(area, body),
    createdBy: cx.actor.personId,
    createdAt: cx.now,
  }
  await cx.db.insert(patrolRoutes).values(row)
  await writePoints(cx, row.id, body, places)
  await replanRoute(cx, row)
  await cx.journal({
    action: 'patrol.route',
    sentence: '编排了巡查路线',
    thing: { kind: 'patrolRoute', id: row.id },
    after: told(row, body.points.length),
  })
  return showRoute(cx, row.id)
}
/** @throws as createRoute, and patrol.route-not-found */
export const changeRoute = async (cx: Cx, id: string, body: Body): Promise<Route> => {
  await cx.db.select({ id: patrolRoutes.id }).from(patrolRoutes).where(eq(patrolRoutes.id, id)).for('update')
  const before = await findRoute(cx, id)
  const area = await areaOf(cx, body.placeId)
  await checkWho(cx, body.who)
  const places = await checkPoints(cx, area, body.points)
  const changes = columnsOf(area, body)
  await cx.db.update(patrolRoutes).set(changes).where(eq(patrolRoutes.id, id))
  await writePoints(cx, id, body, places)
  await replanRoute(cx, { ...before, ...changes })
  await cx.journal({
    action: 'patrol.route',
    sentence: '修改了巡查路线',
    thing: { kind: 'patrolRoute', id },
    before: told(before, 0),
    after: told({ ...before, ...changes }, body.points.length),
  })
  return showRoute(cx, id)
}
