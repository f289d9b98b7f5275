// Imports: spreadsheets in, with a preview of every row's errors before anything is written.
import { z } from 'zod'
import { at, flag, id, idParams, listOf, paging } from './common.ts'
import { endpoints } from './endpoint.ts'

export const importKinds = ['places', 'residents', 'organisations', 'staff'] as const
export const importKind = z.enum(importKinds)
export const importRun = z.object({
  id,
  kind: importKind,
  fileName: z.string(),
  state: z.enum(['previewed', 'committed']),
  rows: z.number().int(),
  good: z.number().int(),
  bad: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  at,
  by: z.string(),
  columns: z.array(z.object({ key: z.string(), title: z.string() })),
})
export const importRow = z.object({
  row: z.number().int(),
  cells: z.record(z.string(), z.string()),
  does: z.enum(['create', 'update', 'nothing', 'error']),
  errors: z.array(z.object({ column: z.string(), message: z.string() })),
})
export const importsApi = endpoints({
  'GET /api/imports/templates/:kind.xlsx': {
    say: 'The template, with its columns explained',
    permission: 'import.run',
    journal: null,
    params: z.object({ kind: importKind }),
    gives: 'file',
  },
  'GET /api/imports': {
    say: 'Imports in my area',
    permission: 'import.run',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(importRun),
  },
  'GET /api/imports.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'import.run',
    journal: 'exported imports',
    gives: 'file',
  },
  'POST /api/imports': {
    say: 'Upload and preview',
    permission: 'import.run',
    journal: 'uploaded a spreadsheet',
    takes: 'file',
    body: z.object({ kind: importKind }),
    out: importRun,
  },
  'GET /api/imports/:id': {
    say: 'One import',
    permission: 'import.run',
    journal: null,
    params: idParams,
    out: importRun,
  },
  'GET /api/imports/:id/rows': {
    say: 'Its rows, those with errors first',
    permission: 'import.run',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, onlyErrors: flag.optional() }),
    out: listOf(importRow),
  },
  'GET /api/imports/:id/rows.xlsx': {
    say: 'Its rows as a spreadsheet, with what is wrong beside each',
    permission: 'import.run',
    journal: 'exported rows of an import',
    params: idParams,
    query: z.object({ onlyErrors: flag.optional() }),
    gives: 'file',
  },
  'POST /api/imports/:id/commit': {
    say: 'Write all rows, or the good ones',
    permission: 'import.run',
    journal: 'committed an import',
    params: idParams,
    body: z.object({ which: z.enum(['all', 'good']) }),
    out: importRun,
  },
})
