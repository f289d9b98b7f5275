// The public board: what anybody may read of a community's cases, what never, and links that show one case.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const resident = await app.makeResident('王桂兰')
const neighbour = await app.makeResident('李建国', district.home2)
const clerk = await app.makeStaff('赵敏', 'communityClerk', organisations.communityA1, district.communityA1)
const otherClerk = await app.makeStaff('钱社工', 'communityClerk', organisations.communityA2, district.communityA2)
const officer = await app.makeStaff('区县钱', 'districtOfficer', organisations.office, district.id)
const worker = await app.makeStaff('孙师傅', 'propertyWorker', organisations.property1, district.estate1)
const board = `/api/public/boards/${district.communityA1}`
before(async () => {
  for (let i = 0; i < 25; i++) await app.addPlace('home', `5${i}`, district.unit2)
})
const report = async (body: object = {}) => {
  const answer = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.home1, words: '101室门口灯不亮，找王桂兰13912345678', ...body },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as { id: string; number: string }
}
const listed = async (query = '') =>
  (await app.call(null, `GET ${board}/cases?limit=100${query}`)).body.rows as { id: string }[]
const isListed = async (id: string, query = '') => (await listed(query)).some((row) => row.id === id)
const decide = (who: string, id: string, body: object) => app.call(who, `PUT /api/board/cases/${id}`, { body })

