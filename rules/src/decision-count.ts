// What a count comes to, as it is stored, published and certified: pure, from the roll, the ballots and the rule set.
import { seatsOf } from './elections.ts'
import { developerKey, rollOf, type Roll, type RollPart } from './owners-roll.ts'
import {
  disagree,
  nobody,
  tally,
  type Axis,
  type Ballot,
  type Judged,
  type Mark,
  type Silence,
  type Tally,
} from './owners-vote.ts'
import { certaintyOf, type AreaFlip, type Certainty, type Outcome } from './vote-certainty.ts'
import { reaches, thresholdOf, type Matter, type VoteRuleSet } from './vote-rule-sets.ts'

/** A part in the published roll: keys for people and doors, an area in 0.01 m². */
export interface PublishedPart {
  readonly id: string
  readonly owner: string
  readonly area: number | null
}
/** A ballot in the published log. */
export interface PublishedBallot {
  readonly ballot: string
  readonly decision: string
  readonly seq: number
  readonly owner: string
  readonly voter: string
  readonly channel: Ballot['channel']
  readonly marks: Readonly<Record<string, Mark>>
  readonly invalid: Ballot['invalid'] | null
  /** The co-owners named this voter; absent where nobody was named. */
  readonly designated?: true
  readonly receivedAt: string
  readonly recordedAt: string
  /** SHA-256 of the scans of a paper. */
  readonly scans: readonly string[]
  readonly nonce: string
}
/** Proof that the ballot reached an owner, as published; only where silence counts. */
export interface PublishedDelivery {
  readonly owner: string
  /** Handed over against a signature, by registered mail, or acknowledged by the owner in the app. */
  readonly how: 'signature' | 'registered' | 'app'
  /** The day it reached the owner. */
  readonly on: string
  /** SHA-256 of the photos; none for an acknowledgement. */
  readonly proofs: readonly string[]
}
export interface CountedItem {
  readonly id: string
  readonly matter: Matter
  readonly isCandidate: boolean
}
type Sums = Pick<Axis, 'for' | 'against' | 'abstain'>
export interface CityFigures {
  readonly itemId: string
  readonly area: Sums
  readonly owners: Sums
}
export interface ItemResult extends Judged {
  readonly itemId: string
  /** Who counts although silent, and the tally without them; absent where silence is no vote. */
  readonly silence?: Omit<Silence, 'unknown'>
  readonly outcome: Outcome
  readonly flips: Certainty['readings']
  readonly areaFlips: readonly AreaFlip[]
  readonly isCertifiable: boolean
  readonly left: readonly { readonly why: string; readonly count: number }[]
  readonly seat: 'elected' | 'reserve' | 'notElected' | 'tied' | null
}
export interface DecisionResult {
  readonly items: readonly ItemResult[]
  readonly tied: readonly string[]
}
export const rollFrom = (parts: readonly PublishedPart[]): Roll => rollOf(partsFrom(parts))
export const partsFrom = (parts: readonly PublishedPart[]): RollPart[] =>
  parts.map(({ id, owner, area }) => ({ id, owners: [owner], isDevelopers: owner === developerKey, area }))
const byReceipt = (a: PublishedBallot, b: PublishedBallot) =>
  a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.seq - b.seq
/** The ballots of one item in the order of their receipt; an item a mandate does not cover has no mark. */
export const ballotsFor = (all: readonly PublishedBallot[], itemId: string): Ballot[] =>
  all
    .toSorted(byReceipt)
    .filter((one) => one.marks[itemId] !== undefined)
    .map((one, order) => ({
      id: one.ballot,
      ownerKey: one.owner,
      voterId: one.voter,
      mark: one.marks[itemId]!,
      channel: one.channel,
      order,
      ...(one.invalid === null || one.invalid === undefined ? {} : { invalid: one.invalid }),
      ...(one.designated === true ? { isDesignated: true } : {}),
    }))
