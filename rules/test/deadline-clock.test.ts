// The deadline clock: worked examples, and the property that no elapsed time is ever lost.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  budgetMilliseconds,
  changePolicy,
  dueAt,
  elapsed,
  pauseClock,
  remaining,
  resumeClock,
  startClock,
  warnAt,
} from '../src/deadline-clock.ts'
import type { Budget } from '../src/deadline-clock.ts'
import { deadlineDefaults } from '../src/deadline-defaults.ts'
import { workingMillisecondsBetween } from '../src/working-time.ts'
import { HOUR, MINUTE, anyCalendar, anyMoment, county, shanghai } from './calendars.ts'

const anyBudget: fc.Arbitrary<Budget> = fc.oneof(
  fc.record({ unit: fc.constant('working-minutes' as const), amount: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ unit: fc.constant('minutes' as const), amount: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ unit: fc.constant('working-days' as const), amount: fc.integer({ min: 1, max: 8 }) }),
)
const anyMoments = fc
  .uniqueArray(anyMoment, { minLength: 3, maxLength: 9, selector: Number })
  .map((moments) => moments.toSorted((a, b) => a.getTime() - b.getTime()))

/** Real or working time between two moments, as the budget counts. */
const spanOf = (budget: Budget, from: Date, to: Date, cal = county): number =>
  budget.unit === 'minutes' ? to.getTime() - from.getTime() : workingMillisecondsBetween(cal, from, to)

test('an urgent case runs at night: half an hour to respond, 24 hours to resolve', () => {
  const at = shanghai('2026-10-01 23:50')
  assert.deepEqual(dueAt(startClock(deadlineDefaults.urgent.respond, at), county), shanghai('2026-10-02 00:20'))
  assert.deepEqual(dueAt(startClock(deadlineDefaults.urgent.resolve, at), county), shanghai('2026-10-02 23:50'))
})

test('the default deadlines of every kind, reported on a Wednesday at nine', () => {
  const at = shanghai('2026-09-16 09:00')
  const due = (budget: Budget) => dueAt(startClock(budget, at), county)
  for (const kind of ['household', 'small'] as const) {
    assert.deepEqual(due(deadlineDefaults[kind].respond), shanghai('2026-09-16 15:00'))
    assert.deepEqual(due(deadlineDefaults[kind].resolve), shanghai('2026-09-20 09:00'))
  }
  for (const kind of ['nuisance', 'hard'] as const) {
    assert.deepEqual(due(deadlineDefaults[kind].respond), shanghai('2026-09-17 09:00'))
  }
  assert.deepEqual(due(deadlineDefaults.nuisance.resolve), shanghai('2026-09-22 09:00'))
  assert.deepEqual(due(deadlineDefaults.hard.resolve), shanghai('2026-10-12 09:00'))
  assert.equal(deadlineDefaults.hard.alternative, 'deliberation')
})

test('a suspension over the holiday moves the deadline by the working time it took', () => {
  const started = startClock({ unit: 'working-days', amount: 3 }, shanghai('2026-09-28 08:30'))
  assert.deepEqual(dueAt(started, county), shanghai('2026-09-30 17:30'))
  const paused = pauseClock(started, shanghai('2026-09-29 12:00'), county)
  assert.equal(dueAt(paused, county), null)
  assert.equal(warnAt(paused, county), null)
  assert.equal(remaining(paused, shanghai('2026-10-06 12:00'), county), 10.5 * HOUR)
  const resumed = resumeClock(paused, shanghai('2026-10-08 14:00'))
  assert.deepEqual(dueAt(resumed, county), shanghai('2026-10-09 17:30'))
})

test('the warning comes as the last fifth of the budget begins, or the share asked for', () => {
  const clock = startClock({ unit: 'working-days', amount: 5 }, shanghai('2026-09-21 08:30'))
  assert.deepEqual(warnAt(clock, county), shanghai('2026-09-24 17:30'))
  assert.deepEqual(warnAt(clock, county, 50), shanghai('2026-09-23 12:00'))
  assert.deepEqual(warnAt(clock, county, 0), dueAt(clock, county))
  assert.deepEqual(warnAt(clock, county, 100), shanghai('2026-09-21 08:30'))
  assert.throws(() => warnAt(clock, county, 120), RangeError)
  const night = startClock({ unit: 'minutes', amount: 30 }, shanghai('2026-09-21 23:00'))
  assert.deepEqual(warnAt(night, county), shanghai('2026-09-21 23:24'))
})

