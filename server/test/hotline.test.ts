// The hotline: sheets good and bad, one case per number, its own clock, returns, and the interface with its keys.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Cx } from '../src/platform/cx.ts'
import { guessMapping, momentOf, readCsv } from '../src/modules/hotline/read-sheet.ts'
import { runHotlineTimers } from '../src/modules/hotline/orders.ts'
import { asWorker } from './support/as-worker.ts'
import { form, workbook, type Cell } from './support/spreadsheet.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
const outsider = await app.makeStaff('外社工', 'communityClerk', organisations.communityA2, district.communityA2)
const officer = await app.makeStaff('区热线', 'districtOfficer', organisations.office, district.id)
const ok = <T extends { status: number; body: unknown }>(answer: T): T['body'] => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as T['body']
}
const refusedAs = (answer: { body: { code: string } }, code: string) =>
  assert.equal(answer.body.code, code, JSON.stringify(answer.body))
const titles = ['工单编号', '诉求内容', '诉求地址', '回复期限', '来电人', '联系电话']
const send = (bytes: Buffer, name = '热线.xlsx', who = clerk) =>
  call(who.cookie, 'POST /api/hotline/imports', form({}, bytes, name))
const upload = async (rows: readonly (readonly Cell[])[]) => ok(await send(await workbook(titles, rows)))
const commit = (id: string, which = 'all') =>
  call(clerk.cookie, `POST /api/hotline/imports/${id}/commit`, { body: { which } })
const orders = async (show = 'all', who = clerk) =>
  ok(await call(who.cookie, `GET /api/hotline/orders?limit=200&show=${show}`)).rows
const inJob = (work: (cx: Cx<null>) => Promise<void>, now = new Date()) => asWorker(app, work, { now })

