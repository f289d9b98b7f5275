// Statutory holidays and make-up days: against the State Council's published arrangements.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statutoryExceptions, statutoryYears } from '../src/platform/calendar/statutory-days.ts'

const on = (day: string) => statutoryExceptions(Number(day.slice(0, 4))).find((exception) => exception.day === day)

test('National Day 2026 is free for a week and made up for on a Sunday and a Saturday', () => {
  for (const date of ['01', '02', '03', '04', '05', '06', '07']) {
    assert.deepEqual(on(`2026-10-${date}`), { day: `2026-10-${date}`, working: false, name: '国庆节' })
  }
  assert.equal(on('2026-10-08'), undefined)
  assert.deepEqual(on('2026-09-20'), { day: '2026-09-20', working: true, name: '调休上班' })
  assert.deepEqual(on('2026-10-10'), { day: '2026-10-10', working: true, name: '调休上班' })
})

test('the year 2026 has 33 free days and six make-up days, each once and in order', () => {
  const exceptions = statutoryExceptions(2026)
  assert.equal(exceptions.filter(({ working }) => !working).length, 33)
  assert.deepEqual(
    exceptions.filter(({ working }) => working).map(({ day }) => day),
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  )
  const days = exceptions.map(({ day }) => day)
  assert.deepEqual(days, [...new Set(days)].sort())
})

test('the seven holidays carry their full Chinese names', () => {
  const names = new Set(statutoryExceptions(2026).map(({ name }) => name))
  assert.deepEqual(
    [...names].sort(),
    ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节', '调休上班'].sort(),
  )
})

test('every make-up day of every known year is a Saturday or a Sunday', () => {
  const { first, last } = statutoryYears()
  for (let year = first; year <= last; year += 1) {
    const exceptions = statutoryExceptions(year)
    assert.ok(exceptions.length > 0, `nothing known of ${year}`)
    for (const { day, working } of exceptions) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      if (working) assert.ok(weekday === 0 || weekday === 6, day)
    }
  }
})

test('a year without published data has no exceptions, so that only weekends are free', () => {
  assert.deepEqual(statutoryExceptions(statutoryYears().last + 1), [])
})

test('what is not a year is refused', () => {
  for (const year of [Number.NaN, 2026.5, 26, 10_000]) assert.throws(() => statutoryExceptions(year), RangeError)
})
