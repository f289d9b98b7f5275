// More worked examples in the manner of civic rules §1, reckoned by hand: borders of both axes, keys, marks, missing areas.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { rollOf, type RollPart } from '../src/owners-roll.ts'
import { tally, type Ballot, type Mark } from '../src/owners-vote.ts'
import { certaintyOf, reachOf } from '../src/vote-certainty.ts'
import { leastFor, nationalRules, type Matter, type VoteRuleSet } from '../src/vote-rule-sets.ts'

/** So many owners who share an area (0.01 m²) and marked so; null stayed away. */
type Group = readonly [mark: Mark | null, owners: number, area: number | null]
const estate = (...groups: readonly Group[]) => {
  const parts: RollPart[] = []
  const ballots: Ballot[] = []
  groups.forEach(([mark, owners, area], g) => {
    for (let i = 0; i < owners; i++) {
      const key = `g${g}-${i}`
      const each = area === null ? null : Math.floor(area / owners) + (i < area % owners ? 1 : 0)
      parts.push({ id: key, owners: [key], area: each })
      if (mark !== null) ballots.push(cast(key, mark))
    }
  })
  return { parts, ballots }
}
let made = 0
const cast = (ownerKey: string, mark: Mark, more: Partial<Ballot> = {}): Ballot => ({
  id: `b${++made}`,
  ownerKey,
  voterId: ownerKey,
  mark,
  channel: 'paper',
  order: made,
  ...more,
})
type Estate = ReturnType<typeof estate>
const count = ({ parts, ballots }: Estate, matter: Matter = 'other', rules = nationalRules) =>
  tally(rollOf(parts), ballots, matter, rules)
const passes = (of: Estate, matter?: Matter, rules?: VoteRuleSet) => count(of, matter, rules).isPassed
const certainty = ({ parts, ballots }: Estate, matter: Matter = 'other', rules = nationalRules) =>
  certaintyOf(rollOf(parts), ballots, matter, rules)
const reading = (change: Partial<VoteRuleSet>): VoteRuleSet => ({ ...nationalRules, ...change })

