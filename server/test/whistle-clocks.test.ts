// Lateness of units: one record per unit and clock, whatever the timer does; reminders only in working hours.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../src/platform/cx.ts'
import { clocksAfter, missedBy, newClock } from '../src/modules/whistles/clocks.ts'
import { noteMisses, releaseWithCases, remind } from '../src/modules/whistles/timers.ts'
import { defaultWeek } from '../src/platform/calendar/working-calendar.ts'
import { districtArea } from './support/areas.ts'
import { asWorker } from './support/as-worker.ts'
import { makePart } from './support/contract-examples-whistles.ts'
import { testApp } from './support/test-app.ts'

const calendar = { periods: defaultWeek.periods, workingWeekdays: defaultWeek.weekdays, exceptions: {} }
const at = (text: string) => new Date(`${text}+08:00`)

describe('the clocks of a unit', () => {
  const arrival = () =>
    newClock(uuidv7(), 'arrival', { unit: 'working-minutes', amount: 60 }, at('2026-03-02T09:00:00'), calendar)
  test('arriving within the hour is in time, a minute after is late since the due moment', () => {
    const [inTime] = clocksAfter([arrival()], 'arrive', at('2026-03-02T10:00:00'), calendar)
    assert.equal(missedBy(inTime!, at('2026-03-05T10:00:00')), null)
    const [late] = clocksAfter([arrival()], 'arrive', at('2026-03-02T10:01:00'), calendar)
    assert.deepEqual(missedBy(late!, at('2026-03-05T10:00:00')), at('2026-03-02T10:00:00'))
  })
  test('the time of a refusal is not counted, and the hours before it are', () => {
    const [stood] = clocksAfter([arrival()], 'refuse', at('2026-03-02T09:40:00'), calendar)
    assert.equal(missedBy(stood!, at('2026-03-04T09:00:00')), null)
    const [runs] = clocksAfter([stood!], 'uphold', at('2026-03-03T09:00:00'), calendar)
    assert.deepEqual(runs!.dueAt, at('2026-03-03T09:20:00'))
  })
  test('a result that waits for the community does not run out, one sent back runs on', () => {
    const result = newClock(
      uuidv7(),
      'result',
      { unit: 'working-days', amount: 1 },
      at('2026-03-02T09:00:00'),
      calendar,
    )
    const [handed] = clocksAfter([result], 'answer', at('2026-03-02T17:30:00'), calendar)
    assert.equal(missedBy(handed!, at('2026-03-09T09:00:00')), null)
    const [again] = clocksAfter([handed!], 'sendBack', at('2026-03-09T08:30:00'), calendar)
    assert.deepEqual(again!.dueAt, at('2026-03-09T09:00:00'))
  })
  test('whatever the steps and their times, a clock is late exactly when more than its budget ran', () => {
    const minutes = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 300 }), (gaps, amount) => {
        const start = at('2026-03-02T09:00:00').getTime()
        let rows = [newClock('p', 'result', { unit: 'minutes', amount }, new Date(start), calendar)]
        let [now, ran] = [start, 0]
        gaps.forEach((gap, turn) => {
          now += gap * 60_000
          if (turn % 2 === 0) ran += gap
          rows = clocksAfter(rows, turn % 2 === 0 ? 'answer' : 'sendBack', new Date(now), calendar)
        })
        if (gaps.length % 2 === 0) {
          now += 60_000
          ran += 1
          rows = clocksAfter(rows, 'accept', new Date(now), calendar)
        } else rows = clocksAfter(rows, 'accept', new Date(now), calendar)
        assert.equal(missedBy(rows[0]!, new Date(now + 1)) !== null, ran > amount)
      }),
      { numRuns: 300 },
    )
  })
})

