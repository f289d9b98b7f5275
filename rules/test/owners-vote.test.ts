// The worked examples of owners' decisions (civic rules §1), and what must hold for any of them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { rollOf, RollError, type RollPart } from '../src/owners-roll.ts'
import { tally, type Ballot, type Choice, type Mark } from '../src/owners-vote.ts'
import { certaintyOf, reachOf } from '../src/vote-certainty.ts'
import { nationalRules as rules } from '../src/vote-rule-sets.ts'

let made = 0
const part = (owner: string, area: number | null, more: Partial<RollPart> = {}): RollPart => ({
  id: `p${++made}`,
  owners: [owner],
  area,
  ...more,
})
/** `n` owners o1…on who share `area` (0.01 m²) between them as evenly as whole numbers go. */
const ballot = (ownerKey: string, mark: Mark, more: Partial<Ballot> = {}): Ballot => ({
  id: `b${++made}`,
  ownerKey,
  voterId: ownerKey,
  mark,
  channel: 'electronic',
  order: made,
  ...more,
})
const split = (total: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => Math.floor(total / n) + (i < total % n ? 1 : 0))
/** Owners in groups with a choice each; areas as sums of the group. */
const case_ = (groups: readonly [Choice | null, number, number][]) => {
  const parts: RollPart[] = []
  const ballots: Ballot[] = []
  groups.forEach(([choice, owners, area], g) =>
    split(area, owners).forEach((each, i) => {
      const owner = `g${g}o${i}`
      parts.push(part(owner, each))
      if (choice !== null) ballots.push(ballot(owner, choice))
    }),
  )
  return { roll: rollOf(parts), ballots }
}
const m2 = (metres: number) => Math.round(metres * 100)

