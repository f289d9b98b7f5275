// Cases, their timeline, clocks and misses; categories, rules, policies, saved filters.
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type {
  CaseChannel,
  CaseHoldKind,
  CaseKind,
  CaseLevel,
  CaseState,
  ClockKind,
} from '../../../../contract/src/cases-life.ts'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Budget, BudgetUnit } from '../../../../rules/src/deadline-clock.ts'
import { clockColumns } from '../../platform/calendar/clock-row.ts'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const cases = pgTable('cases', {
  id: uuid('id').primaryKey(),
  number: bigint('number', { mode: 'number' }).notNull(),
  ...ancestorsInCommunity(),
  placeId: uuid('place_id').notNull(),
  placeKind: text('place_kind').$type<PlaceKind>().notNull(),
  placeName: text('place_name').notNull(),
  placePath: text('place_path').notNull(),
  placeNote: text('place_note'),
  lon: doublePrecision('lon'),
  lat: doublePrecision('lat'),
  kind: text('kind').$type<CaseKind>().notNull(),
  categoryId: uuid('category_id').notNull(),
  channel: text('channel').$type<CaseChannel>().notNull(),
  words: text('words').notNull(),
  photos: uuid('photos').array().notNull(),
  voice: uuid('voice'),
  reporterId: uuid('reporter_id'),
  nameHidden: boolean('name_hidden').notNull().default(false),
  filedBy: uuid('filed_by'),
  behalfName: text('behalf_name'),
  behalfPhoneSealed: text('behalf_phone_sealed'),
  behalfConsent: boolean('behalf_consent'),
  state: text('state').$type<CaseState>().notNull(),
  stateAt: moment('state_at').notNull(),
  handlerId: uuid('handler_id'),
  proposedId: uuid('proposed_id'),
  proposedRule: text('proposed_rule'),
  proposedWhy: text('proposed_why'),
  doerId: uuid('doer_id'),
  dueAt: moment('due_at'),
  dueKind: text('due_kind').$type<ClockKind>(),
  overdue: boolean('overdue').notNull().default(false),
  suspendUntil: moment('suspend_until'),
  suspensions: integer('suspensions').notNull().default(0),
  closedAt: moment('closed_at'),
  rating: integer('rating'),
  ratingReasons: text('rating_reasons').array().notNull(),
  parentId: uuid('parent_id'),
  mergedIntoId: uuid('merged_into_id'),
  mergedFromState: text('merged_from_state').$type<CaseState>(),
  mergedFromRating: integer('merged_from_rating'),
  mergedFromReasons: text('merged_from_reasons').array(),
  level: text('level').$type<CaseLevel>().notNull().default('community'),
  levelSince: moment('level_since'),
  /** What the public may see: category and place, also released words, or nothing. */
  openness: text('openness').$type<'plain' | 'summary' | 'withheld'>().notNull().default('plain'),
  search: tsvector('search').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})
export const caseEvents = pgTable('case_events', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  at: moment('at').notNull(),
  step: text('step').notNull(),
  fromState: text('from_state').$type<CaseState>(),
  toState: text('to_state').$type<CaseState>(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  organisationName: text('organisation_name'),
  words: text('words'),
  audience: text('audience').$type<'public' | 'internal'>().notNull(),
  photos: uuid('photos').array().notNull(),
  data: jsonb('data').$type<Record<string, string>>(),
})
/** What must be done or released before a case may close. */
export const caseHolds = pgTable('case_holds', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  kind: text('kind').$type<CaseHoldKind>().notNull(),
  thingId: uuid('thing_id').notNull(),
  say: text('say').notNull(),
  createdAt: moment('created_at').notNull(),
  releasedAt: moment('released_at'),
})
export const caseFollowers = pgTable(
  'case_followers',
  {
    caseId: uuid('case_id').notNull(),
    personId: uuid('person_id').notNull(),
    since: moment('since').notNull(),
    why: text('why').$type<'follows' | 'merged'>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.personId] })],
)
export const caseClocks = pgTable('case_clocks', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  kind: text('kind').$type<ClockKind>().notNull(),
  organisationId: uuid('organisation_id'),
  ...clockColumns(),
  /** The due moment last shown, kept by a trigger: a clock that stands has none. */
  promisedAt: moment('promised_at'),
})
export const caseMisses = pgTable('case_misses', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  clockId: uuid('clock_id').notNull(),
  kind: text('kind').notNull(),
  organisationId: uuid('organisation_id'),
  dueAt: moment('due_at').notNull(),
  notedAt: moment('noted_at').notNull(),
})
export const categories = pgTable('categories', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  parentId: uuid('parent_id'),
  name: text('name').notNull(),
  kind: text('kind').$type<CaseKind>().notNull(),
  keywords: text('keywords').array().notNull(),
  sort: integer('sort').notNull().default(0),
  active: boolean('active').notNull().default(true),
})
export const dispatchRules = pgTable('dispatch_rules', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  sort: integer('sort').notNull(),
  name: text('name').notNull(),
  categoryId: uuid('category_id'),
  kind: text('kind').$type<CaseKind>(),
  placeId: uuid('place_id'),
  target: text('target').$type<'organisation' | 'estateProperty' | 'community' | 'street' | 'dutyList'>().notNull(),
  organisationId: uuid('organisation_id'),
  automatic: boolean('automatic').notNull().default(false),
  active: boolean('active').notNull().default(true),
})
export const deadlinePolicies = pgTable(
  'deadline_policies',
  {
    districtId: uuid('district_id').notNull(),
    kind: text('kind').$type<CaseKind>().notNull(),
    respondUnit: text('respond_unit').$type<BudgetUnit>().notNull(),
    respondAmount: integer('respond_amount').notNull(),
    resolveUnit: text('resolve_unit').$type<BudgetUnit>().notNull(),
    resolveAmount: integer('resolve_amount').notNull(),
    verifyUnit: text('verify_unit').$type<BudgetUnit>().notNull().default('working-days'),
    verifyAmount: integer('verify_amount').notNull().default(2),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.kind] })],
)
/** Deadlines of an area for a while, e.g. of an emergency. */
export const caseRegimes = pgTable('case_regimes', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  placeId: uuid('place_id').notNull(),
  placeKind: text('place_kind').$type<'street' | 'community' | 'grid' | 'estate'>().notNull(),
  budgets: jsonb('budgets')
    .$type<Readonly<Record<CaseKind, { readonly respond: Budget; readonly resolve: Budget }>>>()
    .notNull(),
  fromAt: moment('from_at').notNull(),
  untilAt: moment('until_at'),
})
/** Where cases of a district begin. */
export const caseBeginnings = pgTable('case_beginnings', {
  districtId: uuid('district_id').primaryKey(),
  gridKinds: text('grid_kinds').array().$type<CaseKind[]>().notNull().default([]),
})
export const caseViews = pgTable('case_views', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  personId: uuid('person_id').notNull(),
  name: text('name').notNull(),
  query: jsonb('query').$type<Record<string, string>>().notNull(),
  organisationId: uuid('organisation_id'),
})
