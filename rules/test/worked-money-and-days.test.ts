// More worked examples of sharing costs (civic rules §2), of publicity over holidays, and of books; reckoned by hand.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { apportion, coverFromAccounts, factored, settle, type Weight } from '../src/apportion.ts'
import { balancesOf, reversalOf, statementOf, transfer } from '../src/ledger.ts'
import { mayOpenOn, publicityOf } from '../src/publicity-clock.ts'
import type { WorkingCalendar } from '../src/working-time.ts'

const weights = (all: Record<string, number>): Weight[] => Object.entries(all).map(([id, weight]) => ({ id, weight }))
const shares = (total: number, all: Record<string, number>) =>
  Object.fromEntries(apportion(total, weights(all)).map(({ id, amount }) => [id, amount]))
const three = { a: 8945, b: 12_133, c: 10_000 }

describe('a cost shared', () => {
  test('¥1,000.01 over seven equal: the last by id gets one fen less', () => {
    const { g, ...others } = shares(100_001, { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 })
    assert.deepEqual([new Set(Object.values(others)), g], [new Set([14_286]), 14_285])
  })
  test('a sewer of ¥46,800.00 by area over six, one of them empty land', () => {
    assert.deepEqual(shares(4_680_000, { a101: 8945, a102: 12_133, a201: 8945, a202: 12_133, a301: 0, a302: 10_000 }), {
      a101: 802_642,
      a102: 1_088_704,
      a201: 802_642,
      a202: 1_088_704,
      a301: 0,
      a302: 897_308,
    })
  })
  test('one fen goes to the largest remainder, not to the first', () => {
    assert.deepEqual(shares(1, { x: 5, y: 5, z: 7 }), { x: 0, y: 0, z: 1 })
  })
  test('a lift of ¥520,000.00 less two subsidies, by floor factor times area', () => {
    const floor = (area: number, thousandths: number) => factored(area, thousandths)
    const cost = 52_000_000 - 20_000_000 - 1_234_567
    assert.deepEqual(
      shares(cost, {
        f1: floor(10_000, 0),
        f2: floor(10_000, 0),
        f3a: floor(10_000, 700),
        f3b: floor(8945, 700),
        f4: floor(10_000, 900),
        f5: floor(12_133, 1000),
      }),
      { f1: 0, f2: 0, f3a: 6_261_409, f3b: 5_600_830, f4: 8_050_383, f5: 10_852_811 },
    )
  })
  test('a gate of ¥340,000.00 over 137 households: the first 25 pay a fen more', () => {
    const all = Object.fromEntries(Array.from({ length: 137 }, (_, i) => [`h${String(i).padStart(3, '0')}`, 1]))
    const paid = Object.values(shares(34_000_000, all))
    assert.deepEqual([paid.filter((one) => one === 248_176).length, paid.at(24), paid.at(25)], [25, 248_176, 248_175])
  })
  test('final accounts below the estimate come back as the difference of two splits, to the fen', () => {
    const { amounts, sum } = settled(2_860_000, 2_733_350, three)
    assert.deepEqual([amounts, sum], [{ a: -36_453, b: -49_445, c: -40_752 }, -126_650])
  })
  test('one fen more in the end is one household’s', () => {
    assert.deepEqual(settled(2_860_000, 2_860_001, three).amounts, { a: 0, b: 0, c: 1 })
  })
  test('a difference of −¥0.10 over four floors is not the split of −10 fen', () => {
    const floors = { f3: 7, f4: 8, f5: 9, f6: 10 }
    assert.deepEqual(settled(32_000_000, 31_999_990, floors).amounts, { f3: -2, f4: -3, f5: -2, f6: -3 })
    assert.deepEqual(shares(-10, floors), { f3: -2, f4: -2, f5: -3, f6: -3 })
  })
  test('a refund of −¥3,333.33 by area', () => {
    assert.deepEqual(shares(-333_333, three), { a: -95_941, b: -130_135, c: -107_257 })
  })
  test('interest of ¥9,876.54 over balances: an empty account gets nothing, one fen gets three', () => {
    assert.deepEqual(shares(987_654, { a101: 150_000, a102: 0, a201: 249_999, a202: 1 }), {
      a101: 370_370,
      a102: 0,
      a201: 617_281,
      a202: 3,
    })
  })
  test('the largest amount there is, shared exactly', () => {
    const most = Number.MAX_SAFE_INTEGER
    assert.deepEqual(shares(most, { a: most, b: 1 }), { a: most - 1, b: 1 })
    assert.throws(() => shares(most + 1, { a: 1 }), { code: 'bad-amount' })
  })
  test('accounts pay first: an overdrawn one pays nothing, and nothing is taken for a refund', () => {
    const [a, b, c] = coverFromAccounts(
      [
        { id: 'a', amount: 300 },
        { id: 'b', amount: 300 },
        { id: 'c', amount: -50 },
      ],
      new Map([
        ['a', 120],
        ['b', -5],
        ['c', 900],
      ]),
    )
    assert.deepEqual([a!.fromAccount, a!.toPay, b!.fromAccount, b!.toPay], [120, 180, 0, 300])
    assert.deepEqual([c!.fromAccount, c!.toPay], [0, -50])
  })
})
const settled = (planned: number, final: number, all: Record<string, number>) => {
  const lines = settle(planned, final, weights(all))
  return {
    amounts: Object.fromEntries(lines.map(({ id, amount }) => [id, amount])),
    sum: lines.reduce((sum, line) => sum + line.amount, 0),
  }
}
/** Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 worked; New Year 2027. */
const off = (...days: readonly string[]) => Object.fromEntries(days.map((day) => [day, { working: false }]))
const calendar: WorkingCalendar = {
  periods: [{ from: 540, to: 1020 }],
  workingWeekdays: [1, 2, 3, 4, 5],
  exceptions: {
    ...off(...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => `2026-02-${day}`), '2027-01-01'),
    '2026-02-14': { working: true },
    '2026-02-28': { working: true },
  },
}
describe('fifteen days of notice around Spring Festival 2026', () => {
  for (const [postedOn, endsOn, opens] of [
    ['2026-01-30', '2026-02-14', '2026-02-15'],
    ['2026-01-31', '2026-02-24', '2026-02-25'],
    ['2026-02-06', '2026-02-24', '2026-02-25'],
    ['2026-02-08', '2026-02-24', '2026-02-25'],
    ['2026-02-09', '2026-02-24', '2026-02-25'],
    ['2026-02-10', '2026-02-25', '2026-02-26'],
    ['2026-02-13', '2026-02-28', '2026-03-01'],
    ['2026-02-14', '2026-03-02', '2026-03-03'],
    ['2028-02-14', '2028-02-29', '2028-03-01'],
  ] as const)
    test(`posted ${postedOn}, it hangs until ${endsOn} and the vote opens on ${opens}`, () => {
      const notice = publicityOf(postedOn, 15, calendar)
      assert.deepEqual([notice.endsOn, notice.nextDay], [endsOn, opens])
      assert.deepEqual([mayOpenOn(endsOn, notice), mayOpenOn(opens, notice)], [false, true])
    })
  test('seven days over New Year end on the Monday after; one day from a Friday too', () => {
    assert.equal(publicityOf('2026-12-25', 7, calendar).endsOn, '2027-01-04')
    assert.equal(publicityOf('2026-03-06', 1, calendar).endsOn, '2026-03-09')
  })
})
describe('books', () => {
  const entries = [
    { id: 'e1', day: '2026-01-05', postings: transfer('rent', 'bank', 1_200_000) },
    { id: 'e2', day: '2026-03-31', postings: transfer('bank', 'sewer', 345_678) },
    { id: 'e3', day: '2026-04-01', postings: reversalOf({ postings: transfer('bank', 'sewer', 345_678) }) },
  ]
  test('a payment taken back on the first of the next quarter is out in one statement and in in the other', () => {
    const first = statementOf(entries, 'bank', '2026-01-01', '2026-03-31')
    const second = statementOf(entries, 'bank', '2026-04-01', '2026-06-30')
    assert.deepEqual([first.opening, first.in, first.out, first.closing], [0, 1_200_000, 345_678, 854_322])
    assert.deepEqual([second.opening, second.in, second.out, second.closing], [854_322, 345_678, 0, 1_200_000])
  })
  test('all balances together are nothing', () => {
    const balances = balancesOf(entries)
    assert.deepEqual([balances.get('bank'), balances.get('sewer')], [1_200_000, 0])
    assert.equal(
      [...balances.values()].reduce((sum, one) => sum + one, 0),
      0,
    )
  })
})
