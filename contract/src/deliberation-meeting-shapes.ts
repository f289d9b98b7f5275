// Shapes of meetings: agenda, people, how it was held, minutes.
import { z } from 'zod'
import { keysOf } from './cases-shapes.ts'
import { at, id, name, named } from './common.ts'
import { meetingLife } from './deliberation-life.ts'
import { meetingState, resolution } from './deliberation-shapes.ts'

export const agendaItem = z.object({
  id,
  title: z.string(),
  topicId: id.nullable(),
  outcome: z.enum(['resolved', 'carriedOn', 'later']).nullable(),
  words: z.string().nullable(),
})
export const meetingPerson = z.object({
  id,
  personId: id.nullable(),
  name: z.string(),
  seat: z.string(),
  organisation: z.string().nullable(),
  votes: z.boolean(),
  invited: z.boolean(),
  toldAt: at.nullable(),
  seenAt: at.nullable(),
  answer: z.enum(['comes', 'cannot']).nullable(),
  cameAt: at.nullable(),
  cameBy: z.enum(['code', 'list']).nullable(),
  signedAt: at.nullable(),
})
export const meetingBrief = z.object({
  id,
  number: z.string(),
  title: z.string(),
  scheme: z.string(),
  schemeName: z.string(),
  stage: z.string().nullable(),
  place: named,
  startsAt: at,
  where: z.string(),
  state: meetingState,
  present: z.number().int(),
  agenda: z.number().int(),
  resolutions: z.number().int(),
  /** Asked to come, or came. */ mine: z.boolean(),
})
/** Somebody in office at a meeting; the name is for those inside only. */
const officer = z.object({ name: z.string().nullable(), role: z.string().nullable() })
/** How it was really held, as the minutes print it. */
export const heldMeeting = z.object({
  /** The hour of the notice; null where neighbours came together without one. */
  announcedAt: at.nullable(),
  openedAt: at.nullable(),
  closedAt: at.nullable(),
  /** Opened more than the margin before the hour of the notice. */
  early: z.boolean(),
  /** Who opened it. */
  chair: officer.nullable(),
  /** Who wrote the minutes last. */
  recorder: officer.nullable(),
  /** Who signed the minutes as the chair. */
  signer: officer.nullable(),
  expected: z.number().int(),
  attended: z.number().int(),
  absent: z.number().int(),
  guests: z.number().int(),
  /** Neighbours told of it need not come: they are counted, not listed as absent. */
  atTheDoor: z.boolean(),
})
export const meeting = meetingBrief.extend({
  held: heldMeeting,
  schemeAbout: z.string(),
  duties: z.array(z.object({ seat: z.string(), duties: z.array(z.string()) })),
  notice: z.string(),
  /** Of agenda and notice as they were sent. */
  noticeHash: z.string(),
  reason: z.string().nullable(),
  agendaItems: z.array(agendaItem),
  /** Whom the reader may not see by name is counted only. */
  people: z.array(meetingPerson),
  told: z.number().int(),
  seen: z.number().int(),
  quorum: z.object({ votes: z.number().int(), needed: z.number().int(), present: z.number().int(), met: z.boolean() }),
  /** Shown to who runs it, to be held up on a screen. */
  checkInCode: z.string().nullable(),
  speeches: z.array(z.object({ id, agendaId: id.nullable(), who: z.string(), words: z.string(), at })),
  corrections: z.array(
    z.object({
      id,
      by: z.string(),
      words: z.string(),
      at,
      accepted: z.boolean().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  summary: z.string().nullable(),
  photos: z.array(id),
  decided: z.array(resolution),
  signatures: z.number().int(),
  hash: z.string().nullable(),
  /** Whether text and hash still belong together. */
  intact: z.boolean().nullable(),
  publishedAt: at.nullable(),
  may: z.array(
    z.enum([
      ...keysOf(meetingLife.steps),
      'answer',
      'checkIn',
      'attend',
      'speak',
      'decide',
      'write',
      'correct',
      'acknowledge',
      'print',
    ]),
  ),
})
export const guestName = name
