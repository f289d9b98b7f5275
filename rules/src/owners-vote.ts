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
/** Sums of parts whose area is unknown, by what their owners did: they move the result. */
export interface UnknownAreas {
  readonly absent: number
  readonly for: number
  readonly against: number
  readonly abstain: number
}
export interface Tally {
  readonly matter: Matter
  readonly threshold: Threshold
  readonly area: Axis
  readonly owners: Axis
  readonly unknown: UnknownAreas
  readonly quorum: { readonly area: boolean; readonly owners: boolean }
  readonly approval: { readonly area: boolean; readonly owners: boolean }
  /** With the known areas alone. */
  readonly isPassed: boolean
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
}
const sortBallots = (roll: Roll, ballots: readonly Ballot[]): Sorted => {
  const first = new Map<string, Ballot>()
  const several = new Map<string, Ballot[]>()
  const left: { id: string; why: string }[] = []
  for (const ballot of ballots) {
    const why = ballot.invalid ?? (roll.owners.has(ballot.ownerKey) ? null : 'not-on-roll')
    if (why !== null) {
      left.push({ id: ballot.id, why })
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
  return { first, several, left }
}
const emptyCounts = () => ({ for: 0, against: 0, abstain: 0 })

/** Counts one item of a decision. Silence is no vote. Areas in 0.01 m². */
export const tally = (roll: Roll, ballots: readonly Ballot[], matter: Matter, rules: VoteRuleSet): Tally => {
  const { first, several, left } = sortBallots(roll, ballots)
  const [area, owners, unknown] = [emptyCounts(), emptyCounts(), { absent: 0, ...emptyCounts() }]
  for (const owner of roll.owners.values()) {
    const only = first.get(owner.key)
    const mine = only === undefined ? [] : (several.get(owner.key) ?? [only])
    const choice = mine.length === 0 ? null : choiceOf(mine, rules)
    if (choice === null) {
      unknown.absent += owner.unknownParts.length
      for (const ballot of mine) left.push({ id: ballot.id, why: 'no-valid-mark' })
      continue
    }
    area[choice] += owner.area
    owners[choice] += 1
    unknown[choice] += owner.unknownParts.length
  }
  const axis = (total: number, counts: ReturnType<typeof emptyCounts>): Axis => ({
    total,
    participating: counts.for + counts.against + counts.abstain,
    ...counts,
  })
  const [byArea, byOwners] = [axis(roll.area, area), axis(roll.owners.size, owners)]
  const threshold = thresholdOf(rules, matter)
  const quorum = {
    area: reaches(rules.participation, byArea.participating, byArea.total),
    owners: reaches(rules.participation, byOwners.participating, byOwners.total),
  }
  const approval = {
    area: reaches(threshold, byArea.for, byArea.participating),
    owners: reaches(threshold, byOwners.for, byOwners.participating),
  }
  return {
    matter,
    threshold,
    area: byArea,
    owners: byOwners,
    unknown,
    quorum,
    approval,
    isPassed: quorum.area && quorum.owners && approval.area && approval.owners,
    short: {
      area: Math.max(0, leastFor(rules.participation, byArea.total) - byArea.participating),
      owners: Math.max(0, leastFor(rules.participation, byOwners.total) - byOwners.participating),
    },
    left,
  }
}
