// Bodies that are none, files that are not what they say, sessions that are not one: refused on every route.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { apiEntries } from '../../contract/src/all.ts'
import type { EndpointKey } from '../../contract/src/endpoint.ts'
import type { Caller } from './support/areas.ts'
import { ask, formOf, urlOf, type Asked } from './support/ask.ts'
import { examples, type ExampleInput } from './support/contract-examples.ts'
import { app, area, assertRefusal, callersFor, digest, district, organisations, written } from './support/fuzz-bench.ts'

const send = async (
  key: EndpointKey,
  input: ExampleInput,
  cookie: string | null,
  type: string | null,
  payload: Buffer | string,
): Promise<Asked> => {
  const answer = await app.server.inject({
    method: key.split(' ')[0] as 'POST',
    url: urlOf(key, input),
    payload,
    headers: { 'x-linli': '1', ...(cookie ? { cookie } : {}), ...(type ? { 'content-type': type } : {}) },
  })
  const kind = String(answer.headers['content-type'] ?? '')
  return {
    status: answer.statusCode,
    type: kind,
    text: answer.body,
    code: kind.startsWith('application/problem') ? (JSON.parse(answer.body) as { code: string }).code : null,
  }
}

const zipHead = Buffer.from('PK\u0003\u0004')
/** Name, type said, bytes. */
const disguised: readonly (readonly [string, string, Buffer])[] = [
  ['a.jpg', 'image/jpeg', Buffer.from('<script>alert(1)</script>')],
  ['a.jpg', 'image/jpeg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['../../a.png', 'image/png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(200)])],
  ['a.jpg', 'image/jpeg', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(5000)])],
  ['a.webm', 'audio/webm', randomBytes(300)],
  [
    'a.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    Buffer.concat([zipHead, randomBytes(2000)]),
  ],
  ['a.xls', 'application/vnd.ms-excel', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(2000)])],
  ['\u0000', 'x/y', Buffer.alloc(0)],
  ['big.jpg', 'image/jpeg', Buffer.alloc(10 * 1024 * 1024, 7)],
  ['huge.jpg', 'image/jpeg', Buffer.alloc(21 * 1024 * 1024, 7)],
]

describe('bodies that are none', { concurrency: 1 }, () => {
  const bodies: readonly (readonly [string, string | null, Buffer | string])[] = [
    ['half a JSON', 'application/json', '{"words": "楼道'],
    ['JSON as text', 'text/plain', '{}'],
    ['a form', 'application/x-www-form-urlencoded', 'words=x'],
    ['XML', 'application/xml', '<a/>'],
    ['a broken multipart', 'multipart/form-data; boundary=x', '--y\r\n\r\n'],
    ['a nonsense type', 'nonsense', '{}'],
    ['bytes that are no UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0x22])],
    ['brackets without end', 'application/json', '['.repeat(200_000)],
    ['deep JSON', 'application/json', '['.repeat(5000) + ']'.repeat(5000)],
    ['10 MB', 'application/json', JSON.stringify({ words: 'x'.repeat(10 * 1024 * 1024) })],
    ['a prototype', 'application/json', '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}'],
  ]
  for (const [what, type, payload] of bodies) {
    test(what, async () => {
      const [{ cookie, caller }] = (await callersFor()) as unknown as [{ cookie: string; caller: Caller }]
      const before = await digest()
      for (const [key, endpoint] of written) {
        if (endpoint.body === undefined) continue
        const params =
          what === '10 MB'
            ? { id: district.unit1, day: '2026-12-24', kind: 'places' }
            : (await examples[key as keyof typeof examples].input(area, caller)).params
        const answer = await send(key, params ? { params } : {}, cookie, type, payload)
        assertRefusal(answer, `${key} with ${what}`)
        if (what !== 'a prototype' || endpoint.body.safeParse({}).success === false)
          assert.ok(answer.status >= 400, `${key} took ${what}`)
      }
      if (what === '10 MB') assert.deepEqual(await digest(), before)
    })
  }
  test('files that are not what they say', async () => {
    const [{ cookie }] = (await callersFor()) as unknown as [{ cookie: string }]
    const before = await digest()
    for (const [key, kinds] of [
      ['POST /api/files', ['photo', 'voice', 'x']],
      ['POST /api/imports', ['places', 'residents', 'organisations', 'staff', 'x']],
    ] as const) {
      for (const kind of kinds) {
        for (const [name, type, bytes] of disguised) {
          if (bytes.length > 1e7 && kind !== 'photo' && kind !== 'places') continue
          const form = formOf({ kind }, bytes, name, type)
          const answer = await send(key, {}, cookie, form.type, form.payload)
          assertRefusal(answer, `${key} ${kind} ${name}`)
          assert.ok(answer.status >= 400, `${key} took ${name} (${type}) as ${kind}`)
        }
      }
    }
    assert.deepEqual(await digest(), before)
  })
})

test('what these tests compare tells a row that was written from one that was undone', async () => {
  const before = await digest()
  const row =
    "insert into messages (id, district_id, person_id, event, title, body, at) select gen_random_uuid(), district_id, id, 'x', 'x', 'x', now() from persons limit 1"
  await app.sql(`do $$ begin ${row}; raise exception 'undone'; exception when others then null; end $$`)
  assert.deepEqual(await digest(), before)
  await app.sql(row)
  const after = await digest()
  assert.deepEqual([after.name, after.what], ['messages', 'INSERT'])
  assert.notDeepEqual(after, before)
})

describe('sessions that are not one', { concurrency: 1 }, () => {
  test('an expired, an ended, a tampered, an invented and a deactivated person’s session are nobody on every route', async () => {
    const make = async () => app.makeStaff('前同事', 'administrator', organisations.office, district.id)
    const hashOf = (cookie: string) => createHash('sha256').update(cookie.split('=')[1]!).digest('hex')
    const [expired, ended, whole, inactive] = [await make(), await make(), await make(), await make()]
    await app.sql("update sessions set expires_at = now() - interval '1 second' where token_hash = $1", [
      hashOf(expired.cookie),
    ])
    await app.sql('update sessions set ended_at = now() where token_hash = $1', [hashOf(ended.cookie)])
    await app.sql('update persons set active = false where id = $1', [inactive.id])
    const last = whole.cookie.at(-1)
    const cookies = [
      expired.cookie,
      ended.cookie,
      inactive.cookie,
      `${whole.cookie.slice(0, -1)}${last === 'A' ? 'Q' : 'A'}`,
      `linli_session=${randomBytes(32).toString('base64url')}`,
      "linli_session=' or 1=1 --",
      'linli_session=',
      `linli_session=${'x'.repeat(5000)}`,
    ]
    const caller: Caller = { personId: whole.id, organisationId: null, serves: [], reports: false }
    for (const [key, endpoint] of apiEntries) {
      if (endpoint.permission === 'anyone') continue
      const input = await examples[key as keyof typeof examples].input(area, caller)
      for (const cookie of cookies) {
        const answer = await ask(app, cookie, key, input)
        assert.deepEqual(
          [answer.status, answer.code],
          [401, 'identity.not-signed-in'],
          `${key} with ${cookie.slice(0, 40)}: ${answer.text}`,
        )
      }
    }
  })
})
