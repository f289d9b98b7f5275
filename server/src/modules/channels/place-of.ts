// The place a channel works at, with the right to work there; and cases in short.
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { caseBrief } from '../../../../contract/src/channels-boxes.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import { cases } from '../cases/tables.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'

/** An active place of this district. @throws place.not-found */
export const placeHere = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  return place
}
/** A place at which the actor holds the permission. @throws also access.out-of-scope, case.no-place above a community */
export const workPlace = async (cx: Cx, id: string, permission: Permission): Promise<PlaceRow> => {
  const place = await placeHere(cx, id)
  if (!mayAt(cx.actor, permission, placedOf(place))) throw refuse('access.out-of-scope')
  if (place.communityId === null) throw refuse('case.no-place', { because: 'above a community' })
  return place
}
export type CaseBrief = z.input<typeof caseBrief>
/** Cases in short, by id. */
export const caseBriefs = async (
  db: Tx,
  districtId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, CaseBrief>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ id: cases.id, number: cases.number, state: cases.state })
    .from(cases)
    .where(and(inArray(cases.id, wanted), eq(cases.districtId, districtId)))
  return new Map(rows.map((row) => [row.id, { id: row.id, number: String(row.number), state: row.state }]))
}
export const briefOf = (row: { id: string; number: number; state: CaseBrief['state'] }): CaseBrief => ({
  id: row.id,
  number: String(row.number),
  state: row.state,
})
/** In whose name a case is filed: the body of the appointment that covers the place. */
export const bodyName = (cx: Cx): string | null => cx.actor.held[0]?.organisationName ?? null
export const refOf = ({ id, kind, name, path }: Pick<PlaceRow, 'id' | 'kind' | 'name' | 'path'>) => ({
  id,
  kind,
  name,
  path,
})
