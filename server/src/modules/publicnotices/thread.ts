// What is said about a notice: comments while it hangs, answers, what came of it; and taking it down.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { findNotice, findToPost, isOpen, type NoticeRow } from './policy.ts'
import { publicNoticeComments, publicNotices } from './tables.ts'
import { showNotice, type NoticeView } from './view.ts'

type Event = 'publicNotice.commented' | 'publicNotice.answered' | 'publicNotice.outcome' | 'publicNotice.withdrawn'
const tellOf = (cx: Cx, row: NoticeRow, event: Event, personIds: readonly string[], words: string): Promise<void> =>
  tell(cx, {
    event,
    audience: event === 'publicNotice.commented' ? 'handler' : 'person',
    personIds: personIds.filter((one) => one !== cx.actor.personId),
    thing: { kind: 'publicNotice', id: row.id },
    fields: { title: row.title, words },
  })
const commenters = async (cx: Cx, id: string): Promise<string[]> =>
  (
    await cx.db
      .selectDistinct({ personId: publicNoticeComments.personId })
      .from(publicNoticeComments)
      .where(eq(publicNoticeComments.noticeId, id))
  ).map((row) => row.personId)
/** @throws publicNotice.over */
export const comment = async (cx: Cx, id: string, words: string): Promise<NoticeView> => {
  const row = await findNotice(cx, id)
  if (!isOpen(row, cx.now)) throw refuse('publicNotice.over')
  await cx.db
    .insert(publicNoticeComments)
    .values({ id: uuidv7(), noticeId: id, personId: cx.actor.personId, words, at: cx.now })
  await cx.journal({ action: 'publicNotice.comment', sentence: '对公示提了意见', thing: { kind: 'publicNotice', id } })
  if (row.createdBy !== null) await tellOf(cx, row, 'publicNotice.commented', [row.createdBy], words)
  return showNotice(cx, id)
}
/** @throws publicNotice.not-found */
export const answerComment = async (cx: Cx, id: string, commentId: string, words: string): Promise<{ done: true }> => {
  const row = await findToPost(cx, id)
  const [written] = await cx.db
    .update(publicNoticeComments)
    .set({ answer: words, answeredAt: cx.now })
    .where(and(eq(publicNoticeComments.id, commentId), eq(publicNoticeComments.noticeId, id)))
    .returning({ personId: publicNoticeComments.personId })
  if (written === undefined) throw refuse('publicNotice.not-found')
  await cx.journal({ action: 'publicNotice.answer', sentence: '答复了公示意见', thing: { kind: 'publicNotice', id } })
  await tellOf(cx, row, 'publicNotice.answered', [written.personId], words)
  return { done: true }
}
/** Written when it is over; may be written anew. @throws publicNotice.still-open */
export const writeOutcome = async (cx: Cx, id: string, words: string): Promise<NoticeView> => {
  const row = await findToPost(cx, id)
  if (isOpen(row, cx.now) || row.withdrawnAt !== null) throw refuse('publicNotice.still-open')
  await cx.db.update(publicNotices).set({ outcome: words, outcomeAt: cx.now }).where(eq(publicNotices.id, id))
  await cx.journal({
    action: 'publicNotice.outcome',
    sentence: '公布了公示结果',
    thing: { kind: 'publicNotice', id },
    before: { outcome: row.outcome },
    after: { outcome: words },
  })
  await tellOf(cx, row, 'publicNotice.outcome', await commenters(cx, id), words)
  return showNotice(cx, id)
}
/** @throws publicNotice.over for one that has ended, or that another step of ours put up */
export const withdrawNotice = async (cx: Cx, id: string, reason: string): Promise<NoticeView> => {
  const row = await findToPost(cx, id)
  if (!isOpen(row, cx.now) || row.thingId !== null) throw refuse('publicNotice.over')
  await cx.db
    .update(publicNotices)
    .set({ withdrawnAt: cx.now, withdrawnWords: reason })
    .where(and(eq(publicNotices.id, id), sql`${publicNotices.withdrawnAt} is null`))
  await cx.journal({
    action: 'publicNotice.withdraw',
    sentence: '撤下了公示',
    thing: { kind: 'publicNotice', id },
    after: { reason },
  })
  await tellOf(cx, row, 'publicNotice.withdrawn', await commenters(cx, id), reason)
  return showNotice(cx, id)
}
