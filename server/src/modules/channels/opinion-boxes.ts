// Opinion boxes: the list with its figures, registering one, taking it down.
import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { groupedCode, putUpCode, takeDownCode } from '../doorcodes/index.ts'
import { doorcodes } from '../doorcodes/tables.ts'
import { places } from '../places/tables.ts'

import { columnOf, placedOf } from '../places/index.ts'
import { placeHere, workPlace } from './place-of.ts'
import { opinionBoxes } from './tables.ts'

export type BoxView = OutOf<(typeof channelsApi)['POST /api/channels/boxes']>
export type BoxRow = typeof opinionBoxes.$inferSelect

const slipsOf = sql`box_slips s join box_emptyings e on e.id = s.emptying_id where e.box_id = opinion_boxes.id`
const columns = {
  box: opinionBoxes,
  place: { id: places.id, kind: places.kind, name: places.name, path: places.path },
  code: doorcodes.code,
  scans: doorcodes.scans,
  emptyings: sql<number>`(select count(*)::int from box_emptyings e where e.box_id = opinion_boxes.id)`,
  slips: sql<number>`(select coalesce(sum(e.slip_count), 0)::int from box_emptyings e where e.box_id = opinion_boxes.id)`,
  cases: sql<number>`(select count(s.case_id)::int from ${slipsOf})`,
  filed: sql<number>`(select count(s.filed_as)::int from ${slipsOf})`,
  lastOn: sql<string | null>`(select max(e.emptied_on)::text from box_emptyings e where e.box_id = opinion_boxes.id)`,
} as const
const boxesWhere = (cx: Cx, where: SQL | undefined, limit: number) =>
  cx.db
    .select(columns)
    .from(opinionBoxes)
    .innerJoin(places, eq(places.id, opinionBoxes.placeId))
    .innerJoin(doorcodes, eq(doorcodes.id, opinionBoxes.doorcodeId))
    .where(and(eq(opinionBoxes.districtId, cx.districtId), where))
    .orderBy(desc(opinionBoxes.id))
    .limit(limit)
type Found = Awaited<ReturnType<typeof boxesWhere>>[number]
const viewOf = ({ box, place, code, scans, emptyings, slips, cases, filed, lastOn }: Found): BoxView => ({
  id: box.id,
  name: box.name,
  place,
  code: groupedCode(code),
  createdAt: box.createdAt.toISOString(),
  removedAt: box.removedAt?.toISOString() ?? null,
  removedReason: box.removedReason,
  figures: { scans, emptyings, slips, cases, filed, lastEmptiedOn: lastOn },
})

export const listBoxes = async (
  cx: Cx,
  query: ParsedQuery<(typeof channelsApi)['GET /api/channels/boxes']>,
): Promise<OutOf<(typeof channelsApi)['GET /api/channels/boxes']>> => {
  const after = afterId(query.after)
  const below = query.placeId === undefined ? null : await placeHere(cx, query.placeId)
  const column = below === null ? null : columnOf[below.kind]
  const rows = await boxesWhere(
    cx,
    and(
      visibleAt(cx.actor, 'channel.work', opinionBoxes),
      after === null ? undefined : lt(opinionBoxes.id, after),
      below === null || column === null ? undefined : eq(opinionBoxes[column], below.id),
    ),
    query.limit + 1,
  )
  const page = pageOf(rows, query.limit, (row) => [row.box.id])
  return { rows: page.rows.map(viewOf), total: null, next: page.next }
}
/** A box the actor may work with. @throws box.not-found */
export const lockBox = async (cx: Cx, id: string): Promise<BoxRow> => {
  const [box] = await cx.db
    .select()
    .from(opinionBoxes)
    .where(and(eq(opinionBoxes.id, id), eq(opinionBoxes.districtId, cx.districtId)))
    .for('update')
  if (box === undefined || !mayAt(cx.actor, 'channel.work', box)) throw refuse('box.not-found')
  return box
}
/** The same for reading. @throws box.not-found */
export const boxHere = async (cx: Cx, id: string): Promise<BoxRow> => {
  const [box] = await cx.db
    .select()
    .from(opinionBoxes)
    .where(and(eq(opinionBoxes.id, id), eq(opinionBoxes.districtId, cx.districtId)))
  if (box === undefined || !mayAt(cx.actor, 'channel.work', box)) throw refuse('box.not-found')
  return box
}
const show = async (cx: Cx, id: string): Promise<BoxView> =>
  viewOf((await boxesWhere(cx, eq(opinionBoxes.id, id), 1))[0]!)

/** @throws place.not-found, access.out-of-scope, case.no-place */
export const registerBox = async (
  cx: Cx,
  input: ParsedBody<(typeof channelsApi)['POST /api/channels/boxes']>,
): Promise<BoxView> => {
  const place = await workPlace(cx, input.placeId, 'channel.work')
  const door = await putUpCode(cx, place.id, 'box', input.name)
  const id = uuidv7()
  await cx.db.insert(opinionBoxes).values({
    id,
    ...placedOf(place),
    placeId: place.id,
    name: input.name,
    doorcodeId: door.id,
    createdAt: cx.now,
    createdBy: cx.actor.personId,
  })
  await cx.journal({
    action: 'box.register',
    sentence: `登记了意见箱${input.name}`,
    thing: { kind: 'opinionBox', id },
    after: { name: input.name, place: place.path },
  })
  return show(cx, id)
}
/** Its slips and figures stay. @throws box.not-found, box.removed */
export const removeBox = async (cx: Cx, id: string, reason: string): Promise<BoxView> => {
  const box = await lockBox(cx, id)
  if (box.removedAt !== null) throw refuse('box.removed')
  await takeDownCode(cx, box.doorcodeId, reason)
  await cx.db.update(opinionBoxes).set({ removedAt: cx.now, removedReason: reason }).where(eq(opinionBoxes.id, id))
  await cx.journal({
    action: 'box.remove',
    sentence: `撤下了意见箱${box.name}`,
    thing: { kind: 'opinionBox', id },
    after: { reason },
  })
  return show(cx, id)
}