/** The owners to whom delivery is proven and of whom nothing came, on no item: whoever sent anything is not silent. */
export const silentOf = (
  deliveries: readonly Pick<PublishedDelivery, 'owner'>[],
  ballots: readonly Pick<PublishedBallot, 'owner'>[],
): ReadonlySet<string> => {
  const sent = new Set(ballots.map((one) => one.owner))
  return new Set(deliveries.map((one) => one.owner).filter((owner) => !sent.has(owner)))
}
/** Whether the co-owners who sent these ballots of one owner differ on any item and have named nobody. */
export const differOnAny = (ofOwner: readonly PublishedBallot[], rules: VoteRuleSet): boolean =>
  [...new Set(ofOwner.flatMap((one) => Object.keys(one.marks)))].some((itemId) =>
    disagree(ballotsFor(ofOwner, itemId), rules),
  )
const leftOf = (left: Tally['left']) =>
  [...Map.groupBy(left, (one) => one.why)].map(([why, all]) => ({ why, count: all.length }))
const shownOf = ({ unknown: _unknown, ...silence }: Silence): Omit<Silence, 'unknown'> => silence

const itemResult = (
  roll: Roll,
  own: readonly Ballot[],
  { id, matter }: CountedItem,
  rules: VoteRuleSet,
  silent: ReadonlySet<string>,
): ItemResult => {
  const { area, owners, quorum, approval, isPassed, left, silence } = tally(roll, own, matter, rules, silent)
  const { outcome, readings, areaFlips, isCertifiable } = certaintyOf(roll, own, matter, rules, silent)
  return {
    itemId: id,
    ...(silence === null ? {} : { silence: shownOf(silence) }),
    area,
    owners,
    quorum,
    approval,
    isPassed,
    outcome,
    flips: readings,
    areaFlips,
    isCertifiable,
    left: leftOf(left),
    seat: null,
  }
}
/** Counts every item; in an election the seats too. `deliveries` count only where the rule set gives silence a meaning. */
export const countDecision = (
  roll: Roll,
  ballots: readonly PublishedBallot[],
  items: readonly CountedItem[],
  rules: VoteRuleSet,
  seats: number | null,
  deliveries: readonly PublishedDelivery[] = [],
): DecisionResult => {
  const own = new Map(items.map(({ id }) => [id, ballotsFor(ballots, id)]))
  const silent = deliveries.length === 0 ? nobody : silentOf(deliveries, ballots)
  const counted = items.map((item) => itemResult(roll, own.get(item.id)!, item, rules, silent))
  if (seats === null) return { items: counted, tied: [] }
  const candidates = items.filter((item) => item.isCandidate).map(({ id }) => ({ id, ballots: own.get(id)! }))
  const seated = seatsOf(roll, candidates, seats, rules, silent)
  return {
    items: counted.map((one) => {
      const seat = seated.of.get(one.itemId)
      return seat === undefined ? one : { ...one, ...seat }
    }),
    tied: seated.tied,
  }
}
/** What the city's own system counted, held against the roll and the thresholds. */
export const judgeCity = (
  roll: Roll,
  figures: readonly CityFigures[],
  items: readonly CountedItem[],
  rules: VoteRuleSet,
): DecisionResult => ({
  items: items.map(({ id, matter }) => {
    const given = figures.find((one) => one.itemId === id)!
    const axis = (total: number, sums: Sums): Axis => ({
      total,
      participating: sums.for + sums.against + sums.abstain,
      ...sums,
    })
    const [area, owners] = [axis(roll.area, given.area), axis(roll.owners.size, given.owners)]
    const threshold = thresholdOf(rules, matter)
    const quorum = {
      area: reaches(rules.participation, area.participating, area.total),
      owners: reaches(rules.participation, owners.participating, owners.total),
    }
    const approval = {
      area: reaches(threshold, area.for, area.participating),
      owners: reaches(threshold, owners.for, owners.participating),
    }
    const isPassed = quorum.area && quorum.owners && approval.area && approval.owners
    const isCertifiable = roll.unknownParts.length === 0
    return {
      itemId: id,
      area,
      owners,
      quorum,
      approval,
      isPassed,
      outcome: isCertifiable ? (isPassed ? 'passes' : 'fails') : 'undetermined',
      flips: [],
      areaFlips: [],
      isCertifiable,
      left: [],
      seat: null,
    }
  }),
  tied: [],
})
