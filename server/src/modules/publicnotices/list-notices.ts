// Public notices as a list: of one's area for staff, of one's homes for residents, of a place for everybody.
import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { newestFirst, olderThan } from '../../platform/newest-first.ts'
import { pageOf } from '../../platform/paging.ts'
import { dayOf, listedFor } from './policy.ts'
import { publicNoticeComments, publicNotices } from './tables.ts'
import { noticeRowView } from './view.ts'

type Api = typeof publicnoticesApi
type Query = ParsedQuery<Api['GET /api/publicnotices']>
type Page = OutOf<Api['GET /api/publicnotices']>
const commentsWhere = (more: SQL) =>
  sql<number>`(select count(*)::int from ${publicNoticeComments} where public_notice_comments.notice_id = public_notices.id ${more})`
const isHanging = (cx: Cx<Actor | null>) =>
  sql`${publicNotices.withdrawnAt} is null and ${publicNotices.endsOn} >= ${dayOf(cx.now)}::date`
const pageWhere = async (cx: Cx<Actor | null>, query: Query, where: SQL | undefined): Promise<Page> => {
  const rows = await cx.db
    .select({
      row: publicNotices,
      comments: commentsWhere(sql``),
      unanswered: commentsWhere(sql`and public_notice_comments.answer is null`),
    })
    .from(publicNotices)
    .where(
      and(
        eq(publicNotices.districtId, cx.districtId),
        where,
        query.open === undefined ? undefined : query.open ? isHanging(cx) : sql`not (${isHanging(cx)})`,
        olderThan(publicNotices, query.after),
      ),
    )
    .orderBy(...newestFirst(publicNotices))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.row.id])
  return {
    rows: page.rows.map(({ row, ...counted }) => noticeRowView(row, counted, cx.now)),
    total: null,
    next: page.next,
  }
}
export const listNotices = (cx: Cx, query: Query): Promise<Page> => pageWhere(cx, query, listedFor(cx))
const under = (placeId: string) =>
  or(
    eq(publicNotices.placeId, placeId),
    eq(publicNotices.streetId, placeId),
    eq(publicNotices.communityId, placeId),
    eq(publicNotices.estateId, placeId),
  )
/** For everybody: nobody is asked who they are. */
export const listPublicNotices = (
  cx: Cx<Actor | null>,
  { placeId, ...query }: ParsedQuery<Api['GET /api/publicnotices/public']>,
): Promise<Page> =>
  pageWhere(cx, query, and(eq(publicNotices.audience, 'public'), placeId === undefined ? undefined : under(placeId)))
