// Who sees an order, who answers it, who decides on the answer: the level that gave it.
import { or, sql, type SQL } from 'drizzle-orm'
import type { OrderLevel } from '../../../../contract/src/supervision-life.ts'
import { heldAt, holding, mayAt, mayFor, visibleAt, visibleFor, type Placed } from '../../platform/access.ts'
import type { Actor, Held } from '../../platform/cx.ts'
import type { Standing } from '../../platform/lifecycle.ts'
import { supervisionOrders } from './tables.ts'

export type OrderRow = typeof supervisionOrders.$inferSelect
/** SQL: orders about cases of the actor's area, or for the actor's organisation to answer. */
export const visibleOrders = (actor: Actor): SQL =>
  or(visibleAt(actor, 'case.see', supervisionOrders), toAnswer(actor))!
export const toAnswer = (actor: Actor): SQL =>
  visibleFor(actor, 'case.handle', supervisionOrders.answererId, supervisionOrders)
/** SQL: orders given by an organisation of the actor. */
export const toSign = (actor: Actor): SQL => {
  const ids = [...new Set(holding(actor, 'supervision.order').map((held) => held.organisationId))]
  return ids.length === 0 ? sql`false` : sql`${supervisionOrders.ordererId} = any(${sql.param(ids)}::uuid[])`
}
/** The appointment by which the actor orders here, and the level it orders at. */
export const ordersAs = (actor: Actor, placed: Placed): { held: Held; level: OrderLevel } | null => {
  const held = heldAt(actor, 'supervision.order', placed)
  if (held === undefined) return null
  const { organisationKind } = held
  return {
    held,
    level:
      organisationKind === 'districtOffice' ? 'district' : organisationKind === 'streetOffice' ? 'street' : 'community',
  }
}
/** Only the body that gave the order, or one above it, decides on the reply; never who replied. */
export const standingTo = (actor: Actor, row: OrderRow): Standing => ({
  reporter: false,
  handler: mayFor(actor, 'case.handle', row.answererId, row),
  staff: (permission) =>
    permission === 'supervision.order' &&
    row.repliedBy !== actor.personId &&
    mayAt(actor, 'supervision.order', row) &&
    holding(actor, 'supervision.order').some(
      (held) => held.organisationId === row.ordererId || held.organisationKind === 'districtOffice',
    ),
})
