// The journal viewer: who did what to which thing, and proof that nothing was changed since.
import { z } from 'zod'
import { at, day, id, listOf, paging } from './common.ts'
import { endpoints } from './endpoint.ts'

export const journalEntry = z.object({
  id: z.string(),
  at,
  actor: z.object({ id: id.nullable(), name: z.string() }),
  address: z.string().nullable(),
  action: z.string(),
  sentence: z.string(),
  thing: z.object({ kind: z.string(), id: z.string() }),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  /** What its ids stand for: bodies, places above a home, categories, positions, cases by number, staff. */
  names: z.record(z.string(), z.string()),
  seq: z.number().int(),
  hash: z.string(),
})
const journalFilters = {
  thingKind: z.string().max(40).optional(),
  thingId: z.string().max(60).optional(),
  actorId: id.optional(),
  action: z.string().max(60).optional(),
  from: day.optional(),
  to: day.optional(),
}

export const journalApi = endpoints({
  'GET /api/journal': {
    say: 'Entries, newest first',
    permission: 'journal.see',
    journal: null,
    query: z.object({ ...paging, ...journalFilters }),
    out: listOf(journalEntry),
  },
  'GET /api/journal.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'journal.see',
    journal: 'exported the journal',
    query: z.object(journalFilters),
    gives: 'file',
  },
  'GET /api/journal/verification': {
    say: 'Recompute the chain of a thing, or the root of a day',
    permission: 'journal.see',
    journal: null,
    query: z.object({
      thingKind: z.string().max(40).optional(),
      thingId: z.string().max(60).optional(),
      day: day.optional(),
    }),
    out: z.object({
      entries: z.number().int(),
      intact: z.boolean(),
      brokenAt: z.string().nullable(),
      root: z.string().nullable(),
    }),
  },
})
