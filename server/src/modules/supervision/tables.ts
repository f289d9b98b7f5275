// Supervision orders, their misses, and rounds of random re-checks.
import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { OrderLevel, OrderState } from '../../../../contract/src/supervision-life.ts'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

const day = (name: string) => date(name, { mode: 'string' })
export const supervisionOrders = pgTable('supervision_orders', {
  id: uuid('id').primaryKey(),
  ...ancestorsInCommunity(),
  caseId: uuid('case_id').notNull(),
  level: text('level').$type<OrderLevel>().notNull(),
  orderedBy: uuid('ordered_by'),
  ordererId: uuid('orderer_id').notNull(),
  answererId: uuid('answerer_id').notNull(),
  words: text('words').notNull(),
  beforeClosing: boolean('before_closing').notNull().default(false),
  dueAt: moment('due_at').notNull(),
  state: text('state').$type<OrderState>().notNull(),
  reply: text('reply'),
  repliedBy: uuid('replied_by'),
  repliedAt: moment('replied_at'),
  photos: uuid('photos').array().notNull(),
  endedWords: text('ended_words'),
  endedAt: moment('ended_at'),
  warnedAt: moment('warned_at'),
  missedAt: moment('missed_at'),
  createdAt: moment('created_at').notNull(),
})
export const supervisionMisses = pgTable(
  'supervision_misses',
  {
    orderId: uuid('order_id').notNull(),
    dueAt: moment('due_at').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    notedAt: moment('noted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.dueAt] })],
)
export const recheckSettings = pgTable('recheck_settings', {
  districtId: uuid('district_id').primaryKey(),
  sharePermille: integer('share_permille').notNull(),
})
export const recheckRounds = pgTable('recheck_rounds', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  fromOn: day('from_on').notNull(),
  toOn: day('to_on').notNull(),
  sharePermille: integer('share_permille').notNull(),
  seed: text('seed').notNull(),
  population: integer('population').notNull(),
  drawn: integer('drawn').notNull(),
  drawnBy: uuid('drawn_by'),
  drawnAt: moment('drawn_at').notNull(),
})
export const recheckItems = pgTable('recheck_items', {
  id: uuid('id').primaryKey(),
  roundId: uuid('round_id').notNull(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  rank: integer('rank').notNull(),
  result: text('result').$type<'passed' | 'failed'>(),
  words: text('words'),
  photos: uuid('photos').array().notNull(),
  checkedBy: uuid('checked_by'),
  checkedAt: moment('checked_at'),
  orderId: uuid('order_id'),
})
