// Organisations and positions through the real app: who sees which, editing, permissions as data.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { permissionNames } from '../../contract/src/permissions.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations: o } = app.district
const administrator = await app.makeStaff('管理员', 'administrator', o.office, app.district.id)
const secretary = await app.makeStaff('周书记', 'communitySecretary', o.communityA1, app.district.communityA1)
const clerk = await app.makeStaff('陈敏', 'communityClerk', o.communityA1, app.district.communityA1)
const departmentOfficer = await app.makeStaff('执法员', 'departmentOfficer', o.department, app.district.streetB)
const list = async (who: string, query = '') => {
  const { body } = await app.call(who, `GET /api/organisations?limit=200${query}`)
  return new Set(body.rows.map((row: { name: string }) => row.name))
}
const add = (who: string | null, body: object) => app.call(who, 'POST /api/organisations', { body })
const change = (who: string, id: string, body: object) => app.call(who, `PATCH /api/organisations/${id}`, { body })

describe('who sees which organisation', () => {
  test('nobody without a session, and no resident', async () => {
    assert.equal((await app.call(null, 'GET /api/organisations')).status, 401)
    const resident = await app.makeResident('张三')
    assert.equal((await app.call(resident.cookie, 'GET /api/organisations')).status, 403)
  })
  test('the district sees all', async () => {
    assert.equal((await list(administrator.cookie)).size, 9)
  })
  test('a community sees what sits in it or serves it, and nothing of its neighbours', async () => {
    assert.deepEqual(await list(secretary.cookie), new Set(['和顺社区居委会', '安居物业']))
    assert.equal(
      (await app.call(secretary.cookie, `GET /api/organisations/${o.property2}`)).body.code,
      'access.out-of-scope',
    )
  })
  test('a department sees itself and what lies in the street it covers', async () => {
    assert.deepEqual(
      await list(departmentOfficer.cookie),
      new Set(['综合行政执法局', '城西街道办事处', '古城社区居委会']),
    )
  })
  test('the list is filtered by kind, by place, and by words of two characters', async () => {
    assert.deepEqual(await list(administrator.cookie, '&kind=propertyCompany'), new Set(['安居物业', '福湖物业']))
    assert.deepEqual(
      await list(administrator.cookie, `&placeId=${app.district.communityA2}`),
      new Set(['锦绣社区居委会', '福湖物业']),
    )
    await add(administrator.cookie, { kind: 'merchant', name: '老王粮油店', placeId: app.district.communityA2 })
    assert.deepEqual(await list(administrator.cookie, `&search=${encodeURIComponent('粮油')}`), new Set(['老王粮油店']))
  })
})

describe('editing organisations', () => {
  test('a secretary adds a company that serves an estate of the community', async () => {
    const { status, body } = await add(secretary.cookie, {
      kind: 'propertyCompany',
      name: '新家物业',
      phone: '0576-8801234',
      placeId: app.district.communityA1,
      servesPlaceIds: [app.district.estate2],
    })
    assert.equal(status, 200)
    assert.deepEqual(
      [body.serves.map((place: { name: string }) => place.name), body.handlesCases, body.may],
      [['机械厂宿舍'], true, ['edit', 'retire']],
    )
    assert.equal(
      (await add(secretary.cookie, { kind: 'propertyCompany', name: '新家物业', placeId: app.district.communityA1 }))
        .body.code,
      'organisation.duplicate',
    )
  })
  test('not outside the community: neither its seat, nor what it serves, nor somebody else’s organisation', async () => {
    assert.equal(
      (await add(secretary.cookie, { kind: 'team', name: '越界队', placeId: app.district.communityA2 })).body.code,
      'access.out-of-scope',
    )
    assert.equal(
      (
        await add(secretary.cookie, {
          kind: 'team',
          name: '越界队',
          placeId: app.district.communityA1,
          servesPlaceIds: [app.district.estateA2],
        })
      ).body.code,
      'access.out-of-scope',
    )
    assert.equal(
      (await add(secretary.cookie, { kind: 'team', name: '没有所在地的队' })).body.code,
      'access.out-of-scope',
    )
    assert.equal((await change(secretary.cookie, o.property2, { name: '改名' })).body.code, 'access.out-of-scope')
    assert.equal(
      (await add(clerk.cookie, { kind: 'team', name: '没有权限', placeId: app.district.communityA1 })).body.code,
      'access.not-allowed',
    )
    assert.equal(
      (await app.sql("select 1 from organisations where name in ('越界队', '没有所在地的队', '没有权限')")).length,
      0,
    )
  })
})

