// Appointments through the real app: granting within one's own, dates, overlaps, concurrent posts, ending.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { shanghaiDay } from '../../rules/src/working-time.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations: o } = app.district
const administrator = await app.makeStaff('管理员', 'administrator', o.office, app.district.id)
const secretary = await app.makeStaff('周书记', 'communitySecretary', o.communityA1, app.district.communityA1)
const clerk = await app.makeStaff('陈敏', 'communityClerk', o.communityA1, app.district.communityA1)
const positions = new Map(
  (await app.sql('select id, code from positions')).map((row) => [row.code as string, row.id as string]),
)
const dayFromNow = (days: number) => shanghaiDay(new Date(Date.now() + days * 86_400_000))
interface Post {
  readonly person: string
  readonly position: string
  readonly organisation: string
  readonly scope: string
  readonly from?: string
  readonly to?: string | null
}
const appoint = (who: string | null, post: Post) =>
  app.call(who, 'POST /api/organisations/appointments', {
    body: {
      personId: post.person,
      positionId: positions.get(post.position) ?? post.position,
      organisationId: post.organisation,
      scopeId: post.scope,
      from: post.from ?? '2024-01-01',
      to: post.to ?? null,
    },
  })
const gridWorker = (person: string, more: Partial<Post> = {}): Post => ({
  person,
  position: 'gridWorker',
  organisation: o.communityA1,
  scope: app.district.grid1,
  ...more,
})
const end = (who: string, id: string, to: string) =>
  app.call(who, `POST /api/organisations/appointments/${id}/end`, { body: { to } })

describe('appointing', () => {
  test('a secretary appoints a grid worker, who may at once do what the position says', async () => {
    const person = await app.makePerson('李网格')
    const { status, body } = await appoint(secretary.cookie, gridWorker(person.id))
    assert.equal(status, 200)
    assert.deepEqual(
      [body.state, body.position.name, body.scope.name, body.organisation.name],
      ['inForce', '网格员', '第一网格', '和顺社区居委会'],
    )
    assert.equal((await app.call(await app.signIn(person.id), 'GET /api/places/tree')).status, 200)
    const [entry] = await app.sql("select canonical from journal where thing_kind = 'appointment' and thing_id = $1", [
      body.id,
    ])
    assert.equal(JSON.parse(entry!.canonical).after.personId, person.id)
  })
  test('without a session, without the permission, outside the area: no', async () => {
    const person = await app.makePerson('候选人')
    assert.equal((await appoint(null, gridWorker(person.id))).status, 401)
    assert.equal((await appoint(clerk.cookie, gridWorker(person.id))).body.code, 'access.not-allowed')
    const outside = await appoint(secretary.cookie, {
      person: person.id,
      position: 'communityClerk',
      organisation: o.communityA2,
      scope: app.district.communityA2,
    })
    assert.equal(outside.body.code, 'access.out-of-scope')
    const foreign = await appoint(secretary.cookie, {
      person: person.id,
      position: 'propertyManager',
      organisation: o.property2,
      scope: app.district.estate1,
    })
    assert.equal(foreign.body.code, 'access.out-of-scope')
    assert.equal((await app.sql('select 1 from appointments where person_id = $1', [person.id])).length, 0)
  })
})

