// Drafts of notices: written, printed and put up before they are posted. The notice takes over their id and number.
import { and, desc, eq, lt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { publicNoticeDrafts } from './tables.ts'

type Api = typeof publicnoticesApi
type DraftRow = typeof publicNoticeDrafts.$inferSelect
type DraftView = OutOf<Api['POST /api/publicnotices/drafts']>
type Body = ParsedBody<Api['POST /api/publicnotices/drafts']>
const viewOf = (row: DraftRow): DraftView => ({
  id: row.id,
  number: String(row.number),
  title: row.title,
  words: row.words,
  place: { id: row.placeId, name: row.placeName },
  days: row.days,
  audience: row.audience,
  changedAt: row.changedAt.toISOString(),
})
export const listDrafts = async (
  cx: Cx,
  { after: text, limit }: { readonly after?: string | undefined; readonly limit: number },
) => {
  const after = afterId(text)
  const rows = await cx.db
    .select()
    .from(publicNoticeDrafts)
    .where(
      and(
        eq(publicNoticeDrafts.districtId, cx.districtId),
        visibleAt(cx.actor, 'publicNotice.post', publicNoticeDrafts),
        after === null ? undefined : lt(publicNoticeDrafts.id, after),
      ),
    )
    .orderBy(desc(publicNoticeDrafts.id))
    .limit(limit + 1)
  const { rows: shown, next } = pageOf(rows, limit, (row) => [row.id])
  return { rows: shown.map(viewOf), total: null, next }
}
/** @throws place.not-found, access.out-of-scope */
const placeFor = async (cx: Cx, placeId: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'publicNotice.post', place)) throw refuse('access.out-of-scope')
  return place
}
/** @throws publicNotice.not-found, access.out-of-scope */
export const findDraft = async (cx: Cx, id: string, isLocked = false): Promise<DraftRow> => {
  const query = cx.db
    .select()
    .from(publicNoticeDrafts)
    .where(and(eq(publicNoticeDrafts.id, id), eq(publicNoticeDrafts.districtId, cx.districtId)))
  const [row] = isLocked ? await query.for('update') : await query
  if (row === undefined) throw refuse('publicNotice.not-found')
  if (!mayAt(cx.actor, 'publicNotice.post', row)) throw refuse('access.out-of-scope')
  return row
}
const columnsOf = (body: Body, place: PlaceRow) => ({
  ...placedOf(place),
  placeId: place.id,
  placeName: place.path,
  title: body.title,
  words: body.words,
  days: body.days,
  audience: body.audience,
})
export const keepDraft = async (cx: Cx, body: Body): Promise<DraftView> => {
  const place = await placeFor(cx, body.placeId)
  const [row] = await cx.db
    .insert(publicNoticeDrafts)
    .values({
      id: uuidv7(),
      ...columnsOf(body, place),
      createdBy: cx.actor.personId,
      createdAt: cx.now,
      changedAt: cx.now,
    })
    .returning()
  await cx.journal({
    action: 'publicNotice.draft',
    sentence: '起草了公示',
    thing: { kind: 'publicNotice', id: row!.id },
    after: { title: body.title, placeId: place.id, days: body.days, audience: body.audience },
  })
  return viewOf(row!)
}
export const changeDraft = async (cx: Cx, id: string, body: Body): Promise<DraftView> => {
  const before = await findDraft(cx, id, true)
  const place = await placeFor(cx, body.placeId)
  const [row] = await cx.db
    .update(publicNoticeDrafts)
    .set({ ...columnsOf(body, place), changedAt: cx.now })
    .where(eq(publicNoticeDrafts.id, id))
    .returning()
  await cx.journal({
    action: 'publicNotice.change',
    sentence: '修改了公示草稿',
    thing: { kind: 'publicNotice', id },
    before: { title: before.title, days: before.days, audience: before.audience },
    after: { title: body.title, placeId: place.id, days: body.days, audience: body.audience },
  })
  return viewOf(row!)
}
/** Takes it off the list: what was drafted is posted. */
export const takeDraft = async (cx: Cx, id: string): Promise<{ readonly id: string; readonly number: number }> => {
  const { number } = await findDraft(cx, id, true)
  await cx.db.delete(publicNoticeDrafts).where(eq(publicNoticeDrafts.id, id))
  return { id, number }
}
export const discardDraft = async (cx: Cx, id: string): Promise<{ done: true }> => {
  await takeDraft(cx, id)
  await cx.journal({
    action: 'publicNotice.discard',
    sentence: '删除了公示草稿',
    thing: { kind: 'publicNotice', id },
  })
  return { done: true }
}
