// The three rates (mission A11): figures from daily counters, the cases behind each, months, exclusions, signs of gaming.
import { z } from 'zod'
import { keysOf, photoIds } from './cases-shapes.ts'
import { at, day, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import {
  exclusionGrounds,
  exclusionStates,
  rateFigures,
  signKinds,
  type ExclusionGround,
  type ExclusionState,
  type RateFigure,
  type SignKind,
} from './rates-kinds.ts'

const count = z.number().int()
export const rateSums = z.object({
  respondDue: count,
  responded: count,
  respondExcluded: count,
  resolveDue: count,
  resolved: count,
  silentUnchecked: count,
  waiting: count,
  resolveExcluded: count,
  rated: count,
  satisfied: count,
})
/** `null` in `body`: handed to nobody yet. */
const named0 = z.object({ id: id.nullable(), name: z.string() })
const rowOf = rateSums.extend({ of: named0 })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const period = {
  /** A district, street or community; the widest of the caller's own where absent. */
  scopeId: id.optional(),
  from: day,
  /** The last day, included; days that are not over are not counted. */
  to: day,
  /** As published; the period is then a published month. */
  published: flag.optional(),
}
export const rateScope = z.object({ id, name: z.string(), kind: z.enum(['district', 'street', 'community']) })
const ratesOut = z.object({
  scope: rateScope,
  from: day,
  to: day,
  /** The last day counted; before `from` when none is over. */
  countedTo: day,
  /** Changes of cases not counted yet. */
  uncounted: count,
  formula: z.string(),
  published: z.object({ month, by: z.string().nullable(), at, formula: z.string() }).nullable(),
  total: rateSums,
  bodies: z.array(rowOf),
  categories: z.array(rowOf),
  places: z.array(rowOf),
  trend: z.array(rateSums.extend({ from: day, to: day })),
  may: z.array(z.enum(['review', 'apply'])),
})
const monthOut = z.object({
  month,
  /** Over, so that it can be published. */
  over: z.boolean(),
  live: rateSums,
  published: z.object({ by: z.string().nullable(), at, formula: z.string(), sums: rateSums }).nullable(),
})
export const rateCase = z.object({
  id,
  number: z.string(),
  words: z.string(),
  place: z.string(),
  state: z.string(),
  day,
  body: named0,
  rating: z.number().int().nullable(),
  merged: z.boolean(),
  excluded: z.boolean(),
})
const exclusion = z.object({
  id,
  case: z.object({ id, number: z.string(), place: z.string() }),
  body: named,
  ground: z.enum(keysOf<ExclusionGround>(exclusionGrounds)),
  words: z.string(),
  photos: z.array(id),
  applicant: z.string(),
  askedAt: at,
  state: z.enum(keysOf<ExclusionState>(exclusionStates)),
  reviewer: z.string().nullable(),
  decision: z.string().nullable(),
  decidedAt: at.nullable(),
  may: z.array(z.enum(['decide'])),
})
const sign = z.object({
  id,
  month,
  kind: z.enum(keysOf<SignKind>(signKinds)),
  body: named0,
  counted: count,
  ofAll: count,
  cases: z.array(z.object({ id, number: z.string() })),
  foundAt: at,
})

export const ratesApi = endpoints({
  'GET /api/rates': {
    say: 'The three rates of an area and a period, by body, category and place',
    permission: 'rates.see',
    journal: null,
    query: z.object(period),
    out: ratesOut,
  },
  'GET /api/rates/scopes': {
    say: 'The district, streets and communities whose rates the caller may read',
    permission: 'rates.see',
    journal: null,
    out: z.object({ rows: z.array(rateScope.extend({ parentId: id.nullable() })) }),
  },
  'GET /api/rates/cases': {
    say: 'The cases behind a figure',
    permission: 'rates.see',
    journal: null,
    query: z.object({
      ...period,
      figure: z.enum(keysOf<RateFigure>(rateFigures)),
      bodyId: z.union([id, z.literal('none')]).optional(),
      categoryId: id.optional(),
      ...paging,
    }),
    out: listOf(rateCase),
  },
  'GET /api/rates/sheet': {
    say: 'The rates by body as a spreadsheet',
    permission: 'rates.see',
    journal: null,
    query: z.object(period),
    gives: 'file',
  },
  'GET /api/rates/months': {
    say: 'The last twelve months: as published and as counted now',
    permission: 'rates.see',
    journal: null,
    query: z.object({ scopeId: id.optional() }),
    out: z.object({ scope: rateScope, rows: z.array(monthOut), may: z.array(z.enum(['publish'])) }),
  },
  'POST /api/rates/months': {
    say: 'Publish a month: its figures are frozen',
    permission: 'rates.review',
    journal: 'published a month of rates',
    body: z.object({ month }),
    out: monthOut,
  },
  'POST /api/rates/recount': {
    say: 'Count everything again from the cases',
    permission: 'rates.review',
    journal: 'asked for a recount of the rates',
    out: done,
  },
  'GET /api/rates/exclusions': {
    say: 'Applications to leave a case out, newest first',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      state: z.enum(keysOf<ExclusionState>(exclusionStates)).optional(),
      caseId: id.optional(),
      ...paging,
    }),
    out: listOf(exclusion),
  },
  'POST /api/rates/exclusions': {
    say: 'Apply to leave a case out of the rates',
    permission: 'case.handle',
    journal: 'applied to leave a case out of the rates',
    body: z.object({
      caseId: id,
      ground: z.enum(keysOf<ExclusionGround>(exclusionGrounds)),
      /** The reason, and where the proof is. */
      words: words(1000, 10),
      photos: photoIds,
    }),
    out: exclusion,
  },
  'POST /api/rates/exclusions/:id/decision': {
    say: 'Decide on an application',
    permission: 'rates.review',
    journal: 'decided on leaving a case out of the rates',
    params: idParams,
    body: z.object({ granted: z.boolean(), words: words(500, 2) }),
    out: exclusion,
  },
  'GET /api/rates/signs': {
    say: 'Signs of gaming in a month, with their cases',
    permission: 'rates.review',
    journal: null,
    query: z.object({ month }),
    out: z.object({ rows: z.array(sign) }),
  },
})
