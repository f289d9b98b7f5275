// Shapes of deliberation: schemes, topics, meetings with their minutes, resolutions, action items.
import { z } from 'zod'
import { at, day, id, name, named, words } from './common.ts'
import {
  actionItemLife,
  decisionWays,
  itemStates,
  meetingLife,
  meetingStates,
  resolutionResults,
  resolutionStandings,
  topicLife,
  topicSources,
  topicStates,
} from './deliberation-life.ts'
import { organisationKinds } from './organisations-kinds.ts'
import { placeKinds } from './places-tree.ts'

const keysOf = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]
/** Money in fen: never a fraction, never more than ten billion yuan. */
export const fen = z.number().int().min(0).max(1_000_000_000_000)
export const codeWord = z.string().regex(/^[a-z][a-zA-Z0-9-]{1,40}$/)
export const topicState = z.enum(keysOf(topicStates))
export const topicSource = z.enum(keysOf(topicSources))
export const meetingState = z.enum(keysOf(meetingStates))
export const itemState = z.enum(keysOf(itemStates))
export const resolutionStanding = z.enum(keysOf(resolutionStandings))
export const way = z.enum(keysOf(decisionWays))

const rhythm = z.discriminatedUnion('every', [
  z.object({ every: z.literal('month'), day: z.number().int().min(1).max(31) }),
  z.object({
    every: z.literal('week'),
    weekday: z.number().int().min(1).max(7),
    weeks: z.number().int().min(1).max(52),
    from: day,
  }),
  z.object({
    every: z.literal('monthWeekday'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    weekday: z.number().int().min(1).max(7),
  }),
  z.object({ every: z.literal('quarter'), day: z.number().int().min(1).max(31) }),
])
export const seat = z.object({
  key: codeWord,
  say: words(30),
  positions: z.array(codeWord).max(20),
  kinds: z.array(z.enum(keysOf(organisationKinds))).max(14),
  duties: z.array(words(100)).max(20),
  votes: z.boolean(),
})
export const schemeBody = z.object({
  name: words(30),
  about: words(200),
  placeKinds: z
    .array(z.enum(keysOf(placeKinds)))
    .min(1)
    .max(20),
  seats: z.array(seat).max(20),
  quorumPercent: z.number().int().min(0).max(100),
  passPercent: z.number().int().min(0).max(100),
  passOf: z.enum(['cast', 'all']),
  stages: z.array(words(20)).max(10),
  rhythm: rhythm.nullable(),
  onDayOff: z.enum(['hold', 'next', 'previous']),
  startsAt: z.number().int().min(0).max(1439),
  noticeDays: z.number().int().min(0).max(60),
  petitionNames: z.number().int().min(1).max(100_000),
  escalateDays: z.number().int().min(1).max(365),
  readers: z.enum(['members', 'residents']),
  atTheDoor: z.boolean(),
  noticeWords: words(200),
  /** What the calendar brings up by itself: in its month it becomes a topic. */
  yearly: z
    .array(z.object({ month: z.number().int().min(1).max(12), title: words(60, 2), words: words(500, 2) }))
    .max(24)
    .default([]),
  active: z.boolean(),
})
export const scheme = schemeBody.extend({
  code: z.string(),
  /** The days of its rhythm that come next, by the district's calendar. */
  next: z.array(z.object({ day, planned: day })),
})
export const matterBody = z.object({
  name: words(30),
  about: words(200),
  fromFen: fen.nullable(),
  withinDays: z.number().int().min(1).max(3650),
  active: z.boolean(),
})
export const matter = matterBody.extend({ code: z.string() })

export const topicBrief = z.object({
  id,
  number: z.string(),
  title: z.string(),
  words: z.string(),
  place: named,
  source: topicSource,
  matter: z.string().nullable(),
  scheme: z.string().nullable(),
  stage: z.number().int(),
  state: topicState,
  stateAt: at,
  /** Why it was not taken up, or what came out. */
  reason: z.string().nullable(),
  names: z.number().int(),
  namesNeeded: z.number().int(),
  mine: z.boolean(),
  signed: z.boolean(),
  createdAt: at,
  may: z.array(z.enum([...keysOf(topicLife.steps), 'sign'])),
})
export const topic = topicBrief.extend({
  caseId: id.nullable(),
  proposer: z.string().nullable(),
  meetings: z.array(z.object({ id, title: z.string(), startsAt: at, state: meetingState })),
  steps: z.array(z.object({ step: z.string(), words: z.string().nullable(), by: z.string().nullable(), at })),
})
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
export const actionItem = z.object({
  id,
  what: z.string(),
  owner: z.string().nullable(),
  ownerId: id.nullable(),
  dueOn: day.nullable(),
  budgetFen: fen.nullable(),
  costFen: fen,
  state: itemState,
  late: z.boolean(),
  level: z.enum(['body', 'community', 'street', 'district']),
  place: named,
  resolution: z.object({ id, number: z.string(), title: z.string() }),
  createdAt: at,
  may: z.array(z.enum(keysOf(actionItemLife.steps))),
})
export const resolution = z.object({
  id,
  number: z.string(),
  title: z.string(),
  words: z.string(),
  matter: z.string().nullable(),
  way,
  votesFor: z.number().int(),
  votesAgainst: z.number().int(),
  votesAbstain: z.number().int(),
  result: z.enum(keysOf(resolutionResults)),
  decisionId: id.nullable(),
  standing: resolutionStanding,
  budgetFen: fen.nullable(),
  expiresOn: day.nullable(),
  amendedBy: id.nullable(),
  madeAt: at,
  place: named,
  meeting: z.object({ id, title: z.string(), startsAt: at }),
  topicId: id.nullable(),
  agendaId: id.nullable(),
  items: z.array(actionItem),
  /** What is to be done once the owners agree. */
  planned: z.array(z.string()),
  may: z.array(z.enum(['sendTo', 'addItem'])),
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
/** An action item as a meeting agrees it: with an owner and a day, or openly without. */
export const itemIn = z.object({
  what: words(200, 2),
  ownerId: id.optional(),
  /** One of the people of the meeting. */
  personId: id.optional(),
  dueOn: day.optional(),
  budgetFen: fen.optional(),
})
export const dutyReport = z.object({
  id,
  organisation: named,
  place: named,
  year: z.number().int(),
  words: z.string(),
  figures: z.object({
    due: z.number().int(),
    kept: z.number().int(),
    late: z.number().int(),
    open: z.number().int(),
    costFen: fen,
  }),
  publishedAt: at,
  ratings: z.number().int(),
  /** Tenths of a star. */ average: z.number().int().nullable(),
  myStars: z.number().int().nullable(),
  may: z.array(z.enum(['rate'])),
})
export const guestName = name
