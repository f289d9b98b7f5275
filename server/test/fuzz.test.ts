// Bad input on every route: always a known refusal, never a failure of ours, and nothing half-written.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { apiEntries } from '../../contract/src/all.ts'
import type { Endpoint } from '../../contract/src/endpoint.ts'
import { ask } from './support/ask.ts'
import { examples, type ExampleInput } from './support/contract-examples.ts'
import {
  app,
  area,
  assertRefusal,
  callersFor,
  digest,
  district,
  foreign,
  isRead,
  short,
  written,
} from './support/fuzz-bench.ts'
import { spoil, spoiling } from './support/hostile.ts'

const runs = Number(process.env.LINLI_FUZZ_RUNS ?? '10')
const seed = Number(process.env.LINLI_FUZZ_SEED ?? '20261120')
/** Every route meets other input. */
const seedOf = (key: string) => createHash('sha256').update(`${seed} ${key}`).digest().readInt32LE()
/** The codes of all refusals met. */
const met = new Set<string>()

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
