// Committees of estates: formation and term, preparation group, candidates, members, objections, exemptions.
import { bigint, boolean, date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type {
  CandidateState,
  CommitteeKind,
  CommitteeState,
  Duty,
  GroupSide,
  Proposer,
  SeatResult,
} from '../../../../contract/src/committees-life.ts'
import type { CommitteeRules } from '../../../../rules/src/committee-rules.ts'
import { ancestors, moment } from '../../platform/columns.ts'

export const committees = pgTable('committees', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  placeName: text('place_name').notNull(),
  number: bigint('number', { mode: 'number' })
    .notNull()
    .default(sql`nextval('committee_numbers')`),
  kind: text('kind').$type<CommitteeKind>().notNull(),
  state: text('state').$type<CommitteeState>().notNull(),
  stateAt: moment('state_at').notNull(),
  fillsId: uuid('fills_id'),
  seats: integer('seats').notNull(),
  ground: text('ground'),
  needsNoArrears: boolean('needs_no_arrears').notNull(),
  rules: jsonb('rules').$type<CommitteeRules>().notNull(),
  nominationsUntil: date('nominations_until'),
  listNoticeId: uuid('list_notice_id'),
  listUntil: date('list_until'),
  decisionId: uuid('decision_id'),
  organisationId: uuid('organisation_id'),
  termFrom: date('term_from'),
  termTo: date('term_to'),
  warnedOn: date('warned_on'),
  endedWords: text('ended_words'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export const committeeGroup = pgTable('committee_group', {
  id: uuid('id').primaryKey(),
  committeeId: uuid('committee_id').notNull(),
  sort: integer('sort').notNull(),
  name: text('name').notNull(),
  side: text('side').$type<GroupSide>().notNull(),
  isLead: boolean('is_lead').notNull(),
})
export const committeeCandidates = pgTable('committee_candidates', {
  id: uuid('id').primaryKey(),
  committeeId: uuid('committee_id').notNull(),
  personId: uuid('person_id').notNull(),
  name: text('name').notNull(),
  proposedAs: text('proposed_as').$type<Proposer>().notNull(),
  proposedBy: uuid('proposed_by'),
  statement: text('statement').notNull(),
  isPartyMember: boolean('is_party_member').notNull(),
  state: text('state').$type<CandidateState>().notNull(),
  review: jsonb('review').$type<{ code: string; met: boolean }[]>(),
  reviewWords: text('review_words'),
  reviewedBy: uuid('reviewed_by'),
  reviewedAt: moment('reviewed_at'),
  itemId: uuid('item_id'),
  result: text('result').$type<SeatResult>(),
  rank: integer('rank'),
  createdAt: moment('created_at').notNull(),
})
export const committeeMembers = pgTable('committee_members', {
  id: uuid('id').primaryKey(),
  committeeId: uuid('committee_id').notNull(),
  sort: integer('sort').notNull(),
  personId: uuid('person_id'),
  name: text('name').notNull(),
  side: text('side').$type<GroupSide>().notNull(),
  duty: text('duty').$type<Duty>().notNull(),
  isPartyMember: boolean('is_party_member').notNull(),
  fromOn: date('from_on').notNull(),
  toOn: date('to_on').notNull(),
  candidateId: uuid('candidate_id'),
  appointmentId: uuid('appointment_id'),
  leftWords: text('left_words'),
})
export const committeeObjections = pgTable('committee_objections', {
  id: uuid('id').primaryKey(),
  committeeId: uuid('committee_id').notNull(),
  personId: uuid('person_id').notNull(),
  words: text('words').notNull(),
  at: moment('at').notNull(),
  answer: text('answer'),
  answeredAt: moment('answered_at'),
})
export const committeeExemptions = pgTable('committee_exemptions', {
  placeId: uuid('place_id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  words: text('words').notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: moment('made_at').notNull(),
})
