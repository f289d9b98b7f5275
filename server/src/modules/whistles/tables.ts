// Whistles, the parts of the units called, their clocks, lateness, history, ratings, and the default deadlines.
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { PartClock, PartState } from '../../../../contract/src/whistles-life.ts'
import type { BudgetUnit } from '../../../../rules/src/deadline-clock.ts'
import { clockColumns } from '../../platform/calendar/clock-row.ts'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

export const whistles = pgTable('whistles', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  why: text('why').notNull(),
  calledBy: uuid('called_by'),
  calledAt: moment('called_at').notNull(),
})
export const whistleParts = pgTable('whistle_parts', {
  id: uuid('id').primaryKey(),
  whistleId: uuid('whistle_id').notNull(),
  caseId: uuid('case_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  ...ancestorsInCommunity(),
  isLead: boolean('is_lead').notNull().default(false),
  asked: text('asked').notNull(),
  state: text('state').$type<PartState>().notNull(),
  stateAt: moment('state_at').notNull(),
  calledAt: moment('called_at').notNull(),
  calledBy: uuid('called_by'),
  callerName: text('caller_name').notNull(),
  callerOrganisation: text('caller_organisation').notNull(),
  callerLevel: text('caller_level').$type<CaseLevel>().notNull(),
  people: text('people'),
  expectedAt: moment('expected_at'),
  wasRefused: boolean('was_refused').notNull().default(false),
  lateArrival: boolean('late_arrival').notNull().default(false),
  lateResult: boolean('late_result').notNull().default(false),
  dueAt: moment('due_at'),
  doneAt: moment('done_at'),
  /** The duplicate it was called for, while that is merged into this case. */
  movedFrom: uuid('moved_from'),
})
export const whistleClocks = pgTable('whistle_clocks', {
  id: uuid('id').primaryKey(),
  partId: uuid('part_id').notNull(),
  kind: text('kind').$type<PartClock>().notNull(),
  ...clockColumns(),
})
/** One record per unit and clock. */
export const whistleLateness = pgTable('whistle_lateness', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  partId: uuid('part_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  kind: text('kind').$type<PartClock>().notNull(),
  dueAt: moment('due_at').notNull(),
  notedAt: moment('noted_at').notNull(),
  toldAt: moment('told_at'),
})
export const whistleEvents = pgTable('whistle_events', {
  id: uuid('id').primaryKey(),
  partId: uuid('part_id').notNull(),
  at: moment('at').notNull(),
  step: text('step').notNull(),
  fromState: text('from_state').$type<PartState>(),
  toState: text('to_state').$type<PartState>(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  organisationName: text('organisation_name'),
  words: text('words'),
  photos: uuid('photos').array().notNull().default([]),
  proof: text('proof'),
})
export const whistleRatings = pgTable(
  'whistle_ratings',
  {
    partId: uuid('part_id').notNull(),
    by: text('by').$type<'community' | 'reporter'>().notNull(),
    rating: integer('rating').notNull(),
    words: text('words'),
    personId: uuid('person_id'),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.partId, t.by] })],
)
export const whistleSettings = pgTable(
  'whistle_settings',
  {
    districtId: uuid('district_id').notNull(),
    kind: text('kind').$type<'urgent' | 'other'>().notNull(),
    arrivalUnit: text('arrival_unit').$type<BudgetUnit>().notNull(),
    arrivalAmount: integer('arrival_amount').notNull(),
    resultUnit: text('result_unit').$type<BudgetUnit>().notNull(),
    resultAmount: integer('result_amount').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.kind] })],
)
