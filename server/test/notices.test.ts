// Telling people: inbox, templates, quiet hours, and the live stream without loss or repeats.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import pg from 'pg'
import { caseSteps } from '../../contract/src/cases-life.ts'
import { defaultTemplates, tell, type Telling } from '../src/modules/notices/index.ts'
import { notWithinQuiet } from '../src/modules/notices/quiet-hours.ts'
import type { Cx } from '../src/platform/cx.ts'
import type { Tx } from '../src/platform/database.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
await app.server.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.server.address() as AddressInfo

const later: { job: string; data: object; startAfter: Date | undefined }[] = []
const cxOn = (db: Tx, now = new Date()): Cx<null> => ({
  db,
  actor: null,
  districtId: district.id,
  now,
  origin: { address: '', device: '', language: 'zh-CN', site: '' },
  journal: async () => undefined,
  later: async (job, data, options) => void later.push({ job, data, startAfter: options?.startAfter }),
  live: (topic, id) => app.parts.live.tell(topic, id),
  setSession: () => undefined,
})
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
    until,
    ended,
    close: () => answer.destroy(),
  }
}
const bodies = (events: readonly SentEvent[]) => events.map((one) => one.data.body)
const numbered = (n: number) => `${n}，您能看到这条消息，通知就是通的。`

