// What every answer carries, and what another site or a stranger cannot do.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { districtArea } from './support/areas.ts'
import { formOf, tinyPng } from './support/ask.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const resident = await app.makeResident('王桂兰')
const neighbour = await app.makeResident('李建国', district.home2)
const headersOf = async (url: string, headers: Record<string, string> = {}) =>
  (await app.server.inject({ method: 'GET', url, headers })).headers

describe('headers', () => {
  for (const url of [
    '/',
    '/console/',
    '/s/ABCD',
    '/api/identity/me',
    '/api/nothing',
    '/api/identity/privacy',
    '/api/cases/no-uuid',
  ]) {
    test(`${url} is read strictly, framed nowhere and sniffed never`, async () => {
      const headers = await headersOf(url)
      const policy = Object.fromEntries(
        String(headers['content-security-policy'])
          .split(';')
          .map((part) => [part.trim().split(' ')[0]!, part.trim().split(' ').slice(1)]),
      )
      assert.deepEqual(policy['default-src'], ["'self'"])
      assert.equal(policy['script-src'], undefined, 'scripts fall back to default-src: own files only')
      assert.deepEqual(policy['object-src'], ["'none'"])
      assert.deepEqual(policy['frame-ancestors'], ["'none'"])
      assert.deepEqual(policy['base-uri'], ["'none'"])
      assert.deepEqual(policy['form-action'], ["'self'"])
      assert.deepEqual(policy['connect-src'], ["'self'"])
      for (const [name, sources] of Object.entries(policy)) {
        assert.ok(!sources.includes("'unsafe-eval'") && !sources.includes('*'), `${name} ${sources.join(' ')}`)
        if (name !== 'style-src') assert.ok(!sources.includes("'unsafe-inline'"), name)
        for (const source of sources)
          assert.ok(
            /^('self'|'none'|'unsafe-inline'|data:|blob:)$/.test(source),
            `${name} allows ${source}: a third party`,
          )
      }
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['referrer-policy'], 'same-origin')
      assert.equal(headers['x-powered-by'], undefined)
    })
  }
  test('the map’s tile server is allowed as a picture only where it is set', async () => {
    const policy = String((await headersOf('/'))['content-security-policy'])
    assert.ok(!policy.includes('tianditu'))
  })
  test('in production a browser is told to use HTTPS, and cookies travel only there', async () => {
    const production = await testApp({ NODE_ENV: 'production', LINLI_DEMO: '1' })
    const answer = await production.server.inject({ method: 'GET', url: '/api/identity/privacy' })
    assert.match(String(answer.headers['strict-transport-security']), /max-age=\d{7,}/)
    assert.match(await signInCookie(production), /; Secure/)
  })
})

const signInCookie = async (one: typeof app): Promise<string> => {
  const person = await one.makePerson('登录的人')
  await one.call(null, 'POST /api/identity/phone-codes', { body: { phone: person.phone } })
  const [sms] = await one.sql<{ text: string }>('select text from sms_messages order by at desc limit 1')
  const code = /\d{6}/.exec(sms!.text)![0]
  const answer = await one.call(null, 'POST /api/identity/phone-sessions', { body: { phone: person.phone, code } })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return String(answer.headers['set-cookie'])
}
describe('the session cookie', () => {
  test('is out of reach of scripts and of other sites', async () => {
    const cookie = await signInCookie(app)
    assert.match(cookie, /^linli_session=[\w-]{40,}; /)
    for (const part of [/; HttpOnly/, /; SameSite=Lax/, /; Path=\//]) assert.match(cookie, part)
    assert.doesNotMatch(cookie, /; Domain=/)
  })
  test('is not the token the database keeps', async () => {
    const token = /linli_session=([\w-]+)/.exec(await signInCookie(app))![1]!
    const [{ found }] = (await app.sql<{ found: number }>(
      "select count(*)::int as found from sessions s where to_jsonb(s)::text like '%' || $1 || '%'",
      [token],
    )) as [{ found: number }]
    assert.equal(found, 0)
  })
  test('signing out ends it on the server, not only in the browser', async () => {
    const cookie = await app.signIn(resident.id)
    assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 200)
    const answer = await app.call(cookie, 'DELETE /api/identity/session')
    assert.match(String(answer.headers['set-cookie']), /linli_session=;/)
    assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 401)
  })
})

