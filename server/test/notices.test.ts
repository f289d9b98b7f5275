// Telling people: inbox, templates, quiet hours.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseSteps } from '../../contract/src/cases-life.ts'
import { defaultTemplates, tell, type Telling } from '../src/modules/notices/index.ts'
import { notWithinQuiet } from '../src/modules/notices/quiet-hours.ts'
import type { Cx } from '../src/platform/cx.ts'
import type { Tx } from '../src/platform/database.ts'
import { workerCx } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app

const later: { job: string; data: object; startAfter: Date | undefined }[] = []
const cxOn = (db: Tx, now = new Date()): Cx<null> =>
  workerCx(app, db, {
    now,
    later: async (job, data, options) => void later.push({ job, data, startAfter: options?.startAfter }),
    live: (topic, id) => app.parts.live.tell(topic, id),
  })
const telling = (personIds: string[], fields: Record<string, string> = { name: '王秀英' }): Telling => ({
  event: 'test',
  audience: 'person',
  personIds,
  thing: null,
  fields,
})
const tellNow = (what: Telling) => app.database.transaction((db) => tell(cxOn(db), what))

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
  const thing = { kind: 'case', id: randomUUID() } as const
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
  const { en, ...preview } = (
    await app.call(admin.cookie, `POST /api/notices/templates/${id}/preview`, { body: wording })
  ).body
  assert.deepEqual(preview, { title: '安居物业接手了', body: '编号 100123' })
  assert.equal(en.title, '安居物业 has taken it up')
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
test('the English of a template is worded anew as the Chinese is, and goes back to the delivered text', async () => {
  const admin = await app.makeStaff('郑强', 'administrator', district.organisations.office, district.id)
  const known = defaultTemplates.find((one) => one.event === 'case.takeUp' && one.audience === 'reporter')!
  const find = async () =>
    (await app.call(admin.cookie, 'GET /api/notices/templates')).body.find(
      (one: { event: string; audience: string }) => one.event === known.event && one.audience === known.audience,
    )
  const { id, delivered, en: before, title, body, sms } = await find()
  assert.deepEqual([before, delivered], [known.en, { zh: known.zh, en: known.en }])
  const put = (en: object | undefined) =>
    app.call(admin.cookie, `PUT /api/notices/templates/${id}`, { body: { title, body, sms, ...(en ? { en } : {}) } })
  const wrong = await put({ title: 'For {phone}', body: 'No. {number}' })
  assert.deepEqual(
    [wrong.body.code, wrong.body.fields],
    ['template.unknown-field', [{ path: 'en.title', message: '{phone}' }]],
  )
  assert.equal((await put({ title: 'x'.repeat(101), body: 'No. {number}' })).status, 400)
  const own = { title: '{handler} is on it', body: 'Number {number}' }
  assert.deepEqual(
    (await app.call(admin.cookie, `POST /api/notices/templates/${id}/preview`, { body: { title, body, en: own } })).body
      .en,
    { title: '安居物业 is on it', body: 'Number 100123' },
  )
  assert.deepEqual((await put(own)).body.en, own)
  assert.deepEqual((await put(undefined)).body.en, own, 'left out, the English stays')
  const anna = await app.makeResident('Anna')
  await app.sql("update persons set language = 'en' where id = $1", [anna.id])
  const told = async () => {
    await tellNow({
      event: known.event,
      audience: known.audience,
      personIds: [anna.id],
      thing: null,
      fields: { handler: 'Anju', number: '7' },
    })
    return (await app.call(anna.cookie, 'GET /api/notices/inbox')).body.rows[0].title
  }
  assert.equal(await told(), 'Anju is on it')
  const [entry] = await app.sql(
    "select canonical from journal where thing_id = $1 and action = 'template.edit' order by seq desc limit 1",
    [id],
  )
  assert.match(String(entry!['canonical']), /Number \{number\}/)
  assert.deepEqual((await put(known.en)).body.en, known.en)
  assert.notEqual(await told(), 'Anju is on it')
  const [row] = await app.sql('select title_en, body_en from message_templates where id = $1', [id])
  assert.deepEqual(row, { title_en: null, body_en: null }, 'what is delivered is not kept as one’s own')
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
test('the outbox of phone messages is there in demo mode only', async () => {
  assert.equal((await app.call(null, 'GET /api/notices/sms-outbox')).status, 200)
  const real = await testApp({ LINLI_DEMO: '0' })
  assert.equal((await real.call(null, 'GET /api/notices/sms-outbox')).body.code, 'http.not-found')
})
test('where no phone message can be sent, who asks for a code is told so instead of waiting for it', async () => {
  const real = await testApp({ LINLI_DEMO: '0', LINLI_SMS: 'none' })
  const asked = await real.call(null, 'POST /api/identity/phone-codes', { body: { phone: '13812345678' } })
  assert.deepEqual([asked.status, asked.body.code], [409, 'notices.no-codes'])
  assert.equal((await real.sql('select 1 from phone_codes')).length, 0)
})
