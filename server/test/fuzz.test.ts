// Bad input on every route: always a known refusal, never a failure of ours, and nothing half-written.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { apiEntries } from '../../contract/src/all.ts'
import type { Endpoint, EndpointKey } from '../../contract/src/endpoint.ts'
import { refusalTable } from '../../contract/src/refusals.ts'
import { areaOf, makeOtherDistrict, type Caller } from './support/areas.ts'
import { ask, formOf, urlOf, type Asked } from './support/ask.ts'
import { examples, type ExampleInput } from './support/contract-examples.ts'
import { spoil, spoiling } from './support/hostile.ts'
import { testApp } from './support/test-app.ts'

// No worker: what changes is changed by the request.
const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const { organisations } = district
const area = await areaOf(app, {
  district: district.id,
  community: district.communityA1,
  grid: district.grid1,
  estate: district.estate1,
  building: district.building1,
  unit: district.unit1,
  committee: organisations.communityA1,
  property: organisations.property1,
  category: district.categories.light,
})
const foreign = await makeOtherDistrict(app)
await foreign.code()

const runs = Number(process.env.LINLI_FUZZ_RUNS ?? '10')
const seed = Number(process.env.LINLI_FUZZ_SEED ?? '20261120')
/** Every route meets other input. */
const seedOf = (key: string) => createHash('sha256').update(`${seed} ${key}`).digest().readInt32LE()
/** Counted although the request is refused: attempts, and the use of a session. */
const uncounted = new Set(['migrations', 'sign_in_failures', 'phone_codes'])
const tables = (
  await app.sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
)
  .map((row) => row.name)
  .filter((name) => !uncounted.has(name))
/** Only added to: their number tells enough. */
const onlyGrowing = new Set(['journal', 'idempotency', 'case_events'])
const contentOf = (name: string) =>
  onlyGrowing.has(name) ? `''` : `coalesce(sum(hashtextextended((to_jsonb(t) - 'last_seen_at')::text, 1)), 0)::text`
const digestSql = [
  ...tables.map(
    (name) => `select '${name}' as name, count(*)::text || ' ' || ${contentOf(name)} as rows from ${name} t`,
  ),
  "select 'jobs', count(*)::text from pgboss.job",
].join(' union all ')
/** What the business tables hold. */
const digest = async () =>
  Object.fromEntries((await app.sql<{ name: string; rows: string }>(digestSql)).map((row) => [row.name, row.rows]))

/** Somebody new for every route: some input ends sessions, appointments or people. */
const callersFor = async (): Promise<{ cookie: string | null; caller: Caller }[]> => {
  const staff = async (position: string, organisationId: string, scope: string) => {
    const one = await app.makeStaff('工作人员', position, organisationId, scope)
    return {
      cookie: one.cookie,
      caller: { personId: one.id, organisationId, serves: [district.communityA1], reports: false },
    }
  }
  const resident = await app.makeResident('居民')
  return [
    await staff('administrator', organisations.office, district.id),
    await staff('communityClerk', organisations.communityA1, district.communityA1),
    await staff('propertyManager', organisations.property1, district.estate1),
    { cookie: resident.cookie, caller: { personId: resident.id, organisationId: null, serves: [], reports: true } },
    { cookie: null, caller: { personId: resident.id, organisationId: null, serves: [], reports: false } },
  ]
}
const assertRefusal = (answer: Asked, what: string) => {
  const said = `${what} → ${answer.status} ${answer.text.slice(0, 300)}`
  assert.ok(answer.status < 500 || answer.code === 'http.busy', said)
  if (answer.status < 400) return
  assert.ok(answer.type.startsWith('application/problem+json'), said)
  const problem = JSON.parse(answer.text) as Record<string, unknown>
  assert.ok(answer.code !== null && answer.code in refusalTable, said)
  assert.equal(problem.status, answer.status, said)
  for (const field of ['title', 'remedy', 'id'])
    assert.ok(typeof problem[field] === 'string' && problem[field] !== '', `${field} missing: ${said}`)
}
const short = (input: unknown) => JSON.stringify(input).slice(0, 400)
/** The codes of all refusals met. */
const met = new Set<string>()
const isRead = (key: string) => key.startsWith('GET ')

