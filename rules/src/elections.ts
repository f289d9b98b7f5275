// Electing a committee: each candidate is counted on both axes; seats go to those who reach the threshold (mission B10).
import type { Roll } from './owners-roll.ts'
import { nobody, tally, type Ballot, type Tally } from './owners-vote.ts'
import { fewest, otherReadings, outcomeUnder, type Outcome, type Reading } from './vote-certainty.ts'
import type { VoteRuleSet } from './vote-rule-sets.ts'

/** The ballots of one candidate are marks for or against that person. */
export interface ElectionCandidate {
  readonly id: string
  readonly ballots: readonly Ballot[]
}
export interface Standing {
  readonly id: string
  readonly tally: Tally
  readonly result: 'elected' | 'reserve' | 'notElected' | 'tied'
}
export interface Election {
  readonly standings: readonly Standing[]
  readonly seats: number
  readonly filled: number
  /** Candidates who tie for the last seat: the convener's rule decides, never we. */
  readonly tied: readonly string[]
}
export class ElectionError extends Error {
  readonly code: 'even-seats' | 'too-few-candidates' | 'bad-seats'
  constructor(code: ElectionError['code']) {
    super(code)
    this.code = code
  }
}
/**
 * Committees are odd, of 5 to 11 members; there are more candidates than seats (差额选举). A by-election fills the seats
 * that are empty, one or more. @throws ElectionError
 */
export const checkElection = (candidates: number, seats: number, isByElection = false): void => {
  if (!Number.isInteger(seats) || seats < (isByElection ? 1 : 5) || seats > 11) throw new ElectionError('bad-seats')
  if (!isByElection && seats % 2 === 0) throw new ElectionError('even-seats')
  if (candidates <= seats) throw new ElectionError('too-few-candidates')
}
const compare = (a: Standing, b: Standing): number =>
  b.tally.owners.for - a.tally.owners.for || b.tally.area.for - a.tally.area.for || 0
/**
 * Order: owners for, then area for. Passing candidates beyond the seats are reserve members, at most `reserves`. Silence
 * elects nobody: where the rules count it, the silent of `delivered` take part for the quorum only, as abstaining.
 */
export const elect = (
  roll: Roll,
  candidates: readonly ElectionCandidate[],
  seats: number,
  reserves: number,
  rules: VoteRuleSet,
  delivered: ReadonlySet<string> = nobody,
): Election => {
  const counted = candidates
    .map(({ id, ballots }): Standing => {
      const counts = tally(roll, ballots, 'committee', rules, delivered)
      return { id, tally: counts, result: 'notElected' }
    })
    .toSorted((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))
  const passing = counted.filter((one) => one.tally.isPassed)
  const edge = passing[seats - 1]
  const isTie = edge !== undefined && passing[seats] !== undefined && compare(edge, passing[seats]) === 0
  const tied = isTie ? passing.filter((one) => compare(one, edge) === 0).map((one) => one.id) : []
  const elected = passing.slice(0, seats).filter((one) => !tied.includes(one.id))
  const after = isTie ? [] : passing.slice(seats, seats + reserves)
  const resultOf = (one: Standing): Standing['result'] =>
    tied.includes(one.id) ? 'tied' : elected.includes(one) ? 'elected' : after.includes(one) ? 'reserve' : 'notElected'
  return {
    standings: counted.map((one) => ({ ...one, result: resultOf(one) })),
    seats,
    filled: elected.length,
    tied,
  }
}
/** What a seat rests on: the candidate's own outcome, and the places of all the others. */
export interface Seat {
  readonly seat: Standing['result']
  readonly outcome: Outcome
  readonly flips: readonly Reading[]
  readonly isCertifiable: boolean
}
/** Equal by owners, apart only by areas of which one is not known whole: who comes first cannot be said. */
const hangsOnArea = (one: Standing, all: readonly Standing[]): boolean =>
  all.some(
    (other) =>
      other.result !== one.result &&
      other.tally.isPassed &&
      one.tally.isPassed &&
      other.tally.owners.for === one.tally.owners.for &&
      other.tally.unknown.for + one.tally.unknown.for > 0,
  )
/** The seats of an election, and for each candidate which other reading would change outcome or seat. */
export const seatsOf = (
  roll: Roll,
  candidates: readonly ElectionCandidate[],
  seats: number,
  rules: VoteRuleSet,
  delivered: ReadonlySet<string> = nobody,
): { readonly of: ReadonlyMap<string, Seat>; readonly tied: readonly string[] } => {
  const { standings, tied } = elect(roll, candidates, seats, seats, rules, delivered)
  const resultsUnder = (under: VoteRuleSet) =>
    new Map(elect(roll, candidates, seats, seats, under, delivered).standings.map((one) => [one.id, one.result]))
  const others = otherReadings(
    candidates.flatMap((one) => one.ballots),
    rules,
    delivered,
  ).map((other) => ({ ...other, seats: resultsUnder(other.rules) }))
  const seatOf = (one: Standing, ballots: readonly Ballot[]): Seat => {
    const read = (under: VoteRuleSet) => outcomeUnder(roll, ballots, 'committee', under, delivered)
    const own = read(rules)
    const outcome = hangsOnArea(one, standings) ? 'undetermined' : own
    const flips = others
      .map((other) => ({ ...other, outcome: read(other.rules) }))
      .filter((other) => other.outcome !== own || other.seats.get(one.id) !== one.result)
    return { seat: one.result, outcome, flips: fewest(flips), isCertifiable: outcome !== 'undetermined' }
  }
  const ballotsOf = new Map(candidates.map(({ id, ballots }) => [id, ballots]))
  return { of: new Map(standings.map((one) => [one.id, seatOf(one, ballotsOf.get(one.id)!)])), tied }
}