test('a change from working time to real time counts the real time that ran, and back again', () => {
  const started = startClock({ unit: 'working-days', amount: 3 }, shanghai('2026-09-16 15:30'))
  const urgent = changePolicy(started, deadlineDefaults.urgent.resolve, shanghai('2026-09-17 09:30'), county)
  assert.equal(elapsed(urgent, shanghai('2026-09-17 09:30'), county), 18 * HOUR)
  assert.deepEqual(dueAt(urgent, county), shanghai('2026-09-17 15:30'))
  const back = changePolicy(urgent, started.budget, shanghai('2026-09-17 10:30'), county)
  assert.equal(elapsed(back, shanghai('2026-09-17 10:30'), county), 4 * HOUR)
  assert.deepEqual(dueAt(back, county), dueAt(started, county))
})

test('a budget cut below what has run falls due at the cut, not before', () => {
  const cutAt = shanghai('2026-09-17 10:00')
  const started = startClock({ unit: 'working-days', amount: 5 }, shanghai('2026-09-16 08:30'))
  const cut = changePolicy(started, { unit: 'working-minutes', amount: 60 }, cutAt, county)
  assert.deepEqual(dueAt(cut, county), cutAt)
  assert.equal(remaining(cut, cutAt, county), -7.5 * HOUR)
  const widened = changePolicy(cut, started.budget, shanghai('2026-09-17 11:00'), county)
  assert.deepEqual(dueAt(widened, county), dueAt(started, county))
})

test('a budget cut while the clock stands falls due as it resumes', () => {
  const started = startClock({ unit: 'working-days', amount: 5 }, shanghai('2026-09-16 08:30'))
  const paused = pauseClock(started, shanghai('2026-09-17 10:00'), county)
  const tight = { unit: 'working-minutes', amount: 60 } as const
  const cut = changePolicy(paused, tight, shanghai('2026-09-17 11:00'), county)
  assert.equal(dueAt(cut, county), null)
  assert.deepEqual(dueAt(resumeClock(cut, shanghai('2026-09-18 09:00')), county), shanghai('2026-09-18 09:00'))
})

test('a missed deadline stays where it was through a later suspension', () => {
  const started = startClock({ unit: 'working-minutes', amount: 60 }, shanghai('2026-09-16 08:30'))
  const paused = pauseClock(started, shanghai('2026-09-16 11:30'), county)
  assert.deepEqual(dueAt(paused, county), shanghai('2026-09-16 09:30'))
  const resumed = resumeClock(paused, shanghai('2026-09-16 14:00'))
  assert.deepEqual(dueAt(resumed, county), shanghai('2026-09-16 09:30'))
  assert.equal(warnAt(resumed, county), null)
  assert.equal(remaining(resumed, shanghai('2026-09-16 15:00'), county), -3 * HOUR)
  const again = pauseClock(resumed, shanghai('2026-09-16 16:00'), county)
  assert.deepEqual(dueAt(again, county), shanghai('2026-09-16 09:30'))
})

test('steps out of order and broken budgets are refused', () => {
  const at = shanghai('2026-09-16 10:00')
  const before = shanghai('2026-09-16 09:59')
  const clock = startClock({ unit: 'minutes', amount: 30 }, at)
  const paused = pauseClock(clock, at, county)
  assert.throws(() => resumeClock(clock, at), /running already/)
  assert.throws(() => pauseClock(paused, at, county), /paused already/)
  assert.throws(() => pauseClock(clock, before, county), /turned back/)
  assert.throws(() => resumeClock(paused, before), /turned back/)
  assert.throws(() => changePolicy(paused, clock.budget, before, county), /turned back/)
  assert.throws(() => remaining(clock, new Date(Number.NaN), county), RangeError)
  assert.throws(() => startClock(clock.budget, new Date(Number.NaN)), RangeError)
  for (const amount of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => startClock({ unit: 'minutes', amount }, at), RangeError)
    assert.throws(() => changePolicy(clock, { unit: 'minutes', amount }, at, county), RangeError)
  }
})

