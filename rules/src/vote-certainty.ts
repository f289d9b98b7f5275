// Whether an outcome holds under every other reading of the rule set and whatever the missing areas are.
import { developerKey, type Roll, type RollOwner, type RollPart, rollOf } from './owners-roll.ts'
import { tally, type Ballot, type Tally } from './owners-vote.ts'
import { leastFor, type MarkReading, type Matter, type VoteRuleSet } from './vote-rule-sets.ts'

export type Outcome = 'passes' | 'fails' | 'undetermined'
/** A bound in 0.01 m² on the sum of the missing areas of one group, at which the outcome changes. */
export interface AreaFlip {
  readonly group: 'absent' | 'for' | 'against' | 'abstain'
  readonly above: number
  readonly outcome: 'passes' | 'fails'
}
/** Another reading of the rule set that gives another outcome: of one value, or of several together. */
export interface Reading {
  readonly value: Value
  readonly as: MarkReading
  readonly outcome: Outcome
  /** The outcome flips only where these are read otherwise too. */
  readonly with?: readonly { readonly value: Value; readonly as: MarkReading }[]
}
export interface OtherReading {
  readonly read: readonly { readonly value: Value; readonly as: MarkReading }[]
  readonly rules: VoteRuleSet
}
export interface Certainty {
  readonly outcome: Outcome
  readonly readings: readonly Reading[]
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
type Group = (typeof groups)[number]

/**
 * Where one of the two conditions on areas turns as one group's missing areas grow: both are linear in them, so each
 * turns at most once, and between these points nothing changes.
 */
const turningPoints = ({ area, threshold }: Tally, { participation }: VoteRuleSet, group: Group): number[] => {
  const [joins, agrees] = [group === 'absent' ? 0 : 1, group === 'for' ? 1 : 0]
  const lines = [
    [
      participation.denominator * joins - participation.numerator,
      participation.denominator * area.participating - participation.numerator * area.total,
    ],
    [
      threshold.denominator * agrees - threshold.numerator * joins,
      threshold.denominator * area.for - threshold.numerator * area.participating,
    ],
  ] as const
  return lines.flatMap(([slope, start]) => {
    const at = slope === 0 ? -1 : Math.floor(-start / slope)
    return at < 0 ? [] : [at, at + 1, at + 2]
  })
}
/** Every sum of one group's missing areas, from 0, above which the outcome is another: none, one, or a window of two. */
const flipsOf = (counted: Tally, rules: VoteRuleSet, group: Group): AreaFlip[] => {
  const points = [...new Set([...turningPoints(counted, rules, group), huge(counted)])].toSorted((a, b) => a - b)
  let before = passesWith(counted, rules, zero)
  return points.flatMap((sum) => {
    const now = passesWith(counted, rules, { ...zero, [group]: sum })
    if (now === before) return []
    before = now
    return [{ group, above: sum - 1, outcome: now ? ('passes' as const) : ('fails' as const) }]
  })
}
const outcomeOf = (counted: Tally, rules: VoteRuleSet): { outcome: Outcome; flips: AreaFlip[] } => {
  const open = groups.filter((group) => counted.unknown[group] > 0)
  const flips = open.flatMap((group) => flipsOf(counted, rules, group))
  const determined = counted.isPassed ? 'passes' : 'fails'
  if (open.length < 2) return { outcome: flips.length > 0 ? 'undetermined' : determined, flips }
  // Several groups together: the corners of what they can be decide.
  const most = huge(counted)
  const corners = open.reduce<Sums[]>((all, group) => all.flatMap((sums) => [sums, { ...sums, [group]: most }]), [zero])
  const isMixed = corners.some((sums) => passesWith(counted, rules, sums) !== counted.isPassed)
  return { outcome: flips.length > 0 || isMixed ? 'undetermined' : determined, flips }
}
const values = ['blankMark', 'doubleMark', 'disagreement'] as const
type Value = (typeof values)[number]
const otherOf = (reading: MarkReading): MarkReading => (reading === 'abstain' ? 'invalid' : 'abstain')
/** Values that these ballots put to the question; the others change nothing however they are read. */
const asked = (ballots: readonly Ballot[]): Value[] => {
  const voters = new Map<string, string>()
  const found = new Set<Value>()
  for (const { mark, ownerKey, voterId } of ballots) {
    if (mark === 'blank') found.add('blankMark')
    if (mark === 'double') found.add('doubleMark')
    const first = voters.get(ownerKey)
    if (first === undefined) voters.set(ownerKey, voterId)
    else if (first !== voterId) found.add('disagreement')
  }
  return values.filter((value) => found.has(value))
}
/** Each other reading of the rule set that could matter to these ballots, alone and together with others, fewest first. */
export const otherReadings = (ballots: readonly Ballot[], rules: VoteRuleSet): OtherReading[] =>
  asked(ballots)
    .reduce<Value[][]>((all, value) => all.flatMap((some) => [some, [...some, value]]), [[]])
    .filter((some) => some.length > 0)
    .toSorted((a, b) => a.length - b.length || values.indexOf(a[0]!) - values.indexOf(b[0]!))
    .map((some) => {
      const read = some.map((value) => ({ value, as: otherOf(rules[value]) }))
      return { read, rules: { ...rules, ...Object.fromEntries(read.map(({ value, as }) => [value, as])) } }
    })
/** Leaves out a reading whose part alone flips it already. */
export const fewest = (found: readonly (OtherReading & { readonly outcome: Outcome })[]): Reading[] =>
  found
    .filter(({ read }) =>
      found.every(
        (less) =>
          less.read.length >= read.length || !less.read.every((one) => read.some((other) => other.value === one.value)),
      ),
    )
    .map(({ read: [first, ...others], outcome }) => ({
      ...first!,
      outcome,
      ...(others.length === 0 ? {} : { with: others }),
    }))

/** The outcome under one reading, whatever the missing areas may be. */
export const outcomeUnder = (roll: Roll, ballots: readonly Ballot[], matter: Matter, rules: VoteRuleSet): Outcome =>
  outcomeOf(tally(roll, ballots, matter, rules), rules).outcome

/** Counts once more under every other reading, alone and together, and with whatever the missing areas may be. */
export const certaintyOf = (roll: Roll, ballots: readonly Ballot[], matter: Matter, rules: VoteRuleSet): Certainty => {
  const { outcome, flips } = outcomeOf(tally(roll, ballots, matter, rules), rules)
  const others = otherReadings(ballots, rules).map((other) => ({
    ...other,
    outcome: outcomeUnder(roll, ballots, matter, other.rules),
  }))
  return {
    outcome,
    readings: fewest(others.filter((other) => other.outcome !== outcome)),
    areaFlips: flips,
    isCertifiable: outcome !== 'undetermined',
  }
}

export interface Reach {
  /** Whether the quorum can be reached if these stay away, however the others vote. */
  readonly isReachable: boolean
  /** Missing areas cannot change that. */
  readonly isSure: boolean
  readonly area: { readonly most: number; readonly need: number }
  readonly owners: { readonly most: number; readonly need: number }
}
/** Before opening: can two thirds take part at all without the developer? Reckoned with the known areas. */
export const reachOf = (
  parts: readonly RollPart[],
  rules: VoteRuleSet,
  without: readonly string[] = [developerKey],
): Reach => {
  const roll = rollOf(parts)
  const [away, others] = [[], []] as [RollOwner[], RollOwner[]]
  for (const owner of roll.owners.values()) (without.includes(owner.key) ? away : others).push(owner)
  const area = {
    most: others.reduce((sum, owner) => sum + owner.area, 0),
    need: leastFor(rules.participation, roll.area),
  }
  const owners = { most: others.length, need: leastFor(rules.participation, roll.owners.size) }
  const isByOwners = owners.most >= owners.need
  const isByArea = area.most >= area.need
  const lacks = (some: readonly RollOwner[]) => some.some((owner) => owner.unknownParts.length > 0)
  return { isReachable: isByArea && isByOwners, isSure: !isByOwners || !lacks(isByArea ? away : others), area, owners }
}
