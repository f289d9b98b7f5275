// Trial services: the trial, one mark per household and week, what the company did.
import { bigint, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { TrialState } from '../../../../contract/src/trials-life.ts'
import { ancestors, moment } from '../../platform/columns.ts'

export const trials = pgTable('trials', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  placeName: text('place_name').notNull(),
  number: bigint('number', { mode: 'number' })
    .notNull()
    .default(sql`nextval('trial_numbers')`),
  companyId: uuid('company_id').notNull(),
  state: text('state').$type<TrialState>().notNull(),
  stateAt: moment('state_at').notNull(),
  conditions: text('conditions').notNull(),
  fee: integer('fee').notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on').notNull(),
  decisionId: uuid('decision_id'),
  votedFee: integer('voted_fee'),
  agreedFee: integer('agreed_fee'),
  contractFrom: date('contract_from'),
  contractTo: date('contract_to'),
  leavesOn: date('leaves_on'),
  endedWords: text('ended_words'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export const trialMarks = pgTable(
  'trial_marks',
  {
    trialId: uuid('trial_id').notNull(),
    homeId: uuid('home_id').notNull(),
    week: date('week').notNull(),
    personId: uuid('person_id').notNull(),
    mark: integer('mark').notNull(),
    words: text('words').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.trialId, t.homeId, t.week] })],
)
export const trialLog = pgTable('trial_log', {
  id: uuid('id').primaryKey(),
  trialId: uuid('trial_id').notNull(),
  day: date('day').notNull(),
  words: text('words').notNull(),
  photos: uuid('photos').array().notNull(),
  byName: text('by_name').notNull(),
  byPerson: uuid('by_person'),
  at: moment('at').notNull(),
})
