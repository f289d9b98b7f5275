// Sharing a cost to the fen (mission B8): plan, what it means for me, answers, collection, settlement.
import { z } from 'zod'
import { keysOf, photoIds } from './cases-shapes.ts'
import { at, day, done, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { planStates, planSteps, shareMethods, type PlanState, type PlanStep, type ShareMethod } from './funds-life.ts'
import { fen, fenOrNone, figure } from './funds-shapes.ts'

const method = z.enum(keysOf<ShareMethod>(shareMethods))
const state = z.enum(keysOf<PlanState>(planStates))
const answer = z.enum(['agree', 'object'])
const line = z.object({
  id,
  home: named,
  floor: z.number().int().nullable(),
  /** 0.01 m². */ area: z.number().int().nullable(),
  /** Thousandths. */ factor: z.number().int().nullable(),
  /** The whole number it pays by. */ weight: z.number().int(),
  share: figure,
  /** Of it, from the household’s account. */ fromAccount: figure,
  toPay: figure,
  paid: figure,
  covered: figure,
  /** After the final accounts. */ finalShare: figure.nullable(),
  /** Still owed; negative: still to be given back. */ due: figure,
  answer: answer.nullable(),
  isMine: z.boolean(),
})
const planRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  place: named,
  fund: named,
  method,
  total: figure,
  subsidy: figure,
  state,
  households: z.number().int(),
  agreed: z.number().int(),
  objected: z.number().int(),
  /** Paid and covered by households. */ collected: figure,
  /** Households that still owe something. */ owing: z.number().int(),
  /** Some household of the reader waits for an answer or a payment. */ waitsForMe: z.boolean(),
})
const planView = planRow.extend({
  reason: z.string(),
  caseId: id.nullable(),
  usesAccounts: z.boolean(),
  stateAt: at,
  answerBy: day.nullable(),
  dueOn: day.nullable(),
  hash: z.string().nullable(),
  frozenAt: at.nullable(),
  basis: z.enum(['allAgreed', 'decision']).nullable(),
  basisWords: z.string().nullable(),
  /** The certified decision it rests on. */ decisionId: id.nullable(),
  /** Sum of all weights: what each share is divided by. */ weights: z.number().int(),
  subsidyReceived: figure,
  /** Paid out for the work. */ spent: figure,
  finalTotal: figure.nullable(),
  finalWords: z.string().nullable(),
  finalPhotos: z.array(id),
  /** What lies with the plan: nothing when it is settled. */ held: figure,
  lines: z.array(line),
  /** Words of the households that object, without names; for staff. */
  objections: z.array(z.object({ home: z.string(), words: z.string(), at })),
  may: z.array(
    z.enum([...keysOf<PlanStep>(planSteps), 'change', 'collectFrom', 'refund', 'subsidy', 'remind', 'apply']),
  ),
})
const planBody = z.object({
  placeId: id,
  fundId: id,
  title: words(80, 2),
  reason: words(1000, 2),
  caseId: id.nullable().default(null),
  method,
  total: fen,
  subsidy: fenOrNone.default(0),
  usesAccounts: z.boolean().default(false),
  /** Homes that take part; all of the place when absent. */
  homeIds: z.array(id).min(1).max(2000).optional(),
  /** Thousandths per floor; a floor that is missing pays by 1.000. */
  floorFactors: z
    .array(z.object({ floor: z.number().int().min(-9).max(200), factor: z.number().int().min(0).max(100_000) }))
    .max(210)
    .default([]),
  /** For agreed amounts: each home’s share; together the total less the subsidy. */
  agreedShares: z
    .array(z.object({ homeId: id, amount: fenOrNone }))
    .max(2000)
    .default([]),
})
/** What each would pay, before anything is kept. */
const preview = z.object({
  lines: z.array(
    line.pick({ home: true, floor: true, area: true, factor: true, weight: true, share: true, fromAccount: true }),
  ),
  /** Of all shares: the total less the subsidy. */ sum: figure,
  /** Sum of all weights. */ weights: z.number().int(),
})
const view = { params: idParams, out: planView } as const
const ofLine = z.object({ id, thingId: id })

