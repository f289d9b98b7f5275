// Hints of like cases: to a person who is typing, in public words, in two steps; to staff, as rows of the queue.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { alikeCase, likenessApi } from '../../../../contract/src/likeness.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { publicWords, shortPublicWords } from '../../../../rules/src/public-words.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { boardFaces, shownCases, type BoardCase } from '../board/index.ts'
import { isHandler, maySee, readCase, seesByPlace, shapeRows, type CaseRow } from '../cases/index.ts'
import { caseEvents, caseFollowers, cases } from '../cases/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { alikeAround, type Around } from './candidates.ts'
import { hotSpotCases, hotSpots } from './tables.ts'

type AlikeCase = z.input<typeof alikeCase>
type InFull = OutOf<(typeof likenessApi)['GET /api/likeness/cases/:id']>
/** Below this, texts share no more than the usual words (docs/benchmarks-likeness.md). */
const LEAST = 0.2
const SHOWN = 5
/** Fewer letters say too little. */
const FEWEST_LETTERS = 4

/** SQL: no family matter whose words were not released, and not in confidential mediation. */
const mayBeHinted: SQL = sql`("cases".kind <> 'household' or "cases".openness = 'summary')
  and not exists (select 1 from case_holds h where h.case_id = "cases".id and h.kind = 'mediation' and h.released_at is null)`
const publicNow = async (cx: Cx): Promise<SQL> => and(await shownCases(cx), mayBeHinted)!