describe('worked examples', () => {
  test('V1: exactly two thirds take part, one hundredth more than half agrees: passes', () => {
    const { roll, ballots } = case_([
      ['for', 31, m2(3000.01)],
      ['against', 29, m2(2999.99)],
      [null, 30, m2(3000)],
    ])
    const counted = tally(roll, ballots, 'other', rules)
    assert.deepEqual([counted.quorum, counted.isPassed], [{ area: true, owners: true }, true])
  })
  test('V3: exactly half agrees: fails', () => {
    const { roll, ballots } = case_([
      ['for', 30, m2(3000)],
      ['against', 30, m2(3000)],
      [null, 30, m2(3000)],
    ])
    assert.equal(tally(roll, ballots, 'other', rules).isPassed, false)
  })
  test('V5: special, exactly three quarters pass; one hundredth less fails', () => {
    const with_ = (yes: number) =>
      case_([
        ['for', 60, m2(yes)],
        ['against', 20, m2(8000) - m2(yes)],
        [null, 40, m2(4000)],
      ])
    const exact = with_(6000)
    assert.equal(tally(exact.roll, exact.ballots, 'commonParts', rules).isPassed, true)
    const less = with_(5999.99)
    assert.equal(tally(less.roll, less.ballots, 'commonParts', rules).isPassed, false)
  })
  test('V6: abstentions take part; dropped, the quorum would fail', () => {
    const { roll, ballots } = case_([
      ['for', 36, m2(3600)],
      ['against', 18, m2(1800)],
      ['abstain', 16, m2(1600)],
      [null, 30, m2(3000)],
    ])
    const counted = tally(roll, ballots, 'other', rules)
    assert.deepEqual([counted.owners.participating, counted.owners.for, counted.isPassed], [70, 36, true])
    const without = tally(
      roll,
      ballots.filter((one) => one.mark !== 'abstain'),
      'other',
      rules,
    )
    assert.equal(without.quorum.owners, false)
  })
  test('V7: a big shop has the area, not the owners: fails', () => {
    const parts = [part('shop', m2(5000)), ...Array.from({ length: 49 }, (_, i) => part(`f${i}`, m2(100)))]
    const yes = ['shop', ...Array.from({ length: 14 }, (_, i) => `f${i}`)]
    const no = Array.from({ length: 19 }, (_, i) => `f${i + 14}`)
    const counted = tally(
      rollOf(parts),
      [...yes.map((key) => ballot(key, 'for')), ...no.map((key) => ballot(key, 'against'))],
      'other',
      rules,
    )
    assert.deepEqual([counted.area.total, counted.area.participating, counted.area.for], [m2(9900), m2(8300), m2(6400)])
    assert.deepEqual([counted.owners.participating, counted.owners.for, counted.owners.total], [34, 15, 50])
    assert.deepEqual([counted.approval, counted.isPassed], [{ area: true, owners: false }, false])
  })
  test('V9: one owner of ten flats counts once', () => {
    const parts = [
      ...Array.from({ length: 10 }, () => part('W', m2(90))),
      ...Array.from({ length: 50 }, (_, i) => part(`o${i}`, m2(90))),
    ]
    const ballots = [
      ballot('W', 'for'),
      ...Array.from({ length: 33 }, (_, i) => ballot(`o${i}`, i < 17 ? 'for' : 'against')),
    ]
    const counted = tally(rollOf(parts), ballots, 'other', rules)
    assert.equal(counted.owners.total, 51)
    assert.deepEqual([counted.area.participating, counted.area.total], [m2(3870), m2(5400)])
    assert.deepEqual([counted.owners.participating, counted.owners.for], [34, 18])
    assert.deepEqual([counted.area.for, counted.isPassed], [m2(2430), true])
  })
  test('V10: the developer counts once; without it the quorum cannot be reached', () => {
    const parts = [
      ...Array.from({ length: 120 }, (_, i) => part(`o${i}`, m2(100))),
      ...Array.from({ length: 80 }, (_, i) => part(`buyer${i}`, m2(100), { isDevelopers: true })),
    ]
    const roll = rollOf(parts)
    assert.equal(roll.owners.size, 121)
    const ballots = [
      ballot('developer', 'for'),
      ...Array.from({ length: 80 }, (_, i) => ballot(`o${i}`, i < 40 ? 'for' : 'against')),
    ]
    const counted = tally(roll, ballots, 'other', rules)
    assert.deepEqual(
      [counted.area.for, counted.area.participating, counted.owners.for, counted.owners.participating],
      [m2(12_000), m2(16_000), 41, 81],
    )
    assert.equal(counted.isPassed, true)
    assert.equal(tally(roll, ballots, 'commonParts', rules).isPassed, false)
    assert.equal(reachOf(parts, rules).isReachable, false)
    assert.equal(reachOf(parts, rules, []).isReachable, true)
  })
  test('V12: an absent flat of unknown area leaves the result open above 100.00 m²', () => {
    const parts = [part('absent', null), ...Array.from({ length: 89 }, (_, i) => part(`o${i}`, m2(100)))]
    const ballots = Array.from({ length: 60 }, (_, i) => ballot(`o${i}`, i < 40 ? 'for' : 'against'))
    const certainty = certaintyOf(rollOf(parts), ballots, 'other', rules)
    assert.equal(certainty.outcome, 'undetermined')
    assert.equal(certainty.isCertifiable, false)
    assert.deepEqual(certainty.areaFlips, [{ group: 'absent', above: m2(100), outcome: 'fails' }])
    for (const [u, passes] of [
      [60, true],
      [100, true],
      [140, false],
    ] as const) {
      const known = rollOf([part('absent', m2(u)), ...parts.slice(1)])
      assert.equal(tally(known, ballots, 'other', rules).isPassed, passes, `u = ${u}`)
    }
  })
  test('V13: blank and double marks abstain, unsigned papers are out; the flip is named', () => {
    const parts = Array.from({ length: 100 }, (_, i) => part(`o${i}`, m2(100)))
    const marks: Mark[] = [
      ...Array.from({ length: 36 }, () => 'for' as const),
      ...Array.from({ length: 24 }, () => 'against' as const),
      ...Array.from({ length: 4 }, () => 'blank' as const),
      ...Array.from({ length: 3 }, () => 'double' as const),
    ]
    const ballots = [
      ...marks.map((mark, i) => ballot(`o${i}`, mark, { channel: 'paper' })),
      ...[67, 68, 69].map((i) => ballot(`o${i}`, 'for', { channel: 'paper', invalid: 'unsigned' })),
    ]
    const roll = rollOf(parts)
    const counted = tally(roll, ballots, 'other', rules)
    assert.deepEqual([counted.owners.participating, counted.owners.for, counted.isPassed], [67, 36, true])
    assert.equal(counted.left.filter((one) => one.why === 'unsigned').length, 3)
    const certainty = certaintyOf(roll, ballots, 'other', rules)
    assert.equal(certainty.outcome, 'passes')
    assert.deepEqual(
      certainty.readings.map((reading) => [reading.value, reading.outcome]),
      [
        ['blankMark', 'fails'],
        ['doubleMark', 'fails'],
      ],
    )
  })
  test('V16: channels are joined by owner, never added up', () => {
    const parts = Array.from({ length: 48 }, (_, i) => part(`o${i}`, m2(100)))
    const ballots = [
      ...Array.from({ length: 20 }, (_, i) => ballot(`o${i}`, i < 12 ? 'for' : 'against')),
      ...Array.from({ length: 15 }, (_, i) =>
        ballot(`o${i + 17}`, i < 3 ? 'against' : i < 10 ? 'for' : 'against', { channel: 'paper' }),
      ),
    ]
    const counted = tally(rollOf(parts), ballots, 'other', rules)
    assert.equal(counted.owners.participating, 32)
    assert.deepEqual(counted.quorum, { area: true, owners: true })
    assert.equal(counted.owners.for, 19)
    assert.equal(counted.isPassed, true)
  })
})
describe('any decision', () => {
  const choices = fc.constantFrom<Mark>('for', 'against', 'abstain', 'blank', 'double')
  const decisions = fc.record({
    areas: fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 }),
    marks: fc.array(choices, { maxLength: 40 }),
    seed: fc.nat(),
  })
  const build = ({ areas, marks, seed }: { areas: number[]; marks: Mark[]; seed: number }) => {
    const parts = areas.map((area, i) => part(`o${(i * 7 + seed) % Math.max(1, areas.length - 2)}`, area))
    const ballots = marks.map((mark, i) => ballot(`o${(i * 5 + seed) % areas.length}`, mark))
    return { roll: rollOf(parts), ballots }
  }
  test('participants are the sum of the choices, never more than the roll', () => {
    fc.assert(
      fc.property(decisions, (decision) => {
        const { roll, ballots } = build(decision)
        const { area, owners } = tally(roll, ballots, 'other', rules)
        for (const axis of [area, owners]) {
          assert.equal(axis.participating, axis.for + axis.against + axis.abstain)
          assert.ok(axis.participating <= axis.total)
        }
      }),
    )
  })
  test('the order in which ballots are read does not matter, only the order in which they came', () => {
    fc.assert(
      fc.property(decisions, (decision) => {
        const { roll, ballots } = build(decision)
        const one = tally(roll, ballots, 'other', rules)
        const two = tally(roll, ballots.toReversed(), 'other', rules)
        assert.deepEqual({ ...one, left: null }, { ...two, left: null })
      }),
    )
  })
  test('what is certified holds for any missing area', () => {
    fc.assert(
      fc.property(decisions, fc.nat(5_000_000), (decision, missing) => {
        const { roll, ballots } = build(decision)
        const parts = [...roll.owners.values()].flatMap((owner) => owner.parts)
        const first = parts[0]!
        const open = rollOf(parts.map((one) => (one === first ? { ...one, area: null } : one)))
        const certainty = certaintyOf(open, ballots, 'other', rules)
        if (!certainty.isCertifiable) return
        const known = rollOf(parts.map((one) => (one === first ? { ...one, area: missing + 1 } : one)))
        assert.equal(tally(known, ballots, 'other', rules).isPassed, certainty.outcome === 'passes')
      }),
    )
  })
  test('what is short, given, reaches the quorum; one less does not', () => {
    fc.assert(
      fc.property(decisions, (decision) => {
        const { roll, ballots } = build(decision)
        const { owners, short } = tally(roll, ballots, 'other', rules)
        const reached = owners.participating + short.owners
        assert.ok(3 * reached >= 2 * owners.total)
        if (short.owners > 0) assert.ok(3 * (reached - 1) < 2 * owners.total)
      }),
    )
  })
  test('co-owners who disagree abstain unless one of them is named', () => {
    const parts = [part('x', 100, { owners: ['a', 'b'] }), part('c', 100)]
    const roll = rollOf(parts)
    const split_ = [ballot('a+b', 'for', { voterId: 'a' }), ballot('a+b', 'against', { voterId: 'b' })]
    assert.equal(tally(roll, split_, 'other', rules).owners.abstain, 1)
    const named = [split_[0]!, { ...split_[1]!, isDesignated: true }]
    assert.equal(tally(roll, named, 'other', rules).owners.against, 1)
  })
  test('a roll with a part twice, without owner, or with half a hundredth is refused', () => {
    const one = part('a', 100)
    assert.throws(() => rollOf([one, one]), RollError)
    assert.throws(() => rollOf([part('a', 100, { owners: [] })]), { code: 'no-owner' })
    assert.throws(() => rollOf([part('a', 100.5)]), { code: 'bad-area' })
    assert.throws(() => rollOf([part('a', 0)]), { code: 'bad-area' })
  })
})
