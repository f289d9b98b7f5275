// Silence as rules of procedure may adopt it, reckoned by hand.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { countDecision, type PublishedBallot, type PublishedDelivery } from '../src/decision-count.ts'
import { elect } from '../src/elections.ts'
import { rollOf, type RollPart } from '../src/owners-roll.ts'
import { tally, type Mark } from '../src/owners-vote.ts'
import { nationalRules, type VoteRuleSet } from '../src/vote-rule-sets.ts'
import { adopted, cast, certainty, count, estate } from './silent-estate.ts'

describe('silence with the majority', () => {
  test('S1: 50 of 100 vote, 30 of them for; 20 silent with proof go with them, 30 without proof stay out', () => {
    const of = estate(['for', 30, 10_000], ['against', 20, 10_000], ['silent', 20, 10_000], ['away', 30, 10_000])
    const { owners, area, quorum, isPassed, silence } = count(of)
    assert.deepEqual([owners.participating, owners.for, owners.against, area.for], [70, 50, 20, 500_000])
    assert.deepEqual([quorum, isPassed], [{ area: true, owners: true }, true])
    assert.deepEqual([silence?.as, silence?.owners, silence?.area], ['for', 20, 200_000])
    assert.deepEqual(
      [silence?.without.owners.participating, silence?.without.owners.for, silence?.without.isPassed],
      [50, 30, false],
    )
  })
  test('S1 as the default reads it: silence is no vote, whatever was delivered; the certificate of S1 names that flip', () => {
    const of = estate(['for', 30, 10_000], ['against', 20, 10_000], ['silent', 20, 10_000], ['away', 30, 10_000])
    const plain = count(of, 'other', nationalRules)
    assert.deepEqual([plain.owners.participating, plain.isPassed, plain.silence], [50, false, null])
    const { outcome, readings } = certainty(of)
    assert.deepEqual([outcome, readings], ['passes', [{ value: 'silence', as: 'no-vote', outcome: 'fails' }]])
    assert.deepEqual(certainty(of, 'other', nationalRules).readings, [])
  })
  test('S2: silence can carry a special matter over three quarters: 14 of 20 are not, 24 of 30 are', () => {
    const of = estate(['for', 14, 10_000], ['against', 6, 10_000], ['silent', 10, 10_000])
    const { owners, isPassed, silence } = count(of, 'commonParts')
    assert.deepEqual([owners.for, owners.participating, isPassed, silence?.without.isPassed], [24, 30, true, false])
  })
  test('S3: where more owners are against and more area is for, the silent abstain', () => {
    // 4 owners of 200.00 m² for, 5 of 100.00 m² against: 800 : 500 by area, 4 : 5 by owners.
    const of = estate(['for', 4, 20_000], ['against', 5, 10_000], ['silent', 6, 10_000])
    const { owners, silence, isPassed } = count(of)
    assert.deepEqual([silence?.as, owners.abstain, owners.for, isPassed], ['abstain', 6, 4, false])
  })
  test('S4: a tie on either axis is no majority; an abstention can be one', () => {
    assert.equal(
      count(estate(['for', 5, 20_000], ['against', 5, 10_000], ['silent', 9, 10_000])).silence?.as,
      'abstain',
    )
    assert.equal(
      count(estate(['for', 5, 10_000], ['against', 2, 25_000], ['silent', 9, 10_000])).silence?.as,
      'abstain',
    )
    assert.equal(
      count(estate(['for', 2, 10_000], ['abstain', 5, 10_000], ['silent', 9, 10_000])).silence?.as,
      'abstain',
    )
    assert.equal(count(estate(['for', 2, 100], ['against', 5, 100], ['silent', 9, 100])).owners.against, 14)
  })
  test('S5: nobody has voted: all silent make a quorum and carry nothing', () => {
    const { quorum, owners, isPassed } = count(estate(['silent', 9, 10_000]))
    assert.deepEqual([quorum.owners, owners.abstain, isPassed], [true, 9, false])
  })
  test('S6: who sent anything is not silent: an unsigned paper, a blank one where blanks are no vote, another item', () => {
    const of = estate(['for', 4, 10_000], ['silent', 3, 10_000])
    const [a, b] = [...of.delivered]
    const strict: VoteRuleSet = { ...adopted, blankMark: 'invalid' }
    const ballots = [...of.ballots, cast(a!, 'for', { invalid: 'unsigned' }), cast(b!, 'blank')]
    assert.equal(tally(of.roll, ballots, 'other', strict, of.delivered).silence?.owners, 1)
    const published = (owner: string, marks: Record<string, Mark>): PublishedBallot => ({
      ballot: `p${owner}`,
      decision: 'd',
      seq: 1,
      owner,
      voter: owner,
      channel: 'proxy',
      marks,
      invalid: null,
      receivedAt: '2026-06-01T00:00:00.000Z',
      recordedAt: '2026-06-01T00:00:00.000Z',
      scans: [],
      nonce: 'n',
    })
    const items = ['i', 'j'].map((id) => ({ id, matter: 'other' as const, isCandidate: false }))
    const list = [...of.delivered].map((owner): PublishedDelivery => ({
      owner,
      how: 'app',
      on: '2026-06-01',
      proofs: [],
    }))
    const result = countDecision(of.roll, [published(a!, { i: 'for' })], items, adopted, null, list)
    assert.deepEqual(
      result.items.map((one) => one.silence?.owners),
      [2, 2],
    )
  })
  test('S7: proof for somebody who is not on the roll counts nothing; co-owners who voted are not silent', () => {
    const parts: RollPart[] = [
      { id: '1', owners: ['h', 'w'], area: 10_000 },
      { id: '2', owners: ['x'], area: 10_000 },
    ]
    const ballots = [cast('h+w', 'for', { voterId: 'h' }), cast('h+w', 'against', { voterId: 'w' })]
    const counted = tally(rollOf(parts), ballots, 'other', adopted, new Set(['stranger', 'h+w']))
    assert.deepEqual([counted.silence?.owners, counted.owners.abstain], [0, 1])
    const differ = { ...adopted, disagreement: 'invalid' as const }
    assert.equal(tally(rollOf(parts), ballots, 'other', differ, new Set(['h+w'])).owners.participating, 0)
  })
  test('S8: silence elects nobody: it makes the quorum and no consent, whoever leads', () => {
    const candidates = ['a', 'b'].map((id) => ({
      id,
      ballots: Array.from({ length: 5 }, (_, i) => cast(`o${i}`, id === 'a' || i < 2 ? 'for' : 'against')),
    }))
    const roll = rollOf(Array.from({ length: 12 }, (_, i) => ({ id: `o${i}`, owners: [`o${i}`], area: 100 })))
    const delivered = new Set(['o5', 'o6', 'o7', 'o8'])
    const { standings } = elect(roll, candidates, 1, 1, adopted, delivered)
    assert.deepEqual(
      standings.map(({ id, result, tally: { owners, quorum } }) => [
        id,
        result,
        owners.for,
        owners.abstain,
        quorum.owners,
      ]),
      [
        ['a', 'elected', 5, 4, true],
        ['b', 'notElected', 2, 4, true],
      ],
    )
    const many = new Set(['o5', 'o6', 'o7', 'o8', 'o9', 'o10'])
    assert.deepEqual(
      elect(roll, candidates, 1, 1, adopted, many).standings.map((one) => one.result),
      ['notElected', 'notElected'],
      'five of eleven are not more than half',
    )
  })
  test('S9: silence and blank papers flip it only together: both are named', () => {
    // 41 of 71 consent. The silent out: 31 of 61, and 61 of 90 take part. Blanks out: 41 of 61. Both out: 51 of 90.
    const of = estate(
      ['for', 31, 100],
      ['against', 20, 100],
      ['blank', 10, 100],
      ['silent', 10, 100],
      ['away', 19, 100],
    )
    assert.equal(certainty(of).outcome, 'passes')
    assert.deepEqual(certainty(of).readings, [
      { value: 'blankMark', as: 'invalid', outcome: 'fails', with: [{ value: 'silence', as: 'no-vote' }] },
    ])
  })
  test('S10: an unknown area of somebody against may end the lead that the silent go with', () => {
    // For 6 of 100.00 m², against 3 and a shop of unknown area; 5 silent. Above 300.00 m² the silent abstain: 6 of 15.
    const of = estate(['for', 6, 10_000], ['against', 3, 10_000], ['against', 1, null], ['silent', 5, 10_000])
    const { outcome, areaFlips } = certainty(of)
    assert.equal(outcome, 'undetermined')
    assert.deepEqual(areaFlips, [{ group: 'against', above: 29_999, outcome: 'fails' }])
  })
})
