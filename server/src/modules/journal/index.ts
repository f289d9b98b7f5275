// The journal viewer, and the daily root over all entries.
import { journalApi } from '../../../../contract/src/journal.ts'
import { serve, type Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { exportEntries, listEntries } from './list-entries.ts'
import { verifyJournal } from './verify.ts'
import { writeRoots } from './write-roots.ts'

export { actsOn, type Act } from './acts-on.ts'

export const journalModule = (_parts: Parts): Module => ({
  name: 'journal',
  routes: serve(journalApi, {
    'GET /api/journal': (cx, { query }) => listEntries(cx, query),
    'GET /api/journal.xlsx': (cx, { query }) => exportEntries(cx, query),
    'GET /api/journal/verification': (cx, { query }) => verifyJournal(cx, query),
  }),
  // Five minutes after midnight in Shanghai: what was under way at midnight has been written.
  jobs: { 'journal.root': { run: (cx) => writeRoots(cx), cron: '5 0 * * *' } },
})