// No worker: only what this test runs happens.
const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const area = await districtArea(app)
const nobody = { personId: '', organisationId: null, serves: [], reports: false }
/** Runs a part of the timer as the worker would, at a moment; gives the jobs it asked for. */
const atMoment = async (now: Date, run: (cx: Cx<null>) => Promise<unknown>): Promise<Record<string, unknown>[]> => {
  const asked: Record<string, unknown>[] = []
  await asWorker(app, run, { now, later: async (job, data) => void asked.push({ job, ...data }) })
  return asked
}
const lateness = (part: string) => app.sql('select kind from whistle_lateness where part_id = $1 order by kind', [part])

describe('the timer', () => {
  test('notes one record per clock, however often and however concurrently it runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 61, max: 10_000 }), { minLength: 1, maxLength: 5 }),
        async (minutes) => {
          const part = await makePart(area, nobody, 'called')
          for (const minute of minutes) {
            const now = new Date(Date.now() + minute * 60_000)
            await Promise.all([atMoment(now, noteMisses), atMoment(now, noteMisses)])
          }
          assert.deepEqual(
            (await lateness(part)).map((row) => row.kind),
            ['arrival', 'result'],
          )
        },
      ),
      { numRuns: 5 },
    )
    const [row] = await app.sql('select late_arrival, late_result from whistle_parts order by called_at desc limit 1')
    assert.deepEqual(row, { late_arrival: true, late_result: true })
  })
  test('a unit that comes too late is noted even if the timer never ran', async () => {
    const fire = await app.makeStaff('罗克坚', 'departmentOfficer', district.organisations.department, district.id)
    const part = await makePart(area, nobody, 'reportedIn', { organisationId: district.organisations.department })
    await app.sql(
      "update whistle_clocks set due_at = now() - interval '1 minute', started_at = now() - interval '61 minutes', running_since = now() - interval '61 minutes' where part_id = $1 and kind = 'arrival'",
      [part],
    )
    const done = await app.call(fire.cookie, `POST /api/whistles/parts/${part}/arrive`, {
      body: { doorCode: await area.codeText() },
    })
    assert.equal(done.status, 200, JSON.stringify(done.body))
    assert.deepEqual(
      (await lateness(part)).map((row) => row.kind),
      ['arrival'],
    )
    await atMoment(new Date(), noteMisses)
    assert.equal((await lateness(part)).length, 1)
  })
  test('reminds in working hours only; what was late by then is said once, as late', async () => {
    await app.sql('delete from whistle_lateness')
    await app.sql('update whistle_clocks set stopped_at = now()')
    const part = await makePart(area, nobody, 'called')
    const night = at('2027-03-01T22:00:00')
    await app.sql('update whistle_clocks set warn_at = $2, due_at = $3 where part_id = $1', [
      part,
      at('2027-03-01T21:00:00'),
      at('2027-03-02T08:40:00'),
    ])
    assert.deepEqual(await atMoment(night, remind), [], 'nobody is woken at ten in the evening')
    const morning = await atMoment(at('2027-03-02T08:30:00'), remind)
    assert.deepEqual(
      morning.map((job) => [job['event'], job['clock']]),
      [
        ['warning', 'arrival'],
        ['warning', 'result'],
      ],
    )
    assert.deepEqual(await atMoment(at('2027-03-02T08:31:00'), remind), [], 'warned once')
    await atMoment(at('2027-03-02T12:30:00'), noteMisses)
    assert.equal((await lateness(part)).length, 2, 'lateness is noted at any hour')
    assert.deepEqual(await atMoment(at('2027-03-02T12:30:00'), remind), [], 'but nobody is told at noon')
    assert.equal((await atMoment(at('2027-03-02T13:30:00'), remind)).length, 2)
    assert.deepEqual(await atMoment(at('2027-03-02T13:31:00'), remind), [])
  })
  test('a case that was withdrawn releases its units', async () => {
    const part = await makePart(area, nobody, 'arrived')
    await app.sql("update cases set state = 'withdrawn' where id = (select case_id from whistle_parts where id = $1)", [
      part,
    ])
    await atMoment(new Date(), releaseWithCases)
    const [row] = await app.sql('select state from whistle_parts where id = $1', [part])
    assert.equal(row!.state, 'released')
  })
})
