// Spreadsheets uploaded, with the verdict on every row.
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ImportKind } from './columns.ts'
import type { CellError, Does } from './plan.ts'
import { moment } from '../../platform/columns.ts'

export const imports = pgTable('imports', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  kind: text('kind').$type<ImportKind>().notNull(),
  fileName: text('file_name').notNull(),
  state: text('state').$type<'previewed' | 'committed'>().notNull(),
  rows: integer('rows').notNull(),
  good: integer('good').notNull(),
  bad: integer('bad').notNull(),
  created: integer('created').notNull().default(0),
  updated: integer('updated').notNull().default(0),
  unchanged: integer('unchanged').notNull().default(0),
  byPerson: uuid('by_person').notNull(),
  at: moment('at').notNull(),
  committedAt: moment('committed_at'),
})
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid('import_id').notNull(),
    row: integer('row').notNull(),
    cells: jsonb('cells').$type<Record<string, string>>().notNull(),
    does: text('does').$type<Does>().notNull(),
    errors: jsonb('errors').$type<CellError[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
)
