// Shapes of committees of estates.
import { z } from 'zod'
import {
  candidateStates,
  committeeKinds,
  committeeStates,
  committeeSteps,
  duties,
  groupSides,
  proposers,
  seatResults,
  standings,
} from './committees-life.ts'
import { at, day, id, named } from './common.ts'

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
export const committeeKind = z.enum(keys(committeeKinds))
export const committeeState = z.enum(keys(committeeStates))
export const groupSide = z.enum(keys(groupSides))
export const duty = z.enum(keys(duties))
export const standing = z.enum(keys(standings))
const whole = z.number().int()
const bilingual = z.object({ zh: z.string(), en: z.string() })
export const requirement = z.object({
  code: z.string(),
  words: bilingual,
  citation: z.string(),
  /** The product knows the answer itself. */ isKnown: z.boolean(),
})
/** A value of the rules, and what it rests on; empty where that was not written down yet. */
export const composition = z.object({ words: bilingual, citation: z.string() })
const candidate = z.object({
  id,
  name: z.string(),
  mine: z.boolean(),
  proposedBy: z.enum(keys(proposers)),
  statement: z.string(),
  isPartyMember: z.boolean(),
  state: z.enum(keys(candidateStates)),
  /** What was looked at, in the order of the rules; empty before the review. */
  review: z.array(z.object({ code: z.string(), met: z.boolean() })),
  reviewWords: z.string().nullable(),
  /** What the product knows before the review; for the reviewer alone. */
  known: z.array(z.object({ code: z.string(), met: z.boolean() })),
  result: z.enum(keys(seatResults)).nullable(),
  rank: whole.nullable(),
  may: z.array(z.enum(['review', 'withdraw'])),
})
const member = z.object({
  id,
  name: z.string(),
  side: groupSide,
  duty,
  isPartyMember: z.boolean(),
  from: day,
  to: day,
  isCurrent: z.boolean(),
  leftWords: z.string().nullable(),
  /** Holds an appointment that lapses with the term; null for residents. */ isAppointed: z.boolean().nullable(),
  may: z.array(z.enum(['leave', 'tie'])),
})
export const committeeRow = z.object({
  id,
  number: z.string(),
  kind: committeeKind,
  place: named,
  state: committeeState,
  stateAt: at,
  isByElection: z.boolean(),
  termFrom: day.nullable(),
  termTo: day.nullable(),
  endsSoon: z.boolean(),
  members: whole,
  partyMembers: whole,
})
export const committeeView = committeeRow.extend({
  organisation: named.nullable(),
  seats: whole,
  vacant: whole,
  fillsId: id.nullable(),
  /** Why a management committee stands in, or the number under which a committee is filed. */
  ground: z.string().nullable(),
  needsNoArrears: z.boolean(),
  nominationsUntil: day.nullable(),
  listNoticeId: id.nullable(),
  listUntil: day.nullable(),
  decisionId: id.nullable(),
  endedWords: z.string().nullable(),
  requirements: z.array(requirement),
  /** Sizes, shares and terms of the rules it began under. */ rules: z.array(composition),
  group: z.array(z.object({ name: z.string(), side: groupSide, isLead: z.boolean() })),
  candidates: z.array(candidate),
  people: z.array(member),
  reserves: whole,
  objections: z.array(
    z.object({
      id,
      mine: z.boolean(),
      words: z.string(),
      at,
      answer: z.string().nullable(),
      byName: z.string().nullable(),
    }),
  ),
  /** A management committee prepares the owners' committee: the formation under way at its estate. */
  successorId: id.nullable(),
  may: z.array(
    z.enum([
      ...keys(committeeSteps),
      'propose',
      'proposeAny',
      'review',
      'object',
      'answer',
      'leave',
      'tie',
      'moveUp',
      'byElection',
    ]),
  ),
})
export const estateRow = z.object({
  id,
  name: z.string(),
  standing,
  committee: z.object({ id, termTo: day.nullable(), endsSoon: z.boolean() }).nullable(),
  formationId: id.nullable(),
  exemptWords: z.string().nullable(),
})
export const memberRow = z.object({
  id,
  name: z.string(),
  place: named,
  kind: committeeKind,
  duty,
  isPartyMember: z.boolean(),
  from: day,
  to: day,
})
export const committeeFigures = z.object({
  estates: whole,
  exempt: whole,
  shouldHave: whole,
  ownersCommittees: whole,
  managementCommittees: whole,
  without: whole,
  ratePermille: whole,
  forming: whole,
  members: whole,
  partyMembers: whole,
  partyPermille: whole,
  endingSoon: whole,
})
