// Posting: by hand with proof of where the sheet hangs, by another module with its own proof, or as news of a thing of ours.
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { tell } from '../notices/index.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { checkPostedOn, clockOf } from './clock.ts'
import { takeDraft } from './drafts.ts'
import { dayOf, peopleAt, type NoticeRow } from './policy.ts'
import { publicNotices, type NoticeAudience } from './tables.ts'
import { showNotice, type NoticeView } from './view.ts'

export interface Posting {
  readonly title: string
  readonly words: string
  readonly postedOn: string
  readonly days: number
  readonly photos: readonly string[]
  readonly audience?: NoticeAudience
  readonly postedWhere?: string
}
interface About {
  readonly postedBy: string
  /** What it announces; a link leads back to it. */
  readonly thing: { readonly kind: string; readonly id: string } | null
  /** Of the draft it was printed from. */
  readonly draft?: { readonly id: string; readonly number: number } | null
}
const write = async (cx: Cx, place: PlaceRow, posting: Posting, about: About): Promise<NoticeRow> => {
  const { endsOn } = await clockOf(cx, posting.postedOn, posting.days)
  const id = about.draft?.id ?? uuidv7()
  await attachFiles(cx, posting.photos, { kind: 'publicNotice', id }, 'photo')
  const [row] = await cx.db
    .insert(publicNotices)
    .values({
      ...placedOf(place),
      id,
      ...(about.draft ? { number: about.draft.number } : {}),
      placeId: place.id,
      placeName: place.path,
      title: posting.title.slice(0, 80),
      words: posting.words,
      audience: posting.audience ?? 'homes',
      postedOn: posting.postedOn,
      postedWhere: posting.postedWhere ?? null,
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
/** Writes it down; the caller decided who may. @throws publicNotice.day, publicNotice.proof, case.photo-not-yours */
export const postNoticeAt = async (cx: Cx, place: PlaceRow, posting: Posting, about: About): Promise<NoticeRow> => {
  checkPostedOn(cx, posting.postedOn)
  if (posting.photos.length === 0)
    throw refuse('publicNotice.proof', { fields: [{ path: 'photos', message: '请上传张贴照片' }] })
  return write(cx, place, posting, about)
}
/**
 * News of a thing that is itself public to whoever has a home there: minutes, money spent, final accounts. It hangs here
 * alone, from today, with a link back; no sheet, so no photo.
 */
export const announce = async (
  cx: Cx,
  placeId: string,
  news: { readonly title: string; readonly words: string; readonly days: number },
  about: { readonly postedBy: string; readonly thing: { readonly kind: string; readonly id: string } },
): Promise<void> => {
  const place = await placeById(cx.db, placeId)
  if (place === null) throw refuse('place.not-found')
  await write(cx, place, { ...news, postedOn: dayOf(cx.now), photos: [] }, about)
}
type Body = ParsedBody<(typeof publicnoticesApi)['POST /api/publicnotices']>
/** @throws place.not-found, access.out-of-scope, publicNotice.day, publicNotice.proof, publicNotice.not-found */
export const postNotice = async (cx: Cx, { placeId, draftId, ...posting }: Body): Promise<NoticeView> => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const held = heldAt(cx.actor, 'publicNotice.post', place)
  if (held === undefined) throw refuse('access.out-of-scope')
  const draft = draftId === null ? null : await takeDraft(cx, draftId)
  const row = await postNoticeAt(cx, place, posting, { postedBy: held.organisationName, thing: null, draft })
  for await (const people of peopleAt(cx, place))
    await tell(cx, {
      event: 'publicNotice.posted',
      audience: 'person',
      personIds: people.filter((one) => one !== cx.actor.personId),
      thing: { kind: 'publicNotice', id: row.id },
      fields: { title: row.title, place: row.placeName, until: row.endsOn },
    })
  return showNotice(cx, row.id)
}
