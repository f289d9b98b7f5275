// A case becomes a topic: once at a time, not what is confidential, and both sides show it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const secretary = await app.makeStaff('周书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const manager = await app.makeStaff('钱经理', 'propertyManager', organisations.property1, district.estate1)
const elsewhere = await app.makeStaff('外社区', 'communitySecretary', organisations.communityB1, district.communityB1)
const resident = await app.makeResident('林小满')
const other = await app.makeResident('张大妈')

const report = async (words: string): Promise<string> => {
  const made = await app.call(resident.cookie, 'POST /api/cases', { body: { placeId: district.home1, words } })
  assert.equal(made.status, 200, made.raw.toString())
  return made.body.id
}
const ofCase = (who: string, id: string) => app.call(who, `GET /api/deliberation/of-case/${id}`)
const raise = (who: string, caseId: string, title = '屋顶漏水怎么修') =>
  app.call(who, 'POST /api/deliberation/topics', {
    body: { placeId: district.estate1, title, words: '一下雨就漏', source: 'case', caseId },
  })

describe('a case becomes a topic', { concurrency: 1 }, () => {
  test('offered for the estate, not the home, to who runs meetings there; made once, then shown on both sides', async () => {
    const id = await report('屋顶漏水，一下雨就漏')
    const before = await ofCase(secretary.cookie, id)
    assert.deepEqual(
      [before.body.topic, before.body.mayRaise, before.body.place?.id],
      [null, true, district.estate1],
      before.raw.toString(),
    )
    const made = await raise(secretary.cookie, id)
    assert.equal(made.status, 200, made.raw.toString())
    assert.deepEqual([made.body.caseId, made.body.source], [id, 'case'])
    const { body } = await ofCase(secretary.cookie, id)
    assert.deepEqual(
      [body.topic.id, body.topic.title, body.topic.state, body.mayRaise, body.place],
      [made.body.id, '屋顶漏水怎么修', 'proposed', false, null],
    )
    assert.equal((await raise(secretary.cookie, id)).body.code, 'deliberation.case-open-topic')
    const { timeline } = (await app.call(resident.cookie, `GET /api/cases/${id}`)).body
    assert.ok(
      timeline.some(
        (entry: { step: string; words: string }) =>
          entry.step === 'deliberation.topic' && entry.words === '屋顶漏水怎么修',
      ),
      'the reporter reads it in the story of the case',
    )
    assert.equal((await ofCase(resident.cookie, id)).body.topic.id, made.body.id, 'who lives there sees the topic')
    assert.equal((await ofCase(resident.cookie, id)).body.mayRaise, false)
  })
  test('set aside, it may be raised again; two at the same moment make one', async () => {
    const id = await report('楼道堆物没人管')
    const first = await raise(secretary.cookie, id)
    await app.call(secretary.cookie, `POST /api/deliberation/topics/${first.body.id}/drop`, {
      body: { reason: '先清理' },
    })
    const { body } = await ofCase(secretary.cookie, id)
    assert.deepEqual([body.topic.state, body.mayRaise], ['dropped', true])
    const both = await Promise.all([
      raise(secretary.cookie, id, '甲'.repeat(4)),
      raise(secretary.cookie, id, '乙'.repeat(4)),
    ])
    assert.deepEqual(both.map((one) => one.status).toSorted(), [200, 409])
  })
  test('nobody raises a case they may not see; a withdrawn case is offered to nobody', async () => {
    const id = await report('车棚的灯坏了')
    for (const who of [elsewhere, manager, other]) {
      const refused = await ofCase(who.cookie, id)
      assert.equal(refused.body.code, 'case.not-found', who.id)
    }
    assert.equal((await raise(other.cookie, id)).body.code, 'access.not-allowed')
    await app.call(resident.cookie, `POST /api/cases/${id}/withdraw`, { body: { reason: '自己修好了' } })
    assert.equal((await ofCase(secretary.cookie, id)).body.mayRaise, false)
  })
  test('what is in mediation is confidential and becomes no topic', async () => {
    const id = await report('楼上漏水和邻居说不通')
    const opened = await app.call(secretary.cookie, 'POST /api/mediations', {
      body: {
        caseId: id,
        subject: '楼上漏水',
        parties: [
          { name: '林小满', phone: '13800000301', role: '楼下' },
          { name: '张大妈', phone: '13800000302', role: '楼上' },
        ],
      },
    })
    assert.equal(opened.status, 200, opened.raw.toString())
    assert.equal((await ofCase(secretary.cookie, id)).body.mayRaise, false)
    assert.equal((await raise(secretary.cookie, id)).body.code, 'deliberation.case-in-mediation')
  })
})
