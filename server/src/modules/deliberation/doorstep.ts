// A doorstep meeting on one phone: place, who came, what was said, what was agreed. Its minutes are published at once.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { answeringAt } from '../organisations/index.ts'
import { placedOf, type PlaceRow } from '../places/index.ts'
import { announceMinutes } from './announce-minutes.ts'
import { writeMeeting, writePeople } from './call-meeting.ts'
import { writeResolution } from './decide.ts'
import { findMeeting, lockToRun, peopleOf, showMeeting, type MeetingView } from './meeting-view.ts'
import { minutesHash } from './minutes.ts'
import { placeToRun, runs, type MeetingRow, type TopicRow } from './policy.ts'
import { assertMatter, schemeOf } from './schemes.ts'
import { agenda, meetings, topics } from './tables.ts'
import { moveTopic, proposeTopic, writeTopicStep } from './topics.ts'

type Api = typeof deliberationApi
type AgendaRow = typeof agenda.$inferSelect
type Doorstep = ParsedBody<Api['POST /api/deliberation/doorstep']>
const DAY_MS = 86_400_000
/** A phone may have been without a signal for days. */
const LATEST_RECORD_DAYS = 30

const topicFor = async (cx: Cx, input: Doorstep, place: PlaceRow): Promise<string | null> => {
  if (input.topicId !== undefined) {
    const [row] = await cx.db
      .select()
      .from(topics)
      .where(and(eq(topics.id, input.topicId), eq(topics.districtId, cx.districtId)))
    if (row === undefined || !runs(cx.actor, row)) throw refuse('deliberation.topic-not-found')
    return openTopic(row)
  }
  if (input.caseId === undefined) return null
  const [known] = await cx.db.select().from(topics).where(eq(topics.caseId, input.caseId)).limit(1)
  if (known !== undefined && known.districtId === cx.districtId && openTopic(known) !== null) return known.id
  const { title, said: words, caseId } = input
  const made = await proposeTopic(cx, { placeId: place.id, title, words: words.slice(0, 1000), source: 'case', caseId })
  return made.id
}
const openTopic = (row: TopicRow): string | null =>
  row.state === 'proposed' || row.state === 'selected' || row.state === 'onAgenda' ? row.id : null
