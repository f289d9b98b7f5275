// Worked elections (mission B10): order, ties, reserves, too few who pass, and what a seat rests on.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkElection, elect, seatsOf, type ElectionCandidate } from '../src/elections.ts'
import { rollOf } from '../src/owners-roll.ts'
import type { Mark } from '../src/owners-vote.ts'
import { nationalRules as rules } from '../src/vote-rule-sets.ts'

/** Nine owners, o1 with 91.00 m² up to o9 with 99.00 m². */
const areas = Array.from({ length: 9 }, (_, i) => 9100 + i * 100)
const rollWith = (change: Record<number, number | null> = {}) =>
  rollOf(
    areas.map((area, i) => ({ id: `p${i + 1}`, owners: [`o${i + 1}`], area: i + 1 in change ? change[i + 1]! : area })),
  )
const marks: Record<string, Mark> = { y: 'for', n: 'against', a: 'abstain', b: 'blank' }
/** One letter for each owner from o1 on: y, n, a, b(lank), - for no ballot. */
const stands = (id: string, letters: string): ElectionCandidate => ({
  id,
  ballots: [...letters].flatMap((letter, i) =>
    letter === '-'
      ? []
      : [
          {
            id: `${id}${i}`,
            ownerKey: `o${i + 1}`,
            voterId: `o${i + 1}`,
            mark: marks[letter]!,
            channel: 'paper',
            order: i,
          },
        ],
  ),
})
const results = (candidates: readonly ElectionCandidate[], seats: number, reserves = seats) =>
  Object.fromEntries(elect(rollWith(), candidates, seats, reserves, rules).standings.map((one) => [one.id, one.result]))

describe('an election', () => {
  test('goes by owners, then by area; the next who pass are reserves, at most as many as asked', () => {
    const all = [stands('d', 'yyyyynnnn'), stands('a', 'yyyyyyyyy'), stands('c', 'nnnnyyyyy'), stands('b', 'yyyyyyynn')]
    assert.deepEqual(results(all, 2), { a: 'elected', b: 'elected', c: 'reserve', d: 'reserve' })
    // d has five of nine owners and 465 of 855 m²: more than half of both, but behind c by area.
    assert.deepEqual(results([...all.slice(1), stands('d', 'yyyyynnna')], 2, 1)['d'], 'notElected')
  })
  test('five of nine owners with the small flats do not have more than half the area: not elected', () => {
    const roll = rollWith({ 9: 60_000 })
    const { standings } = elect(roll, [stands('a', 'yyyyynnnn'), stands('b', 'nnnnyyyyy')], 1, 1, rules)
    assert.deepEqual(
      standings.map((one) => [one.id, one.result]),
      [
        ['b', 'elected'],
        ['a', 'notElected'],
      ],
    )
  })
  test('six of nine must take part for a candidate: five consents of five do not elect', () => {
    assert.deepEqual(results([stands('a', '----yyyyy'), stands('b', '---nyyyyy')], 1), {
      a: 'notElected',
      b: 'elected',
    })
  })
  test('fewer who pass than seats: the rest stay empty', () => {
    const { filled } = elect(
      rollWith(),
      [stands('a', 'yyyyyyyyy'), stands('b', 'yynnnnnnn'), stands('c', 'yyyaaaaaa')],
      2,
      2,
      rules,
    )
    assert.equal(filled, 1)
  })
  test('three who tie for the last two seats are all tied; those above sit, nobody is a reserve', () => {
    const same = ['b', 'c', 'd'].map((id) => stands(id, 'yyyyyynnn'))
    const { filled, tied } = elect(
      rollWith(),
      [...same, stands('a', 'yyyyyyyyy'), stands('e', 'yyyyynnna')],
      3,
      3,
      rules,
    )
    assert.deepEqual([filled, [...tied].toSorted()], [1, ['b', 'c', 'd']])
  })
  test('a tie below the seats decides nothing', () => {
    const { filled, tied } = elect(
      rollWith(),
      [stands('a', 'yyyyyyyyy'), stands('b', 'yyyyyynnn'), stands('c', 'yyyyyynnn')],
      1,
      2,
      rules,
    )
    assert.deepEqual([filled, tied], [1, []])
  })
  test('5, 7, 9 or 11 seats and more candidates than seats; a by-election may fill one or two', () => {
    for (const seats of [5, 7, 9, 11]) {
      checkElection(seats + 1, seats)
      assert.throws(() => checkElection(seats, seats), { code: 'too-few-candidates' })
    }
    for (const seats of [3, 13]) assert.throws(() => checkElection(20, seats), { code: 'bad-seats' })
    for (const seats of [6, 8, 10]) assert.throws(() => checkElection(20, seats), { code: 'even-seats' })
    for (const seats of [1, 2]) checkElection(seats + 1, seats, true)
    assert.throws(() => checkElection(1, 1, true), { code: 'too-few-candidates' })
  })
})
describe('a seat', () => {
  test('that only a missing area could decide is not certified, those above it are', () => {
    const all = [stands('a', 'yyyyyyyyy'), stands('b', 'yyyyyynnn'), stands('c', 'nnnyyyyyy')]
    const known = seatsOf(rollWith(), all, 2, rules)
    assert.deepEqual([known.of.get('b')!.seat, known.of.get('c')!.isCertifiable], ['reserve', true])
    const open = seatsOf(rollWith({ 1: null }), all, 2, rules).of
    assert.deepEqual(
      ['a', 'b', 'c'].map((id) => open.get(id)!.isCertifiable),
      [true, false, false],
    )
    assert.equal(open.get('c')!.outcome, 'undetermined')
  })
  test('that is lost once another candidate passes names the reading, though its own outcome stands', () => {
    // a: 4 of 8 with a blank paper, 4 of 7 without it, and then before b by area.
    const { of } = seatsOf(rollWith(), [stands('a', 'nnnb-yyyy'), stands('b', 'yyyy--nnn')], 1, rules)
    assert.deepEqual([of.get('a')!.seat, of.get('b')!.seat], ['notElected', 'elected'])
    assert.deepEqual(of.get('b')!.flips, [{ value: 'blankMark', as: 'invalid', outcome: 'passes' }])
  })
})
