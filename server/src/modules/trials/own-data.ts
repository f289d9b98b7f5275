// What a person finds of trial services in their own data: the marks they gave.
import { sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import { trialMarks } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'trialMarks',
    table: trialMarks,
    person: trialMarks.personId,
    tell: {
      place: sql`(select t.place_name from trials t where t.id = trial_marks.trial_id)`,
      week: trialMarks.week,
      mark: trialMarks.mark,
      words: trialMarks.words,
      at: trialMarks.at,
    },
  },
]
