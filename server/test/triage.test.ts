// Triage: models of past decisions, suggestions on record, applied only where a district says so, outcomes counted.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { trainModels } from '../src/modules/triage/learn.ts'
import { forgetTriage } from '../src/modules/triage/model-cache.ts'
import { noteOutcomes } from '../src/modules/triage/outcomes.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations, categories } = district
const resident = await app.makeResident('王秀英')
const clerk = await app.makeStaff('陈社工', 'communityClerk', organisations.communityA1, district.communityA1)
const officer = await app.makeStaff('刘主任', 'districtOfficer', organisations.office, district.id)
const elsewhere = await app.makeStaff('外区社工', 'communityClerk', organisations.communityB1, district.communityB1)

const report = async (words: string, more: object = {}) => {
  const { status, body } = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words, ...more },
  })
  assert.equal(status, 200, JSON.stringify(body))
  return body as { id: string; category: { id: string; name: string } }
}
const dispatch = async (id: string, organisationId: string) => {
  const { status, body } = await app.call(clerk.cookie, `POST /api/cases/${id}/dispatch`, { body: { organisationId } })
  assert.equal(status, 200, JSON.stringify(body))
}
// None of these words is a keyword of a category: only past decisions can tell.
const dark = ['楼梯间黑漆漆看不见台阶', '晚上回家楼梯间太黑', '楼梯间黑，老人摸着走', '楼道黑得看不见台阶']
const wet = ['天花板滴滴答答湿了一片', '墙面湿了一大片长霉', '天花板湿透往下滴', '厕所天花板滴个不停']
const spare = ['东门', '西门', '南边', '北边', '三楼']