test('anybody reads what was raised: category, estate, state, days, body; no words, names, phones, doors', async () => {
  const one = await report()
  await app.call(clerk.cookie, `POST /api/cases/${one.id}/dispatch`, {
    body: { organisationId: organisations.property1, words: '请找王桂兰' },
  })
  const list = await app.call(null, `GET ${board}/cases`)
  assert.equal(list.status, 200)
  const row = list.body.rows.find((other: { id: string }) => other.id === one.id)
  assert.deepEqual(
    [row.category.name, row.place, row.state, row.handler, row.summary, row.photos],
    ['路灯照明', '幸福里小区', 'dispatched', '安居物业', null, []],
  )
  const shown = await app.call(null, `GET /api/public/cases/${one.id}`)
  assert.deepEqual(
    shown.body.steps.map((step: { state: string }) => step.state),
    ['submitted', 'accepted', 'dispatched'],
  )
  for (const text of [JSON.stringify(list.body), JSON.stringify(shown.body)])
    for (const hidden of [
      '王桂兰',
      '139',
      '101',
      '1单元',
      '1号楼',
      '不亮',
      '赵敏',
      resident.id,
      district.home1,
      district.unit1,
    ])
      assert.ok(!text.includes(hidden), hidden)
})
test('filters narrow the list; pages follow one another without gaps', async () => {
  const light = await report()
  const leak = await report({ words: '厨房漏水渗水', categoryId: district.categories.leak })
  assert.ok(
    (await isListed(light.id, `&categoryId=${district.categories.light}`)) &&
      !(await isListed(leak.id, `&categoryId=${district.categories.light}`)),
  )
  assert.ok((await isListed(light.id, '&open=true')) && !(await isListed(light.id, '&open=false')))
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  assert.ok((await isListed(light.id, `&month=${month}`)) && !(await isListed(light.id, '&month=2020-02')))
  assert.ok(await isListed(light.id, `&estateId=${district.estate1}`))
  const all = (await listed()).map((row) => row.id)
  const paged: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page = await app.call(null, `GET ${board}/cases?limit=2${after === '' ? '' : `&after=${after}`}`)
    paged.push(...page.body.rows.map((row: { id: string }) => row.id))
    after = page.body.next
  }
  assert.deepEqual(paged, all)
})
test('an estate too small to hide anybody is neither named nor asked for', async () => {
  const shown = await app.call(null, `GET ${board}`)
  assert.deepEqual(
    shown.body.estates.map((one: { name: string }) => one.name),
    ['幸福里小区'],
  )
  assert.equal((await app.call(null, `GET ${board}/cases?estateId=${district.estate2}`)).status, 404)
})
test('the figures of a month count what was raised, done and open, without what is not public', async () => {
  const one = await report()
  // Figures are kept for a minute; a decision forgets them.
  await decide(clerk.cookie, one.id, { openness: 'plain' })
  const { body } = await app.call(null, `GET ${board}`)
  const now = body.months[0]
  assert.ok(now.raised >= 1 && now.open >= 1 && now.raised >= now.done + now.open)
  assert.equal((await decide(clerk.cookie, one.id, { openness: 'withheld', reason: '涉及家庭隐私' })).status, 200)
  const after = (await app.call(null, `GET ${board}`)).body.months[0]
  assert.equal(after.raised, now.raised - 1)
})
test('a withheld case is nowhere; its reason stays inside; releasing it again brings it back', async () => {
  const one = await report()
  await app.call(neighbour.cookie, `POST /api/cases/${one.id}/follow`)
  const withheld = await decide(clerk.cookie, one.id, { openness: 'withheld', reason: '涉及家庭隐私' })
  assert.deepEqual(
    [withheld.body.hiddenBecause, withheld.body.reason, withheld.body.shown],
    ['withheld', '涉及家庭隐私', null],
  )
  assert.equal(await isListed(one.id), false)
  const gone = await app.call(null, `GET /api/public/cases/${one.id}`)
  assert.deepEqual([gone.status, gone.body.code], [404, 'board.not-public'])
  const back = await decide(clerk.cookie, one.id, { openness: 'plain' })
  assert.deepEqual([back.body.hiddenBecause, back.body.reason], [null, null])
  assert.equal(await isListed(one.id), true)
})
test('released words are shown with the case; withdrawn and merged cases do not appear', async () => {
  const told = await report()
  assert.equal(await isListed(told.id), true)
  const released = await decide(clerk.cookie, told.id, { openness: 'summary', summary: '楼道灯已换新，夜里不再黑' })
  assert.equal(released.body.shown.summary, '楼道灯已换新，夜里不再黑')
  assert.equal((await app.call(null, `GET /api/public/cases/${told.id}`)).body.summary, '楼道灯已换新，夜里不再黑')
  const withdrawn = await report()
  await app.call(resident.cookie, `POST /api/cases/${withdrawn.id}/withdraw`, { body: {} })
  assert.equal(await isListed(withdrawn.id), false)
  const merged = await report()
  await app.sql('update cases set merged_into_id = $2 where id = $1', [merged.id, told.id])
  assert.equal(await isListed(merged.id), false)
  const why = await app.call(clerk.cookie, `GET /api/board/cases/${merged.id}`)
  assert.equal(why.body.hiddenBecause, 'merged')
})
test('deciding is for staff of the place: not for the reporter, the handler, another community', async () => {
  const one = await report()
  for (const [who, status, code] of [
    [resident.cookie, 403, 'access.not-allowed'],
    [worker.cookie, 403, 'access.not-allowed'],
    [otherClerk.cookie, 404, 'case.not-found'],
    [null, 401, 'identity.not-signed-in'],
  ] as const) {
    const answer = await app.call(who, `PUT /api/board/cases/${one.id}`, { body: { openness: 'plain' } })
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  }
  assert.equal((await decide(clerk.cookie, one.id, { openness: 'withheld' })).status, 400, 'a reason is needed')
})
test('the district switches a board off, with a reason, and on again; a community cannot', async () => {
  const one = await report()
  const set = (who: string, isOn: boolean) =>
    app.call(who, `PUT /api/board/settings/${district.communityA1}`, { body: { isOn, reason: '换届期间' } })
  assert.deepEqual((await set(clerk.cookie, false)).body.code, 'board.district-only')
  assert.equal((await set(officer.cookie, false)).body.isOn, false)
  for (const url of [board, `${board}/cases`, `/api/public/cases/${one.id}`])
    assert.equal((await app.call(null, `GET ${url}`)).status, 404)
  const boards = (await app.call(null, 'GET /api/public/boards')).body.rows as { id: string }[]
  assert.ok(boards.every((row) => row.id !== district.communityA1) && boards.length === 2)
  assert.equal((await app.call(clerk.cookie, `GET /api/board/cases/${one.id}`)).body.hiddenBecause, 'boardOff')
  const mine = await app.call(clerk.cookie, 'GET /api/board/settings')
  assert.deepEqual([mine.body.rows.length, mine.body.rows[0].isOn, mine.body.rows[0].reason], [1, false, '换届期间'])
  assert.equal((await set(officer.cookie, true)).body.isOn, true)
  assert.equal(await isListed(one.id), true)
})
test('a neighbour signed in sees whether they follow; the reporter is not asked to', async () => {
  const one = await report()
  const see = async (who: string | null) => (await app.call(who, `GET /api/public/cases/${one.id}`)).body
  assert.deepEqual(
    [(await see(null)).mayFollow, (await see(resident.cookie)).mayFollow, (await see(neighbour.cookie)).mayFollow],
    [false, false, true],
  )
  await app.call(neighbour.cookie, `POST /api/cases/${one.id}/follow`)
  assert.equal((await see(neighbour.cookie)).following, true)
})
test('a link shows the public timeline to anybody, words without names, phones and doors', async () => {
  const one = await report()
  await app.call(clerk.cookie, `POST /api/cases/${one.id}/accept`, {
    body: { words: '王桂兰您好，赵敏会打13912345678' },
  })
  await app.call(clerk.cookie, `POST /api/cases/${one.id}/notes`, {
    body: { words: '内部：情绪激动', audience: 'internal' },
  })
  const link = await app.call(resident.cookie, `POST /api/board/cases/${one.id}/links`, { body: { days: 7 } })
  assert.equal(link.status, 200)
  assert.equal(Buffer.from(link.body.token, 'base64url').length, 16, '128 bits')
  const kept = await app.sql<{ token_hash: string }>('select token_hash from case_links')
  assert.ok(kept.every((row) => !row.token_hash.includes(link.body.token)))
  const shown = await app.call(null, `GET /api/public/cases/by-token/${link.body.token}`)
  assert.equal(shown.status, 200)
  assert.deepEqual(
    shown.body.timeline.map((entry: { step: string }) => entry.step),
    ['accept', 'report'],
  )
  assert.match(shown.body.words, /灯不亮/)
  const text = JSON.stringify(shown.body)
  for (const hidden of ['王桂兰', '赵敏', '13912345678', '101', '1单元', '情绪', resident.id])
    assert.ok(!text.includes(hidden), hidden)
})
test('a link ends when it is ended, when its time is over, and when the case is withheld; a wrong one tells nothing', async () => {
  const one = await report()
  const make = async (who = resident.cookie) =>
    (await app.call(who, `POST /api/board/cases/${one.id}/links`, { body: {} })).body as {
      id: string
      token: string
      madeAs: string
    }
  const see = async (token: string) => {
    const answer = await app.call(null, `GET /api/public/cases/by-token/${token}`)
    return answer.body.code ?? answer.status
  }
  const [ended, late, last] = [await make(), await make(clerk.cookie), await make()]
  assert.deepEqual([ended.madeAs, late.madeAs], ['reporter', 'staff'])
  assert.equal(await see(ended.token), 200)
  assert.equal((await app.call(neighbour.cookie, `POST /api/board/links/${ended.id}/revocation`)).status, 404)
  assert.equal((await app.call(resident.cookie, `POST /api/board/links/${ended.id}/revocation`)).status, 200)
  assert.equal(await see(ended.token), 'board.link-ended')
  await app.sql("update case_links set expires_at = now() - interval '1 second' where id = $1", [late.id])
  assert.equal(await see(late.token), 'board.link-ended')
  await decide(clerk.cookie, one.id, { openness: 'withheld', reason: '涉及家庭隐私' })
  assert.equal(await see(last.token), 'board.link-ended')
  assert.equal(await see('AAAAAAAAAAAAAAAAAAAAAA'), 'board.link-ended')
  const mine = await app.call(resident.cookie, `GET /api/board/cases/${one.id}/links`)
  assert.equal(mine.body.length, 2, 'a reporter sees their own')
  assert.equal((await app.call(clerk.cookie, `GET /api/board/cases/${one.id}/links`)).body.length, 3)
})
test('links are made by the reporter or staff of the place only, ten at most', async () => {
  const one = await report()
  const make = (who: string) => app.call(who, `POST /api/board/cases/${one.id}/links`, { body: {} })
  assert.equal((await make(neighbour.cookie)).body.code, 'case.not-found')
  assert.equal((await make(otherClerk.cookie)).body.code, 'case.not-found')
  for (let i = 0; i < 10; i++) assert.equal((await make(resident.cookie)).status, 200)
  assert.equal((await make(resident.cookie)).body.code, 'board.too-many-links')
})
