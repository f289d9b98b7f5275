// Who stands how towards a case: a by-law in code. Every list and every single case goes through here.
import { or, sql, type SQL } from 'drizzle-orm'
import { holding, mayAt, mayFor, visibleAt, visibleFor, type Placed } from '../../platform/access.ts'
import type { Actor } from '../../platform/cx.ts'
import type { Standing } from '../../platform/lifecycle.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { cases } from './tables.ts'

export type CaseRow = typeof cases.$inferSelect
export const placedOfCase = (row: CaseRow): Placed => row
const columns = {
  districtId: cases.districtId,
  streetId: cases.streetId,
  communityId: cases.communityId,
  gridId: cases.gridId,
  microGridId: cases.microGridId,
  estateId: cases.estateId,
  buildingId: cases.buildingId,
  unitId: cases.unitId,
}

/** The person it concerns: who reported it or, where that person has no account, who filed it (unless they did the work). */
export const isReporter = (actor: Actor, row: CaseRow): boolean =>
  row.reporterId === actor.personId ||
  (row.reporterId === null && row.filedBy === actor.personId && row.doerId !== actor.personId)
/** Community, street, district: sees the case because of where it lies. */
export const seesByPlace = (actor: Actor, row: CaseRow): boolean => mayAt(actor, 'case.see', placedOfCase(row))
/** The body it was dispatched to. */
export const isHandler = (actor: Actor, row: CaseRow): boolean =>
  row.handlerId !== null && mayFor(actor, 'case.handle', row.handlerId, placedOfCase(row))
export const maySee = (actor: Actor, row: CaseRow): boolean =>
  row.reporterId === actor.personId ||
  row.filedBy === actor.personId ||
  seesByPlace(actor, row) ||
  isHandler(actor, row)
/** A reporter who hid their name is unknown to the handler, and known to those who answer for the place. */
export const knowsReporter = (actor: Actor, row: CaseRow): boolean =>
  row.reporterId === actor.personId || row.filedBy === actor.personId || seesByPlace(actor, row) || !row.nameHidden
/** A phone may be revealed by who holds the permission here, and by the handler only if the name is not hidden. */
export const mayReveal = (actor: Actor, row: CaseRow): boolean =>
  mayAt(actor, 'person.reveal', placedOfCase(row)) && maySee(actor, row) && knowsReporter(actor, row)
export const standingOf = (actor: Actor, row: CaseRow): Standing => ({
  reporter: isReporter(actor, row),
  handler: isHandler(actor, row),
  staff: (permission) => mayAt(actor, permission as Permission, placedOfCase(row)),
})

/** SQL: cases this actor works with, by place or as the body in charge. The simplest form, so that one index serves it. */
export const visibleWork = (actor: Actor): SQL => {
  const seen = new Set(holding(actor, 'case.see').map((held) => held.scopeId))
  // Handling inside a place one sees anyway adds nothing but an OR for the planner.
  const handling: Actor = { ...actor, held: holding(actor, 'case.handle').filter((held) => !seen.has(held.scopeId)) }
  const byPlace = seen.size > 0 ? visibleAt(actor, 'case.see', columns) : null
  const byHandler = handling.held.length > 0 ? visibleFor(handling, 'case.handle', cases.handlerId, columns) : null
  if (byPlace !== null && byHandler !== null) return or(byPlace, byHandler)!
  return byPlace ?? byHandler ?? sql`false`
}
export const visibleByPlace = (actor: Actor): SQL => visibleAt(actor, 'case.see', columns)
export const visibleToExport = (actor: Actor): SQL => visibleAt(actor, 'case.export', columns)
/** SQL: rows where the actor holds a permission by place. */
export const visibleWith = (actor: Actor, permission: Permission): SQL => visibleAt(actor, permission, columns)
export const visibleAsHandler = (actor: Actor): SQL => visibleFor(actor, 'case.handle', cases.handlerId, columns)
