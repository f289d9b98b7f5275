// The whole launcher with a stand-in server: signals, kills, a second instance, and what it says when it cannot start.
import assert from 'node:assert/strict'
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { isAlive } from '../src/postmaster-file.ts'
import { findPrivatePostgres } from '../src/private-postgres.ts'
import { isRoot } from '../src/unprivileged-user.ts'
import { availablePrograms, killEverything, killPostmaster, launch, makeFolder, until } from './support.ts'

/** Somebody else's server, answering each caller with these bytes in turn. */
function listenWith(t: TestContext, answers: Buffer[]): Promise<number> {
  return new Promise((done) => {
    const server = createServer((caller) => {
      let next = 0
      caller.on('error', () => {})
      caller.on('data', () => caller.write(answers[Math.min(next++, answers.length - 1)] ?? ''))
    })
    t.after(() => server.close())
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}

test('the server gets the settings, and a database that answers', async (t) => {
  const folder = makeFolder(t)
  const launched = await launch(t, { LINLI_DATA: folder, LINLI_DEMO: '0' })
  await launched.ready()
  assert.equal(await launched.get('/settings'), `${folder} 0 127.0.0.1`)
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal}: the request in flight is answered, server and PostgreSQL stop, the exit code is 0`, async (t) => {
    const folder = makeFolder(t)
    const launched = await launch(t, { LINLI_DATA: folder })
    await launched.ready()
    const server = Number(await launched.get('/pid'))
    const slow = launched.get('/slow')
    // The request counts as in flight once the server has answered one that was sent after it.
    await launched.get('/')
    launched.child.kill(signal)
    assert.equal(await slow, 'rows 1')
    assert.equal(await launched.ended, 0, launched.output())
    assert.equal(isAlive(server), false)
    assert.equal(await findPrivatePostgres(folder), undefined)
    assert.equal(existsSync(join(folder, 'postgres/postmaster.pid')), false)
  })
}

test('after kill -9 of launcher, server and PostgreSQL the next start recovers by itself', async (t) => {
  const folder = makeFolder(t)
  for (let round = 1; round <= 3; round++) {
    const launched = await launch(t, { LINLI_DATA: folder })
    await launched.ready()
    assert.equal(await launched.get('/'), 'rows 1')
    await killEverything(launched, folder)
  }
})

test('after kill -9 of the launcher alone the server leaves, and the next start uses the PostgreSQL that is up', async (t) => {
  const folder = makeFolder(t)
  const first = await launch(t, { LINLI_DATA: folder })
  await first.ready()
  const server = Number(await first.get('/pid'))
  first.child.kill('SIGKILL')
  await until(() => !isAlive(server), 'the orphaned server to leave')
  const second = await launch(t, { LINLI_DATA: folder, PORT: String(first.port) })
  await second.ready()
  assert.match(second.output(), /was running and is used again/)
  second.child.kill('SIGTERM')
  assert.equal(await second.ended, 0)
  assert.equal(await findPrivatePostgres(folder), undefined)
})

test('a PostgreSQL that dies while the server runs is started again', async (t) => {
  const folder = makeFolder(t)
  const launched = await launch(t, { LINLI_DATA: folder })
  await launched.ready()
  assert.equal(killPostmaster(folder), true)
  await until(async () => (await launched.get('/')) === 'rows 1', 'answers from the database')
  await until(() => /is started again/.test(launched.output()), 'the sentence about it')
})

test('a second instance on the same folder is refused with a sentence', async (t) => {
  const folder = makeFolder(t)
  const first = await launch(t, { LINLI_DATA: folder })
  await first.ready()
  const second = await launch(t, { LINLI_DATA: folder })
  assert.equal(await second.ended, 1)
  assert.match(second.output(), new RegExp(`✗ 另一个邻里（进程 ${first.child.pid}）正在使用数据文件夹`))
  assert.equal(await first.get('/'), 'rows 1')
})

test('a new start waits for one that is stopping', async (t) => {
  const folder = makeFolder(t)
  const first = await launch(t, { LINLI_DATA: folder })
  await first.ready()
  const slow = first.get('/slow')
  await first.get('/')
  first.child.kill('SIGTERM')
  const second = await launch(t, { LINLI_DATA: folder })
  await second.ready()
  assert.equal(await slow, 'rows 1')
  assert.equal(await second.get('/'), 'rows 1', second.output())
  assert.equal(await first.ended, 0)
})

test('a server that ends on its own takes the launcher with it, with its exit code', async (t) => {
  const folder = makeFolder(t)
  const launched = await launch(t, { LINLI_DATA: folder })
  await launched.ready()
  await launched.get('/leave').catch(() => '')
  assert.equal(await launched.ended, 7)
  assert.match(launched.output(), /The server ended \(code 7\)/)
  assert.equal(await findPrivatePostgres(folder), undefined)
})

test('a taken port is refused with a sentence that offers another, and nothing is left running', async (t) => {
  const folder = makeFolder(t)
  const port = await listenWith(t, [])
  const launched = await launch(t, { LINLI_DATA: folder, PORT: String(port) })
  assert.equal(await launched.ended, 1)
  assert.match(launched.output(), new RegExp(`✗ 端口 ${port} 已被占用。`))
  assert.match(launched.output(), /PORT=\d+ npm start/)
  assert.equal(await findPrivatePostgres(folder), undefined)
})

test('an address of another machine is refused with a sentence', async (t) => {
  const launched = await launch(t, { LINLI_DATA: makeFolder(t), HOST: '192.0.2.1' })
  assert.equal(await launched.ended, 1)
  assert.match(launched.output(), /The address 192\.0\.2\.1 cannot be used/)
})

test('mistaken settings are all named before anything is started', async (t) => {
  const folder = makeFolder(t)
  const launched = await launch(t, { LINLI_DATA: folder, PORT: '99999', LINLI_POSTGRES: 'docker' })
  assert.equal(await launched.ended, 1)
  assert.match(launched.output(), /PORT must be[^]*LINLI_POSTGRES must be/)
  assert.equal(existsSync(join(folder, 'postgres')), false)
})

test('a data folder that is a file is refused with a sentence', async (t) => {
  const file = join(makeFolder(t), 'file')
  writeFileSync(file, '')
  const launched = await launch(t, { LINLI_DATA: file })
  assert.equal(await launched.ended, 1)
  assert.match(launched.output(), /✗ 数据文件夹 .* 不能写入。/)
})

test('an ordinary user whose data folder is not writable gets a sentence', async (t) => {
  const folder = makeFolder(t)
  chmodSync(folder, 0o555)
  // Root may write anywhere, so root tries as nobody.
  const as = isRoot() ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
  const launched = await launch(t, { LINLI_DATA: folder }, as)
  assert.equal(await launched.ended, 1)
  assert.match(launched.output(), /✗ 数据文件夹 .* 不能写入。[^]*EACCES/)
  chmodSync(folder, 0o755)
})

test('as an ordinary user it works from either source', { skip: !isRoot() }, async (t) => {
  const folder = makeFolder(t)
  for (const programs of availablePrograms()) {
    const own = join(folder, programs)
    mkdirSync(own)
    // The parent is root's, the folder the user's: what an administrator would prepare.
    chownSync(own, 65534, 65534)
    const as = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    const launched = await launch(t, { LINLI_DATA: own, LINLI_POSTGRES: programs, HOME: dirname(own) }, as)
    await launched.ready()
    assert.equal(await launched.get('/'), 'rows 1', launched.output())
    launched.child.kill('SIGTERM')
    assert.equal(await launched.ended, 0, launched.output())
  }
})

test('an external database that is not there is refused with the reason, and the password is not shown', async (t) => {
  const url = 'postgresql://someone:geheim@127.0.0.1:1/linli'
  const launched = await launch(t, { LINLI_DATA: makeFolder(t), DATABASE_URL: url })
  assert.equal(await launched.ended, 1)
  assert.match(launched.output(), /✗ 连不上 DATABASE_URL 指定的数据库。[^]*ECONNREFUSED/)
  assert.doesNotMatch(launched.output(), /geheim/)
})

/** One message of PostgreSQL's protocol. */
function message(kind: string, ...parts: (string | number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(kind), size, body])
}

test('an external database older than 15 is refused with its version', async (t) => {
  const field = (name: string) => [`${name}\0`, [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]]
  const value = (text: string) => [[0, 0, 0, text.length], text]
  const welcome = Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', 'I')])
  const answer = Buffer.concat([
    message('T', [0, 2], ...field('version').concat(field('number'))),
    message('D', [0, 2], ...value('13.14'), ...value('130014')),
    message('C', 'SELECT 1\0'),
    message('Z', 'I'),
  ])
  const port = await listenWith(t, [welcome, answer])
  const url = `postgresql://someone@127.0.0.1:${port}/linli`
  const launched = await launch(t, { LINLI_DATA: makeFolder(t), DATABASE_URL: url })
  assert.equal(await launched.ended, 1)
  assert.match(launched.output(), /The database is PostgreSQL 13\.14, which is too old/)
})

test('an external database is used as it is, and is not stopped', async (t) => {
  const folder = makeFolder(t)
  const host = await launch(t, { LINLI_DATA: folder })
  await host.ready()
  const url = await findPrivatePostgres(folder)
  assert(url !== undefined)
  const guestFolder = makeFolder(t)
  const guest = await launch(t, { LINLI_DATA: guestFolder, DATABASE_URL: url })
  await guest.ready()
  guest.child.kill('SIGTERM')
  assert.equal(await guest.ended, 0)
  assert.equal(existsSync(join(guestFolder, 'postgres')), false)
  assert.equal(await host.get('/'), 'rows 1')
})
