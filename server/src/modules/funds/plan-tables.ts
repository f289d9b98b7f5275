// Cost-sharing plans and their lines.
import { bigint, boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { PlanState, ShareMethod } from '../../../../contract/src/funds-life.ts'
import { placedRow } from './tables.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const fen = (name: string) => bigint(name, { mode: 'number' })
export const fundPlans = pgTable('fund_plans', {
  id: uuid('id').primaryKey(),
  ...placedRow(),
  fundId: uuid('fund_id').notNull(),
  number: fen('number')
    .notNull()
    .default(sql`nextval('fund_plan_numbers')`),
  title: text('title').notNull(),
  reason: text('reason').notNull(),
  caseId: uuid('case_id'),
  method: text('method').$type<ShareMethod>().notNull(),
  total: fen('total').notNull(),
  subsidy: fen('subsidy').notNull().default(0),
  usesAccounts: boolean('uses_accounts').notNull(),
  state: text('state').$type<PlanState>().notNull(),
  stateAt: moment('state_at').notNull(),
  answerBy: date('answer_by', { mode: 'string' }),
  dueOn: date('due_on', { mode: 'string' }),
  frozenText: text('frozen_text'),
  frozenHash: text('frozen_hash'),
  frozenAt: moment('frozen_at'),
  basis: text('basis').$type<'allAgreed' | 'decision'>(),
  basisWords: text('basis_words'),
  decisionId: uuid('decision_id'),
  subsidyReceived: fen('subsidy_received').notNull().default(0),
  finalTotal: fen('final_total'),
  finalWords: text('final_words'),
  finalPhotos: uuid('final_photos').array().notNull().default([]),
  remindedAt: moment('reminded_at'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export const fundPlanLines = pgTable('fund_plan_lines', {
  id: uuid('id').primaryKey(),
  planId: uuid('plan_id').notNull(),
  homeId: uuid('home_id').notNull(),
  sort: integer('sort').notNull(),
  label: text('label').notNull(),
  floor: integer('floor'),
  area: integer('area'),
  factor: integer('factor'),
  weight: fen('weight').notNull(),
  share: fen('share').notNull(),
  fromAccount: fen('from_account').notNull().default(0),
  paid: fen('paid').notNull().default(0),
  covered: fen('covered').notNull().default(0),
  finalShare: fen('final_share'),
  answer: text('answer').$type<'agree' | 'object'>(),
  answerWords: text('answer_words'),
  answeredBy: uuid('answered_by'),
  answeredAt: moment('answered_at'),
})
