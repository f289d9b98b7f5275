// What people decide about a hot spot: seen, no hot spot, or one case for the cause behind it (未诉先办).
import { eq, sql } from 'drizzle-orm'
import { mayAt, visibleAt, heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, intakeCase } from '../cases/index.ts'
import { placeById, placedColumns, placedOf } from '../places/index.ts'
import { findSpots } from './find-spots.ts'
import { lockSpot, viewSpots, type Spot } from './hot-spots.ts'
import { hotSpotCases, hotSpots } from './tables.ts'

/** Cases whose timelines name the root case. */
const LINKED = 200
const thing = (id: string) => ({ kind: 'hotSpot', id }) as const

const change = async (cx: Cx, row: Spot, changes: Partial<Spot>): Promise<Spot> => {
  const decided = { ...changes, decidedBy: cx.actor.personId, decidedAt: cx.now }
  await cx.db.update(hotSpots).set(decided).where(eq(hotSpots.id, row.id))
  return { ...row, ...decided }
}
export const markSeen = async (cx: Cx, id: string): Promise<{ done: true }> => {
  const row = await lockSpot(cx, id)
  if (row.state === 'new') {
    await change(cx, row, { state: 'seen' })
    await cx.journal({
      action: 'hotspot.seen',
      sentence: '查看了热点问题',
      thing: thing(id),
      before: { state: 'new' },
      after: { state: 'seen' },
    })
  }
  return { done: true }
}
/** @throws hotspot.decided where a root case was opened or it was dismissed before */
export const dismissSpot = async (cx: Cx, id: string, reason: string) => {
  const row = await lockSpot(cx, id)
  if (row.state === 'opened' || row.state === 'dismissed') throw refuse('hotspot.decided')
  const after = await change(cx, row, { state: 'dismissed', reason, dismissedAtCount: row.caseCount })
  await cx.journal({
    action: 'hotspot.dismiss',
    sentence: '认定不是热点问题',
    thing: thing(id),
    before: { state: row.state },
    after: { state: 'dismissed', reason },
  })
  return (await viewSpots(cx, [after]))[0]!
}
/** One case for the cause behind the group; its cases name it in their timelines, for staff. @throws hotspot.decided */
export const openRootCase = async (cx: Cx, id: string, words: string) => {
  const row = await lockSpot(cx, id)
  if (row.rootCaseId !== null) throw refuse('hotspot.decided')
  const place = await placeById(cx.db, row.placeId)
  if (place === null || !mayAt(cx.actor, 'case.file', placedOf(place))) throw refuse('access.out-of-scope')
  const organisationName = heldAt(cx.actor, 'case.file', placedOf(place))?.organisationName ?? null
  const root = await intakeCase(
    cx,
    { placeId: row.placeId, words, photos: [], hideName: false },
    { channel: 'proactive', reporterId: null, filedBy: cx.actor.personId, behalf: null, organisationName },
  )
  const members = await cx.db
    .select({ id: hotSpotCases.caseId })
    .from(hotSpotCases)
    .where(eq(hotSpotCases.hotSpotId, id))
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
  const after = await change(cx, row, { state: 'opened', rootCaseId: root.id, reason: null })
  await cx.journal({
    action: 'hotspot.open',
    sentence: '为热点问题立了根源诉求',
    thing: thing(id),
    before: { state: row.state },
    after: { state: 'opened', caseId: root.id, cases: members.length },
  })
  return (await viewSpots(cx, [after]))[0]!
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
