// What a person finds of committees in their own data; after an erasure the names go.
import { eq, sql } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import type { OwnRows } from '../../platform/own-data.ts'
import { committeeCandidates, committeeMembers, committeeObjections } from './tables.ts'

const placeOf = (table: string) =>
  sql`(select c.place_name from committees c where c.id = ${sql.identifier(table)}.committee_id)`
export const ownData: readonly OwnRows[] = [
  {
    name: 'candidacies',
    table: committeeCandidates,
    person: committeeCandidates.personId,
    tell: {
      place: placeOf('committee_candidates'),
      at: committeeCandidates.createdAt,
      statement: committeeCandidates.statement,
      isPartyMember: committeeCandidates.isPartyMember,
      state: committeeCandidates.state,
      review: committeeCandidates.review,
      reviewWords: committeeCandidates.reviewWords,
      result: committeeCandidates.result,
    },
  },
  {
    name: 'committeeSeats',
    table: committeeMembers,
    person: committeeMembers.personId,
    tell: {
      place: placeOf('committee_members'),
      duty: committeeMembers.duty,
      from: committeeMembers.fromOn,
      to: committeeMembers.toOn,
      isPartyMember: committeeMembers.isPartyMember,
    },
  },
  {
    name: 'candidateObjections',
    table: committeeObjections,
    person: committeeObjections.personId,
    tell: {
      place: placeOf('committee_objections'),
      at: committeeObjections.at,
      words: committeeObjections.words,
      answer: committeeObjections.answer,
    },
  },
]
export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db
    .update(committeeCandidates)
    .set({ name: erasedName, statement: '' })
    .where(eq(committeeCandidates.personId, personId))
  await cx.db.update(committeeMembers).set({ name: erasedName }).where(eq(committeeMembers.personId, personId))
}
