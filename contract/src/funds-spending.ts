// Spending from a fund: applied for, approved by another, paid, receipt shown, published (mission B12).
import { z } from 'zod'
import { photoIds } from './cases-shapes.ts'
import { day, id, idParams, listOf, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { applicationState, applicationView, fen } from './funds-shapes.ts'

const step = { params: idParams, out: applicationView } as const
export const fundSpendingApi = endpoints({
  'GET /api/funds/applications': {
    say: 'Applications of my area, newest first',
    permission: 'fund.see',
    journal: null,
    query: z.object({ ...paging, fundId: id.optional(), state: applicationState.optional() }),
    out: listOf(applicationView),
  },
  'GET /api/funds/applications/:id': {
    ...step,
    say: 'One application',
    permission: 'fund.see',
    journal: null,
  },
  'POST /api/funds/:id/applications': {
    ...step,
    say: 'Apply for spending',
    permission: 'fund.apply',
    journal: 'applied for spending',
    body: z.object({
      title: words(80, 2),
      reason: words(1000, 2),
      payee: words(80, 2),
      amount: fen,
      planId: id.nullable().default(null),
      accountPlaceId: id.nullable().default(null),
      resolutionId: id.nullable().default(null),
      resolutionWords: words(300, 2).nullable().default(null),
      decisionId: id.nullable().default(null),
    }),
  },
  'POST /api/funds/applications/:id/approve': {
    ...step,
    say: 'Approve; never by who applied',
    permission: 'fund.approve',
    journal: 'approved spending',
    body: z.object({ words: words(500, 2).optional() }),
  },
  'POST /api/funds/applications/:id/refuse': {
    ...step,
    say: 'Refuse with a reason',
    permission: 'fund.approve',
    journal: 'refused spending',
    body: z.object({ words: words(500, 2) }),
  },
  'POST /api/funds/applications/:id/withdraw': {
    ...step,
    say: 'Take one’s own application back before it is paid',
    permission: 'fund.apply',
    journal: 'withdrew an application',
  },
  'POST /api/funds/applications/:id/pay': {
    ...step,
    say: 'Record the payment; it is entered into the books',
    permission: 'fund.pay',
    journal: 'paid from a fund',
    body: z.object({ day }),
  },
  'POST /api/funds/applications/:id/receipt': {
    ...step,
    say: 'Add photos of the receipt',
    permission: 'fund.pay',
    journal: 'added a receipt',
    body: z.object({ photos: photoIds.min(1) }),
  },
  'POST /api/funds/applications/:id/publish': {
    ...step,
    say: 'Release the receipt to everybody of the place',
    permission: 'fund.keep',
    journal: 'published spending',
  },
  'POST /api/funds/applications/:id/reverse': {
    ...step,
    say: 'Reverse a payment that came back or was wrong',
    permission: 'fund.approve',
    journal: 'reversed a payment',
    body: z.object({ words: words(200, 2) }),
  },
})
