// Choosing a place, and the places of the map, through the real app.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations: o } = app.district
const clerk = await app.makeStaff('陈敏', 'communityClerk', o.communityA1, app.district.communityA1)
const worker = await app.makeStaff('李网格', 'gridWorker', o.communityA1, app.district.grid1)
const names = (rows: { name: string }[]) => rows.map((row) => row.name)

describe('choosing and the map', () => {
  test('a resident goes down step by step: the estates of a community, then its grids with what stands in them', async () => {
    const resident = await app.makeResident('选地点的人')
    const choose = async (parent?: string) =>
      (await app.call(resident.cookie, `GET /api/places/choose${parent ? `?parentId=${parent}` : ''}`)).body
    assert.deepEqual(names(await choose()), ['城东街道', '城西街道'])
    type Choice = { name: string; hasChildren: boolean; note: string | null }
    const below: Choice[] = await choose(app.district.communityA1)
    const shown = below.filter((one) => ['第一网格', '幸福里小区'].includes(one.name))
    assert.deepEqual(
      shown.map((one) => [one.name, one.hasChildren, one.note]),
      [
        ['幸福里小区', true, null],
        ['第一网格', false, '幸福里小区'],
      ],
    )
    const grids = below.filter((one) => /^第.网格$/.test(one.name)).map((one) => one.name)
    assert.deepEqual(grids.slice(0, 2), ['第一网格', '第二网格'])
    assert.deepEqual(names(await choose(app.district.unitA2)), ['101'])
    assert.equal((await app.call(null, 'GET /api/places/choose')).status, 401)
  })
  test('what lies in a public street is reported at its grid, and the grid’s community has it', async () => {
    const resident = await app.makeResident('路过的人')
    const body = { words: '街口的路灯不亮了', placeId: app.district.grid1 }
    const reported = await app.call(resident.cookie, 'POST /api/cases', { body })
    assert.equal(reported.status, 200)
    assert.deepEqual([reported.body.place.kind, reported.body.place.path], ['grid', '和顺社区 第一网格'])
    const queue = await app.call(clerk.cookie, `GET /api/cases?placeId=${app.district.grid1}`)
    assert.ok(queue.body.rows.some((row: { id: string }) => row.id === reported.body.id))
  })
  test('the map shows the grids and estates of my area only', async () => {
    const everything = await app.call(clerk.cookie, 'GET /api/places/map')
    assert.ok(names(everything.body.grids).includes('第一网格'))
    assert.ok(!names(everything.body.estates).includes('山水居'))
    const mine = await app.call(worker.cookie, `GET /api/places/map?communityId=${app.district.communityA1}`)
    assert.deepEqual([names(mine.body.grids), names(mine.body.estates)], [['第一网格'], ['幸福里小区']])
  })
})