test('no step changes the clock it was given', () => {
  const clock = Object.freeze(startClock({ unit: 'minutes', amount: 30 }, shanghai('2026-09-16 10:00')))
  const copy = structuredClone(clock)
  const paused = Object.freeze(pauseClock(clock, shanghai('2026-09-16 10:10'), county))
  changePolicy(resumeClock(paused, shanghai('2026-09-16 10:20')), clock.budget, shanghai('2026-09-16 10:30'), county)
  assert.deepEqual(clock, copy)
})

test('property: elapsed time is the sum of the stretches run, however often it is suspended or re-budgeted', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyMoments,
      fc.array(anyBudget, { minLength: 9, maxLength: 9 }),
      (cal, moments, budgets) => {
        const [start, ...steps] = moments
        assert.ok(start && budgets[0])
        let clock = startClock(budgets[0], start)
        const runs: [Date, Date][] = []
        for (const [index, at] of steps.entries()) {
          if (clock.runningSince) runs.push([clock.runningSince, at])
          const budget = budgets[index]
          if (index % 3 === 2 && budget) clock = changePolicy(clock, budget, at, cal)
          else clock = clock.pausedAt ? resumeClock(clock, at) : pauseClock(clock, at, cal)
        }
        const end = steps.at(-1)
        assert.ok(end)
        const sum = runs.reduce((total, [from, to]) => total + spanOf(clock.budget, from, to, cal), 0)
        assert.equal(elapsed(clock, end, cal), sum)
        assert.equal(remaining(clock, end, cal), budgetMilliseconds(clock.budget, cal) - sum)
      },
    ),
  )
})

test('property: a pause of no length, or the same policy set again, changes neither deadline nor remainder', () => {
  fc.assert(
    fc.property(anyCalendar, anyBudget, anyMoments, (cal, budget, [start, ...steps]) => {
      assert.ok(start)
      const plain = startClock(budget, start)
      let split = plain
      for (const at of steps) {
        split = resumeClock(pauseClock(split, at, cal), at)
        split = changePolicy(split, budget, at, cal)
        assert.deepEqual(dueAt(split, cal), dueAt(plain, cal))
        assert.equal(remaining(split, at, cal), remaining(plain, at, cal))
      }
    }),
  )
})

test('property: at the deadline nothing remains, just before it something does, and the warning is not after it', () => {
  fc.assert(
    fc.property(anyCalendar, anyBudget, anyMoments, (cal, budget, [start, pausedAt, resumedAt]) => {
      assert.ok(start && pausedAt && resumedAt)
      const clock = resumeClock(pauseClock(startClock(budget, start), pausedAt, cal), resumedAt)
      const due = dueAt(clock, cal)
      const warn = warnAt(clock, cal)
      assert.ok(due)
      if (clock.spentAt) return assert.ok(due <= pausedAt && warn === null)
      assert.equal(remaining(clock, due, cal), 0)
      assert.equal(remaining(clock, new Date(due.getTime() - 1), cal), 1)
      assert.ok(warn && warn >= resumedAt && warn <= due)
      const reserve = Math.floor(budgetMilliseconds(budget, cal) / 5)
      assert.equal(remaining(clock, warn, cal), Math.min(reserve, remaining(clock, resumedAt, cal)))
    }),
  )
})

test('a working day is as long as the calendar says', () => {
  assert.equal(budgetMilliseconds({ unit: 'working-days', amount: 2 }, county), 14 * HOUR)
  assert.equal(budgetMilliseconds({ unit: 'minutes', amount: 2 }, county), 2 * MINUTE)
  assert.throws(() => budgetMilliseconds({ unit: 'working-days', amount: 2 }, { ...county, periods: [] }), RangeError)
})
