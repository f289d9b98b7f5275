// kill -9 of the server and of PostgreSQL at random moments under concurrent writers: nothing acknowledged is lost,
// nothing is done twice, every chain holds, every job is done.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
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
import { checkDepth, depth, write, writeDepth, type Writing } from './support/kill-writers.ts'
import { isHealthy, killableServer, type KillableServer } from './support/killable-server.ts'

const WRITERS = 5
/** Those who split, merge, blow whistles, promise, transcribe and patrol. */
const CLERKS = 3
/** Whose work must be done again after a kill. */
const queues = ['case.tell', 'whistle.tell']
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
  for (const queue of queues) await boss.supervise(queue)
  await boss.stop({ graceful: false })
  await server.start()
  const waiting = async () =>
    (
      await pool.query<{ state: string }>(
        "select state from pgboss.job where name = any ($1) and state <> 'completed'",
        [queues],
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
     from cases c where c.words like '路灯%'`,
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
    `select state, count(*) as done, count(distinct data->>'caseId' || (data->>'step')) as things from pgboss.job
     where name = 'case.tell' and data->>'caseId' in (select id::text from cases where words like '路灯%') group by state`,
  )
  const expected = String(writing.acknowledged.length + writing.acknowledged.filter((one) => one.withdrawn).length)
  assert.deepEqual(rows, [{ state: 'completed', done: expected, things: expected }])
  const undone = await pool.query("select name, state from pgboss.job where name = any ($1) and state <> 'completed'", [
    queues,
  ])
  assert.deepEqual(undone.rows, [])
  const twice = await pool.query('select thing_id, person_id, event from messages group by 1, 2, 3 having count(*) > 1')
  assert.deepEqual(twice.rows, [], 'somebody was told twice')
}

describe(`${KILLS} kills under ${WRITERS + CLERKS} writers`, () => {
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
    const town = await makeBareTown(pool, WRITERS, CLERKS)
    const server = killableServer(await freePort(), postgres.url, join(folder, 'server'))
    atTheEnd(t, server.kill)
    await server.start()
    const writing: Writing = { acknowledged: [], refused: [], tries: 0, isOver: false, isAbandoned: false }
    const deep = depth(town)
    const writers = [
      ...town.cookies.map((cookie, who) => write(server.address, cookie, town.unit, who, writing)),
      ...town.clerks.map((cookie, who) => writeDepth(server.address, cookie, who, deep, writing)),
    ]
    atTheEnd(t, () => void (writing.isAbandoned = true))
    const killed = await killRepeatedly(server, postgres, writing).finally(() => (writing.isOver = true))
    await Promise.all(writers)
    t.diagnostic(
      `seed ${seed}; killed: server ${killed.server}, PostgreSQL ${killed.postgres}, both ${killed.both}; ${writing.acknowledged.length} cases and ${deep.acts.length} deeper acts acknowledged, ${writing.tries} requests`,
    )
    assert.deepEqual(writing.refused, [], server.said())
    assert.equal(server.diedByItself(), 0, server.said())
    await resumeJobs(server, postgres.url, pool)
    await checkCases(pool, writing)
    await checkDepth(pool, deep)
    await checkChains(pool)
    await checkJobs(pool, writing)
  })
})
