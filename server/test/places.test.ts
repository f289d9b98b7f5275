// Places through the real app: the tree by scope, adding, renaming, moving, retiring, homes.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations: o } = app.district
const clerk = await app.makeStaff('陈敏', 'communityClerk', o.communityA1, app.district.communityA1)
const worker = await app.makeStaff('李网格', 'gridWorker', o.communityA1, app.district.grid1)
const secretaryA2 = await app.makeStaff('王书记', 'communitySecretary', o.communityA2, app.district.communityA2)
const administrator = await app.makeStaff('管理员', 'administrator', o.office, app.district.id)
const names = (rows: { name: string }[]) => rows.map((row) => row.name)
const rowOf = async (id: string) => (await app.sql('select * from places where id = $1', [id]))[0]!

describe('the tree', () => {
  test('nobody sees it without signing in, and a resident has no tree', async () => {
    assert.equal((await app.call(null, 'GET /api/places/tree')).status, 401)
    const resident = await app.makeResident('张三')
    assert.equal((await app.call(resident.cookie, 'GET /api/places/tree')).status, 403)
  })
  test('its roots are the places of my appointments', async () => {
    assert.deepEqual(names((await app.call(clerk.cookie, 'GET /api/places/tree')).body), ['和顺社区'])
    assert.deepEqual(names((await app.call(administrator.cookie, 'GET /api/places/tree')).body), ['临溪县'])
  })
  test('a place that lies inside another of my places is no root of its own', async () => {
    const both = await app.makeStaff(
      '双岗',
      'communityClerk',
      app.district.organisations.communityA1,
      app.district.communityA1,
    )
    await app.appoint(both.id, 'gridWorker', app.district.organisations.communityA1, app.district.grid1)
    assert.deepEqual(names((await app.call(both.cookie, 'GET /api/places/tree')).body), ['和顺社区'])
  })
  test('a community shows its grids and estates with what is below them', async () => {
    const { body } = await app.call(clerk.cookie, `GET /api/places/tree?parentId=${app.district.communityA1}`)
    assert.deepEqual(names(body), ['第一网格', '第二网格', '幸福里小区', '机械厂宿舍'])
    assert.deepEqual([body[0].childCount, body[0].homeCount, body[2].childCount, body[2].homeCount], [1, 1, 2, 2])
  })
  test('a grid shows the buildings that belong to it, named with their estate', async () => {
    const { body } = await app.call(worker.cookie, `GET /api/places/tree?parentId=${app.district.grid1}`)
    assert.deepEqual(names(body), ['幸福里小区 1号楼'])
  })
  test('a grid worker sees the estate of the grid, but only the buildings of the grid in it', async () => {
    const below = await app.call(worker.cookie, `GET /api/places/tree?parentId=${app.district.estate1}`)
    assert.deepEqual(names(below.body), ['1号楼'])
    assert.equal((await app.call(worker.cookie, `GET /api/places/${app.district.estate1}`)).status, 200)
    assert.equal((await app.call(worker.cookie, `GET /api/places/${app.district.estate2}`)).status, 403)
    assert.equal((await app.call(worker.cookie, `GET /api/places/${app.district.building2}`)).status, 403)
  })
  test('children of a place outside my area are refused', async () => {
    const answer = await app.call(clerk.cookie, `GET /api/places/tree?parentId=${app.district.communityA2}`)
    assert.equal(answer.status, 403)
    assert.equal(answer.body.code, 'access.out-of-scope')
  })
  test('numbers are put in the order people count', async () => {
    const estate = await app.addPlace('estate', '数字苑', app.district.communityA1)
    for (const name of ['10号楼', '2号楼', '1号楼']) await app.addPlace('building', name, estate)
    assert.deepEqual(names((await app.call(clerk.cookie, `GET /api/places/tree?parentId=${estate}`)).body), [
      '1号楼',
      '2号楼',
      '10号楼',
    ])
  })
})

describe('one place', () => {
  test('a home names all above it and its grid', async () => {
    const { body } = await app.call(clerk.cookie, `GET /api/places/${app.district.home1}`)
    assert.deepEqual(names(body.ancestors), ['临溪县', '城东街道', '和顺社区', '幸福里小区', '1号楼', '1单元'])
    assert.equal(body.grid.name, '第一网格')
    assert.equal(body.path, '幸福里小区 1号楼 1单元 101')
  })
  test('open cases below it are counted', async () => {
    await app.sql(
      `insert into cases (id, district_id, street_id, community_id, estate_id, place_id, place_kind, place_name, place_path, kind, category_id, channel, words, state, state_at, created_at, updated_at)
       select gen_random_uuid(), $1, $2, $3, $4, $4, 'estate', 'x', 'x', 'small', $5, 'telephone', '灯不亮', s, now(), now(), now() from unnest(array['submitted', 'closed', 'takenUp']) s`,
      [
        app.district.id,
        app.district.streetA,
        app.district.communityA1,
        app.district.estate1,
        app.district.categories.light,
      ],
    )
    const counted = await Promise.all(
      [app.district.estate1, app.district.communityA1, app.district.estate2].map((id) =>
        app.call(clerk.cookie, `GET /api/places/${id}`),
      ),
    )
    assert.deepEqual(
      counted.map((answer) => answer.body.counts.openCases),
      [2, 2, 0],
    )
  })
  test('an unknown id is not found and a wrong one is bad input', async () => {
    assert.equal((await app.call(clerk.cookie, 'GET /api/places/01890a5d-ac96-774b-bcce-b302099a8057')).status, 404)
    assert.equal((await app.call(clerk.cookie, 'GET /api/places/nonsense')).status, 400)
  })
})

