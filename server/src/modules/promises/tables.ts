// Promises, plans made of them, and hand-overs to deliberation.
import { boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

export type PromiseOf = 'case' | 'plan' | 'supervision' | 'settlement' | 'patrol' | 'other'
export const promises = pgTable('promises', {
  id: uuid('id').primaryKey(),
  ...ancestorsInCommunity(),
  caseId: uuid('case_id'),
  thingKind: text('thing_kind').$type<PromiseOf>().notNull(),
  thingId: uuid('thing_id').notNull(),
  sort: integer('sort').notNull().default(0),
  what: text('what').notNull(),
  ownerId: uuid('owner_id').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  state: text('state').$type<'open' | 'kept' | 'released'>().notNull(),
  public: boolean('public').notNull().default(true),
  madeBy: uuid('made_by'),
  madeAt: moment('made_at').notNull(),
  endedBy: uuid('ended_by'),
  endedAt: moment('ended_at'),
  endedWords: text('ended_words'),
  photos: uuid('photos').array().notNull(),
  warnedAt: moment('warned_at'),
  missedAt: moment('missed_at'),
})
export const casePlans = pgTable('case_plans', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  aim: text('aim').notNull(),
  state: text('state').$type<'active' | 'done' | 'dropped'>().notNull(),
  madeBy: uuid('made_by'),
  madeAt: moment('made_at').notNull(),
  endedAt: moment('ended_at'),
  endedWords: text('ended_words'),
})
export const caseHandOvers = pgTable('case_hand_overs', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  communityId: uuid('community_id').notNull(),
  caseId: uuid('case_id').notNull(),
  bodyId: uuid('body_id'),
  reason: text('reason').notNull(),
  state: text('state').$type<'waiting' | 'returned'>().notNull(),
  outcome: text('outcome'),
  handedBy: uuid('handed_by'),
  handedAt: moment('handed_at').notNull(),
  returnedAt: moment('returned_at'),
})
