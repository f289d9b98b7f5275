// A public notice as its readers see it: with names and proof for staff, with its thread for the estate, bare for the public.
import { asc, eq } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { findNotice, isOpen, noticeById, type NoticeRow } from './policy.ts'
import { publicNoticeComments } from './tables.ts'

export type NoticeView = OutOf<(typeof publicnoticesApi)['GET /api/publicnotices/:id']>
export interface Counted {
  readonly comments: number
  readonly unanswered: number
}
export const noticeRowView = (row: NoticeRow, { comments, unanswered }: Counted, now: Date) => ({
  id: row.id,
  number: String(row.number),
  title: row.title,
  place: { id: row.placeId, name: row.placeName },
  audience: row.audience,
  postedOn: row.postedOn,
  endsOn: row.endsOn,
  isOpen: isOpen(row, now),
  comments,
  unanswered,
  hasOutcome: row.outcome !== null,
})
const threadOf = (cx: Cx<Actor | null>, id: string) =>
  cx.db
    .select()
    .from(publicNoticeComments)
    .where(eq(publicNoticeComments.noticeId, id))
    .orderBy(asc(publicNoticeComments.at), asc(publicNoticeComments.id))
    .limit(500)
const bareView = async (cx: Cx<Actor | null>, row: NoticeRow) => {
  const thread = await threadOf(cx, row.id)
  const unanswered = thread.filter((one) => one.answer === null).length
  const view: NoticeView = {
    ...noticeRowView(row, { comments: thread.length, unanswered }, cx.now),
    words: row.words,
    days: row.days,
    postedBy: row.postedBy,
    postedWhere: row.postedWhere,
    photos: [],
    thing: row.thingKind === null || row.thingId === null ? null : { kind: row.thingKind, id: row.thingId },
    withdrawnWords: row.withdrawnWords,
    outcome: row.outcome,
    outcomeAt: row.outcomeAt?.toISOString() ?? null,
    thread: [],
    may: [],
  }
  return { view, thread }
}
/** For everybody. @throws publicNotice.not-found where it is not for everybody */
export const showPublicNotice = async (cx: Cx<Actor | null>, id: string): Promise<NoticeView> => {
  const row = await noticeById(cx, id)
  if (row.audience !== 'public') throw refuse('publicNotice.not-found')
  return (await bareView(cx, row)).view
}
/** @throws publicNotice.not-found */
export const showNotice = async (cx: Cx, id: string): Promise<NoticeView> => {
  const row = await findNotice(cx, id)
  const { view, thread } = await bareView(cx, row)
  const staff = mayAt(cx.actor, 'publicNotice.post', row)
  const people = staff
    ? await personsByIds(
        cx.db,
        thread.map((one) => one.personId),
      )
    : new Map<string, { name: string }>()
  const hangs = isOpen(row, cx.now)
  return {
    ...view,
    photos: row.photos,
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
      ...(staff && !hangs && row.withdrawnAt === null ? (['outcome'] as const) : []),
      ...(staff && hangs && row.thingId === null ? (['withdraw'] as const) : []),
    ],
  }
}
