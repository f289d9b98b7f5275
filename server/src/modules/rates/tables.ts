// The outbox of changed cases, what each case counts, daily sums, months as published, exclusions, signs of gaming.
import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ExclusionGround, ExclusionState, SignKind } from '../../../../contract/src/rates-kinds.ts'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

const day = (name: string) => date(name, { mode: 'string' })
export type RateAxis = 'all' | 'body' | 'category'
const counted = () => ({
  respondDue: integer('respond_due').notNull(),
  responded: integer('responded').notNull(),
  respondExcluded: integer('respond_excluded').notNull(),
  resolveDue: integer('resolve_due').notNull(),
  resolved: integer('resolved').notNull(),
  silentUnchecked: integer('silent_unchecked').notNull(),
  waiting: integer('waiting').notNull(),
  resolveExcluded: integer('resolve_excluded').notNull(),
  rated: integer('rated').notNull(),
  satisfied: integer('satisfied').notNull(),
})
const facts = () => ({
  districtId: uuid('district_id').notNull(),
  streetId: uuid('street_id').notNull(),
  communityId: uuid('community_id').notNull(),
  categoryId: uuid('category_id').notNull(),
  respondDay: day('respond_day'),
  respondBody: uuid('respond_body'),
  responded: boolean('responded').notNull(),
  resolveDay: day('resolve_day'),
  resolveBody: uuid('resolve_body'),
  resolved: boolean('resolved').notNull(),
  silentUnchecked: boolean('silent_unchecked').notNull(),
  waiting: boolean('waiting').notNull(),
  rated: boolean('rated').notNull(),
  satisfied: boolean('satisfied').notNull(),
  merged: boolean('merged').notNull(),
  excluded: boolean('excluded').notNull(),
})
export const rateChanges = pgTable('rate_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  caseId: uuid('case_id').notNull(),
})
export const rateFacts = pgTable('rate_facts', { caseId: uuid('case_id').primaryKey(), ...facts() })
export const rateDays = pgTable(
  'rate_days',
  {
    districtId: uuid('district_id').notNull(),
    scopeId: uuid('scope_id').notNull(),
    axis: text('axis').$type<RateAxis>().notNull(),
    keyId: uuid('key_id').notNull(),
    day: day('day').notNull(),
    ...counted(),
  },
  (t) => [primaryKey({ columns: [t.scopeId, t.axis, t.keyId, t.day] })],
)
export const rateMonths = pgTable(
  'rate_months',
  {
    districtId: uuid('district_id').notNull(),
    month: text('month').notNull(),
    formula: text('formula').notNull(),
    publishedBy: uuid('published_by'),
    publishedAt: moment('published_at').notNull(),
    countedTo: day('counted_to').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.month] })],
)
export const rateMonthSums = pgTable(
  'rate_month_sums',
  {
    districtId: uuid('district_id').notNull(),
    month: text('month').notNull(),
    scopeId: uuid('scope_id').notNull(),
    axis: text('axis').$type<RateAxis>().notNull(),
    keyId: uuid('key_id').notNull(),
    ...counted(),
  },
  (t) => [primaryKey({ columns: [t.scopeId, t.month, t.axis, t.keyId] })],
)
export const rateMonthFacts = pgTable(
  'rate_month_facts',
  { month: text('month').notNull(), caseId: uuid('case_id').notNull(), ...facts() },
  (t) => [primaryKey({ columns: [t.districtId, t.month, t.caseId] })],
)
export const rateExclusions = pgTable('rate_exclusions', {
  id: uuid('id').primaryKey(),
  ...ancestorsInCommunity(),
  caseId: uuid('case_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  ground: text('ground').$type<ExclusionGround>().notNull(),
  words: text('words').notNull(),
  photos: uuid('photos').array().notNull(),
  applicantId: uuid('applicant_id'),
  askedAt: moment('asked_at').notNull(),
  state: text('state').$type<ExclusionState>().notNull(),
  reviewerId: uuid('reviewer_id'),
  decision: text('decision'),
  decidedAt: moment('decided_at'),
})
export const ratingOrigins = pgTable('rating_origins', {
  caseId: uuid('case_id').primaryKey(),
  deviceHash: text('device_hash').notNull(),
  at: moment('at').notNull(),
})
export const rateSigns = pgTable('rate_signs', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  month: text('month').notNull(),
  kind: text('kind').$type<SignKind>().notNull(),
  bodyId: uuid('body_id'),
  counted: integer('counted').notNull(),
  ofAll: integer('of_all').notNull(),
  caseIds: uuid('case_ids').array().notNull(),
  foundAt: moment('found_at').notNull(),
})
