// Who sees a promise, who may say it is kept, who may release its owner.
import { or, sql, type SQL } from 'drizzle-orm'
import { mayAt, mayFor, visibleAt, visibleFor } from '../../platform/access.ts'
import type { Actor } from '../../platform/cx.ts'
import { promises } from './tables.ts'

export type PromiseRow = typeof promises.$inferSelect
/** SQL: promises made in the actor's area, or by the actor's organisation. */
export const visiblePromises = (actor: Actor): SQL =>
  or(visibleAt(actor, 'case.see', promises), visibleFor(actor, 'case.handle', promises.ownerId, promises))!
/** SQL: promises the actor's organisation has to keep. */
export const ownPromises = (actor: Actor): SQL => {
  const mine = visibleFor(actor, 'case.handle', promises.ownerId, promises)
  return sql`${mine}`
}
export const isOwner = (actor: Actor, row: PromiseRow): boolean => mayFor(actor, 'case.handle', row.ownerId, row)
export const mayKeep = (actor: Actor, row: PromiseRow): boolean =>
  row.state === 'open' && (isOwner(actor, row) || mayAt(actor, 'case.dispatch', row))
/** The owner does not release itself. */
export const mayRelease = (actor: Actor, row: PromiseRow): boolean =>
  row.state === 'open' && mayAt(actor, 'case.dispatch', row) && !isOwner(actor, row)
