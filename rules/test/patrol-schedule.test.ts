// When a route is walked: weekdays, every so many weeks, holidays and make-up days.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayAfter, isWalkedOn, mondayOf, visitsFrom, weekdayOf, type PatrolSchedule } from '../src/patrol-schedule.ts'
import type { WorkingCalendar } from '../src/working-time.ts'

const calendar: WorkingCalendar = {
  periods: [{ from: 510, to: 1050 }],
  workingWeekdays: [1, 2, 3, 4, 5],
  exceptions: {
    '2026-10-01': { working: false, name: '国庆节' },
    '2026-10-02': { working: false, name: '国庆节' },
    '2026-10-10': { working: true, name: '调休上班' },
  },
}
const daily: PatrolSchedule = {
  weekdays: [1, 2, 3, 4, 5],
  windows: [
    { from: 510, until: 630 },
    { from: 840, until: 960 },
  ],
  everyWeeks: 1,
  restsOnHolidays: true,
  startsOn: '2026-09-01',
  endsOn: null,
}
const day = fc.integer({ min: 0, max: 1500 }).map((n) => dayAfter('2025-01-01', n))
const schedule: fc.Arbitrary<PatrolSchedule> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  windows: fc.constant([{ from: 480, until: 600 }]),
  everyWeeks: fc.integer({ min: 1, max: 4 }),
  restsOnHolidays: fc.boolean(),
  startsOn: day,
  endsOn: fc.option(day),
})

void test('a statutory holiday is rested, and a make-up day at a weekend is walked', () => {
  assert.equal(isWalkedOn(daily, '2026-10-01', calendar), false)
  assert.equal(isWalkedOn(daily, '2026-10-10', calendar), true)
  assert.equal(isWalkedOn({ ...daily, restsOnHolidays: false }, '2026-10-01', calendar), true)
  assert.equal(isWalkedOn({ ...daily, restsOnHolidays: false }, '2026-10-10', calendar), false)
  assert.equal(isWalkedOn({ ...daily, weekdays: [2] }, '2026-10-10', calendar), false)
})
void test('each window of a day is a visit of its own, in Shanghai’s time', () => {
  const visits = visitsFrom(daily, '2026-09-01', 1, calendar)
  assert.deepEqual(
    visits.map((visit) => [visit.slot, visit.from.toISOString(), visit.until.toISOString()]),
    [
      [0, '2026-09-01T00:30:00.000Z', '2026-09-01T02:30:00.000Z'],
      [1, '2026-09-01T06:00:00.000Z', '2026-09-01T08:00:00.000Z'],
    ],
  )
})
void test('no visit falls outside the days of the route, and without holidays every visit is on a chosen weekday', () =>
  fc.assert(
    fc.property(schedule, day, (route, from) => {
      for (const visit of visitsFrom(route, from, 30, calendar)) {
        assert.ok(visit.day >= route.startsOn && (route.endsOn === null || visit.day <= route.endsOn))
        assert.ok(visit.from < visit.until)
        const exception = calendar.exceptions[visit.day]
        if (!route.restsOnHolidays || exception === undefined) assert.ok(route.weekdays.includes(weekdayOf(visit.day)))
        else assert.ok(exception.working)
      }
    }),
  ))
void test('weeks between visits are whole multiples of the rhythm', () =>
  fc.assert(
    fc.property(schedule, (route) => {
      const first = Date.parse(mondayOf(route.startsOn))
      for (const visit of visitsFrom(route, route.startsOn, 60, calendar)) {
        const weeks = (Date.parse(mondayOf(visit.day)) - first) / (7 * 86_400_000)
        assert.equal(weeks % route.everyWeeks, 0)
      }
    }),
  ))
void test('planning day by day gives what planning all at once gives', () =>
  fc.assert(
    fc.property(schedule, day, (route, from) => {
      const pieces = Array.from({ length: 20 }, (_, n) => visitsFrom(route, dayAfter(from, n), 1, calendar)).flat()
      assert.deepEqual(pieces, visitsFrom(route, from, 20, calendar))
    }),
  ))