describe('adding and changing', () => {
  test('a new place carries the ids of all above it and its own, and its path', async () => {
    const unit = await app.call(clerk.cookie, 'POST /api/places', {
      body: { parentId: app.district.building1, kind: 'unit', name: '2单元' },
    })
    assert.equal(unit.status, 200)
    const home = await app.call(clerk.cookie, 'POST /api/places', {
      body: {
        parentId: unit.body.id,
        kind: 'home',
        name: '302',
        code: 'XF-302',
        floor: 3,
        area: 8945,
        areaSource: 'register',
      },
    })
    assert.equal(home.body.path, '幸福里小区 1号楼 2单元 302')
    const row = await rowOf(home.body.id)
    assert.deepEqual(
      [row.street_id, row.community_id, row.grid_id, row.estate_id, row.building_id, row.unit_id],
      [
        app.district.streetA,
        app.district.communityA1,
        app.district.grid1,
        app.district.estate1,
        app.district.building1,
        unit.body.id,
      ],
    )
    const found = await app.call(clerk.cookie, `GET /api/places/search?text=${encodeURIComponent('幸福里 302')}`)
    assert.deepEqual(
      found.body.map((one: { id: string }) => one.id),
      [home.body.id],
    )
    const [entry] = await app.sql("select canonical from journal where thing_kind = 'place' and thing_id = $1", [
      home.body.id,
    ])
    assert.equal(JSON.parse(entry!.canonical).after.path, home.body.path)
  })
  test('a kind that does not stand there, a name that is taken, a place outside my area, a grid worker: all are refused', async () => {
    const add = (who: string, body: object) => app.call(who, 'POST /api/places', { body })
    const wrongKind = await add(clerk.cookie, { parentId: app.district.estate1, kind: 'unit', name: '9单元' })
    assert.deepEqual([wrongKind.status, wrongKind.body.code], [422, 'place.wrong-parent'])
    const taken = await add(clerk.cookie, { parentId: app.district.estate1, kind: 'building', name: '1号楼' })
    assert.deepEqual([taken.status, taken.body.code], [409, 'place.duplicate'])
    assert.equal(
      (await add(secretaryA2.cookie, { parentId: app.district.estate1, kind: 'building', name: '9号楼' })).body.code,
      'access.out-of-scope',
    )
    assert.equal(
      (await add(worker.cookie, { parentId: app.district.building1, kind: 'unit', name: '9单元' })).body.code,
      'access.not-allowed',
    )
    assert.equal((await add(clerk.cookie, { parentId: app.district.building1, kind: 'unit', name: '' })).status, 400)
  })
})

describe('renaming, moving, retiring', () => {
  test('a new name changes the path of everything below, and what search finds', async () => {
    const estate = await app.addPlace('estate', '旧名苑', app.district.communityA1)
    const building = await app.addPlace('building', '1号楼', estate)
    const home = await app.addPlace('home', '101', building)
    assert.equal(
      (await app.call(clerk.cookie, `PATCH /api/places/${estate}`, { body: { name: '新名苑' } })).status,
      200,
    )
    assert.equal((await rowOf(home)).path, '新名苑 1号楼 101')
    const found = async (text: string) =>
      (await app.call(clerk.cookie, `GET /api/places/search?text=${encodeURIComponent(text)}&kinds=home`)).body.length
    assert.deepEqual([await found('新名'), await found('旧名')], [1, 0])
  })
  test('a building moved to another grid takes everything in it along; open cases keep their grid', async () => {
    const estate = await app.addPlace('estate', '搬迁苑', app.district.communityA1)
    const building = await app.addPlace('building', '5号楼', estate, app.district.grid1)
    const home = await app.addPlace('home', '101', building)
    await app.sql(
      `insert into cases (id, district_id, street_id, community_id, grid_id, building_id, place_id, place_kind, place_name, place_path, kind, category_id, channel, words, state, state_at, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'home', 'x', 'x', 'small', $7, 'telephone', '灯不亮', 'submitted', now(), now(), now())`,
      [
        app.district.id,
        app.district.streetA,
        app.district.communityA1,
        app.district.grid1,
        building,
        home,
        app.district.categories.light,
      ],
    )
    const moved = await app.call(clerk.cookie, `PATCH /api/places/${building}`, {
      body: { gridId: app.district.grid2 },
    })
    assert.equal(moved.body.grid.name, '第二网格')
    assert.equal((await rowOf(home)).grid_id, app.district.grid2)
    assert.equal((await rowOf(estate)).grid_id, null)
    assert.equal(
      (await app.sql('select grid_id from cases where place_id = $1', [home]))[0]!.grid_id,
      app.district.grid1,
    )
    const foreign = await app.addPlace('grid', '外社区网格', app.district.communityA2)
    assert.equal(
      (await app.call(clerk.cookie, `PATCH /api/places/${building}`, { body: { gridId: foreign } })).body.code,
      'place.wrong-parent',
    )
  })
})

