// Whistles: several units called to one case, each with its own clocks, answers and ratings (mission A8).
import { z } from 'zod'
import { keysOf, photoIds } from './cases-shapes.ts'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import {
  partClocks,
  partStates,
  partSteps,
  whistleViews,
  type PartClock,
  type PartState,
  type PartStep,
} from './whistles-life.ts'

export const budget = z.object({
  unit: z.enum(['minutes', 'working-minutes', 'working-days']),
  amount: z.number().int().min(1).max(100_000),
})
const budgets = { arrival: budget, result: budget }
const rating = z.number().int().min(1).max(5)
const reason = words(500, 2)
const partState = z.enum(keysOf<PartState>(partStates))

/** `used` is the share of its budget that has run, above 1 when late. */
const partClock = z.object({
  kind: z.enum(keysOf<PartClock>(partClocks)),
  dueAt: at.nullable(),
  stoppedAt: at.nullable(),
  pausedAt: at.nullable(),
  missedAt: at.nullable(),
  used: z.number(),
})
/** One unit's part. */
export const whistlePart = z.object({
  id,
  case: z.object({ id, number: z.string(), words: z.string(), place: z.string() }),
  /** Whether the reader may open the case itself. */ opens: z.boolean(),
  organisation: named,
  isLead: z.boolean(),
  asked: z.string(),
  state: partState,
  stateAt: at,
  calledAt: at,
  caller: z.object({ name: z.string(), organisation: z.string() }),
  people: z.string().nullable(),
  expectedAt: at.nullable(),
  clocks: z.array(partClock),
  late: z.object({ arrival: z.boolean(), result: z.boolean() }),
  ratings: z.object({ community: rating.nullable(), reporter: rating.nullable() }),
  may: z.array(z.enum(keysOf<PartStep>(partSteps))),
})
export const whistlePartView = whistlePart.extend({
  casePhotos: z.array(id),
  why: z.string(),
  colleagues: z.array(z.object({ name: z.string(), isLead: z.boolean(), state: partState })),
  history: z.array(
    z.object({
      id,
      at,
      step: z.string(),
      by: z.object({ name: z.string(), organisation: z.string().nullable() }),
      words: z.string().nullable(),
      photos: z.array(id),
      proof: z.string().nullable(),
    }),
  ),
})
const calledUnit = z.object({
  organisationId: id,
  asked: words(500, 2),
  arrival: budget.optional(),
  result: budget.optional(),
})
const step = <B extends z.ZodType>(say: string, journal: string, body: B) => ({ say, journal, params: idParams, body })

