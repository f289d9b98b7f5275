// Joint operations: the record, its units, its findings.
import { date, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { OperationState } from '../../../../contract/src/operations-life.ts'
import { ancestors, moment } from '../../platform/columns.ts'

export const operations = pgTable('operations', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  name: text('name').notNull(),
  aim: text('aim').notNull(),
  day: date('day').notNull(),
  leadId: uuid('lead_id').notNull(),
  state: text('state').$type<OperationState>().notNull(),
  /** What was achieved, in numbers. */
  results: jsonb('results').$type<{ label: string; value: number }[]>().notNull(),
  words: text('words'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
  closedAt: moment('closed_at'),
})
export const operationUnits = pgTable(
  'operation_units',
  {
    operationId: uuid('operation_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    people: text('people').notNull(),
    task: text('task').notNull(),
  },
  (t) => [primaryKey({ columns: [t.operationId, t.organisationId] })],
)
export const operationFindings = pgTable('operation_findings', {
  id: uuid('id').primaryKey(),
  operationId: uuid('operation_id').notNull(),
  organisationId: uuid('organisation_id'),
  placeId: uuid('place_id').notNull(),
  words: text('words').notNull(),
  photos: uuid('photos').array().notNull(),
  personId: uuid('person_id').notNull(),
  at: moment('at').notNull(),
  caseId: uuid('case_id'),
})
