// Open311 GeoReport v2: what callers report and read, and what they never get.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, test } from 'node:test'
import { open311, openInterface } from './support/open311-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { ask, post } = open311(app)
let bench: Awaited<ReturnType<typeof openInterface>>
let clerk: { cookie: string }
before(async () => {
  bench = await openInterface(app)
  clerk = await app.makeStaff('赵敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
})
const report = (fields: Record<string, string> = {}) =>
  post('requests.json', {
    api_key: bench.key,
    service_code: 'LIGHT',
    address_id: district.unit1,
    description: '3单元门口路灯不亮，我是王桂兰13912345678',
    'attribute[POLE]': 'A-17',
    ...fields,
  })
const made = async (fields: Record<string, string> = {}): Promise<string> => {
  const answer = await report(fields)
  assert.equal(answer.status, 200, answer.text)
  return answer.json[0].service_request_id as string
}
const caseOf = async (number: string) =>
  (await app.sql('select * from cases where number = $1', [number]))[0] as Record<string, never>

test('a request becomes a case with its words, attributes, address and channel; who reported stays inside', async () => {
  const number = await made({
    'attribute[COLOUR][]': 'w',
    first_name: '桂兰',
    last_name: '王',
    phone: '13912345678',
    email: 'wang@example.org',
    account_id: 'account-zz',
    device_id: 'device-zz',
    address_string: '3单元门口',
    media_url: 'https://photos.example/1.jpg',
    lat: '30.2010',
    long: '119.7010',
  })
  const row = (await caseOf(number)) as Record<string, unknown>
  assert.deepEqual(
    [row.channel, row.place_id, row.category_id, row.place_note, row.lat, row.reporter_id, row.behalf_name],
    ['openApi', district.unit1, district.categories.light, '3单元门口', 30.201, null, '王 桂兰'],
  )
  assert.match(row.words as string, /灯杆编号：A-17\n颜色：白$/)
  const [kept] = await app.sql<{ contact_sealed: string; media_url: string }>(
    'select * from open311_requests where case_id = $1',
    [row.id],
  )
  assert.ok(!kept!.contact_sealed.includes('wang@example.org'))
  assert.equal(JSON.parse(app.parts.sealing.open(kept!.contact_sealed)).email, 'wang@example.org')
  const shown = await ask(`requests/${number}.json?extensions=true`)
  const updates = await ask('servicerequestupdates.json')
  for (const text of [shown.text, updates.text])
    for (const hidden of [
      '王',
      '139',
      'wang@',
      '不亮',
      '1单元',
      '1号楼',
      '门口',
      'photos.example',
      'A-17',
      'account-zz',
      'device-zz',
    ])
      assert.ok(!text.includes(hidden), hidden)
  assert.deepEqual(
    [shown.json[0].address, shown.json[0].lat, shown.json[0].long],
    ['幸福里小区，和顺社区', 30.2, 119.7],
  )
  const view = await app.call(clerk.cookie, `GET /api/cases/${row.id}`)
  assert.equal(view.status, 200)
  assert.ok(
    view.body.timeline.some(
      (entry: { step: string; audience: string }) => entry.step === 'open311.media' && entry.audience === 'internal',
    ),
  )
})
test('places: by id, by position within a boundary or near a building, by words; else refused', async () => {
  const at = async (fields: Record<string, string>) => {
    const number = await made({ address_id: '', ...fields })
    return (await caseOf(number)).place_id as unknown as string
  }
  assert.equal(await at({ lat: '30.2010', long: '119.7010' }), district.building1)
  assert.equal(await at({ address_string: '幸福里小区' }), district.estate1)
  const ring = [
    [119.9, 30.3],
    [119.91, 30.3],
    [119.91, 30.31],
    [119.9, 30.31],
  ]
  await app.sql('update places set boundary = $2 where id = $1', [district.communityA2, JSON.stringify(ring)])
  assert.equal(await at({ lat: '30.305', long: '119.905' }), district.communityA2)
  for (const [fields, words] of [
    [{}, /location was not provided/],
    [{ lat: '30.2' }, /together/],
    [{ lat: '91', long: '1' }, /lat is not a number/],
    [{ lat: '10', long: '10' }, /outside this jurisdiction/],
    [{ address_string: '没有这个地方' }, /not found/],
    [{ address_id: 'x' }, /address_id is not known/],
    [{ address_id: district.id }, /address_id is not known/],
  ] as [Record<string, string>, RegExp][]) {
    const answer = await report({ address_id: '', ...fields })
    assert.deepEqual([answer.status, answer.json[0].code], [400, 400], answer.text)
    assert.match(answer.json[0].description, words)
  }
})
test('filters of requests: numbers override all, codes, status, span, pages', async () => {
  const light = await made()
  const leak = await made({ service_code: 'LEAK', description: '漏水' })
  const ids = async (query: string): Promise<string[]> =>
    (await ask(`requests.json?${query}`)).json.map((one: { service_request_id: string }) => one.service_request_id)
  assert.deepEqual(
    (await ids(`service_request_id=${light},${leak},999999999,x&status=closed`)).sort(),
    [light, leak].sort(),
  )
  assert.ok((await ids('service_code=LEAK')).includes(leak) && !(await ids('service_code=LEAK')).includes(light))
  assert.ok(
    (await ids('service_code=LEAK,LIGHT')).includes(light) &&
      (await ids('service_code=LEAK&service_code=LIGHT')).includes(light),
  )
  assert.deepEqual(await ids('service_code=NONE'), [])
  await app.sql("update cases set state = 'closed', closed_at = now() where number = $1", [leak])
  assert.ok((await ids('status=closed')).includes(leak) && !(await ids('status=open')).includes(leak))
  assert.ok((await ids('status=open,closed')).includes(leak))
  await app.sql("update cases set created_at = now() - interval '100 days' where number = $1", [light])
  assert.ok(!(await ids('')).includes(light), 'ninety days unless said')
  const old = new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 19)
  assert.ok((await ids(`start_date=${old}Z`)).includes(light))
  assert.ok((await ids(`end_date=${new Date(Date.now() - 95 * 86_400_000).toISOString()}`)).includes(light))
  const all = await ids('')
  assert.deepEqual([...(await ids('page_size=2&page=1')), ...(await ids('page_size=2&page=2'))], all.slice(0, 4))
  const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString()
  for (const [query, words] of [
    [`start_date=${days(91)}&end_date=${days(0)}`, /more than 90 days/],
    [`start_date=${days(1)}&end_date=${days(2)}`, /after end_date/],
    ['start_date=2026-13-01T00:00:00Z', /start_date is not/],
    ['start_date=2026-01-01T00:00:00', /start_date is not/],
    ['status=done', /status done/],
    ['page_size=1001', /page_size/],
    ['page=0', /page is not/],
    ['page=100', /page is too far/],
  ] as [string, RegExp][]) {
    const answer = await ask(`requests.json?${query}`)
    assert.equal(answer.status, 400, query)
    assert.match(answer.json[0].description, words)
  }
})
test('a case that is not public is not there: withheld, withdrawn, of no service, board switched off', async () => {
  const gone = async (number: string, change: string) => {
    assert.equal((await ask(`requests/${number}.json`)).status, 200)
    await app.sql(`update cases set ${change} where number = $1`, [number])
    assert.equal((await ask(`requests/${number}.json`)).status, 404, change)
    assert.deepEqual((await ask(`requests.json?service_request_id=${number}`)).json, [])
    const updates = (await ask('servicerequestupdates.json')).json as { service_request_id: string }[]
    assert.ok(updates.every((one) => one.service_request_id !== number))
  }
  await gone(await made(), "openness = 'withheld'")
  await gone(await made(), "state = 'withdrawn'")
  const other = await bench.admin
  await app.call(other.cookie, `PUT /api/open311/services/${district.categories.leak}`, {
    body: { code: 'LEAK', description: '漏水渗水', isOpen: false },
  })
  const leak = await app.sql<{ number: string }>('select number from cases where category_id = $1 limit 1', [
    district.categories.leak,
  ])
  assert.equal((await ask(`requests/${leak[0]!.number}.json`)).status, 404)
  await app.call(other.cookie, `PUT /api/open311/services/${district.categories.leak}`, {
    body: { code: 'LEAK', description: '漏水渗水', isOpen: true },
  })
  const number = await made()
  await app.sql("insert into board_settings values ($1, $2, false, '换届', $3, now())", [
    district.communityA1,
    district.id,
    bench.admin.id,
  ])
  assert.equal((await ask(`requests/${number}.json`)).status, 404)
  await app.sql('delete from board_settings')
})
test('updates: changes of state come oldest first in the words of the states; posted ones come in once and stay inside', async () => {
  const number = await made()
  const { id } = await caseOf(number)
  await app.call(clerk.cookie, `POST /api/cases/${id}/accept`, { body: { words: '王桂兰您好' } })
  const mine = async () =>
    (
      (await ask('servicerequestupdates.json')).json as {
        service_request_id: string
        description: string
        status: string
      }[]
    ).filter((one) => one.service_request_id === number)
  assert.deepEqual(
    (await mine()).map((one) => [one.status, one.description]),
    [
      ['open', '已提交'],
      ['open', '已受理'],
    ],
  )
  const update = (fields: Record<string, string> = {}) =>
    post('servicerequestupdates.json', {
      api_key: bench.key,
      service_request_id: number,
      update_id: 'u1',
      status: 'CLOSED',
      description: '对方已修好',
      updated_datetime: '2026-11-20T10:00:00+08:00',
      ...fields,
    })
  const [first, again] = [await update(), await update()]
  assert.equal(first.status, 200, first.text)
  assert.deepEqual(first.json, again.json)
  const view = await app.call(clerk.cookie, `GET /api/cases/${id}`)
  const entries = view.body.timeline.filter((entry: { step: string }) => entry.step === 'open311.update')
  assert.deepEqual(
    [entries.length, entries[0].audience, entries[0].words, view.body.state],
    [1, 'internal', '对方已修好', 'accepted'],
  )
  assert.equal((await mine()).length, 2)
  for (const [fields, status] of [
    [{ service_request_id: '' }, 400],
    [{ service_request_id: '1' }, 404],
    [{ status: 'done' }, 400],
    [{ description: '' }, 400],
    [{ api_key: 'no' }, 403],
    [{ updated_datetime: 'now' }, 400],
  ] as [Record<string, string>, number][])
    assert.equal((await update({ update_id: 'u2', ...fields })).status, status, JSON.stringify(fields))
})
test('keys: none, wrong, switched off, without the right, outside the area are 403 or 400; the key is kept as a hash only', async () => {
  const attempt = async (fields: Record<string, string>) => {
    const answer = await report(fields)
    return [answer.status, answer.json[0].code]
  }
  const before = await app.sql('select count(*) from cases')
  assert.deepEqual(await attempt({ api_key: '' }), [403, 403])
  assert.deepEqual(await attempt({ api_key: 'wrong' }), [403, 403])
  const reader = await bench.issue({ mayReport: false })
  assert.deepEqual(await attempt({ api_key: reader.key }), [403, 403])
  const far = await bench.issue({ scopeId: district.streetB })
  assert.deepEqual(await attempt({ api_key: far.key }), [400, 400])
  const off = await bench.issue()
  const changed = await app.call(bench.admin.cookie, `PATCH /api/open311/keys/${off.id}`, { body: { active: false } })
  assert.equal(changed.body.active, false)
  assert.deepEqual(await attempt({ api_key: off.key }), [403, 403])
  assert.deepEqual(await app.sql('select count(*) from cases'), before)
  const rows = await app.sql<{ key_hash: string }>('select key_hash from open311_keys where id = $1', [bench.id])
  assert.equal(rows[0]!.key_hash, createHash('sha256').update(bench.key).digest('hex'))
  const journal = await app.sql<{ after: string }>(
    "select to_jsonb(journal)::text as after from journal where action = 'open311.key'",
  )
  assert.ok(journal.length >= 4 && journal.every((row) => !row.after.includes(bench.key)))
  const list = await app.call(bench.admin.cookie, 'GET /api/open311/keys')
  assert.ok(!JSON.stringify(list.body).includes(bench.key))
})
test('attributes are checked as defined', async () => {
  for (const [fields, words] of [
    [{ 'attribute[POLE]': '' }, /attribute\[POLE\] was not provided/],
    [{ 'attribute[POLE]': 'a\nb' }, /line break/],
    [{ 'attribute[HEIGHT]': 'high' }, /not a number/],
    [{ 'attribute[SINCE]': 'yesterday' }, /ISO 8601/],
    [{ 'attribute[SIDE]': 'x' }, /not one of its values/],
    [{ 'attribute[COLOUR][]': 'blue' }, /not one of its values/],
  ] as [Record<string, string>, RegExp][]) {
    const answer = await report(fields)
    assert.equal(answer.status, 400)
    assert.match(answer.json[0].description, words)
  }
  const several = await post('requests.json', [
    ['api_key', bench.key],
    ['service_code', 'LIGHT'],
    ['address_id', district.unit1],
    ['attribute[POLE]', 'A'],
    ['attribute[COLOUR][]', 'w'],
    ['attribute[COLOUR][]', 'y'],
    ['attribute[HEIGHT]', '4.5'],
    ['attribute[SINCE]', '2026-11-01'],
    ['attribute[SIDE]', 'n'],
    ['attribute[HINT]', 'ignored'],
  ])
  assert.equal(several.status, 200, several.text)
  const row = await caseOf(several.json[0].service_request_id)
  assert.match(String(row.words), /颜色：白、黄/)
})
test('the same report sent twice with one Idempotency-Key is one case', async () => {
  const fields = { api_key: bench.key, service_code: 'LEAK', address_id: district.unit1, description: '只有一件' }
  const headers = { 'idempotency-key': 'once-only-123' }
  const [one, two] = await Promise.all([post('requests.xml', fields, headers), post('requests.xml', fields, headers)])
  assert.deepEqual([one.status, one.text], [two.status, two.text])
  assert.equal((await app.sql("select 1 from cases where words = '只有一件'")).length, 1)
})
