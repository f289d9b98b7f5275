// What a visit looks like to its reader: points with places and codes, check-ins, findings, units, buttons. In batches.
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import { visitLife } from '../../../../contract/src/patrols-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { refusalOf } from '../../platform/lifecycle.ts'
import { cases } from '../cases/tables.ts'
import { doorcodes } from '../doorcodes/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { placesByIds, type PlaceRow } from '../places/index.ts'
import { walkingFor, type Standing, type VisitRow } from './policy.ts'
import { patrolCheckins, patrolFindings, patrolPoints, patrolRoutes, patrolVisitUnits } from './tables.ts'

export type Visit = OutOf<(typeof patrolsApi)['GET /api/patrols/visits/:id']>
export type VisitLine = OutOf<(typeof patrolsApi)['GET /api/patrols/visits']>['rows'][number]
type Point = Visit['pointList'][number]
type PointRow = typeof patrolPoints.$inferSelect
export const refOf = (place: PlaceRow | undefined, id: string) =>
  place === undefined
    ? { id, kind: 'community' as const, name: '', path: '' }
    : { id: place.id, kind: place.kind, name: place.name, path: place.path }
const named = (from: ReadonlyMap<string, { name: string }>, id: string) => ({ id, name: from.get(id)?.name ?? '' })

