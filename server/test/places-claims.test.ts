// Owners and occupants through the real app: claiming, confirming, refusing, recording, ending; the resident's surroundings.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations: o } = app.district
const clerk = await app.makeStaff('陈敏', 'communityClerk', o.communityA1, app.district.communityA1)
const clerkA2 = await app.makeStaff('王敏', 'communityClerk', o.communityA2, app.district.communityA2)
const signedIn = async (name: string) => {
  const person = await app.makePerson(name)
  return { ...person, cookie: await app.signIn(person.id) }
}
const claim = (who: string, homeId: string, relation = 'owner') =>
  app.call(who, 'POST /api/places/home-claims', { body: { homeId, relation } })
const decide = (who: string, id: string, what: 'confirmation' | 'refusal', body: object = {}) =>
  app.call(who, `POST /api/places/home-claims/${id}/${what}`, { body })
const inbox = (personId: string) =>
  app.sql('select event, body from messages where person_id = $1 order by at', [personId])

describe('claiming a home', () => {
  test('needs a session and consent', async () => {
    assert.equal((await claim(null as unknown as string, app.district.home1)).status, 401)
    const person = await signedIn('没同意的人')
    await app.sql('delete from consents where person_id = $1', [person.id])
    assert.equal((await claim(person.cookie, app.district.home1)).body.code, 'identity.consent-needed')
  })
  test('waits for the community; the claimer sees it waiting, and cannot claim the same twice', async () => {
    const person = await signedIn('赵一')
    const claimed = await claim(person.cookie, app.district.home1)
    assert.equal(claimed.status, 200)
    assert.equal((await claim(person.cookie, app.district.home1)).body.code, 'home.claim-exists')
    const mine = await app.call(person.cookie, 'GET /api/places/my-homes')
    assert.deepEqual(
      mine.body.map((one: { state: string; community: string }) => [one.state, one.community]),
      [['claimed', '和顺社区']],
    )
    const surroundings = await app.call(person.cookie, 'GET /api/places/my-neighbourhood')
    assert.deepEqual(surroundings.body, { home: null, community: null, estate: null, grid: null, contacts: [] })
  })
  test('is for a home, a shop or a parking space, not for a building', async () => {
    const person = await signedIn('赵二')
    assert.equal((await claim(person.cookie, app.district.building1)).body.code, 'home.not-a-home')
    assert.equal((await claim(person.cookie, '01890a5d-ac96-774b-bcce-b302099a8057')).status, 404)
    assert.equal((await claim(person.cookie, app.district.home1, 'landlord')).status, 400)
  })
})

describe('deciding on a claim', () => {
  test('a clerk of the community confirms, once; the person is told', async () => {
    const person = await signedIn('钱一')
    const { body } = await claim(person.cookie, app.district.home1, 'occupant')
    const list = await app.call(clerk.cookie, 'GET /api/places/home-claims?limit=200')
    const row = list.body.rows.find((one: { id: string }) => one.id === body.id)
    assert.deepEqual([row.person.name, row.home.path, row.relation], ['钱一', '幸福里小区 1号楼 1单元 101', 'occupant'])
    assert.match(row.phone, /^\d{3}\*{4}\d{4}$/)
    assert.equal((await decide(clerk.cookie, body.id, 'confirmation')).status, 200)
    assert.equal((await decide(clerk.cookie, body.id, 'confirmation')).body.code, 'lifecycle.wrong-state')
    const told = await inbox(person.id)
    assert.deepEqual(
      told.map((message) => message.event),
      ['home.confirmed'],
    )
    assert.match(told[0]!.body, /1单元 101/)
    assert.equal((await app.call(person.cookie, 'GET /api/places/my-homes')).body[0].state, 'confirmed')
  })
  test('a refusal needs a reason, which the person reads; then the home can be claimed again', async () => {
    const person = await signedIn('钱二')
    const { body } = await claim(person.cookie, app.district.home1)
    assert.equal((await decide(clerk.cookie, body.id, 'refusal')).status, 400)
    assert.equal((await decide(clerk.cookie, body.id, 'refusal', { reason: '登记的业主不是您' })).status, 200)
    assert.match((await inbox(person.id))[0]!.body, /登记的业主不是您/)
    assert.equal((await app.call(person.cookie, 'GET /api/places/my-homes')).body[0].reason, '登记的业主不是您')
    assert.equal((await claim(person.cookie, app.district.home1)).status, 200)
  })
  test('staff of another community neither see nor decide it; residents have no such list', async () => {
    const person = await signedIn('钱三')
    const { body } = await claim(person.cookie, app.district.home1)
    const list = await app.call(clerkA2.cookie, 'GET /api/places/home-claims')
    assert.deepEqual([list.body.total, list.body.rows], [0, []])
    assert.equal((await decide(clerkA2.cookie, body.id, 'confirmation')).body.code, 'access.out-of-scope')
    assert.equal((await decide(person.cookie, body.id, 'confirmation')).body.code, 'access.not-allowed')
    assert.equal(
      (await decide(clerk.cookie, '01890a5d-ac96-774b-bcce-b302099a8057', 'confirmation')).body.code,
      'home.no-claim',
    )
  })
  test('nobody confirms a claim of their own', async () => {
    const { body } = await claim(clerk.cookie, app.district.home1)
    assert.equal((await decide(clerk.cookie, body.id, 'confirmation')).body.code, 'access.not-allowed')
  })
  test('claims that wait come page by page, the oldest first, each once', async () => {
    const ids = (await app.sql("select id from home_people where state = 'claimed' order by since, id")).map(
      (row) => row.id,
    )
    assert.ok(ids.length >= 4)
    const seen: string[] = []
    let after = ''
    do {
      const page = await app.call(clerk.cookie, `GET /api/places/home-claims?limit=1${after}`)
      seen.push(...page.body.rows.map((row: { id: string }) => row.id))
      after = page.body.next === null ? '' : `&after=${page.body.next}`
    } while (after !== '')
    assert.deepEqual(seen, ids)
  })
})

