// Working time: worked examples, and properties against a model that walks minute by minute.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addWorkingDays,
  addWorkingMilliseconds,
  assertWorkingCalendar,
  isWorkingDay,
  nextWorkingMoment,
  shanghaiDay,
  workingDayMilliseconds,
  workingMillisecondsBetween,
} from '../src/working-time.ts'
import {
  HOUR,
  MINUTE,
  anyCalendar,
  anyLength,
  anyMinute,
  anyMoment,
  county,
  shanghai,
  slowAddMinutes,
  slowMinutesBetween,
} from './calendars.ts'

const never = { ...county, workingWeekdays: [], exceptions: {} }

test('weekdays, holidays, make-up Sundays and weekends are told apart', () => {
  assert.equal(isWorkingDay(county, '2026-09-18'), true)
  assert.equal(isWorkingDay(county, '2026-09-19'), false)
  assert.equal(isWorkingDay(county, '2026-09-20'), true)
  assert.equal(isWorkingDay(county, '2026-10-05'), false)
  assert.equal(isWorkingDay(county, '2026-10-10'), true)
  assert.equal(isWorkingDay(county, '2026-10-11'), false)
})

test('four working hours from Friday afternoon end on the make-up Sunday', () => {
  assert.deepEqual(addWorkingMilliseconds(county, shanghai('2026-09-18 16:00'), 4 * HOUR), shanghai('2026-09-20 11:00'))
})

test('four working hours from late morning step over lunch', () => {
  assert.deepEqual(addWorkingMilliseconds(county, shanghai('2026-09-16 11:00'), 4 * HOUR), shanghai('2026-09-16 17:00'))
})

test('three working days reported on the eve of National Day end after the holiday at the same hour', () => {
  assert.deepEqual(addWorkingDays(county, shanghai('2026-09-30 10:00'), 3), shanghai('2026-10-10 10:00'))
})

test('a budget that ends with a period ends at its close, not at the next opening', () => {
  assert.deepEqual(
    addWorkingMilliseconds(county, shanghai('2026-09-16 14:00'), 3.5 * HOUR),
    shanghai('2026-09-16 17:30'),
  )
  assert.deepEqual(addWorkingDays(county, shanghai('2026-09-15 22:00'), 1), shanghai('2026-09-16 17:30'))
})

test('nothing added is the moment itself, even outside working time', () => {
  assert.deepEqual(addWorkingMilliseconds(county, shanghai('2026-10-03 03:00'), 0), shanghai('2026-10-03 03:00'))
  assert.deepEqual(addWorkingDays(county, shanghai('2026-10-03 03:00'), 0), shanghai('2026-10-03 03:00'))
})

test('the next working moment skips night, lunch and holidays, and stays put in working time', () => {
  assert.deepEqual(nextWorkingMoment(county, shanghai('2026-09-30 17:30')), shanghai('2026-10-08 08:30'))
  assert.deepEqual(nextWorkingMoment(county, shanghai('2026-09-16 12:00')), shanghai('2026-09-16 14:00'))
  assert.deepEqual(nextWorkingMoment(county, shanghai('2026-09-16 09:12')), shanghai('2026-09-16 09:12'))
})

test('days begin at midnight in Shanghai, whatever the zone of the machine', () => {
  assert.equal(shanghaiDay(new Date('2026-09-15T15:59:59.999Z')), '2026-09-15')
  assert.equal(shanghaiDay(new Date('2026-09-15T16:00:00Z')), '2026-09-16')
  const around = { ...county, periods: [{ from: 0, to: 1440 }] }
  const worked = workingMillisecondsBetween(around, shanghai('2026-09-18 00:00'), shanghai('2026-09-20 00:00'))
  assert.equal(worked, 24 * HOUR)
})

test('a calendar without working time is refused instead of searched forever', () => {
  const from = shanghai('2026-09-16 10:00')
  const noPeriods = { ...county, periods: [] }
  for (const cal of [never, noPeriods]) {
    assert.throws(() => addWorkingMilliseconds(cal, from, 1), /no working time in the 400 days after 2026-09-16/)
    assert.throws(() => addWorkingDays(cal, from, 1), /no working time in the 400 days/)
    assert.throws(() => nextWorkingMoment(cal, from), /no working time in the 400 days/)
    assert.equal(workingMillisecondsBetween(cal, from, shanghai('2027-09-16 10:00')), 0)
  }
})

test('a single worked day 400 days ahead is found, one 401 days ahead is not', () => {
  const from = shanghai('2026-01-01 12:00')
  const near = { ...never, exceptions: { '2027-02-05': { working: true } } }
  const far = { ...never, exceptions: { '2027-02-06': { working: true } } }
  assert.deepEqual(nextWorkingMoment(near, from), shanghai('2027-02-05 08:30'))
  assert.deepEqual(addWorkingMilliseconds(near, from, MINUTE), shanghai('2027-02-05 08:31'))
  assert.throws(() => nextWorkingMoment(far, from), RangeError)
  assert.throws(() => addWorkingMilliseconds(far, from, MINUTE), RangeError)
})

