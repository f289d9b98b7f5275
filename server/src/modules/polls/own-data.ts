// What a person finds of consultations in their own data: what they answered.
import { sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import { pollAnswers } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'pollAnswers',
    table: pollAnswers,
    person: pollAnswers.personId,
    tell: {
      poll: sql`(select p.title from polls p where p.id = poll_answers.poll_id)`,
      answers: sql`(select json_agg(o.words order by o.sort) from poll_options o where o.id = any(poll_answers.option_ids))`,
      words: pollAnswers.words,
      at: pollAnswers.at,
    },
  },
]
