// Whose patrol it is: named for a person, for a position in an area, for an organisation, or called in a joint sweep.
import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { holding, mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placedOf, placesByIds } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { patrolRoutes, patrolVisits, patrolVisitUnits } from './tables.ts'

export type RouteRow = typeof patrolRoutes.$inferSelect
export type VisitRow = typeof patrolVisits.$inferSelect
const columnsOf = (table: typeof patrolRoutes | typeof patrolVisits) => ({
  districtId: table.districtId,
  streetId: table.streetId,
  communityId: table.communityId,
  gridId: table.gridId,
  microGridId: table.microGridId,
  estateId: table.estateId,
  buildingId: table.buildingId,
  unitId: table.unitId,
})
export const routeColumns = columnsOf(patrolRoutes)
export const visitColumns = columnsOf(patrolVisits)
export const plannedRoutes = (actor: Actor): SQL => visibleAt(actor, 'patrol.plan', routeColumns)
export const plannedVisits = (actor: Actor): SQL => visibleAt(actor, 'patrol.plan', visitColumns)
export const mayPlan = (actor: Actor, row: RouteRow | VisitRow): boolean => mayAt(actor, 'patrol.plan', row)

const ids = (list: readonly string[]) => sql`${sql.param(list)}::uuid[]`
/** The bodies the actor walks for. */
export const walkingFor = (actor: Actor): string[] => [
  ...new Set(holding(actor, 'patrol.walk').map((held) => held.organisationId)),
]
/** An estate lies across grids, so it names none: who serves a grid walks the estates of its buildings too. */
const estatesOf = async (cx: Cx, gridIds: readonly string[]): Promise<Map<string, string[]>> => {
  if (gridIds.length === 0) return new Map()
  const rows = await cx.db
    .selectDistinct({ gridId: places.gridId, estateId: places.estateId })
    .from(places)
    .where(and(eq(places.kind, 'building'), sql`${places.gridId} = any(${ids(gridIds)})`))
  const byGrid = Map.groupBy(rows, (row) => row.gridId ?? '')
  return new Map([...byGrid].map(([gridId, found]) => [gridId, found.flatMap((row) => row.estateId ?? [])]))
}
/**
 * SQL over visits joined with their routes: this actor walks it. A position fits where its area lies within the
 * route's area or covers it: the stewards of the buildings walk the estate, the grid worker walks a building.
 */
export const walkedBy = async (cx: Cx): Promise<SQL> => {
  const held = holding(cx.actor, 'patrol.walk')
  if (held.length === 0) return sql`false`
  const scopes = await placesByIds(
    cx.db,
    held.map((one) => one.scopeId),
  )
  const estates = await estatesOf(
    cx,
    held.filter((one) => one.scopeKind === 'grid').map((one) => one.scopeId),
  )
  const byPosition = held.map((one) => {
    const scope = scopes.get(one.scopeId)
    const above = scope === undefined ? [] : Object.values(placedOf(scope)).filter((id) => id !== null)
    const covered = visibleAt({ ...cx.actor, held: [one] }, 'patrol.walk', routeColumns)
    return and(
      eq(patrolRoutes.positionCode, one.positionCode),
      sql`(${patrolRoutes.placeId} = any(${ids([...above, ...(estates.get(one.scopeId) ?? [])])}) or ${covered})`,
    )
  })
  const mine = walkingFor(cx.actor)
  return or(
    sql`(${patrolVisits.kind} = 'round' and ${or(
      eq(patrolRoutes.personId, cx.actor.personId),
      sql`${patrolRoutes.organisationId} = any(${ids(mine)})`,
      ...byPosition,
    )})`,
    sql`exists (select 1 from ${patrolVisitUnits} where ${patrolVisitUnits.visitId} = ${patrolVisits.id} and ${patrolVisitUnits.organisationId} = any(${ids(mine)}))`,
  )!
}
const joined = (cx: Cx, id: string) => and(eq(patrolVisits.id, id), eq(patrolVisits.districtId, cx.districtId))
export interface Standing {
  readonly row: VisitRow
  readonly walks: boolean
  readonly plans: boolean
}
/** A visit the actor walks, or plans. @throws patrol.not-found */
export const findVisit = async (cx: Cx, id: string): Promise<Standing> => {
  const walked = await walkedBy(cx)
  const [found] = await cx.db
    .select({ row: patrolVisits, walks: sql<boolean>`${walked}` })
    .from(patrolVisits)
    .innerJoin(patrolRoutes, eq(patrolRoutes.id, patrolVisits.routeId))
    .where(joined(cx, id))
  if (found === undefined) throw refuse('patrol.not-found')
  const plans = mayPlan(cx.actor, found.row)
  if (!found.walks && !plans) throw refuse('patrol.not-found')
  return { ...found, plans }
}
/** The same, locked. */
export const lockVisit = async (cx: Cx, id: string): Promise<Standing> => {
  const [locked] = await cx.db.select({ id: patrolVisits.id }).from(patrolVisits).where(joined(cx, id)).for('update')
  if (locked === undefined) throw refuse('patrol.not-found')
  return findVisit(cx, id)
}
/** @throws patrol.route-not-found, access.out-of-scope */
export const findRoute = async (cx: Cx, id: string): Promise<RouteRow> => {
  const [row] = await cx.db
    .select()
    .from(patrolRoutes)
    .where(and(eq(patrolRoutes.id, id), eq(patrolRoutes.districtId, cx.districtId)))
  if (row === undefined) throw refuse('patrol.route-not-found')
  if (!mayPlan(cx.actor, row)) throw refuse('access.out-of-scope')
  return row
}
