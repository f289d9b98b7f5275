// The double count of an owners' decision: by area and by owners, in whole numbers (Civil Code art. 278).
import { type Roll } from './owners-roll.ts'
import { leastFor, reaches, thresholdOf, type Matter, type Threshold, type VoteRuleSet } from './vote-rule-sets.ts'

export type Choice = 'for' | 'against' | 'abstain'
export type Mark = Choice | 'blank' | 'double'
/** One ballot as received. All are kept; per voter the last valid one counts, whatever channel it came by. */
export interface Ballot {
  readonly id: string
  readonly ownerKey: string
  /** Who marked it: the owner, one of the co-owners, or a proxy for one. */
  readonly voterId: string
  readonly mark: Mark
  readonly channel: 'electronic' | 'paper' | 'assisted' | 'proxy'
  /** Rises with the order of receipt. */
  readonly order: number
  /** The co-owners named this voter to speak for them. */
  readonly isDesignated?: boolean
  /** Why it does not take part at all: no signature, no papers, above the cap of proxies … */
  readonly invalid?: 'unsigned' | 'not-an-owner' | 'no-papers' | 'above-cap' | 'late' | 'revoked'
}
export interface Axis {
  readonly total: number
  readonly participating: number
  readonly for: number
  readonly against: number
  readonly abstain: number
}
/** Parts whose area is unknown, by what their owners did: they move the result. Those of the silent stand in `Silence`. */
export interface UnknownAreas {
  readonly absent: number
  readonly for: number
  readonly against: number
  readonly abstain: number
}
/** Both axes held against the quorum and the approval. */
export interface Judged {
  readonly area: Axis
  readonly owners: Axis
  readonly quorum: { readonly area: boolean; readonly owners: boolean }
  readonly approval: { readonly area: boolean; readonly owners: boolean }
  /** With the known areas alone. */
  readonly isPassed: boolean
}
/** Owners who are counted although they sent nothing, and the tally without them. */
export interface Silence {
  /** What they count as. */
  readonly as: Choice
  readonly owners: number
  readonly area: number
  /** Parts of theirs whose area is unknown. */
  readonly unknown: number
  readonly without: Judged
}
export interface Tally extends Judged {
  readonly matter: Matter
  readonly threshold: Threshold
  readonly unknown: UnknownAreas
  /** Null where the rules read silence as no vote. */
  readonly silence: Silence | null
  /** What is still needed for the quorum: owners, and 0.01 m². */
  readonly short: { readonly area: number; readonly owners: number }
  /** Ballots that did not count, and why. */
  readonly left: readonly { readonly id: string; readonly why: string }[]
}
type Counted = Choice | null
const readMark = (mark: Mark, rules: VoteRuleSet): Counted => {
  if (mark !== 'blank' && mark !== 'double') return mark
  const reading = mark === 'blank' ? rules.blankMark : rules.doubleMark
  return reading === 'abstain' ? 'abstain' : null
}
/** The last valid ballot of each voter of one owner; where the co-owners named one, that one's alone. */
const voicesOf = (ballots: readonly Ballot[], rules: VoteRuleSet): readonly Ballot[] => {
  const last = new Map<string, Ballot>()
  for (const ballot of ballots) {
    // What the rules read as no vote takes no earlier vote back.
    if (readMark(ballot.mark, rules) === null) continue
    const known = last.get(ballot.voterId)
    if (known === undefined || known.order < ballot.order) last.set(ballot.voterId, ballot)
  }
  const voices = [...last.values()]
  const designated = voices
    .filter((ballot) => ballot.isDesignated === true)
    .toSorted((a, b) => b.order - a.order)
    .at(0)
  return designated === undefined ? voices : [designated]
}
/** Whether the co-owners of one owner have voted differently and named nobody: a designation is to be asked for. */
export const disagree = (ballots: readonly Ballot[], rules: VoteRuleSet): boolean => {
  const voices = voicesOf(
    ballots.filter((ballot) => ballot.invalid === undefined),
    rules,
  )
  const read = voices.map((ballot) => readMark(ballot.mark, rules))
  return read.some((choice) => choice !== read[0])
}
/** What the ballots of one owner come to: the last of each voter; a designated one before others; agreement, else the rule. */
const choiceOf = (ballots: readonly Ballot[], rules: VoteRuleSet): Counted => {
  // Nearly every owner has sent one.
  if (ballots.length === 1) return readMark(ballots[0]!.mark, rules)
  const read = voicesOf(ballots, rules).map((ballot) => readMark(ballot.mark, rules))
  if (read.length === 0) return null
  if (read.every((choice) => choice === read[0])) return read[0]!
  return rules.disagreement === 'abstain' ? 'abstain' : null
}
interface Sorted {
  readonly first: ReadonlyMap<string, Ballot>
  /** All ballots of the few owners with more than one. */
  readonly several: ReadonlyMap<string, readonly Ballot[]>
  readonly left: { id: string; why: string }[]
  /** Owners of whom something invalid came. */
  readonly tried: ReadonlySet<string>
}
const sortBallots = (roll: Roll, ballots: readonly Ballot[]): Sorted => {
  const first = new Map<string, Ballot>()
  const several = new Map<string, Ballot[]>()
  const left: { id: string; why: string }[] = []
  const tried = new Set<string>()
  for (const ballot of ballots) {
    const why = ballot.invalid ?? (roll.owners.has(ballot.ownerKey) ? null : 'not-on-roll')
    if (why !== null) {
      left.push({ id: ballot.id, why })
      tried.add(ballot.ownerKey)
      continue
    }
    const known = first.get(ballot.ownerKey)
    if (known === undefined) first.set(ballot.ownerKey, ballot)
    else {
      const all = several.get(ballot.ownerKey)
      if (all === undefined) several.set(ballot.ownerKey, [known, ballot])
      else all.push(ballot)
    }
  }
  return { first, several, left, tried }
}
/** Sums of one axis by choice. */
export type Counts = Readonly<Record<Choice, number>>
const emptyCounts = () => ({ for: 0, against: 0, abstain: 0 })
const choices = ['for', 'against', 'abstain'] as const
/** Nobody to whom delivery is proven. */
export const nobody: ReadonlySet<string> = new Set()
/**
 * What the silent count as where silence goes with the majority of those who voted: the choice that more owners AND more
 * area took than either of the others. Where the two axes name different choices, or one of them ties, there is no one
 * majority to go with: they take part as abstaining, which is no consent. Silence elects nobody: in matters of the
 * committee the silent take part for the quorum only, always as abstaining.
 */