describe('retiring and restoring', () => {
  test('a place is retired when nothing stands below it any more, and can be restored', async () => {
    const estate = await app.addPlace('estate', '空苑', app.district.communityA1)
    const building = await app.addPlace('building', '1号楼', estate)
    const retire = (id: string, active: boolean) =>
      app.call(clerk.cookie, `PATCH /api/places/${id}`, { body: { active } })
    assert.equal((await retire(estate, false)).body.code, 'place.not-empty')
    assert.equal((await retire(building, false)).body.active, false)
    assert.equal((await retire(estate, false)).body.active, false)
    assert.equal((await retire(building, true)).body.code, 'place.wrong-parent')
    assert.equal((await retire(estate, true)).body.active, true)
    const tree = await app.call(clerk.cookie, `GET /api/places/tree?parentId=${estate}`)
    assert.deepEqual(
      tree.body.map((node: { name: string; active: boolean }) => [node.name, node.active]),
      [['1号楼', false]],
    )
  })
})

describe('homes below a place', () => {
  test('come page by page in the order of the tree, each once', async () => {
    const estate = await app.addPlace('estate', '长名单苑', app.district.communityA1)
    const building = await app.addPlace('building', '1号楼', estate)
    const made: string[] = []
    for (const name of ['1001', '201', '102', '101', '1101'])
      made.push(
        (await app.call(clerk.cookie, 'POST /api/places', { body: { parentId: building, kind: 'home', name } })).body
          .name,
      )
    const seen: string[] = []
    let after = ''
    do {
      const page = await app.call(clerk.cookie, `GET /api/places/${estate}/homes?limit=2${after}`)
      assert.equal(page.body.total, 5)
      seen.push(...names(page.body.rows))
      after = page.body.next === null ? '' : `&after=${page.body.next}`
    } while (after !== '')
    assert.deepEqual(seen, ['101', '102', '201', '1001', '1101'])
    const found = await app.call(
      clerk.cookie,
      `GET /api/places/${estate}/homes?search=${encodeURIComponent('1号楼 110')}`,
    )
    assert.deepEqual(names(found.body.rows), ['1101'])
    assert.equal((await app.call(clerk.cookie, `GET /api/places/${estate}/homes?after=nonsense`)).status, 400)
  })
  test('those without an owner can be picked out', async () => {
    await app.makeResident('有房的人', app.district.home2)
    const { body } = await app.call(clerk.cookie, `GET /api/places/${app.district.building2}/homes?withoutOwner=true`)
    assert.deepEqual([body.total, body.rows], [0, []])
    const all = await app.call(clerk.cookie, `GET /api/places/${app.district.building2}/homes`)
    assert.deepEqual(
      all.body.rows.map((home: { owners: number }) => home.owners),
      [1],
    )
  })
  test('a grid worker lists only the homes of the grid, even of a whole estate', async () => {
    const { body } = await app.call(worker.cookie, `GET /api/places/${app.district.estate1}/homes?limit=200`)
    assert.ok(body.total > 0)
    assert.ok(body.rows.every((home: { path: string }) => home.path.startsWith('幸福里小区 1号楼')))
  })
  test('come as a spreadsheet that opens, and the export is journalled', async () => {
    const answer = await app.call(clerk.cookie, `GET /api/places/${app.district.estate1}/homes.xlsx`)
    assert.equal(answer.status, 200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(answer.raw).buffer)
    const sheet = book.worksheets[0]!
    const listed = await app.call(clerk.cookie, `GET /api/places/${app.district.estate1}/homes?limit=200`)
    assert.equal(sheet.getCell('A1').value, '地址')
    assert.deepEqual(
      sheet.getColumn(1).values.slice(2),
      listed.body.rows.map((home: { path: string }) => home.path),
    )
    const entries = await app.sql("select 1 from journal where action = 'home.export' and actor_id = $1", [clerk.id])
    assert.equal(entries.length, 1)
    assert.equal((await app.call(secretaryA2.cookie, `GET /api/places/${app.district.estate1}/homes.xlsx`)).status, 403)
  })
})
