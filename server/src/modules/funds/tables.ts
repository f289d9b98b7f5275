// Funds, their books, pledges, applications and questions.
import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type {
  AccountRole,
  ApplicationState,
  EntryKind,
  FundKind,
  FundState,
} from '../../../../contract/src/funds-life.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const fen = (name: string) => bigint(name, { mode: 'number' })
export const placedRow = () => ({
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