describe('appointing beyond what is one’s own', () => {
  test('nobody grants a permission that they do not hold there themselves', async () => {
    const person = await app.makePerson('想当大官的人')
    await app.sql(
      "insert into positions (id, district_id, code, name, organisation_kinds, scope_kinds, permissions) values (gen_random_uuid(), $1, 'strong', '强岗', '{communityCommittee}', '{community}', '{place.see,position.edit}')",
      [app.district.id],
    )
    const [strong] = await app.sql("select id from positions where code = 'strong'")
    const post = {
      person: person.id,
      position: strong!.id as string,
      organisation: o.communityA1,
      scope: app.district.communityA1,
    }
    assert.equal((await appoint(secretary.cookie, post)).body.code, 'appointment.beyond-own')
    assert.equal((await appoint(administrator.cookie, post)).status, 200)
  })
  test('the administrator of a district appoints others to what they may not do themselves, but never themselves', async () => {
    for (const [position, organisation, scope] of [
      ['communitySecretary', o.communityA1, app.district.communityA1],
      ['mediator', o.streetA, app.district.streetA],
    ] as const) {
      const post = { position, organisation, scope }
      const other = await app.makePerson(`新任${position}`)
      assert.equal((await appoint(administrator.cookie, { ...post, person: other.id })).status, 200)
      assert.equal(
        (await appoint(administrator.cookie, { ...post, person: administrator.id })).body.code,
        'appointment.beyond-own',
      )
    }
  })
  test('the position fits the kind of organisation and the kind of scope, or it is refused', async () => {
    const person = await app.makePerson('错配的人')
    assert.equal(
      (await appoint(secretary.cookie, gridWorker(person.id, { scope: app.district.communityA1 }))).body.code,
      'appointment.wrong-kind',
    )
    assert.equal(
      (
        await appoint(
          secretary.cookie,
          gridWorker(person.id, {
            position: 'communityClerk',
            organisation: o.property1,
            scope: app.district.communityA1,
          }),
        )
      ).body.code,
      'appointment.wrong-kind',
    )
  })
})

describe('appointing by mistake', () => {
  test('unknown people, positions, organisations and places are not found', async () => {
    const person = await app.makePerson('某人')
    const nobody = '01890a5d-ac96-774b-bcce-b302099a8057'
    const codes = []
    for (const more of [{ person: nobody }, { position: nobody }, { organisation: nobody }, { scope: nobody }])
      codes.push((await appoint(secretary.cookie, gridWorker(person.id, more))).body.code)
    assert.deepEqual(codes, ['identity.no-person', 'position.not-found', 'organisation.not-found', 'place.not-found'])
  })
  test('the same post does not overlap in time, but may follow on the next day', async () => {
    const person = await app.makePerson('连任的人')
    assert.equal(
      (await appoint(secretary.cookie, gridWorker(person.id, { from: '2024-01-01', to: '2024-12-31' }))).body.state,
      'ended',
    )
    assert.equal(
      (await appoint(secretary.cookie, gridWorker(person.id, { from: '2024-12-31' }))).body.code,
      'appointment.overlap',
    )
    assert.equal((await appoint(secretary.cookie, gridWorker(person.id, { from: '2025-01-01' }))).status, 200)
    assert.equal(
      (await appoint(secretary.cookie, gridWorker(person.id, { from: '2025-06-01', to: '2025-05-01' }))).body.code,
      'appointment.dates',
    )
  })
  test('two requests at once for the same post make one appointment', async () => {
    const person = await app.makePerson('抢着任命的人')
    const answers = await Promise.all([
      appoint(secretary.cookie, gridWorker(person.id)),
      appoint(administrator.cookie, gridWorker(person.id)),
    ])
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409])
  })
})

