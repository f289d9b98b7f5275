// Consultations: questions, options with their maintained counts, one answer per person.
import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { PollAudience, PollState } from '../../../../contract/src/polls-life.ts'
import { ancestors, moment } from '../../platform/columns.ts'

export const polls = pgTable('polls', {
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  placeName: text('place_name').notNull(),
  number: bigint('number', { mode: 'number' })
    .notNull()
    .default(sql`nextval('poll_numbers')`),
  title: text('title').notNull(),
  words: text('words').notNull(),
  askedBy: text('asked_by').notNull(),
  audience: text('audience').$type<PollAudience>().notNull(),
  state: text('state').$type<PollState>().notNull(),
  stateAt: moment('state_at').notNull(),
  closesOn: date('closes_on').notNull(),
  answered: integer('answered').notNull().default(0),
  endedWords: text('ended_words'),
  topicId: uuid('topic_id'),
  decisionId: uuid('decision_id'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export const pollQuestions = pgTable('poll_questions', {
  id: uuid('id').primaryKey(),
  pollId: uuid('poll_id').notNull(),
  sort: integer('sort').notNull(),
  words: text('words').notNull(),
  isMany: boolean('is_many').notNull(),
})
export const pollOptions = pgTable('poll_options', {
  id: uuid('id').primaryKey(),
  pollId: uuid('poll_id').notNull(),
  questionId: uuid('question_id').notNull(),
  sort: integer('sort').notNull(),
  words: text('words').notNull(),
  answers: integer('answers').notNull().default(0),
})
export const pollAnswers = pgTable(
  'poll_answers',
  {
    pollId: uuid('poll_id').notNull(),
    personId: uuid('person_id').notNull(),
    optionIds: uuid('option_ids').array().notNull(),
    words: text('words').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.personId] })],
)
