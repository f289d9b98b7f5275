// What a person finds of owners' decisions in their own data: ballots cast (sealed as they are), mandates, objections.
import { sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import {
  decisionBallots,
  decisionDeliveries,
  decisionDesignations,
  decisionMandates,
  decisionObjections,
} from './tables.ts'

type Told =
  | 'decision_ballots'
  | 'decision_deliveries'
  | 'decision_designations'
  | 'decision_mandates'
  | 'decision_objections'
const titleOf = (table: Told) =>
  sql`(select d.title from decisions d where d.id = ${sql.identifier(table)}.decision_id)`
export const ownData: readonly OwnRows[] = [
  {
    name: 'ballots',
    table: decisionBallots,
    person: decisionBallots.byPerson,
    tell: {
      decision: titleOf('decision_ballots'),
      at: decisionBallots.receivedAt,
      channel: decisionBallots.channel,
      hash: decisionBallots.hash,
    },
  },
  {
    name: 'coOwnersNamed',
    table: decisionDesignations,
    person: decisionDesignations.byPerson,
    tell: { decision: titleOf('decision_designations'), at: decisionDesignations.at },
  },
  {
    name: 'namedByCoOwners',
    table: decisionDesignations,
    person: decisionDesignations.personId,
    tell: { decision: titleOf('decision_designations'), at: decisionDesignations.at },
  },
  {
    name: 'mandatesGiven',
    table: decisionMandates,
    person: decisionMandates.fromPerson,
    tell: { decision: titleOf('decision_mandates'), at: decisionMandates.at, revokedAt: decisionMandates.revokedAt },
  },
  {
    name: 'mandatesHeld',
    table: decisionMandates,
    person: decisionMandates.toPerson,
    tell: { decision: titleOf('decision_mandates'), at: decisionMandates.at, revokedAt: decisionMandates.revokedAt },
  },
  {
    name: 'ballotsAcknowledged',
    table: decisionDeliveries,
    person: decisionDeliveries.acknowledgedBy,
    tell: {
      decision: titleOf('decision_deliveries'),
      at: decisionDeliveries.at,
      takenBackAt: decisionDeliveries.takenBackAt,
    },
  },
  {
    name: 'decisionObjections',
    table: decisionObjections,
    person: decisionObjections.personId,
    tell: { decision: titleOf('decision_objections'), at: decisionObjections.at, words: decisionObjections.words },
  },
]
