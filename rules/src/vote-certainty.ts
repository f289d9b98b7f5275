// Whether an outcome holds under every other reading of the rule set and whatever the missing areas are.
import { developerKey, type Roll, type RollOwner, type RollPart, rollOf } from './owners-roll.ts'
import { nobody, silentAs, tally, type Ballot, type Counts, type Tally } from './owners-vote.ts'
import {
  leastFor,
  reaches,
  type MarkReading,
  type Matter,
  type SilenceReading,
  type VoteRuleSet,
} from './vote-rule-sets.ts'

export type Outcome = 'passes' | 'fails' | 'undetermined'
/** A bound in 0.01 m² on the sum of the missing areas of one group, at which the outcome changes. */
export interface AreaFlip {
  readonly group: Group
  readonly above: number
  readonly outcome: 'passes' | 'fails'
}
/** One value of the rule set, read otherwise. */
export interface ReadAs {
  readonly value: Value
  readonly as: MarkReading | SilenceReading
}
/** Another reading of the rule set that gives another outcome: of one value, or of several together. */
export interface Reading extends ReadAs {
  readonly outcome: Outcome
  /** The outcome flips only where these are read otherwise too. */
  readonly with?: readonly ReadAs[]
}
export interface OtherReading {
  readonly read: readonly ReadAs[]
  readonly rules: VoteRuleSet
}
export interface Certainty {
  readonly outcome: Outcome
  readonly readings: readonly Reading[]
  readonly areaFlips: readonly AreaFlip[]
  /** May be certified: determined, whatever the missing areas. */
  readonly isCertifiable: boolean
}
const groups = ['absent', 'for', 'against', 'abstain', 'silent'] as const
type Group = (typeof groups)[number]
/** Missing areas as sums per group, each from 0 up without bound. */
type Sums = Readonly<Record<Group, number>>
const zero: Sums = { absent: 0, for: 0, against: 0, abstain: 0, silent: 0 }
const unknownOf = (counted: Tally, group: Group): number =>
  group === 'silent' ? (counted.silence?.unknown ?? 0) : counted.unknown[group]
/** What was voted, the silent left out. */
const votedOf = (counted: Tally) => counted.silence?.without ?? counted
const areasWith = (counted: Tally, more: Sums) => {
  const { area } = votedOf(counted)
  const voted: Counts = {
    for: area.for + more.for,
    against: area.against + more.against,
    abstain: area.abstain + more.abstain,
  }
  const silent = (counted.silence?.area ?? 0) + more.silent
  const participating = voted.for + voted.against + voted.abstain + silent
  const total = area.total + more.absent + more.for + more.against + more.abstain + more.silent
  return { voted, silent, participating, total }
}
/** Whether it passes with these missing areas: they also decide with which majority the silent go. */
const passesWith = (counted: Tally, { participation }: VoteRuleSet, more: Sums): boolean => {
  const { matter, threshold, silence } = counted
  const { voted, silent, participating, total } = areasWith(counted, more)
  const { owners } = votedOf(counted)
  const isFor = silence !== null && silentAs(matter, owners, voted) === 'for'
  return (
    counted.quorum.owners &&
    reaches(threshold, owners.for + (isFor ? silence.owners : 0), counted.owners.participating) &&
    reaches(participation, participating, total) &&
    reaches(threshold, voted.for + (isFor ? silent : 0), participating)
  )
}
/** More than any missing area can be: the whole of the known area a hundred times over. */
const huge = (counted: Tally): number => (counted.area.total + 100) * 100
/**
 * Each condition on areas as a number that changes its sign where the condition turns: quorum and approval, and where
 * silence counts also the approval with the silent among the consents, and whether the consents lead by area.
 */
const conditions = (counted: Tally, { participation }: VoteRuleSet, more: Sums): number[] => {
  const { threshold, silence } = counted
  const { voted, silent, participating, total } = areasWith(counted, more)
  const approval = (yes: number) => threshold.denominator * yes - threshold.numerator * participating
  return [
    participation.denominator * participating - participation.numerator * total,
    approval(voted.for),
    ...(silence === null ? [] : [approval(voted.for + silent), voted.for - voted.against, voted.for - voted.abstain]),
  ]
}
/**
 * Where a condition on areas turns as one group's missing areas grow: all are linear in them, so each turns at most once,
 * and between these points nothing changes.
 */
const turningPoints = (counted: Tally, rules: VoteRuleSet, group: Group, from: Sums): number[] => {
  const next = conditions(counted, rules, { ...from, [group]: from[group] + 1 })
  return conditions(counted, rules, from).flatMap((start, i) => {
    const slope = next[i]! - start
    const at = slope === 0 ? -1 : Math.floor(-start / slope)
    return at < 0 ? [] : [at, at + 1, at + 2]
  })
}
/** Every sum of one group's missing areas, from 0, above which the outcome is another: each window is found. */
const flipsOf = (counted: Tally, rules: VoteRuleSet, group: Group, from: Sums = zero): AreaFlip[] => {
  const points = [...new Set([...turningPoints(counted, rules, group, from), huge(counted)])].toSorted((a, b) => a - b)
  let before = passesWith(counted, rules, from)
  return points.flatMap((sum) => {
    const now = passesWith(counted, rules, { ...from, [group]: sum })
    if (now === before) return []
    before = now
    return [{ group, above: sum - 1, outcome: now ? ('passes' as const) : ('fails' as const) }]
  })
}
/**
 * The silent go with the consents only while these lead by area. Missing areas of those against and of those abstaining,
 * each within that lead, may reach the quorum together where neither does alone: as much of the one as the lead allows,
 * then ever more of the other. Whatever else several groups can do together shows on one axis or in a corner.
 */
