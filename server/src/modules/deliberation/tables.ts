// Tables of deliberation: schemes, topics, meetings and their minutes, resolutions, action items, yearly reports.
import { sql } from 'drizzle-orm'
import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type {
  DecisionWay,
  ItemState,
  MeetingState,
  ResolutionResult,
  TopicSource,
  TopicState,
} from '../../../../contract/src/deliberation-life.ts'
import type { Matter, Scheme } from '../../../../contract/src/deliberation-schemes.ts'
import { ancestors, fen, moment } from '../../platform/columns.ts'

const numbered = () =>
  bigint('number', { mode: 'number' })
    .notNull()
    .default(sql`nextval('deliberation_numbers')`)
export const meetingSchemes = pgTable(
  'meeting_schemes',
  {
    districtId: uuid('district_id').notNull(),
    code: text('code').notNull(),
    data: jsonb('data').$type<Omit<Scheme, 'code'>>().notNull(),
    sort: integer('sort').notNull().default(100),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.code] })],
)
export const deliberationMatters = pgTable(
  'deliberation_matters',
  {
    districtId: uuid('district_id').notNull(),
    code: text('code').notNull(),
    data: jsonb('data').$type<Omit<Matter, 'code'>>().notNull(),
    sort: integer('sort').notNull().default(100),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.code] })],
)
export const topics = pgTable('topics', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  number: numbered(),
  title: text('title').notNull(),
  words: text('words').notNull(),
  source: text('source').$type<TopicSource>().notNull(),
  matter: text('matter'),
  schemeCode: text('scheme_code'),
  stage: integer('stage').notNull().default(0),
  caseId: uuid('case_id'),
  state: text('state').$type<TopicState>().notNull(),
  stateAt: moment('state_at').notNull(),
  reason: text('reason'),
  proposedBy: uuid('proposed_by'),
  names: integer('names').notNull().default(0),
  meetingId: uuid('meeting_id'),
  createdAt: moment('created_at').notNull(),
  warnedAt: moment('warned_at'),
})
export const topicNames = pgTable(
  'topic_names',
  { topicId: uuid('topic_id').notNull(), personId: uuid('person_id').notNull(), at: moment('at').notNull() },
  (t) => [primaryKey({ columns: [t.topicId, t.personId] })],
)
export const topicSteps = pgTable('topic_steps', {
  id: uuid('id').primaryKey(),
  topicId: uuid('topic_id').notNull(),
  step: text('step').notNull(),
  words: text('words'),
  meetingId: uuid('meeting_id'),
  actorId: uuid('actor_id'),
  at: moment('at').notNull(),
})
export const meetings = pgTable('deliberation_meetings', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  number: numbered(),
  schemeCode: text('scheme_code').notNull(),
  scheme: jsonb('scheme').$type<Scheme>().notNull(),
  stage: integer('stage'),
  title: text('title').notNull(),
  startsAt: moment('starts_at').notNull(),
  heldAt: text('held_at').notNull(),
  notice: text('notice').notNull(),
  noticeHash: text('notice_hash').notNull(),
  state: text('state').$type<MeetingState>().notNull(),
  stateAt: moment('state_at').notNull(),
  reason: text('reason'),
  checkInCode: text('check_in_code').notNull(),
  present: integer('present').notNull().default(0),
  summary: text('summary'),
  photos: uuid('photos').array().notNull().default([]),
  hash: text('hash'),
  calledBy: uuid('called_by'),
  calledAt: moment('called_at').notNull(),
  openedAt: moment('opened_at'),
  closedAt: moment('closed_at'),
  publishedAt: moment('published_at'),
})
export const agenda = pgTable('deliberation_agenda', {
  id: uuid('id').primaryKey(),
  meetingId: uuid('meeting_id').notNull(),
  sort: integer('sort').notNull(),
  title: text('title').notNull(),
  topicId: uuid('topic_id'),
  outcome: text('outcome').$type<'resolved' | 'carriedOn' | 'later'>(),
  words: text('words'),
})
export const people = pgTable('deliberation_people', {
  id: uuid('id').primaryKey(),
  meetingId: uuid('meeting_id').notNull(),
  sort: integer('sort').notNull(),
  personId: uuid('person_id'),
  name: text('name').notNull(),
  salt: text('salt').notNull(),
  seal: text('seal').notNull(),
  seat: text('seat').notNull(),
  seatKey: text('seat_key'),
  organisationId: uuid('organisation_id'),
  votes: boolean('votes').notNull(),
  invited: boolean('invited').notNull(),
  toldAt: moment('told_at'),
  seenAt: moment('seen_at'),
  answer: text('answer').$type<'comes' | 'cannot'>(),
  cameAt: moment('came_at'),
  cameBy: text('came_by').$type<'code' | 'list'>(),
  signedAt: moment('signed_at'),
  signedHash: text('signed_hash'),
})
export const speeches = pgTable('deliberation_speeches', {
  id: uuid('id').primaryKey(),
  meetingId: uuid('meeting_id').notNull(),
  agendaId: uuid('agenda_id'),
  speakerId: uuid('speaker_id'),
  words: text('words').notNull(),
  at: moment('at').notNull(),
})
export const corrections = pgTable('deliberation_corrections', {
  id: uuid('id').primaryKey(),
  meetingId: uuid('meeting_id').notNull(),
  byId: uuid('by_id').notNull(),
  words: text('words').notNull(),
  at: moment('at').notNull(),
  accepted: boolean('accepted'),
  answer: text('answer'),
  answeredAt: moment('answered_at'),
})
export interface PlannedItem {
  readonly what: string
  readonly ownerId?: string | undefined
  readonly personId?: string | undefined
  readonly dueOn?: string | undefined
  readonly budgetFen?: number | undefined
}
export const resolutions = pgTable('resolutions', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  number: numbered(),
  meetingId: uuid('meeting_id').notNull(),
  agendaId: uuid('agenda_id'),
  topicId: uuid('topic_id'),
  schemeCode: text('scheme_code').notNull(),
  title: text('title').notNull(),
  words: text('words').notNull(),
  matter: text('matter'),
  way: text('way').$type<DecisionWay>().notNull(),
  votesFor: integer('votes_for').notNull().default(0),
  votesAgainst: integer('votes_against').notNull().default(0),
  votesAbstain: integer('votes_abstain').notNull().default(0),
  result: text('result').$type<ResolutionResult>().notNull(),
  decisionId: uuid('decision_id'),
  ownersResult: text('owners_result').$type<'adopted' | 'rejected'>(),
  budgetFen: fen('budget_fen'),
  expiresOn: date('expires_on', { mode: 'string' }),
  amendedBy: uuid('amended_by'),
  /** What is to be done once the owners agree. */
  planned: jsonb('planned').$type<readonly PlannedItem[]>().notNull().default([]),
  madeAt: moment('made_at').notNull(),
})
export type ItemLevel = 'body' | 'community' | 'street' | 'district'
export const actionItems = pgTable('action_items', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  resolutionId: uuid('resolution_id').notNull(),
  meetingId: uuid('meeting_id').notNull(),
  schemeCode: text('scheme_code').notNull(),
  sort: integer('sort').notNull(),
  what: text('what').notNull(),
  ownerId: uuid('owner_id'),
  ownerPersonId: uuid('owner_person_id'),
  dueOn: date('due_on', { mode: 'string' }),
  budgetFen: fen('budget_fen'),
  costFen: fen('cost_fen').notNull().default(0),
  state: text('state').$type<ItemState>().notNull(),
  stateAt: moment('state_at').notNull(),
  doneOn: date('done_on', { mode: 'string' }),
  level: text('level').$type<ItemLevel>().notNull().default('body'),
  levelSince: moment('level_since'),
  promiseId: uuid('promise_id'),
  warnedAt: moment('warned_at'),
  missedAt: moment('missed_at'),
  createdAt: moment('created_at').notNull(),
  /** Added after the minutes: no part of their hash. */
  isLater: boolean('is_later').notNull().default(false),
})
export const actionSteps = pgTable('action_steps', {
  id: uuid('id').primaryKey(),
  itemId: uuid('item_id').notNull(),
  step: text('step').notNull(),
  words: text('words'),
  costFen: fen('cost_fen'),
  photos: uuid('photos').array().notNull().default([]),
  actorId: uuid('actor_id'),
  at: moment('at').notNull(),
})
export interface DutyFigures {
  readonly due: number
  readonly kept: number
  readonly late: number
  readonly open: number
  readonly costFen: number
}
export const dutyReports = pgTable('duty_reports', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  year: integer('year').notNull(),
  words: text('words').notNull(),
  figures: jsonb('figures').$type<DutyFigures>().notNull(),
  publishedBy: uuid('published_by'),
  publishedAt: moment('published_at').notNull(),
})
export const dutyReportRatings = pgTable(
  'duty_report_ratings',
  {
    reportId: uuid('report_id').notNull(),
    personId: uuid('person_id').notNull(),
    stars: integer('stars').notNull(),
    words: text('words'),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.personId] })],
)