const post = (headers: Record<string, string>) =>
  app.server.inject({
    method: 'POST',
    url: '/api/cases',
    headers: {
      host: 'linli.example',
      cookie: resident.cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    payload: JSON.stringify({ placeId: district.unit1, words: '别的网站发来的' }),
  })
const casesMade = async () =>
  (await app.sql<{ n: number }>("select count(*)::int as n from cases where words = '别的网站发来的'"))[0]!.n
describe('a page of another site', () => {
  const foreign = [
    'https://evil.example',
    'https://linli.example.evil.example',
    'http://linli.example:8081',
    'null',
    'not an address',
    'javascript:alert(1)',
    '://',
    'file://',
    '',
  ]
  for (const origin of foreign) {
    test(`cannot act as a signed-in person: Origin ${JSON.stringify(origin)}`, async () => {
      const answer = await post({ origin, 'x-linli': '1' })
      assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [403, 'http.cross-site'], answer.body)
      assert.equal(await casesMade(), 0)
    })
  }
  test('cannot act without the header that only our pages set', async () => {
    const answer = await post({})
    assert.equal(answer.json<{ code: string }>().code, 'http.cross-site')
    assert.equal(await casesMade(), 0)
  })
  test('cannot sign a visitor in as somebody else', async () => {
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/identity/phone-sessions',
      headers: { host: 'linli.example', origin: 'https://evil.example', 'content-type': 'application/json' },
      payload: '{"phone":"13800138000","code":"000000"}',
    })
    assert.equal(answer.json<{ code: string }>().code, 'http.cross-site')
  })
  test('is told nothing by CORS', async () => {
    const headers = (
      await app.server.inject({
        method: 'OPTIONS',
        url: '/api/cases',
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-linli',
        },
      })
    ).headers
    assert.equal(headers['access-control-allow-origin'], undefined)
  })
  test('our own page can', async () => {
    const answer = await post({ origin: 'https://linli.example', 'x-linli': '1' })
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal(await casesMade(), 1)
  })
})

const upload = async (cookie: string) => {
  const form = formOf({ kind: 'photo' }, tinyPng)
  const answer = await app.call(cookie, 'POST /api/files', {
    payload: form.payload,
    headers: { 'content-type': form.type },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.id as string
}
describe('files', () => {
  for (const path of ['', '/thumbnail']) {
    test(`a photo${path} is shown to who may see its case, and to nobody else`, async () => {
      const photo = await upload(resident.cookie)
      const see = async (cookie: string | null) => (await app.call(cookie, `GET /api/files/${photo}${path}`)).status
      assert.equal(await see(resident.cookie), 200, 'the uploader, before it is sent')
      assert.equal(await see(neighbour.cookie), 404)
      const made = await app.call(resident.cookie, 'POST /api/cases', {
        body: { placeId: district.unit1, words: '带照片', photos: [photo] },
      })
      assert.equal(made.status, 200, JSON.stringify(made.body))
      const clerk = await app.makeStaff(
        '赵敏',
        'communityClerk',
        district.organisations.communityA1,
        district.communityA1,
      )
      const otherClerk = await app.makeStaff(
        '钱社工',
        'communityClerk',
        district.organisations.communityA2,
        district.communityA2,
      )
      assert.deepEqual([await see(resident.cookie), await see(clerk.cookie)], [200, 200])
      assert.equal(await see(null), 401)
      for (const one of [neighbour.cookie, otherClerk.cookie]) assert.ok([403, 404].includes(await see(one)))
    })
  }
  test('a photo is sent as what it is, and kept out of shared caches', async () => {
    const photo = await upload(resident.cookie)
    const { headers } = await app.call(resident.cookie, `GET /api/files/${photo}`)
    assert.match(String(headers['content-type']), /^image\/(jpeg|png|webp)$/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(String(headers['cache-control']), /private/)
  })
})

describe('paths', () => {
  test('stored files have no address of their own', async () => {
    const area = await districtArea(app)
    const id = await area.file(resident.id, null)
    const [row] = await app.sql<{ stored_as: string }>('select stored_as from files where id = $1', [id])
    for (const url of [
      `/files/${row!.stored_as}`,
      `/data/files/${row!.stored_as}`,
      `/..%2f..%2f..%2fetc%2fpasswd`,
      '/console/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/server/src/main.ts',
      '/.env',
    ]) {
      const answer = await app.server.inject({ method: 'GET', url, headers: { cookie: resident.cookie } })
      const isPage = String(answer.headers['content-type']).startsWith('text/html')
      assert.ok(
        isPage || answer.statusCode >= 400,
        `${url} gave ${answer.statusCode} ${String(answer.headers['content-type'])}`,
      )
      assert.ok(answer.statusCode < 500, url)
      assert.doesNotMatch(answer.body, /root:x:0|"workspaces"|buildApp/)
    }
  })
})
