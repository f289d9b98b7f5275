// Accounts of a maintenance fund: what came to and went from one, and interest shared over all.
import { z } from 'zod'
import { photoIds } from './cases-shapes.ts'
import { day, id, idParams, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { accountStatement, fen, fundView } from './funds-shapes.ts'

/** A year, a quarter or a month: `2026`, `2026-Q3`, `2026-10`. */
export const period = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?$/)
const ofThing = z.object({ id, thingId: id })
export const fundAccountsApi = endpoints({
  'GET /api/funds/:id/accounts/:thingId': {
    say: 'What came to and went from one account, for its staff and for whose home it is',
    permission: 'signed-in',
    journal: null,
    params: ofThing,
    query: z.object({ period }),
    out: accountStatement,
  },
  'POST /api/funds/:id/interest': {
    say: 'Share the interest of a maintenance fund over its accounts, by what lay in each on that day',
    permission: 'fund.keep',
    journal: 'shared interest over accounts',
    params: idParams,
    body: z.object({ amount: fen, day, purpose: words(200, 2), photos: photoIds.default([]) }),
    out: fundView,
  },
})
