// Promises: everything anybody undertook, with owner and day; plans of hard cases; the hand-over to deliberation (A6, A10).
import { z } from 'zod'
import { photoIds } from './cases-shapes.ts'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

export const promise = z.object({
  id,
  what: z.string(),
  owner: named,
  dueOn: day,
  state: z.enum(['open', 'kept', 'released']),
  /** Past its day and still open, or kept after it. */
  late: z.boolean(),
  /** What it belongs to. */
  of: z.enum(['case', 'plan', 'supervision', 'settlement', 'patrol', 'other']),
  case: z.object({ id, number: z.string(), words: z.string(), place: z.string() }).nullable(),
  madeAt: at,
  endedAt: at.nullable(),
  endedWords: z.string().nullable(),
  photos: z.array(id),
  may: z.array(z.enum(['keep', 'release'])),
})
const step = z.object({ what: words(200, 2), dueOn: day, organisationId: id.optional() })
export const casePlan = z.object({
  plan: z
    .object({
      id,
      aim: z.string(),
      state: z.enum(['active', 'done', 'dropped']),
      madeAt: at,
      endedWords: z.string().nullable(),
    })
    .nullable(),
  /** Steps of the plan first, then what was promised beside it. */
  promises: z.array(promise),
  handOver: z
    .object({
      id,
      state: z.enum(['waiting', 'returned']),
      reason: z.string(),
      body: named.nullable(),
      outcome: z.string().nullable(),
      handedAt: at,
      returnedAt: at.nullable(),
    })
    .nullable(),
  may: z.array(z.enum(['plan', 'addStep', 'dropPlan', 'promise', 'handOver', 'returnHandOver'])),
})

export const promisesApi = endpoints({
  'GET /api/promises': {
    say: 'What was promised in my area or by my organisation, the next due first',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      ...paging,
      state: z.enum(['open', 'kept', 'released']).optional(),
      overdue: flag.optional(),
      /** As each row says: past its day, or ended after it. */ late: flag.optional(),
      mine: flag.optional(),
      organisationId: id.optional(),
      placeId: id.optional(),
      /** Due from this day … */ from: day.optional(),
      /** … to this one. */ to: day.optional(),
      count: flag.optional(),
    }),
    out: listOf(promise),
  },
  'GET /api/promises/rates': {
    say: 'Who kept what they promised: due in the period, kept in time, kept late, still open',
    permission: 'rates.see',
    journal: null,
    query: z.object({ from: day, to: day }),
    out: z.array(
      z.object({
        organisation: named,
        due: z.number().int(),
        kept: z.number().int(),
        late: z.number().int(),
        open: z.number().int(),
        released: z.number().int(),
      }),
    ),
  },
  'POST /api/promises/:id/keep': {
    say: 'It is done, with words and photos',
    permission: 'signed-in',
    journal: 'kept a promise',
    params: idParams,
    body: z.object({ words: words(500, 2), photos: photoIds.default([]) }),
    out: promise,
  },
  'POST /api/promises/:id/release': {
    say: 'Release somebody from a promise, for a reason',
    permission: 'case.dispatch',
    journal: 'released a promise',
    params: idParams,
    body: z.object({ reason: words(500, 2) }),
    out: promise,
  },
  'GET /api/promises/hand-overs': {
    say: 'Hard cases handed to deliberation',
    permission: 'case.see',
    journal: null,
    query: z.object({ ...paging, waiting: flag.optional() }),
    out: listOf(
      z.object({
        id,
        state: z.enum(['waiting', 'returned']),
        reason: z.string(),
        body: named.nullable(),
        outcome: z.string().nullable(),
        handedAt: at,
        case: z.object({ id, number: z.string(), words: z.string(), place: z.string() }),
      }),
    ),
  },
  'GET /api/cases/:id/plan': {
    say: 'The plan of a case, what was promised in it, and its hand-over to deliberation',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: casePlan,
  },
  'POST /api/cases/:id/plan': {
    say: 'Make a plan with steps, owners and days; the case stays open until it is done',
    permission: 'signed-in',
    journal: 'made a plan',
    params: idParams,
    body: z.object({ aim: words(300, 2), steps: z.array(step).min(1).max(20) }),
    out: casePlan,
  },
  'POST /api/cases/:id/plan/steps': {
    say: 'Add a step to the plan',
    permission: 'signed-in',
    journal: 'added a step to a plan',
    params: idParams,
    body: step,
    out: casePlan,
  },
  'POST /api/cases/:id/plan/drop': {
    say: 'Drop the plan, for a reason; its open steps are released',
    permission: 'case.dispatch',
    journal: 'dropped a plan',
    params: idParams,
    body: z.object({ reason: words(500, 2) }),
    out: casePlan,
  },
  'POST /api/cases/:id/promises': {
    say: 'Promise something about a case, by a day',
    permission: 'signed-in',
    journal: 'promised something',
    params: idParams,
    body: step,
    out: casePlan,
  },
  'POST /api/cases/:id/deliberation': {
    say: 'Hand a hard case to deliberation',
    permission: 'case.dispatch',
    journal: 'handed a case to deliberation',
    params: idParams,
    body: z.object({ reason: words(500, 2), bodyId: id.optional() }),
    out: casePlan,
  },
  'POST /api/cases/:id/deliberation/return': {
    say: 'The outcome of the deliberation comes back to the case',
    permission: 'case.dispatch',
    journal: 'brought an outcome of deliberation',
    params: idParams,
    body: z.object({ outcome: words(1000, 2) }),
    out: casePlan,
  },
})