describe('a sheet of the hotline', () => {
  test('is previewed row by row, then written; the same numbers again update and never double', async () => {
    const rows = [
      ['RX1', '楼道灯不亮', '幸福里小区1号楼', '2030-01-02 18:00', '王女士', '13912345678'],
      ['RX2', '垃圾没人清', '和顺社区机械厂宿舍', '2030/1/3', null, null],
    ]
    const run = await upload(rows)
    assert.deepEqual(run.counts, { create: 2, update: 0, nothing: 0, error: 0 })
    assert.equal(run.rows[0].place, '幸福里小区 1号楼')
    assert.ok(!JSON.stringify(run).includes('13912345678'))
    const [kept] = await sql('select rows_sealed from hotline_imports where id = $1', [run.id])
    assert.ok(kept!.rows_sealed.length > 20 && !kept!.rows_sealed.includes('王女士'))
    assert.deepEqual((({ created, updated }) => [created, updated])(ok(await commit(run.id))), [2, 0])
    refusedAs(await commit(run.id), 'hotline.import-done')
    assert.deepEqual(await sql('select rows_sealed from hotline_imports where id = $1', [run.id]), [
      { rows_sealed: '' },
    ])
    const [made] = await sql(
      "select c.channel, c.place_id, c.behalf_name from hotline_orders o join cases c on c.id = o.case_id where o.number = 'RX1'",
    )
    assert.deepEqual(made, { channel: 'hotline', place_id: district.building1, behalf_name: '王女士' })

    const again = await upload([[...rows[0]!.slice(0, 3), '2030-01-05 18:00', '王女士', '13912345678'], rows[1]!])
    assert.deepEqual(again.counts, { create: 0, update: 1, nothing: 1, error: 0 })
    assert.equal(ok(await commit(again.id)).updated, 1)
    const [count] = await sql(
      "select count(*)::int as orders, count(distinct case_id)::int as cases from hotline_orders where number in ('RX1', 'RX2')",
    )
    assert.deepEqual(count, { orders: 2, cases: 2 })
    const [order] = await sql("select reply_due_at from hotline_orders where number = 'RX1'")
    assert.equal(order!.reply_due_at.toISOString(), '2030-01-05T10:00:00.000Z')
  })
  test('says of every bad row what is wrong, and the good ones can go alone', async () => {
    const run = await upload([
      ['', '没有编号', '幸福里小区', null, null, null],
      ['B1', '灯', '幸福里小区', null, null, null],
      ['B2', '不知道在哪', '火星小区', null, null, null],
      ['B3', '不在辖区', '山水居', null, null, null],
      ['B4', '时间不对', '幸福里小区', '下周吧', null, null],
      ['B5', '电话不对', '幸福里小区', null, '李', 'abc'],
      ['B6', '好的一行', '幸福里小区', null, null, null],
      ['B6', '重复的编号', '幸福里小区', null, null, null],
    ])
    assert.deepEqual(run.counts, { create: 1, update: 0, nothing: 0, error: 7 })
    assert.deepEqual(
      run.rows
        .filter((row: { does: string }) => row.does === 'error')
        .map((row: { errors: { field: string }[] }) => row.errors[0]!.field),
      ['number', 'words', 'address', 'address', 'replyDue', 'callerPhone', 'number'],
    )
    refusedAs(await commit(run.id), 'hotline.has-errors')
    assert.equal(ok(await commit(run.id, 'good')).created, 1)
  })
  test('may have other headings: the columns are said by hand; others cannot see the upload', async () => {
    const run = ok(await send(await workbook(['甲', '乙', '丙'], [['C1', '井盖响', '幸福里小区']])))
    assert.deepEqual(run.missing, ['number', 'words', 'address'])
    refusedAs(await commit(run.id), 'hotline.no-mapping')
    refusedAs(await call(officer.cookie, `GET /api/hotline/imports/${run.id}`), 'hotline.not-found')
    const mapping = { number: '甲', words: '乙', address: '丙' }
    const mapped = ok(await call(clerk.cookie, `PUT /api/hotline/imports/${run.id}/mapping`, { body: { mapping } }))
    assert.equal(mapped.counts.create, 1)
    assert.equal(ok(await commit(run.id)).created, 1)
  })
  test('may be CSV in UTF-8 or GBK, with quotes and line breaks', async () => {
    const text = '工单编号,诉求内容,诉求地址\nD1,"水管漏了,很急\n""快来""",幸福里小区\n'
    const run = ok(await send(Buffer.from(text), '热线.csv'))
    assert.equal(run.rows[0].words, '水管漏了,很急 "快来"')
    // “工单编号,诉求内容,诉求地址” and a row, as a Chinese Excel saves them.
    const gbk = Buffer.from(
      'b9a4b5a5b1e0bac52ccbdfc7f3c4dac8dd2ccbdfc7f3b5d8d6b70a44322cb5c6b2bbc1c12cd0d2b8a3c0efd0a1c7f80a',
      'hex',
    )
    const old = ok(await send(gbk, '热线.csv'))
    assert.deepEqual([old.rows[0].words, old.rows[0].place], ['灯不亮', '幸福里小区'])
  })
  test('that is none is refused in words', async () => {
    refusedAs(await send(Buffer.from('%PDF-1.4'), 'a.xlsx'), 'import.not-excel')
    refusedAs(await send(Buffer.from('工单编号,诉求内容,诉求地址\n'), 'a.csv'), 'import.empty')
    refusedAs(await send(await workbook(titles, [])), 'import.empty')
    const many = Array.from({ length: 2001 }, (_, i) => `E${i},灯不亮了,幸福里小区`).join('\n')
    refusedAs(await send(Buffer.from(`工单编号,诉求内容,诉求地址\n${many}`), 'a.csv'), 'import.too-large')
  })
  test('reads headings, cells and moments as people write them', () => {
    assert.deepEqual(guessMapping(['*工单编号', '问题描述', '事发地址（必填）']), {
      number: '*工单编号',
      words: '问题描述',
    })
    assert.deepEqual(readCsv('a,"b,""c"""\r\n\r\n1,2'), [
      ['a', 'b,"c"'],
      ['1', '2'],
    ])
    const at = (text: string) => momentOf(text)?.toISOString()
    assert.equal(at('2026年3月6日 14:20'), '2026-03-06T06:20:00.000Z')
    assert.equal(at('2026-03-06'), '2026-03-06T15:59:59.000Z')
    for (const wrong of ['2026-02-30', '明天', '2026-03-06 25:00']) assert.equal(momentOf(wrong), undefined, wrong)
  })
})

