// Message boards: who reads, posts, moderates; names no further than chosen; a post that becomes a case.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { forgetName } from '../src/modules/boards/forget-name.ts'
import type { Cx } from '../src/platform/cx.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
const outsider = await app.makeStaff('外社工', 'communityClerk', organisations.communityA2, district.communityA2)
const worker = await app.makeStaff('师傅', 'propertyWorker', organisations.property1, district.estate1)
const anna = await app.makeResident('张安娜')
const bert = await app.makeResident('李伯特', district.home2)
const stranger = await app.makeResident('外人', district.homeA2)
const board = `/api/boards/${district.estate1}`
const ok = <T extends { status: number; body: unknown }>(answer: T): T['body'] => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as T['body']
}
const refusedAs = (answer: { body: { code: string } }, code: string) =>
  assert.equal(answer.body.code, code, JSON.stringify(answer.body))
const write = async (who: { cookie: string }, words: string, more: object = {}) =>
  ok(await call(who.cookie, `POST ${board}/posts`, { body: { words, as: 'building', ...more } }))
const thread = async (who: { cookie: string }) => ok(await call(who.cookie, `GET ${board}/posts?limit=100`)).rows
const post = (who: { cookie: string }, id: string, what: string, body: object = {}) =>
  call(who.cookie, `POST /api/boards/posts/${id}/${what}`, { body })
const seen = async (who: { cookie: string }, id: string) =>
  (await thread(who)).find((one: { id: string }) => one.id === id)

