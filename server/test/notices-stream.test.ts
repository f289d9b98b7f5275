// The live stream: without loss or repeats, although transactions commit out of order.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import pg from 'pg'
import { tell, type Telling } from '../src/modules/notices/index.ts'
import type { Cx } from '../src/platform/cx.ts'
import type { Tx } from '../src/platform/database.ts'
import { workerCx } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
await app.server.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.server.address() as AddressInfo

const cxOn = (db: Tx, now = new Date()): Cx<null> =>
  workerCx(app, db, { now, live: (topic, id) => app.parts.live.tell(topic, id) })
const telling = (personIds: string[], fields: Record<string, string> = { name: '王秀英' }): Telling => ({
  event: 'test',
  audience: 'person',
  personIds,
  thing: null,
  fields,
})
const tellNow = (what: Telling) => app.database.transaction((db) => tell(cxOn(db), what))

interface SentEvent {
  readonly id: string | undefined
  readonly event: string | undefined
  readonly data: { id?: string; body?: string; seq?: string }
}
/** Opens the stream as a browser does; `until` waits for a number of events of a kind. */
const openStream = async (cookie: string, lastEventId?: string) => {
  const events: SentEvent[] = []
  const retries: number[] = []
  let woken: () => void = () => undefined
  let text = ''
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        path: '/api/notices/stream',
        headers: { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
      },
      resolve,
    )
    asked.on('error', reject)
    asked.end()
  })
  const ended = new Promise<void>((resolve) => void answer.on('close', () => resolve()))
  answer.on('error', () => undefined)
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2)
      const data = field('data')
      if (field('retry') !== undefined) retries.push(Number(field('retry')))
      if (data !== undefined) events.push({ id: field('id'), event: field('event'), data: JSON.parse(data) })
    }
    woken()
  })
  const until = async (event: string, count: number) => {
    const found = () => events.filter((one) => one.event === event)
    while (found().length < count) await new Promise<void>((resolve) => (woken = resolve))
    return found()
  }
  await until('ready', 1)
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    events,
    retries,
    until,
    ended,
    close: () => answer.destroy(),
  }
}
const bodies = (events: readonly SentEvent[]) => events.map((one) => one.data.body)
const numbered = (n: number) => `${n}，您能看到这条消息，通知就是通的。`

