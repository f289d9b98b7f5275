// What people decide about a hot spot: seen, no hot spot, or one case for the cause behind it (未诉先办).
import { eq, inArray, sql } from 'drizzle-orm'
import { mayAt, visibleAt, heldAt } from '../../platform/access.ts'
import type { Cx, JournalEntry, JournalFacts } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, intakeCase } from '../cases/index.ts'
import { placeById, placedColumns, placedOf } from '../places/index.ts'
import { findSpots } from './find-spots.ts'
import { lockSpot, viewSpots } from './hot-spots.ts'
import type { Spot } from './kin.ts'
import { hotSpotCases, hotSpots } from './tables.ts'

/** Cases whose timelines name the root case. */
const LINKED = 200
const thing = (id: string) => ({ kind: 'hotSpot', id }) as const

type SpotEntry = Pick<JournalEntry, 'action' | 'sentence'> & { readonly after: JournalFacts }
/** Each part is changed and journalled as a spot of its own. */
const changeAll = async (
  cx: Cx,
  rows: readonly Spot[],
  entry: SpotEntry,
  changes: (row: Spot) => Partial<Spot>,
): Promise<void> => {
  for (const row of rows) {
    const decided = { ...changes(row), decidedBy: cx.actor.personId, decidedAt: cx.now }
    await cx.db.update(hotSpots).set(decided).where(eq(hotSpots.id, row.id))
    await cx.journal({ ...entry, thing: thing(row.id), before: { state: row.state } })
  }
}
const shown = async (cx: Cx, id: string) => {
  const [row] = await cx.db.select().from(hotSpots).where(eq(hotSpots.id, id))
  return (await viewSpots(cx, [row!]))[0]!
}
export const markSeen = async (cx: Cx, id: string): Promise<{ done: true }> => {
  const rows = (await lockSpot(cx, id)).filter((row) => row.state === 'new')
  const entry: SpotEntry = { after: { state: 'seen' }, action: 'hotspot.seen', sentence: '查看了热点问题' }
  await changeAll(cx, rows, entry, () => ({ state: 'seen' }))
  return { done: true }
}
/** @throws hotspot.decided where a root case was opened or it was dismissed before */
export const dismissSpot = async (cx: Cx, id: string, reason: string) => {
  const rows = await lockSpot(cx, id)
  if (rows[0].state === 'opened' || rows[0].state === 'dismissed') throw refuse('hotspot.decided')
  const entry: SpotEntry = {
    after: { state: 'dismissed', reason },
    action: 'hotspot.dismiss',
    sentence: '认定不是热点问题',
  }
  await changeAll(cx, rows, entry, (row) => ({ state: 'dismissed', reason, dismissedAtCount: row.caseCount }))
  return shown(cx, id)
}
/** One case for the cause behind the group; its cases name it in their timelines, for staff. @throws hotspot.decided */
export const openRootCase = async (cx: Cx, id: string, words: string) => {
  const [row, ...others] = await lockSpot(cx, id)
  if (row.rootCaseId !== null) throw refuse('hotspot.decided')
  const place = await placeById(cx.db, row.placeId)
  if (place === null || !mayAt(cx.actor, 'case.file', placedOf(place))) throw refuse('access.out-of-scope')
  const organisationName = heldAt(cx.actor, 'case.file', placedOf(place))?.organisationName ?? null
  const root = await intakeCase(
    cx,
    { placeId: row.placeId, words, photos: [], hideName: false },
    { channel: 'proactive', reporterId: null, filedBy: cx.actor.personId, behalf: null, organisationName },
  )
  const rows = [row, ...others.filter((one) => mayAt(cx.actor, 'case.file', one))]
  const members = await cx.db
    .selectDistinct({ id: hotSpotCases.caseId })
    .from(hotSpotCases)
    .where(
      inArray(
        hotSpotCases.hotSpotId,
        rows.map((one) => one.id),
      ),
    )
    .limit(LINKED)
  const entry = { audience: 'internal', organisationName } as const
  await addToTimeline(cx, root.id, {
    ...entry,
    step: 'likeness.root',
    words: `由热点问题立案，汇总 ${members.length} 件相似诉求`,
    data: { hotSpot: id, cases: String(members.length) },
  })
  for (const member of members)
    await addToTimeline(cx, member.id, {
      ...entry,
      step: 'likeness.linked',
      words: null,
      data: { number: String(root.number), case: root.id },
    })
  const after = { state: 'opened', caseId: root.id, cases: members.length }
  const journal: SpotEntry = { action: 'hotspot.open', sentence: '为热点问题立了根源诉求', after }
  await changeAll(cx, rows, journal, () => ({ state: 'opened', rootCaseId: root.id, reason: null }))
  return shown(cx, id)
}
/** Looks anew in every community of the actor's area, or in that of one place. */
export const searchSpots = async (cx: Cx, placeId: string | undefined): Promise<{ communities: number }> => {
  const place = placeId === undefined ? null : await placeById(cx.db, placeId)
  if (placeId !== undefined && (place === null || place.districtId !== cx.districtId)) throw refuse('place.not-found')
  if (place !== null && (place.communityId === null || !mayAt(cx.actor, 'hotspot.see', placedOf(place))))
    throw refuse('access.out-of-scope')
  const where = place === null ? visibleAt(cx.actor, 'hotspot.see', placedColumns) : sql`id = ${place.communityId}`
  const communities = await findSpots(cx, where)
  await cx.journal({
    action: 'hotspot.search',
    sentence: '查找了热点问题',
    thing: { kind: 'place', id: place?.communityId ?? cx.districtId },
    after: { communities },
  })
  return { communities }
}
