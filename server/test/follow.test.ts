// Following a case: by whoever may see it or where it is public; what followers hear names nobody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const resident = await app.makeResident('王桂兰')
const neighbour = await app.makeResident('李建国', district.home2)
const clerk = await app.makeStaff('赵敏', 'communityClerk', district.organisations.communityA1, district.communityA1)

const report = async (body: object = {}) => {
  const answer = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '楼道路灯不亮了，我是王桂兰', ...body },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as { id: string; number: string }
}
/** Messages arrive by a job. */
const told = async (personId: string, event: string, about = '') => {
  for (let i = 0; i < 60; i++) {
    const rows = await app.sql<{ title: string; body: string; thing_kind: string }>(
      'select title, body, thing_kind from messages where person_id = $1 and event = $2',
      [personId, event],
    )
    const found = rows.filter((row) => row.body.includes(about))
    if (found.length > 0) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return []
}

test('a neighbour follows a public case twice and it stands once in their list, in public words only', async () => {
  const one = await report()
  for (let i = 0; i < 2; i++) {
    const answer = await app.call(neighbour.cookie, `POST /api/cases/${one.id}/follow`)
    assert.deepEqual([answer.status, answer.body], [200, { following: true }])
  }
  const list = await app.call(neighbour.cookie, 'GET /api/cases/followed')
  assert.equal(list.body.rows.length, 1)
  const [row] = list.body.rows
  assert.equal(row.number, one.number)
  assert.equal(row.category.name, '路灯照明')
  assert.equal(row.place, '和顺社区', 'an estate of one home would tell who is meant')
  const text = JSON.stringify(list.body)
  for (const hidden of ['王桂兰', '1单元', '1号楼', '不亮了']) assert.ok(!text.includes(hidden), hidden)
})
test('an estate with homes enough to hide anybody is named', async () => {
  for (let i = 0; i < 20; i++) await app.addPlace('home', `5${i}`, district.unit2)
  const list = await app.call(neighbour.cookie, 'GET /api/cases/followed')
  assert.equal(list.body.rows[0].place, '幸福里小区')
})
test('followers hear of a step without anybody’s words, the reporter hears it as before', async () => {
  const one = await report()
  await app.call(neighbour.cookie, `POST /api/cases/${one.id}/follow`)
  await app.call(resident.cookie, `POST /api/cases/${one.id}/follow`)
  const accepted = await app.call(clerk.cookie, `POST /api/cases/${one.id}/accept`, { body: { words: '王桂兰您好' } })
  assert.equal(accepted.status, 200)
  const messages = await told(neighbour.id, 'case.followed')
  assert.equal(messages.length, 1)
  assert.equal(messages[0]!.thing_kind, 'publicCase')
  assert.ok(messages[0]!.body.includes('已受理') && !messages[0]!.body.includes('王桂兰'), messages[0]!.body)
  assert.equal((await told(resident.id, 'case.accept')).length, 1)
  const mine = await app.sql('select 1 from messages where person_id = $1 and event = $2', [
    resident.id,
    'case.followed',
  ])
  assert.equal(mine.length, 0, 'the reporter is told once')
})
test('a withdrawn, a withheld and an unknown case cannot be followed by a stranger; unfollowing works', async () => {
  const withdrawn = await report()
  await app.sql("update cases set state = 'withdrawn' where id = $1", [withdrawn.id])
  const withheld = await report()
  await app.sql("update cases set openness = 'withheld' where id = $1", [withheld.id])
  for (const id of [withdrawn.id, withheld.id, district.home1]) {
    const answer = await app.call(neighbour.cookie, `POST /api/cases/${id}/follow`)
    assert.deepEqual([answer.status, answer.body.code], [404, 'case.not-found'])
  }
  assert.equal((await app.call(clerk.cookie, `POST /api/cases/${withheld.id}/follow`)).status, 200)
  const one = await report()
  await app.call(neighbour.cookie, `POST /api/cases/${one.id}/follow`)
  const gone = await app.call(neighbour.cookie, `DELETE /api/cases/${one.id}/follow`)
  assert.deepEqual([gone.status, gone.body], [200, { following: false }])
  const list = await app.call(neighbour.cookie, 'GET /api/cases/followed')
  assert.ok(list.body.rows.every((row: { id: string }) => row.id !== one.id))
})
test('a case that is withheld later leaves the lists of its followers', async () => {
  const one = await report()
  await app.call(neighbour.cookie, `POST /api/cases/${one.id}/follow`)
  await app.sql("update cases set openness = 'withheld' where id = $1", [one.id])
  const list = await app.call(neighbour.cookie, 'GET /api/cases/followed')
  assert.ok(list.body.rows.every((row: { id: string }) => row.id !== one.id))
})

test('who follows a duplicate hears of the case it was merged into, sees that one, and the duplicate again once it is undone', async () => {
  const [root, duplicate] = [await report(), await report()]
  const follower = await app.makeResident('赵小梅', district.home2)
  await app.call(follower.cookie, `POST /api/cases/${duplicate.id}/follow`)
  const list = async () =>
    (await app.call(follower.cookie, 'GET /api/cases/followed')).body.rows.map((row: { id: string }) => row.id)
  const merge = { intoId: root.id, reason: '同一盏灯' }
  assert.equal((await app.call(clerk.cookie, `POST /api/cases/${duplicate.id}/merge`, { body: merge })).status, 200)
  assert.deepEqual(await list(), [root.id])
  const shown = await app.call(follower.cookie, `GET /api/public/cases/${root.id}`)
  assert.equal(shown.body.following, true)
  // The message of the merge leads there too.
  const byOld = await app.call(follower.cookie, `GET /api/public/cases/${duplicate.id}`)
  assert.deepEqual([byOld.status, byOld.body.number], [200, root.number])
  await app.call(clerk.cookie, `POST /api/cases/${root.id}/accept`, { body: { words: '就来' } })
  const [message] = await told(follower.id, 'case.followed', root.number)
  assert.ok(message?.body.includes('已受理'), message?.body)
  await app.call(clerk.cookie, `POST /api/cases/${duplicate.id}/unmerge`, { body: { reason: '是另一盏' } })
  assert.deepEqual(await list(), [duplicate.id])
  assert.equal((await app.call(follower.cookie, `GET /api/public/cases/${root.id}`)).body.following, false)
  await app.call(clerk.cookie, `POST /api/cases/${duplicate.id}/merge`, { body: merge })
  assert.equal((await app.call(follower.cookie, `DELETE /api/cases/${root.id}/follow`)).status, 200)
  assert.deepEqual(await list(), [], 'ended where it is seen, it is ended')
})
