// Lists of door codes within the caller's area.
import { and, count, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { afterId } from '../../platform/after-id.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedColumns, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import type { DoorcodeKind } from './signing.ts'
import { doorcodes } from './tables.ts'
import { atOrBelow, doorcodeColumns, viewOfRow, type DoorcodeRow, type DoorcodeView } from './view.ts'

/** @throws place.not-found for an unknown, retired or other district's place */
export const placeOf = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  return place
}
const visibleCodes = (cx: Cx): SQL =>
  sql`${doorcodes.districtId} = ${cx.districtId} and ${visibleAt(cx.actor, 'doorcode.see', placedColumns)}`

interface ListQuery {
  readonly placeId?: string | undefined
  readonly revoked?: 'true' | 'false' | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** In the order of the tree: estate, building, unit. */
export const listCodes = async (
  cx: Cx,
  query: ListQuery,
): Promise<{ rows: DoorcodeView[]; total: number; next: string | null }> => {
  const after = afterId(query.after)
  const place = query.placeId === undefined ? null : await placeOf(cx, query.placeId)
  const wanted = and(
    visibleCodes(cx),
    place === null ? undefined : atOrBelow(place),
    query.revoked === undefined
      ? undefined
      : query.revoked === 'true'
        ? isNotNull(doorcodes.revokedAt)
        : isNull(doorcodes.revokedAt),
  )
  const joined = eq(places.id, doorcodes.placeId)
  const [total] = await cx.db.select({ rows: count() }).from(doorcodes).innerJoin(places, joined).where(wanted)
  const rows = await cx.db
    .select(doorcodeColumns)
    .from(doorcodes)
    .innerJoin(places, joined)
    .where(
      and(
        wanted,
        after === null
          ? undefined
          : sql`(${places.pathOrder}, ${doorcodes.id}) > (select p.path_order, d.id from doorcodes d join places p on p.id = d.place_id where d.id = ${after})`,
      ),
    )
    .orderBy(places.pathOrder, doorcodes.id)
    .limit(query.limit + 1)
  const page = pageOf<DoorcodeRow>(rows, query.limit, (last) => [last.id])
  return { rows: page.rows.map(viewOfRow), total: total!.rows, next: page.next }
}

/** The codes in use at or below a place, in the order of the tree: what a sheet prints. */
export const codesToPrint = (cx: Cx, place: PlaceRow, kind: DoorcodeKind | undefined): Promise<DoorcodeRow[]> =>
  cx.db
    .select(doorcodeColumns)
    .from(doorcodes)
    .innerJoin(places, eq(places.id, doorcodes.placeId))
    .where(
      and(
        visibleCodes(cx),
        atOrBelow(place),
        isNull(doorcodes.revokedAt),
        kind === undefined ? undefined : eq(doorcodes.kind, kind),
      ),
    )
    .orderBy(places.pathOrder, doorcodes.id)
