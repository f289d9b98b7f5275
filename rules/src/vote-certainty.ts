// Whether an outcome holds under every other reading of the rule set and whatever the missing areas are.
import { developerKey, type Roll, type RollPart, rollOf } from './owners-roll.ts'
import { tally, type Ballot, type Tally } from './owners-vote.ts'
import { leastFor, type MarkReading, type Matter, type VoteRuleSet } from './vote-rule-sets.ts'

export type Outcome = 'passes' | 'fails' | 'undetermined'
/** A bound in 0.01 m² on the sum of the missing areas of one group, at which the outcome changes. */
export interface AreaFlip {
  readonly group: 'absent' | 'for' | 'against' | 'abstain'
  readonly above: number
  readonly outcome: 'passes' | 'fails'
}
export interface Certainty {
  readonly outcome: Outcome
  /** Another reading of a value of the rule set that gives another outcome. */
  readonly readings: readonly {
    readonly value: 'blankMark' | 'doubleMark' | 'disagreement'
    readonly as: MarkReading
    readonly outcome: Outcome
  }[]
  /** All other readings taken together, where single ones do not flip it. */
  readonly allOthers: Outcome
  readonly areaFlips: readonly AreaFlip[]
  /** May be certified: determined, whatever the missing areas. */
  readonly isCertifiable: boolean
}
/** Missing areas as sums per group, each from 0 up without bound. */
interface Sums {
  readonly absent: number
  readonly for: number
  readonly against: number
  readonly abstain: number
}
const zero: Sums = { absent: 0, for: 0, against: 0, abstain: 0 }
const passesWith = (counted: Tally, rules: VoteRuleSet, more: Sums): boolean => {
  if (!counted.quorum.owners || !counted.approval.owners) return false
  const { participation } = rules
  const { threshold, area } = counted
  const participating = area.participating + more.for + more.against + more.abstain
  const total = area.total + more.absent + more.for + more.against + more.abstain
  const [left, right] = [participation.denominator * participating, participation.numerator * total]
  if (!(participation.isMoreThan ? left > right : left >= right)) return false
  const [yes, need] = [threshold.denominator * (area.for + more.for), threshold.numerator * participating]
  return threshold.isMoreThan ? yes > need : yes >= need
}
/** More than any missing area can be: the whole of the known area a hundred times over. */
const huge = (counted: Tally): number => (counted.area.total + 100) * 100
const groups = ['absent', 'for', 'against', 'abstain'] as const

/** The least sum of one group's missing areas, from 0, at which the outcome is another; null if there is none. */
const flipOf = (counted: Tally, rules: VoteRuleSet, group: (typeof groups)[number]): AreaFlip | null => {
  const at = (sum: number) => passesWith(counted, rules, { ...zero, [group]: sum })
  const first = at(0)
  let [low, high] = [0, huge(counted)]
  // Along one group each condition is linear: the outcome changes at most twice; the first change is looked for by halves.
  const probes = [1, ...Array.from({ length: 40 }, (_, i) => Math.floor(high * 0.5 ** i)).toReversed()].filter(
    (sum) => sum > 0,
  )
  const other = probes.find((sum) => at(sum) !== first)
  if (other === undefined) return null
  high = other
  low = Math.max(0, ...probes.filter((sum) => sum < other))
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle) === first) low = middle
    else high = middle
  }
  return { group, above: high - 1, outcome: first ? 'fails' : 'passes' }
}
const outcomeOf = (counted: Tally, rules: VoteRuleSet): { outcome: Outcome; flips: AreaFlip[] } => {
  const open = groups.filter((group) => counted.unknown[group] > 0)
  const flips = open.map((group) => flipOf(counted, rules, group)).filter((flip) => flip !== null)
  const determined = counted.isPassed ? 'passes' : 'fails'
  if (open.length < 2) return { outcome: flips.length > 0 ? 'undetermined' : determined, flips }
  // Several groups together: the corners of what they can be decide.
  const most = huge(counted)
  const corners = open.reduce<Sums[]>((all, group) => all.flatMap((sums) => [sums, { ...sums, [group]: most }]), [zero])
  const isMixed = corners.some((sums) => passesWith(counted, rules, sums) !== counted.isPassed)
  return { outcome: flips.length > 0 || isMixed ? 'undetermined' : determined, flips }
}
const values = ['blankMark', 'doubleMark', 'disagreement'] as const
const otherOf = (reading: MarkReading): MarkReading => (reading === 'abstain' ? 'invalid' : 'abstain')

/** Counts once more under each other reading and with whatever the missing areas may be. */
export const certaintyOf = (roll: Roll, ballots: readonly Ballot[], matter: Matter, rules: VoteRuleSet): Certainty => {
  const counted = tally(roll, ballots, matter, rules)
  const { outcome, flips } = outcomeOf(counted, rules)
  const under = (change: Partial<VoteRuleSet>): Outcome => {
    const other = { ...rules, ...change }
    return outcomeOf(tally(roll, ballots, matter, other), other).outcome
  }
  const readings = values
    .map((value) => ({ value, as: otherOf(rules[value]), outcome: under({ [value]: otherOf(rules[value]) }) }))
    .filter((reading) => reading.outcome !== outcome)
  const allOthers = under(Object.fromEntries(values.map((value) => [value, otherOf(rules[value])])))
  return { outcome, readings, allOthers, areaFlips: flips, isCertifiable: outcome !== 'undetermined' }
}

export interface Reach {
  /** Whether the quorum can be reached if these stay away, however the others vote. */
  readonly isReachable: boolean
  readonly area: { readonly most: number; readonly need: number }
  readonly owners: { readonly most: number; readonly need: number }
}
/** Before opening: can two thirds take part at all without the developer? Missing areas are left out, so it warns early. */
export const reachOf = (
  parts: readonly RollPart[],
  rules: VoteRuleSet,
  without: readonly string[] = [developerKey],
): Reach => {
  const roll = rollOf(parts)
  const others = [...roll.owners.values()].filter((owner) => !without.includes(owner.key))
  const area = {
    most: others.reduce((sum, owner) => sum + owner.area, 0),
    need: leastFor(rules.participation, roll.area),
  }
  const owners = { most: others.length, need: leastFor(rules.participation, roll.owners.size) }
  return { isReachable: area.most >= area.need && owners.most >= owners.need, area, owners }
}
