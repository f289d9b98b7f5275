// Hot spots across communities: one to who sees them all, each community's own to who sees one, decided together or apart.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { linkAcross } from '../src/modules/likeness/across-communities.ts'
import { findSpotsOf } from '../src/modules/likeness/find-spots.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const clerk = await app.makeStaff('陈社工', 'communityClerk', organisations.communityA1, district.communityA1)
const beyond = await app.makeStaff('锦绣社工', 'communityClerk', organisations.communityA2, district.communityA2)
const street = await app.makeStaff('何立群', 'streetOfficer', organisations.streetA, district.streetA)
/** Each time somebody else: one who writes every day is no crowd. */
const report = async (words: string, placeId: string, home: string) => {
  const { cookie } = await app.makeResident('住户', home)
  const { status, body } = await app.call(cookie, 'POST /api/cases', { body: { placeId, words } })
  assert.equal(status, 200, JSON.stringify(body))
}
const spotsOn = async (words: string, who: { cookie: string }, query = '') =>
  (await app.call(who.cookie, `GET /api/likeness/spots${query}`)).body.rows.filter((one: { title: string }) =>
    one.title.includes(words),
  )
const tanker = (who: { cookie: string }, query = '') => spotsOn('油罐车', who, query)
const found = (...communities: readonly string[]) =>
  Promise.all(communities.map((id) => asWorker(app, (cx) => findSpotsOf(cx, id))))