describe('the life of an organisation', () => {
  test('what changed is in the journal, before and after', async () => {
    await change(secretary.cookie, o.property1, { phone: '0576-8805678' })
    const [entry] = await app.sql(
      "select canonical from journal where thing_kind = 'organisation' and thing_id = $1 order by id desc limit 1",
      [o.property1],
    )
    const { before, after } = JSON.parse(entry!.canonical)
    assert.deepEqual([before.phone, after.phone], [null, '0576-8805678'])
  })
  test('an organisation cannot stand below itself', async () => {
    const child = (
      await add(administrator.cookie, {
        kind: 'team',
        name: '下级队',
        placeId: app.district.communityA1,
        parentId: o.communityA1,
      })
    ).body
    assert.equal(child.parent.name, '和顺社区居委会')
    assert.equal((await change(administrator.cookie, o.communityA1, { parentId: child.id })).status, 400)
  })
  test('it is retired only when nobody is in office there', async () => {
    const team = (
      await add(secretary.cookie, { kind: 'propertyCompany', name: '要停用的物业', placeId: app.district.communityA1 })
    ).body
    const manager = await app.makePerson('还在任的人')
    const appointmentId = await app.appoint(manager.id, 'propertyManager', team.id, app.district.estate2)
    assert.equal((await change(secretary.cookie, team.id, { active: false })).body.code, 'organisation.in-use')
    await app.sql("update appointments set to_on = '2024-01-01' where id = $1", [appointmentId])
    assert.equal((await change(secretary.cookie, team.id, { active: false })).body.active, false)
  })
  test('wrong input is refused field by field', async () => {
    const { status, body } = await add(secretary.cookie, { kind: 'gang', name: '' })
    assert.equal(status, 400)
    assert.deepEqual(body.fields.map((field: { path: string }) => field.path).sort(), ['kind', 'name'])
  })
  test('the list comes as a spreadsheet with what the person may see', async () => {
    const answer = await app.call(departmentOfficer.cookie, 'GET /api/organisations.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(answer.raw).buffer)
    assert.deepEqual(new Set(book.worksheets[0]!.getColumn(1).values.slice(2)), await list(departmentOfficer.cookie))
  })
})

const positionOf = async (code: string) =>
  (await app.call(administrator.cookie, 'GET /api/organisations/positions')).body.find(
    (one: { code: string }) => one.code === code,
  )
const addPosition = (who: string, body: object) =>
  app.call(who, 'POST /api/organisations/positions', {
    body: {
      name: '楼栋观察员',
      organisationKinds: ['communityCommittee'],
      scopeKinds: ['building'],
      permissions: ['place.see'],
      ...body,
    },
  })
const changePosition = (who: string, id: string, body: object) =>
  app.call(who, `PATCH /api/organisations/positions/${id}`, { body })

describe('positions', () => {
  test('are listed with their permissions and how many hold them', async () => {
    const position = await positionOf('communitySecretary')
    assert.deepEqual([position.name, position.isDefault, position.holders], ['社区书记', true, 1])
    assert.ok(position.permissions.includes('appointment.edit'))
  })
  test('the district adds one of its own; a secretary cannot', async () => {
    const { body } = await addPosition(administrator.cookie, {})
    assert.deepEqual([body.isDefault, body.permissions, body.holders], [false, ['place.see'], 0])
    assert.equal((await addPosition(administrator.cookie, {})).body.code, 'position.duplicate')
    assert.equal((await addPosition(secretary.cookie, { name: '别的' })).body.code, 'access.not-allowed')
    assert.equal((await addPosition(administrator.cookie, { name: '别的', scopeKinds: ['planet'] })).status, 400)
  })
})

describe('permissions of positions', () => {
  test('nobody puts a permission into a position that they do not hold themselves', async () => {
    const some = ['place.see', 'organisation.see', 'position.edit']
    await app.sql(
      "insert into positions (id, district_id, code, name, organisation_kinds, scope_kinds, permissions) values (gen_random_uuid(), $1, 'half', '半个管理员', '{districtOffice}', '{district}', $2)",
      [app.district.id, some],
    )
    const half = await app.makeStaff('半管', 'half', o.office, app.district.id)
    const position = await positionOf('gridWorker')
    assert.equal(
      (await changePosition(half.cookie, position.id, { permissions: [...position.permissions, 'journal.see'] })).body
        .code,
      'appointment.beyond-own',
    )
    assert.equal(
      (await addPosition(half.cookie, { name: '全能', permissions: permissionNames })).body.code,
      'appointment.beyond-own',
    )
    assert.equal(
      (await changePosition(half.cookie, position.id, { permissions: position.permissions.slice(1) })).status,
      200,
    )
  })
  test('changed permissions hold at once, and the holders’ old sessions end', async () => {
    const worker = await app.makeStaff('李网格', 'gridWorker', o.communityA1, app.district.grid1)
    const position = await positionOf('gridWorker')
    assert.equal((await app.call(worker.cookie, 'GET /api/journal')).status, 403)
    assert.equal(
      (
        await changePosition(administrator.cookie, position.id, {
          permissions: [...position.permissions, 'journal.see'],
        })
      ).status,
      200,
    )
    assert.equal((await app.call(worker.cookie, 'GET /api/journal')).status, 401)
    assert.equal((await app.call(await app.signIn(worker.id), 'GET /api/journal')).status, 200)
    assert.equal((await app.call(administrator.cookie, 'GET /api/organisations')).status, 200)
  })
  test('the last one who can edit positions cannot take that away', async () => {
    await app.sql(
      "update appointments set to_on = from_on where position_id = (select id from positions where code = 'half')",
    )
    const position = await positionOf('administrator')
    const without = position.permissions.filter((permission: string) => permission !== 'position.edit')
    assert.equal((await changePosition(administrator.cookie, position.id, { permissions: without })).status, 403)
    assert.deepEqual((await positionOf('administrator')).permissions, position.permissions)
  })
})