test('every step that notifies somebody has a template for each, in both languages, and every field is known', () => {
  for (const [step, { notifies }] of Object.entries(caseSteps)) {
    for (const audience of notifies)
      assert.ok(
        defaultTemplates.some((one) => one.event === `case.${step}` && one.audience === audience),
        `${step} to ${audience}`,
      )
  }
  assert.equal(new Set(defaultTemplates.map((one) => `${one.event} ${one.audience}`)).size, defaultTemplates.length)
  for (const { event, zh, en, fields } of defaultTemplates) {
    for (const text of [zh.title, zh.body, en.title, en.body]) {
      assert.doesNotMatch(text, /[!！]/, event)
      for (const [, name] of text.matchAll(/\{(\w+)\}/g)) assert.ok(fields.includes(name!), `${event} {${name}}`)
    }
    assert.match(`${zh.title}${zh.body}`, /\p{Script=Han}/u)
    assert.doesNotMatch(en.body, /\p{Script=Han}/u)
  }
})
test('a message reaches the inbox once for each active person, in their language', async () => {
  const zh = await app.makeResident('王秀英')
  const en = await app.makeResident('Anna')
  const gone = await app.makeResident('已走')
  await app.sql("update persons set language = 'en' where id = $1", [en.id])
  await app.sql('update persons set active = false where id = $1', [gone.id])
  const thing = { kind: 'case', id: randomUUID() }
  await tellNow({
    event: 'case.dispatch',
    audience: 'reporter',
    personIds: [zh.id, zh.id, en.id, gone.id, randomUUID()],
    thing,
    fields: { number: '100001', handler: '安居物业', place: '1单元', words: '漏水' },
  })
  const [inZh, inEn] = [
    await app.call(zh.cookie, 'GET /api/notices/inbox'),
    await app.call(en.cookie, 'GET /api/notices/inbox'),
  ]
  assert.deepEqual(
    [inZh.body.total, inZh.body.unread, inZh.body.rows[0].title, inZh.body.rows[0].thing],
    [1, 1, '已转给安居物业', thing],
  )
  assert.match(inEn.body.rows[0].title, /^Passed to/)
  assert.equal((await app.sql('select 1 from messages where person_id = $1', [gone.id])).length, 0)
})
test('messages are read one by one or all at once, and only by their owner', async () => {
  const [mine, other] = [await app.makeResident('读'), await app.makeResident('别人')]
  for (let i = 0; i < 3; i++) await tellNow(telling([mine.id, other.id]))
  const inbox = async (query = '') => (await app.call(mine.cookie, `GET /api/notices/inbox${query}`)).body
  const ids = (await inbox()).rows.map((row: { id: string }) => row.id)
  const read = (cookie: string, body: object) => app.call(cookie, 'POST /api/notices/inbox/read', { body })
  assert.equal((await read(other.cookie, { ids })).body.unread, 3)
  assert.equal((await read(mine.cookie, { ids: [ids[0]] })).body.unread, 2)
  assert.deepEqual(
    (await inbox('?unread=true')).rows.map((row: { id: string }) => row.id),
    ids.slice(1),
  )
  const first = await inbox('?limit=2')
  assert.deepEqual(
    [...first.rows, ...(await inbox(`?limit=2&after=${first.next}`)).rows].map((row: { id: string }) => row.id),
    ids,
  )
  assert.equal((await read(mine.cookie, { all: true })).body.unread, 0)
  assert.equal((await app.call(null, 'GET /api/notices/inbox')).status, 401)
})
test('the district words a template anew: unknown fields are refused, the preview shows examples, the next message uses it', async () => {
  const admin = await app.makeStaff('郑强', 'administrator', district.organisations.office, district.id)
  const clerk = await app.makeStaff('周敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
  const list = (await app.call(admin.cookie, 'GET /api/notices/templates')).body as {
    id: string
    event: string
    audience: string
    fields: string[]
  }[]
  assert.equal(list.length, defaultTemplates.length)
  const { id } = list.find((one) => one.event === 'case.takeUp' && one.audience === 'reporter')!
  const wording = { title: '{handler}接手了', body: '编号 {number}' }
  assert.equal((await app.call(clerk.cookie, 'GET /api/notices/templates')).body.code, 'access.not-allowed')
  const wrong = await app.call(admin.cookie, `PUT /api/notices/templates/${id}`, {
    body: { ...wording, body: '{phone} {number}', sms: false },
  })
  assert.deepEqual(
    [wrong.body.code, wrong.body.fields],
    ['template.unknown-field', [{ path: 'body', message: '{phone}' }]],
  )
  assert.equal(
    (await app.call(admin.cookie, `PUT /api/notices/templates/${randomUUID()}`, { body: { ...wording, sms: false } }))
      .body.code,
    'template.not-found',
  )
  assert.deepEqual(
    (await app.call(admin.cookie, `POST /api/notices/templates/${id}/preview`, { body: wording })).body,
    { title: '安居物业接手了', body: '编号 100123' },
  )
  for (const sms of [true, false])
    assert.equal(
      (await app.call(admin.cookie, `PUT /api/notices/templates/${id}`, { body: { ...wording, sms } })).body.sms,
      sms,
    )
  const reporter = await app.makeResident('反映人')
  await tellNow({
    event: 'case.takeUp',
    audience: 'reporter',
    personIds: [reporter.id],
    thing: null,
    fields: { handler: '福湖物业', number: '7' },
  })
  const { title, body } = (await app.call(reporter.cookie, 'GET /api/notices/inbox')).body.rows[0]
  assert.deepEqual({ title, body }, { title: '福湖物业接手了', body: '编号 7' })
})
test('quiet hours hold phone messages back until they end, over midnight too', async () => {
  const at = (clock: string) => new Date(`2026-11-20T${clock}:00+08:00`)
  assert.deepEqual(notWithinQuiet(at('23:30'), '22:00', '07:00'), new Date('2026-11-21T07:00:00+08:00'))
  assert.deepEqual(notWithinQuiet(at('06:59'), '22:00', '07:00'), at('07:00'))
  assert.deepEqual(notWithinQuiet(at('07:00'), '22:00', '07:00'), at('07:00'))
  assert.deepEqual(notWithinQuiet(at('13:00'), '12:00', '14:00'), at('14:00'))
  assert.deepEqual(notWithinQuiet(at('15:00'), '12:00', '14:00'), at('15:00'))
  assert.deepEqual(notWithinQuiet(at('15:00'), null, null), at('15:00'))
  const [asleep, awake, never] = [
    await app.makeResident('早睡'),
    await app.makeResident('夜猫'),
    await app.makeResident('不收'),
  ]
  await app.sql("update persons set quiet_from = '22:00', quiet_to = '07:00' where id = $1", [asleep.id])
  await app.sql('update persons set sms_allowed = false where id = $1', [never.id])
  later.length = 0
  const closed: Telling = {
    event: 'case.close',
    audience: 'reporter',
    personIds: [asleep.id, awake.id, never.id],
    thing: null,
    fields: { number: '1', said: '已修好' },
  }
  await app.database.transaction((db) => tell(cxOn(db, at('23:30')), closed))
  const rows = await app.sql('select person_id, not_before, text from sms_messages where person_id = any($1)', [
    closed.personIds,
  ])
  assert.deepEqual(
    new Map(rows.map((row) => [row.person_id, row.not_before.toISOString()])),
    new Map([
      [asleep.id, '2026-11-20T23:00:00.000Z'],
      [awake.id, at('23:30').toISOString()],
    ]),
  )
  assert.match(rows[0]!.text, /已修好/)
  assert.deepEqual(later.map((one) => one.startAfter?.toISOString()).sort(), ['2026-11-20T23:00:00.000Z', undefined])
})
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
test('the outbox of phone messages is there in demo mode only', async () => {
  assert.equal((await app.call(null, 'GET /api/notices/sms-outbox')).status, 200)
  const real = await testApp({ LINLI_DEMO: '0' })
  assert.equal((await real.call(null, 'GET /api/notices/sms-outbox')).body.code, 'http.not-found')
})
