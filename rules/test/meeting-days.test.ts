// Days of standing meetings: the 10th of every month and other rhythms, and what a day off does to them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { assertRhythm, nextMeetingDays, type MeetingRhythm } from '../src/meeting-days.ts'
import { isWorkingDay, type WorkingCalendar } from '../src/working-time.ts'

const calendar: WorkingCalendar = {
  periods: [{ from: 540, to: 1080 }],
  workingWeekdays: [1, 2, 3, 4, 5],
  exceptions: {
    '2026-10-08': { working: false, name: '国庆节' },
    '2026-10-09': { working: false, name: '国庆节' },
    '2026-10-10': { working: true, name: '调休上班' },
  },
}
const tenth = (onDayOff: 'hold' | 'next' | 'previous') => ({ rhythm: { every: 'month', day: 10 } as const, onDayOff })
const days = (of: Parameters<typeof nextMeetingDays>[0], from: string, count: number) =>
  nextMeetingDays(of, calendar, from, count).map((one) => one.day)

describe('the monthly day', () => {
  test('the 10th falling on a weekend moves to Monday, back to Friday, or stays', () => {
    // 10 January 2026 is a Saturday.
    assert.deepEqual(days(tenth('next'), '2026-01-01', 1), ['2026-01-12'])
    assert.deepEqual(days(tenth('previous'), '2026-01-01', 1), ['2026-01-09'])
    assert.deepEqual(days(tenth('hold'), '2026-01-01', 1), ['2026-01-10'])
  })
  test('a make-up Saturday is a working day and keeps the meeting', () =>
    assert.deepEqual(days(tenth('next'), '2026-10-01', 1), ['2026-10-10']))
  test('a meeting moved behind its day is still to come on the day itself', () => {
    const [next] = nextMeetingDays(tenth('next'), calendar, '2026-01-11', 1)
    assert.deepEqual(next, { day: '2026-01-12', planned: '2026-01-10' })
  })
  test('the 31st is the last day of a shorter month', () =>
    assert.deepEqual(days({ rhythm: { every: 'month', day: 31 }, onDayOff: 'hold' }, '2026-02-01', 3), [
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]))
})
describe('other rhythms', () => {
  test('every second Wednesday is counted from its first week', () =>
    assert.deepEqual(
      days({ rhythm: { every: 'week', weekday: 3, weeks: 2, from: '2026-03-02' }, onDayOff: 'hold' }, '2026-03-01', 3),
      ['2026-03-04', '2026-03-18', '2026-04-01'],
    ))
  test('the last Friday of a month', () =>
    assert.deepEqual(
      days({ rhythm: { every: 'monthWeekday', nth: 5, weekday: 5 }, onDayOff: 'hold' }, '2026-05-01', 2),
      ['2026-05-29', '2026-06-26'],
    ))
  test('a quarter meets in its first month', () =>
    assert.deepEqual(days({ rhythm: { every: 'quarter', day: 15 }, onDayOff: 'hold' }, '2026-02-01', 2), [
      '2026-04-15',
      '2026-07-15',
    ]))
  test('a rhythm that cannot be is refused', () => {
    assert.throws(() => assertRhythm({ every: 'month', day: 32 }), RangeError)
    assert.throws(() => assertRhythm({ every: 'week', weekday: 8, weeks: 1, from: '2026-01-01' }), RangeError)
    assert.throws(() => assertRhythm({ every: 'week', weekday: 1, weeks: 1, from: '2026-02-30' }), RangeError)
  })
})
const rhythms: fc.Arbitrary<MeetingRhythm> = fc.oneof(
  fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ every: fc.constant('quarter' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    every: fc.constant('monthWeekday' as const),
    nth: fc.constantFrom(1, 2, 3, 4, 5),
    weekday: fc.integer({ min: 1, max: 7 }),
  }),
  fc.record({
    every: fc.constant('week' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    weeks: fc.integer({ min: 1, max: 8 }),
    from: fc.constantFrom('2025-01-01', '2026-06-15'),
  }),
)
const from = fc
  .integer({ min: 0, max: 1500 })
  .map((n) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
describe('of every rhythm', () => {
  test('days are in order, apart, not before the day asked for, and as many as asked', () =>
    fc.assert(
      fc.property(rhythms, from, fc.constantFrom('hold', 'next', 'previous'), (rhythm, first, onDayOff) => {
        const found = nextMeetingDays({ rhythm, onDayOff }, calendar, first, 4)
        assert.equal(found.length, 4)
        for (const [n, one] of found.entries()) {
          assert.ok(one.day >= first)
          if (n > 0) assert.ok(one.day > found[n - 1]!.day)
          if (onDayOff === 'hold') assert.equal(one.day, one.planned)
          else assert.ok(isWorkingDay(calendar, one.day))
          if (onDayOff === 'next') assert.ok(one.day >= one.planned)
          if (onDayOff === 'previous') assert.ok(one.day <= one.planned)
        }
      }),
      { numRuns: 150 },
    ))
  test('asking from the day of a meeting finds that meeting', () =>
    fc.assert(
      fc.property(rhythms, from, fc.constantFrom('hold', 'next', 'previous'), (rhythm, first, onDayOff) => {
        const [one] = nextMeetingDays({ rhythm, onDayOff }, calendar, first, 1)
        assert.equal(nextMeetingDays({ rhythm, onDayOff }, calendar, one!.day, 1)[0]!.day, one!.day)
      }),
      { numRuns: 100 },
    ))
})
