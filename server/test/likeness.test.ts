// Like cases: hints while typing in public words, the staff's panel, hot spots and what people decide about them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findSpotsOf } from '../src/modules/likeness/find-spots.ts'
import type { Cx } from '../src/platform/cx.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const resident = await app.makeResident('王秀英')
const neighbour = await app.makeResident('李建国', district.home2)
const clerk = await app.makeStaff('陈社工', 'communityClerk', organisations.communityA1, district.communityA1)
const elsewhere = await app.makeStaff('外区社工', 'communityClerk', organisations.communityB1, district.communityB1)
const worker = await app.makeStaff('维修工', 'propertyWorker', organisations.property1, district.estate1)

const report = async (who: string, words: string, placeId: string, more: object = {}) => {
  const { status, body } = await app.call(who, 'POST /api/cases', { body: { placeId, words, ...more } })
  assert.equal(status, 200, JSON.stringify(body))
  return body as { id: string; number: string }
}
const hints = async (who: string, words: string, placeId: string) => {
  const { status, body } = await app.call(who, 'POST /api/likeness/similar', { body: { words, placeId } })
  assert.equal(status, 200, JSON.stringify(body))
  return body.rows as {
    id: string
    said: string | null
    place: string
    mine: boolean
    following: boolean
    photoCount: number
  }[]
}
/** As a job runs, without its queue. */
const asJob = <T>(work: (cx: Cx<null>) => Promise<T>): Promise<T> => asWorker(app, work)

describe('hints while somebody writes', () => {
  test('a like case of the same building is shown in public words: no telephone, no home, no name', async () => {
    const first = await report(
      resident.cookie,
      '1单元电梯又停了，按钮没反应，我叫王秀英，住1单元501，电话13812345678',
      district.unit1,
    )
    const [hint] = await hints(neighbour.cookie, '电梯停了按钮没有反应', district.home2)
    assert.equal(hint!.id, first.id)
    assert.match(hint!.said!, /电梯又停了/)
    for (const covered of ['王秀英', '501', '13812345678']) assert.ok(!hint!.said!.includes(covered), hint!.said!)
    assert.equal(hint!.place, '和顺社区', 'an estate with few homes is shown as its community')
    assert.equal(hint!.mine, false)
  })
  test('words about something else bring no hint', async () => {
    assert.deepEqual(await hints(neighbour.cookie, '想咨询老年人乘车卡怎样办理', district.home2), [])
  })
  test('too few letters bring no hint', async () => {
    assert.deepEqual(await hints(neighbour.cookie, '电梯', district.home2), [])
  })
  test('a case of a far community is not shown', async () => {
    assert.deepEqual(await hints(neighbour.cookie, '电梯停了按钮没有反应', district.unitB1), [])
  })
  test('where the reporter hid their name their story is not shown, only what and where', async () => {
    const { id } = await report(resident.cookie, '隔壁养了六条大狗天天叫', district.unit1, { hideName: true })
    const found = (await hints(neighbour.cookie, '隔壁大狗天天叫', district.home2)).find((one) => one.id === id)
    assert.ok(found)
    assert.equal(found.said, null)
  })
  test('household matters, merged and closed cases are not shown', async () => {
    const { id } = await report(resident.cookie, '楼顶太阳能热水器漏水流到外墙', district.unit1)
    const shown = async () =>
      (await hints(neighbour.cookie, '楼顶热水器漏水', district.home2)).some((one) => one.id === id)
    assert.equal(await shown(), true)
    await app.sql("update cases set kind = 'household' where id = $1", [id])
    assert.equal(await shown(), false)
    await app.sql("update cases set kind = 'small', state = 'confirmed' where id = $1", [id])
    assert.equal(await shown(), false)
  })
  test('a case in confidential mediation is not shown', async () => {
    const { id } = await report(resident.cookie, '空调外机滴水滴到我家阳台', district.unit1)
    await app.sql(
      "insert into case_holds (id, case_id, kind, thing_id, say, created_at) values (gen_random_uuid(), $1, 'mediation', gen_random_uuid(), '调解', now())",
      [id],
    )
    assert.ok((await hints(neighbour.cookie, '空调外机滴水到阳台', district.home2)).every((one) => one.id !== id))
    assert.equal((await app.call(neighbour.cookie, `GET /api/likeness/cases/${id}`)).status, 404)
  })
  test('one in full, followed, told of, and followed no longer', async () => {
    const { id } = await report(resident.cookie, '小区南门道闸坏了抬不起来', district.unit1)
    const full = await app.call(neighbour.cookie, `GET /api/likeness/cases/${id}`)
    assert.equal(full.status, 200)
    assert.deepEqual(full.body.photos, [])
    assert.deepEqual(
      full.body.steps.map((one: { step: string }) => one.step),
      ['report'],
    )
    assert.equal((await app.call(neighbour.cookie, `POST /api/cases/${id}/follow`)).body.following, true)
    const [hint] = await hints(neighbour.cookie, '南门道闸坏了抬不起来', district.home2)
    assert.equal(hint!.following, true)
    const followed = await app.call(neighbour.cookie, 'GET /api/cases/followed')
    assert.deepEqual(
      followed.body.rows.map((one: { id: string }) => one.id),
      [id],
    )
    assert.equal((await app.call(neighbour.cookie, `DELETE /api/cases/${id}/follow`)).body.following, false)
  })
  test('photos are shown only where released, or to those who see the case', async () => {
    const { id } = await report(resident.cookie, '路面塌了个大洞很危险', district.unit1)
    await app.sql('update cases set photos = array[gen_random_uuid()] where id = $1', [id])
    assert.equal((await app.call(neighbour.cookie, `GET /api/likeness/cases/${id}`)).body.photoCount, 0)
    assert.equal((await app.call(resident.cookie, `GET /api/likeness/cases/${id}`)).body.photoCount, 1)
  })
})