describe('dates', () => {
  test('an appointment that begins tomorrow gives nothing today', async () => {
    const person = await app.makePerson('明天上任')
    assert.equal((await appoint(secretary.cookie, gridWorker(person.id, { from: dayFromNow(1) }))).body.state, 'future')
    assert.equal((await app.call(await app.signIn(person.id), 'GET /api/places/tree')).status, 403)
  })
  test('the last day still counts; the day after, nothing is left', async () => {
    const person = await app.makePerson('今天最后一天')
    const { body } = await appoint(secretary.cookie, gridWorker(person.id, { to: dayFromNow(0) }))
    assert.equal(body.state, 'inForce')
    const cookie = await app.signIn(person.id)
    assert.equal((await app.call(cookie, 'GET /api/places/tree')).status, 200)
    await app.sql('update appointments set to_on = $2 where id = $1', [body.id, dayFromNow(-1)])
    assert.equal((await app.call(cookie, 'GET /api/places/tree')).status, 403)
  })
  test('ending one that is over yesterday takes the permission and the sessions at once', async () => {
    const person = await app.makePerson('被免的人')
    const { body } = await appoint(secretary.cookie, gridWorker(person.id))
    const cookie = await app.signIn(person.id)
    assert.equal((await end(secretary.cookie, body.id, '2023-12-31')).body.code, 'appointment.dates')
    assert.equal((await end(clerk.cookie, body.id, dayFromNow(-1))).status, 403)
    assert.equal((await end(secretary.cookie, body.id, dayFromNow(-1))).body.state, 'ended')
    assert.equal((await app.call(cookie, 'GET /api/places/tree')).status, 401)
    assert.equal((await end(secretary.cookie, body.id, dayFromNow(5))).body.code, 'lifecycle.wrong-state')
  })
  test('only what has not begun can be removed', async () => {
    const person = await app.makePerson('误录的人')
    const remove = (id: string) => app.call(secretary.cookie, `DELETE /api/organisations/appointments/${id}`)
    const future = (await appoint(secretary.cookie, gridWorker(person.id, { from: dayFromNow(3) }))).body
    assert.equal((await remove(future.id)).status, 200)
    const begun = (await appoint(secretary.cookie, gridWorker(person.id))).body
    assert.equal((await remove(begun.id)).body.code, 'appointment.begun')
    assert.equal((await remove(future.id)).body.code, 'appointment.not-found')
  })
})

describe('the list', () => {
  const list = async (who: string, query = '') =>
    (await app.call(who, `GET /api/organisations/appointments?limit=200${query}`)).body.rows
  test('shows concurrent posts of one person together', async () => {
    const person = await app.makePerson('交叉任职的人')
    await appoint(secretary.cookie, gridWorker(person.id))
    assert.equal((await list(secretary.cookie, `&personId=${person.id}&concurrentOnly=true`)).length, 0)
    await appoint(
      secretary.cookie,
      gridWorker(person.id, { position: 'propertyManager', organisation: o.property1, scope: app.district.estate1 }),
    )
    const rows = await list(secretary.cookie, `&personId=${person.id}&concurrentOnly=true`)
    assert.deepEqual(
      new Set(rows.map((row: { position: { name: string } }) => row.position.name)),
      new Set(['网格员', '物业项目经理']),
    )
  })
  test('tells what is in force from what is not', async () => {
    const rows = await list(secretary.cookie, '&inForce=false')
    assert.ok(rows.length > 0)
    assert.ok(rows.every((row: { state: string }) => row.state !== 'inForce'))
    assert.ok(
      (await list(secretary.cookie, '&inForce=true')).every((row: { state: string }) => row.state === 'inForce'),
    )
  })
  test('a community does not see who is appointed elsewhere', async () => {
    await app.makeStaff('外社区书记', 'communitySecretary', o.communityA2, app.district.communityA2)
    const seen = async (who: string) =>
      (await list(who)).some((row: { person: { name: string } }) => row.person.name === '外社区书记')
    assert.deepEqual([await seen(secretary.cookie), await seen(administrator.cookie)], [false, true])
  })
  test('comes page by page, each once, and as a spreadsheet of the same rows', async () => {
    const all = await list(secretary.cookie)
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await app.call(secretary.cookie, `GET /api/organisations/appointments?limit=3${after}`)
      assert.equal(body.total, all.length)
      seen.push(...body.rows.map((row: { id: string }) => row.id))
      after = body.next === null ? '' : `&after=${body.next}`
    } while (after !== '')
    assert.deepEqual(
      seen,
      all.map((row: { id: string }) => row.id),
    )
    const answer = await app.call(secretary.cookie, 'GET /api/organisations/appointments.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(answer.raw).buffer)
    assert.equal(book.worksheets[0]!.rowCount, all.length + 1)
  })
})
