// Who sees and who runs a joint operation: by its place, or as one of its units.
import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { operations, operationUnits } from './tables.ts'

export type OperationRow = typeof operations.$inferSelect
export const operationColumns = {
  districtId: operations.districtId,
  streetId: operations.streetId,
  communityId: operations.communityId,
  gridId: operations.gridId,
  microGridId: operations.microGridId,
  estateId: operations.estateId,
  buildingId: operations.buildingId,
  unitId: operations.unitId,
}
/** The bodies a person acts for. */
export const bodiesOf = (actor: Actor): string[] => [...new Set(actor.held.map((held) => held.organisationId))]
export const runsIt = (actor: Actor, row: OperationRow): boolean => mayAt(actor, 'operation.run', row)
const takesPart = (actor: Actor): SQL =>
  sql`exists (select 1 from ${operationUnits} where ${operationUnits.operationId} = ${operations.id} and ${operationUnits.organisationId} = any(${sql.param(bodiesOf(actor))}::uuid[]))`
export const visibleOperations = (actor: Actor): SQL =>
  or(visibleAt(actor, 'operation.run', operationColumns), takesPart(actor))!
export const runOperations = (actor: Actor): SQL => visibleAt(actor, 'operation.run', operationColumns)

/** An operation the actor runs or takes part in. @throws operation.not-found */
export const findOperation = async (cx: Cx, id: string, lock = false): Promise<OperationRow> => {
  const query = cx.db
    .select()
    .from(operations)
    .where(and(eq(operations.id, id), eq(operations.districtId, cx.districtId), visibleOperations(cx.actor)))
  const [row] = await (lock ? query.for('update') : query)
  if (row === undefined) throw refuse('operation.not-found')
  return row
}
/** One the actor runs, locked. @throws operation.not-found, access.out-of-scope */
export const lockRun = async (cx: Cx, id: string): Promise<OperationRow> => {
  const row = await findOperation(cx, id, true)
  if (!runsIt(cx.actor, row)) throw refuse('access.out-of-scope')
  return row
}
/** The unit of the operation for which the actor is there; null for its organiser. */
export const unitFor = async (cx: Cx, row: OperationRow): Promise<string | null> => {
  const units = await cx.db
    .select({ id: operationUnits.organisationId })
    .from(operationUnits)
    .where(eq(operationUnits.operationId, row.id))
  const mine = new Set(bodiesOf(cx.actor))
  const own = units.find((unit) => mine.has(unit.id))
  if (own !== undefined) return own.id
  if (runsIt(cx.actor, row)) return null
  throw refuse('operation.not-yours')
}
