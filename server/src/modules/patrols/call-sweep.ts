// Calls a joint sweep (下呼上应): the community calls several units to walk a route together, each with its own people.
import { uuidv7 } from 'uuidv7'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { holdersOf, organisationsByIds } from '../organisations/index.ts'
import { standingOf } from './plan-visits.ts'
import { findRoute, lockVisit } from './policy.ts'
import { patrolPoints, patrolVisits, patrolVisitUnits } from './tables.ts'
import { visitShown, type Visit } from './visit-view.ts'

type Body = ParsedBody<(typeof patrolsApi)['POST /api/patrols/routes/:id/sweeps']>
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const unitsOf = async (cx: Cx, units: Body['units']) => {
  const bodies = await organisationsByIds(
    cx.db,
    units.map((unit) => unit.organisationId),
  )
  const good = [...new Map(units.map((unit) => [unit.organisationId, unit])).values()]
  if (good.some(({ organisationId }) => !isOurs(bodies.get(organisationId), cx.districtId)))
    throw refuse('patrol.cannot-walk', { fields: [{ path: 'units', message: '单位不存在' }] })
  return good
}
const isOurs = (body: { districtId: string; active: boolean } | undefined, districtId: string) =>
  body !== undefined && body.districtId === districtId && body.active
/** @throws patrol.route-not-found, access.out-of-scope, patrol.bad-times, patrol.cannot-walk */
export const callSweep = async (cx: Cx, routeId: string, body: Body): Promise<Visit> => {
  const route = await findRoute(cx, routeId)
  const [from, until] = [new Date(body.from), new Date(body.until)]
  if (until <= from || until <= cx.now || until.getTime() - from.getTime() > DAY_MS) throw refuse('patrol.bad-times')
  const units = await unitsOf(cx, body.units)
  const [count] = await cx.db
    .select({ points: sql<number>`count(*)::int` })
    .from(patrolPoints)
    .where(and(eq(patrolPoints.routeId, routeId), isNull(patrolPoints.retiredAt)))
  const id = uuidv7()
  await cx.db.insert(patrolVisits).values({
    id,
    ...standingOf(route),
    routeId,
    kind: 'sweep',
    aim: body.aim,
    day: shanghaiDay(from),
    slot: 0,
    fromAt: from,
    untilAt: until,
    missAt: new Date(until.getTime() + 12 * HOUR_MS),
    state: 'planned',
    points: count?.points ?? 0,
  })
  await cx.db.insert(patrolVisitUnits).values(units.map((unit) => ({ visitId: id, ...unit })))
  const people = await Promise.all(units.map((unit) => holdersOf(cx.db, unit.organisationId, 'patrol.walk', route)))
  await tell(cx, {
    event: 'patrol.called',
    audience: 'person',
    personIds: [...new Set(people.flat())],
    thing: { kind: 'patrol', id },
    fields: { route: route.name, aim: body.aim, day: shanghaiDay(from) },
  })
  await cx.journal({
    action: 'patrol.sweep',
    sentence: '召集了联合巡查',
    thing: { kind: 'patrol', id },
    after: { route: route.name, aim: body.aim, from, until, units: units.length },
  })
  return visitShown(cx, await lockVisit(cx, id))
}