describe('a board', () => {
  test('is read by residents of the estate and staff of the area, and by nobody else', async () => {
    const made = await write(anna, '北门的灯不亮')
    assert.equal(made.by, '1号楼邻居')
    assert.ok(await seen(bert, made.id))
    assert.ok(await seen(clerk, made.id))
    for (const who of [stranger, outsider, worker])
      refusedAs(await call(who.cookie, `GET ${board}/posts`), 'board.not-found')
    refusedAs(await call(null, `GET ${board}/posts`), 'identity.not-signed-in')
  })
  test('shows a name only to the length its author chose', async () => {
    await write(anna, '没有名字的话', { as: 'neighbour' })
    const text = JSON.stringify(await thread(bert))
    assert.ok(!text.includes('张安娜') && !text.includes(anna.id))
    await write(anna, '有名字的话', { as: 'name' })
    assert.ok(JSON.stringify(await thread(bert)).includes('张安娜'))
  })
  test('is written on by residents, and by staff in the name of their body', async () => {
    const made = await write(bert, '电梯老是停')
    const reply = await write(clerk, '已经请维保来看', { parentId: made.id })
    assert.deepEqual([reply.by, reply.organisation], ['和顺社区居委会', '和顺社区居委会'])
    const { rows } = ok(await call(anna.cookie, `GET ${board}/posts?parentId=${made.id}`))
    assert.deepEqual(
      rows.map((one: { words: string }) => one.words),
      ['已经请维保来看'],
    )
    assert.equal((await seen(anna, made.id)).replies, 1)
    refusedAs(await call(stranger.cookie, `POST ${board}/posts`, { body: { words: '我也来说' } }), 'board.not-found')
    refusedAs(
      await call(anna.cookie, `POST ${board}/posts`, { body: { words: '回复回复', parentId: reply.id } }),
      'board.wrong-state',
    )
  })
})
describe('moderation', () => {
  test('hides with a reason; the author reads it, others see nothing', async () => {
    const made = await write(anna, '302的老王电话13912345678')
    refusedAs(await post(bert, made.id, 'hiding', { reason: '不想看到' }), 'access.not-allowed')
    refusedAs(await post(outsider, made.id, 'hiding', { reason: '不想看到' }), 'board.post-not-found')
    ok(await post(clerk, made.id, 'hiding', { reason: '写了别人的电话' }))
    assert.equal(await seen(bert, made.id), undefined)
    const own = await seen(anna, made.id)
    assert.deepEqual([own.state, own.reason], ['hidden', '写了别人的电话'])
    const [told] = await sql("select body from messages where person_id = $1 and event = 'board.hidden'", [anna.id])
    assert.match(told!.body, /写了别人的电话/)
    ok(await post(clerk, made.id, 'showing'))
    assert.equal((await seen(bert, made.id)).state, 'shown')
  })
  test('is told of abuse, each reporter once, and settles it either way', async () => {
    const made = await write(anna, '有人觉得不妥的话')
    refusedAs(await post(anna, made.id, 'reports', { reason: '自己举报' }), 'board.wrong-state')
    ok(await post(bert, made.id, 'reports', { reason: '骂人' }))
    ok(await post(bert, made.id, 'reports', { reason: '骂人' }))
    const todo = ok(await call(clerk.cookie, 'GET /api/boards/posts?show=todo')).rows
    assert.equal(todo.find((one: { id: string }) => one.id === made.id).reports, 1)
    assert.equal((await seen(bert, made.id)).reports, 0)
    ok(await post(clerk, made.id, 'showing'))
    const after = ok(await call(clerk.cookie, 'GET /api/boards/posts?show=todo')).rows
    assert.ok(!after.some((one: { id: string }) => one.id === made.id))
  })
  test('comes before showing where the community set it so', async () => {
    refusedAs(await call(outsider.cookie, `PUT ${board}/settings`, { body: { premoderated: true } }), 'board.not-found')
    ok(await call(clerk.cookie, `PUT ${board}/settings`, { body: { premoderated: true } }))
    const made = await write(anna, '等着审核的话')
    assert.equal(made.state, 'waiting')
    assert.equal(await seen(bert, made.id), undefined)
    refusedAs(await post(bert, made.id, 'reports', { reason: '看不见的' }), 'board.post-not-found')
    ok(await post(clerk, made.id, 'showing'))
    assert.equal((await seen(bert, made.id)).state, 'shown')
    // Staff answer at once.
    assert.equal((await write(clerk, '社区的话')).state, 'shown')
    ok(await call(clerk.cookie, `PUT ${board}/settings`, { body: { premoderated: false } }))
  })
  test('leaves taking back to the author, and then nothing of the words stays', async () => {
    const made = await write(anna, '说错了的话')
    refusedAs(await post(bert, made.id, 'withdrawal'), 'access.not-allowed')
    ok(await post(anna, made.id, 'withdrawal'))
    assert.equal(await seen(anna, made.id), undefined)
    assert.deepEqual(await sql('select words from board_posts where id = $1', [made.id]), [{ words: '' }])
    refusedAs(await post(clerk, made.id, 'hiding', { reason: '晚了一步' }), 'board.wrong-state')
  })
})
describe('erasure', () => {
  test('leaves posts in the thread under no name', async () => {
    const gone = await app.makeResident('赵要走')
    const made = await write(gone, '留下的话', { as: 'name' })
    assert.equal((await seen(bert, made.id)).by, '赵要走')
    await app.database.transaction((db) => forgetName({ db } as Cx<null>, gone.id))
    assert.equal((await seen(bert, made.id)).by, '小区邻居')
  })
})
describe('a post that becomes a case', () => {
  test('has its author as reporter, whose name stays hidden from the handler; linked both ways', async () => {
    const made = await write(anna, '楼道里漏水了')
    const done = ok(await post(clerk, made.id, 'case'))
    const [row] = await sql('select channel, reporter_id, name_hidden, words from cases where id = $1', [done.case.id])
    assert.deepEqual(row, { channel: 'board', reporter_id: anna.id, name_hidden: true, words: '楼道里漏水了' })
    const [event] = await sql("select data from case_events where case_id = $1 and step = 'board.post'", [done.case.id])
    assert.deepEqual(event!.data, { postId: made.id, estateId: district.estate1 })
    assert.equal((await seen(anna, made.id)).case.number, done.case.number)
    // A neighbour learns that it is being handled, and no number.
    const other = await seen(bert, made.id)
    assert.deepEqual([other.isCase, other.case], [true, null])
    refusedAs(await post(clerk, made.id, 'case'), 'board.wrong-state')
    assert.equal(ok(await call(anna.cookie, `GET /api/cases/${done.case.id}`)).reporter.mine, true)
  })
  test('is made only by moderators of the area, at a place of the estate', async () => {
    const made = await write(bert, '电动车占道')
    refusedAs(await post(bert, made.id, 'case'), 'access.not-allowed')
    refusedAs(await post(outsider, made.id, 'case'), 'board.post-not-found')
    refusedAs(await post(clerk, made.id, 'case', { placeId: district.estate2 }), 'place.not-found')
  })
})
