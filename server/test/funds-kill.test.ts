// The books after kill -9 of the server in the middle of writing, and after a restore from a dump: every balance is its sum.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../../start/test/support.ts'
import { killableServer } from './support/killable-server.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations, communityA1, estate1, streetA } = app.district
const clerk = await app.makeStaff('小周', 'communityClerk', organisations.communityA1, communityA1)
const secretary = await app.makeStaff('韩琳', 'communitySecretary', organisations.communityA1, communityA1)
const officer = await app.makeStaff('街道', 'streetOfficer', organisations.streetA, streetA)
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const run = promisify(execFile)
const opened = await app.call(secretary.cookie, 'POST /api/funds', {
  body: { placeId: estate1, kind: 'commonIncome', name: '公共收益', purpose: '车位收入' },
})
const fundId = opened.body.id as string
const ENTRIES = 60

test('kill -9 while entries are written: what was answered is there, each once, and the books hold', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-funds-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const server = killableServer(await freePort(), app.url, folder)
  t.after(() => server.kill())
  await server.start()
  const keys = Array.from({ length: ENTRIES }, () => randomUUID())
  const answered = new Set<number>()
  const send = async (i: number) => {
    const answer = await fetch(`${server.address}/api/funds/${fundId}/entries`, {
      method: 'POST',
      headers: {
        cookie: clerk.cookie,
        'x-linli': '1',
        'content-type': 'application/json',
        'idempotency-key': keys[i]!,
      },
      body: JSON.stringify({ amount: i + 1, day: TODAY, purpose: '车位收入' }),
    }).catch(() => null)
    if (answer?.status === 200) answered.add(i)
  }
  const all = keys.map((_, i) => send(i))
  while (answered.size < ENTRIES / 6) await new Promise((done) => void setTimeout(done, 5))
  await server.kill()
  await Promise.all(all)
  const before = answered.size
  assert.ok(before < ENTRIES, 'the kill came too late to prove anything')
  const kept = await app.sql<{ n: number }>('select count(*)::int n from fund_entries where fund_id = $1', [fundId])
  assert.ok(kept[0]!.n >= before, 'an answered entry is lost')
  await server.start()
  for (let i = 0; i < ENTRIES; i++) await send(i)
  assert.equal(answered.size, ENTRIES)
  await server.kill()
  const view = await app.call(officer.cookie, `GET /api/funds/${fundId}`)
  assert.equal(view.body.balance, (ENTRIES * (ENTRIES + 1)) / 2)
  const { body } = await app.call(officer.cookie, 'GET /api/funds/check')
  assert.deepEqual([body.holds, body.sum, body.entries], [true, 0, ENTRIES])
})

const binary = (name: string) => globSync(`/usr/lib/postgresql/*/bin/${name}`).toSorted().at(-1) ?? ''
test(
  'a dump restored elsewhere holds the same books, and its guards',
  { skip: !existsSync(binary('pg_dump')) || !existsSync(binary('psql')) },
  async () => {
    const url = new URL(app.url)
    const restored = `${url.pathname.slice(1)}_restored`
    const target = new URL(app.url)
    target.pathname = `/${restored}`
    const dump = join(mkdtempSync(join(tmpdir(), 'linli-dump-')), 'dump.sql')
    await run(binary('pg_dump'), ['--no-owner', '-f', dump, app.url])
    await app.sql(`create database "${restored}"`)
    const client = new pg.Client({ connectionString: target.href })
    try {
      await run(binary('psql'), ['-q', '-v', 'ON_ERROR_STOP=1', '-f', dump, target.href], { maxBuffer: 1 << 26 })
      await client.connect()
      const { rows } = await client.query<{ sum: string; different: string; entries: string }>(`
        select (select sum(balance) from fund_balances) sum, (select count(*) from fund_entries) entries,
          (select count(*) from fund_balances b where b.balance <> (select sum(amount) from fund_postings p where p.account_id = b.account_id)) different`)
      assert.deepEqual([Number(rows[0]!.sum), Number(rows[0]!.different), Number(rows[0]!.entries)], [0, 0, ENTRIES])
      await assert.rejects(client.query('update fund_postings set amount = amount + 1'))
      await assert.rejects(
        client.query('insert into fund_postings select entry_id, account_id, 5 from fund_postings limit 1'),
      )
    } finally {
      await client.end()
      await app.sql(`drop database if exists "${restored}" with (force)`)
      rmSync(dump, { force: true })
    }
  },
)
