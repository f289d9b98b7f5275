// What a person finds of channels in their own data: clues, thanks, the station they ride for, doors they knock at.
import type { OwnRows } from '../../platform/own-data.ts'
import { clues, knockVisits, riderStations, thanks } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'clues',
    table: clues,
    person: clues.riderId,
    tell: { at: clues.createdAt, kind: clues.kind, takenUpAt: clues.takenUpAt, solvedAt: clues.solvedAt },
  },
  {
    name: 'riderStation',
    table: riderStations,
    person: riderStations.personId,
    tell: { station: riderStations.stationId, since: riderStations.since },
  },
  {
    name: 'thanks',
    table: thanks,
    person: thanks.personId,
    tell: { at: thanks.at, kind: thanks.kind, points: thanks.weight },
  },
  {
    name: 'doorsToKnock',
    table: knockVisits,
    person: knockVisits.assignedTo,
    tell: { home: knockVisits.homeId, state: knockVisits.state },
  },
  {
    name: 'doorsKnocked',
    table: knockVisits,
    person: knockVisits.visitedBy,
    tell: { home: knockVisits.homeId, at: knockVisits.visitedAt, state: knockVisits.state, needs: knockVisits.needs },
  },
]