const turnsTogether = (counted: Tally, rules: VoteRuleSet): boolean => {
  const { area } = votedOf(counted)
  const most = area.for - area.against - 1
  if (counted.silence === null || most < 1) return false
  const from = { ...zero, against: most }
  return passesWith(counted, rules, from) !== counted.isPassed || flipsOf(counted, rules, 'abstain', from).length > 0
}
const outcomeOf = (counted: Tally, rules: VoteRuleSet): { outcome: Outcome; flips: AreaFlip[] } => {
  const open = groups.filter((group) => unknownOf(counted, group) > 0)
  const flips = open.flatMap((group) => flipsOf(counted, rules, group))
  const determined = counted.isPassed ? 'passes' : 'fails'
  if (open.length < 2) return { outcome: flips.length > 0 ? 'undetermined' : determined, flips }
  // Several groups together: the corners of what they can be decide.
  const most = huge(counted)
  const corners = open.reduce<Sums[]>((all, group) => all.flatMap((sums) => [sums, { ...sums, [group]: most }]), [zero])
  const isMixed =
    corners.some((sums) => passesWith(counted, rules, sums) !== counted.isPassed) ||
    (open.includes('against') && open.includes('abstain') && turnsTogether(counted, rules))
  return { outcome: flips.length > 0 || isMixed ? 'undetermined' : determined, flips }
}
const values = ['blankMark', 'doubleMark', 'disagreement', 'silence'] as const
type Value = (typeof values)[number]
const other = {
  abstain: 'invalid',
  invalid: 'abstain',
  'no-vote': 'with-majority',
  'with-majority': 'no-vote',
} as const
/** Values that these ballots, or who sent none, put to the question; the others change nothing however they are read. */
const asked = (ballots: readonly Ballot[], rules: VoteRuleSet, delivered: ReadonlySet<string>): Value[] => {
  const voters = new Map<string, string>()
  const found = new Set<Value>()
  for (const { mark, ownerKey, voterId } of ballots) {
    if (mark === 'blank') found.add('blankMark')
    if (mark === 'double') found.add('doubleMark')
    const first = voters.get(ownerKey)
    if (first === undefined) voters.set(ownerKey, voterId)
    else if (first !== voterId) found.add('disagreement')
  }
  const isSilent = () => [...delivered].some((key) => !voters.has(key))
  if (rules.silence === 'with-majority' && isSilent()) found.add('silence')
  return values.filter((value) => found.has(value))
}
/** Each other reading of the rule set that could matter to these ballots, alone and together with others, fewest first. */
export const otherReadings = (
  ballots: readonly Ballot[],
  rules: VoteRuleSet,
  delivered: ReadonlySet<string> = nobody,
): OtherReading[] =>
  asked(ballots, rules, delivered)
    .reduce<Value[][]>((all, value) => all.flatMap((some) => [some, [...some, value]]), [[]])
    .filter((some) => some.length > 0)
    .toSorted((a, b) => a.length - b.length || values.indexOf(a[0]!) - values.indexOf(b[0]!))
    .map((some) => {
      const read = some.map((value) => ({ value, as: other[rules[value] ?? 'no-vote'] }))
      return { read, rules: { ...rules, ...Object.fromEntries(read.map(({ value, as }) => [value, as])) } }
    })
/** Leaves out a reading whose part alone flips it already. */
export const fewest = (found: readonly (OtherReading & { readonly outcome: Outcome })[]): Reading[] =>
  found
    .filter(({ read }) =>
      found.every(
        (less) =>
          less.read.length >= read.length || !less.read.every((one) => read.some(({ value }) => value === one.value)),
      ),
    )
    .map(({ read: [first, ...others], outcome }) => ({
      ...first!,
      outcome,
      ...(others.length === 0 ? {} : { with: others }),
    }))

/** The outcome under one reading, whatever the missing areas may be. */
export const outcomeUnder = (
  roll: Roll,
  ballots: readonly Ballot[],
  matter: Matter,
  rules: VoteRuleSet,
  delivered: ReadonlySet<string> = nobody,
): Outcome => outcomeOf(tally(roll, ballots, matter, rules, delivered), rules).outcome

/** Counts once more under every other reading, alone and together, and with whatever the missing areas may be. */
export const certaintyOf = (
  roll: Roll,
  ballots: readonly Ballot[],
  matter: Matter,
  rules: VoteRuleSet,
  delivered: ReadonlySet<string> = nobody,
): Certainty => {
  const { outcome, flips } = outcomeOf(tally(roll, ballots, matter, rules, delivered), rules)
  const others = otherReadings(ballots, rules, delivered).map((one) => ({
    ...one,
    outcome: outcomeUnder(roll, ballots, matter, one.rules, delivered),
  }))
  return {
    outcome,
    readings: fewest(others.filter((one) => one.outcome !== outcome)),
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
