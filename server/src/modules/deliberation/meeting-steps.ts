// What happens to a meeting between its notice and its published minutes.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import {
  meetingLife,
  meetingStates,
  opensBeforeMinutes,
  type MeetingStep,
} from '../../../../contract/src/deliberation-life.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { localTime } from '../../platform/list-sheet.ts'
import { takeStep } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { tell } from '../notices/index.ts'
import { announceMinutes } from './announce-minutes.ts'
import { writePeople } from './call-meeting.ts'
import { findMeeting, lockToRun, peopleOf, showMeeting, type FoundMeeting, type MeetingView } from './meeting-view.ts'
import { minutesHash } from './minutes.ts'
import type { MeetingRow } from './policy.ts'
import { agenda, corrections, meetings, people, speeches, topics } from './tables.ts'
import { moveTopic } from './topics.ts'

type Api = typeof deliberationApi
type BodyOf<K extends keyof Api> = Api[K] extends { body: unknown } ? ParsedBody<Api[K]> : never
const thing = (id: string) => ({ kind: 'deliberationMeeting', id }) as const

/** The one writer of a meeting's state. */
const move = async (
  cx: Cx,
  { row, iRun }: FoundMeeting,
  name: MeetingStep,
  change: Partial<MeetingRow> = {},
): Promise<MeetingRow> => {
  const next = { ...row, ...change }
  const to = takeStep(
    meetingLife,
    row.state,
    name,
    { person: { reporter: false, handler: false, staff: () => iRun } },
    next,
  )
  const state = to as MeetingRow['state']
  await cx.db
    .update(meetings)
    .set({ ...change, state, stateAt: cx.now })
    .where(eq(meetings.id, row.id))
  await cx.journal({
    action: `deliberation.${name}`,
    sentence: `会议${row.title}：${meetingStates[state].zh}`,
    thing: thing(row.id),
    before: { state: row.state },
    after: { state, ...(change.hash ? { hash: change.hash } : {}) },
  })
  return { ...next, state }
}
const tellThem = async (
  cx: Cx,
  row: MeetingRow,
  personIds: readonly (string | null)[],
  event: 'deliberation.cancelled' | 'deliberation.circulated' | 'deliberation.published',
  reason = '',
): Promise<void> => {
  const known = personIds.filter((id): id is string => id !== null && id !== cx.actor.personId)
  if (known.length > 0)
    await tell(cx, {
      event,
      audience: 'person',
      personIds: known,
      thing: thing(row.id),
      fields: { title: row.title, reason },
    })
}
/** Topics go back to the list of selected ones. */
export const cancelMeeting = async (cx: Cx, id: string, reason: string): Promise<MeetingView> => {
  const found = await lockToRun(cx, id)
  const row = await move(cx, found, 'cancel', { reason })
  const waiting = await cx.db
    .select()
    .from(topics)
    .where(and(eq(topics.meetingId, id), eq(topics.state, 'onAgenda')))
    .for('update')
  for (const topic of waiting) await moveTopic(cx, topic, 'comeBack', { meetingId: null, words: reason })
  const asked = await peopleOf(cx, id)
  await tellThem(
    cx,
    row,
    asked.map((one) => one.personId),
    'deliberation.cancelled',
    reason,
  )
  return showMeeting(cx, id)
}
export const answerNotice = async (cx: Cx, id: string, answer: 'comes' | 'cannot'): Promise<MeetingView> => {
  const { row, me } = await findMeeting(cx, id, true)
  if (me === null || !me.invited) throw refuse('access.not-allowed')
  if (row.state !== 'called') throw refuse('lifecycle.wrong-state')
  await cx.db
    .update(people)
    .set({ answer, seenAt: me.seenAt ?? cx.now })
    .where(eq(people.id, me.id))
  await cx.journal({
    action: 'deliberation.answer',
    sentence: answer === 'comes' ? '看了通知，说会来' : '看了通知，说来不了',
    thing: thing(id),
    after: { answer },
  })
  return showMeeting(cx, id)
}
/** Neighbours at the door begin when they are together; others keep to the hour of the notice. @throws deliberation.too-early */
export const openMeeting = async (cx: Cx, id: string): Promise<MeetingView> => {
  const found = await lockToRun(cx, id)
  const { row } = found
  const earliest = new Date(row.startsAt.getTime() - opensBeforeMinutes * 60_000)
  if (row.state === 'called' && !row.scheme.atTheDoor && cx.now < earliest)
    throw refuse('deliberation.too-early', {
      fields: [{ path: 'startsAt', message: `最早 ${localTime(earliest.toISOString()).slice(0, 16)} 可以开` }],
    })
  await move(cx, found, 'open', { openedAt: cx.now })
  return showMeeting(cx, id)
}
const countPresent = async (cx: Cx, id: string): Promise<void> => {
  await cx.db
    .update(meetings)
    .set({
      present: sql`(select count(*) from deliberation_people p where p.meeting_id = ${id} and p.came_at is not null)`,
    })
    .where(eq(meetings.id, id))
}
/** Whoever sees the meeting and is in the room; who was not asked is a guest. @throws deliberation.code */
export const checkIn = async (cx: Cx, id: string, code: string): Promise<MeetingView> => {
  const { row, me } = await findMeeting(cx, id, true)
  if (row.state !== 'called' && row.state !== 'inSession') throw refuse('lifecycle.wrong-state')
  if (code !== row.checkInCode) throw refuse('deliberation.code')
  if (me === null) {
    const { personId, name } = cx.actor
    const guest = { personId, name, seat: '列席', seatKey: null, organisationId: null, organisation: '' }
    await writePeople(cx, id, [{ ...guest, votes: row.scheme.atTheDoor }], { sort: 1000, told: false, came: 'code' })
  } else if (me.cameAt === null)
    await cx.db.update(people).set({ cameAt: cx.now, cameBy: 'code' }).where(eq(people.id, me.id))
  await countPresent(cx, id)
  await cx.journal({ action: 'deliberation.checkIn', sentence: '扫码签到', thing: thing(id) })
  return showMeeting(cx, id)
}
/** The list as the recorder sees it: those named are here, others noted by list before are not. @throws deliberation.person */
export const noteAttendance = async (
  cx: Cx,
  id: string,
  input: BodyOf<'POST /api/deliberation/meetings/:id/attendance'>,
): Promise<MeetingView> => {
  const { row } = await lockToRun(cx, id)
  if (row.state !== 'inSession') throw refuse('lifecycle.wrong-state')
  const all = await peopleOf(cx, id)
  if (input.present.some((one) => !all.some((known) => known.id === one))) throw refuse('deliberation.person')
  await cx.db
    .update(people)
    .set({ cameAt: null, cameBy: null })
    .where(and(eq(people.meetingId, id), eq(people.cameBy, 'list'), sql`${people.personId} is not null`))
  if (input.present.length > 0)
    await cx.db
      .update(people)
      .set({ cameAt: cx.now, cameBy: 'list' })
      .where(and(eq(people.meetingId, id), inArray(people.id, input.present), sql`${people.cameAt} is null`))
  const guests = input.guests.map((name) => ({
    personId: '',
    name,
    seat: row.scheme.atTheDoor ? '邻居' : '列席',
    seatKey: null,
    organisationId: null,
    organisation: '',
    votes: row.scheme.atTheDoor,
  }))
  await writePeople(cx, id, guests, { sort: 1000 + all.length, told: false, came: 'list' })
  await countPresent(cx, id)
  await cx.journal({
    action: 'deliberation.attendance',
    sentence: '记录了到会的人',
    thing: thing(id),
    after: { present: input.present.length, guests: guests.length },
  })
  return showMeeting(cx, id)
}
/** @throws deliberation.agenda, deliberation.person */
export const noteSpeech = async (
  cx: Cx,
  id: string,
  input: BodyOf<'POST /api/deliberation/meetings/:id/speeches'>,
): Promise<MeetingView> => {
  const { row } = await lockToRun(cx, id)
  if (row.state !== 'inSession') throw refuse('lifecycle.wrong-state')
  const items = await cx.db.select({ id: agenda.id }).from(agenda).where(eq(agenda.meetingId, id))
  if (input.agendaId !== undefined && !items.some((one) => one.id === input.agendaId))
    throw refuse('deliberation.agenda')
  const all = await peopleOf(cx, id)
  if (input.speakerId !== undefined && !all.some((one) => one.id === input.speakerId))
    throw refuse('deliberation.person')
  await cx.db.insert(speeches).values({
    id: uuidv7(),
    meetingId: id,
    agendaId: input.agendaId ?? null,
    speakerId: input.speakerId ?? null,
    words: input.words,
    at: cx.now,
  })
  await cx.journal({ action: 'deliberation.speech', sentence: '记下了发言', thing: thing(id) })
  return showMeeting(cx, id)
}
/** Every item has an outcome by then. @throws deliberation.agenda-open */
export const closeMeeting = async (cx: Cx, id: string): Promise<MeetingView> => {
  const found = await lockToRun(cx, id)
  const items = await cx.db.select({ outcome: agenda.outcome }).from(agenda).where(eq(agenda.meetingId, id))
  if (found.row.state === 'inSession' && items.some((one) => one.outcome === null))
    throw refuse('deliberation.agenda-open')
  await move(cx, found, 'close', { closedAt: cx.now })
  return showMeeting(cx, id)
}
export const writeMinutes = async (
  cx: Cx,
  id: string,
  input: BodyOf<'POST /api/deliberation/meetings/:id/minutes'>,
): Promise<MeetingView> => {
  const { row } = await lockToRun(cx, id)
  if (row.state !== 'drafting') throw refuse('lifecycle.wrong-state')
  const photos = [...new Set(input.photos ?? row.photos)]
  const fresh = photos.filter((photo) => !row.photos.includes(photo))
  await attachFiles(cx, fresh, thing(id), 'photo')
  await cx.db.update(meetings).set({ summary: input.summary, photos }).where(eq(meetings.id, id))
  await cx.journal({ action: 'deliberation.write', sentence: '写了纪要草稿', thing: thing(id) })
  return showMeeting(cx, id)
}
export const circulate = async (cx: Cx, id: string): Promise<MeetingView> => {
  const found = await lockToRun(cx, id)
  const row = await move(cx, found, 'circulate', { hash: await minutesHash(cx, found.row) })
  const present = (await peopleOf(cx, id)).filter((one) => one.cameAt !== null)
  await tellThem(
    cx,
    row,
    present.map((one) => one.personId),
    'deliberation.circulated',
  )
  return showMeeting(cx, id)
}
export const redraft = async (cx: Cx, id: string): Promise<MeetingView> => {
  await move(cx, await lockToRun(cx, id), 'redraft')
  return showMeeting(cx, id)
}
/** @throws deliberation.not-present, deliberation.other-text */
export const acknowledge = async (cx: Cx, id: string, hash: string): Promise<MeetingView> => {
  const { row, me } = await findMeeting(cx, id, true)
  if (me === null || me.cameAt === null) throw refuse('deliberation.not-present')
  if (row.state !== 'circulated') throw refuse('lifecycle.wrong-state')
  if (hash !== row.hash) throw refuse('deliberation.other-text')
  await cx.db.update(people).set({ signedAt: cx.now, signedHash: hash }).where(eq(people.id, me.id))
  await cx.journal({ action: 'deliberation.acknowledge', sentence: '签了会议纪要', thing: thing(id), after: { hash } })
  return showMeeting(cx, id)
}
/** @throws deliberation.corrections-open */
export const signMinutes = async (cx: Cx, id: string): Promise<MeetingView> => {
  const found = await lockToRun(cx, id)
  const open = await cx.db
    .select({ id: corrections.id })
    .from(corrections)
    .where(and(eq(corrections.meetingId, id), sql`${corrections.accepted} is null`))
    .limit(1)
  if (found.row.state === 'circulated' && open.length > 0) throw refuse('deliberation.corrections-open')
  await move(cx, found, 'sign')
  return showMeeting(cx, id)
}
export const publishMinutes = async (cx: Cx, id: string): Promise<MeetingView> => {
  const found = await lockToRun(cx, id)
  const row = await move(cx, found, 'publish', { publishedAt: cx.now, hash: await minutesHash(cx, found.row) })
  const present = (await peopleOf(cx, id)).map((one) => one.personId)
  await tellThem(cx, row, present, 'deliberation.published')
  await announceMinutes(cx, row)
  return showMeeting(cx, id)
}
