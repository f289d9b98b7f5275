// Calls a meeting: who sits in it is asked, the agenda is frozen with the notice, and who was told when is on record.
import { and, eq, inArray } from 'drizzle-orm'
import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { Scheme } from '../../../../contract/src/deliberation-schemes.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { localTime } from '../../platform/list-sheet.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { placedOf, type PlaceRow } from '../places/index.ts'
import { askedOf, membersAt, neighboursAt, type Member } from './members.ts'
import { noticeHashOf, sealName } from './minutes.ts'
import { placeToRun, runs, type TopicRow } from './policy.ts'
import { schemeOf } from './schemes.ts'
import { agenda, meetings, people, topics } from './tables.ts'
import { moveTopic } from './topics.ts'

type Call = ParsedBody<(typeof deliberationApi)['POST /api/deliberation/meetings']>
const DAY_MS = 86_400_000
const YEAR_MS = 366 * DAY_MS
/** Six digits, read out or shown in the room. */
export const newCheckInCode = (): string => String(randomInt(100_000, 1_000_000))

const assertTime = (cx: Cx, scheme: Scheme, startsAt: Date): void => {
  if (startsAt.getTime() > cx.now.getTime() + YEAR_MS || startsAt.getTime() < cx.now.getTime() - DAY_MS)
    throw refuse('deliberation.when')
  const earliest = shanghaiDay(new Date(cx.now.getTime() + scheme.noticeDays * DAY_MS))
  if (scheme.noticeDays > 0 && shanghaiDay(startsAt) < earliest)
    throw refuse('deliberation.too-soon', {
      fields: [{ path: 'startsAt', message: `这种会要提前 ${scheme.noticeDays} 天通知，最早 ${earliest}` }],
    })
}
const lockTopics = async (
  cx: Cx,
  ids: readonly string[],
  scheme: Scheme,
  stage: number | null,
): Promise<TopicRow[]> => {
  if (ids.length === 0) return []
  const found = await cx.db
    .select()
    .from(topics)
    .where(and(inArray(topics.id, [...new Set(ids)]), eq(topics.districtId, cx.districtId)))
    .for('update')
  return [...new Set(ids)].map((id) => {
    const row = found.find((one) => one.id === id)
    if (row === undefined || !runs(cx.actor, row)) throw refuse('deliberation.topic-not-found')
    if (row.source === 'petition' && row.state === 'proposed' && row.names < scheme.petitionNames)
      throw refuse('deliberation.too-few-names')
    // A new issue enters a staged scheme at its first stage; one under way at its own.
    if (stage !== null && row.stage !== stage) throw refuse('deliberation.stage', { because: `${row.stage}` })
    return row
  })
}
/** Writes who is asked; names are sealed one by one. */
export const writePeople = async (
  cx: Cx,
  meetingId: string,
  members: readonly Member[],
  more: { readonly sort?: number; readonly told: boolean; readonly came?: 'list' | 'code' },
): Promise<string[]> => {
  const rows = members.map((member, at) => ({
    id: uuidv7(),
    meetingId,
    sort: (more.sort ?? 0) + at,
    personId: member.personId === '' ? null : member.personId,
    ...sealName(member.name),
    seat: member.seat,
    seatKey: member.seatKey,
    organisationId: member.organisationId,
    votes: member.votes,
    invited: more.told,
    toldAt: more.told ? cx.now : null,
    cameAt: more.came === undefined ? null : cx.now,
    cameBy: more.came ?? null,
  }))
  if (rows.length > 0) await cx.db.insert(people).values(rows)
  return rows.map((row) => row.id)
}
export interface NewMeeting {
  readonly scheme: Scheme
  readonly place: PlaceRow
  readonly title: string
  readonly startsAt: Date
  readonly where: string
  readonly stage: number | null
  readonly items: readonly { readonly title: string; readonly topicId: string | null }[]
  readonly state: 'called' | 'inSession'
}
export const writeMeeting = async (cx: Cx, of: NewMeeting): Promise<string> => {
  const id = uuidv7()
  const { title, startsAt, scheme } = of
  const notice = scheme.noticeWords
  await cx.db.insert(meetings).values({
    id,
    ...placedOf(of.place),
    placeId: of.place.id,
    schemeCode: scheme.code,
    scheme,
    stage: of.stage,
    title,
    startsAt,
    heldAt: of.where,
    notice,
    noticeHash: noticeHashOf({ title, startsAt, heldAt: of.where, notice, items: of.items.map((one) => one.title) }),
    state: of.state,
    stateAt: cx.now,
    checkInCode: newCheckInCode(),
    calledBy: cx.actor.personId,
    calledAt: cx.now,
    openedAt: of.state === 'inSession' ? cx.now : null,
  })
  await cx.db
    .insert(agenda)
    .values(
      of.items.map((one, sort) => ({ id: uuidv7(), meetingId: id, sort, title: one.title, topicId: one.topicId })),
    )
  return id
}
/** @throws deliberation.scheme-place, deliberation.too-soon, deliberation.nothing, deliberation.stage */
export const callMeeting = async (cx: Cx, input: Call): Promise<string> => {
  const place = await placeToRun(cx, input.placeId)
  const scheme = await schemeOf(cx, input.scheme)
  if (!scheme.placeKinds.includes(place.kind)) throw refuse('deliberation.scheme-place')
  const startsAt = new Date(input.startsAt)
  assertTime(cx, scheme, startsAt)
  const stage = scheme.stages.length === 0 ? null : (input.stage ?? 0)
  if (stage !== null && stage >= scheme.stages.length) throw refuse('deliberation.stage')
  const chosen = await lockTopics(cx, input.topicIds, scheme, stage)
  const items = [
    ...chosen.map((row) => ({ title: row.title, topicId: row.id })),
    ...input.items.map((title) => ({ title, topicId: null })),
  ]
  if (items.length === 0) throw refuse('deliberation.nothing')
  const { title, where } = input
  const id = await writeMeeting(cx, { scheme, place, title, startsAt, where, stage, items, state: 'called' })
  for (const row of chosen)
    await moveTopic(cx, row, 'putOnAgenda', { meetingId: id, schemeCode: scheme.code, words: title })
  const seated = await membersAt(cx, scheme, place)
  const neighbours = scheme.atTheDoor ? await neighboursAt(cx, place) : []
  const more = [...(await askedOf(cx, scheme, input.organisationIds)), ...neighbours]
  const once = new Map<string, Member>()
  for (const one of [...seated, ...more]) if (!once.has(one.personId)) once.set(one.personId, one)
  const asked = [...once.values()]
  await writePeople(cx, id, asked, { told: true })
  await cx.journal({
    action: 'deliberation.call',
    sentence: `召开了${scheme.name}：${title}`,
    thing: { kind: 'deliberationMeeting', id },
    after: { scheme: scheme.code, startsAt: input.startsAt, where, items: items.length, asked: asked.length },
  })
  if (asked.length > 0)
    await tell(cx, {
      event: 'deliberation.notice',
      audience: 'person',
      personIds: asked.map((one) => one.personId),
      thing: { kind: 'deliberationMeeting', id },
      fields: {
        title,
        scheme: scheme.name,
        at: localTime(input.startsAt).slice(0, 16),
        where,
        notice: scheme.noticeWords,
      },
    })
  return id
}
