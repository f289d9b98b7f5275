// Calendars for the tests: a worked-out one, random ones, and a slow model that walks minute by minute.

import fc from 'fast-check'
import type { WorkingCalendar } from '../src/working-time.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** A moment in Shanghai, `2026-10-08 09:00`. */
export const shanghai = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)

/** 8:30–12:00 and 14:00–17:30 (seven hours), Monday to Friday, with National Day 2026 and its make-up days. */
export const county: WorkingCalendar = {
  periods: [
    { from: 510, to: 720 },
    { from: 840, to: 1050 },
  ],
  workingWeekdays: [1, 2, 3, 4, 5],
  exceptions: {
    '2026-09-20': { working: true, name: '调休上班' },
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`2026-10-0${n}`, { working: false, name: '国庆节' }])),
    '2026-10-10': { working: true, name: '调休上班' },
  },
}

/** Whether the minute that begins at `ms` is worked; by its own reckoning, apart from the code under test. */
function isWorkedMinute(cal: WorkingCalendar, ms: number): boolean {
  const local = new Date(ms + 8 * HOUR)
  const day = local.toISOString().slice(0, 10)
  const weekday = local.getUTCDay() === 0 ? 7 : local.getUTCDay()
  const isWorked = cal.exceptions[day]?.working ?? cal.workingWeekdays.includes(weekday)
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  return isWorked && cal.periods.some(({ from, to }) => minute >= from && minute < to)
}

/** Worked minutes between two whole minutes, counted one by one. */
export function slowMinutesBetween(cal: WorkingCalendar, from: Date, to: Date): number {
  let count = 0
  for (let ms = from.getTime(); ms < to.getTime(); ms += MINUTE) if (isWorkedMinute(cal, ms)) count += 1
  return count
}

/** The first whole minute by which so many minutes were worked, found one by one. */
export function slowAddMinutes(cal: WorkingCalendar, from: Date, minutes: number): Date {
  let ms = from.getTime()
  for (let left = minutes; left > 0; ms += MINUTE) if (isWorkedMinute(cal, ms)) left -= 1
  return new Date(ms)
}

const firstMoment = shanghai('2026-09-14 00:00').getTime()

/** One to four periods a day, touching ones and whole days among them. */
const periods = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
  .map((cuts) => cuts.toSorted((a, b) => a - b))
  .chain((cuts) =>
    fc.boolean().map((areTouching) => {
      const pairs = cuts.slice(1).map((to, index) => ({ from: cuts[index] ?? 0, to }))
      return areTouching ? pairs : pairs.filter((_, index) => index % 2 === 0)
    }),
  )

const exceptionDays = Array.from({ length: 28 }, (_, n) =>
  new Date(firstMoment + 8 * HOUR + n * 24 * HOUR).toISOString().slice(0, 10),
)

/** Any working calendar with at least one weekday worked, and holidays and make-up days in the four weeks tested. */
export const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  periods,
  workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  exceptions: fc.dictionary(fc.constantFrom(...exceptionDays), fc.record({ working: fc.boolean() }), { maxKeys: 12 }),
})

/** A whole minute within two weeks of mid-September 2026. */
export const anyMinute = fc.integer({ min: 0, max: 14 * 1440 }).map((n) => new Date(firstMoment + n * MINUTE))

/** Any millisecond of the same weeks. */
export const anyMoment = fc.integer({ min: 0, max: 14 * 24 * HOUR }).map((n) => new Date(firstMoment + n))

/** Up to three working days or so, in milliseconds. */
export const anyLength = fc.integer({ min: 0, max: 24 * HOUR })
