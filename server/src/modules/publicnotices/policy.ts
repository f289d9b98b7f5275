// Who reads a public notice: staff of its area, who has a home at its place, and everybody where it is for everybody.
import { and, eq, gt, sql, type SQL } from 'drizzle-orm'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { columnOf, placeById, type PlaceRow } from '../places/index.ts'
import { homePeople, places } from '../places/tables.ts'
import { publicNotices } from './tables.ts'

export type NoticeRow = typeof publicNotices.$inferSelect
/** Today in Shanghai. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
export const isOpen = (row: Pick<NoticeRow, 'withdrawnAt' | 'endsOn'>, now: Date): boolean =>
  row.withdrawnAt === null && dayOf(now) <= row.endsOn

const confirmedHomesAt = (place: PlaceRow) => {
  const column = columnOf[place.kind]
  return and(
    eq(homePeople.state, 'confirmed'),
    column === null ? eq(places.id, place.id) : eq(places[column], place.id),
  )
}
/** Whether somebody owns or lives in something at or below a place. */
export const livesAt = async (cx: Cx<Actor | null>, personId: string, place: PlaceRow): Promise<boolean> => {
  const [found] = await cx.db
    .select({ id: places.id })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(and(eq(homePeople.personId, personId), confirmedHomesAt(place)))
    .limit(1)
  return found !== undefined
}
/** So many are told in one go; a place with more is told in several. */
const TOLD_AT_ONCE = 5000
/** Everybody who owns or lives in something at or below a place, in portions. */
export const peopleAt = async function* (cx: Cx, place: PlaceRow): AsyncGenerator<string[]> {
  for (let after: string | null = null; ;) {
    const rows: { personId: string }[] = await cx.db
      .selectDistinct({ personId: homePeople.personId })
      .from(homePeople)
      .innerJoin(places, eq(places.id, homePeople.homeId))
      .where(
        and(
          eq(places.districtId, cx.districtId),
          confirmedHomesAt(place),
          after === null ? undefined : gt(homePeople.personId, after),
        ),
      )
      .orderBy(homePeople.personId)
      .limit(TOLD_AT_ONCE)
    if (rows.length > 0) yield rows.map((row) => row.personId)
    if (rows.length < TOLD_AT_ONCE) return
    after = rows.at(-1)!.personId
  }
}
/** SQL: the place is one of those a home of the person lies in. */
export const atMyHomes = (cx: Cx, placeId: SQL): SQL =>
  sql`${placeId} in (select unnest(array[p.id, p.unit_id, p.building_id, p.estate_id, p.community_id, p.street_id, p.district_id]) from home_people h join places p on p.id = h.home_id where h.person_id = ${cx.actor.personId} and h.state = 'confirmed')`
/** SQL: what a person finds in the list: of their area as staff, of their homes. */
export const listedFor = (cx: Cx): SQL =>
  sql`(${visibleAt(cx.actor, 'publicNotice.post', publicNotices)} or ${visibleAt(cx.actor, 'decision.see', publicNotices)} or ${atMyHomes(cx, sql`${publicNotices.placeId}`)})`

/** @throws publicNotice.not-found */
export const noticeById = async (cx: Cx<Actor | null>, id: string): Promise<NoticeRow> => {
  const [row] = await cx.db
    .select()
    .from(publicNotices)
    .where(and(eq(publicNotices.id, id), eq(publicNotices.districtId, cx.districtId)))
  if (row === undefined) throw refuse('publicNotice.not-found')
  return row
}
const isStaff = (actor: Actor, row: NoticeRow) =>
  mayAt(actor, 'publicNotice.post', row) || mayAt(actor, 'decision.see', row)
/** @throws publicNotice.not-found for whom it does not concern */
export const findNotice = async (cx: Cx, id: string): Promise<NoticeRow> => {
  const row = await noticeById(cx, id)
  if (row.audience === 'public' || isStaff(cx.actor, row)) return row
  const place = await placeById(cx.db, row.placeId)
  if (place === null || !(await livesAt(cx, cx.actor.personId, place))) throw refuse('publicNotice.not-found')
  return row
}
/** For those who post there. @throws publicNotice.not-found, access.out-of-scope */
export const findToPost = async (cx: Cx, id: string): Promise<NoticeRow> => {
  const row = await findNotice(cx, id)
  if (!mayAt(cx.actor, 'publicNotice.post', row)) throw refuse('access.out-of-scope')
  return row
}
