// Making a visit list from the homes of a building, giving doors to people, closing the list.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { holdersNear } from '../organisations/index.ts'
import { columnOf, placedOf } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { lockList, showKnocks, type KnockList, type KnockView } from './knock-lists.ts'
import { workPlace } from './place-of.ts'
import { knockLists, knockVisits } from './tables.ts'

const MOST_HOMES = 600
type New = ParsedBody<(typeof channelsApi)['POST /api/channels/knocks']>

const homesBelow = async (
  cx: Cx,
  place: Parameters<typeof placedOf>[0] & { id: string },
  column: keyof typeof places,
) =>
  cx.db
    .select({ id: places.id })
    .from(places)
    .where(and(eq(places[column as 'buildingId'], place.id), eq(places.kind, 'home'), places.active))
    .orderBy(places.pathOrder)
    .limit(MOST_HOMES + 1)

/** @throws place.not-found, access.out-of-scope, knock.no-homes, knock.too-many-homes */
export const makeKnocks = async (cx: Cx, input: New): Promise<KnockView> => {
  const place = await workPlace(cx, input.placeId, 'channel.work')
  const column = columnOf[place.kind]
  const homes = column === null ? [] : await homesBelow(cx, place, column)
  if (homes.length === 0) throw refuse('knock.no-homes')
  if (homes.length > MOST_HOMES) throw refuse('knock.too-many-homes')
  const id = uuidv7()
  await cx.db.insert(knockLists).values({
    id,
    ...placedOf(place),
    placeId: place.id,
    name: input.name,
    untilOn: input.until ?? null,
    createdBy: cx.actor.personId,
    createdAt: cx.now,
  })
  await cx.db
    .insert(knockVisits)
    .values(homes.map((home, seq) => ({ id: uuidv7(), districtId: cx.districtId, listId: id, homeId: home.id, seq })))
  await cx.journal({
    action: 'knock.make',
    sentence: `编制了走访表${input.name}，共${homes.length}户`,
    thing: { kind: 'knockList', id },
    after: { place: place.path, homes: homes.length, until: input.until ?? null },
  })
  return showKnocks(cx, id)
}
const peopleIds = (cx: Cx, list: KnockList) => holdersNear(cx.db, cx.districtId, 'case.file', list)

/** Who files cases near the building: grid workers, stewards, building and unit leads. @throws knock.not-found */
export const listKnockers = async (cx: Cx, id: string): Promise<{ id: string; name: string }[]> => {
  const list = (await showKnocks(cx, id)).may.includes('assign') ? await openList(cx, id) : null
  if (list === null) return []
  const people = await personsByIds(cx.db, await peopleIds(cx, list))
  return [...people]
    .map(([personId, person]) => ({ id: personId, name: person.name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}
const openList = async (cx: Cx, id: string): Promise<KnockList | null> =>
  (await cx.db.select().from(knockLists).where(eq(knockLists.id, id)))[0] ?? null

/** @throws knock.not-found, knock.closed, knock.visit-not-found, knock.not-there */
export const assignDoors = async (
  cx: Cx,
  id: string,
  input: ParsedBody<(typeof channelsApi)['POST /api/channels/knocks/:id/assignments']>,
): Promise<KnockView> => {
  const list = await lockList(cx, id)
  if (list.closedAt !== null) throw refuse('knock.closed')
  if (input.personId !== null && !(await peopleIds(cx, list)).includes(input.personId)) throw refuse('knock.not-there')
  const wanted = [...new Set(input.visitIds)]
  const changed = await cx.db
    .update(knockVisits)
    .set({ assignedTo: input.personId })
    .where(and(eq(knockVisits.listId, id), inArray(knockVisits.id, wanted)))
  if (changed.rowCount !== wanted.length) throw refuse('knock.visit-not-found')
  await cx.journal({
    action: 'knock.assign',
    sentence: `分派了${wanted.length}户走访`,
    thing: { kind: 'knockList', id },
    after: { doors: wanted.length, personId: input.personId },
  })
  return showKnocks(cx, id)
}
/** @throws knock.not-found, knock.closed */
export const closeKnocks = async (cx: Cx, id: string): Promise<KnockView> => {
  const list = await lockList(cx, id)
  if (list.closedAt !== null) throw refuse('knock.closed')
  await cx.db.update(knockLists).set({ closedAt: cx.now }).where(eq(knockLists.id, id))
  const [left] = await cx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(knockVisits)
    .where(and(eq(knockVisits.listId, id), eq(knockVisits.state, 'notYet')))
  await cx.journal({
    action: 'knock.close',
    sentence: `结束了走访表${list.name}`,
    thing: { kind: 'knockList', id },
    after: { notVisited: left!.n },
  })
  return showKnocks(cx, id)
}
