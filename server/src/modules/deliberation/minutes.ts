// The text of minutes whose hash is published: names stand in it as seals, so that a name can go and the hash still holds.
import { and, asc, eq } from 'drizzle-orm'
import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { MeetingRow } from './policy.ts'
import { agenda, people, resolutions, actionItems, speeches } from './tables.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
export const sealName = (name: string): { name: string; salt: string; seal: string } => {
  const salt = randomBytes(16).toString('hex')
  return { name, salt, seal: sha256(`${salt}\n${name}`) }
}
/** Agenda and notice as they were sent. */
export const noticeHashOf = (of: {
  readonly title: string
  readonly startsAt: Date
  readonly heldAt: string
  readonly notice: string
  readonly items: readonly string[]
}): string => sha256(JSON.stringify([of.title, of.startsAt.toISOString(), of.heldAt, of.notice, of.items]))

/** What a meeting decided, in one canonical text. Later events (costs, acceptance) are no part of it. */
const canonical = async (cx: Cx<Actor | null>, row: MeetingRow): Promise<string> => {
  const items = await cx.db.select().from(agenda).where(eq(agenda.meetingId, row.id)).orderBy(asc(agenda.sort))
  const present = await cx.db.select().from(people).where(eq(people.meetingId, row.id)).orderBy(asc(people.sort))
  const said = await cx.db
    .select()
    .from(speeches)
    .where(eq(speeches.meetingId, row.id))
    .orderBy(asc(speeches.at), asc(speeches.id))
  const decided = await cx.db
    .select()
    .from(resolutions)
    .where(eq(resolutions.meetingId, row.id))
    .orderBy(asc(resolutions.id))
  const given = await cx.db
    .select()
    .from(actionItems)
    .where(and(eq(actionItems.meetingId, row.id), eq(actionItems.isLater, false)))
    .orderBy(asc(actionItems.resolutionId), asc(actionItems.sort))
  return JSON.stringify({
    number: row.number,
    title: row.title,
    place: row.placeId,
    startsAt: row.startsAt.toISOString(),
    heldAt: row.heldAt,
    noticeHash: row.noticeHash,
    present: row.present,
    people: present.filter((one) => one.cameAt !== null).map((one) => [one.seal, one.seat]),
    agenda: items.map((one) => [one.title, one.outcome, one.words]),
    said: said.map((one) => [one.agendaId, one.speakerId, one.words]),
    decided: decided.map((one) => [
      one.number,
      one.title,
      one.words,
      one.way,
      one.votesFor,
      one.votesAgainst,
      one.votesAbstain,
      one.result,
      one.budgetFen,
      one.expiresOn,
    ]),
    given: [
      ...given.map((one) => [one.what, one.budgetFen]),
      ...decided.flatMap((one) => one.planned.map((item) => [item.what, item.budgetFen ?? null])),
    ],
    summary: row.summary,
    photos: row.photos,
  })
}
export const minutesHash = async (cx: Cx<Actor | null>, row: MeetingRow): Promise<string> =>
  sha256(await canonical(cx, row))
