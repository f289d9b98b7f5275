// Joint operations: planned, walked through their steps, seen by their units, findings that become cases.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import {
  operationStates,
  operationSteps,
  type OperationState,
  type OperationStep,
} from '../../contract/src/operations-life.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const clerk = await app.makeStaff('陈晓禾', 'communityClerk', organisations.communityA1, district.communityA1)
const officer = await app.makeStaff('严明道', 'enforcementOfficer', organisations.department, district.communityA1)
const stranger = await app.makeStaff('外人', 'propertyWorker', organisations.property2, district.estateA2)
const body = {
  name: '占道经营整治',
  aim: '清理消防通道',
  placeId: district.estate1,
  day: '2026-11-20',
  leadId: organisations.communityA1,
  units: [{ organisationId: organisations.department, people: '严明道等三人', task: '劝离' }],
}
const plan = async () => {
  const made = await app.call(clerk.cookie, 'POST /api/operations', { body })
  assert.equal(made.status, 200, made.raw.toString())
  return made.body
}
const step = (id: string, name: OperationStep, cookie = clerk.cookie) =>
  app.call(cookie, `POST /api/operations/${id}/${name}`, {
    body:
      name === 'start'
        ? {}
        : { words: '已经完成', ...(name === 'close' ? { results: [{ label: '检查点位', value: 8 }] } : {}) },
  })

describe('a joint operation', { concurrency: 1 }, () => {
  test('its units see it and note findings, others do not; a finding becomes one case', async () => {
    const { id, unitList } = await plan()
    assert.deepEqual(
      new Set(unitList.map((unit: { organisation: { id: string } }) => unit.organisation.id)),
      new Set([organisations.communityA1, organisations.department]),
    )
    assert.equal((await app.call(stranger.cookie, `GET /api/operations/${id}`)).status, 404)
    const seen = (await app.call(officer.cookie, 'GET /api/operations')).body.rows
    assert.deepEqual(
      seen.map((row: { id: string }) => row.id),
      [id],
    )
    const finding = { id: uuidv7(), placeId: district.unit1, words: '楼道堆满纸箱' }
    const note = (more: object = {}, cookie = officer.cookie) =>
      app.call(cookie, `POST /api/operations/${id}/findings`, { body: { ...finding, ...more } })
    assert.equal((await note()).body.found.length, 1)
    assert.equal((await note()).body.found.length, 1, 'sent twice it is noted once')
    assert.equal((await note({ id: uuidv7(), placeId: district.unitA2 })).body.code, 'operation.outside')
    const made = await app.call(clerk.cookie, `POST /api/operations/findings/${finding.id}/case`, { body: {} })
    assert.equal(made.status, 200, made.raw.toString())
    assert.ok(made.body.found[0].case.number)
    const again = await app.call(clerk.cookie, `POST /api/operations/findings/${finding.id}/case`, { body: {} })
    assert.equal(again.body.code, 'operation.case-already')
    assert.equal((await step(id, 'close', officer.cookie)).status, 403)
    const closed = await step(id, 'close')
    assert.deepEqual([closed.body.state, closed.body.results[0].value], ['closed', 8])
    assert.equal((await note({ id: uuidv7() })).body.code, 'operation.ended')
    const told = await app.sql("select 1 from messages where event = 'operation.planned' and person_id = $1", [
      officer.id,
    ])
    assert.equal(told.length, 1)
  })
  for (const state of Object.keys(operationStates) as OperationState[])
    for (const name of Object.keys(operationSteps) as OperationStep[]) {
      const allowed = (operationSteps[name].from as readonly OperationState[]).includes(state)
      test(`${name} from ${state} is ${allowed ? 'allowed' : 'refused'}`, async () => {
        const { id } = await plan()
        await app.sql('update operations set state = $2 where id = $1', [id, state])
        const answer = await step(id, name)
        assert.equal(answer.status === 200, allowed, answer.raw.toString())
        if (!allowed) assert.equal(answer.body.code, 'lifecycle.wrong-state')
      })
    }
  test('an officer of the community stands in its list, with the department’s line', async () => {
    await app.sql("update organisations set phone = '0571-12345' where id = $1", [organisations.department])
    const areas = (await app.call(clerk.cookie, 'GET /api/operations/officers')).body
    assert.equal(areas.length, 1, 'the clerk’s own community')
    assert.deepEqual(
      areas[0].officers.map((one: { person: { name: string }; phone: string }) => [one.person.name, one.phone]),
      [['严明道', '0571-12345']],
    )
  })
})