export const whistlesApi = endpoints({
  'GET /api/whistles/units': {
    say: 'Units that can be called to a case: somebody there may answer at its place',
    permission: 'whistle.call',
    journal: null,
    query: z.object({ caseId: id }),
    out: z.array(named.extend({ kind: z.string(), people: z.number().int(), openParts: z.number().int() })),
  },
  'POST /api/whistles': {
    say: 'Blow the whistle on a case, or call more units to it',
    permission: 'whistle.call',
    journal: 'blew the whistle',
    body: z.object({
      caseId: id,
      why: words(500, 2),
      units: z.array(calledUnit).min(1).max(12),
      /** The organisation that leads; required at the first call. */ leadId: id.optional(),
    }),
    out: z.array(whistlePart),
  },
  'GET /api/whistles/of-case/:id': {
    say: 'The whistle on a case: every unit’s part, with deadlines and what the reader may do',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({
      parts: z.array(whistlePart),
      mayCall: z.boolean(),
      defaults: z.object(budgets),
    }),
  },
  'GET /api/whistles/of-case/:id/units': {
    say: 'Which units are on a case, for its reporter: names only, with my own rating',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.array(
      z.object({
        id,
        name: z.string(),
        isLead: z.boolean(),
        state: partState,
        myRating: rating.nullable(),
        mayRate: z.boolean(),
      }),
    ),
  },
  'POST /api/whistles/parts/:id/lead': {
    say: 'Make this unit the lead',
    permission: 'whistle.call',
    journal: 'changed the lead unit',
    params: idParams,
    body: z.object({}),
    out: whistlePartView,
  },
  'GET /api/whistles/parts': {
    say: 'Parts: mine to answer, called by us, refusals to decide, or all I may see; late ones first',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      ...paging,
      view: z.enum(whistleViews).default('mine'),
      open: flag.optional(),
      late: flag.optional(),
      refused: flag.optional(),
      organisationId: id.optional(),
      placeId: id.optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    out: listOf(whistlePart),
  },
  'GET /api/whistles/counts': {
    say: 'How many parts wait for me',
    permission: 'signed-in',
    journal: null,
    out: z.object({
      mine: z.number().int(),
      mineLate: z.number().int(),
      called: z.number().int(),
      calledLate: z.number().int(),
      toAccept: z.number().int(),
      refusals: z.number().int(),
    }),
  },
  'GET /api/whistles/figures': {
    say: 'Per unit: called, in time, late, refused, average rating, over a period',
    permission: 'whistle.call',
    journal: null,
    query: z.object({ from: day.optional(), to: day.optional() }),
    out: z.object({
      from: day,
      to: day,
      rows: z.array(
        z.object({
          organisation: named,
          called: z.number().int(),
          open: z.number().int(),
          inTime: z.number().int(),
          late: z.number().int(),
          refused: z.number().int(),
          released: z.number().int(),
          rated: z.number().int(),
          average: z.number().nullable(),
        }),
      ),
    }),
  },
  'GET /api/whistles/settings': {
    say: 'Default deadlines of whistles: for urgent cases and for others',
    permission: 'signed-in',
    journal: null,
    out: z.object({ urgent: z.object(budgets), other: z.object(budgets), source: z.string() }),
  },
  'PUT /api/whistles/settings': {
    say: 'Set the default deadlines of whistles',
    permission: 'case.configure',
    journal: 'changed the deadlines of whistles',
    body: z.object({ urgent: z.object(budgets), other: z.object(budgets) }),
    out: z.object({ urgent: z.object(budgets), other: z.object(budgets), source: z.string() }),
  },
  'GET /api/whistles/parts/:id': {
    say: 'One unit’s part with its history',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/reportIn': {
    ...step(
      'Report in: who comes, and when',
      'reported in',
      z.object({ people: words(200, 2), expectedAt: at.optional(), words: words(500).optional() }),
    ),
    permission: 'whistle.answer',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/arrive': {
    ...step(
      'On site: proven by the door code of the place, or by a photo',
      'arrived on site',
      z.object({
        people: words(200, 2).optional(),
        doorCode: z.string().trim().min(1).max(200).optional(),
        photos: photoIds.default([]),
        words: words(500).optional(),
      }),
    ),
    permission: 'whistle.answer',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/answer': {
    ...step('Hand over the result', 'handed over', z.object({ words: words(1000, 2), photos: photoIds.min(1) })),
    permission: 'whistle.answer',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/refuse': {
    ...step('Refuse, with a reason; the next level decides', 'refused the whistle', z.object({ reason })),
    permission: 'whistle.answer',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/uphold': {
    ...step('Decide: the unit must come', 'upheld the whistle', z.object({ reason })),
    permission: 'whistle.decide',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/grant': {
    ...step('Decide: the unit need not come', 'granted the refusal', z.object({ reason })),
    permission: 'whistle.decide',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/release': {
    ...step('Release a unit, with a reason', 'released a unit', z.object({ reason })),
    permission: 'whistle.call',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/accept': {
    ...step('Accept the result', 'accepted a unit’s result', z.object({ words: words(500).optional() })),
    permission: 'whistle.call',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/sendBack': {
    ...step('Send the result back', 'sent a unit’s result back', z.object({ reason })),
    permission: 'whistle.call',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/rate': {
    ...step('Rate the unit', 'rated a unit', z.object({ rating, words: words(500).optional() })),
    permission: 'whistle.call',
    out: whistlePartView,
  },
  'POST /api/whistles/parts/:id/reporter-rating': {
    ...step('Rate a unit as the reporter', 'the reporter rated a unit', z.object({ rating })),
    permission: 'signed-in',
    out: z.object({ rating }),
  },
})
