// Shapes of deliberation: topics, resolutions, action items, yearly reports.
import { z } from 'zod'
import { keysOf } from './cases-shapes.ts'
import { at, day, id, named, words } from './common.ts'
import {
  actionItemLife,
  decisionWays,
  itemStates,
  meetingStates,
  resolutionResults,
  resolutionStandings,
  topicLife,
  topicSources,
  topicStates,
} from './deliberation-life.ts'

/** Money in fen: never a fraction, never more than ten billion yuan. */
export const fen = z.number().int().min(0).max(1_000_000_000_000)
export const codeWord = z.string().regex(/^[a-z][a-zA-Z0-9-]{1,40}$/)
export const topicState = z.enum(keysOf(topicStates))
export const topicSource = z.enum(keysOf(topicSources))
export const meetingState = z.enum(keysOf(meetingStates))
export const itemState = z.enum(keysOf(itemStates))
export const resolutionStanding = z.enum(keysOf(resolutionStandings))
export const way = z.enum(keysOf(decisionWays))

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
