// Supervision (mission A10): orders with deadline, reply and sign-off; random re-checks; the overdue board.
import { z } from 'zod'
import { photoIds, keysOf } from './cases-shapes.ts'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import {
  orderLevels,
  orderStates,
  orderSteps,
  type OrderLevel,
  type OrderState,
  type OrderStep,
} from './supervision-life.ts'

const ofCase = z.object({ id, number: z.string(), words: z.string(), place: z.string(), state: z.string() })
export const supervisionOrder = z.object({
  id,
  case: ofCase,
  level: z.enum(keysOf<OrderLevel>(orderLevels)),
  orderer: named,
  answerer: named,
  words: z.string(),
  beforeClosing: z.boolean(),
  dueAt: at,
  late: z.boolean(),
  state: z.enum(keysOf<OrderState>(orderStates)),
  reply: z.string().nullable(),
  repliedAt: at.nullable(),
  photos: z.array(id),
  endedWords: z.string().nullable(),
  endedAt: at.nullable(),
  createdAt: at,
  may: z.array(z.enum(keysOf<OrderStep>(orderSteps))),
})
const recheckItem = z.object({
  id,
  case: ofCase,
  rank: z.number().int(),
  result: z.enum(['passed', 'failed']).nullable(),
  words: z.string().nullable(),
  checkedAt: at.nullable(),
  orderId: id.nullable(),
  may: z.boolean(),
})
const recheckRound = z.object({
  id,
  from: day,
  to: day,
  share: z.number(),
  seed: z.string(),
  population: z.number().int(),
  drawn: z.number().int(),
  passed: z.number().int(),
  failed: z.number().int(),
  drawnAt: at,
})
const reason = words(500, 2)

export const supervisionApi = endpoints({
  'GET /api/supervision/orders': {
    say: 'Orders of my area, or for my organisation to answer; the next due first',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      ...paging,
      caseId: id.optional(),
      organisationId: id.optional(),
      open: flag.optional(),
      overdue: flag.optional(),
      toAnswer: flag.optional(),
      toSign: flag.optional(),
      count: flag.optional(),
    }),
    out: listOf(supervisionOrder),
  },
  'POST /api/supervision/orders': {
    say: 'Order a body to act on a case and to reply by a moment',
    permission: 'supervision.order',
    journal: 'ordered supervision',
    body: z.object({
      caseId: id,
      organisationId: id.optional(),
      words: words(1000, 4),
      dueAt: at,
      beforeClosing: z.boolean().default(false),
    }),
    out: supervisionOrder,
  },
  'POST /api/supervision/orders/:id/reply': {
    say: 'Reply to an order, with proof, and what is still promised',
    permission: 'signed-in',
    journal: 'replied to a supervision order',
    params: idParams,
    body: z.object({
      words: words(1000, 2),
      photos: photoIds.default([]),
      promise: z.object({ what: words(200, 2), dueOn: day }).optional(),
    }),
    out: supervisionOrder,
  },
  'POST /api/supervision/orders/:id/signOff': {
    say: 'Accept the reply',
    permission: 'supervision.order',
    journal: 'signed off a supervision order',
    params: idParams,
    body: z.object({ words: words(500, 2) }),
    out: supervisionOrder,
  },
  'POST /api/supervision/orders/:id/sendBack': {
    say: 'Send the reply back, with a new deadline',
    permission: 'supervision.order',
    journal: 'sent back a supervision reply',
    params: idParams,
    body: z.object({ reason, dueAt: at }),
    out: supervisionOrder,
  },
  'POST /api/supervision/orders/:id/withdraw': {
    say: 'Withdraw an order',
    permission: 'supervision.order',
    journal: 'withdrew a supervision order',
    params: idParams,
    body: z.object({ reason }),
    out: supervisionOrder,
  },
  'GET /api/supervision/overdue': {
    say: 'Who is late with what: cases, orders and promises by organisation, each with its list',
    permission: 'case.see',
    journal: null,
    out: z.array(
      z.object({
        organisation: named,
        cases: z.number().int(),
        orders: z.number().int(),
        promises: z.number().int(),
        oldest: at,
      }),
    ),
  },
  'GET /api/supervision/recheck-share': {
    say: 'The share of closed cases that is checked again, in thousandths',
    permission: 'case.see',
    journal: null,
    out: z.object({ permille: z.number().int() }),
  },
  'PUT /api/supervision/recheck-share': {
    say: 'Set the share of closed cases that is checked again',
    permission: 'rates.review',
    journal: 'set the share of re-checks',
    body: z.object({ permille: z.number().int().min(0).max(1000) }),
    out: z.object({ permille: z.number().int() }),
  },
  'GET /api/supervision/rounds': {
    say: 'Rounds of re-checks, newest first',
    permission: 'case.see',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(recheckRound),
  },
  'POST /api/supervision/rounds': {
    say: 'Draw closed cases of a period at random; the seed lets anyone draw the same ones',
    permission: 'rates.review',
    journal: 'drew cases for re-check',
    body: z.object({ from: day, to: day }),
    out: recheckRound,
  },
  'GET /api/supervision/rounds/:id': {
    say: 'The cases drawn in a round, as far as they lie in my area',
    permission: 'case.see',
    journal: null,
    params: idParams,
    query: z.object({ ...paging }),
    out: listOf(recheckItem),
  },
  'POST /api/supervision/rechecks/:id': {
    say: 'The result of a re-check; a failed one becomes a supervision order',
    permission: 'supervision.order',
    journal: 'checked a closed case again',
    params: idParams,
    body: z.object({ result: z.enum(['passed', 'failed']), words: words(500, 2), photos: photoIds.default([]) }),
    out: recheckItem,
  },
})
