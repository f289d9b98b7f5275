// Committees: composition, terms, requirements, by example and over everything that can be drawn.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkComposition,
  isTerm,
  mayBeSeated,
  nationalCommitteeRules as rules,
  permille,
  requirementsFor,
  unmet,
  warnsFrom,
  type Side,
} from '../src/committee-rules.ts'

const sides: readonly Side[] = ['street', 'community', 'owners', 'developer', 'company', 'social']
test('a body is lawful exactly when size, oddness, owners’ half, sides and lead are', () => {
  const sitting = fc.array(fc.record({ side: fc.constantFrom(...sides), leads: fc.boolean() }), { maxLength: 20 })
  fc.assert(
    fc.property(sitting, (all) => {
      const owners = all.filter((one) => one.side === 'owners').length
      const leading = all.filter((one) => one.leads)
      const isLawful =
        all.length >= 7 &&
        all.length % 2 === 1 &&
        owners * 2 >= all.length &&
        (['community', 'owners', 'company'] as const).every((side) => all.some((one) => one.side === side)) &&
        leading.length === 1 &&
        ['street', 'community'].includes(leading[0]!.side)
      assert.equal(checkComposition(rules.management, all).length === 0, isLawful)
    }),
    { numRuns: 500 },
  )
})
test('four owners of seven are half, three are not', () => {
  const of = (owners: number) => [
    { side: 'community' as const, leads: true },
    { side: 'company' as const, leads: false },
    ...Array.from({ length: 5 }, (_, i) => ({
      side: i < owners ? ('owners' as const) : ('social' as const),
      leads: false,
    })),
  ]
  assert.deepEqual(checkComposition(rules.management, of(4)), [])
  assert.deepEqual(
    checkComposition(rules.management, of(3)).map((one) => one.code),
    ['owners'],
  )
})
test('a term of five years ends the day before its fifth anniversary at the latest', () => {
  assert.ok(isTerm('2026-03-01', '2031-02-28', 5))
  assert.ok(!isTerm('2026-03-01', '2031-03-01', 5))
  assert.ok(!isTerm('2026-03-01', '2026-03-01', 5))
  assert.ok(isTerm('2024-02-29', '2029-02-27', 5))
})
test('the warning comes three months before, at the end of a short month too', () => {
  assert.equal(warnsFrom('2026-05-31', 3), '2026-02-28')
  assert.equal(warnsFrom('2026-02-10', 3), '2025-11-10')
})
test('five, seven, nine or eleven may be seated', () => {
  assert.deepEqual(
    Array.from({ length: 14 }, (_, n) => n).filter((n) => mayBeSeated(n, rules)),
    [5, 7, 9, 11],
  )
})
test('arrears matter only where the covenant says so', () => {
  const codes = (needs: boolean) => requirementsFor(rules, needs).map((one) => one.code)
  assert.ok(codes(true).includes('noArrears') && !codes(false).includes('noArrears'))
  assert.deepEqual(unmet(requirementsFor(rules, false), codes(false)), [])
  assert.deepEqual(unmet(requirementsFor(rules, true), codes(false)), ['noArrears'])
})
test('a share never exceeds the whole and is cut, not rounded', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      const share = permille(Math.min(a, b), Math.max(a, b))
      assert.ok(share >= 0 && share <= 1000)
    }),
  )
  assert.equal(permille(2, 3), 666)
  assert.equal(permille(0, 0), 0)
})