describe('possible duplicates for staff', () => {
  test('the clerk of the place sees like open cases with their numbers; others see nothing', async () => {
    const first = await report(resident.cookie, '垃圾桶旁边堆了装修垃圾没人清', district.unit1)
    const second = await report(neighbour.cookie, '装修垃圾堆在垃圾桶旁边', district.unit2)
    const { body } = await app.call(clerk.cookie, `GET /api/likeness/cases/${second.id}/similar`)
    assert.equal(body.rows[0].number, first.number)
    assert.equal((await app.call(elsewhere.cookie, `GET /api/likeness/cases/${second.id}/similar`)).status, 404)
    const reporter = await app.call(neighbour.cookie, `GET /api/likeness/cases/${second.id}/similar`)
    assert.deepEqual(reporter.body, { rows: [], hotSpots: [] })
  })
})

describe('hot spots', () => {
  const wave = [
    '化粪池满了污水从井盖冒出来',
    '化粪池污水又冒出来了满地都是',
    '井盖往外冒污水，化粪池满了',
    '门口化粪池冒污水臭得很',
  ]
  /** Each time somebody else: one who writes every day is no crowd. */
  const reportAsOther = async (words: string) => report((await app.makeResident('住户')).cookie, words, district.unit1)
  const spots = async (who: string) => (await app.call(who, 'GET /api/likeness/spots')).body.rows
  test('like reports of one estate become a group with its weeks, words and cases', async () => {
    for (const words of wave) await reportAsOther(words)
    await asJob((cx) => findSpotsOf(cx, district.communityA1))
    const [spot] = await spots(clerk.cookie)
    assert.equal(spot.caseCount, 4)
    assert.equal(spot.weeks.at(-1), 4)
    assert.ok(spot.growth > 2, String(spot.growth))
    assert.ok(spot.shared.some((pair: string) => '化粪池污水井盖'.includes(pair)))
    const { body } = await app.call(clerk.cookie, `GET /api/likeness/spots/${spot.id}`)
    assert.equal(body.cases.length, 4)
    assert.deepEqual(await spots(elsewhere.cookie), [])
    assert.equal(
      (await app.call(elsewhere.cookie, `GET /api/likeness/spots/${spot.id}`)).body.code,
      'access.out-of-scope',
    )
    assert.equal((await app.call(resident.cookie, 'GET /api/likeness/spots')).body.code, 'access.not-allowed')
  })
  test('looked for again it is the same spot, and what was decided stays', async () => {
    const [before] = await spots(clerk.cookie)
    assert.equal((await app.call(clerk.cookie, `POST /api/likeness/spots/${before.id}/seen`)).status, 200)
    await reportAsOther('化粪池污水冒出来一周了')
    await asJob((cx) => findSpotsOf(cx, district.communityA1))
    const [after] = await spots(clerk.cookie)
    assert.equal(after.id, before.id)
    assert.equal(after.state, 'seen')
    assert.equal(after.caseCount, 5)
  })
  test('dismissed with a reason, it comes back when it has grown by half', async () => {
    const [before] = await spots(clerk.cookie)
    const dismissed = await app.call(clerk.cookie, `POST /api/likeness/spots/${before.id}/dismissal`, {
      body: { reason: '已安排清掏' },
    })
    assert.equal(dismissed.body.state, 'dismissed')
    const again = await app.call(clerk.cookie, `POST /api/likeness/spots/${before.id}/dismissal`, {
      body: { reason: '已安排清掏' },
    })
    assert.equal(again.body.code, 'hotspot.decided')
    await asJob((cx) => findSpotsOf(cx, district.communityA1))
    assert.equal((await spots(clerk.cookie))[0].state, 'dismissed')
    for (const words of wave) await reportAsOther(`又是${words}`)
    await asJob((cx) => findSpotsOf(cx, district.communityA1))
    assert.equal((await spots(clerk.cookie)).find((one: { id: string }) => one.id === before.id).state, 'new')
  })
  test('a group becomes one root-cause case, once, linked with its cases', async () => {
    const [spot] = await spots(clerk.cookie)
    const opened = await app.call(clerk.cookie, `POST /api/likeness/spots/${spot.id}/root-case`, {
      body: { words: '全小区化粪池清掏和管网改造' },
    })
    assert.equal(opened.status, 200, JSON.stringify(opened.body))
    assert.equal(opened.body.state, 'opened')
    const root = await app.call(clerk.cookie, `GET /api/cases/${opened.body.rootCase.id}`)
    assert.equal(root.body.channel, 'proactive')
    const { body } = await app.call(clerk.cookie, `GET /api/likeness/spots/${spot.id}`)
    const linked = await app.call(clerk.cookie, `GET /api/cases/${body.cases[0].id}`)
    assert.equal(linked.body.timeline[0].step, 'likeness.linked')
    assert.equal(linked.body.timeline[0].data.number, opened.body.rootCase.number)
    const [reporter] = await app.sql<{ id: string }>('select reporter_id as id from cases where id = $1', [
      body.cases[0].id,
    ])
    const own = await app.call(await app.signIn(reporter!.id), `GET /api/cases/${body.cases[0].id}`)
    assert.ok(own.body.timeline.every((one: { step: string }) => one.step !== 'likeness.linked'))
    const twice = await app.call(clerk.cookie, `POST /api/likeness/spots/${spot.id}/root-case`, {
      body: { words: '全小区化粪池清掏和管网改造' },
    })
    assert.equal(twice.body.code, 'hotspot.decided')
    const refused = await app.call(worker.cookie, `POST /api/likeness/spots/${spot.id}/root-case`, {
      body: { words: '全小区化粪池清掏和管网改造' },
    })
    assert.equal(refused.status, 403)
  })
  test('one person who writes the same again and again makes no hot spot', async () => {
    const one = await app.makeResident('常反映的人')
    for (const words of ['信号塔有辐射', '信号塔辐射太大要拆', '信号塔辐射没人管'])
      await report(one.cookie, words, district.unit1)
    await asJob((cx) => findSpotsOf(cx, district.communityA1))
    assert.ok((await spots(clerk.cookie)).every((spot: { title: string }) => !spot.title.includes('信号塔')))
  })
  test('looking on demand schedules the communities of the area', async () => {
    const { body } = await app.call(clerk.cookie, 'POST /api/likeness/spots/search', { body: {} })
    assert.equal(body.communities, 1)
    const out = await app.call(clerk.cookie, 'POST /api/likeness/spots/search', { body: { placeId: district.unitB1 } })
    assert.equal(out.body.code, 'access.out-of-scope')
  })
})
