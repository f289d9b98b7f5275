// What is kept about people only for a while: contacts from the open interface, answers for a retry; and how the person's own is found.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { modulesOf } from '../src/app.ts'
import { forgetContacts } from '../src/modules/open311/forget-contacts.ts'
import { forgetOldAnswers } from '../src/platform/http/idempotency.ts'
import { asWorker } from './support/as-worker.ts'
import { open311, openInterface } from './support/open311-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { post } = open311(app)
let key: string
before(async () => void ({ key } = await openInterface(app)))
const erase = (cookie: string) => app.call(cookie, 'POST /api/identity/me/erasure', { body: { confirm: 'erase' } })
/** A request from another system with somebody to contact; gives its case. */
const requested = async (phone: string): Promise<string> => {
  const answer = await post('requests.json', {
    api_key: key,
    service_code: 'LEAK',
    address_id: district.unit1,
    description: '楼道漏水',
    first_name: '桂兰',
    last_name: '王',
    phone,
    email: 'wang@example.org',
    account_id: 'account-zz',
  })
  assert.equal(answer.status, 200, answer.text)
  const [row] = await app.sql('select id from cases where number = $1', [answer.json[0].service_request_id])
  return row!['id'] as string
}
const kept = async (caseId: string) => {
  const [row] = await app.sql(
    'select r.contact_sealed, r.contact_hash, c.behalf_name, c.behalf_phone_sealed from open311_requests r join cases c on c.id = r.case_id where c.id = $1',
    [caseId],
  )
  return row!
}
const none = { contact_sealed: null, contact_hash: null, behalf_name: null, behalf_phone_sealed: null }
const forget = (days = 90) => asWorker(app, (cx) => forgetContacts(cx, app.parts.sealing, days))
const ended = (id: string, state: string, daysAgo: number) =>
  app.sql('update cases set state = $2, state_at = now() - make_interval(days => $3) where id = $1', [
    id,
    state,
    daysAgo,
  ])

test('contacts go with the person whose number they name; those of others stay', async () => {
  const person = await app.makeResident('王桂兰')
  const [mine, other] = [await requested(person.phone), await requested('13912345678')]
  assert.equal((await erase(person.cookie)).status, 200)
  assert.deepEqual(await kept(mine), none)
  const left = await kept(other)
  assert.ok(left['contact_sealed'] !== null && left['behalf_name'] === '王 桂兰')
})
test('contacts go some time after their case has ended, and not before', async () => {
  const cases = await Promise.all(['over', 'fresh', 'open', 'merged', 'mergedIntoOpen'].map(() => requested('12345')))
  const [over, fresh, open, merged, intoOpen] = cases as [string, string, string, string, string]
  await ended(over, 'confirmed', 91)
  await ended(fresh, 'confirmed', 89)
  await ended(open, 'inProgress', 400)
  await ended(merged, 'merged', 1)
  await ended(intoOpen, 'merged', 400)
  await app.sql('update cases set merged_into_id = $2 where id = $1', [merged, over])
  await app.sql('update cases set merged_into_id = $2 where id = $1', [intoOpen, open])
  await forget()
  const sealed = await Promise.all(cases.map(async (id) => (await kept(id))['contact_sealed'] !== null))
  assert.deepEqual(sealed, [false, true, true, false, true])
  await forget(88)
  assert.equal((await kept(fresh))['contact_sealed'], null)
})
test('contacts of an older version are found by their number too', async () => {
  const person = await app.makeResident('旧版的人')
  const caseId = await requested(person.phone)
  await app.sql('update open311_requests set contact_hash = null where case_id = $1', [caseId])
  await forget()
  await erase(person.cookie)
  assert.deepEqual(await kept(caseId), none)
})
test('an answer kept for a retry lies sealed, is given again word for word, and goes with the person', async () => {
  const person = await app.makeResident('回头再发')
  const send = () =>
    app.call(person.cookie, 'POST /api/cases', {
      body: { words: '路灯又不亮了', placeId: district.unit1, photos: [] },
      headers: { 'idempotency-key': retry },
    })
  const retry = randomUUID()
  const [first, again] = [await send(), await send()]
  assert.deepEqual([first.status, again.status, again.raw.toString()], [200, 200, first.raw.toString()])
  const stored = () => app.sql('select answer from idempotency where actor = $1', [person.id])
  const [row] = await stored()
  assert.match(row!['answer'] as string, /^sealed:[\w-]+$/)
  await erase(person.cookie)
  // The job runs after the commit; here it is waited for by running it.
  const jobs = Object.assign({}, ...modulesOf(app.parts).map((module) => module.jobs ?? {}))
  await asWorker(app, (cx) => jobs['identity.forget-name'].run(cx, { personId: person.id }))
  assert.deepEqual(await stored(), [])
})
test('an answer that an older version kept open is given again as well', async () => {
  const person = await app.makeResident('旧答复')
  const retry = randomUUID()
  const send = () =>
    app.call(person.cookie, 'POST /api/cases/views', {
      body: { name: '我的', query: {} },
      headers: { 'idempotency-key': retry },
    })
  const first = await send()
  await app.sql('update idempotency set answer = $2 where key = $1', [retry, first.raw.toString()])
  assert.deepEqual((await send()).body, first.body)
})
test('keys nobody sends again go after thirty days', async () => {
  for (const [name, days] of [
    ['old-key-of-a-month', 31],
    ['young-key-of-a-month', 29],
  ] as const)
    await app.sql(
      "insert into idempotency (actor, key, route, body_hash, at) values ('somebody', $1, '', '', now() - make_interval(days => $2))",
      [name, days],
    )
  await app.database.transaction((db) => forgetOldAnswers(db, new Date()))
  assert.deepEqual(await app.sql("select key from idempotency where actor = 'somebody'"), [
    { key: 'young-key-of-a-month' },
  ])
})
test('what one person did in cases, and contacts by a number, are found by an index', async () => {
  const planOf = async (statement: string) => {
    const rows = await app.database.transaction(async (db) => {
      await db.$client.query('set local enable_seqscan = off')
      return (await db.$client.query<Record<string, string>>(`explain ${statement}`)).rows
    })
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  const someone = `'${randomUUID()}'`
  assert.match(
    await planOf(`update case_events set actor_name = '' where actor_id = ${someone} and actor_name <> '已注销用户'`),
    /case_events_by_actor/,
  )
  assert.match(
    await planOf(
      `update open311_requests set contact_sealed = null where contact_hash = 'x' and contact_sealed is not null`,
    ),
    /open311_requests_by_contact/,
  )
})