describe('the hotline’s own clock', () => {
  test('warns once, records the miss once, and stops when the reply is returned', async () => {
    const soon = new Date(Date.now() + 3_600_000 * 5 + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
    ok(await commit((await upload([['T1', '路灯不亮', '幸福里小区', soon, null, null]])).id))
    const told = async (event: string) =>
      (await sql('select 1 from messages where event = $1 and person_id = $2', [event, clerk.id])).length
    await inJob(runHotlineTimers)
    await inJob(runHotlineTimers)
    assert.deepEqual([await told('hotline.dueSoon'), await told('hotline.missed')], [1, 0])
    assert.equal((await orders('soon')).find((one: { number: string }) => one.number === 'T1').clock, 'soon')
    await inJob(runHotlineTimers, new Date(Date.now() + 6 * 3_600_000))
    await inJob(runHotlineTimers, new Date(Date.now() + 7 * 3_600_000))
    assert.equal(await told('hotline.missed'), 1)
    await sql("update hotline_orders set reply_due_at = now() - interval '1 hour' where number = 'T1'")
    assert.equal(ok(await call(clerk.cookie, 'GET /api/hotline/figures')).late, 1)
    await sql(
      "update cases set state = 'closed', closed_at = now() where id = (select case_id from hotline_orders where number = 'T1')",
    )
    // Closing here does not answer the hotline.
    assert.equal(ok(await call(clerk.cookie, 'GET /api/hotline/figures')).late, 1)
    ok(await call(clerk.cookie, 'POST /api/hotline/returns', { body: {} }))
    const figures = ok(await call(clerk.cookie, 'GET /api/hotline/figures'))
    assert.deepEqual([figures.late, figures.answeredLate], [0, 1])
    const inMonth = async (month: string) =>
      ok(await call(clerk.cookie, `GET /api/hotline/figures?month=${month}`)) as Record<string, unknown>
    await sql("update hotline_orders set returned_at = '2026-03-31T15:59:59Z' where number = 'T1'")
    const [march, april] = [await inMonth('2026-03'), await inMonth('2026-04')]
    assert.deepEqual([march.month, march.answered, march.answeredLate], ['2026-03', 1, 0])
    assert.equal(april.answered, 0)
    await sql("update hotline_orders set returned_at = '2026-03-31T16:00:00Z' where number = 'T1'")
    assert.deepEqual([(await inMonth('2026-03')).answered, (await inMonth('2026-04')).answered], [0, 1])
    assert.equal((await call(clerk.cookie, 'GET /api/hotline/figures?month=2026-13')).status, 400)
  })
})
describe('a return', () => {
  test('marks what was answered, once, and can be downloaded by those of the area', async () => {
    ok(await commit((await upload([['R1', '路灯不亮', '幸福里小区', null, null, null]])).id))
    refusedAs(await call(clerk.cookie, 'POST /api/hotline/returns', { body: {} }), 'hotline.nothing-to-return')
    const [{ case_id }] = (await sql("select case_id from hotline_orders where number = 'R1'")) as [{ case_id: string }]
    ok(
      await call(clerk.cookie, `POST /api/cases/${case_id}/reject`, {
        body: { reason: 'court', advice: '请等法院判决' },
      }),
    )
    const [order] = await orders('toReturn')
    assert.deepEqual([order.number, order.state], ['R1', 'refused'])
    const made = ok(await call(clerk.cookie, 'POST /api/hotline/returns', { body: { ids: [order.id] } }))
    assert.equal(made.count, 1)
    assert.deepEqual(await orders('toReturn'), [])
    assert.equal(
      (await orders('returned')).find((one: { number: string }) => one.number === 'R1').returnedState,
      'refused',
    )
    const sheet = await call(clerk.cookie, `GET /api/hotline/returns/${made.id}/sheet.xlsx`)
    assert.equal(sheet.status, 200)
    assert.equal(sheet.raw.subarray(0, 2).toString(), 'PK')
    refusedAs(await call(outsider.cookie, `GET /api/hotline/returns/${made.id}/sheet.xlsx`), 'hotline.not-found')
    assert.deepEqual(ok(await call(outsider.cookie, 'GET /api/hotline/returns')).rows, [])
    assert.deepEqual(await orders('all', outsider), [])
  })
})
describe('the interface', () => {
  const issue = async (body: object, who = clerk) =>
    call(who.cookie, 'POST /api/hotline/keys', {
      body: { name: '区热线', placeId: district.communityA1, scopes: ['push', 'return'], ...body },
    })
  const machine = (key: string, route: string, body?: object) =>
    call(null, route, { headers: { authorization: `Bearer ${key}` }, ...(body ? { body } : {}) })
  const order = { number: 'M1', words: '楼下噪音', address: '幸福里小区2号楼', replyDue: '2030-01-02T10:00:00Z' }
  test('takes a key that is shown once and only hashed at rest', async () => {
    const made = ok(await issue({}))
    const [row] = await sql('select hash from hotline_keys where id = $1', [made.id])
    assert.match(row!.hash, /^[0-9a-f]{64}$/)
    assert.ok(!JSON.stringify(ok(await call(clerk.cookie, 'GET /api/hotline/keys'))).includes(made.key))
    assert.deepEqual(await sql("select 1 from idempotency where route like 'POST /api/hotline/keys %'"), [])
    refusedAs(await issue({ placeId: district.streetB }), 'access.out-of-scope')
  })
  test('one number is one case, however often and by however many at once it is pushed', async () => {
    const { key } = ok(await issue({}))
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => machine(key, 'POST /api/hotline/exchange/orders', order)),
    )
    assert.deepEqual(answers.map((one) => ok(one).did).sort(), ['created', 'nothing', 'nothing', 'nothing', 'nothing'])
    const changed = ok(
      await machine(key, 'POST /api/hotline/exchange/orders', { ...order, words: '楼下噪音，凌晨也有' }),
    )
    assert.equal(changed.did, 'updated')
    assert.deepEqual(await sql("select count(*)::int as n from hotline_orders where number = 'M1'"), [{ n: 1 }])
    const [row] = await sql(
      "select c.words, c.filed_by from cases c join hotline_orders o on o.case_id = c.id where o.number = 'M1'",
    )
    assert.deepEqual(row, { words: '楼下噪音', filed_by: null })
    assert.equal((await sql("select 1 from journal where thing_kind = 'hotlineOrder'")).length > 0, true)
  })
  test('keeps each key to its area, its scopes and its rate', async () => {
    const push = ok(await issue({ scopes: ['push'] })).key
    refusedAs(await machine(push, 'GET /api/hotline/exchange/orders'), 'hotline.key-scope')
    refusedAs(
      await machine(push, 'POST /api/hotline/exchange/orders', { ...order, number: 'M9', address: '山水居' }),
      'hotline.place-unknown',
    )
    const slow = ok(await issue({ perMinute: 2 })).key
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await machine(slow, 'GET /api/hotline/exchange/orders')).status)
    assert.ok(statuses.includes(429), statuses.join())
    const gone = ok(await issue({}))
    ok(await call(clerk.cookie, `POST /api/hotline/keys/${gone.id}/revocation`, { body: {} }))
    for (const key of [gone.key, 'llh_wrong', ''])
      refusedAs(await machine(key, 'GET /api/hotline/exchange/orders'), 'hotline.bad-key')
    refusedAs(
      await call(outsider.cookie, `POST /api/hotline/keys/${gone.id}/revocation`, { body: {} }),
      'hotline.key-not-found',
    )
  })
  test('gives states and replies page by page, and notes what was taken over', async () => {
    const { key } = ok(await issue({}))
    const first = ok(await machine(key, 'GET /api/hotline/exchange/orders?limit=1'))
    assert.equal(first.rows.length, 1)
    const numbers = new Set<string>(first.rows.map((row: { number: string }) => row.number))
    let next = first.next
    while (next !== null) {
      const page = ok(await machine(key, `GET /api/hotline/exchange/orders?limit=2&after=${encodeURIComponent(next)}`))
      for (const row of page.rows) {
        assert.ok(!numbers.has(row.number), 'no order comes twice')
        numbers.add(row.number)
      }
      next = page.next
    }
    assert.ok(numbers.has('M1') && numbers.has('R1'))
    const none = ok(await machine(key, 'POST /api/hotline/exchange/returns', { numbers: ['M1'] }))
    assert.equal(none.returned, 0)
    await sql(
      "update cases set state = 'closed', updated_at = now() where id = (select case_id from hotline_orders where number = 'M1')",
    )
    assert.equal(ok(await machine(key, 'POST /api/hotline/exchange/returns', { numbers: ['M1'] })).returned, 1)
    const answered = ok(await machine(key, 'GET /api/hotline/exchange/orders?answered=true&limit=100'))
    const taken = answered.rows.find((row: { number: string }) => row.number === 'M1')
    assert.equal(taken.state, 'done')
    assert.notEqual(taken.returnedAt, null)
    refusedAs(await machine(key, 'GET /api/hotline/exchange/orders?after=WyJ4IiwieSJd'), 'http.bad-input')
  })
})
