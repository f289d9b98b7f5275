// The private PostgreSQL from either source: made, stopped, killed, found again, and clear about what it cannot do.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { FolderInUse } from '../src/instance-lock.ts'
import { removeFalseNote } from '../src/postmaster-file.ts'
import { findPrivatePostgres, startPrivatePostgres, type PrivatePostgres } from '../src/private-postgres.ts'
import { StartRefusal } from '../src/sentence.ts'
import type { ProgramsChoice } from '../src/settings.ts'
import { isRoot, userFor } from '../src/unprivileged-user.ts'
import { atTheEnd, availablePrograms, killPostmaster, makeFolder, query, quiet, until } from './support.ts'

const available = availablePrograms()

async function start(t: TestContext, dataFolder: string, programs?: ProgramsChoice): Promise<PrivatePostgres> {
  const postgres = await startPrivatePostgres({
    dataFolder,
    programs,
    log: quiet,
    outside: join(dirname(dataFolder), 'out'),
  })
  atTheEnd(t, postgres.stop)
  return postgres
}

async function refusal(attempt: Promise<unknown>): Promise<StartRefusal> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  assert(error instanceof StartRefusal, `expected a refusal, not ${String(error)}`)
  return error
}

for (const programs of ['system', 'npm'] as const) {
  const skip = available.includes(programs)
    ? false
    : `NOT TESTED: no PostgreSQL from ${programs} here; .ci/run installs it`

  test(`${programs}: what was written is there after a stop and a second start`, { skip }, async (t) => {
    const folder = makeFolder(t)
    const first = await start(t, folder, programs)
    await query(first.url, "create table note (words text); insert into note values ('门口的灯不亮')")
    await first.stop()
    assert.equal(first.isUp(), false)
    const second = await start(t, folder, programs)
    assert.equal(second.url, first.url)
    assert.equal(second.wasRunning, false)
    assert.deepEqual(await query(second.url, 'select words from note'), [{ words: '门口的灯不亮' }])
  })

  test(`${programs}: after kill -9 of the server what was acknowledged is there again`, { skip }, async (t) => {
    const folder = makeFolder(t)
    const first = await start(t, folder, programs)
    await query(first.url, 'create table note (n int)')
    for (let n = 1; n <= 20; n++) await query(first.url, `insert into note values (${n})`)
    assert.equal(killPostmaster(folder), true)
    await until(() => !first.isUp(), 'the killed server to be gone')
    await first.revive()
    assert.deepEqual(await query(first.url, 'select count(*)::int as n from note'), [{ n: 20 }])
  })

  test(
    `${programs}: checksums, UTF-8, order by code point, no TCP, Chinese letters are letters`,
    { skip },
    async (t) => {
      const { url } = await start(t, makeFolder(t), programs)
      const names = ['data_checksums', 'server_encoding', 'listen_addresses', 'jit', 'fsync', 'TimeZone']
      const shown = names.map((name) => `current_setting('${name}')`).join(" || ' ' || ")
      assert.deepEqual(await query(url, `select ${shown} as all`), [{ all: 'on UTF8  off on UTC' }])
      const order = "select string_agg(w, '' order by w) as w from unnest(array['b', 'A', 'a', '一', 'B']) as w"
      assert.deepEqual(await query(url, order), [{ w: 'ABab一' }])
      assert.deepEqual(await query(url, "select '楼道灯' ~ '^[[:alpha:]]+$' as yes"), [{ yes: true }])
    },
  )
}

test('without a choice the programs that made the folder are used again', async (t) => {
  for (const programs of available) {
    const folder = makeFolder(t)
    await (await start(t, folder, programs)).stop()
    const major = readFileSync(join(folder, 'postgres/PG_VERSION'), 'utf8').trim()
    const again = await start(t, folder)
    const [row] = await query(again.url, "select current_setting('server_version') as version")
    assert.equal(String(row?.version).split('.')[0], major)
  }
})

test('a folder made by another major version is refused, and the sentence names that version', async (t) => {
  const folder = makeFolder(t)
  await (await start(t, folder)).stop()
  writeFileSync(join(folder, 'postgres/PG_VERSION'), '12\n')
  const { message } = await refusal(start(t, folder))
  assert.match(message, /made by PostgreSQL 12.*cannot open it/)
})

test('a second start on the same folder is refused, by whatever path, and the first goes on', async (t) => {
  const folder = makeFolder(t)
  const first = await start(t, folder)
  const error = await refusal(start(t, join(folder, '..', 'data', '.')))
  assert(error instanceof FolderInUse)
  assert.match(error.message, new RegExp(`process ${process.pid}\\b`))
  assert.equal(await findPrivatePostgres(folder), first.url)
  assert.deepEqual(await query(first.url, 'select 1 as n'), [{ n: 1 }])
})

