// Switches an area to emergency mode: no two overlap, the cases get emergency deadlines, its people are told.
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { emergencyPlaceKinds, type EmergencyPlaceKind } from '../../../../contract/src/emergency-kinds.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { beginRegime } from '../cases/index.ts'
import { holdersAt, holdersBelow } from '../organisations/index.ts'
import { columnOf, placeById, placedColumns, placedOf, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { tell } from '../notices/index.ts'
import { budgetsOfDeadlines, deadlinesOf } from './deadlines.ts'
import { emergencyColumns, inForce, type EmergencyRow } from './policy.ts'
import { emergencyShown, type Emergency } from './show.ts'
import { emergencies } from './tables.ts'

type Body = ParsedBody<(typeof emergencyApi)['POST /api/emergency']>
type Area = PlaceRow & { readonly kind: EmergencyPlaceKind }
const isArea = (place: PlaceRow): place is Area => (emergencyPlaceKinds as readonly string[]).includes(place.kind)

const areaOf = async (cx: Cx, id: string): Promise<Area> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'emergency.command', placedOf(place))) throw refuse('access.out-of-scope')
  if (!isArea(place)) throw refuse('emergency.wrong-area')
  return place
}
/**
 * One inside another overlaps, and a grid overlaps an estate where a building lies in both. Begun one after the other:
 * two at once wait for each other.
 */
const refuseOverlap = async (cx: Cx, area: Area): Promise<void> => {
  await cx.db.execute(sql`select pg_advisory_xact_lock(hashtext('emergency'), hashtext(${cx.districtId}))`)
  const above = Object.values(placedOf(area)).filter((id) => id !== null)
  const column = columnOf[area.kind]
  const crossing =
    area.kind === 'grid' || area.kind === 'estate'
      ? await cx.db
          .selectDistinct({ id: area.kind === 'grid' ? places.estateId : places.gridId })
          .from(places)
          .where(and(eq(places.kind, 'building'), eq(placedColumns[column], area.id)))
      : []
  const crossed = crossing.flatMap((one) => one.id ?? [])
  const [there] = await cx.db
    .select({ id: emergencies.id })
    .from(emergencies)
    .where(
      and(
        eq(emergencies.districtId, cx.districtId),
        inForce,
        or(inArray(emergencies.placeId, [...above, ...crossed]), eq(emergencyColumns[column], area.id)),
      ),
    )
    .limit(1)
  if (there !== undefined) throw refuse('emergency.overlaps')
}
/** Staff who work in the area or above it, and nobody's private list: the people of an area see the banner. */
export const staffOf = async (cx: Cx, row: EmergencyRow): Promise<string[]> => [
  ...new Set([
    ...(await holdersAt(cx.db, cx.districtId, 'emergency.work', row)),
    ...(await holdersBelow(cx.db, cx.districtId, 'emergency.work', { id: row.placeId, kind: row.placeKind })),
  ]),
]
/** @throws place.not-found, access.out-of-scope, emergency.wrong-area, emergency.overlaps */
export const beginEmergency = async (cx: Cx, body: Body): Promise<Emergency> => {
  const area = await areaOf(cx, body.placeId)
  await refuseOverlap(cx, area)
  const row: EmergencyRow = {
    id: uuidv7(),
    ...placedOf(area),
    streetId: area.streetId!,
    placeId: area.id,
    placeKind: area.kind,
    name: body.name,
    reason: body.reason,
    advice: body.advice ?? null,
    begunBy: cx.actor.personId,
    begunAt: cx.now,
    endedBy: null,
    endedAt: null,
    report: null,
  }
  await cx.db.insert(emergencies).values(row)
  const deadlines = await deadlinesOf(cx.db, cx.districtId)
  await beginRegime(cx, { id: row.id, place: { id: area.id, kind: area.kind }, budgets: budgetsOfDeadlines(deadlines) })
  await tell(cx, {
    event: 'emergency.begun',
    audience: 'person',
    personIds: (await staffOf(cx, row)).filter((id) => id !== cx.actor.personId),
    thing: { kind: 'emergency', id: row.id },
    fields: { area: area.path, name: row.name, reason: row.reason },
  })
  await cx.journal({
    action: 'emergency.begin',
    sentence: '启动了应急状态',
    thing: { kind: 'emergency', id: row.id },
    after: { name: row.name, reason: row.reason, place: area.path },
  })
  return emergencyShown(cx, row)
}
