// What a person finds of patrols in their own data: routes given to them, rounds walked, check-ins, findings.
import type { OwnRows } from '../../platform/own-data.ts'
import { patrolCheckins, patrolFindings, patrolRoutes, patrolVisits } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'patrolRoutes',
    table: patrolRoutes,
    person: patrolRoutes.personId,
    tell: { name: patrolRoutes.name, from: patrolRoutes.startsOn, to: patrolRoutes.endsOn },
  },
  {
    name: 'patrolsWalked',
    table: patrolVisits,
    person: patrolVisits.walkerId,
    tell: { day: patrolVisits.day, startedAt: patrolVisits.startedAt, finishedAt: patrolVisits.finishedAt },
  },
  {
    name: 'patrolCheckins',
    table: patrolCheckins,
    person: patrolCheckins.personId,
    tell: {
      at: patrolCheckins.walkedAt,
      proof: patrolCheckins.proof,
      distanceM: patrolCheckins.distanceM,
      note: patrolCheckins.note,
    },
  },
  {
    name: 'patrolFindings',
    table: patrolFindings,
    person: patrolFindings.personId,
    tell: { at: patrolFindings.foundAt, words: patrolFindings.words },
  },
]
