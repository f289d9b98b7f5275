// What a person finds of deliberation in their own data: topics proposed and backed, seats at meetings, ratings of reports.
import { sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import { dutyReportRatings, people, topicNames, topics } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'topicsProposed',
    table: topics,
    person: topics.proposedBy,
    tell: {
      at: topics.createdAt,
      number: topics.number,
      title: topics.title,
      words: topics.words,
      state: topics.state,
    },
  },
  {
    name: 'topicsBacked',
    table: topicNames,
    person: topicNames.personId,
    tell: { title: sql`(select t.title from topics t where t.id = topic_names.topic_id)`, at: topicNames.at },
  },
  {
    name: 'meetingSeats',
    table: people,
    person: people.personId,
    tell: {
      meeting: sql`(select m.title from deliberation_meetings m where m.id = deliberation_people.meeting_id)`,
      seat: people.seat,
      answer: people.answer,
      cameAt: people.cameAt,
      signedAt: people.signedAt,
      said: sql`(select json_agg(json_build_object('at', s.at, 'words', s.words) order by s.at, s.id)
        from deliberation_speeches s where s.speaker_id = deliberation_people.id)`,
      corrections: sql`(select json_agg(json_build_object('at', c.at, 'words', c.words) order by c.at, c.id)
        from deliberation_corrections c where c.by_id = deliberation_people.id)`,
    },
  },
  {
    name: 'dutyReportRatings',
    table: dutyReportRatings,
    person: dutyReportRatings.personId,
    tell: { at: dutyReportRatings.at, stars: dutyReportRatings.stars, words: dutyReportRatings.words },
  },
]
