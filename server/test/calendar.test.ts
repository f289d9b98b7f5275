// The working calendar through the real app: merging, editing, and what it does to running clocks.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations: o } = app.district
const administrator = await app.makeStaff('管理员', 'administrator', o.office, app.district.id)
const clerk = await app.makeStaff('陈敏', 'communityClerk', o.communityA1, app.district.communityA1)
const resident = await app.makeResident('张三')
const year = async (which: number) => (await app.call(resident.cookie, `GET /api/calendar/${which}`)).body
const dayOf = async (day: string) =>
  (await year(Number(day.slice(0, 4)))).days.find((one: { day: string }) => one.day === day)
const setDay = (who: string | null, day: string, body: unknown = { working: false, name: '本地活动日' }) =>
  app.call(who, `PUT /api/calendar/days/${day}`, { body })
const setWeek = (who: string, body: unknown) => app.call(who, 'PUT /api/calendar/week', { body })

describe('a year', () => {
  test('shows the statutory days, the hours, the weekdays, and until when the State has published', async () => {
    const body = await year(2026)
    assert.deepEqual(body.periods, [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ])
    assert.deepEqual(body.weekdays, [1, 2, 3, 4, 5])
    assert.deepEqual(await dayOf('2026-10-01'), {
      day: '2026-10-01',
      working: false,
      name: '国庆节',
      source: 'statutory',
    })
    assert.match(body.statutoryUntil, /^20\d\d-12-31$/)
  })
  test('can be read by anybody signed in and by nobody else', async () => {
    assert.equal((await app.call(null, 'GET /api/calendar/2026')).status, 401)
    assert.equal((await app.call(resident.cookie, 'GET /api/calendar/1066')).status, 400)
  })
})

describe('editing', () => {
  test('a day of the district stands over the statutory one, until it is taken back', async () => {
    assert.equal((await setDay(administrator.cookie, '2026-10-01', { working: true, name: '值守' })).status, 200)
    assert.deepEqual(await dayOf('2026-10-01'), { day: '2026-10-01', working: true, name: '值守', source: 'district' })
    assert.equal((await app.call(administrator.cookie, 'DELETE /api/calendar/days/2026-10-01')).status, 200)
    assert.equal((await dayOf('2026-10-01')).source, 'statutory')
    const entries = await app.sql("select 1 from journal where thing_kind = 'calendar' and action = 'calendar.day'")
    assert.equal(entries.length, 2)
  })
  test('is for those with the permission', async () => {
    assert.equal((await setDay(null, '2026-11-11')).status, 401)
    assert.equal((await setDay(clerk.cookie, '2026-11-11')).body.code, 'access.not-allowed')
    assert.equal(await dayOf('2026-11-11'), undefined)
  })
  test('a day that does not exist and a name too long are bad input', async () => {
    assert.equal((await setDay(administrator.cookie, '2026-02-30')).status, 400)
    assert.equal(
      (await setDay(administrator.cookie, '2026-11-11', { working: false, name: '长'.repeat(41) })).status,
      400,
    )
  })
  test('hours that overlap or run backwards are refused, and nothing is changed', async () => {
    for (const periods of [
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ],
      [{ from: '17:00', to: '08:00' }],
      [
        { from: '13:00', to: '17:00' },
        { from: '08:00', to: '12:00' },
      ],
    ]) {
      assert.equal((await setWeek(administrator.cookie, { periods, weekdays: [1] })).body.code, 'calendar.periods')
    }
    assert.equal(
      (await setWeek(administrator.cookie, { periods: [{ from: '8', to: '25:00' }], weekdays: [1] })).status,
      400,
    )
    assert.deepEqual((await year(2026)).weekdays, [1, 2, 3, 4, 5])
  })
})

describe('running clocks', () => {
  test('are reckoned anew when the hours change', async () => {
    const reported = await app.call(resident.cookie, 'POST /api/cases', {
      body: {
        placeId: app.district.home1,
        kind: 'household',
        categoryId: app.district.categories.light,
        channel: 'web',
        words: '楼道灯不亮',
        photoIds: [],
        voiceId: null,
        nameHidden: false,
      },
    })
    assert.equal(reported.status, 200, JSON.stringify(reported.body))
    const due = async () =>
      (
        await app.sql<{ due_at: Date }>(
          "select due_at from case_clocks where stopped_at is null and unit like 'working%' order by kind",
        )
      )[0]!.due_at.getTime()
    const before = await due()
    // An hour a week: every budget of working time now ends later.
    assert.equal(
      (await setWeek(administrator.cookie, { periods: [{ from: '09:00', to: '10:00' }], weekdays: [3] })).status,
      200,
    )
    assert.ok((await due()) > before)
    assert.deepEqual((await year(2026)).periods, [{ from: '09:00', to: '10:00' }])
  })
})

describe('changes at the same time', () => {
  test('of the hours, while clocks turn, are all kept without a fault', async () => {
    const weeks = [1, 2, 3, 4, 5, 6].map((weekday) => ({
      periods: [{ from: '09:00', to: '17:00' }],
      weekdays: [weekday],
    }))
    const answers = await Promise.all(weeks.map((week) => setWeek(administrator.cookie, week)))
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]))
  })
})