export const fundPlansApi = endpoints({
  'GET /api/funds/plans': {
    say: 'Cost-sharing plans of my area, newest first',
    permission: 'fund.see',
    journal: null,
    query: z.object({ ...paging, state: state.optional() }),
    out: listOf(planRow),
  },
  'GET /api/funds/plans/homes': {
    say: 'Homes, shops and parking spaces of a place that may take part',
    permission: 'fund.apply',
    journal: null,
    query: z.object({ placeId: id }),
    out: z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(['home', 'shop', 'parking']),
        floor: z.number().int().nullable(),
        /** 0.01 m². */ area: z.number().int().nullable(),
      }),
    ),
  },
  'GET /api/funds/plans/mine': {
    say: 'Plans a home of mine takes part in',
    permission: 'signed-in',
    journal: null,
    out: z.array(planRow),
  },
  'POST /api/funds/plans': {
    say: 'Draft a plan; its shares can be looked at before anybody is asked',
    permission: 'fund.apply',
    journal: 'drafted a cost-sharing plan',
    body: planBody,
    out: planView,
  },
  'POST /api/funds/plans/preview': {
    say: 'What each household would pay by such a plan; nothing is kept',
    permission: 'fund.apply',
    journal: null,
    body: planBody,
    out: preview,
  },
  'GET /api/funds/plans/:id': {
    ...view,
    say: 'A plan with every line: for staff, and once asked for the households in it',
    permission: 'signed-in',
    journal: null,
  },
  'GET /api/funds/plans/:id/lines.xlsx': {
    say: 'Every line as a spreadsheet',
    permission: 'fund.see',
    journal: 'exported a cost-sharing plan',
    params: idParams,
    gives: 'file',
  },
  'PUT /api/funds/plans/:id': {
    ...view,
    say: 'Change a draft; once the households are asked it is frozen',
    permission: 'fund.apply',
    journal: 'changed a cost-sharing plan',
    body: planBody,
  },
  'POST /api/funds/plans/:id/ask': {
    ...view,
    say: 'Freeze the plan with its hash and ask each household',
    permission: 'fund.apply',
    journal: 'asked the households about a plan',
    body: z.object({ answerBy: day }),
  },
  'POST /api/funds/plans/:id/drop': {
    ...view,
    say: 'Drop a plan before anything is collected',
    permission: 'fund.apply',
    journal: 'dropped a cost-sharing plan',
    body: z.object({ words: words(500, 2) }),
  },
  'POST /api/funds/plans/:id/answers/:thingId': {
    say: 'Agree or object for a home one owns; staff write down what was said at the door',
    permission: 'signed-in',
    journal: 'answered a cost-sharing plan',
    params: ofLine,
    body: z.object({ answer, words: words(500, 2).nullable().default(null) }),
    out: planView,
  },
  'POST /api/funds/plans/:id/collect': {
    ...view,
    say: 'Begin collecting: all agreed, or a decision allows it',
    permission: 'fund.keep',
    journal: 'began collecting shares',
    body: z.object({
      dueOn: day,
      basisWords: words(300, 2).nullable().default(null),
      decisionId: id.nullable().default(null),
    }),
  },
  'POST /api/funds/plans/:id/payments/:thingId': {
    say: 'Record what a household paid, at most what it owes',
    permission: 'fund.keep',
    journal: 'recorded a share',
    params: ofLine,
    body: z.object({ amount: fen, day, photos: photoIds.default([]) }),
    out: planView,
  },
  'POST /api/funds/plans/:id/refunds/:thingId': {
    say: 'Record what was given back to a household, at most what is due to it',
    permission: 'fund.pay',
    journal: 'refunded a share',
    params: ofLine,
    body: z.object({ amount: fen, day }),
    out: planView,
  },
  'POST /api/funds/plans/:id/subsidy': {
    ...view,
    say: 'Record the subsidy that arrived',
    permission: 'fund.keep',
    journal: 'recorded a subsidy',
    body: z.object({ amount: fen, day }),
  },
  'POST /api/funds/plans/:id/reminders': {
    say: 'Remind the households that still owe; once a day at most',
    permission: 'fund.keep',
    journal: 'reminded of shares',
    params: idParams,
    out: done.extend({ reminded: z.number().int() }),
  },
  'POST /api/funds/plans/:id/final': {
    ...view,
    say: 'Final accounts: what it really cost; each household’s difference follows',
    permission: 'fund.keep',
    journal: 'made final accounts',
    body: z.object({ finalTotal: fen, words: words(500, 2), photos: photoIds.default([]) }),
  },
  'POST /api/funds/plans/:id/settle': {
    ...view,
    say: 'Settle: nobody owes, nothing is owed, nothing is left',
    permission: 'fund.approve',
    journal: 'settled a plan',
  },
})
