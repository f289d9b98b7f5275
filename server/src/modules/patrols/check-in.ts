// Checks in at a point: proved by its code or by standing near it, told once however often the phone sends it.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import { patrolLimits, visitLife, type Proof } from '../../../../contract/src/patrols-life.ts'
import { nearPoint } from '../../../../rules/src/near-point.ts'
import type { Cx } from '../../platform/cx.ts'
import { takeStep } from '../../platform/lifecycle.ts'
import { refuse, Refused } from '../../platform/refuse.ts'
import { intakeCase } from '../cases/index.ts'
import { resolveCode } from '../doorcodes/index.ts'
import { attachFiles } from '../files/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { finished } from './finish-visit.ts'
import { lockVisit, walkingFor, type Standing, type VisitRow } from './policy.ts'
import { patrolCheckins, patrolFindings, patrolMisses, patrolPoints, patrolVisits, patrolVisitUnits } from './tables.ts'
import { visitShown, type Visit } from './visit-view.ts'

type Body = ParsedBody<(typeof patrolsApi)['POST /api/patrols/visits/:id/checkins']>
type PointRow = typeof patrolPoints.$inferSelect
const HOUR_MS = 3_600_000

/** A code of somewhere else, or a forged one, does not prove; the walk itself still counts. */
const provedByCode = async (cx: Cx, point: PointRow, code: string): Promise<boolean> => {
  try {
    const door = await resolveCode(cx, code)
    return point.doorcodeId === null ? door.placeId === point.placeId : door.id === point.doorcodeId
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
interface Proved {
  readonly proof: Proof
  readonly proved: boolean
  readonly distanceM: number | null
}
/** The position is compared here and goes no further: not into a row, the journal or the log. */
const proofOf = async (cx: Cx, point: PointRow, body: Body): Promise<Proved> => {
  const atCode = body.code !== undefined && (await provedByCode(cx, point, body.code))
  if (atCode) return { proof: 'code', proved: true, distanceM: null }
  if (body.position !== undefined && point.lon !== null && point.lat !== null) {
    const { near, distance } = nearPoint(
      body.position,
      { lon: point.lon, lat: point.lat, radius: point.radius },
      patrolLimits,
    )
    return { proof: 'place', proved: near, distanceM: distance }
  }
  return { proof: body.code === undefined ? 'none' : 'code', proved: false, distanceM: null }
}
/** For which body the actor walks: named only in a joint sweep, where each unit walks the points. */
const unitOf = async (cx: Cx, visit: VisitRow): Promise<string | null> => {
  if (visit.kind === 'round') return null
  const units = await cx.db
    .select({ id: patrolVisitUnits.organisationId })
    .from(patrolVisitUnits)
    .where(eq(patrolVisitUnits.visitId, visit.id))
  const mine = new Set(walkingFor(cx.actor))
  const own = units.find((unit) => mine.has(unit.id))
  if (own === undefined) throw refuse('patrol.not-yours')
  return own.id
}
/** The moment of the walk as the phone says it, never after now. @throws patrol.bad-walk-time */
const walkedAt = (cx: Cx, visit: VisitRow, said: string): Date => {
  const at = new Date(Math.min(new Date(said).getTime(), cx.now.getTime()))
  const isOfVisit =
    at.getTime() >= visit.fromAt.getTime() - 12 * HOUR_MS &&
    at.getTime() <= visit.untilAt.getTime() + 24 * HOUR_MS &&
    cx.now.getTime() <= visit.untilAt.getTime() + patrolLimits.arriveHours * HOUR_MS
  if (!isOfVisit) throw refuse('patrol.bad-walk-time')
  return at
}
/** Begins the visit with its first point; one that counted as missed comes back when the walk arrives after all. */
const begun = async (cx: Cx, visit: VisitRow, at: Date): Promise<VisitRow> => {
  if (visit.state === 'underway') return visit
  const step = visit.state === 'missed' ? 'arrive' : 'start'
  const taker = { person: { reporter: false, handler: true, staff: () => false } }
  const state = takeStep(visitLife, visit.state, step, taker, {}) as VisitRow['state']
  const changes = {
    state,
    startedAt: visit.startedAt ?? at,
    walkerId: visit.walkerId ?? cx.actor.personId,
    arrivedLater: visit.arrivedLater || step === 'arrive',
  }
  await cx.db.update(patrolVisits).set(changes).where(eq(patrolVisits.id, visit.id))
  if (step === 'arrive' && at <= visit.missAt)
    await cx.db.update(patrolMisses).set({ explainedAt: cx.now }).where(eq(patrolMisses.visitId, visit.id))
  return { ...visit, ...changes }
}
const pointOf = async (cx: Cx, visit: VisitRow, id: string): Promise<PointRow> => {
  const [point] = await cx.db
    .select()
    .from(patrolPoints)
    .where(and(eq(patrolPoints.id, id), eq(patrolPoints.routeId, visit.routeId)))
  if (point === undefined) throw refuse('patrol.point-not-here')
  return point
}
interface Told {
  readonly visit: VisitRow
  readonly point: PointRow
  readonly unitId: string | null
  readonly at: Date
}
const writeFinding = async (cx: Cx, { visit, point, unitId, at }: Told, found: Body['findings'][number]) => {
  const name = unitId === null ? null : (await organisationsByIds(cx.db, [unitId])).get(unitId)?.name
  const made = found.asCase
    ? await intakeCase(
        cx,
        {
          placeId: point.placeId,
          words: found.words,
          photos: found.photos,
          placeNote: point.name,
          hideName: false,
          ...(found.categoryId === undefined ? {} : { categoryId: found.categoryId }),
        },
        {
          channel: 'patrol',
          reporterId: null,
          filedBy: cx.actor.personId,
          behalf: null,
          organisationName: name ?? cx.actor.held[0]?.organisationName ?? null,
        },
      )
    : null
  if (made === null) await attachFiles(cx, found.photos, { kind: 'patrol', id: visit.id }, 'photo')
  await cx.db.insert(patrolFindings).values({
    id: found.id,
    visitId: visit.id,
    pointId: point.id,
    item: found.item,
    words: found.words,
    photos: [...found.photos],
    personId: cx.actor.personId,
    organisationId: unitId,
    foundAt: at,
    caseId: made?.id ?? null,
  })
  return made !== null
}
const refuseTwice = async (cx: Cx, { visit, point, unitId }: Told) => {
  const [there] = await cx.db
    .select({ id: patrolCheckins.id })
    .from(patrolCheckins)
    .where(
      and(
        eq(patrolCheckins.visitId, visit.id),
        eq(patrolCheckins.pointId, point.id),
        unitId === null ? isNull(patrolCheckins.organisationId) : eq(patrolCheckins.organisationId, unitId),
      ),
    )
  if (there !== undefined) throw refuse('patrol.already-checked')
}
const write = async (cx: Cx, told: Told, body: Body): Promise<Proved> => {
  const { visit, point, unitId, at } = told
  const proof = await proofOf(cx, point, body)
  const keys = new Set(point.items.map((item) => item.key))
  const found = body.findings.filter((one) => keys.has(one.item))
  const problems = [...new Set(found.map((one) => one.item))]
  await cx.db.insert(patrolCheckins).values({
    id: body.id,
    visitId: visit.id,
    pointId: point.id,
    personId: cx.actor.personId,
    organisationId: unitId,
    walkedAt: at,
    receivedAt: cx.now,
    ...proof,
    okItems: body.okItems.filter((key) => keys.has(key) && !problems.includes(key)),
    problemItems: problems,
    note: body.note ?? null,
  })
  let cases = 0
  for (const one of found) if (await writeFinding(cx, told, one)) cases++
  await cx.db
    .update(patrolVisits)
    .set({
      checked: sql`(select count(distinct point_id) from patrol_checkins where visit_id = ${visit.id})`,
      findings: sql`${patrolVisits.findings} + ${found.length}`,
      cases: sql`${patrolVisits.cases} + ${cases}`,
    })
    .where(eq(patrolVisits.id, visit.id))
  return proof
}
const isSent = async (cx: Cx, visit: VisitRow, id: string): Promise<boolean> =>
  (
    await cx.db
      .select({ id: patrolCheckins.id })
      .from(patrolCheckins)
      .where(and(eq(patrolCheckins.id, id), eq(patrolCheckins.visitId, visit.id)))
  ).length > 0

/**
 * @throws patrol.not-found, patrol.not-yours, patrol.point-not-here, patrol.already-checked, patrol.bad-walk-time,
 * lifecycle.wrong-state, case.photo-not-yours
 */
export const checkIn = async (cx: Cx, id: string, body: Body): Promise<Visit> => {
  const standing: Standing = await lockVisit(cx, id)
  if (!standing.walks) throw refuse('patrol.not-yours')
  if (await isSent(cx, standing.row, body.id)) return visitShown(cx, standing)
  const point = await pointOf(cx, standing.row, body.pointId)
  const unitId = await unitOf(cx, standing.row)
  const at = walkedAt(cx, standing.row, body.walkedAt)
  await refuseTwice(cx, { visit: standing.row, point, unitId, at })
  const visit = await begun(cx, standing.row, at)
  const proof = await write(cx, { visit, point, unitId, at }, body)
  await cx.journal({
    action: 'patrol.checkin',
    sentence: '巡查打卡',
    thing: { kind: 'patrol', id },
    after: { point: point.name, proof: proof.proof, proved: proof.proved, findings: body.findings.length },
  })
  const whole = await lockVisit(cx, id)
  const isWhole = whole.row.kind === 'round' && whole.row.checked >= whole.row.points
  if (isWhole) await finished(cx, whole.row, null)
  return visitShown(cx, isWhole ? await lockVisit(cx, id) : whole)
}
