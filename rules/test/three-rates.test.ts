// The three rates: who counts above and below the line.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { percentText, threeRates, threeRatesFormula } from '../src/three-rates.ts'
import type { CaseFacts } from '../src/three-rates.ts'
import { shanghai } from './calendars.ts'

const september = { from: shanghai('2026-09-01 00:00'), to: shanghai('2026-10-01 00:00') }

const makeCase = (facts: Partial<CaseFacts> = {}): CaseFacts => ({
  respondDueAt: shanghai('2026-09-10 10:00'),
  respondedAt: shanghai('2026-09-10 09:00'),
  resolveDueAt: shanghai('2026-09-15 10:00'),
  reporterAnswer: 'confirmed',
  recheck: null,
  isSatisfied: true,
  exclusion: null,
  ...facts,
})

test('an answer at the very deadline is in time, one millisecond later or never is not', () => {
  const due = shanghai('2026-09-10 10:00')
  const cases = [
    makeCase({ respondedAt: due }),
    makeCase({ respondedAt: new Date(due.getTime() + 1) }),
    makeCase({ respondedAt: null }),
  ]
  assert.deepEqual(threeRates(cases, september).response, { numerator: 1, denominator: 3 })
})

test('resolved means confirmed by the reporter, or silent and passed by the random re-check', () => {
  const cases = [
    makeCase({ reporterAnswer: 'confirmed' }),
    makeCase({ reporterAnswer: 'silent', recheck: 'passed' }),
    makeCase({ reporterAnswer: 'silent', recheck: 'failed' }),
    makeCase({ reporterAnswer: 'silent' }),
    makeCase({ reporterAnswer: 'disputed', recheck: 'passed' }),
    makeCase({ reporterAnswer: 'open' }),
  ]
  const rates = threeRates(cases, september)
  assert.deepEqual(rates.resolution, { numerator: 2, denominator: 6 })
  assert.equal(rates.silentUnchecked, 1)
})

test('satisfaction is over rated cases only, and without any there is no rate', () => {
  const cases = [makeCase(), makeCase({ isSatisfied: false }), makeCase({ isSatisfied: null })]
  assert.deepEqual(threeRates(cases, september).satisfaction, { numerator: 1, denominator: 2 })
  const { satisfaction } = threeRates([makeCase({ isSatisfied: null })], september)
  assert.deepEqual(satisfaction, { numerator: 0, denominator: 0 })
  assert.equal(percentText(satisfaction), null)
})

test('a case counts in the month its deadline falls in, the first moment included and the last not', () => {
  const overMonthEnd = makeCase({ respondDueAt: shanghai('2026-09-30 17:00'), resolveDueAt: september.to })
  const rates = threeRates([overMonthEnd, makeCase({ respondDueAt: null, resolveDueAt: september.from })], september)
  assert.equal(rates.response.denominator, 1)
  assert.equal(rates.resolution.denominator, 1)
  assert.equal(threeRates([makeCase({ respondDueAt: null, resolveDueAt: null })], september).response.denominator, 0)
})

test('only a reviewed application with a reason leaves a case out', () => {
  const cases = [
    makeCase({ exclusion: { reason: '同一事项重复上报', reviewedBy: 'reviewer' } }),
    makeCase({ exclusion: { reason: ' ', reviewedBy: 'reviewer' } }),
    makeCase({ exclusion: { reason: '太难', reviewedBy: '' } }),
  ]
  const rates = threeRates(cases, september)
  assert.equal(rates.excluded, 1)
  assert.equal(rates.resolution.denominator, 2)
  assert.equal(rates.formula, threeRatesFormula)
})

test('percentages are rounded half up without floating point', () => {
  assert.equal(percentText({ numerator: 2, denominator: 3 }), '66.67')
  assert.equal(percentText({ numerator: 1, denominator: 800 }), '0.13')
  assert.equal(percentText({ numerator: 1, denominator: 1 }), '100.00')
  assert.equal(percentText({ numerator: 0, denominator: 7 }), '0.00')
})

test('property: rates of two halves of the cases add up to the rates of all', () => {
  const anyCase = fc.record({
    respondDueAt: fc.constantFrom(null, shanghai('2026-08-31 10:00'), shanghai('2026-09-10 10:00')),
    respondedAt: fc.constantFrom(null, shanghai('2026-09-10 09:00'), shanghai('2026-09-11 09:00')),
    resolveDueAt: fc.constantFrom(null, shanghai('2026-09-30 10:00'), shanghai('2026-10-08 10:00')),
    reporterAnswer: fc.constantFrom('confirmed' as const, 'disputed' as const, 'silent' as const, 'open' as const),
    recheck: fc.constantFrom('passed' as const, 'failed' as const, null),
    isSatisfied: fc.constantFrom(true, false, null),
    exclusion: fc.constantFrom(null, { reason: '重复', reviewedBy: 'reviewer' }),
  })
  fc.assert(
    fc.property(fc.array(anyCase), fc.array(anyCase), (one, two) => {
      const [a, b, both] = [one, two, [...one, ...two]].map((cases) => threeRates(cases, september))
      assert.ok(a && b && both)
      for (const rate of ['response', 'resolution', 'satisfaction'] as const) {
        assert.equal(a[rate].numerator + b[rate].numerator, both[rate].numerator)
        assert.equal(a[rate].denominator + b[rate].denominator, both[rate].denominator)
        assert.ok(both[rate].numerator <= both[rate].denominator)
      }
      assert.equal(a.excluded + b.excluded, both.excluded)
    }),
  )
})