describe('a hot spot in two communities', { concurrency: 1 }, () => {
  test('one that spans two communities stands once for who sees both, and once in each for who sees one', async () => {
    for (const words of ['沿河路夜里油罐车轰鸣睡不着', '油罐车夜里从沿河路过轰鸣', '夜里油罐车轰鸣，沿河路一夜没停'])
      for (const [place, home] of [
        [district.unit1, district.home1],
        [district.unitA2, district.homeA2],
      ] as const)
        await report(words, place, home)
    for (const words of ['亭子的瓦掉下来砸人', '亭子瓦片又掉了砸到人', '凉亭掉瓦，亭子要修'])
      await report(words, district.unitA2, district.homeA2)
    await found(district.communityA1, district.communityA2)
    assert.equal((await tanker(street)).length, 2, 'found in each, not yet compared')
    assert.equal(await asWorker(app, (cx) => linkAcross(cx)), 2)
    const [one, ...more] = await tanker(street)
    assert.deepEqual(more, [])
    assert.deepEqual(one.communities.map((community: { name: string }) => community.name).toSorted(), [
      '和顺社区',
      '锦绣社区',
    ])
    assert.deepEqual([one.caseCount, one.openCount, one.weeks.at(-1)], [6, 6, 6])
    const full = await app.call(street.cookie, `GET /api/likeness/spots/${one.id}`)
    assert.equal(full.body.cases.length, 6)
    for (const [who, name] of [
      [clerk, '和顺社区'],
      [beyond, '锦绣社区'],
    ] as const) {
      const [own, ...others] = await tanker(who)
      assert.deepEqual(
        [own.communities.map((community: { name: string }) => community.name), own.caseCount],
        [[name], 3],
      )
      assert.deepEqual(others, [])
    }
    const here = await tanker(street, `?placeId=${district.communityA2}`)
    assert.deepEqual(
      here.map((spot: { caseCount: number }) => spot.caseCount),
      [6],
      'asked for by one of its places',
    )
    const paged = await app.call(street.cookie, 'GET /api/likeness/spots?limit=1')
    const rest = await app.call(street.cookie, `GET /api/likeness/spots?limit=100&after=${paged.body.next}`)
    assert.notEqual(paged.body.next, null, 'the pavilion of one community is on the list too')
    const ids = [...paged.body.rows, ...rest.body.rows].map((spot: { id: string }) => spot.id)
    assert.equal(ids.length, new Set(ids).size)
    assert.equal(ids.length, (await app.call(street.cookie, 'GET /api/likeness/spots?limit=100')).body.rows.length)
  })
  test('decided by one community it parts ways; decided by who sees both it is decided in both, with one root case', async () => {
    const states = () =>
      app.sql<{ state: string; root_case_id: string | null }>(
        'select state, root_case_id from hot_spots where kin_id is not null order by state',
      )
    const [spot] = await tanker(street)
    await app.call(street.cookie, `POST /api/likeness/spots/${spot.id}/seen`)
    assert.deepEqual(
      (await states()).map((one) => one.state),
      ['seen', 'seen'],
    )
    const [own] = await app.sql<{ id: string }>(
      'select id from hot_spots where kin_id is not null and community_id = $1',
      [district.communityA1],
    )
    await app.call(clerk.cookie, `POST /api/likeness/spots/${own!.id}/dismissal`, { body: { reason: '已和车队说好' } })
    assert.deepEqual(
      (await states()).map((one) => one.state),
      ['dismissed', 'seen'],
    )
    assert.deepEqual(
      (await tanker(street)).map((one: { caseCount: number }) => one.caseCount),
      [3, 3],
    )
    await app.sql("update hot_spots set state = 'seen', reason = null where id = $1", [own!.id])
    const opened = await app.call(street.cookie, `POST /api/likeness/spots/${spot.id}/root-case`, {
      body: { words: '沿河路夜间禁行油罐车' },
    })
    assert.equal(opened.status, 200, JSON.stringify(opened.body))
    assert.equal(opened.body.caseCount, 6)
    const after = await states()
    assert.deepEqual(
      after.map((one) => one.state),
      ['opened', 'opened'],
    )
    assert.equal(new Set(after.map((one) => one.root_case_id)).size, 1)
    const full = await app.call(street.cookie, `GET /api/likeness/spots/${spot.id}`)
    for (const { id } of full.body.cases as { id: string }[]) {
      const { timeline } = (await app.call(street.cookie, `GET /api/cases/${id}`)).body
      assert.equal(timeline[0].data.case, opened.body.rootCase.id)
    }
  })
  test('another spot of one of the communities stays by itself', async () => {
    const pavilion = await app.sql<{ kin_id: string | null }>("select kin_id from hot_spots where title like '%亭%'")
    assert.deepEqual(pavilion, [{ kin_id: null }])
  })
})
describe('a hot spot in two streets', { concurrency: 1 }, () => {
  test('it stands once for the district, with both communities, and in each street as its own', async () => {
    const office = await app.makeStaff('区中心', 'streetOfficer', organisations.office, district.id)
    const streetB = await app.makeStaff('城西何立', 'streetOfficer', organisations.streetB, district.streetB)
    const homeB1 = await app.addPlace('home', '101', district.unitB1)
    for (const words of ['公交站台停电报站牌黑屏', '站台的报站牌黑屏一周了', '报站牌黑屏，站台看不到公交'])
      for (const [place, home] of [
        [district.unit1, district.home1],
        [district.unitB1, homeB1],
      ] as const)
        await report(words, place, home)
    await found(district.communityA1, district.communityB1)
    assert.equal((await spotsOn('报站牌', office)).length, 2, 'found in each, not yet compared')
    await asWorker(app, (cx) => linkAcross(cx))
    const [one, ...more] = await spotsOn('报站牌', office)
    assert.deepEqual(more, [])
    assert.deepEqual(
      [one.communities.map((community: { name: string }) => community.name).toSorted(), one.caseCount],
      [['古城社区', '和顺社区'], 6],
    )
    for (const [who, name] of [
      [street, '和顺社区'],
      [streetB, '古城社区'],
    ] as const)
      assert.deepEqual(
        (await spotsOn('报站牌', who)).map((spot: { communities: { name: string }[]; caseCount: number }) => [
          spot.communities.map((community) => community.name),
          spot.caseCount,
        ]),
        [[[name], 3]],
      )
  })
})
