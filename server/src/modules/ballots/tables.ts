// Owners' decisions: the decision, its items, its roll, ballots in a chain, papers, mandates, objections.
import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type {
  AreaSource,
  BallotChannel,
  DecisionState,
  DeliveryWay,
  PaperState,
} from '../../../../contract/src/ballots-life.ts'
import type { Matter, VoteRuleSet } from '../../../../rules/src/vote-rule-sets.ts'
import type { CityFigures, DecisionResult } from '../../../../rules/src/decision-count.ts'
import { ancestors, fen, moment } from '../../platform/columns.ts'

const whole = (name: string) => bigint(name, { mode: 'number' })
type PartKind = 'home' | 'shop' | 'parking'
export interface RollFigures {
  readonly parts: number
  /** In hundredths of a square metre. */
  readonly area: number
  readonly unknownParts: number
  readonly withoutOwner: number
  readonly owners: number
}
export const decisions = pgTable('decisions', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  placeName: text('place_name').notNull(),
  partKinds: text('part_kinds').array().$type<PartKind[]>().notNull(),
  number: whole('number')
    .notNull()
    .default(sql`nextval('decision_numbers')`),
  title: text('title').notNull(),
  words: text('words').notNull(),
  convener: text('convener').notNull(),
  citySystem: boolean('city_system').notNull(),
  seats: integer('seats'),
  proxyCap: integer('proxy_cap').notNull(),
  state: text('state').$type<DecisionState>().notNull(),
  stateAt: moment('state_at').notNull(),
  rules: jsonb('rules').$type<VoteRuleSet>().notNull(),
  salt: text('salt').notNull(),
  objectionsUntil: date('objections_until'),
  rollHash: text('roll_hash'),
  rollText: text('roll_text'),
  rollFigures: jsonb('roll_figures').$type<RollFigures>(),
  rollFrozenAt: moment('roll_frozen_at'),
  noticeId: uuid('notice_id'),
  noticePostedOn: date('notice_posted_on'),
  noticeEndsOn: date('notice_ends_on'),
  opensFrom: date('opens_from'),
  opensAt: moment('opens_at'),
  closesAt: moment('closes_at'),
  chainLength: integer('chain_length').notNull().default(0),
  chainHead: text('chain_head').notNull().default(''),
  totalOwners: integer('total_owners').notNull().default(0),
  totalArea: whole('total_area').notNull().default(0),
  turnedOwners: integer('turned_owners').notNull().default(0),
  turnedArea: whole('turned_area').notNull().default(0),
  result: jsonb('result').$type<DecisionResult>(),
  resultAt: moment('result_at'),
  resultUntil: date('result_until'),
  cityResult: jsonb('city_result').$type<readonly CityFigures[]>(),
  cityReference: text('city_reference'),
  consultation: jsonb('consultation').$type<readonly CityFigures[]>(),
  remindedAt: moment('reminded_at'),
  certificate: text('certificate'),
  certificateHash: text('certificate_hash'),
  certifiedAt: moment('certified_at'),
  deliveriesText: text('deliveries_text'),
  deliveriesHash: text('deliveries_hash'),
  endedWords: text('ended_words'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export const decisionItems = pgTable('decision_items', {
  id: uuid('id').primaryKey(),
  decisionId: uuid('decision_id').notNull(),
  sort: integer('sort').notNull(),
  matter: text('matter').$type<Matter>().notNull(),
  title: text('title').notNull(),
  words: text('words').notNull(),
  cost: text('cost').notNull(),
  planId: uuid('plan_id'),
  fundId: uuid('fund_id'),
  amountFen: fen('amount_fen'),
  candidateName: text('candidate_name'),
  candidateIsPartyMember: boolean('candidate_is_party_member'),
})
export const decisionParts = pgTable('decision_parts', {
  id: uuid('id').primaryKey(),
  decisionId: uuid('decision_id').notNull(),
  sort: integer('sort').notNull(),
  placeId: uuid('place_id'),
  kind: text('kind').$type<PartKind>().notNull(),
  label: text('label').notNull(),
  building: text('building').notNull(),
  area: integer('area'),
  areaSource: text('area_source').$type<AreaSource>(),
  isDevelopers: boolean('is_developers').notNull(),
  ownerIds: uuid('owner_ids').array().notNull(),
  shares: text('shares').notNull().default(''),
  ownerKey: text('owner_key'),
})
export const decisionOwners = pgTable(
  'decision_owners',
  {
    decisionId: uuid('decision_id').notNull(),
    key: text('key').notNull(),
    sort: integer('sort').notNull(),
    personIds: uuid('person_ids').array().notNull(),
    area: whole('area').notNull(),
    votedAt: moment('voted_at'),
    differsAt: moment('differs_at'),
  },
  (t) => [primaryKey({ columns: [t.decisionId, t.key] })],
)
export const decisionBallots = pgTable('decision_ballots', {
  id: uuid('id').primaryKey(),
  decisionId: uuid('decision_id').notNull(),
  seq: integer('seq').notNull(),
  ownerKey: text('owner_key').notNull(),
  channel: text('channel').$type<BallotChannel>().notNull(),
  receivedAt: moment('received_at').notNull(),
  byPerson: uuid('by_person'),
  sealed: text('sealed').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
})
export const decisionHeads = pgTable(
  'decision_heads',
  {
    decisionId: uuid('decision_id').notNull(),
    day: date('day').notNull(),
    length: integer('length').notNull(),
    head: text('head').notNull(),
  },
  (t) => [primaryKey({ columns: [t.decisionId, t.day] })],
)
export const decisionMandates = pgTable('decision_mandates', {
  id: uuid('id').primaryKey(),
  decisionId: uuid('decision_id').notNull(),
  ownerKey: text('owner_key').notNull(),
  fromPerson: uuid('from_person').notNull(),
  toPerson: uuid('to_person').notNull(),
  itemIds: uuid('item_ids').array().notNull(),
  at: moment('at').notNull(),
  revokedAt: moment('revoked_at'),
  recordedBy: uuid('recorded_by'),
  photos: uuid('photos').array().notNull().default([]),
})
export const decisionDesignations = pgTable(
  'decision_designations',
  {
    decisionId: uuid('decision_id').notNull(),
    ownerKey: text('owner_key').notNull(),
    byPerson: uuid('by_person').notNull(),
    personId: uuid('person_id').notNull(),
    recordedBy: uuid('recorded_by'),
    photos: uuid('photos').array().notNull().default([]),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.decisionId, t.ownerKey, t.byPerson] })],
)
export const decisionPapers = pgTable(
  'decision_papers',
  {
    decisionId: uuid('decision_id').notNull(),
    ownerKey: text('owner_key').notNull(),
    sort: integer('sort').notNull(),
    code: text('code').notNull(),
    state: text('state').$type<PaperState>().notNull(),
    reason: text('reason'),
    firstBy: uuid('first_by'),
    firstSealed: text('first_sealed'),
    photos: uuid('photos').array().notNull().default([]),
    stateAt: moment('state_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.decisionId, t.code] })],
)
export const decisionDeliveries = pgTable('decision_deliveries', {
  id: uuid('id').primaryKey(),
  decisionId: uuid('decision_id').notNull(),
  ownerKey: text('owner_key').notNull(),
  how: text('how').$type<DeliveryWay>().notNull(),
  deliveredOn: date('delivered_on').notNull(),
  at: moment('at').notNull(),
  photos: uuid('photos').array().notNull().default([]),
  acknowledgedBy: uuid('acknowledged_by'),
  recordedBy: uuid('recorded_by'),
  takenBackAt: moment('taken_back_at'),
  takenBackBy: uuid('taken_back_by'),
  takenBackReason: text('taken_back_reason'),
})
export const decisionObjections = pgTable('decision_objections', {
  id: uuid('id').primaryKey(),
  decisionId: uuid('decision_id').notNull(),
  about: text('about').$type<'roll' | 'result'>().notNull(),
  personId: uuid('person_id').notNull(),
  words: text('words').notNull(),
  at: moment('at').notNull(),
  answer: text('answer'),
  answeredAt: moment('answered_at'),
})
