// Funds, their books, pledges, applications, questions, and cost-sharing plans with their lines.
import { bigint, boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type {
  AccountRole,
  ApplicationState,
  EntryKind,
  FundKind,
  FundState,
  PlanState,
  ShareMethod,
} from '../../../../contract/src/funds-life.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const fen = (name: string) => bigint(name, { mode: 'number' })
const placedRow = () => ({
  districtId: uuid('district_id').notNull(),
  streetId: uuid('street_id'),
  communityId: uuid('community_id'),
  gridId: uuid('grid_id'),
  microGridId: uuid('micro_grid_id'),
  estateId: uuid('estate_id'),
  buildingId: uuid('building_id'),
  unitId: uuid('unit_id'),
  placeId: uuid('place_id').notNull(),
})
export const funds = pgTable('funds', {
  id: uuid('id').primaryKey(),
  ...placedRow(),
  number: fen('number')
    .notNull()
    .default(sql`nextval('fund_numbers')`),
  kind: text('kind').$type<FundKind>().notNull(),
  name: text('name').notNull(),
  purpose: text('purpose').notNull(),
  state: text('state').$type<FundState>().notNull(),
  year: integer('year'),
  budget: fen('budget'),
  target: fen('target'),
  endsOn: date('ends_on', { mode: 'string' }),
  approveUpTo: fen('approve_up_to'),
  deliberateAbove: fen('deliberate_above'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export const fundAccounts = pgTable('fund_accounts', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  fundId: uuid('fund_id').notNull(),
  kind: text('kind').$type<'asset' | 'liability' | 'income' | 'expense'>().notNull(),
  role: text('role').$type<AccountRole>().notNull(),
  placeId: uuid('place_id'),
  planId: uuid('plan_id'),
})
export const fundEntries = pgTable('fund_entries', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  fundId: uuid('fund_id').notNull(),
  kind: text('kind').$type<EntryKind>().notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  purpose: text('purpose').notNull(),
  lines: integer('lines').notNull(),
  reversesId: uuid('reverses_id'),
  thingKind: text('thing_kind').$type<'application' | 'pledge' | 'planLine' | 'plan'>(),
  thingId: uuid('thing_id'),
  photos: uuid('photos').array().notNull().default([]),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull(),
})
export const fundPostings = pgTable(
  'fund_postings',
  {
    entryId: uuid('entry_id').notNull(),
    accountId: uuid('account_id').notNull(),
    amount: fen('amount').notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.accountId] })],
)
export const fundBalances = pgTable('fund_balances', {
  accountId: uuid('account_id').primaryKey(),
  balance: fen('balance').notNull(),
})
export const fundPledges = pgTable('fund_pledges', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  fundId: uuid('fund_id').notNull(),
  personId: uuid('person_id'),
  name: text('name').notNull(),
  amount: fen('amount').notNull(),
  paid: fen('paid').notNull().default(0),
  returned: fen('returned').notNull().default(0),
  at: moment('at').notNull(),
  withdrawnAt: moment('withdrawn_at'),
})
export const fundApplications = pgTable('fund_applications', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  fundId: uuid('fund_id').notNull(),
  planId: uuid('plan_id'),
  accountPlaceId: uuid('account_place_id'),
  number: fen('number')
    .notNull()
    .default(sql`nextval('fund_application_numbers')`),
  title: text('title').notNull(),
  reason: text('reason').notNull(),
  payee: text('payee').notNull(),
  amount: fen('amount').notNull(),
  resolutionId: uuid('resolution_id'),
  resolutionWords: text('resolution_words'),
  state: text('state').$type<ApplicationState>().notNull(),
  stateAt: moment('state_at').notNull(),
  applicantId: uuid('applicant_id').notNull(),
  applicantName: text('applicant_name').notNull(),
  approverId: uuid('approver_id'),
  approverName: text('approver_name'),
  decidedWords: text('decided_words'),
  payerId: uuid('payer_id'),
  payerName: text('payer_name'),
  entryId: uuid('entry_id'),
  receipts: uuid('receipts').array().notNull().default([]),
  appliedAt: moment('applied_at').notNull(),
})
export const fundQuestions = pgTable('fund_questions', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  fundId: uuid('fund_id').notNull(),
  entryId: uuid('entry_id'),
  personId: uuid('person_id').notNull(),
  words: text('words').notNull(),
  askedAt: moment('asked_at').notNull(),
  answer: text('answer'),
  answeredBy: uuid('answered_by'),
  answeredAt: moment('answered_at'),
})
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
