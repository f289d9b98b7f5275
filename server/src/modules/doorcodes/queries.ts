// Lists of door codes within the caller's area, on screen and as a spreadsheet.
import { and, count, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { doorcodesApi } from '../../../../contract/src/doorcodes.ts'
import type { ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { afterId } from '../../platform/after-id.ts'
import { listSheet, localTime, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedColumns, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import type { DoorcodeKind } from './signing.ts'
import { doorcodes } from './tables.ts'
import { atOrBelow, doorcodeColumns, kindWords, viewOfRow, type DoorcodeRow, type DoorcodeView } from './view.ts'

/** @throws place.not-found for an unknown, retired or other district's place */
export const placeOf = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  return place
}
const visibleCodes = (cx: Cx): SQL =>
  sql`${doorcodes.districtId} = ${cx.districtId} and ${visibleAt(cx.actor, 'doorcode.see', placedColumns)}`

type Filters = ParsedQuery<(typeof doorcodesApi)['GET /api/doorcodes.xlsx']>
const codesWanted = async (cx: Cx, query: Filters): Promise<SQL | undefined> => {
  const place = query.placeId === undefined ? null : await placeOf(cx, query.placeId)
  return and(
    visibleCodes(cx),
    place === null ? undefined : atOrBelow(place),
    query.revoked === undefined
      ? undefined
      : query.revoked === 'true'
        ? isNotNull(doorcodes.revokedAt)
        : isNull(doorcodes.revokedAt),
  )
}
const joined = eq(places.id, doorcodes.placeId)
const pageOfCodes = async (cx: Cx, wanted: SQL | undefined, afterCode: string | undefined, limit: number) => {
  const after = afterId(afterCode)
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
    .limit(limit + 1)
  const page = pageOf<DoorcodeRow>(rows, limit, (last) => [last.id])
  return { rows: page.rows.map(viewOfRow), next: page.next }
}
/** In the order of the tree: estate, building, unit. */
export const listCodes = async (
  cx: Cx,
  query: ParsedQuery<(typeof doorcodesApi)['GET /api/doorcodes']>,
): Promise<{ rows: DoorcodeView[]; total: number; next: string | null }> => {
  const wanted = await codesWanted(cx, query)
  const [total] = await cx.db.select({ rows: count() }).from(doorcodes).innerJoin(places, joined).where(wanted)
  return { ...(await pageOfCodes(cx, wanted, query.after, query.limit)), total: total!.rows }
}
/** The same list as a spreadsheet. Journalled. */
export const exportCodes = async (cx: Cx, query: Filters): Promise<Download> => {
  const wanted = await codesWanted(cx, query)
  await cx.journal({
    action: 'doorcode.export',
    sentence: '导出了门牌码清单',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { query },
  })
  return listSheet<DoorcodeView>(cx, {
    name: ['门牌码', 'door codes'],
    columns: [
      ['门牌', 'Label', 30, (row) => row.label],
      ['地点', 'Place', 36, (row) => row.place.path],
      ['种类', 'Kind', 10, (row, zh) => (zh ? kindWords[row.kind] : row.kind)],
      ['码', 'Code', 16, (row) => row.code],
      ['发放时间', 'Issued', 20, (row) => localTime(row.issuedAt)],
      ['扫码次数', 'Scans', 10, (row) => row.scans],
      ['作废时间', 'Revoked', 20, (row) => localTime(row.revokedAt)],
      ['作废原因', 'Reason', 30, (row) => row.revokedReason],
    ],
    page: (after) => pageOfCodes(cx, wanted, after, SHEET_PAGE),
  })
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
