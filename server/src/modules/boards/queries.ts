// Boards and their threads, and what waits for moderation.
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import type { boardsApi } from '../../../../contract/src/boards.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { caseBriefs } from '../channels/index.ts'
import { homesOf, placedColumns, placedOf, placesByIds, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { isPremoderated, mayDo, standingAt, type PostRow, type Standing } from './policy.ts'
import { boardPosts } from './tables.ts'

export type Post = OutOf<(typeof boardsApi)['POST /api/boards/:id/posts']>
export type Board = OutOf<(typeof boardsApi)['GET /api/boards/:id']>
type Thread = OutOf<(typeof boardsApi)['GET /api/boards/:id/posts']>

/** Posts as the actor may see them: the case's number only for its author and for staff of the area. */
export const postViews = async (
  cx: Cx,
  rows: readonly { readonly post: PostRow; readonly estate: PlaceRow }[],
  standing: (estate: PlaceRow) => Pick<Standing, 'isResident' | 'moderates' | 'body'>,
): Promise<Post[]> => {
  const known = await caseBriefs(
    cx.db,
    cx.districtId,
    rows.map(({ post }) => post.caseId),
  )
  return rows.map(({ post, estate }) => {
    const stands = standing(estate)
    const mine = post.authorId === cx.actor.personId
    const insider = mine || stands.moderates
    return {
      id: post.id,
      estate: { id: estate.id, name: estate.name },
      parentId: post.parentId,
      by: post.shownName,
      organisation: post.organisationName,
      words: post.state === 'withdrawn' || (post.state === 'hidden' && !insider) ? '' : post.words,
      state: post.state,
      reason: insider ? post.reason : null,
      case: post.caseId === null || !insider ? null : (known.get(post.caseId) ?? null),
      isCase: post.caseId !== null,
      replies: post.replies,
      reports: stands.moderates ? post.reports : 0,
      createdAt: post.createdAt.toISOString(),
      mine,
      may: mayDo(cx, post, stands),
    }
  })
}
export const boardOf = async (cx: Cx, standing: Pick<Standing, 'estate' | 'names'>): Promise<Board> => {
  const { estate, names } = standing
  const [figures] = await cx.db
    .select({
      posts: sql<number>`count(*)::int`,
      last: sql<Date | string | null>`max(${boardPosts.createdAt})`,
    })
    .from(boardPosts)
    .where(and(eq(boardPosts.estateId, estate.id), isNull(boardPosts.parentId), eq(boardPosts.state, 'shown')))
  return {
    estate: { id: estate.id, name: estate.name },
    premoderated: await isPremoderated(cx, estate.id),
    posts: figures!.posts,
    lastAt: figures!.last === null ? null : new Date(figures!.last).toISOString(),
    names: [...names],
  }
}
export const listMyBoards = async (cx: Cx): Promise<Board[]> => {
  const homes = await homesOf(cx.db, cx.actor.personId)
  const ids = [...new Set(homes.flatMap((home) => home.estateId ?? []))].slice(0, 20)
  const boards: Board[] = []
  for (const id of ids) boards.push(await boardOf(cx, await standingAt(cx, id)))
  return boards
}
export const showBoard = async (cx: Cx, estateId: string): Promise<Board> => boardOf(cx, await standingAt(cx, estateId))

/** What is shown, and one's own posts whatever their state; moderators see hidden ones with the reason. */
const readable = (cx: Cx, standing: Standing): SQL | undefined =>
  standing.moderates
    ? ne(boardPosts.state, 'withdrawn')
    : or(
        eq(boardPosts.state, 'shown'),
        and(eq(boardPosts.authorId, cx.actor.personId), ne(boardPosts.state, 'withdrawn')),
      )
export const listThread = async (
  cx: Cx,
  estateId: string,
  query: ParsedQuery<(typeof boardsApi)['GET /api/boards/:id/posts']>,
): Promise<Thread> => {
  const standing = await standingAt(cx, estateId)
  const after = afterId(query.after)
  const asks = query.parentId
  const beyond = after ?? undefined
  const rows = await cx.db
    .select()
    .from(boardPosts)
    .where(
      and(
        eq(boardPosts.estateId, estateId),
        asks === undefined ? isNull(boardPosts.parentId) : eq(boardPosts.parentId, asks),
        readable(cx, standing),
        beyond === undefined ? undefined : asks === undefined ? lt(boardPosts.id, beyond) : gt(boardPosts.id, beyond),
      ),
    )
    .orderBy(asks === undefined ? desc(boardPosts.id) : asc(boardPosts.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.id])
  const views = await postViews(
    cx,
    page.rows.map((post) => ({ post, estate: standing.estate })),
    () => standing,
  )
  return { rows: views, total: null, next: page.next }
}
const wanted = (show: ParsedQuery<(typeof boardsApi)['GET /api/boards/posts']>['show']): SQL | undefined => {
  if (show === 'todo') return sql`(${boardPosts.state} = 'waiting' or ${boardPosts.reports} > 0)`
  if (show === 'hidden') return eq(boardPosts.state, 'hidden')
  return show === 'cases' ? isNotNull(boardPosts.caseId) : ne(boardPosts.state, 'withdrawn')
}
export const listForModeration = async (
  cx: Cx,
  query: ParsedQuery<(typeof boardsApi)['GET /api/boards/posts']>,
): Promise<OutOf<(typeof boardsApi)['GET /api/boards/posts']>> => {
  const after = afterId(query.after)
  const rows = await cx.db
    .select({ post: boardPosts })
    .from(boardPosts)
    .innerJoin(places, eq(places.id, boardPosts.estateId))
    .where(
      and(
        eq(boardPosts.districtId, cx.districtId),
        visibleAt(cx.actor, 'board.moderate', placedColumns),
        wanted(query.show),
        query.estateId === undefined ? undefined : eq(boardPosts.estateId, query.estateId),
        after === null ? undefined : lt(boardPosts.id, after),
      ),
    )
    .orderBy(desc(boardPosts.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.post.id])
  const estates = await placesByIds(
    cx.db,
    page.rows.map(({ post }) => post.estateId),
  )
  const views = await postViews(
    cx,
    page.rows.map(({ post }) => ({ post, estate: estates.get(post.estateId)! })),
    (estate) => ({ isResident: false, moderates: mayAt(cx.actor, 'board.moderate', placedOf(estate)), body: '' }),
  )
  return { rows: views, total: null, next: page.next }
}