/** Points with the places and codes they name. */
export const pointsShown = async (cx: Cx, rows: readonly PointRow[]): Promise<Map<string, Point>> => {
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const codeIds = rows.flatMap((row) => row.doorcodeId ?? [])
  const codes =
    codeIds.length === 0
      ? []
      : await cx.db
          .select({ id: doorcodes.id, name: doorcodes.label })
          .from(doorcodes)
          .where(inArray(doorcodes.id, codeIds))
  const byId = new Map(codes.map((code) => [code.id, code]))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        place: refOf(places.get(row.placeId), row.placeId),
        doorcode: row.doorcodeId === null ? null : (byId.get(row.doorcodeId) ?? null),
        position: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
        radius: row.radius,
        items: row.items,
      },
    ]),
  )
}
/** Rows of a list. */
export const linesOf = async (cx: Cx, rows: readonly VisitRow[]): Promise<VisitLine[]> => {
  if (rows.length === 0) return []
  const routeIds = [...new Set(rows.map((row) => row.routeId))]
  const [routes, places, people] = [
    await cx.db
      .select({ id: patrolRoutes.id, name: patrolRoutes.name })
      .from(patrolRoutes)
      .where(inArray(patrolRoutes.id, routeIds)),
    await placesByIds(
      cx.db,
      rows.map((row) => row.placeId),
    ),
    await personsByIds(
      cx.db,
      rows.flatMap((row) => row.walkerId ?? []),
    ),
  ]
  const byId = new Map(routes.map((route) => [route.id, route]))
  return rows.map((row) => ({
    id: row.id,
    route: named(byId, row.routeId),
    place: refOf(places.get(row.placeId), row.placeId),
    kind: row.kind,
    aim: row.aim,
    from: row.fromAt.toISOString(),
    until: row.untilAt.toISOString(),
    state: row.state,
    late: row.late,
    arrivedLater: row.arrivedLater,
    walker: row.walkerId === null ? null : (people.get(row.walkerId)?.name ?? null),
    points: row.points,
    checked: row.checked,
    findings: row.findings,
    cases: row.cases,
  }))
}
const gather = async (cx: Cx, visitIds: readonly string[], routeIds: readonly string[]) => {
  const wanted = [...visitIds]
  const checkins = await cx.db
    .select()
    .from(patrolCheckins)
    .where(inArray(patrolCheckins.visitId, wanted))
    .orderBy(patrolCheckins.walkedAt, patrolCheckins.id)
  const findings = await cx.db
    .select({ row: patrolFindings, number: cases.number })
    .from(patrolFindings)
    .leftJoin(cases, eq(cases.id, patrolFindings.caseId))
    .where(inArray(patrolFindings.visitId, wanted))
    .orderBy(patrolFindings.foundAt, patrolFindings.id)
  const units = await cx.db.select().from(patrolVisitUnits).where(inArray(patrolVisitUnits.visitId, wanted))
  const used = [...new Set(checkins.map((one) => one.pointId))]
  const points = await cx.db
    .select()
    .from(patrolPoints)
    .where(
      and(
        inArray(patrolPoints.routeId, [...routeIds]),
        or(isNull(patrolPoints.retiredAt), used.length === 0 ? undefined : inArray(patrolPoints.id, used)),
      ),
    )
    .orderBy(asc(patrolPoints.sort), patrolPoints.id)
  return { checkins, findings, units, points }
}
type Gathered = Awaited<ReturnType<typeof gather>>
const bodiesOf = async (cx: Cx, { checkins, findings, units }: Gathered) => ({
  people: await personsByIds(cx.db, [
    ...checkins.map((one) => one.personId),
    ...findings.map((one) => one.row.personId),
  ]),
  organisations: await organisationsByIds(
    cx.db,
    [...checkins, ...findings.map((one) => one.row), ...units].flatMap((one) => one.organisationId ?? []),
  ),
})
const mayOf = (cx: Cx, { row, walks, plans }: Standing): Visit['may'] => {
  const standing = { reporter: false, handler: walks, staff: () => plans }
  const allowed = (step: 'finish' | 'start' | 'arrive' | 'cancel') =>
    refusalOf(visitLife, row.state, step, { person: standing }) === null
  return [
    ...(allowed('start') || allowed('finish') || (allowed('arrive') && row.missAt > cx.now) ? (['walk'] as const) : []),
    ...(allowed('cancel') ? (['cancel'] as const) : []),
    ...(plans ? (['openCase'] as const) : []),
  ]
}
/** One finding as it is shown. */
export const findingShown = (
  row: typeof patrolFindings.$inferSelect,
  number: number | null,
  name: string,
  organisation: string | null,
  point: Point | undefined,
): Visit['found'][number] => ({
  id: row.id,
  pointId: row.pointId,
  point: point?.name ?? '',
  item: point?.items.find((item) => item.key === row.item)?.text ?? '',
  words: row.words,
  photos: row.photos,
  at: row.foundAt.toISOString(),
  by: { name, organisation },
  case: row.caseId === null || number === null ? null : { id: row.caseId, number: String(number) },
})
/** Whole visits, all at once: what the phone keeps. */
export const visitsShown = async (cx: Cx, standings: readonly Standing[]): Promise<Visit[]> => {
  if (standings.length === 0) return []
  const rows = standings.map((one) => one.row)
  const lines = await linesOf(cx, rows)
  const all = await gather(
    cx,
    rows.map((row) => row.id),
    [...new Set(rows.map((row) => row.routeId))],
  )
  const { people, organisations } = await bodiesOf(cx, all)
  const points = await pointsShown(cx, all.points)
  const mine = new Set(walkingFor(cx.actor))
  const by = (one: { personId: string; organisationId: string | null }) => ({
    name: people.get(one.personId)?.name ?? '',
    organisation: one.organisationId === null ? null : (organisations.get(one.organisationId)?.name ?? null),
  })
  return standings.map((standing, index) => {
    const { row } = standing
    const checkins = all.checkins.filter((one) => one.visitId === row.id)
    const findings = all.findings.filter((one) => one.row.visitId === row.id)
    const used = new Set(checkins.map((one) => one.pointId))
    const units = all.units.filter((one) => one.visitId === row.id)
    const own = units.find((one) => mine.has(one.organisationId))
    return {
      ...lines[index]!,
      pointList: all.points
        .filter((one) => one.routeId === row.routeId && (one.retiredAt === null || used.has(one.id)))
        .map((one) => points.get(one.id)!),
      checkins: checkins.map((one) => ({
        id: one.id,
        pointId: one.pointId,
        walkedAt: one.walkedAt.toISOString(),
        proof: one.proof,
        proved: one.proved,
        distance: one.distanceM,
        by: by(one),
        note: one.note,
        problems: one.problemItems,
      })),
      found: findings.map(({ row: one, number }) => {
        const { name, organisation } = by(one)
        return findingShown(one, number, name, organisation, points.get(one.pointId))
      }),
      units: units.map((one) => ({
        organisation: named(organisations, one.organisationId),
        people: one.people,
        checkins: checkins.filter((each) => each.organisationId === one.organisationId).length,
        findings: findings.filter((each) => each.row.organisationId === one.organisationId).length,
      })),
      mine: own === undefined ? null : named(organisations, own.organisationId),
      words: row.words,
      may: mayOf(cx, standing),
    }
  })
}
export const visitShown = async (cx: Cx, standing: Standing): Promise<Visit> => (await visitsShown(cx, [standing]))[0]!