test('broken calendars, days, moments and lengths are refused', () => {
  const from = shanghai('2026-09-16 10:00')
  const broken = [
    [{ from: 600, to: 600 }],
    [{ from: 600, to: 1441 }],
    [{ from: -1, to: 60 }],
    [{ from: 0.5, to: 60 }],
    [
      { from: 600, to: 700 },
      { from: 699, to: 800 },
    ],
    [
      { from: 840, to: 1050 },
      { from: 510, to: 720 },
    ],
  ]
  for (const periods of broken) assert.throws(() => nextWorkingMoment({ ...county, periods }, from), RangeError)
  assert.throws(() => isWorkingDay({ ...county, workingWeekdays: [0] }, '2026-09-16'), RangeError)
  assert.throws(() => assertWorkingCalendar({ ...county, exceptions: { '2026-02-29': { working: true } } }), RangeError)
  assert.doesNotThrow(() => assertWorkingCalendar(county))
  for (const day of ['2026-9-16', '2026-02-30', 'today', '']) assert.throws(() => isWorkingDay(county, day), RangeError)
  assert.throws(() => nextWorkingMoment(county, new Date(Number.NaN)), RangeError)
  for (const ms of [-1, 0.5, Number.NaN, Infinity]) {
    assert.throws(() => addWorkingMilliseconds(county, from, ms), RangeError)
    assert.throws(() => addWorkingDays(county, from, ms), RangeError)
  }
})

test('a length beyond the year 9999 is refused', () => {
  const from = shanghai('9999-12-30 10:00')
  assert.throws(() => addWorkingDays({ ...county, workingWeekdays: [1, 2, 3, 4, 5, 6, 7] }, from, 9), /year 9999/)
})

test('property: the worked minutes between two moments are those of a walk minute by minute', () => {
  fc.assert(
    fc.property(anyCalendar, anyMinute, anyMinute, (cal, a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const worked = slowMinutesBetween(cal, from, to) * MINUTE
      assert.equal(workingMillisecondsBetween(cal, from, to), worked)
      assert.equal(workingMillisecondsBetween(cal, to, from) + worked, 0)
    }),
    { numRuns: 60 },
  )
})

test('property: adding worked minutes ends where a walk minute by minute ends', () => {
  fc.assert(
    fc.property(anyCalendar, anyMinute, fc.integer({ min: 0, max: 1500 }), (cal, from, minutes) => {
      // Short periods make long walks: at most three working days are walked.
      const most = Math.min(minutes, (3 * workingDayMilliseconds(cal)) / MINUTE)
      assert.deepEqual(addWorkingMilliseconds(cal, from, most * MINUTE), slowAddMinutes(cal, from, most))
    }),
    { numRuns: 60 },
  )
})

test('property: what was added lies between, to the millisecond, and no earlier moment would do', () => {
  fc.assert(
    fc.property(anyCalendar, anyMoment, anyLength, (cal, from, ms) => {
      const end = addWorkingMilliseconds(cal, from, ms)
      assert.equal(workingMillisecondsBetween(cal, from, end), ms)
      if (ms > 0) assert.equal(workingMillisecondsBetween(cal, from, new Date(end.getTime() - 1)), ms - 1)
    }),
  )
})

test('property: adding in two parts is adding at once, and days are sums of their periods', () => {
  fc.assert(
    fc.property(anyCalendar, anyMoment, anyLength, anyLength, (cal, from, one, two) => {
      const inParts = addWorkingMilliseconds(cal, addWorkingMilliseconds(cal, from, one), two)
      assert.deepEqual(inParts, addWorkingMilliseconds(cal, from, one + two))
      assert.deepEqual(addWorkingDays(cal, from, 2), addWorkingMilliseconds(cal, from, 2 * workingDayMilliseconds(cal)))
    }),
  )
})

test('property: a later start or a longer budget never ends earlier', () => {
  fc.assert(
    fc.property(anyCalendar, anyMoment, anyMoment, anyLength, anyLength, (cal, a, b, one, two) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      assert.ok(addWorkingMilliseconds(cal, early, one) <= addWorkingMilliseconds(cal, late, one))
      assert.ok(addWorkingMilliseconds(cal, a, one) <= addWorkingMilliseconds(cal, a, one + two))
    }),
  )
})

test('property: the next working moment is the start of the first worked millisecond', () => {
  fc.assert(
    fc.property(anyCalendar, anyMoment, (cal, at) => {
      const next = nextWorkingMoment(cal, at)
      assert.ok(next >= at)
      assert.equal(workingMillisecondsBetween(cal, at, next), 0)
      assert.equal(workingMillisecondsBetween(cal, next, new Date(next.getTime() + 1)), 1)
    }),
  )
})