describe('one thing wrong in a valid request', { concurrency: 1 }, () => {
  for (const [key, endpoint] of apiEntries) {
    test(key, async () => {
      const callers = await callersFor()
      const example = examples[key as keyof typeof examples]
      // Made anew after every success, which uses it up.
      const bases = new Map<string, ExampleInput>()
      let before: Awaited<ReturnType<typeof digest>> | null = null
      await fc.assert(
        fc.asyncProperty(fc.nat(callers.length - 1), spoiling, async (who, how) => {
          const { cookie, caller } = callers[who]!
          const where = how.pick % 5 === 0 ? foreign : area
          const name = `${who} ${where.district}`
          if (!bases.has(name)) {
            bases.set(name, await example.input(where, caller))
            before = null
          }
          const base = bases.get(name)!
          const input = spoil(base, endpoint, how, [...area.ids, ...foreign.ids])
          before ??= isRead(key) ? null : await digest()
          const answer = await ask(app, cookie, key, input)
          assertRefusal(answer, `${key} ${short(input)}`)
          met.add(answer.code ?? 'accepted')
          if (answer.status < 400) {
            bases.clear()
            before = null
          } else if (before !== null)
            assert.deepEqual(
              await digest(),
              before,
              `${key} ${short(input)} was refused (${answer.code}) and changed something`,
            )
        }),
        { numRuns: runs, seed: seedOf(key), endOnFailure: true },
      )
    })
  }
  test('the bad input came as far as the commands, not only to the gate', () => {
    for (const code of [
      'accepted',
      'http.bad-input',
      'identity.not-signed-in',
      'access.not-allowed',
      'case.not-found',
      'place.not-found',
    ])
      assert.ok(met.has(code), `nothing was answered ${code}; met: ${[...met].join(', ')}`)
  })
})

test('addresses that cannot be read are refused like all else', async () => {
  const [{ cookie }] = (await callersFor()) as unknown as [{ cookie: string }]
  for (const path of [
    '/api/places/%zz',
    '/api/places/%',
    '/api/places/%ff%fe',
    `/api/places/${'x'.repeat(300)}`,
    '/api/cases?search=%zz',
    '/api/cases?limit=1&limit=2',
    '/api/cases?after[]=1',
    '/api//cases',
    '/api/cases/../../etc/passwd',
    '/api/places/%00',
  ]) {
    const answer = await app.server.inject({ method: 'GET', url: path, headers: { cookie } })
    const type = String(answer.headers['content-type'])
    assertRefusal(
      {
        status: answer.statusCode,
        type,
        text: answer.body,
        code: type.includes('problem') ? answer.json<{ code: string }>().code : null,
      },
      path,
    )
  }
})

const written = apiEntries.filter(([key, endpoint]) => !isRead(key) && endpoint.takes !== 'file')
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

describe('a key sent again', { concurrency: 1 }, () => {
  /** An answer that sets a cookie or holds a secret is never given twice. */
  const kept = (key: string, endpoint: Endpoint) =>
    key.startsWith('POST ') && !endpoint.secret && endpoint.permission !== 'anyone' && endpoint.takes !== 'file'
  for (const [key] of written.filter(([k, endpoint]) => kept(k, endpoint))) {
    test(key, async () => {
      const example = examples[key as keyof typeof examples]
      for (const { cookie, caller } of (await callersFor()).slice(0, 4)) {
        const idempotency = { 'idempotency-key': randomBytes(12).toString('hex') }
        const input = await example.input(area, caller)
        const first = await ask(app, cookie, key, input, idempotency)
        if (first.status !== 200 || /erasure|password/.test(key)) continue
        const before = await digest()
        const again = await ask(app, cookie, key, input, idempotency)
        assert.deepEqual([again.status, again.text], [200, first.text], 'the same key gives the same answer')
        const other = await ask(app, cookie, key, { ...input, query: { other: '1' } }, idempotency)
        assert.equal(other.code, 'http.key-reused', other.text)
        const elsewhere = await ask(
          app,
          cookie,
          'POST /api/cases/views',
          { body: { name: '别的', query: {} } },
          idempotency,
        )
        assert.equal(elsewhere.code, 'http.key-reused', elsewhere.text)
        assert.deepEqual(await digest(), before, 'a repeated key has no second effect')
        return
      }
    })
  }
  test('a key that is none is refused', async () => {
    const [{ cookie }] = (await callersFor()) as unknown as [{ cookie: string }]
    for (const bad of ['', 'short', 'x'.repeat(101), 'with space in it', '中文键中文键中文键']) {
      const answer = await ask(
        app,
        cookie,
        'POST /api/cases',
        { body: { placeId: district.unit1, words: '坏钥匙' } },
        { 'idempotency-key': Buffer.from(bad).toString('latin1') },
      )
      assert.equal(answer.code, 'http.bad-input', bad)
    }
    assert.equal((await app.sql("select 1 from cases where words = '坏钥匙'")).length, 0)
  })
})
