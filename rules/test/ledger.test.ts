// Double entry and publicity: balances sum to zero, days are counted as the law counts them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { balancesOf, checkEntry, LedgerError, reversalOf, statementOf, transfer, type Entry } from '../src/ledger.ts'
import { mayOpenOn, publicityOf } from '../src/publicity-clock.ts'
import { elect, checkElection } from '../src/elections.ts'
import { rollOf } from '../src/owners-roll.ts'
import { nationalRules } from '../src/vote-rule-sets.ts'
import type { WorkingCalendar } from '../src/working-time.ts'

const accounts = ['bank', 'income', 'expense', 'fund']
const entries = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`),
    from: fc.nat(3),
    to: fc.nat(3),
    amount: fc.integer({ min: 1, max: 1_000_000_00 }),
  }),
  { maxLength: 60 },
)
const build = (all: { day: string; from: number; to: number; amount: number }[]): Entry[] =>
  all
    .filter((one) => one.from !== one.to)
    .map((one, i) => ({
      id: `e${String(i).padStart(3, '0')}`,
      day: one.day,
      postings: transfer(accounts[one.from]!, accounts[one.to]!, one.amount),
    }))

describe('a ledger', () => {
  test('sums to zero after any entries, and a reversal takes an entry back', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const made = build(all)
        const balances = balancesOf(made)
        assert.equal(
          [...balances.values()].reduce((sum, one) => sum + one, 0),
          0,
        )
        const back = balancesOf([
          ...made,
          ...made.map((one) => ({ ...one, id: `r${one.id}`, postings: reversalOf(one) })),
        ])
        assert.ok([...back.values()].every((one) => one === 0))
      }),
    )
  })
  test('a statement begins with what was there and ends with the balance', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const made = build(all)
        const statement = statementOf(made, 'bank', '2026-02-10', '2026-02-20')
        assert.equal(statement.opening + statement.in - statement.out, statement.closing)
        const until = made.filter((one) => one.day <= '2026-02-20')
        assert.equal(statement.closing, balancesOf(until).get('bank') ?? 0)
      }),
    )
  })
  test('an entry that does not sum to zero, is empty, or is no whole fen is refused', () => {
    assert.throws(
      () =>
        checkEntry({
          postings: [
            { account: 'a', amount: 1 },
            { account: 'b', amount: -2 },
          ],
        }),
      LedgerError,
    )
    assert.throws(() => checkEntry({ postings: [{ account: 'a', amount: 0 }] }), { code: 'empty' })
    assert.throws(
      () =>
        checkEntry({
          postings: [
            { account: 'a', amount: 0.5 },
            { account: 'b', amount: -0.5 },
          ],
        }),
      { code: 'bad-amount' },
    )
    assert.throws(
      () =>
        checkEntry({
          postings: [
            { account: 'a', amount: 5 },
            { account: 'a', amount: -5 },
          ],
        }),
      { code: 'same-account' },
    )
    assert.throws(() => transfer('a', 'b', -1), { code: 'bad-amount' })
    assert.throws(() => transfer('a', 'b', Number.MAX_SAFE_INTEGER + 1), { code: 'bad-amount' })
  })
})
const calendar: WorkingCalendar = {
  periods: [{ from: 540, to: 1020 }],
  workingWeekdays: [1, 2, 3, 4, 5],
  exceptions: {
    '2026-10-01': { working: false },
    '2026-10-02': { working: false },
    '2026-10-05': { working: false },
    '2026-10-10': { working: true },
  },
}
describe('publicity', () => {
  test('day one is the day after posting: fifteen days from the 1st end on the 16th, the vote opens on the 17th', () => {
    const notice = publicityOf('2026-09-01', 15, calendar)
    assert.deepEqual([notice.endsOn, notice.nextDay], ['2026-09-16', '2026-09-17'])
    assert.equal(mayOpenOn('2026-09-16', notice), false)
    assert.equal(mayOpenOn('2026-09-17', notice), true)
  })
  test('a last day on a weekend or a holiday moves to the next working day, a make-up Saturday stays', () => {
    assert.equal(publicityOf('2026-09-04', 15, calendar).endsOn, '2026-09-21')
    assert.equal(publicityOf('2026-09-16', 15, calendar).endsOn, '2026-10-06')
    assert.equal(publicityOf('2026-09-25', 15, calendar).endsOn, '2026-10-10')
  })
  test('no day and no number of days are refused', () => {
    assert.throws(() => publicityOf('2026-02-30', 15, calendar), RangeError)
    assert.throws(() => publicityOf('2026-02-20', 0, calendar), RangeError)
  })
})
describe('an election', () => {
  const roll = rollOf(Array.from({ length: 30 }, (_, i) => ({ id: `p${i}`, owners: [`o${i}`], area: 10_000 })))
  const candidate = (id: string, yes: number) => ({
    id,
    ballots: Array.from({ length: 24 }, (_, i) => ({
      id: `${id}${i}`,
      ownerKey: `o${i}`,
      voterId: `o${i}`,
      mark: i < yes ? ('for' as const) : ('against' as const),
      channel: 'electronic' as const,
      order: i,
    })),
  })
  test('seats go to those who pass, in order; the next are reserve members', () => {
    const { standings, filled } = elect(
      roll,
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, i) => candidate(id, 24 - i)),
      5,
      1,
      nationalRules,
    )
    assert.equal(filled, 5)
    assert.deepEqual(
      standings.map((one) => one.result),
      ['elected', 'elected', 'elected', 'elected', 'elected', 'reserve', 'notElected'],
    )
  })
  test('half is not more than half; a tie for the last seat is nobody’s to decide here', () => {
    const some = elect(roll, [candidate('a', 12), candidate('b', 13)], 5, 1, nationalRules)
    assert.deepEqual(
      some.standings.map((one) => [one.id, one.result]),
      [
        ['b', 'elected'],
        ['a', 'notElected'],
      ],
    )
    const { tied, filled } = elect(
      roll,
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => candidate(id, i < 4 ? 20 : 18)),
      5,
      1,
      nationalRules,
    )
    assert.deepEqual([filled, tied], [4, ['e', 'f']])
  })
  test('committees are odd and have more candidates than seats', () => {
    assert.throws(() => checkElection(9, 6), { code: 'even-seats' })
    assert.throws(() => checkElection(5, 5), { code: 'too-few-candidates' })
    assert.throws(() => checkElection(20, 13), { code: 'bad-seats' })
    checkElection(6, 5)
  })
})