describe('borders of the quorum', () => {
  test('30 of 45 owners are two thirds; 29 are not, with all but one flat’s area', () => {
    assert.equal(passes(estate(['for', 30, 300_000], [null, 15, 150_000])), true)
    const short = count(estate(['for', 29, 440_000], [null, 16, 10_000]))
    assert.deepEqual(
      [short.quorum, short.short],
      [
        { area: true, owners: false },
        { area: 0, owners: 1 },
      ],
    )
  })
  test('60.00 of 90.00 m² are two thirds, 59.99 are not', () => {
    assert.equal(passes(estate(['for', 8, 6000], [null, 1, 3000])), true)
    const short = count(estate(['for', 8, 5999], [null, 1, 3001]))
    assert.deepEqual(
      [short.quorum, short.short],
      [
        { area: false, owners: true },
        { area: 1, owners: 0 },
      ],
    )
  })
  test('of 100 owners 67 are needed, of 101 68, of 99 66', () => {
    const need = [100, 101, 99].map((owners) => leastFor(nationalRules.participation, owners))
    assert.deepEqual(need, [67, 68, 66])
    assert.equal(passes(estate(['for', 66, 700_000], [null, 34, 300_000])), false)
    assert.equal(passes(estate(['for', 67, 700_000], [null, 33, 300_000])), true)
  })
  test('nobody, and everybody', () => {
    assert.equal(passes(estate([null, 3, 30_000])), false)
    assert.equal(passes(estate(['for', 1, 9000])), true)
    assert.equal(passes(estate(['abstain', 9, 90_000])), false)
  })
})
describe('borders of the approval', () => {
  test('special matters: 6 of 8 owners are three quarters, 7 of 10 are not', () => {
    assert.equal(passes(estate(['for', 6, 60_000], ['against', 2, 20_000]), 'raiseFund'), true)
    assert.equal(passes(estate(['for', 7, 80_000], ['against', 3, 20_000]), 'rebuild'), false)
  })
  test('special matters by area: 75.00 of 100.00 m² pass, 74.99 fail', () => {
    assert.equal(passes(estate(['for', 9, 7500], ['against', 1, 2500]), 'commonParts'), true)
    assert.equal(passes(estate(['for', 9, 7499], ['against', 1, 2501]), 'commonParts'), false)
  })
  test('using the fund is ordinary, raising it is special: 5 of 9 use it and do not raise it', () => {
    const five = estate(['for', 5, 50_000], ['against', 4, 40_000])
    assert.deepEqual([passes(five, 'useFund'), passes(five, 'raiseFund')], [true, false])
  })
  test('4 of 7 are more than half, 3 of 6 are not; half the area with more than half the owners fails', () => {
    assert.equal(passes(estate(['for', 4, 40_000], ['against', 3, 30_000])), true)
    assert.equal(passes(estate(['for', 3, 40_000], ['against', 3, 30_000])), false)
    assert.equal(passes(estate(['for', 3, 10_000], ['against', 2, 10_000])), false)
    assert.equal(passes(estate(['for', 3, 10_001], ['against', 2, 9999])), true)
  })
  test('3 for, 2 against and 5 abstaining of 12 fail: an abstention is no consent', () => {
    assert.equal(
      passes(estate(['for', 3, 30_000], ['against', 2, 20_000], ['abstain', 5, 50_000], [null, 2, 20_000])),
      false,
    )
  })
  test('those who stay away are no part of the approval: 34 of 67 of 100 carry it', () => {
    assert.equal(passes(estate(['for', 34, 340_000], ['against', 33, 330_000], [null, 33, 330_000])), true)
    assert.equal(passes(estate(['for', 33, 340_000], ['against', 34, 330_000], [null, 33, 330_000])), false)
  })
})
describe('who is an owner', () => {
  const home = (
    id: string,
    owners: readonly string[],
    area: number | null = 10_000,
    isDevelopers = false,
  ): RollPart => ({
    id,
    owners,
    area,
    isDevelopers,
  })
  test('a couple with two flats and a garage counts once, whoever is named first; the husband’s own flat is another owner', () => {
    const roll = rollOf([
      home('1', ['h', 'w']),
      home('2', ['w', 'h']),
      home('garage', ['h', 'w', 'h'], 1250),
      home('3', ['h']),
    ])
    assert.deepEqual([...roll.owners.keys()], ['h+w', 'h'])
    assert.deepEqual([roll.owners.get('h+w')!.area, roll.area], [21_250, 31_250])
  })
  test('who owns alone and together votes for both; the wife’s other vote makes the common flat abstain', () => {
    const parts = [home('1', ['h', 'w']), home('2', ['h']), home('3', ['x'])]
    const ballots = [
      cast('h', 'for', { voterId: 'h' }),
      cast('h+w', 'for', { voterId: 'h' }),
      cast('h+w', 'against', { voterId: 'w' }),
      cast('x', 'for'),
    ]
    const { owners, area } = count({ parts, ballots })
    assert.deepEqual([owners.for, owners.abstain, area.for, area.abstain], [2, 1, 20_000, 10_000])
  })
  test('unsold and undelivered are one owner with all their area; a buyer without keys is not on the roll', () => {
    const parts = [
      ...Array.from({ length: 5 }, (_, i) => home(`unsold${i}`, [], 8000, true)),
      ...Array.from({ length: 3 }, (_, i) => home(`sold${i}`, [`buyer${i}`], 9000, true)),
      home('1', ['a'], 12_000),
      home('2', ['b'], 13_000),
    ]
    const { owners, area, left } = count({ parts, ballots: [cast('buyer1', 'for'), cast('a', 'for')] })
    assert.deepEqual([owners.total, area.total, owners.for, area.for], [3, 92_000, 1, 12_000])
    assert.deepEqual(
      left.map((one) => one.why),
      ['not-on-roll'],
    )
  })
  test('a garage of its own: 20 spaces of 16 owners, one with five', () => {
    const parts = Array.from({ length: 20 }, (_, i) => home(`s${i}`, [i < 5 ? 'five' : `o${i}`], 1250))
    const votes = ['five', 'o5', 'o6', 'o7', 'o8', 'o9', 'o10', 'o11', 'o12', 'o13', 'o14']
    const some = (n: number) => count({ parts, ballots: votes.slice(0, n).map((key) => cast(key, 'for')) })
    // Ten owners hold 14 of 20 spaces, but are 10 of 16: the eleventh makes two thirds.
    assert.deepEqual([some(10).quorum, some(11).isPassed], [{ area: true, owners: false }, true])
  })
})
describe('which ballot counts', () => {
  const parts = ['a', 'b', 'c'].map((id): RollPart => ({ id, owners: [id], area: 10_000 }))
  const of = (ballots: readonly Ballot[], rules = nationalRules) => tally(rollOf(parts), ballots, 'other', rules).owners
  test('the last one, by phone or on paper; an unsigned, late or revoked one takes nothing back', () => {
    const first = cast('a', 'for')
    for (const invalid of ['unsigned', 'late', 'revoked', 'above-cap', 'no-papers', 'not-an-owner'] as const)
      assert.equal(of([first, cast('a', 'against', { invalid })]).for, 1, invalid)
    const { for: yes, against } = of([first, cast('a', 'against', { channel: 'electronic' })])
    assert.deepEqual([yes, against], [0, 1])
  })
  test('a later blank paper abstains by default; where blanks do not take part the earlier vote is the last valid one', () => {
    const both = [cast('a', 'for', { channel: 'electronic' }), cast('a', 'blank')]
    assert.equal(of(both).abstain, 1)
    assert.equal(of(both, reading({ blankMark: 'invalid' })).for, 1)
    assert.equal(of([cast('a', 'blank')], reading({ blankMark: 'invalid' })).participating, 0)
  })
  test('co-owners who differ: abstention, or no part, by the rule; the named one alone counts', () => {
    const home: RollPart[] = [{ id: '1', owners: ['h', 'w', 's'], area: 10_000 }, ...parts]
    const key = 'h+s+w'
    const votes = [
      cast(key, 'for', { voterId: 'h' }),
      cast(key, 'for', { voterId: 'w' }),
      cast(key, 'against', { voterId: 's' }),
    ]
    const under = (ballots: readonly Ballot[], rules = nationalRules) =>
      tally(rollOf(home), ballots, 'other', rules).owners
    assert.equal(under(votes).abstain, 1)
    assert.equal(under(votes, reading({ disagreement: 'invalid' })).participating, 0)
    assert.equal(under([...votes.slice(0, 2), { ...votes[2]!, isDesignated: true }]).against, 1)
    // The son comes round: the last of each voter counts.
    assert.equal(under([...votes, cast(key, 'for', { voterId: 's' })]).for, 1)
  })
})
describe('what would flip it', () => {
  test('a missing area that passes only between 300.00 and 349.99 m² is found, however narrow', () => {
    const open = estate(['for', 31, 312_500], ['against', 18, 277_500], ['against', 1, null], [null, 20, 310_000])
    const { outcome, areaFlips, isCertifiable } = certainty(open)
    assert.deepEqual([outcome, isCertifiable], ['undetermined', false])
    assert.deepEqual(areaFlips, [
      { group: 'against', above: 29_999, outcome: 'passes' },
      { group: 'against', above: 34_999, outcome: 'fails' },
    ])
    for (const [area, isPassed] of [
      [29_999, false],
      [30_000, true],
      [34_999, true],
      [35_000, false],
    ] as const)
      assert.equal(
        passes({ ...open, parts: open.parts.map((one) => ({ ...one, area: one.area ?? area })) }),
        isPassed,
        `${area}`,
      )
  })
  test('an unknown area of who agrees cannot hurt; where the owners fail no area helps', () => {
    const more = certainty(estate(['for', 6, 60_000], ['for', 1, null], ['against', 2, 20_000]))
    assert.deepEqual([more.outcome, more.isCertifiable], ['passes', true])
    const less = certainty(estate(['for', 4, 90_000], ['for', 1, null], ['against', 5, 20_000]))
    assert.deepEqual([less.outcome, less.isCertifiable], ['fails', true])
  })
  test('blank and double marks flip it only together: both are named', () => {
    // 11 of 23, of 22 either way, and of 21 (63 of 60 thirds) with both read as no vote.
    const of = estate(['for', 11, 1100], ['against', 10, 1000], ['blank', 1, 100], ['double', 1, 100], [null, 7, 700])
    assert.deepEqual(certainty(of).readings, [
      { value: 'blankMark', as: 'invalid', outcome: 'passes', with: [{ value: 'doubleMark', as: 'invalid' }] },
    ])
  })
  test('what one reading flips alone is not named again with others; nothing to read, nothing named', () => {
    const of = estate(['for', 11, 1100], ['against', 10, 1000], ['blank', 3, 300], ['double', 1, 100], [null, 8, 800])
    assert.deepEqual(certainty(of).readings, [])
    const one = estate(['for', 11, 1100], ['against', 10, 1000], ['blank', 2, 200], [null, 8, 800])
    assert.deepEqual(certainty(one).readings, [{ value: 'blankMark', as: 'invalid', outcome: 'passes' }])
    assert.deepEqual(certainty(estate(['for', 2, 200], ['against', 1, 100])).readings, [])
  })
})
describe('whether two thirds can be reached', () => {
  const own = (n: number, area: number | null): RollPart[] =>
    Array.from({ length: n }, (_, i) => ({ id: `o${i}-${area}`, owners: [`o${i}-${area}`], area }))
  const developers = (area: number | null): RollPart => ({ id: `d${area}`, owners: [], isDevelopers: true, area })
  test('with exactly a third in the developer’s hand it can, with 0.01 m² more it cannot', () => {
    assert.equal(reachOf([...own(20, 100), developers(1000)], nationalRules).isReachable, true)
    assert.equal(reachOf([...own(20, 100), developers(1001)], nationalRules).isReachable, false)
  })
  test('an unknown area of the developer leaves it unsure; one of the owners does where it is missing', () => {
    const unsure = reachOf([...own(20, 100), developers(1000), developers(null)], nationalRules)
    assert.deepEqual([unsure.isReachable, unsure.isSure], [true, false])
    const sure = reachOf([...own(20, 100), ...own(1, null), developers(1000)], nationalRules)
    assert.deepEqual([sure.isReachable, sure.isSure], [true, true])
    const open = reachOf([...own(20, 100), ...own(1, null), developers(1001)], nationalRules)
    assert.deepEqual([open.isReachable, open.isSure], [false, false])
    assert.equal(reachOf([...own(1, 100), developers(1000)], nationalRules).isSure, true)
  })
})
