// Meetings as their readers see them: lists, and one meeting with agenda, people, minutes and decisions.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import { meetingLife } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { placesByIds } from '../places/index.ts'
import { heldOf } from './held.ts'
import { minutesHash } from './minutes.ts'
import { isOfMeeting, livingIn, runs, visibleMeetings, type MeetingRow, type PersonRow } from './policy.ts'
import { viewResolutions } from './resolutions.ts'
import { agenda, corrections, meetings, people, resolutions, speeches } from './tables.ts'

type Api = typeof deliberationApi
export type MeetingView = OutOf<Api['GET /api/deliberation/meetings/:id']>
type Brief = OutOf<Api['GET /api/deliberation/meetings']>['rows'][number]
type May = MeetingView['may'][number]

const columns = (cx: Cx) => ({
  row: meetings,
  agenda: sql<number>`(select count(*)::int from deliberation_agenda a where a.meeting_id = ${sql`${meetings.id}`})`,
  resolutions: sql<number>`(select count(*)::int from resolutions r where r.meeting_id = ${sql`${meetings.id}`})`,
  mine: sql<boolean>`${isOfMeeting(cx)}`,
})
type Found = { row: MeetingRow; agenda: number; resolutions: number; mine: boolean }
const briefOf = (found: Found, place: string): Brief => ({
  id: found.row.id,
  number: String(found.row.number),
  title: found.row.title,
  scheme: found.row.schemeCode,
  schemeName: found.row.scheme.name,
  stage: found.row.stage === null ? null : (found.row.scheme.stages[found.row.stage] ?? null),
  place: { id: found.row.placeId, name: place },
  startsAt: found.row.startsAt.toISOString(),
  where: found.row.heldAt,
  state: found.row.state,
  present: found.row.present,
  agenda: found.agenda,
  resolutions: found.resolutions,
  mine: found.mine,
})
export const listMeetings = async (cx: Cx, query: ParsedQuery<Api['GET /api/deliberation/meetings']>) => {
  const cursor = readCursor(query.after, 2)
  const found = await cx.db
    .select(columns(cx))
    .from(meetings)
    .where(
      and(
        eq(meetings.districtId, cx.districtId),
        visibleMeetings(cx, await livingIn(cx)),
        query.state === undefined ? undefined : eq(meetings.state, query.state),
        query.upcoming === true ? inArray(meetings.state, ['called', 'inSession']) : undefined,
        query.upcoming === false ? sql`${meetings.state} not in ('called', 'inSession')` : undefined,
        query.mine === true ? isOfMeeting(cx) : undefined,
        query.placeId === undefined ? undefined : eq(meetings.placeId, query.placeId),
        query.scheme === undefined ? undefined : eq(meetings.schemeCode, query.scheme),
        cursor === null
          ? undefined
          : sql`(${meetings.startsAt}, ${meetings.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, ({ row }) => [row.startsAt.toISOString(), row.id])
  const known = await placesByIds(
    cx.db,
    rows.map(({ row }) => row.placeId),
  )
  return { rows: rows.map((one) => briefOf(one, known.get(one.row.placeId)?.path ?? '')), total: null, next }
}
export interface FoundMeeting {
  readonly row: MeetingRow
  readonly me: PersonRow | null
  readonly iRun: boolean
}
/** @throws deliberation.meeting-not-found */
export const findMeeting = async (cx: Cx, id: string, isLocked = false): Promise<FoundMeeting> => {
  const query = cx.db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, id), eq(meetings.districtId, cx.districtId), visibleMeetings(cx, await livingIn(cx))))
  const [row] = await (isLocked ? query.for('update') : query)
  if (row === undefined) throw refuse('deliberation.meeting-not-found')
  const [me] = await cx.db
    .select()
    .from(people)
    .where(and(eq(people.meetingId, id), eq(people.personId, cx.actor.personId)))
  return { row, me: me ?? null, iRun: runs(cx.actor, row) }
}
/** @throws deliberation.meeting-not-found, access.out-of-scope */
export const lockToRun = async (cx: Cx, id: string): Promise<FoundMeeting> => {
  const found = await findMeeting(cx, id, true)
  if (!found.iRun) throw refuse('access.out-of-scope')
  return found
}
/** Present of those with a vote; guests of a doorstep meeting are counted by heads. */
export const quorumOf = (row: MeetingRow, all: readonly PersonRow[]) => {
  const votes = all.filter((one) => one.votes && one.invited).length
  const present = all.filter((one) => one.votes && one.cameAt !== null).length
  const needed = row.scheme.quorumPercent === 0 ? 0 : Math.floor((votes * row.scheme.quorumPercent) / 100) + 1
  return { votes, needed: Math.min(needed, votes), present, met: present >= Math.min(needed, votes) }
}
export const peopleOf = (cx: Cx, meetingId: string): Promise<PersonRow[]> =>
  cx.db.select().from(people).where(eq(people.meetingId, meetingId)).orderBy(asc(people.sort), asc(people.id))

const mayOf = ({ row, me, iRun }: FoundMeeting): May[] => {
  const may: May[] = mayTake(meetingLife, row.state, { reporter: false, handler: false, staff: () => iRun })
  const { state } = row
  if (me !== null && me.invited && state === 'called') may.push('answer')
  // Neighbours who were not asked may come too: they check in as guests.
  if ((me === null || me.cameAt === null) && (state === 'called' || state === 'inSession')) may.push('checkIn')
  if (iRun && state === 'inSession') may.push('attend', 'speak', 'decide')
  if (iRun && state === 'drafting') may.push('write')
  if (me !== null && me.cameAt !== null && state === 'circulated') {
    may.push('correct')
    if (me.signedHash !== row.hash) may.push('acknowledge')
  }
  if (state === 'published' || (iRun && (state === 'signed' || state === 'circulated'))) may.push('print')
  return may
}
/** What was said and what is asked to be put right, by name: for those inside only. */
const saidIn = async (
  cx: Cx,
  meetingId: string,
  isInside: boolean,
  all: readonly PersonRow[],
): Promise<Pick<MeetingView, 'speeches' | 'corrections'>> => {
  if (!isInside) return { speeches: [], corrections: [] }
  const said = await cx.db
    .select()
    .from(speeches)
    .where(eq(speeches.meetingId, meetingId))
    .orderBy(asc(speeches.at))
    .limit(500)
  const asked = await cx.db
    .select()
    .from(corrections)
    .where(eq(corrections.meetingId, meetingId))
    .orderBy(asc(corrections.at))
  const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name ?? ''
  return {
    speeches: said.map(({ id, agendaId, speakerId, words, at }) => ({
      id,
      agendaId,
      who: nameOf(speakerId),
      words,
      at: at.toISOString(),
    })),
    corrections: asked.map(({ id, byId, words, at, accepted, answer }) => ({
      id,
      by: nameOf(byId),
      words,
      at: at.toISOString(),
      accepted,
      answer,
    })),
  }
}
/** Those who run it or were asked read names; neighbours read numbers. */
export const showFound = async (cx: Cx, found: FoundMeeting): Promise<MeetingView> => {
  const { row, me, iRun } = found
  const [counted] = await cx.db.select(columns(cx)).from(meetings).where(eq(meetings.id, row.id))
  const place = (await placesByIds(cx.db, [row.placeId])).get(row.placeId)
  const all = await peopleOf(cx, row.id)
  const items = await cx.db.select().from(agenda).where(eq(agenda.meetingId, row.id)).orderBy(asc(agenda.sort))
  const isInside = iRun || me !== null
  const isOpen = isInside || row.state === 'published'
  const said = await saidIn(cx, row.id, isInside, all)
  const decided = isOpen
    ? await cx.db.select().from(resolutions).where(eq(resolutions.meetingId, row.id)).orderBy(asc(resolutions.id))
    : []
  return {
    ...briefOf(counted!, place?.path ?? ''),
    held: await heldOf(cx, row, all, isInside),
    schemeAbout: row.scheme.about,
    duties: row.scheme.seats.map((seat) => ({ seat: seat.say, duties: [...seat.duties] })),
    notice: row.notice,
    noticeHash: row.noticeHash,
    reason: row.reason,
    agendaItems: items.map(({ id, title, topicId, outcome, words }) => ({
      id,
      title,
      topicId,
      outcome: isOpen ? outcome : null,
      words: isOpen ? words : null,
    })),
    people: isInside ? await personViews(cx, all) : [],
    told: all.filter((one) => one.toldAt !== null).length,
    seen: all.filter((one) => one.seenAt !== null).length,
    quorum: quorumOf(row, all),
    checkInCode: iRun && (row.state === 'called' || row.state === 'inSession') ? row.checkInCode : null,
    ...said,
    summary: isOpen ? row.summary : null,
    photos: isOpen ? row.photos : [],
    decided: await viewResolutions(cx, decided),
    signatures: all.filter((one) => one.signedAt !== null && one.signedHash === row.hash).length,
    hash: row.hash,
    intact: row.state === 'published' ? (await minutesHash(cx, row)) === row.hash : null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    may: mayOf(found),
  }
}
const personViews = async (cx: Cx, all: readonly PersonRow[]): Promise<MeetingView['people']> => {
  const bodies = await organisationsByIds(
    cx.db,
    all.flatMap((one) => one.organisationId ?? []),
  )
  return all.map((one) => personView(one, bodies.get(one.organisationId ?? '')?.name ?? null))
}
const personView = (one: PersonRow, organisation: string | null): MeetingView['people'][number] => ({
  id: one.id,
  personId: one.personId,
  name: one.name,
  seat: one.seat,
  organisation,
  votes: one.votes,
  invited: one.invited,
  toldAt: one.toldAt?.toISOString() ?? null,
  seenAt: one.seenAt?.toISOString() ?? null,
  answer: one.answer,
  cameAt: one.cameAt?.toISOString() ?? null,
  cameBy: one.cameBy,
  signedAt: one.signedAt?.toISOString() ?? null,
})
export const showMeeting = async (cx: Cx, id: string): Promise<MeetingView> => showFound(cx, await findMeeting(cx, id))
