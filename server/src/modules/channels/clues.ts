// Riders' clues: reporting one, my own, and the stations' figures (mission A4).
import { and, count, desc, eq, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import { clueKinds } from '../../../../contract/src/channels-kinds.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { intakeCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { organisationById } from '../organisations/index.ts'
import { organisations } from '../organisations/tables.ts'
import { places } from '../places/tables.ts'
import { briefOf, placeHere } from './place-of.ts'
import { clues, riderStations, thanks } from './tables.ts'

type Clue = OutOf<(typeof channelsApi)['POST /api/channels/clues']>
type New = ParsedBody<(typeof channelsApi)['POST /api/channels/clues']>
/** About five kilometres in degrees: a position farther from everything known is none of ours. */
const NEAR = 0.05

/** The estate nearest to a position, or the community where no estate has one. The position goes onto the case. */
const nearestPlace = async (cx: Cx, { lon, lat }: { lon: number; lat: number }): Promise<string> => {
  const distance = sql`(${places.lon} - ${lon}) * (${places.lon} - ${lon}) + (${places.lat} - ${lat}) * (${places.lat} - ${lat})`
  const [found] = await cx.db
    .select({ id: sql<string>`coalesce(${places.gridId}, ${places.communityId})` })
    .from(places)
    .where(
      and(
        eq(places.districtId, cx.districtId),
        places.active,
        sql`${places.kind} in ('estate', 'building', 'grid', 'community')`,
        sql`${places.lon} between ${lon - NEAR} and ${lon + NEAR}`,
        sql`${places.lat} between ${lat - NEAR} and ${lat + NEAR}`,
        sql`${places.communityId} is not null`,
      ),
    )
    .orderBy(distance)
    .limit(1)
  if (found === undefined) throw refuse('clue.no-place')
  return found.id
}
const viewOf = (row: {
  clue: typeof clues.$inferSelect
  case: Parameters<typeof briefOf>[0]
  words: string
  place: string
}): Clue => ({
  id: row.clue.id,
  kind: row.clue.kind,
  case: briefOf(row.case),
  words: row.words,
  place: row.place,
  createdAt: row.clue.createdAt.toISOString(),
  thanks: row.clue.solvedAt !== null ? 'solved' : row.clue.takenUpAt !== null ? 'takenUp' : 'none',
})
/** @throws identity.consent-needed, clue.no-place, place.not-found, case.no-place, case.photo-not-yours */
export const reportClue = async (cx: Cx, input: New): Promise<Clue> => {
  if (!cx.actor.consented) throw refuse('identity.consent-needed')
  const placeId =
    input.placeId !== undefined
      ? (await placeHere(cx, input.placeId)).id
      : input.position !== undefined
        ? await nearestPlace(cx, input.position)
        : null
  if (placeId === null) throw refuse('clue.no-place')
  const begin = clueKinds[input.kind].words
  const made = await intakeCase(
    cx,
    {
      placeId,
      words: input.words === undefined ? begin : `${begin}：${input.words}`,
      photos: input.photos,
      // Riders are thanked, and not named to anybody else.
      hideName: true,
      ...(input.position === undefined ? {} : { position: input.position }),
      ...(input.placeNote === undefined ? {} : { placeNote: input.placeNote }),
    },
    { channel: 'courier', reporterId: cx.actor.personId, filedBy: null, behalf: null, organisationName: null },
  )
  const station = await stationOf(cx)
  const clue: typeof clues.$inferSelect = {
    id: uuidv7(),
    districtId: cx.districtId,
    caseId: made.id,
    riderId: cx.actor.personId,
    stationId: station?.id ?? null,
    kind: input.kind,
    createdAt: cx.now,
    takenUpAt: null,
    solvedAt: null,
  }
  await cx.db.insert(clues).values(clue)
  await cx.journal({
    action: 'clue.report',
    sentence: `报告了线索：${clueKinds[input.kind].zh}`,
    thing: { kind: 'clue', id: clue.id },
    after: { kind: input.kind, caseId: made.id },
  })
  return viewOf({ clue, case: made, words: made.words, place: made.placePath })
}
const stationOf = async (cx: Cx): Promise<{ id: string; name: string } | null> => {
  const [row] = await cx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(riderStations)
    .innerJoin(organisations, eq(organisations.id, riderStations.stationId))
    .where(and(eq(riderStations.personId, cx.actor.personId), eq(riderStations.districtId, cx.districtId)))
  return row ?? null
}
export const listMyClues = async (
  cx: Cx,
  query: ParsedQuery<(typeof channelsApi)['GET /api/channels/clues']>,
): Promise<OutOf<(typeof channelsApi)['GET /api/channels/clues']>> => {
  const after = afterId(query.after)
  const mine = and(eq(clues.riderId, cx.actor.personId), eq(clues.districtId, cx.districtId))
  const rows = await cx.db
    .select({
      clue: clues,
      case: { id: cases.id, number: cases.number, state: cases.state },
      words: cases.words,
      place: cases.placePath,
    })
    .from(clues)
    .innerJoin(cases, eq(cases.id, clues.caseId))
    .where(and(mine, after === null ? undefined : lt(clues.id, after)))
    .orderBy(desc(clues.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.clue.id])
  const [figures] = await cx.db
    .select({ count: count(), solved: sql<number>`count(${clues.solvedAt})::int` })
    .from(clues)
    .where(mine)
  const [sum] = await cx.db
    .select({ weight: sql<number>`coalesce(sum(${thanks.weight}), 0)::int` })
    .from(thanks)
    .where(and(eq(thanks.personId, cx.actor.personId), eq(thanks.thingKind, 'clue')))
  return {
    rows: page.rows.map(viewOf),
    total: figures!.count,
    next: page.next,
    count: figures!.count,
    solved: figures!.solved,
    thanks: sum!.weight,
    station: await stationOf(cx),
  }
}
/** All stations with what their riders found: an honour for the station, never a ranking of people. */
export const listStations = async (cx: Cx): Promise<OutOf<(typeof channelsApi)['GET /api/channels/clues/stations']>> =>
  cx.db
    .select({
      id: organisations.id,
      name: organisations.name,
      clues: sql<number>`count(${clues.id})::int`,
      solved: sql<number>`count(${clues.solvedAt})::int`,
    })
    .from(organisations)
    .leftJoin(clues, eq(clues.stationId, organisations.id))
    .where(and(eq(organisations.districtId, cx.districtId), eq(organisations.kind, 'station'), organisations.active))
    .groupBy(organisations.id)
    .orderBy(desc(sql`count(${clues.id})`), organisations.name)
    .limit(100)

/** @throws station.not-found */
export const chooseStation = async (cx: Cx, stationId: string | null) => {
  if (stationId === null) await cx.db.delete(riderStations).where(eq(riderStations.personId, cx.actor.personId))
  else {
    const station = await organisationById(cx.db, stationId)
    if (station === null || station.districtId !== cx.districtId || station.kind !== 'station' || !station.active)
      throw refuse('station.not-found')
    await cx.db
      .insert(riderStations)
      .values({ personId: cx.actor.personId, districtId: cx.districtId, stationId, since: cx.now })
      .onConflictDoUpdate({ target: riderStations.personId, set: { stationId, since: cx.now } })
  }
  return { station: await stationOf(cx) }
}
