// Open311: every error as the specification has it, in the format that was asked for; hostile input changes nothing.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { asJson, open311, openInterface, parseXml } from './support/open311-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { ask, post } = open311(app)
let bench: Awaited<ReturnType<typeof openInterface>>
before(async () => {
  bench = await openInterface(app)
})
const errors = (text: string) => asJson(parseXml(text)) as { code: string; description: string }[]
const everything = async () =>
  app.sql(
    'select (select count(*) from cases) c, (select count(*) from open311_updates) u, (select count(*) from journal) j, (select count(*) from case_events) e',
  )

test('every error has its status, and one list of code and description in the asked format', async () => {
  const full = { api_key: bench.key, service_code: 'LEAK', address_id: app.district.unit1, description: '漏水' }
  const calls: [number, () => ReturnType<typeof ask>][] = [
    [404, () => ask('services.xml?jurisdiction_id=elsewhere')],
    [404, () => ask('services/NONE.xml')],
    [404, () => ask('requests/1.xml')],
    [404, () => ask('requests/abc.xml')],
    [404, () => ask('tokens/abc.xml')],
    [404, () => ask('requests.yaml')],
    [404, () => ask('nothing/at/all.xml')],
    [400, () => ask('requests.xml?start_date=x')],
    [403, () => post('requests.xml', { ...full, api_key: '' })],
    [403, () => post('requests.xml', { ...full, api_key: 'wrong' })],
    [400, () => post('requests.xml', { ...full, service_code: '' })],
    [404, () => post('requests.xml', { ...full, service_code: 'NONE' })],
    [404, () => post('requests.xml', { ...full, jurisdiction_id: 'elsewhere' })],
    [400, () => post('requests.xml', { ...full, address_id: '' })],
    [400, () => post('requests.xml', { ...full, description: 'x'.repeat(4001) })],
    [404, () => post('services.xml', full)],
    [415, () => post('requests.xml', full, { 'content-type': 'application/json' })],
    [413, () => post('requests.xml', { ...full, description: 'x'.repeat(1_100_000) })],
  ]
  const before = await everything()
  for (const [status, call] of calls) {
    const answer = await call()
    assert.equal(answer.status, status, answer.text)
    assert.equal(answer.type, 'text/xml; charset=utf-8')
    const [error, ...more] = errors(answer.text)
    assert.deepEqual([Number(error!.code), more.length, Object.keys(error!)], [status, 0, ['code', 'description']])
    assert.ok(error!.description.length > 2)
  }
  assert.deepEqual(await everything(), before)
  const json = await ask('services/NONE.json')
  assert.deepEqual(json.json, [{ code: 404, description: 'service_code NONE was not found' }])
})
test('the jurisdiction is optional, and its right name is taken', async () => {
  const about = await app.call(bench.admin.cookie, 'GET /api/open311')
  assert.equal((await ask(`services.json?jurisdiction_id=${encodeURIComponent(about.body.jurisdiction)}`)).status, 200)
  assert.equal((await ask('services.json?jurisdiction_id=')).status, 200)
  assert.equal((await ask('services')).type, 'text/xml; charset=utf-8')
})
test('a session is nothing here: a signed-in administrator without a key is refused, a foreign page may ask', async () => {
  const answer = await post(
    'requests.json',
    { service_code: 'LEAK' },
    { cookie: bench.admin.cookie, origin: 'https://elsewhere.example' },
  )
  assert.equal(answer.status, 403)
  assert.equal(answer.json[0].description, 'api_key was not provided')
})
test('hostile arguments are answered in well-formed XML, never as a failure of ours, and change nothing when refused', async () => {
  const names = [
    'service_code',
    'lat',
    'long',
    'address_id',
    'address_string',
    'description',
    'start_date',
    'end_date',
    'status',
    'service_request_id',
    'page',
    'page_size',
    'jurisdiction_id',
    'attribute[POLE]',
    'attribute[COLOUR][]',
    'email',
    'phone',
    'media_url',
    'extensions',
    'update_id',
    'updated_datetime',
    'api_key',
    'updated_after',
  ]
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      "' or 1=1 --",
      '<a>&b;',
      ']]>',
      '1e309',
      'NaN',
      '-0',
      '9'.repeat(40),
      '2026-02-30T00:00:00Z',
      '../../x',
      '%',
      'LIGHT',
      'LEAK',
      'open',
      app.district.unit1,
      app.district.home1,
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        'services',
        'requests',
        'servicerequestupdates',
        'services/LIGHT',
        'tokens/1',
        'requests/1',
        'discovery',
      ),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }),
      async (resource, isPost, hasKey, pairs) => {
        const fields: [string, string][] = hasKey
          ? [...pairs.filter(([name]) => name !== 'api_key'), ['api_key', bench.key]]
          : pairs
        const before = await everything()
        const answer = isPost
          ? await post(`${resource}.xml`, fields)
          : await ask(`${resource}.xml?${new URLSearchParams(fields)}`)
        assert.ok(answer.status < 500, `${answer.status} ${answer.text} ${JSON.stringify(fields)}`)
        parseXml(answer.text)
        if (answer.status >= 400) {
          assert.equal(Number(errors(answer.text)[0]!.code), answer.status)
          assert.deepEqual(await everything(), before)
        }
      },
    ),
    { numRuns: 150, seed: 311 },
  )
})
