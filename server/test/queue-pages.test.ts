// Pages of the work queue and of one's own cases: in whatever order and size, every case once, none twice, and counted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations: o } = district
const clerk = await app.makeStaff('社区工作者', 'communityClerk', o.communityA1, district.communityA1)
const resident = await app.makeResident('反映人')
const hour = (n: number) => new Date(Date.UTC(2026, 9, 1, n)).toISOString()
const ids: string[] = []
for (let i = 0; i < 11; i++) {
  const made = await app.call(resident.cookie, 'POST /api/cases', {
    body: { words: `第${i}件：楼道灯坏了`, placeId: district.unit1 },
  })
  ids.push(made.body.id)
  // Two of each deadline, some without any; several made in the same moment: only the id tells them apart.
  const dueAt = i % 4 === 3 ? null : hour(Math.floor(i / 2))
  await app.sql('update cases set due_at = $2, created_at = $3, handler_id = $4, state = $5 where id = $1', [
    ids[i],
    dueAt,
    hour(Math.floor(i / 3)),
    i % 2 === 0 ? o.property1 : null,
    i % 4 === 3 ? 'suspended' : 'submitted',
  ])
}
type Page = {
  rows: { id: string; dueAt: string | null; createdAt: string }[]
  total: number | null
  next: string | null
}
const pages = async (cookie: string, path: string, limit: number): Promise<Page[]> => {
  const found: Page[] = []
  for (let after = ''; ;) {
    const { status, body } = await app.call(
      cookie,
      `GET ${path}${path.includes('?') ? '&' : '?'}limit=${limit}${after}`,
    )
    assert.equal(status, 200)
    found.push(body)
    if (body.next === null) return found
    after = `&after=${body.next}`
  }
}
const keys = {
  due: ({ dueAt, id }: Page['rows'][number]) => `${dueAt ?? '9'} ${id}`,
  oldest: ({ createdAt, id }: Page['rows'][number]) => `${createdAt} ${id}`,
}
for (const sort of ['due', 'newest', 'oldest'] as const)
  test(`the queue by ${sort}: pages of every size hold each case once, in order`, async () => {
    for (const limit of [1, 2, 3, 5, 10, 11, 50]) {
      const found = await pages(clerk.cookie, `/api/cases?open=true&count=true&sort=${sort}`, limit)
      const rows = found.flatMap((page) => page.rows)
      assert.deepEqual(rows.map(({ id }) => id).toSorted(), ids.toSorted(), `pages of ${limit}`)
      for (const { total, rows: own } of found) {
        assert.equal(total, 11)
        assert.ok(own.length <= limit)
      }
      const order = rows.map(sort === 'due' ? keys.due : keys.oldest)
      assert.deepEqual(order, sort === 'newest' ? order.toSorted().toReversed() : order.toSorted(), `pages of ${limit}`)
    }
  })
test('the count is of what the filters leave, and is not made unasked', async () => {
  const [first] = await pages(clerk.cookie, '/api/cases?open=true&count=true&state=suspended', 1)
  assert.equal(first!.total, 2)
  assert.equal((await pages(clerk.cookie, '/api/cases?open=true', 50))[0]!.total, null)
  const none = (await pages(clerk.cookie, '/api/cases?open=true&count=true&kind=urgent', 50))[0]!
  assert.deepEqual([none.rows, none.total, none.next], [[], 0, null])
})
test('a row names its body, and shows its times to the millisecond', async () => {
  const row = (await pages(clerk.cookie, '/api/cases?open=true', 50))[0]!.rows.find(
    ({ id }) => id === ids[0],
  ) as never as {
    handler: unknown
    dueAt: string
    createdAt: string
  }
  assert.deepEqual(row.handler, {
    id: o.property1,
    name: (await app.sql('select name from organisations where id = $1', [o.property1]))[0]!.name,
  })
  assert.equal(row.dueAt, hour(0))
  assert.equal(row.createdAt, hour(0))
})
test('one’s own cases: newest first, each once, counted', async () => {
  const found = await pages(resident.cookie, '/api/cases/mine', 4)
  assert.deepEqual(found.flatMap((page) => page.rows.map(({ id }) => id)).toSorted(), ids.toSorted())
  const order = found.flatMap((page) => page.rows.map(keys.oldest))
  assert.deepEqual(order, order.toSorted().toReversed())
  assert.equal(found[0]!.total, 11)
})
