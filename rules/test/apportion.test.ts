// The worked examples of sharing a cost (civic rules §2), and what must hold for any of them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { agreed, apportion, ApportionError, coverFromAccounts, factored, settle } from '../src/apportion.ts'

const yuan = (amounts: readonly { amount: number }[]) => amounts.map((one) => one.amount / 100)
const floors = [1, 2, 3, 4, 5, 6]
const flats = floors.flatMap((floor) => [
  { id: `${floor}-1`, floor, area: 8945 },
  { id: `${floor}-2`, floor, area: 12_133 },
])
describe('worked examples', () => {
  test('C1: 10,000.00 by area', () => {
    const weights = [
      ['a', 8945],
      ['b', 12_133],
      ['c', 10_000],
    ].map(([id, weight]) => ({ id: id as string, weight: weight as number }))
    assert.deepEqual(yuan(apportion(1_000_000, weights)), [2878.24, 3904.05, 3217.71])
  })
  test('C2: 100.00 over three equal', () => {
    const weights = ['a', 'b', 'c'].map((id) => ({ id, weight: 1 }))
    assert.deepEqual(yuan(apportion(10_000, weights)), [33.34, 33.33, 33.33])
  })
  test('C4a: the roof leak by area', () => {
    const shares = apportion(
      2_860_000,
      flats.map(({ id, area }) => ({ id, weight: area })),
    )
    const small = shares.filter((share) => share.id.endsWith('-1')).map((share) => share.amount)
    const large = shares.filter((share) => share.id.endsWith('-2')).map((share) => share.amount)
    assert.deepEqual(
      small,
      Array.from({ length: 6 }, () => 202_286),
    )
    assert.deepEqual(large, [274_381, 274_381, 274_381, 274_381, 274_380, 274_380])
  })
  test('C4b: the roof leak by agreed floor factors', () => {
    const factors: Record<number, number> = { 1: 800, 2: 800, 3: 1000, 4: 1000, 5: 1200, 6: 1500 }
    const shares = apportion(
      2_860_000,
      flats.map(({ id, area, floor }) => ({ id, weight: factored(area, factors[floor]!) })),
    )
    const of = (id: string) => shares.find((share) => share.id === id)!.amount / 100
    assert.deepEqual([of('1-1'), of('2-1'), of('1-2'), of('2-2')], [1541.23, 1541.23, 2090.52, 2090.52])
    assert.deepEqual([of('3-1'), of('4-1'), of('3-2'), of('4-2')], [1926.53, 1926.53, 2613.15, 2613.15])
    assert.deepEqual([of('5-1'), of('5-2'), of('6-1'), of('6-2')], [2311.84, 3135.78, 2889.8, 3919.72])
  })
  test('C5: a lift less its subsidy', () => {
    const factors: Record<number, number> = { 1: 0, 2: 0, 3: 700, 4: 800, 5: 900, 6: 1000 }
    const weights = floors.flatMap((floor) =>
      ['1', '2'].map((n) => ({ id: `${floor}-${n}`, weight: factored(10_000, factors[floor]!) })),
    )
    const shares = apportion(52_000_000 - 20_000_000, weights)
    const of = (id: string) => shares.find((share) => share.id === id)!.amount / 100
    assert.deepEqual(
      floors.map((floor) => of(`${floor}-1`)),
      [0, 0, 32_941.18, 37_647.06, 42_352.94, 47_058.82],
    )
    assert.equal(
      shares.reduce((sum, share) => sum + share.amount, 0),
      32_000_000,
    )
  })
  test('C10: a refund shares the magnitude, then the sign', () => {
    const weights = ['a', 'b', 'c'].map((id) => ({ id, weight: 1 }))
    assert.deepEqual(yuan(apportion(-10_000, weights)), [-33.34, -33.33, -33.33])
  })
})
describe('any cost', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 1, maxLength: 60 })
    .map((all) => all.map((weight, i) => ({ id: `p${String(i).padStart(3, '0')}`, weight })))
    .filter((all) => all.some((one) => one.weight > 0))
  const amounts = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 })
  test('shares sum to the whole, a weight of nothing pays nothing, and nobody is off by a whole fen', () => {
    fc.assert(
      fc.property(amounts, weights, (total, all) => {
        const shares = apportion(total, all)
        const sum = all.reduce((more, one) => more + one.weight, 0)
        assert.equal(
          shares.reduce((more, one) => more + one.amount, 0),
          total,
        )
        shares.forEach((share, i) => {
          if (all[i]!.weight === 0) assert.equal(share.amount, 0)
          assert.ok(Math.abs(share.amount - (total * all[i]!.weight) / sum) < 1.001)
        })
      }),
    )
  })
  test('who weighs more never pays less, and the order of the list changes nobody’s share', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), weights, (total, all) => {
        const shares = new Map(apportion(total, all).map((share) => [share.id, share.amount]))
        const turned = new Map(apportion(total, all.toReversed()).map((share) => [share.id, share.amount]))
        for (const { id } of all) assert.equal(shares.get(id), turned.get(id))
        const rising = all.toSorted((a, b) => a.weight - b.weight)
        rising.forEach((one, i) => {
          const before = rising[i - 1]
          if (before !== undefined && before.weight < one.weight)
            assert.ok(shares.get(before.id)! <= shares.get(one.id)!)
        })
      }),
    )
  })
  test('planned and settlement together are the final split', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_00), fc.nat(1_000_000_00), weights, (planned, final, all) => {
        const settled = settle(planned, final, all)
        const last = apportion(final, all)
        settled.forEach((one, i) => assert.equal(one.planned + one.amount, last[i]!.amount))
        assert.equal(
          settled.reduce((sum, one) => sum + one.amount, 0),
          final - planned,
        )
      }),
    )
  })
  test('accounts pay first, never more than they hold, never more than is owed', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_00),
        weights,
        fc.array(fc.integer({ min: -5000, max: 500_000 })),
        (total, all, held) => {
          const balances = new Map(held.map((balance, i) => [`p${String(i).padStart(3, '0')}`, balance]))
          for (const one of coverFromAccounts(apportion(total, all), balances)) {
            assert.equal(one.fromAccount + one.toPay, one.amount)
            assert.ok(
              one.fromAccount >= 0 && one.fromAccount <= Math.max(0, balances.get(one.id) ?? 0) && one.toPay >= 0,
            )
          }
        },
      ),
    )
  })
  test('bad input is refused', () => {
    const one = { id: 'a', weight: 1 }
    assert.throws(() => apportion(1.5, [one]), ApportionError)
    assert.throws(() => apportion(1, [one, one]), { code: 'twice' })
    assert.throws(() => apportion(1, [{ id: 'a', weight: -1 }]), { code: 'bad-weight' })
    assert.throws(() => apportion(1, [{ id: 'a', weight: 0 }]), { code: 'no-weight' })
    assert.throws(() => apportion(Number.MAX_SAFE_INTEGER + 1, [one]), { code: 'bad-amount' })
    assert.throws(() => agreed(100, [{ id: 'a', amount: 99 }]), { code: 'bad-amount' })
    assert.throws(() => factored(100, 0.5), { code: 'bad-factor' })
  })
})
