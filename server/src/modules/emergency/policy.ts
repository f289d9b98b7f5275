// Whose emergency it is: those who command or work in its area, whose own area holds it or lies in it, or who were called.
import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { holding, mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placedOf, placesByIds } from '../places/index.ts'
import { emergencies, emergencyCalls, emergencyTasks } from './tables.ts'

export type EmergencyRow = typeof emergencies.$inferSelect
export type TaskRow = typeof emergencyTasks.$inferSelect
const columnsOf = (table: typeof emergencies | typeof emergencyTasks) => ({
  districtId: table.districtId,
  streetId: table.streetId,
  communityId: table.communityId,
  gridId: table.gridId,
  microGridId: table.microGridId,
  estateId: table.estateId,
  buildingId: table.buildingId,
  unitId: table.unitId,
})
export const emergencyColumns = columnsOf(emergencies)
export const taskColumns = columnsOf(emergencyTasks)
export const commands = (actor: Actor, row: EmergencyRow): boolean => mayAt(actor, 'emergency.command', row)

/** The places of the actor's appointments, and all above them. */
export const myPlaces = async (cx: Cx, permission: Permission | null): Promise<string[]> => {
  const held = permission === null ? cx.actor.held : holding(cx.actor, permission)
  const scopes = await placesByIds(
    cx.db,
    held.map((one) => one.scopeId),
  )
  return [
    ...new Set([...scopes.values()].flatMap((scope) => Object.values(placedOf(scope)).filter((id) => id !== null))),
  ]
}
const isIn = (ids: readonly string[]): SQL => sql`${emergencies.placeId} = any(${sql.param(ids)}::uuid[])`
/** SQL: the emergency lies in the actor's area, or the actor's area in it, or the actor was called. */
export const visibleEmergencies = async (cx: Cx): Promise<SQL> =>
  or(
    visibleAt(cx.actor, 'emergency.work', emergencyColumns),
    isIn(await myPlaces(cx, 'emergency.work')),
    sql`exists (select 1 from ${emergencyCalls} where ${emergencyCalls.emergencyId} = ${emergencies.id} and ${emergencyCalls.personId} = ${cx.actor.personId})`,
  )!
/** @throws emergency.not-found */
export const findEmergency = async (cx: Cx, id: string): Promise<EmergencyRow> => {
  const [row] = await cx.db
    .select()
    .from(emergencies)
    .where(and(eq(emergencies.id, id), eq(emergencies.districtId, cx.districtId), await visibleEmergencies(cx)))
  if (row === undefined) throw refuse('emergency.not-found')
  return row
}
/** One in force that the actor commands, locked. @throws emergency.not-found, access.out-of-scope, emergency.over */
export const lockCommanded = async (cx: Cx, id: string): Promise<EmergencyRow> => {
  const [row] = await cx.db
    .select()
    .from(emergencies)
    .where(and(eq(emergencies.id, id), eq(emergencies.districtId, cx.districtId)))
    .for('update')
  if (row === undefined) throw refuse('emergency.not-found')
  if (!commands(cx.actor, row)) throw refuse('access.out-of-scope')
  if (row.endedAt !== null) throw refuse('emergency.over')
  return row
}
export const inForce: SQL = isNull(emergencies.endedAt)
/** SQL: tasks the actor may see: given to them, or in their area. */
export const visibleTasks = (actor: Actor): SQL =>
  or(eq(emergencyTasks.assigneeId, actor.personId), visibleAt(actor, 'emergency.work', taskColumns))!
export const mayNote = (actor: Actor, row: TaskRow): boolean =>
  row.assigneeId === actor.personId || mayAt(actor, 'emergency.command', row) || mayAt(actor, 'emergency.work', row)
