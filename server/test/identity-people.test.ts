// One's own data and consent; the register of people by area, masked; who may change whose sign-in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPositions } from '../../contract/src/organisations-positions.ts'
import { uuidv7 } from 'uuidv7'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const clerkA1 = await app.makeStaff('周敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
const clerkA2 = await app.makeStaff('吴静', 'communityClerk', district.organisations.communityA2, district.communityA2)
const admin = await app.makeStaff('郑强', 'administrator', district.organisations.office, district.id)
const property = await app.makeStaff('冯涛', 'propertyManager', district.organisations.property1, district.estate1)
const residentA1 = await app.makeResident('王秀英', district.home1)
const residentA2 = await app.makeResident('李国栋', district.homeA2)
const names = async (cookie: string, query = '') =>
  (await app.call(cookie, `GET /api/identity/people?limit=200${query}`)).body.rows.map(
    (row: { name: string }) => row.name,
  ) as string[]

test('a clerk sees the people of the own community, an administrator all, a property manager none', async () => {
  const mine = await names(clerkA1.cookie)
  assert.ok(mine.includes('王秀英') && mine.includes('周敏'))
  assert.ok(!mine.includes('李国栋') && !mine.includes('吴静') && !mine.includes('郑强'))
  const all = await names(admin.cookie)
  for (const name of ['王秀英', '李国栋', '周敏', '吴静', '郑强', '冯涛']) assert.ok(all.includes(name), name)
  assert.equal((await app.call(property.cookie, 'GET /api/identity/people')).body.code, 'access.not-allowed')
  assert.equal((await app.call(null, 'GET /api/identity/people')).body.code, 'identity.not-signed-in')
})
test('people are found by two characters, by the whole phone number, and page by page', async () => {
  // Changing the name also changes what is searched.
  await app.call(residentA1.cookie, 'PATCH /api/identity/me', { body: { name: '王秀英' } })
  assert.deepEqual(await names(admin.cookie, `&search=${encodeURIComponent('秀英')}`), ['王秀英'])
  assert.deepEqual(await names(admin.cookie, `&search=${residentA2.phone}`), ['李国栋'])
  assert.deepEqual(await names(clerkA1.cookie, `&search=${residentA2.phone}`), [])
  assert.ok(!(await names(admin.cookie, '&staffOnly=true')).includes('王秀英'))
  const all = await names(admin.cookie)
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: { rows: { name: string }[]; next: string | null; total: number } = (
      await app.call(admin.cookie, `GET /api/identity/people?limit=2${next === '' ? '' : `&after=${next}`}`)
    ).body
    assert.equal(page.total, all.length)
    seen.push(...page.rows.map((row) => row.name))
    next = page.next
  }
  assert.deepEqual(seen, all)
})
test('a cursor nobody gave out is refused, not a fault', async () => {
  const cursors = [
    'x',
    Buffer.from('["abc","def"]').toString('base64url'),
    Buffer.from('["not-a-uuid"]').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
  ]
  for (const path of ['identity/people', 'notices/inbox']) {
    for (const after of cursors)
      assert.equal((await app.call(admin.cookie, `GET /api/${path}?after=${after}`)).body.code, 'http.bad-input')
  }
})
test('phones are masked everywhere; revealing one needs a reason and is written down', async () => {
  const list = await app.call(clerkA1.cookie, 'GET /api/identity/people?limit=200')
  const one = await app.call(clerkA1.cookie, `GET /api/identity/people/${residentA1.id}`)
  assert.equal(one.body.phone, `${residentA1.phone.slice(0, 3)}****${residentA1.phone.slice(-4)}`)
  assert.equal(one.body.homes.length, 1)
  assert.ok(!list.raw.includes(residentA1.phone) && !one.raw.includes(residentA1.phone))
  const reveal = (cookie: string, body: object, id = residentA1.id) =>
    app.call(cookie, `POST /api/identity/people/${id}/reveal`, { body })
  assert.equal((await reveal(clerkA1.cookie, { reason: '' })).body.code, 'http.bad-input')
  assert.equal((await reveal(clerkA2.cookie, { reason: '回访' })).body.code, 'identity.no-person')
  assert.equal((await reveal(clerkA1.cookie, { reason: '回访' })).body.phone, residentA1.phone)
  const journal = await app.sql(
    "select actor_id, canonical from journal where action = 'identity.reveal' and thing_id = $1",
    [residentA1.id],
  )
  assert.equal(journal.length, 1)
  assert.equal(journal[0]!.actor_id, clerkA1.id)
  assert.ok(journal[0]!.canonical.includes('回访') && !journal[0]!.canonical.includes(residentA1.phone))
  const [kept] = await app.sql("select count(*)::int as n from idempotency where route like '%/reveal%'")
  assert.equal(kept!.n, 0, 'the answer is not kept for retries')
})
test('registering a person twice by the same phone or login is refused, and the registrar sees them', async () => {
  const body = { name: '陈新', phone: '13600000001', login: 'chenxin' }
  const made = await app.call(clerkA1.cookie, 'POST /api/identity/people', { body })
  assert.equal(made.status, 200)
  assert.equal(made.body.phone, '136****0001')
  assert.ok((await names(clerkA1.cookie)).includes('陈新'))
  assert.ok(!(await names(clerkA2.cookie)).includes('陈新'))
  const again = (more: object) =>
    app.call(clerkA2.cookie, 'POST /api/identity/people', { body: { name: '别人', phone: null, ...more } })
  assert.equal((await again({ phone: body.phone })).body.code, 'identity.phone-taken')
  assert.equal((await again({ login: 'CHENXIN' })).body.code, 'identity.login-taken')
  assert.equal((await again({ login: '13800000000' })).body.code, 'http.bad-input')
  assert.equal((await again({ login: 'biren', password: 'short' })).body.code, 'identity.weak-password')
  assert.equal((await app.sql("select 1 from persons where name = '别人'")).length, 0)
})
test('a clerk cannot take over the account of somebody who may do more', async () => {
  const secretary = await app.makeStaff(
    '孙书记',
    'communitySecretary',
    district.organisations.communityA1,
    district.communityA1,
  )
  await app.sql(
    "insert into home_people (id, district_id, home_id, person_id, relation, state) values ($1, $2, $3, $4, 'owner', 'confirmed')",
    [uuidv7(), district.id, district.home1, admin.id],
  )
  for (const target of [secretary, admin]) {
    assert.equal((await app.call(clerkA1.cookie, `GET /api/identity/people/${target.id}`)).status, 200)
    for (const body of [
      { password: '幸福里的老槐树2026' },
      { phone: '13600000009' },
      { login: 'mine' },
      { active: false },
    ]) {
      assert.equal(
        (await app.call(clerkA1.cookie, `PATCH /api/identity/people/${target.id}`, { body })).body.code,
        'appointment.beyond-own',
      )
    }
    assert.equal((await app.call(target.cookie, 'GET /api/identity/me')).status, 200)
  }
  await app.sql('delete from home_people where person_id = $1', [admin.id])
})
test('an administrator helps a secretary to sign in again and closes the account of one who left', async () => {
  const secretary = await app.makeStaff(
    '钱书记',
    'communitySecretary',
    district.organisations.communityA1,
    district.communityA1,
  )
  for (const body of [{ password: '幸福里的老槐树2026' }, { active: false }])
    assert.equal((await app.call(admin.cookie, `PATCH /api/identity/people/${secretary.id}`, { body })).status, 200)
  assert.equal((await app.call(secretary.cookie, 'GET /api/identity/me')).status, 401)
})
test('changing how a person signs in ends their sessions; out of the area there is no such person', async () => {
  const resident = await app.makeResident('何平', district.home1)
  const change = (cookie: string, body: object) =>
    app.call(cookie, `PATCH /api/identity/people/${resident.id}`, { body })
  assert.equal((await change(clerkA2.cookie, { name: '何大平' })).body.code, 'identity.no-person')
  assert.equal((await change(clerkA1.cookie, { name: '何大平' })).body.name, '何大平')
  assert.equal((await app.call(resident.cookie, 'GET /api/identity/me')).status, 200)
  assert.equal((await change(clerkA1.cookie, { phone: residentA1.phone })).body.code, 'identity.phone-taken')
  assert.equal((await change(clerkA1.cookie, { phone: '13600000002' })).body.phone, '136****0002')
  assert.equal((await app.call(resident.cookie, 'GET /api/identity/me')).status, 401)
})
test('my permissions are the union of the appointments in force today, no more', async () => {
  const person = await app.makePerson('多岗')
  await app.appoint(person.id, 'unitLead', district.organisations.communityA1, district.unit1)
  await app.appoint(person.id, 'propertyWorker', district.organisations.property1, district.estate1)
  await app.appoint(person.id, 'administrator', district.organisations.office, district.id, '2020-01-01', '2020-12-31')
  await app.appoint(person.id, 'communityClerk', district.organisations.communityA1, district.communityA1, '2999-01-01')
  const me = await app.call(await app.signIn(person.id), 'GET /api/identity/me')
  const inForce = defaultPositions.filter(({ code }) => code === 'unitLead' || code === 'propertyWorker')
  const union = new Set(inForce.flatMap((position) => position.permissions))
  assert.deepEqual([...me.body.permissions].sort(), [...union].sort())
  assert.deepEqual(me.body.appointments.map((one: { position: { code: string } }) => one.position.code).sort(), [
    'propertyWorker',
    'unitLead',
  ])
  assert.equal(me.body.district.name, '临溪县')
})
test('my settings are changed one by one, and wrong ones are refused', async () => {
  const { cookie } = await app.makeResident('设置')
  const set = (body: object) => app.call(cookie, 'PATCH /api/identity/me', { body })
  assert.deepEqual((await set({ quiet: { from: '22:00', to: '07:00' } })).body.quiet, { from: '22:00', to: '07:00' })
  const after = await set({ language: 'en', largeType: true })
  assert.deepEqual(
    [after.body.language, after.body.largeType, after.body.quiet.from, after.body.name],
    ['en', true, '22:00', '设置'],
  )
  assert.equal((await set({ quiet: null })).body.quiet, null)
  for (const wrong of [
    { quiet: { from: '25:00', to: '07:00' } },
    { language: 'fr' },
    { name: '' },
    { name: 'x'.repeat(61) },
  ])
    assert.equal((await set(wrong)).body.code, 'http.bad-input')
})
test('the privacy notice is read in both languages; consent is given to the one in force and withdrawn', async () => {
  const person = await app.makePerson('同意')
  const cookie = await app.signIn(person.id)
  const zh = await app.call(null, 'GET /api/identity/privacy')
  const en = await app.call(null, 'GET /api/identity/privacy', { headers: { 'accept-language': 'en' } })
  assert.equal(zh.body.version, en.body.version)
  assert.equal(zh.body.kept.length, en.body.kept.length)
  assert.match(zh.body.kept[0].what, /手机号/)
  assert.match(en.body.kept[0].what, /Mobile/)
  const say = (body: object) => app.call(cookie, 'POST /api/identity/me/consent', { body })
  assert.equal((await say({ version: zh.body.version, given: false })).body.consent.current, false)
  assert.equal((await say({ version: 'of old', given: true })).body.code, 'http.bad-input')
  assert.equal((await say({ version: zh.body.version, given: true })).body.consent.current, true)
  const history = await app.call(cookie, 'GET /api/identity/me/consents')
  assert.deepEqual(
    history.body.map((one: { given: boolean }) => one.given),
    [true, false, true],
  )
})
test('I download everything kept about me, and nothing of others', async () => {
  const { cookie, phone, id } = await app.makeResident('导出')
  await app.call(cookie, 'POST /api/notices/test-message', { body: {} })
  const answer = await app.call(cookie, 'GET /api/identity/me/export')
  assert.match(String(answer.headers['content-disposition']), /^attachment;/)
  assert.equal(answer.body.me.id, id)
  assert.equal(answer.body.me.phone, phone)
  assert.equal(answer.body.homes.length, 1)
  assert.equal(answer.body.messages.length, 1)
  assert.equal(answer.body.consents.length, 1)
  assert.equal(answer.body.sessions.length, 1)
  assert.ok(!answer.raw.includes(residentA1.id) && !answer.raw.includes('token'))
})
test('erasure removes name, phone, sessions and homes, keeps the row, and the phone may register anew', async () => {
  const { cookie, phone, id } = await app.makeResident('注销人')
  await app.call(cookie, 'POST /api/notices/test-message', { body: {} })
  const reported = { words: '路灯不亮了', placeId: district.unit1, photos: [] }
  const { body: made } = await app.call(cookie, 'POST /api/cases', { body: reported })
  assert.equal(
    (await app.call(cookie, 'POST /api/identity/me/erasure', { body: { confirm: 'yes' } })).body.code,
    'http.bad-input',
  )
  assert.equal((await app.call(cookie, 'POST /api/identity/me/erasure', { body: { confirm: 'erase' } })).status, 200)
  assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 401)
  const [row] = await app.sql(
    'select name, phone_sealed, phone_hash, phone_masked, active from persons where id = $1',
    [id],
  )
  assert.deepEqual(row, { name: '已注销用户', phone_sealed: null, phone_hash: null, phone_masked: null, active: false })
  assert.deepEqual(
    (await app.sql('select state from home_people where person_id = $1', [id])).map((one) => one.state),
    ['ended'],
  )
  assert.equal((await app.sql('select 1 from messages where person_id = $1', [id])).length, 0)
  assert.ok(!(await names(admin.cookie)).includes('已注销'))
  const kept = await app.call(clerkA1.cookie, `GET /api/cases/${made.id}`)
  assert.equal(kept.body.words, '路灯不亮了')
  assert.ok(!kept.raw.includes('注销人'), 'neither as the reporter nor in the timeline')
  await app.call(null, 'POST /api/identity/phone-codes', { body: { phone } })
  const outbox = await app.call(null, 'GET /api/notices/sms-outbox')
  const code = /\d{6}/.exec(outbox.body.find((one: { to: string }) => one.to === phone).text)![0]
  const anew = await app.call(null, 'POST /api/identity/phone-sessions', { body: { phone, code } })
  assert.equal(anew.body.isNew, true)
  assert.notEqual(anew.body.me.id, id)
})