export const silentAs = (matter: Matter, owners: Counts, area: Counts): Choice => {
  if (matter === 'committee') return 'abstain'
  const leads = (of: Counts, one: Choice) => choices.every((other) => other === one || of[one] > of[other])
  return choices.find((one) => leads(owners, one) && leads(area, one)) ?? 'abstain'
}
const judge = (
  totals: { readonly area: number; readonly owners: number },
  counts: { readonly area: Counts; readonly owners: Counts },
  threshold: Threshold,
  { participation }: VoteRuleSet,
): Judged => {
  const axis = (total: number, of: Counts): Axis => ({ total, participating: of.for + of.against + of.abstain, ...of })
  const [area, owners] = [axis(totals.area, counts.area), axis(totals.owners, counts.owners)]
  const quorum = {
    area: reaches(participation, area.participating, area.total),
    owners: reaches(participation, owners.participating, owners.total),
  }
  const approval = {
    area: reaches(threshold, area.for, area.participating),
    owners: reaches(threshold, owners.for, owners.participating),
  }
  return { area, owners, quorum, approval, isPassed: quorum.area && quorum.owners && approval.area && approval.owners }
}
/** What was voted, and who stayed silent although the ballot reached them. */
const countAll = (roll: Roll, ballots: readonly Ballot[], rules: VoteRuleSet, delivered: ReadonlySet<string>) => {
  const { first, several, left, tried } = sortBallots(roll, ballots)
  const [area, owners, unknown] = [emptyCounts(), emptyCounts(), { absent: 0, ...emptyCounts() }]
  const silent = { owners: 0, area: 0, unknown: 0 }
  for (const owner of roll.owners.values()) {
    const only = first.get(owner.key)
    const mine = only === undefined ? [] : (several.get(owner.key) ?? [only])
    const choice = mine.length === 0 ? null : choiceOf(mine, rules)
    if (choice !== null) {
      area[choice] += owner.area
      owners[choice] += 1
      unknown[choice] += owner.unknownParts.length
    } else if (mine.length === 0 && delivered.has(owner.key) && !tried.has(owner.key)) {
      // Whoever sent anything, be it invalid, is not silent: they wanted to vote.
      silent.owners += 1
      silent.area += owner.area
      silent.unknown += owner.unknownParts.length
    } else {
      unknown.absent += owner.unknownParts.length
      for (const ballot of mine) left.push({ id: ballot.id, why: 'no-valid-mark' })
    }
  }
  return { area, owners, unknown, silent, left }
}
/**
 * Counts one item of a decision. Areas in 0.01 m². Silence is no vote; only where the rule set reads it 'with-majority'
 * do the owners of `delivered` (keys to whom the delivery of the ballot is proven) who sent nothing take part, as
 * `silentAs` says. Owners without that proof never do, nor those whose ballots were all invalid: they were not silent.
 */
export const tally = (
  roll: Roll,
  ballots: readonly Ballot[],
  matter: Matter,
  rules: VoteRuleSet,
  delivered: ReadonlySet<string> = nobody,
): Tally => {
  const isCounted = rules.silence === 'with-majority'
  const { area, owners, unknown, silent, left } = countAll(roll, ballots, rules, isCounted ? delivered : nobody)
  const [threshold, totals] = [thresholdOf(rules, matter), { area: roll.area, owners: roll.owners.size }]
  const voted = judge(totals, { area, owners }, threshold, rules)
  const as = silentAs(matter, owners, area)
  const withSilent = {
    area: { ...area, [as]: area[as] + silent.area },
    owners: { ...owners, [as]: owners[as] + silent.owners },
  }
  const judged = isCounted ? judge(totals, withSilent, threshold, rules) : voted
  return {
    matter,
    threshold,
    ...judged,
    unknown,
    silence: isCounted ? { as, ...silent, without: voted } : null,
    short: {
      area: Math.max(0, leastFor(rules.participation, judged.area.total) - judged.area.participating),
      owners: Math.max(0, leastFor(rules.participation, judged.owners.total) - judged.owners.participating),
    },
    left,
  }
}
