// Schemes of meetings: issues through the stages of 四会一课, who is asked, schemes as data, and a body's yearly report.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultSchemes } from '../../contract/src/deliberation-schemes.ts'
import { at, deliberationStage } from './support/deliberation-stage.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const { secretary, resident, stranger, get, done, code, propose, call, open } = await deliberationStage(app)

describe('四会一课', () => {
  test('an issue goes through its meetings in order', async () => {
    const topic = await propose(resident.cookie)
    const staged = (stage: number) => ({ scheme: 'four-meetings', stage, topicIds: [topic.id] })
    const body = { placeId: district.estate1, title: '议事会', startsAt: at(4), where: '驿站' }
    assert.equal(await code(secretary.cookie, 'meetings', { ...body, ...staged(1) }), 'deliberation.stage')
    const first = await call(staged(0))
    await open(first.id)
    await done(secretary.cookie, `meetings/${first.id}/agenda/${first.agendaItems[0].id}`, {
      outcome: 'carriedOn',
      words: '大家都这么说',
    })
    const next = (await get(secretary.cookie, `topics/${topic.id}`)).body
    assert.deepEqual([next.state, next.stage], ['selected', 1])
    const second = await call(staged(1))
    assert.equal(second.stage, '议事会')
    await done(secretary.cookie, `meetings/${second.id}/cancel`, { reason: '下雨' })
    assert.equal((await get(secretary.cookie, `topics/${topic.id}`)).body.state, 'selected')
  })
  test('decided at one meeting, it still goes on to be reported back, and ends with the lesson', async () => {
    const topic = await propose(resident.cookie)
    const decideAt = async (stage: number, more: object = {}) => {
      const held = await call({ scheme: 'four-meetings', stage, topicIds: [topic.id] })
      await open(held.id)
      await done(secretary.cookie, `meetings/${held.id}/attendance`, {
        present: held.people.map((one: { id: string }) => one.id),
      })
      const agendaId = held.agendaItems[0].id
      const body = { agendaId, title: '装灯', words: '每层一盏', way: 'consensus', ...more }
      await done(secretary.cookie, `meetings/${held.id}/decisions`, body)
      const { state, stage: next } = (await get(secretary.cookie, `topics/${topic.id}`)).body
      return [state, next]
    }
    const stages = []
    for (let stage = 0; stage < 5; stage++) stages.push(await decideAt(stage))
    assert.deepEqual(stages, [
      ['selected', 1],
      ['selected', 2],
      ['selected', 3],
      ['selected', 4],
      ['resolved', 4],
    ])
  })
  test('or it ends where the body says so', async () => {
    const topic = await propose(resident.cookie)
    const held = await call({ scheme: 'four-meetings', stage: 0, topicIds: [topic.id] })
    await open(held.id)
    await done(secretary.cookie, `meetings/${held.id}/attendance`, {
      present: held.people.map((one: { id: string }) => one.id),
    })
    const made = await done(secretary.cookie, `meetings/${held.id}/decisions`, {
      agendaId: held.agendaItems[0].id,
      title: '不装灯',
      words: '物业已装好',
      way: 'consensus',
      endsHere: true,
    })
    // Nothing was given to anybody: it says so.
    assert.deepEqual(
      made.decided[0].items.map((one: { what: string; state: string }) => [one.what, one.state]),
      [['落实：不装灯', 'noOwner']],
    )
    assert.equal((await get(resident.cookie, `topics/${topic.id}`)).body.state, 'resolved')
  })
})
describe('who is asked', () => {
  test('a department of the district is asked by name, in the seat that is its own', async () => {
    const officer = await app.makeStaff('住建小王', 'departmentOfficer', organisations.department, district.id)
    const made = await call({
      scheme: 'joint',
      placeId: district.communityA1,
      items: ['楼顶加装'],
      organisationIds: [organisations.department],
    })
    const seat = made.people.find((one: { personId: string }) => one.personId === officer.id)
    assert.equal(seat.seat, '职能部门')
    assert.equal(seat.votes, true)
  })
})
describe('schemes and reports', () => {
  test('a district changes a scheme as data', async () => {
    const admin = await app.makeStaff('管理员', 'administrator', organisations.office, district.id)
    const { code: _code, ...body } = defaultSchemes[1]!
    const changed = await app.call(admin.cookie, 'PUT /api/deliberation/schemes/five-party', {
      body: { ...body, rhythm: { every: 'month', day: 15 } },
    })
    assert.equal(changed.status, 200, changed.raw.toString())
    const known = (await get(resident.cookie, 'schemes')).body.find(
      (one: { code: string }) => one.code === 'five-party',
    )
    assert.equal(known.rhythm.day, 15)
    assert.equal(known.next.length, 3)
  })
  test('a yearly report is rated once by who lives there', async () => {
    const body = {
      organisationId: organisations.property1,
      placeId: district.estate1,
      year: 2026,
      words: '今年办了五件事',
    }
    const report = await done(secretary.cookie, 'reports', body)
    assert.equal(await code(secretary.cookie, 'reports', body), 'deliberation.reported')
    assert.equal((await done(resident.cookie, `reports/${report.id}/rating`, { stars: 4 })).average, 40)
    assert.equal(
      await code(resident.cookie, `reports/${report.id}/rating`, { stars: 5 }),
      'deliberation.signed-already',
    )
    assert.equal(
      await code(stranger.cookie, `reports/${report.id}/rating`, { stars: 1 }),
      'deliberation.report-not-found',
    )
  })
})