/** The place with its ancestors and the nearest point known of it, in one query. */
const aroundPlace = async (cx: Cx, placeId: string): Promise<Around> => {
  const found = await cx.db.execute<Around & Record<string, unknown>>(sql`
    select p.district_id as "districtId", p.community_id as "communityId", p.estate_id as "estateId", p.building_id as "buildingId",
      coalesce(p.lon, b.lon, e.lon) as lon, coalesce(p.lat, b.lat, e.lat) as lat
    from places p left join places b on b.id = p.building_id left join places e on e.id = p.estate_id
    where p.id = ${placeId} and p.district_id = ${cx.districtId} and p.active`)
  const place = found.rows[0]
  if (place === undefined) throw refuse('place.not-found')
  return place
}
/** The words of a report as everybody may read them; none where the reporter hid their name: the story may tell who they are. */
const saidOf = async (
  cx: Cx,
  rows: readonly CaseRow[],
): Promise<(row: CaseRow, face: BoardCase, short: boolean) => string | null> => {
  const people = await personsByIds(
    cx.db,
    rows.flatMap((row) => row.reporterId ?? []),
  )
  return (row, face, short) => {
    if (face.summary !== null) return face.summary
    if (row.nameHidden && row.reporterId !== cx.actor.personId) return null
    const names = [people.get(row.reporterId ?? '')?.name, row.behalfName].filter((name) => typeof name === 'string')
    return short ? shortPublicWords(row.words, names) : publicWords(row.words, names)
  }
}
const followedOf = async (cx: Cx, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await cx.db
    .select({ id: caseFollowers.caseId })
    .from(caseFollowers)
    .where(and(eq(caseFollowers.personId, cx.actor.personId), inArray(caseFollowers.caseId, [...ids])))
  return new Set(rows.map((row) => row.id))
}
const rowsInOrder = async (cx: Cx, ids: readonly string[]): Promise<CaseRow[]> => {
  if (ids.length === 0) return []
  const found = await cx.db
    .select()
    .from(cases)
    .where(inArray(cases.id, [...ids]))
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)!)
}
/** First step: up to five open cases like the words, near the place. */
export const similarWhileTyping = async (
  cx: Cx,
  input: { words: string; placeId: string },
): Promise<{ rows: AlikeCase[] }> => {
  if ([...input.words].length < FEWEST_LETTERS) return { rows: [] }
  const [around, allowed] = await Promise.all([aroundPlace(cx, input.placeId), publicNow(cx)])
  const alike = await alikeAround(cx.db, input.words, around, allowed, { most: SHOWN, least: LEAST })
  if (alike.length === 0) return { rows: [] }
  const ids = alike.map((one) => one.id)
  const rows = await rowsInOrder(cx, ids)
  const [faces, said, followed] = await Promise.all([boardFaces(cx, rows), saidOf(cx, rows), followedOf(cx, ids)])
  return {
    rows: rows.map((row, i) => ({
      ...faces[i]!,
      said: said(row, faces[i]!, true),
      likeness: alike[i]!.likeness,
      following: followed.has(row.id),
      mine: row.reporterId === cx.actor.personId,
      photoCount: maySee(cx.actor, row) ? row.photos.length : faces[i]!.photos.length,
    })),
  }
}
/** Second step: one of them in full. @throws case.not-found where it is not public */
export const showAlike = async (cx: Cx, id: string): Promise<InFull> => {
  const [row] = await cx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), await publicNow(cx)))
  if (row === undefined) throw refuse('case.not-found')
  const [[face], said, followed, events] = await Promise.all([
    boardFaces(cx, [row]),
    saidOf(cx, [row]),
    followedOf(cx, [id]),
    cx.db
      .select({ at: caseEvents.at, step: caseEvents.step, organisation: caseEvents.organisationName })
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, id), eq(caseEvents.audience, 'public')))
      .orderBy(sql`${caseEvents.at} desc`, sql`${caseEvents.id} desc`)
      .limit(10),
  ])
  const sees = maySee(cx.actor, row)
  const paths = sees
    ? row.photos.map((photo) => [photo, `/api/files/${photo}`] as const)
    : face!.photos.map((photo) => [photo, `/api/public/photos/${photo}`] as const)
  return {
    ...face!,
    said: said(row, face!, false),
    following: followed.has(id),
    mine: row.reporterId === cx.actor.personId,
    photoCount: paths.length,
    photos: paths.map(([photo, path]) => ({ id: photo, path, thumbnail: `${path}/thumbnail` })),
    steps: events.filter((event) => event.step !== 'note').map((event) => ({ ...event, at: event.at.toISOString() })),
  }
}
export interface SimilarCase {
  readonly row: CaseRow
  readonly likeness: number
}
/** Open cases like this one that the actor may see: for the panel of possible duplicates and for merging. */
export const similarTo = async (cx: Cx, row: CaseRow, most = 6): Promise<SimilarCase[]> => {
  const alike = await alikeAround(cx.db, row.words, row, sql`true`, { most: most * 3, least: LEAST, without: row.id })
  const rows = await rowsInOrder(
    cx,
    alike.map((one) => one.id),
  )
  return rows
    .map((found, i) => ({ row: found, likeness: alike[i]!.likeness }))
    .filter((one) => seesByPlace(cx.actor, one.row) || isHandler(cx.actor, one.row))
    .slice(0, most)
}
/** The staff's panel: possible duplicates, and the hot spots the case belongs to. Nothing for those who do not work on it. */
export const similarForStaff = async (cx: Cx, id: string) => {
  const row = await readCase(cx, id)
  if (!seesByPlace(cx.actor, row) && !isHandler(cx.actor, row)) return { rows: [], hotSpots: [] }
  const similar = await similarTo(cx, row)
  const shaped = await shapeRows(
    cx.db,
    cx,
    similar.map((one) => one.row),
  )
  const spots = mayAt(cx.actor, 'hotspot.see', row)
    ? await cx.db
        .select({ id: hotSpots.id, title: hotSpots.title, caseCount: hotSpots.caseCount })
        .from(hotSpotCases)
        .innerJoin(hotSpots, eq(hotSpots.id, hotSpotCases.hotSpotId))
        .where(and(eq(hotSpotCases.caseId, id), sql`${hotSpots.state} <> 'dismissed'`))
        .limit(3)
    : []
  return { rows: shaped.map((one, i) => ({ ...one, likeness: similar[i]!.likeness })), hotSpots: spots }
}
