// Orders of the hotline, previews of sheets, returns, and the keys of the interface.
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { HotlineField, HotlineScope, HotlineState } from '../../../../contract/src/channels-kinds.ts'
import { moment } from '../../platform/columns.ts'

export const hotlineOrders = pgTable('hotline_orders', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  number: text('number').notNull(),
  caseId: uuid('case_id').notNull(),
  words: text('words').notNull(),
  receivedAt: moment('received_at'),
  replyDueAt: moment('reply_due_at'),
  warnedAt: moment('warned_at'),
  missedAt: moment('missed_at'),
  returnedAt: moment('returned_at'),
  returnedState: text('returned_state').$type<HotlineState>(),
  source: text('source').$type<'sheet' | 'interface'>().notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})
export const hotlineImports = pgTable('hotline_imports', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  fileName: text('file_name').notNull(),
  headers: text('headers').array().notNull(),
  mapping: jsonb('mapping').$type<Partial<Record<HotlineField, string>>>().notNull(),
  rowsSealed: text('rows_sealed').notNull(),
  rowCount: integer('row_count').notNull(),
  state: text('state').$type<'previewed' | 'committed' | 'forgotten'>().notNull(),
  created: integer('created').notNull().default(0),
  updated: integer('updated').notNull().default(0),
  byPerson: uuid('by_person').notNull(),
  byName: text('by_name').notNull(),
  at: moment('at').notNull(),
})
export const hotlineReturns = pgTable('hotline_returns', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  byPerson: uuid('by_person'),
  byName: text('by_name').notNull(),
  at: moment('at').notNull(),
  lineCount: integer('line_count').notNull(),
})
export const hotlineReturnLines = pgTable(
  'hotline_return_lines',
  {
    returnId: uuid('return_id').notNull(),
    orderId: uuid('order_id').notNull(),
    state: text('state').$type<HotlineState>().notNull(),
    words: text('words').notNull(),
  },
  (t) => [primaryKey({ columns: [t.returnId, t.orderId] })],
)
export const hotlineKeys = pgTable('hotline_keys', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  placeId: uuid('place_id').notNull(),
  name: text('name').notNull(),
  hash: text('hash').notNull(),
  tail: text('tail').notNull(),
  scopes: text('scopes').array().$type<HotlineScope[]>().notNull(),
  perMinute: integer('per_minute').notNull(),
  minute: moment('minute'),
  usedInMinute: integer('used_in_minute').notNull().default(0),
  lastUsedAt: moment('last_used_at'),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  revokedAt: moment('revoked_at'),
})
