// Who stands how towards a fund: its staff by appointment, and everybody with a confirmed home at its place.
import { and, eq } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { holding, mayAt, type Placed } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { homesOf, type OwnHome } from '../places/index.ts'
import { funds } from './tables.ts'

export type FundRow = typeof funds.$inferSelect

/** Whether a home stands at or below a place. */
export const standsBelow = (home: Placed & { readonly id: string }, placeId: string): boolean =>
  [
    home.id,
    home.districtId,
    home.streetId,
    home.communityId,
    home.gridId,
    home.microGridId,
    home.estateId,
    home.buildingId,
    home.unitId,
  ].includes(placeId)
export const homesAt = async (cx: Cx, placeId: string): Promise<OwnHome[]> =>
  (await homesOf(cx.db, cx.actor.personId)).filter((home) => standsBelow(home, placeId))

const rowOf = async (cx: Cx, id: string, isLocked: boolean): Promise<FundRow> => {
  const query = cx.db
    .select()
    .from(funds)
    .where(and(eq(funds.id, id), eq(funds.districtId, cx.districtId)))
  const [row] = isLocked ? await query.for('update') : await query
  if (row === undefined) throw refuse('fund.not-found')
  return row
}
export interface SeenFund {
  readonly row: FundRow
  /** By appointment. */
  readonly isStaff: boolean
  /** The reader’s homes at its place. */
  readonly homes: readonly OwnHome[]
}
/** For its staff and for who has a home there. @throws fund.not-found */
export const seenFund = async (cx: Cx, id: string, isLocked = false): Promise<SeenFund> => {
  const row = await rowOf(cx, id, isLocked)
  const isStaff = mayAt(cx.actor, 'fund.see', row)
  const homes = await homesAt(cx, row.placeId)
  if (!isStaff && homes.length === 0) throw refuse('fund.not-found')
  return { row, isStaff, homes }
}
/**
 * Locked for who holds the permission there: whatever is entered into a fund’s books happens one after another.
 * @throws fund.not-found, access.out-of-scope
 */
export const lockFund = async (cx: Cx, id: string, permission: Permission): Promise<FundRow> => {
  const row = await rowOf(cx, id, true)
  if (!mayAt(cx.actor, permission, row)) throw refuse('access.out-of-scope')
  return row
}
/** The same without asking who: a step elsewhere has. */
export const lockFundOf = (cx: Cx, id: string): Promise<FundRow> => rowOf(cx, id, true)
/** Whether the permission is held there by the street or the district, above the community. */
export const isHigher = (cx: Cx, permission: Permission, row: FundRow): boolean =>
  holding(cx.actor, permission).some(
    (held) =>
      (held.scopeKind === 'street' && held.scopeId === row.streetId) ||
      (held.scopeKind === 'district' && held.scopeId === row.districtId),
  )
/** Limits bind the community, so the street or the district sets them. */
export const setsLimits = (cx: Cx, row: FundRow): boolean => isHigher(cx, 'fund.open', row)
/** @throws fund.closed */
export const refuseClosed = (row: FundRow): void => {
  if (row.state === 'closed' || row.state === 'failed') throw refuse('fund.closed')
}