test('the stream needs a session, begins at the newest, and brings what comes after', async () => {
  const { id, cookie } = await app.makeResident('直播')
  assert.equal((await app.call(null, 'GET /api/notices/stream')).status, 401)
  await tellNow(telling([id], { name: '0' }))
  const stream = await openStream(cookie)
  assert.deepEqual([stream.status, stream.type], [200, 'text/event-stream; charset=utf-8'])
  await tellNow(telling([id], { name: '1' }))
  await tellNow(telling([id], { name: '2' }))
  const got = await stream.until('message', 2)
  assert.deepEqual(bodies(got), [numbered(1), numbered(2)])
  for (const one of got) assert.equal(one.data.seq, one.id)
  stream.close()
})
test('a reconnect resumes exactly after the last event seen, also when none was seen yet', async () => {
  const { id, cookie } = await app.makeResident('断线')
  const first = await openStream(cookie)
  const start = first.events[0]!.id
  first.close()
  for (let i = 1; i <= 4; i++) await tellNow(telling([id], { name: String(i) }))
  const second = await openStream(cookie, start)
  const all = await second.until('message', 4)
  assert.deepEqual(bodies(all), [1, 2, 3, 4].map(numbered))
  second.close()
  const third = await openStream(cookie, all[1]!.id)
  assert.deepEqual(bodies(await third.until('message', 2)), [3, 4].map(numbered))
  third.close()
  for (const nonsense of ['abc', '1', '-', '99999999999999999-1', "1-1'; drop table messages"]) {
    const stream = await openStream(cookie, nonsense)
    await tellNow(telling([id], { name: '5' }))
    assert.deepEqual(bodies(await stream.until('message', 1)), [numbered(5)], nonsense)
    stream.close()
  }
})
test('transactions that commit out of order lose nothing: the later one waits for the earlier', async () => {
  const { id, cookie } = await app.makeResident('乱序')
  const stream = await openStream(cookie)
  const slow = new pg.Client({ connectionString: app.url })
  await slow.connect()
  await slow.query('begin')
  await slow.query(
    "insert into messages (id, district_id, person_id, event, title, body, at) values ($1, $2, $3, 'test', 't', 'slow', now())",
    [randomUUID(), district.id, id],
  )
  await tellNow(telling([id], { name: 'fast' }))
  // Seen in the inbox at once, but its place in the stream is not final while an older transaction runs.
  assert.equal((await app.call(cookie, 'GET /api/notices/inbox')).body.total, 1)
  const impatient = await openStream(cookie, stream.events[0]!.id)
  await slow.query('commit')
  await slow.end()
  for (const one of [stream, impatient]) {
    const got = await one.until('message', 2)
    assert.deepEqual(bodies(got), ['slow', 'fast，您能看到这条消息，通知就是通的。'])
    one.close()
  }
})
test('many writers at once, a reader that keeps reconnecting: every message once, in one order', async () => {
  const { id, cookie } = await app.makeResident('并发')
  let last = await openStream(cookie).then((stream) => (stream.close(), stream.events[0]!.id))
  const writing = Promise.all(Array.from({ length: 40 }, (_, i) => tellNow(telling([id], { name: String(i) }))))
  const seen: string[] = []
  while (seen.length < 40) {
    const stream = await openStream(cookie, last)
    const got = await stream.until('message', Math.min(7, 40 - seen.length))
    stream.close()
    seen.push(...got.map((one) => one.data.id!))
    last = got.at(-1)!.id
  }
  await writing
  assert.equal(seen.length, 40)
  const order = (await app.sql('select id from messages where person_id = $1 order by tx, seq', [id])).map(
    (row) => row.id,
  )
  assert.deepEqual(seen, order)
})
test('a changed case is told only to those who may see it', async () => {
  const [reporter, stranger] = [await app.makeResident('反映人'), await app.makeResident('路人', district.homeA2)]
  const clerk = await app.makeStaff('周敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
  const streams = await Promise.all([reporter, clerk, stranger].map((one) => openStream(one.cookie)))
  const made = await app.call(reporter.cookie, 'POST /api/cases', {
    body: { words: '路灯不亮了', placeId: district.unit1, photos: [] },
  })
  assert.equal(made.status, 200)
  for (const stream of streams.slice(0, 2)) assert.equal((await stream.until('case', 1))[0]!.data.id, made.body.id)
  // What comes after it has arrived, so the case would have too.
  await tellNow(telling([stranger.id]))
  await streams[2]!.until('message', 1)
  assert.equal(streams[2]!.events.filter((one) => one.event === 'case').length, 0)
  for (const stream of streams) stream.close()
})
test('a seventh stream of a person crowds out the oldest, which is told to stay away; others keep theirs', async () => {
  const [{ id, cookie }, neighbour] = [await app.makeResident('多窗口'), await app.makeResident('邻居')]
  const other = await openStream(neighbour.cookie)
  const streams: Awaited<ReturnType<typeof openStream>>[] = []
  for (let i = 0; i < 6; i++) streams.push(await openStream(cookie))
  assert.equal(streams[0]!.events.filter((one) => one.event === 'full').length, 0)
  streams[1]!.close()
  await streams[1]!.ended
  // A closed one has given its place back as soon as the server has seen it go.
  const seventh = await openStream(cookie)
  const eighth = await openStream(cookie)
  await streams[0]!.ended
  assert.equal(streams[0]!.events.at(-1)!.event, 'full')
  assert.ok(streams[0]!.retries.at(-1)! >= 600_000, 'a browser would not come back at once')
  await tellNow(telling([id, neighbour.id]))
  for (const one of [...streams.slice(3), seventh, eighth, other]) {
    assert.equal((await one.until('message', 1)).length, 1)
    assert.equal(one.events.filter((event) => event.event === 'full').length, 0)
    one.close()
  }
  streams[2]!.close()
})
