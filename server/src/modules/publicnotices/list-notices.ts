// Public notices as a list: of one's area for staff, of one's homes for residents; the past ones are the archive.
import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import { visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { dayOf, noticeRowView } from './notice.ts'
import { publicNoticeComments, publicNotices } from './tables.ts'

type Query = ParsedQuery<(typeof publicnoticesApi)['GET /api/publicnotices']>
type Page = OutOf<(typeof publicnoticesApi)['GET /api/publicnotices']>
const placed = {
  districtId: publicNotices.districtId,
  streetId: publicNotices.streetId,
  communityId: publicNotices.communityId,
  gridId: publicNotices.gridId,
  microGridId: publicNotices.microGridId,
  estateId: publicNotices.estateId,
  buildingId: publicNotices.buildingId,
  unitId: publicNotices.unitId,
}
/** SQL: the place is one of those a home of the person lies in. */
export const atMyHomes = (cx: Cx, placeId: SQL): SQL =>
  sql`${placeId} in (select unnest(array[p.id, p.unit_id, p.building_id, p.estate_id, p.community_id, p.street_id, p.district_id]) from home_people h join places p on p.id = h.home_id where h.person_id = ${cx.actor.personId} and h.state = 'confirmed')`
export const listNotices = async (cx: Cx, query: Query): Promise<Page> => {
  const after = afterId(query.after)
  const rows = await cx.db
    .select({
      row: publicNotices,
      comments: sql<number>`(select count(*)::int from ${publicNoticeComments} where public_notice_comments.notice_id = public_notices.id)`,
    })
    .from(publicNotices)
    .where(
      and(
        eq(publicNotices.districtId, cx.districtId),
        sql`(${visibleAt(cx.actor, 'publicNotice.post', placed)} or ${visibleAt(cx.actor, 'decision.see', placed)} or ${atMyHomes(cx, sql`${publicNotices.placeId}`)})`,
        query.open === true
          ? sql`${publicNotices.withdrawnAt} is null and ${publicNotices.endsOn} >= ${dayOf(cx.now)}::date`
          : undefined,
        after === null
          ? undefined
          : sql`(${publicNotices.createdAt}, ${publicNotices.id}) < (select n.created_at, n.id from public_notices n where n.id = ${after})`,
      ),
    )
    .orderBy(desc(publicNotices.createdAt), desc(publicNotices.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.row.id])
  return {
    rows: page.rows.map(({ row, comments }) => noticeRowView(row, comments, cx.now)),
    total: null,
    next: page.next,
  }
}
export const exportNotices = async (cx: Cx): Promise<Download> => {
  await cx.journal({
    action: 'publicNotice.export',
    sentence: '导出了公示清单',
    thing: { kind: 'district', id: cx.districtId },
  })
  return listSheet<Page['rows'][number]>(cx, {
    name: ['公示', 'public notices'],
    columns: [
      ['编号', 'Number', 10, (row) => row.number],
      ['标题', 'Title', 40, (row) => row.title],
      ['范围', 'Place', 30, (row) => row.place.name],
      ['张贴', 'Posted', 14, (row) => row.postedOn],
      ['到期', 'Ends', 14, (row) => row.endsOn],
      ['意见', 'Comments', 10, (row) => row.comments],
    ],
    page: (after) => listNotices(cx, { limit: SHEET_PAGE, ...(after === undefined ? {} : { after }) }),
  })
}
