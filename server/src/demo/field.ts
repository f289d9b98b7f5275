// Work in the field of the demo county: routes with a week of visits, joint operations, an emergency that is over.
import { sql } from 'drizzle-orm'
import { commonItems } from '../../../contract/src/patrols-life.ts'
import { dayAfter, visitsOn } from '../../../rules/src/patrol-schedule.ts'
import { shanghaiDay } from '../../../rules/src/working-time.ts'
import { loadCalendar } from '../platform/calendar/working-calendar.ts'
import type { Cx } from '../platform/cx.ts'
import { planRoutes, scheduleOf, standingOf } from '../modules/patrols/plan-visits.ts'
import type { RouteRow } from '../modules/patrols/policy.ts'
import {
  patrolCheckins,
  patrolChecklists,
  patrolFindings,
  patrolMisses,
  patrolPoints,
  patrolRoutes,
  patrolVisits,
} from '../modules/patrols/tables.ts'
import { insertRows } from './bulk.ts'
import { playEmergency, playOperations } from './field-past.ts'
import { holderOf, type FieldPlace, type FieldStage, type Spot } from './field-stage.ts'
import { demoHome } from './sign-ins.ts'

type Point = typeof patrolPoints.$inferSelect
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const WEEK = 7
const problems = [
  ['parking', '消防通道口停了一辆面包车'],
  ['flyingWire', '二楼拉线到楼下给电动车充电'],
  ['corridor', '三楼楼道堆了旧家具'],
  ['light', '单元门口的灯不亮'],
  ['road', '楼前井盖松动，踩上去会响'],
] as const

const placeOf = async ({ db, districtId }: FieldStage): Promise<FieldPlace> => {
  const [estate] = (
    await db.execute<{ id: string; communityId: string; streetId: string }>(sql`
      select e.id, e.community_id as "communityId", e.street_id as "streetId" from places e join places c on c.id = e.community_id
      where e.district_id = ${districtId} and e.kind = 'estate' and e.name = ${demoHome.estate} and c.name = ${demoHome.community}`)
  ).rows
  const buildings = (
    await db.execute<Record<string, unknown> & Spot & { gridId: string }>(sql`
      select b.id, b.name, coalesce(b.lon, e.lon) as lon, coalesce(b.lat, e.lat) as lat, b.grid_id as "gridId"
      from places b join places e on e.id = b.estate_id where b.kind = 'building' and b.estate_id = ${estate!.id} order by b.path_order`)
  ).rows
  const { id: estateId, communityId, streetId } = estate!
  return { estateId, communityId, streetId, gridId: buildings[0]!.gridId, buildings }
}
const makeRoute = (
  stage: FieldStage,
  place: FieldPlace,
  since: Date,
  more: Pick<RouteRow, 'name' | 'placeId' | 'positionCode' | 'weekdays' | 'windows'> & Partial<RouteRow>,
): RouteRow => ({
  id: stage.random.id(since),
  districtId: stage.districtId,
  streetId: place.streetId,
  communityId: place.communityId,
  gridId: null,
  microGridId: null,
  estateId: null,
  buildingId: null,
  unitId: null,
  personId: null,
  organisationId: null,
  everyWeeks: 1,
  restsOnHolidays: false,
  startsOn: shanghaiDay(since),
  endsOn: null,
  graceMinutes: 60,
  active: true,
  createdBy: null,
  createdAt: since,
  ...more,
})
const pointsOf = (stage: FieldStage, place: FieldPlace, routes: readonly RouteRow[], since: Date): Point[] =>
  routes.flatMap((route) =>
    place.buildings.slice(0, 4).map((building, sort) => ({
      id: stage.random.id(since),
      routeId: route.id,
      sort,
      name: `${building.name}门前`,
      placeId: building.id,
      doorcodeId: null,
      lon: building.lon,
      lat: building.lat,
      radius: 80,
      items: commonItems.slice(0, 4).map((item) => ({ ...item })),
      retiredAt: null,
    })),
  )
interface Walked {
  readonly visits: (typeof patrolVisits.$inferInsert)[]
  readonly checkins: (typeof patrolCheckins.$inferInsert)[]
  readonly findings: (typeof patrolFindings.$inferInsert)[]
  readonly misses: (typeof patrolMisses.$inferInsert)[]
}
type Window = ReturnType<typeof visitsOn>[number]
/** At its point, near it, everything looked at. */
const checkinOf = (
  { random }: FieldStage,
  visitId: string,
  personId: string,
  point: Point,
  at: Date,
  made: readonly { readonly pointId: string; readonly item: string }[],
) => ({
  id: random.id(at),
  visitId,
  pointId: point.id,
  personId,
  organisationId: null,
  walkedAt: at,
  receivedAt: at,
  proof: 'place' as const,
  proved: true,
  distanceM: random.int(0, 5) * 10,
  okItems: point.items.map((item) => item.key),
  problemItems: made.filter((one) => one.pointId === point.id).map((one) => one.item),
  note: null,
})
/** What a walker noted on the way: few points have a problem. */
const findingsOf = (
  { random }: FieldStage,
  visitId: string,
  personId: string,
  walked: readonly Point[],
  times: readonly Date[],
) =>
  walked.flatMap((point, n) => {
    if (!random.chance(0.18)) return []
    const [item, words] = random.pick(problems)
    const at = times[n]!
    return [
      {
        id: random.id(at),
        visitId,
        pointId: point.id,
        item,
        words,
        photos: [],
        personId,
        organisationId: null,
        foundAt: at,
        caseId: null,
      },
    ]
  })
