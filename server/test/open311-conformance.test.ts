// Open311 GeoReport v2: every resource in XML and in JSON says the same, in the shapes of the specification.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { asJson, asText, open311, openInterface, parseXml } from './support/open311-bench.ts'
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

describe('both formats say the same', () => {
  const resources = [
    'discovery',
    'services',
    'services/LIGHT',
    'services/LEAK',
    'requests',
    'requests.%?extensions=true',
    'requests.%?status=open&page_size=2',
    'servicerequestupdates',
    'services/NONE',
    'requests/0',
    'tokens/none',
    'nothing',
    'requests.%?start_date=yesterday',
    'services.%?jurisdiction_id=elsewhere',
  ]
  before(async () => {
    for (const words of ['不亮 <script>alert("1")</script> & \u0001 ]]> 𠮷', '第二盏\n不亮', "O'Brien"]) {
      const number = await made({ description: words })
      const { id } = await caseOf(number)
      await app.call(clerk.cookie, `PUT /api/board/cases/${id}`, {
        body: { openness: 'summary', summary: `公开：${words.replaceAll('\u0001', '')}` },
      })
    }
  })
  for (const resource of resources)
    test(resource, async () => {
      const path = resource.includes('%') ? resource : resource.includes('?') ? resource : `${resource}.%`
      const [xml, json] = [await ask(path.replace('%', 'xml')), await ask(path.replace('%', 'json'))]
      assert.equal(xml.status, json.status)
      assert.equal(xml.type, 'text/xml; charset=utf-8')
      assert.equal(json.type, 'application/json; charset=utf-8')
      assert.ok(xml.text.startsWith('<?xml version="1.0" encoding="UTF-8"?>'))
      assert.deepEqual(asJson(parseXml(xml.text)), asText(json.json))
    })
  test('types of JSON are those of the specification', async () => {
    const [service] = (await ask('services.json')).json.filter(
      (one: { service_code: string }) => one.service_code === 'LIGHT',
    )
    assert.deepEqual([service.metadata, service.type, service.keywords], [true, 'realtime', '路灯, 灯'])
    const definition = (await ask('services/LIGHT.json')).json
    assert.deepEqual(
      definition.attributes.map((one: { order: number; required: boolean }) => [one.order, one.required]),
      [
        [1, true],
        [2, false],
        [3, false],
        [4, false],
        [5, false],
        [6, false],
      ],
    )
    assert.deepEqual(definition.attributes[1].values, [
      { key: 'w', name: '白' },
      { key: 'y', name: '黄' },
    ])
    assert.equal(definition.attributes[0].datatype_description, null)
    const [request] = (await ask('requests.json')).json
    assert.equal(typeof request.lat, 'number')
    assert.match(request.requested_datetime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    assert.deepEqual(Object.keys(request), [
      'service_request_id',
      'status',
      'status_notes',
      'service_name',
      'service_code',
      'description',
      'agency_responsible',
      'service_notice',
      'requested_datetime',
      'updated_datetime',
      'expected_datetime',
      'address',
      'address_id',
      'zipcode',
      'lat',
      'long',
      'media_url',
    ])
  })
})
test('discovery names the specification, this endpoint and both formats', async () => {
  const { json } = await ask('discovery.json')
  const [endpoint] = json.endpoints
  assert.equal(endpoint.specification, 'http://wiki.open311.org/GeoReport_v2')
  assert.ok(endpoint.url.endsWith('/open311/v2'))
  assert.deepEqual(endpoint.formats, ['text/xml', 'application/json'])
})
test('a token leads to the number; an extension gives it', async () => {
  const answer = await report({ extensions: 'true' })
  const { token } = answer.json[0].extended_attributes
  const found = await ask(`tokens/${token}.json`)
  assert.deepEqual(found.json, [{ service_request_id: answer.json[0].service_request_id, token }])
})