test('a path too long for a socket works all the same', async (t) => {
  const folder = join(makeFolder(t), '很长的文件夹名'.repeat(10), 'x'.repeat(100))
  mkdirSync(folder, { recursive: true })
  const postgres = await start(t, folder)
  assert.deepEqual(await query(postgres.url, 'select 1 as n'), [{ n: 1 }])
})

test('a path with spaces, quotes and commas works all the same', async (t) => {
  const folder = join(makeFolder(t), `a "b", 'c' %41`)
  mkdirSync(folder)
  const postgres = await start(t, folder)
  assert.deepEqual(await query(postgres.url, 'select 1 as n'), [{ n: 1 }])
})

test('a folder that stands in the way of the database is refused and left alone', async (t) => {
  const folder = makeFolder(t)
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres/letter.txt'), 'mine')
  const { message } = await refusal(start(t, folder))
  assert.match(message, /holds no database/)
  assert.equal(readFileSync(join(folder, 'postgres/letter.txt'), 'utf8'), 'mine')
})

test("a server that cannot start is refused with PostgreSQL's own words", async (t) => {
  const folder = makeFolder(t)
  await (await start(t, folder)).stop()
  writeFileSync(join(folder, 'postgres/postgresql.conf'), 'no_such_setting = 1\n')
  const error = await refusal(start(t, folder))
  assert.match(error.message, /did not start/)
  assert.match(error.detail, /unrecognized configuration parameter "no_such_setting"/)
})

/** A process of the database's user that has nothing to do with PostgreSQL. */
function stranger(t: TestContext, folder: string, script: string): Promise<number> {
  const user = userFor(join(folder, 'postgres'))
  const child = spawn('/bin/sh', ['-c', script], {
    uid: user?.uid,
    gid: user?.gid,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  t.after(() => child.kill('SIGKILL'))
  return new Promise((done) => child.stdout.once('data', (text: Buffer) => done(Number(text.toString()))))
}

function writeNote(folder: string, pid: number): void {
  const database = realpathSync(join(folder, 'postgres'))
  writeFileSync(join(database, 'postmaster.pid'), `${pid}\n${database}\n1700000000\n5432\n/tmp\n\n  1 1\nready\n`)
}

test("a note left by a killed server whose number is now a stranger's does not stop the next start", async (t) => {
  const folder = makeFolder(t)
  await (await start(t, folder)).stop()
  writeNote(folder, await stranger(t, folder, 'echo $$; exec sleep 60'))
  const postgres = await start(t, folder)
  assert.deepEqual(await query(postgres.url, 'select 1 as n'), [{ n: 1 }])
})

test('a note of a dead process that nobody collects does not stop the next start', async (t) => {
  const folder = makeFolder(t)
  await (await start(t, folder)).stop()
  writeNote(folder, await stranger(t, folder, 'sleep 0.1 & echo $!; exec sleep 60'))
  const postgres = await start(t, folder)
  assert.deepEqual(await query(postgres.url, 'select 1 as n'), [{ n: 1 }])
})

test('the note of a server that is at work is never removed', { skip: process.platform !== 'linux' }, async (t) => {
  const folder = makeFolder(t)
  const postgres = await start(t, folder)
  assert.equal(removeFalseNote(join(folder, 'postgres')), false)
  assert.equal(postgres.isUp(), true)
  assert.equal(await findPrivatePostgres(folder), postgres.url)
})

test(
  "root's closed folders: the database goes where PostgreSQL's user can reach it",
  { skip: !isRoot() },
  async (t) => {
    const open = makeFolder(t)
    const closed = join(open, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const folder = join(closed, 'data')
    const outside = join(open, 'outside')
    const options = { dataFolder: folder, log: quiet, outside }
    const first = await startPrivatePostgres(options)
    atTheEnd(t, first.stop)
    await query(first.url, 'create table note (n int)')
    await first.stop()
    assert.equal(realpathSync(join(folder, 'postgres')).startsWith(realpathSync(outside)), true)
    const second = await startPrivatePostgres(options)
    atTheEnd(t, second.stop)
    assert.deepEqual(await query(second.url, 'select count(*)::int as n from note'), [{ n: 0 }])
  },
)

test('a restored backup that belongs to root is given to the user who runs it', { skip: !isRoot() }, async (t) => {
  const folder = makeFolder(t)
  const copy = makeFolder(t)
  await (await start(t, folder)).stop()
  cpSync(join(folder, 'postgres'), join(copy, 'postgres'), { recursive: true })
  spawnSync('chown', ['-R', 'root:root', join(copy, 'postgres')])
  const postgres = await start(t, copy)
  assert.deepEqual(await query(postgres.url, 'select 1 as n'), [{ n: 1 }])
})