describe('learning from past decisions', () => {
  test('with too few decisions it is refused', async () => {
    const { body } = await app.call(officer.cookie, 'POST /api/triage/training')
    assert.equal(body.code, 'triage.too-few')
    const { id } = await report('走廊黑得很')
    const asked = await app.call(clerk.cookie, `POST /api/triage/cases/${id}/suggestion`)
    assert.equal(asked.body.code, 'triage.no-model')
  })
  test('forty decisions make two models with their figures', async () => {
    for (const where of spare)
      for (const [texts, categoryId, body] of [
        [dark, categories.light, organisations.property1],
        [wet, categories.leak, organisations.department],
      ] as const)
        for (const words of texts) await dispatch((await report(`${where}${words}`, { categoryId })).id, body)
    const made = await asWorker(app, trainModels)
    assert.deepEqual(Object.keys(made).sort(), ['category', 'handler'])
    const { body } = await app.call(officer.cookie, 'GET /api/triage')
    assert.equal(body.models.length, 2)
    for (const model of body.models) {
      assert.equal(model.examples, 40)
      assert.ok(model.macroF1 > 0.9, `${model.subject} ${model.macroF1}`)
      assert.ok(model.bytes < 2_100_000)
    }
    assert.equal((await app.call(clerk.cookie, 'GET /api/triage')).body.code, 'access.not-allowed')
  })
  test('the model says the category where no keyword does, with confidence and words', async () => {
    const { body } = await app.call(resident.cookie, 'POST /api/cases/suggestions', {
      body: { words: '二单元楼梯间黑漆漆的' },
    })
    assert.equal(body.category.id, categories.light)
    assert.ok(body.confidence > 0.5)
    assert.ok(
      body.because.some((one: string) => '楼梯间黑漆漆'.includes(one)),
      JSON.stringify(body.because),
    )
  })
  test('words it knows nothing of are left to keywords', async () => {
    const { body } = await app.call(resident.cookie, 'POST /api/cases/suggestions', { body: { words: 'zzzz qqqq' } })
    assert.deepEqual([body.category, body.confidence], [null, null])
  })
})
describe('a suggestion and what became of it', () => {
  test('it is on record with its case and model, seen by staff of the place, not applied', async () => {
    const { id, category } = await report('楼梯间黑漆漆，孩子害怕')
    assert.notEqual(category.id, undefined)
    const { body } = await app.call(clerk.cookie, `GET /api/triage/cases/${id}`)
    assert.equal(body.suggestion.category.is.id, categories.light)
    assert.equal(body.suggestion.category.isApplied, false)
    assert.equal(body.suggestion.handler.is.id, organisations.property1)
    assert.ok(body.suggestion.model.id)
    assert.equal((await app.call(elsewhere.cookie, `GET /api/triage/cases/${id}`)).status, 404)
    assert.equal((await app.call(resident.cookie, `GET /api/triage/cases/${id}`)).body.suggestion, null)
  })
  test('live accuracy is a count of what people kept', async () => {
    const kept = await report('南边楼梯间太黑看不见', { categoryId: categories.light })
    const changed = await report('楼梯间太黑像是漏电', { categoryId: categories.leak })
    await dispatch(kept.id, organisations.property1)
    await dispatch(changed.id, organisations.department)
    assert.ok((await asWorker(app, noteOutcomes)) >= 2)
    const { body } = await app.call(officer.cookie, 'GET /api/triage')
    const live = body.models.find((one: { subject: string }) => one.subject === 'category').live
    assert.deepEqual(live, { decided: 2, kept: 1 })
  })
  test('asked anew by a person it goes on record again, inside the area only', async () => {
    const { id } = await report('墙面湿了一大片')
    const asked = await app.call(clerk.cookie, `POST /api/triage/cases/${id}/suggestion`)
    assert.equal(asked.body.suggestion.category.is.id, categories.leak)
    const [row] = await app.sql('select count(*)::int as n from triage_suggestions where case_id = $1', [id])
    assert.equal(row!.n, 2)
    assert.equal((await app.call(elsewhere.cookie, `POST /api/triage/cases/${id}/suggestion`)).status, 404)
  })
})
describe('what a category lets the model do', () => {
  const set = (mode: string, leastConfidence = 0.5) =>
    app.call(officer.cookie, `PUT /api/triage/categories/${categories.light}`, { body: { mode, leastConfidence } })
  const words = '北边楼梯间黑漆漆看不见台阶'
  test('as long as it only suggests, nothing is set without a person', async () => {
    const { category } = await report(words)
    assert.notEqual(category.id, categories.light)
  })
  test('switched to automatic it sets the category, and says so', async () => {
    assert.equal((await set('automatic')).body.mode, 'automatic')
    const { id, category } = await report(words)
    assert.equal(category.id, categories.light)
    const { body } = await app.call(clerk.cookie, `GET /api/triage/cases/${id}`)
    assert.equal(body.suggestion.category.isApplied, true)
  })
  test('what a person chose is never changed', async () => {
    const { id, category } = await report(words, { categoryId: categories.leak })
    assert.equal(category.id, categories.leak)
    const { body } = await app.call(clerk.cookie, `GET /api/triage/cases/${id}`)
    assert.equal(body.suggestion.category.isApplied, false)
  })
  test('below its confidence, and switched off, it says nothing', async () => {
    await set('automatic', 0.99)
    const { category } = await report('楼梯间天花板')
    assert.notEqual(category.id, categories.light)
    await set('off')
    const { body } = await app.call(resident.cookie, 'POST /api/cases/suggestions', { body: { words } })
    assert.equal(body.confidence, null)
  })
  test('what it set by itself is not learnt from again', async () => {
    await set('automatic')
    const { id } = await report(words)
    await dispatch(id, organisations.property1)
    const before = (await app.call(officer.cookie, 'GET /api/triage')).body.examples
    await app.call(clerk.cookie, `PATCH /api/cases/${id}`, { body: { categoryId: categories.leak } })
    assert.equal((await app.call(officer.cookie, 'GET /api/triage')).body.examples, before + 1)
  })
  test('an unknown category and a confidence that is none are refused', async () => {
    const unknown = await app.call(officer.cookie, `PUT /api/triage/categories/${district.id}`, {
      body: { mode: 'off', leastConfidence: 0.5 },
    })
    assert.equal(unknown.body.code, 'category.not-found')
    assert.equal((await set('automatic', 0.1)).status, 400)
  })
  test('trained anew the newer model is the one in use; older figures stay', async () => {
    forgetTriage()
    await asWorker(app, trainModels)
    const { body } = await app.call(officer.cookie, 'GET /api/triage')
    const own = body.models.filter((one: { subject: string }) => one.subject === 'category')
    assert.deepEqual(
      own.map((one: { isCurrent: boolean }) => one.isCurrent),
      [true, false],
    )
  })
})