/** One visit of the past week: walked in time, walked late, or missed. */
const walk = (
  stage: FieldStage,
  route: RouteRow,
  points: readonly Point[],
  window: Window,
  walker: string,
  out: Walked,
) => {
  const { random } = stage
  const how = random.weighted([
    ['done', 8],
    ['late', 1.5],
    ['missed', 1.5],
  ] as const)
  const id = random.id(window.from)
  const missAt = new Date(window.until.getTime() + route.graceMinutes * MINUTE_MS)
  const began =
    how === 'late' ? window.until.getTime() - 20 * MINUTE_MS : window.from.getTime() + random.int(5, 30) * MINUTE_MS
  const walked = how === 'missed' ? [] : points
  const times = walked.map((_, n) => new Date(began + n * 12 * MINUTE_MS))
  const made = findingsOf(stage, id, walker, walked, times)
  out.findings.push(...made)
  out.visits.push({
    id,
    ...standingOf(route),
    routeId: route.id,
    kind: 'round',
    aim: null,
    day: window.day,
    slot: window.slot,
    fromAt: window.from,
    untilAt: window.until,
    missAt,
    state: how === 'missed' ? 'missed' : 'done',
    late: how === 'late',
    arrivedLater: false,
    points: points.length,
    checked: walked.length,
    findings: made.length,
    cases: 0,
    walkerId: how === 'missed' ? null : walker,
    startedAt: times[0] ?? null,
    finishedAt: times.at(-1) ?? null,
    words: null,
  })
  out.checkins.push(...walked.map((point, n) => checkinOf(stage, id, walker, point, times[n]!, made)))
  if (how === 'missed')
    out.misses.push({ id: random.id(missAt), visitId: id, dueAt: window.until, notedAt: missAt, explainedAt: null })
}
const routesOf = (stage: FieldStage, place: FieldPlace, since: Date, clerk: string): RouteRow[] => {
  const grid = { placeId: place.gridId, gridId: place.gridId, createdBy: clerk }
  const estate = { placeId: place.estateId, estateId: place.estateId, createdBy: clerk }
  return [
    makeRoute(stage, place, since, {
      ...grid,
      name: '柳岸花园网格日巡',
      positionCode: 'gridWorker',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      windows: [
        { from: 8 * 60, until: 10 * 60 },
        { from: 15 * 60, until: 22 * 60 },
      ],
    }),
    makeRoute(stage, place, since, {
      ...estate,
      name: '楼道红管家日巡',
      positionCode: 'steward',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      windows: [{ from: 18 * 60, until: 21 * 60 }],
    }),
    makeRoute(stage, place, since, {
      ...estate,
      name: '老小区扫楼扫街',
      positionCode: 'gridWorker',
      weekdays: [],
      windows: [{ from: 9 * 60, until: 11 * 60 }],
    }),
  ]
}
/** Gives the number of visits of the past week. */
export const playField = async (stage: FieldStage, now: Date): Promise<number> => {
  const { db, districtId, random } = stage
  const since = new Date(now.getTime() - 30 * DAY_MS)
  const place = await placeOf(stage)
  const ids = [place.communityId, place.estateId, place.gridId]
  const clerk = await holderOf(stage, 'communityClerk', ids)
  const walkers: Readonly<Record<string, string>> = {
    gridWorker: await holderOf(stage, 'gridWorker', [place.gridId]),
    steward: await holderOf(stage, 'steward', ids),
  }
  const routes = routesOf(stage, place, since, clerk)
  const points = pointsOf(stage, place, routes, since)
  const out: Walked = { visits: [], checkins: [], findings: [], misses: [] }
  const calendar = await loadCalendar(db, districtId)
  for (let back = WEEK; back >= 1; back--)
    for (const route of routes)
      for (const window of visitsOn(scheduleOf(route), dayAfter(shanghaiDay(now), -back), calendar))
        walk(
          stage,
          route,
          points.filter((point) => point.routeId === route.id),
          window,
          walkers[route.positionCode!]!,
          out,
        )
  const fire = {
    id: random.id(since),
    districtId,
    name: '消防专项',
    items: commonItems.slice(2, 5).map((item) => ({ ...item })),
    createdAt: since,
  }
  await insertRows(db, patrolChecklists, [fire])
  await insertRows(db, patrolRoutes, routes)
  await insertRows(db, patrolPoints, points)
  await insertRows(db, patrolVisits, out.visits)
  await insertRows(db, patrolCheckins, out.checkins)
  await insertRows(db, patrolFindings, out.findings)
  await insertRows(db, patrolMisses, out.misses)
  await planRoutes({ db, districtId, now } as Cx<null>, routes)
  await playOperations(stage, place, now)
  await playEmergency(stage, place, now)
  return out.visits.length
}
