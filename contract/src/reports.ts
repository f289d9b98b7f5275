// Weekly and monthly reports of an area (mission E9): the same figures as on screen, as a page, a spreadsheet and a document.
import { z } from 'zod'
import { at, day, id } from './common.ts'
import { endpoints } from './endpoint.ts'
import { rateScope, rateSums } from './rates.ts'

const count = z.number().int()
const query = z.object({
  /** A district, street or community; the widest of the caller's own where absent. */
  scopeId: id.optional(),
  kind: z.enum(['week', 'month']),
  /** Any day of the week or month. */
  day,
})
const named = z.object({ id: id.nullable(), name: z.string() })
export const report = z.object({
  scope: rateScope,
  kind: z.enum(['week', 'month']),
  from: day,
  to: day,
  countedTo: day,
  formula: z.string(),
  madeAt: at,
  /** Frozen figures of a published month; live otherwise. */
  published: z.boolean(),
  received: count,
  closed: count,
  total: rateSums,
  before: rateSums,
  trend: z.array(rateSums.extend({ from: day, to: day })),
  categories: z.array(rateSums.extend({ of: named })),
  bodies: z.array(rateSums.extend({ of: named })),
  places: z.array(rateSums.extend({ of: named })),
  overdue: z.object({
    count,
    rows: z.array(z.object({ id, number: z.string(), place: z.string(), body: z.string(), dueAt: at })),
  }),
  hotSpots: z.array(z.object({ id, title: z.string(), place: z.string(), cases: count })),
  whistles: z.object({ called: count, late: count }),
  patrols: z.object({ planned: count, done: count, missed: count, findings: count }),
  promises: z.object({ due: count, kept: count, late: count, open: count }),
  bestBodies: z.array(z.object({ id, name: z.string(), rated: count, satisfied: count })),
  bestPeople: z.array(z.object({ name: z.string(), organisation: z.string(), fives: count })),
})
export const reportsApi = endpoints({
  'GET /api/reports': {
    say: 'The report of a week or month',
    permission: 'rates.see',
    journal: null,
    query,
    out: report,
  },
  'GET /api/reports/sheet': {
    say: 'The report as a spreadsheet',
    permission: 'rates.see',
    journal: null,
    query,
    gives: 'file',
  },
  'GET /api/reports/document': {
    say: 'The report as a document to edit and print',
    permission: 'rates.see',
    journal: null,
    query,
    gives: 'file',
  },
})