/** The meeting that was called, or one that begins with its record. */
const meetingFor = async (cx: Cx, input: Doorstep, place: PlaceRow, topicId: string | null): Promise<MeetingRow> => {
  const called = input.meetingId === undefined ? null : await lockToRun(cx, input.meetingId)
  if (called !== null) {
    const { state, scheme } = called.row
    if (!scheme.atTheDoor || (state !== 'called' && state !== 'inSession')) throw refuse('lifecycle.wrong-state')
    return called.row
  }
  const scheme = await schemeOf(cx, 'doorstep')
  if (!scheme.placeKinds.includes(place.kind)) throw refuse('deliberation.scheme-place')
  const id = await writeMeeting(cx, {
    scheme,
    place,
    title: input.title,
    startsAt: new Date(input.heldAt),
    where: input.where,
    stage: null,
    items: [{ title: input.title, topicId }],
    state: 'inSession',
  })
  return (await findMeeting(cx, id)).row
}
/** Items of the agenda without an outcome stay for later; their topics go back to the list. */
const putBack = async (
  cx: Cx,
  row: MeetingRow,
  items: readonly AgendaRow[],
  topicId: string | null,
  said: string,
): Promise<void> => {
  const words = said.slice(0, 500)
  for (const item of items) await cx.db.update(agenda).set({ outcome: 'later', words }).where(eq(agenda.id, item.id))
  const ids = [...items.map((item) => item.topicId), topicId].filter((id): id is string => id !== null)
  if (ids.length === 0) return
  for (const topic of await cx.db.select().from(topics).where(inArray(topics.id, ids)).for('update'))
    if (topic.state === 'onAgenda') await moveTopic(cx, topic, 'carryOn', { meetingId: null, words })
    else await writeTopicStep(cx, topic.id, 'carryOn', words, row.id)
}
/** What was agreed becomes a resolution; without hands raised it was by consensus. */
const resolveAgreed = async (
  cx: Cx,
  input: Doorstep,
  row: MeetingRow,
  of: { readonly topicId: string | null; readonly present: number; readonly nameIds: readonly string[] },
): Promise<void> => {
  const { topicId, present, nameIds } = of
  const items = await cx.db.select().from(agenda).where(eq(agenda.meetingId, row.id)).orderBy(asc(agenda.sort))
  const isVoted = input.votesFor + input.votesAgainst > 0
  // Talked over without an agreement: the topic goes back to the list with what was said.
  if (!isVoted && input.agreed.length === 0) {
    await putBack(cx, row, items, topicId, input.said)
    return
  }
  const talked = items.find((item) => topicId !== null && item.topicId === topicId) ?? items[0]
  await putBack(
    cx,
    row,
    items.filter((item) => item !== talked),
    null,
    '这次没有议到',
  )
  if (talked !== undefined) await cx.db.update(agenda).set({ outcome: 'resolved' }).where(eq(agenda.id, talked.id))
  await writeResolution(cx, row, {
    agendaId: talked?.id ?? null,
    topicId: topicId ?? talked?.topicId ?? null,
    title: input.title,
    words: input.agreed.map((one) => one.what).join('；') || input.said.slice(0, 1000),
    matter: input.matter ?? null,
    way: isVoted ? 'hands' : 'consensus',
    votes: isVoted
      ? { for: input.votesFor, against: input.votesAgainst, abstain: 0 }
      : { for: present, against: 0, abstain: 0 },
    result: !isVoted || input.votesFor > input.votesAgainst ? 'adopted' : 'rejected',
    budgetFen: null,
    expiresOn: null,
    items: input.agreed.map(({ who, ...item }) => ({
      ...item,
      ...(who === undefined ? {} : { personId: nameIds[who] }),
    })),
  })
}
/** @throws deliberation.when, deliberation.person, deliberation.votes, deliberation.day and those of its parts */
export const recordDoorstep = async (cx: Cx, input: Doorstep): Promise<MeetingView> => {
  const place = await placeToRun(cx, input.placeId)
  const heldAt = new Date(input.heldAt)
  const age = cx.now.getTime() - heldAt.getTime()
  if (age < -DAY_MS / 24 || age > LATEST_RECORD_DAYS * DAY_MS) throw refuse('deliberation.when')
  await assertMatter(cx, input.matter)
  if (input.agreed.some((one) => one.who !== undefined && one.who >= input.names.length))
    throw refuse('deliberation.person')
  const present = Math.max(input.present, input.names.length)
  if (input.votesFor + input.votesAgainst > present) throw refuse('deliberation.votes')
  const topicId = await topicFor(cx, input, place)
  const row = await meetingFor(cx, input, place, topicId)
  const all = await peopleOf(cx, row.id)
  const nameIds = await writePeople(
    cx,
    row.id,
    input.names.map((name) => ({
      personId: '',
      name,
      seat: '邻居',
      seatKey: null,
      organisationId: null,
      organisation: '',
      votes: true,
    })),
    { sort: 1000 + all.length, told: false, came: 'list' },
  )
  await attachFiles(cx, input.photos, { kind: 'deliberationMeeting', id: row.id }, 'photo')
  await resolveAgreed(cx, input, row, { topicId, present, nameIds })
  // Written down afterwards: it began when the recorder says; when they parted is not on record.
  const isOpened = input.meetingId !== undefined && row.state === 'inSession'
  const openedAt = isOpened ? row.openedAt : heldAt
  const facts = { present, summary: input.said, photos: [...input.photos], startsAt: heldAt, heldAt: input.where }
  const hash = await minutesHash(cx, { ...row, ...facts })
  await cx.db
    .update(meetings)
    .set({ ...facts, hash, openedAt, state: 'published', stateAt: cx.now, publishedAt: cx.now })
    .where(eq(meetings.id, row.id))
  await cx.journal({
    action: 'deliberation.doorstep',
    sentence: `记录了马扎会：${input.title}`,
    thing: { kind: 'deliberationMeeting', id: row.id },
    after: { placeId: place.id, present, agreed: input.agreed.length, hash },
  })
  await announceMinutes(cx, row)
  return showMeeting(cx, row.id)
}
/** Bodies with somebody who can take on work at a place. */
export const ownersAt = async (cx: Cx, placeId: string): Promise<OutOf<Api['GET /api/deliberation/owners']>> => {
  const place = await placeToRun(cx, placeId)
  const found = await answeringAt(cx.db, cx.districtId, 'case.handle', placedOf(place))
  return found.slice(0, 100).map(({ id, name }) => ({ id, name }))
}
