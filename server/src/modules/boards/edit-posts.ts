// Posting, replying, taking back, reporting abuse; hiding, showing, and making a case of a post.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { boardsApi } from '../../../../contract/src/boards.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, intakeCase } from '../cases/index.ts'
import { personsByIds } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import { holdersNear } from '../organisations/index.ts'
import { placeById, placedOf } from '../places/index.ts'
import { isPremoderated, mayDo, standingAt, type Doing, type PostRow, type Standing } from './policy.ts'
import { boardOf, postViews, type Board, type Post } from './queries.ts'
import { boardPosts, boardReports, boardSettings } from './tables.ts'

type New = ParsedBody<(typeof boardsApi)['POST /api/boards/:id/posts']>

const show = async (cx: Cx, id: string, standing: Standing): Promise<Post> => {
  const [post] = await cx.db.select().from(boardPosts).where(eq(boardPosts.id, id))
  return (await postViews(cx, [{ post: post!, estate: standing.estate }], () => standing))[0]!
}
/** The post, locked, and that the actor may do this with it. @throws board.post-not-found, board.wrong-state, access.not-allowed */
const lockPost = async (cx: Cx, id: string, doing: Doing): Promise<{ post: PostRow; standing: Standing }> => {
  const [post] = await cx.db
    .select()
    .from(boardPosts)
    .where(and(eq(boardPosts.id, id), eq(boardPosts.districtId, cx.districtId)))
    .for('update')
  const standing = post === undefined ? null : await standingAt(cx, post.estateId).catch(() => null)
  if (post === undefined || standing === null) throw refuse('board.post-not-found')
  // What waits or is hidden exists only for its author and for moderators.
  if (post.state !== 'shown' && post.authorId !== cx.actor.personId && !standing.moderates)
    throw refuse('board.post-not-found')
  if (!mayDo(cx, post, standing).includes(doing)) {
    const forModerators = doing === 'hide' || doing === 'show' || doing === 'makeCase'
    if (forModerators && !standing.moderates) throw refuse('access.out-of-scope')
    if (doing === 'withdraw' && post.authorId !== cx.actor.personId) throw refuse('access.not-allowed')
    throw refuse('board.wrong-state', { because: `${doing} on ${post.state}` })
  }
  return { post, standing }
}
const tellModerators = async (
  cx: Cx,
  standing: Standing,
  event: 'board.waiting' | 'board.reported',
  id: string,
  words: string,
) =>
  tell(cx, {
    event,
    audience: 'community',
    personIds: (await holdersNear(cx.db, cx.districtId, 'board.moderate', placedOf(standing.estate))).filter(
      (personId) => personId !== cx.actor.personId,
    ),
    thing: { kind: 'post', id },
    fields: { estate: standing.estate.name, words: words.slice(0, 30) },
  })
const nameFor = (standing: Standing, input: New): { shownName: string; organisationName: string | null } => {
  const chosen = standing.names.find((one) => one.as === input.as)
  if (standing.isResident) {
    if (chosen === undefined) throw refuse('board.name-not-yours')
    return { shownName: chosen.text, organisationName: null }
  }
  if (standing.body === null || !standing.moderates) throw refuse('board.not-resident')
  return { shownName: standing.body, organisationName: standing.body }
}
/** @throws board.not-found, board.not-resident, board.name-not-yours, board.post-not-found, identity.consent-needed */
export const writePost = async (cx: Cx, estateId: string, input: New): Promise<Post> => {
  if (!cx.actor.consented) throw refuse('identity.consent-needed')
  const standing = await standingAt(cx, estateId)
  const by = nameFor(standing, input)
  if (input.parentId !== undefined) {
    const { post } = await lockPost(cx, input.parentId, 'reply')
    if (post.estateId !== estateId) throw refuse('board.post-not-found')
  }
  const waits = by.organisationName === null && !standing.moderates && (await isPremoderated(cx, estateId))
  const id = uuidv7()
  await cx.db.insert(boardPosts).values({
    id,
    districtId: cx.districtId,
    streetId: standing.estate.streetId,
    communityId: standing.estate.communityId,
    estateId,
    parentId: input.parentId ?? null,
    authorId: cx.actor.personId,
    ...by,
    words: input.words,
    state: waits ? 'waiting' : 'shown',
    createdAt: cx.now,
  })
  if (!waits && input.parentId !== undefined) await countReply(cx, input.parentId, 1)
  if (waits) await tellModerators(cx, standing, 'board.waiting', id, input.words)
  await cx.journal({
    action: 'board.post',
    sentence: input.parentId === undefined ? '在留言板发了言' : '在留言板作了回复',
    thing: { kind: 'post', id },
    after: { estate: standing.estate.name, state: waits ? 'waiting' : 'shown' },
  })
  return show(cx, id, standing)
}
const countReply = (cx: Cx, parentId: string, by: 1 | -1) =>
  cx.db
    .update(boardPosts)
    .set({ replies: sql`greatest(0, ${boardPosts.replies} + ${by})` })
    .where(eq(boardPosts.id, parentId))