describe('owners and occupants as staff keep them', () => {
  test('several owners of one home are recorded, each once, and ended', async () => {
    const homeId = await app.addPlace('home', '808', app.district.unit1)
    const [first, second] = [await app.makePerson('孙一'), await app.makePerson('孙二')]
    const record = (personId: string, who = clerk.cookie) =>
      app.call(who, `POST /api/places/${homeId}/people`, { body: { personId, relation: 'owner' } })
    const recorded = await record(first.id)
    assert.deepEqual([recorded.body.state, recorded.body.person.name], ['confirmed', '孙一'])
    assert.equal((await record(first.id)).body.code, 'home.already-recorded')
    assert.equal((await record(second.id)).status, 200)
    assert.equal((await record(second.id, clerkA2.cookie)).body.code, 'access.out-of-scope')
    assert.equal((await record('01890a5d-ac96-774b-bcce-b302099a8057')).body.code, 'identity.no-person')
    const end = () => app.call(clerk.cookie, `DELETE /api/places/home-people/${recorded.body.id}`)
    assert.equal((await end()).status, 200)
    assert.equal((await end()).body.code, 'lifecycle.wrong-state')
    const people = await app.call(clerk.cookie, `GET /api/places/${homeId}/people`)
    assert.deepEqual(
      people.body.map((one: { person: { name: string }; state: string }) => [one.person.name, one.state]),
      [
        ['孙二', 'confirmed'],
        ['孙一', 'ended'],
      ],
    )
    assert.equal((await app.call(clerkA2.cookie, `GET /api/places/${homeId}/people`)).status, 403)
  })
  test('recording somebody whose claim waits confirms the claim', async () => {
    const homeId = await app.addPlace('home', '809', app.district.unit1)
    const person = await signedIn('周一')
    const { body } = await claim(person.cookie, homeId)
    const recorded = await app.call(clerk.cookie, `POST /api/places/${homeId}/people`, {
      body: { personId: person.id, relation: 'owner' },
    })
    assert.deepEqual([recorded.body.id, recorded.body.state], [body.id, 'confirmed'])
  })
})

describe('my neighbourhood', () => {
  test('names those in charge with the office line of their organisation, never a private number', async () => {
    await app.sql("update organisations set phone = '0576-8800001' where id = any($1)", [[o.communityA1, o.property1]])
    const worker = await app.makeStaff('李网格', 'gridWorker', o.communityA1, app.district.grid1)
    await app.makeStaff('别的网格员', 'gridWorker', o.communityA1, app.district.grid2)
    await app.makeStaff('刘经理', 'propertyManager', o.property1, app.district.estate1)
    await app.makeStaff('别家经理', 'propertyManager', o.property2, app.district.communityA1)
    const gone = await app.makePerson('离任网格员')
    await app.appoint(gone.id, 'gridWorker', o.communityA1, app.district.grid1, '2020-01-01', '2021-01-01')
    const resident = await app.makeResident('吴一')
    const { body, raw } = await app.call(resident.cookie, 'GET /api/places/my-neighbourhood')
    assert.deepEqual([body.community.name, body.estate.name, body.grid.name], ['和顺社区', '幸福里小区', '第一网格'])
    assert.deepEqual(body.contacts, [
      { role: '网格员', name: '李网格', phone: '0576-8800001' },
      { role: '物业项目经理', name: '刘经理', phone: '0576-8800001' },
      { role: '社区工作者', name: '陈敏', phone: '0576-8800001' },
    ])
    assert.ok(!raw.toString().includes(worker.phone))
  })
})
