// What a count of published ballots comes to: order of receipt, co-owners, the city's figures, elections; and shares.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  ballotsFor,
  countDecision,
  differOnAny,
  judgeCity,
  partsFrom,
  rollFrom,
  type CountedItem,
  type PublishedBallot,
  type PublishedPart,
} from '../src/decision-count.ts'
import { faultOfShares } from '../src/owner-shares.ts'
import { nationalRules } from '../src/vote-rule-sets.ts'

const item: CountedItem = { id: 'i', matter: 'propertyCompany', isCandidate: false }
const parts = (n: number, area: number | null = 10_000): PublishedPart[] =>
  Array.from({ length: n }, (_, i) => ({ id: `p${i}`, owner: `o${i}`, area }))
let seq = 0
const ballot = (owner: string, mark: 'for' | 'against' | 'abstain', more: Partial<PublishedBallot> = {}) => {
  seq += 1
  return {
    ballot: `b${seq}`,
    decision: 'd',
    seq,
    owner,
    voter: owner,
    channel: 'electronic',
    marks: { i: mark },
    invalid: null,
    receivedAt: '2026-06-01T00:00:00.000Z',
    recordedAt: '2026-06-01T00:00:00.000Z',
    scans: [],
    nonce: 'n',
    ...more,
  } satisfies PublishedBallot
}
const count = (all: readonly PublishedBallot[], of = parts(3)) =>
  countDecision(rollFrom(of), all, [item], nationalRules, null).items[0]!

describe('a count of published ballots', () => {
  test('takes the last one received, not the last one recorded', () => {
    const paper = ballot('o0', 'against', { channel: 'paper', receivedAt: '2026-05-31T00:00:00.000Z' })
    const phone = ballot('o0', 'for')
    const later = { ...paper, seq: phone.seq + 1 }
    assert.deepEqual(
      ballotsFor([phone, later], 'i').map((one) => one.mark),
      ['against', 'for'],
    )
    assert.equal(count([phone, later]).owners.for, 1)
    assert.equal(count([phone, later]).owners.against, 0)
  })
  test('leaves out an item that a mandate does not cover', () => {
    assert.equal(ballotsFor([ballot('o0', 'for', { marks: { other: 'for' } })], 'i').length, 0)
  })
  test('does not count an invalid ballot, and says why', () => {
    const result = count([ballot('o0', 'for', { invalid: 'no-papers' }), ballot('o9', 'for')])
    assert.equal(result.owners.participating, 0)
    assert.deepEqual(result.left, [
      { why: 'no-papers', count: 1 },
      { why: 'not-on-roll', count: 1 },
    ])
  })
  test('reads co-owners who differ as an abstention, until they name one', () => {
    const [a, b] = [ballot('o0', 'for', { voter: 'a' }), ballot('o0', 'against', { voter: 'b' })]
    assert.equal(differOnAny([a, b], nationalRules), true)
    assert.equal(count([a, b]).owners.abstain, 1)
    const named = ballot('o0', 'for', { voter: 'a', designated: true })
    assert.equal(differOnAny([a, b, named], nationalRules), false)
    assert.equal(count([a, b, named]).owners.for, 1)
    const after = ballot('o0', 'against', { voter: 'b' })
    assert.equal(count([a, b, named, after]).owners.for, 1, 'the one who was named speaks, also before a later voice')
    assert.equal(differOnAny([a, ballot('o0', 'for', { voter: 'b' })], nationalRules), false)
    assert.equal(differOnAny([a, { ...b, invalid: 'unsigned' }], nationalRules), false)
  })
  test('gives the parts of the developer to one owner', () => {
    const of = partsFrom([
      { id: 'a', owner: 'developer', area: 1 },
      { id: 'b', owner: 'developer', area: 2 },
    ])
    assert.ok(of.every((part) => part.isDevelopers))
    assert.equal(rollFrom(parts(2).map((part) => ({ ...part, owner: 'developer' }))).owners.size, 1)
  })
  test('adds up to the participants on both axes, whatever is cast', () => {
    const mark = fc.constantFrom('for' as const, 'against' as const, 'abstain' as const)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(11), mark), { maxLength: 60 }), (cast) => {
        const { area, owners } = count(
          cast.map(([owner, choice]) => ballot(`o${owner}`, choice)),
          parts(10),
        )
        assert.equal(owners.for + owners.against + owners.abstain, owners.participating)
        assert.equal(area.participating, owners.participating * 10_000)
        assert.equal(owners.participating, new Set(cast.map(([owner]) => owner).filter((owner) => owner < 10)).size)
      }),
      { numRuns: 60 },
    )
  })
  test('seats the candidates of an election in their order, with reserves', () => {
    const items = Array.from({ length: 7 }, (_, i): CountedItem => ({
      id: `c${i}`,
      matter: 'committee',
      isCandidate: true,
    }))
    const all = Array.from({ length: 20 }, (_, voter) =>
      ballot(`o${voter}`, 'for', {
        marks: Object.fromEntries(items.map(({ id }, i) => [id, voter < 20 - i ? 'for' : 'against'])),
      }),
    )
    const { items: counted, tied } = countDecision(rollFrom(parts(20)), all, items, nationalRules, 5)
    assert.deepEqual(
      counted.map((one) => one.seat),
      ['elected', 'elected', 'elected', 'elected', 'elected', 'reserve', 'reserve'],
    )
    assert.deepEqual(tied, [])
  })
})
describe("the city's own result", () => {
  const judge = (owners: number, area: number, of = parts(3)) => {
    const figures = { for: owners, against: 0, abstain: 0 }
    const city = [{ itemId: 'i', owners: figures, area: { ...figures, for: area } }]
    return judgeCity(rollFrom(of), city, [item], nationalRules).items[0]!
  }
  test('is held against the roll and the thresholds: exactly two thirds is enough', () => {
    assert.equal(judge(2, 20_000).isPassed, true)
    assert.deepEqual(judge(2, 19_999).quorum, { area: false, owners: true })
    assert.equal(judge(1, 30_000).isPassed, false)
  })
  test('stays open while an area is missing', () => {
    assert.equal(judge(2, 20_000, [...parts(3), { id: 'x', owner: 'ox', area: null }]).outcome, 'undetermined')
  })
})
describe('shares of co-owners', () => {
  test('come to exactly one, as fractions or percentages', () => {
    assert.equal(faultOfShares(['1/2', '1/2'], 2), null)
    assert.equal(faultOfShares(['1/3', '1/3', '1/3'], 3), null)
    assert.equal(faultOfShares(['33.33%', '66.67％'], 2), null)
    assert.equal(faultOfShares(['33.33%', '33.33%', '33.33%'], 3), 'sum')
    assert.equal(faultOfShares(['1/2', '1/3'], 2), 'sum')
    assert.equal(faultOfShares(['1/2'], 2), 'count')
    assert.equal(faultOfShares(['一半', '一半'], 2), 'unreadable')
    assert.equal(faultOfShares(['1/0', '1/2'], 2), 'unreadable')
  })
  test('of any n equal parts are right, and with one more are not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (n) => {
        const shares = Array.from({ length: n }, () => `1/${n}`)
        assert.equal(faultOfShares(shares, n), null)
        assert.equal(faultOfShares([...shares, `1/${n}`], n + 1), 'sum')
      }),
    )
  })
})
