// kill -9 of the server and of PostgreSQL at random moments under concurrent writers: nothing acknowledged is lost,
// nothing is done twice, every chain holds, every job is done.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { join, dirname } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { startPrivatePostgres } from '../../start/src/private-postgres.ts'
import { atTheEnd, freePort, makeFolder, quiet, until } from '../../start/test/support.ts'
import { verifyChain, type ChainEntry } from '../../rules/src/hash-chain.ts'
import { migrate } from '../src/platform/migrate.ts'
import { makeBareTown } from './support/bare-town.ts'
import { isHealthy, killableServer, type KillableServer } from './support/killable-server.ts'

const WRITERS = 6
const KILLS = Number(process.env.LINLI_KILLS ?? '20')
const seed = Number(process.env.LINLI_KILL_SEED ?? '20261120')
type Postgres = Awaited<ReturnType<typeof startPrivatePostgres>>

/** mulberry32: the same moments for the same seed. */
const randomFrom = (start: number) => {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
interface Acknowledged {
  readonly id: string
  readonly number: string
  readonly words: string
  readonly withdrawn: boolean
}
interface Writing {
  readonly acknowledged: Acknowledged[]
  readonly refused: string[]
  tries: number
  isOver: boolean
  /** The test failed: nobody waits for an answer any more. */
  isAbandoned: boolean
}
/** Sends until it is answered: the same key every time, whatever happened in between. */
const sendUntilAnswered = async (
  address: string,
  cookie: string,
  path: string,
  body: object,
  writing: Writing,
): Promise<{ id: string; number: string } | null> => {
  const headers = { cookie, 'x-linli': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  for (;;) {
    writing.tries++
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null)
    const text = answer === null ? null : await answer.text().catch(() => null)
    if (answer?.status === 200 && text !== null) return JSON.parse(text) as { id: string; number: string }
    if (answer !== null && text !== null && answer.status !== 503) {
      writing.refused.push(`${path} ${answer.status} ${text.slice(0, 300)}`)
      return null
    }
    if (writing.isAbandoned) return null
    await pause(40)
  }
}
const write = async (address: string, cookie: string, unit: string, who: number, writing: Writing) => {
  for (let n = 0; !writing.isOver; n++) {
    const words = `路灯不亮，第${who}人第${n}件`
    const made = await sendUntilAnswered(address, cookie, '/api/cases', { placeId: unit, words }, writing)
    if (made === null) return
    const withdrawn = n % 2 === 1
    if (withdrawn && (await sendUntilAnswered(address, cookie, `/api/cases/${made.id}/withdraw`, {}, writing)) === null)
      return
    writing.acknowledged.push({ id: made.id, number: made.number, words, withdrawn })
  }
}
const killPostgres = async (postgres: Postgres) => {
  process.kill(postgres.pid, 'SIGKILL')
  await until(() => !postgres.isUp(), 'the killed PostgreSQL to be gone')
  await postgres.revive()
}
/** Kills, brings back, and waits until something more was acknowledged, so that every kill meets writers at work. */
const killRepeatedly = async (server: KillableServer, postgres: Postgres, writing: Writing) => {
  const random = randomFrom(seed)
  const killed = { server: 0, postgres: 0, both: 0 }
  for (let n = 0; n < KILLS; n++) {
    const before = writing.acknowledged.length
    await until(
      () => writing.acknowledged.length > before || writing.refused.length > 0,
      `an acknowledgement after kill ${n}; ${server.said()}`,
    )
    if (writing.refused.length > 0) break
    await pause(random() * 500)
    const what = random() < 0.55 ? 'server' : random() < 0.8 ? 'postgres' : 'both'
    killed[what]++
    if (what !== 'postgres') await server.kill()
    if (what !== 'server') await killPostgres(postgres)
    if (what !== 'postgres') await server.start()
    else await until(() => isHealthy(server.address), `the server to find PostgreSQL again; ${server.said()}`)
  }
  return killed
}
/** What the last killed server had in hand is begun anew as soon as its sign of life is missed; here, at once. */
const resumeJobs = async (server: KillableServer, url: string, pool: pg.Pool) => {
  await server.kill()
  await pool.query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'")
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.supervise('case.tell')
  await boss.stop({ graceful: false })
  await server.start()
  const waiting = async () =>
    (
      await pool.query<{ state: string }>(
        "select state from pgboss.job where name = 'case.tell' and state <> 'completed'",
      )
    ).rows
  await until(async () => (await waiting()).every((job) => job.state === 'failed'), 'the jobs to be done')
}

const checkCases = async (pool: pg.Pool, writing: Writing) => {
  const { rows } = await pool.query<{
    id: string
    number: string
    words: string
    state: string
    reports: string
    withdrawals: string
    clocks: string
    entries: string
  }>(
    `select c.id, c.number::text, c.words, c.state,
       (select count(*) from case_events e where e.case_id = c.id and e.step in ('report', 'submit')) as reports,
       (select count(*) from case_events e where e.case_id = c.id and e.step = 'withdraw') as withdrawals,
       (select count(distinct k.kind) from case_clocks k where k.case_id = c.id) as clocks,
       (select count(*) from journal j where j.thing_kind = 'case' and j.thing_id = c.id::text) as entries
     from cases c`,
  )
  const byWords = Map.groupBy(rows, (row) => row.words)
  for (const [words, same] of byWords) assert.equal(same.length, 1, `${words} is there ${same.length} times`)
  for (const one of writing.acknowledged) {
    const row = byWords.get(one.words)?.[0]
    assert.ok(row, `acknowledged and lost: ${one.words}`)
    assert.equal(row.id, one.id)
    assert.ok(one.number.endsWith(row.number), `${one.number} is ${row.number}`)
    assert.equal(row.state, one.withdrawn ? 'withdrawn' : 'submitted')
  }
  assert.equal(rows.length, writing.acknowledged.length, 'a case nobody was told of: every writer ended with an answer')
  for (const row of rows) {
    const withdrawn = row.state === 'withdrawn'
    assert.deepEqual(
      [row.reports, row.withdrawals, row.entries],
      ['1', withdrawn ? '1' : '0', withdrawn ? '2' : '1'],
      `${row.words} (${row.state})`,
    )
    assert.ok(Number(row.clocks) >= 1, `${row.words} has no clock`)
  }
}
const checkChains = async (pool: pg.Pool) => {
  const { rows } = await pool.query<ChainEntry & { thing: string }>(
    'select thing_kind || \':\' || thing_id as thing, prev_hash as "prevHash", hash, canonical from journal order by thing_kind, thing_id, seq',
  )
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  for (const [thing, entries] of Map.groupBy(rows, (row) => row.thing))
    assert.deepEqual(verifyChain(entries, sha256).intact, true, `the chain of ${thing} is broken`)
  assert.ok(rows.length > 0)
}
const checkJobs = async (pool: pg.Pool, writing: Writing) => {
  const { rows } = await pool.query<{ state: string; done: string; things: string }>(
    "select state, count(*) as done, count(distinct data->>'caseId' || (data->>'step')) as things from pgboss.job where name = 'case.tell' group by state",
  )
  const expected = String(writing.acknowledged.length + writing.acknowledged.filter((one) => one.withdrawn).length)
  assert.deepEqual(rows, [{ state: 'completed', done: expected, things: expected }])
  const twice = await pool.query('select thing_id, person_id, event from messages group by 1, 2, 3 having count(*) > 1')
  assert.deepEqual(twice.rows, [], 'somebody was told twice')
}

describe(`${KILLS} kills under ${WRITERS} writers`, () => {
  test('every acknowledged write is there once, every chain holds, every job is done', async (t) => {
    const folder = makeFolder(t)
    const postgres = await startPrivatePostgres({
      dataFolder: folder,
      log: quiet,
      outside: join(dirname(folder), 'out'),
    })
    atTheEnd(t, postgres.stop)
    await migrate(postgres.url)
    const pool = new pg.Pool({ connectionString: postgres.url, max: 2 })
    pool.on('error', () => undefined)
    atTheEnd(t, () => pool.end())
    const { unit, cookies } = await makeBareTown(pool, WRITERS)
    const server = killableServer(await freePort(), postgres.url, join(folder, 'server'))
    atTheEnd(t, server.kill)
    await server.start()
    const writing: Writing = { acknowledged: [], refused: [], tries: 0, isOver: false, isAbandoned: false }
    const writers = cookies.map((cookie, who) => write(server.address, cookie, unit, who, writing))
    atTheEnd(t, () => void (writing.isAbandoned = true))
    const killed = await killRepeatedly(server, postgres, writing).finally(() => (writing.isOver = true))
    await Promise.all(writers)
    t.diagnostic(
      `seed ${seed}; killed: server ${killed.server}, PostgreSQL ${killed.postgres}, both ${killed.both}; ${writing.acknowledged.length} cases acknowledged, ${writing.tries} requests`,
    )
    assert.deepEqual(writing.refused, [], server.said())
    assert.equal(server.diedByItself(), 0, server.said())
    await resumeJobs(server, postgres.url, pool)
    await checkCases(pool, writing)
    await checkChains(pool)
    await checkJobs(pool, writing)
  })
})
