// One public notice: posting it with proof, who sees it, its thread, taking it down.
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import { publicityOf } from '../../../../rules/src/publicity-clock.ts'
import { heldAt, mayAt } from '../../platform/access.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { personsByIds } from '../identity/index.ts'
import { columnOf, placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { homePeople, places } from '../places/tables.ts'
import { publicNoticeComments, publicNotices } from './tables.ts'

export type NoticeRow = typeof publicNotices.$inferSelect
type View = OutOf<(typeof publicnoticesApi)['GET /api/publicnotices/:id']>
const DAY_MS = 86_400_000
/** Today in Shanghai. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** A sheet may be put down here some weeks after it was put up. @throws publicNotice.day */
export const checkPostedOn = (cx: Pick<Cx, 'now'>, day: string): void => {
  if (day > dayOf(cx.now) || day < dayOf(new Date(cx.now.getTime() - 60 * DAY_MS))) throw refuse('publicNotice.day')
}
/** Whether somebody owns or lives in something at or below a place. */
export const livesAt = async (cx: Cx<Actor | null>, personId: string, place: PlaceRow): Promise<boolean> => {
  const column = columnOf[place.kind]
  const [found] = await cx.db
    .select({ id: places.id })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(
      and(
        eq(homePeople.personId, personId),
        eq(homePeople.state, 'confirmed'),
        column === null ? eq(places.id, place.id) : eq(places[column], place.id),
      ),
    )
    .limit(1)
  return found !== undefined
}
const isStaff = (actor: Actor, row: NoticeRow) =>
  mayAt(actor, 'publicNotice.post', row) || mayAt(actor, 'decision.see', row)
export const isOpen = (row: Pick<NoticeRow, 'withdrawnAt' | 'endsOn'>, now: Date): boolean =>
  row.withdrawnAt === null && dayOf(now) <= row.endsOn
/** @throws publicNotice.not-found for whom it does not concern */
export const findNotice = async (cx: Cx, id: string): Promise<NoticeRow> => {
  const [row] = await cx.db
    .select()
    .from(publicNotices)
    .where(and(eq(publicNotices.id, id), eq(publicNotices.districtId, cx.districtId)))
  if (row === undefined) throw refuse('publicNotice.not-found')
  if (isStaff(cx.actor, row)) return row
  const place = await placeById(cx.db, row.placeId)
  if (place === null || !(await livesAt(cx, cx.actor.personId, place))) throw refuse('publicNotice.not-found')
  return row
}
const asStaff = async (cx: Cx, id: string): Promise<NoticeRow> => {
  const row = await findNotice(cx, id)
  if (!mayAt(cx.actor, 'publicNotice.post', row)) throw refuse('access.out-of-scope')
  return row
}
export const noticeRowView = (row: NoticeRow, comments: number, now: Date) => ({
  id: row.id,
  number: String(row.number),
  title: row.title,
  place: { id: row.placeId, name: row.placeName },
  postedOn: row.postedOn,
  endsOn: row.endsOn,
  isOpen: isOpen(row, now),
  comments,
})
export const showNotice = async (cx: Cx, id: string): Promise<View> => {
  const row = await findNotice(cx, id)
  const thread = await cx.db
    .select()
    .from(publicNoticeComments)
    .where(eq(publicNoticeComments.noticeId, id))
    .orderBy(asc(publicNoticeComments.at), asc(publicNoticeComments.id))
    .limit(500)
  const staff = mayAt(cx.actor, 'publicNotice.post', row)
  const people = staff
    ? await personsByIds(
        cx.db,
        thread.map((one) => one.personId),
      )
    : new Map<string, { name: string }>()
  const hangs = isOpen(row, cx.now)
  return {
    ...noticeRowView(row, thread.length, cx.now),
    words: row.words,
    days: row.days,
    postedBy: row.postedBy,
    photos: row.photos,
    thing: row.thingKind === null || row.thingId === null ? null : { kind: row.thingKind, id: row.thingId },
    withdrawnWords: row.withdrawnWords,
    thread: thread.map((one) => ({
      id: one.id,
      byName: people.get(one.personId)?.name ?? null,
      mine: one.personId === cx.actor.personId,
      words: one.words,
      at: one.at.toISOString(),
      answer: one.answer,
      answeredAt: one.answeredAt?.toISOString() ?? null,
    })),
    may: [
      ...(hangs ? (['comment'] as const) : []),
      ...(staff ? (['answer'] as const) : []),
      ...(staff && hangs && row.thingId === null ? (['withdraw'] as const) : []),
    ],
  }
}
export interface Posting {
  readonly title: string
  readonly words: string
  readonly postedOn: string
  readonly days: number
  readonly photos: readonly string[]
}
/** Writes it down; the caller decided who may. @throws publicNotice.day, publicNotice.proof, case.photo-not-yours */
export const postNoticeAt = async (
  cx: Cx,
  place: PlaceRow,
  posting: Posting,
  about: { readonly postedBy: string; readonly thing: { readonly kind: string; readonly id: string } | null },
): Promise<NoticeRow> => {
  checkPostedOn(cx, posting.postedOn)
  if (posting.photos.length === 0)
    throw refuse('publicNotice.proof', { fields: [{ path: 'photos', message: '请上传张贴照片' }] })
  const { endsOn } = publicityOf(posting.postedOn, posting.days, await loadCalendar(cx.db, cx.districtId))
  const id = uuidv7()
  await attachFiles(cx, posting.photos, { kind: 'publicNotice', id }, 'photo')
  const [row] = await cx.db
    .insert(publicNotices)
    .values({
      ...placedOf(place),
      id,
      placeId: place.id,
      placeName: place.path,
      title: posting.title,
      words: posting.words,
      postedOn: posting.postedOn,
      days: posting.days,
      endsOn,
      postedBy: about.postedBy,
      thingKind: about.thing?.kind ?? null,
      thingId: about.thing?.id ?? null,
      photos: [...posting.photos],
      createdBy: cx.actor.personId,
      createdAt: cx.now,
    })
    .returning()
  await cx.journal({
    action: 'publicNotice.post',
    sentence: `发布了公示：${posting.title}`,
    thing: { kind: 'publicNotice', id },
    after: { postedOn: posting.postedOn, days: posting.days, endsOn, placeId: place.id },
  })
  return row!
}
export const postNotice = async (cx: Cx, input: Posting & { readonly placeId: string }): Promise<View> => {
  const place = await placeById(cx.db, input.placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const held = heldAt(cx.actor, 'publicNotice.post', place)
  if (held === undefined) throw refuse('access.out-of-scope')
  const row = await postNoticeAt(cx, place, input, { postedBy: held.organisationName, thing: null })
  return showNotice(cx, row.id)
}
export const comment = async (cx: Cx, id: string, words: string): Promise<View> => {
  const row = await findNotice(cx, id)
  if (!isOpen(row, cx.now)) throw refuse('publicNotice.over')
  await cx.db
    .insert(publicNoticeComments)
    .values({ id: uuidv7(), noticeId: id, personId: cx.actor.personId, words, at: cx.now })
  await cx.journal({ action: 'publicNotice.comment', sentence: '对公示提了意见', thing: { kind: 'publicNotice', id } })
  return showNotice(cx, id)
}
export const answerComment = async (cx: Cx, id: string, commentId: string, words: string): Promise<{ done: true }> => {
  await asStaff(cx, id)
  const written = await cx.db
    .update(publicNoticeComments)
    .set({ answer: words, answeredAt: cx.now })
    .where(and(eq(publicNoticeComments.id, commentId), eq(publicNoticeComments.noticeId, id)))
  if (written.rowCount !== 1) throw refuse('publicNotice.not-found')
  await cx.journal({ action: 'publicNotice.answer', sentence: '答复了公示意见', thing: { kind: 'publicNotice', id } })
  return { done: true }
}
export const withdrawNotice = async (cx: Cx, id: string, reason: string): Promise<View> => {
  const row = await asStaff(cx, id)
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
  return showNotice(cx, id)
}