/** @throws board.post-not-found, board.wrong-state */
export const withdrawPost = async (cx: Cx, id: string): Promise<Post> => {
  const { post, standing } = await lockPost(cx, id, 'withdraw')
  await cx.db.update(boardPosts).set({ state: 'withdrawn', words: '', reports: 0 }).where(eq(boardPosts.id, id))
  if (post.parentId !== null && post.state === 'shown') await countReply(cx, post.parentId, -1)
  await cx.journal({ action: 'board.withdraw', sentence: '撤回了留言', thing: { kind: 'post', id } })
  return show(cx, id, standing)
}
/** Once per person; again only changes the reason. @throws board.post-not-found, board.wrong-state */
export const reportPost = async (cx: Cx, id: string, reason: string): Promise<{ done: true }> => {
  const { post, standing } = await lockPost(cx, id, 'report')
  const written = await cx.db
    .insert(boardReports)
    .values({ postId: id, personId: cx.actor.personId, reason, at: cx.now })
    .onConflictDoNothing()
  if (written.rowCount === 1) {
    await cx.db
      .update(boardPosts)
      .set({ reports: sql`${boardPosts.reports} + 1` })
      .where(eq(boardPosts.id, id))
    await tellModerators(cx, standing, 'board.reported', id, post.words)
  }
  await cx.journal({
    action: 'board.report',
    sentence: '举报了一条留言',
    thing: { kind: 'post', id },
    after: { reason },
  })
  return { done: true }
}
const settleReports = (cx: Cx, id: string) =>
  cx.db
    .update(boardReports)
    .set({ settledAt: cx.now })
    .where(and(eq(boardReports.postId, id), isNull(boardReports.settledAt)))

/** The author is told, with the reason. @throws board.post-not-found, board.wrong-state, access.out-of-scope */
export const hidePost = async (cx: Cx, id: string, reason: string): Promise<Post> => {
  const { post, standing } = await lockPost(cx, id, 'hide')
  await cx.db
    .update(boardPosts)
    .set({ state: 'hidden', reason, reports: 0, decidedBy: cx.actor.personId, decidedAt: cx.now })
    .where(eq(boardPosts.id, id))
  await settleReports(cx, id)
  if (post.parentId !== null && post.state === 'shown') await countReply(cx, post.parentId, -1)
  await tell(cx, {
    event: 'board.hidden',
    audience: 'person',
    personIds: [post.authorId],
    thing: { kind: 'post', id },
    fields: { estate: standing.estate.name, words: post.words.slice(0, 30), reason },
  })
  await cx.journal({
    action: 'board.hide',
    sentence: '隐藏了一条留言',
    thing: { kind: 'post', id },
    before: { state: post.state },
    after: { state: 'hidden', reason },
  })
  return show(cx, id, standing)
}
/** Also settles reports that had no ground. @throws board.post-not-found, board.wrong-state, access.out-of-scope */
export const showPost = async (cx: Cx, id: string): Promise<Post> => {
  const { post, standing } = await lockPost(cx, id, 'show')
  await cx.db
    .update(boardPosts)
    .set({ state: 'shown', reason: null, reports: 0, decidedBy: cx.actor.personId, decidedAt: cx.now })
    .where(eq(boardPosts.id, id))
  await settleReports(cx, id)
  if (post.parentId !== null && post.state !== 'shown') await countReply(cx, post.parentId, 1)
  await cx.journal({
    action: 'board.show',
    sentence: '公开了一条留言',
    thing: { kind: 'post', id },
    before: { state: post.state },
    after: { state: 'shown' },
  })
  return show(cx, id, standing)
}
/** @throws board.post-not-found, board.wrong-state, access.out-of-scope, place.not-found */
export const caseFromPost = async (
  cx: Cx,
  id: string,
  input: ParsedBody<(typeof boardsApi)['POST /api/boards/posts/:id/case']>,
): Promise<Post> => {
  const { post, standing } = await lockPost(cx, id, 'makeCase')
  const place = input.placeId === undefined ? standing.estate : await placeById(cx.db, input.placeId)
  if (place === null || place.estateId !== post.estateId) throw refuse('place.not-found')
  const made = await intakeCase(
    cx,
    {
      placeId: place.id,
      words: post.words,
      photos: [],
      // Who chose not to be named on the board is not named to the handler either.
      hideName: post.shownName !== (await authorName(cx, post)),
      ...(input.kind === undefined ? {} : { kind: input.kind }),
    },
    { channel: 'board', reporterId: post.authorId, filedBy: null, behalf: null, organisationName: standing.body },
  )
  await addToTimeline(cx, made.id, {
    step: 'board.post',
    words: null,
    audience: 'internal',
    organisationName: standing.body,
    data: { postId: id, estateId: post.estateId },
  })
  await cx.db
    .update(boardPosts)
    .set({ caseId: made.id, state: 'shown', decidedBy: cx.actor.personId, decidedAt: cx.now })
    .where(eq(boardPosts.id, id))
  await tell(cx, {
    event: 'board.case',
    audience: 'person',
    personIds: [post.authorId],
    thing: { kind: 'case', id: made.id },
    fields: { number: String(made.number), words: post.words.slice(0, 30), estate: standing.estate.name },
  })
  await cx.journal({
    action: 'board.case',
    sentence: '把一条留言登记成了诉求',
    thing: { kind: 'post', id },
    after: { caseId: made.id, number: made.number },
  })
  return show(cx, id, standing)
}
const authorName = async (cx: Cx, post: PostRow): Promise<string | undefined> =>
  (await personsByIds(cx.db, [post.authorId])).get(post.authorId)?.name

/** @throws board.not-found, access.out-of-scope */
export const setBoard = async (cx: Cx, estateId: string, premoderated: boolean): Promise<Board> => {
  const standing = await standingAt(cx, estateId)
  if (!standing.moderates) throw refuse('access.out-of-scope')
  const before = await isPremoderated(cx, estateId)
  const values = { premoderated, changedBy: cx.actor.personId, changedAt: cx.now }
  await cx.db
    .insert(boardSettings)
    .values({ estateId, districtId: cx.districtId, ...values })
    .onConflictDoUpdate({ target: boardSettings.estateId, set: values })
  await cx.journal({
    action: 'board.set',
    sentence: premoderated ? '留言改为先审后发' : '留言改为先发后审',
    thing: { kind: 'board', id: estateId },
    before: { premoderated: before },
    after: { premoderated },
  })
  return boardOf(cx, standing)
}
