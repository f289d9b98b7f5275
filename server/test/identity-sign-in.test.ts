// Signing in: phone codes and their limits, passwords and their lock, second factors.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP, Secret } from 'otpauth'
import { cookieOf, otherCode, phoneSignIn } from './support/phone-sign-in.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_TRUST_PROXY: '1' })
const { askCode, codeOf, fromElsewhere, newPhone, passMinutes, useCode } = phoneSignIn(app)
test('a first sign-in by phone code creates the person, a second one finds them', async () => {
  const phone = newPhone()
  const headers = fromElsewhere()
  assert.deepEqual((await askCode(phone, headers)).body, { expiresInSeconds: 300, resendInSeconds: 60 })
  const first = await useCode(phone, await codeOf(phone), headers)
  assert.equal(first.status, 200)
  assert.equal(first.body.isNew, true)
  assert.equal(first.body.me.name, `居民${phone.slice(-4)}`)
  assert.equal(first.body.me.phone, `${phone.slice(0, 3)}****${phone.slice(-4)}`)
  assert.match(String(first.headers['set-cookie']), /HttpOnly; SameSite=Lax/)
  await passMinutes(phone, 2)
  await askCode(phone, headers)
  const second = await useCode(phone, await codeOf(phone), headers)
  assert.equal(second.body.isNew, false)
  assert.equal(second.body.me.id, first.body.me.id)
  assert.equal((await app.call(cookieOf(second), 'GET /api/identity/me')).body.id, first.body.me.id)
})
test('a code works once, not after five minutes, and not for another phone', async () => {
  const phone = newPhone()
  const headers = fromElsewhere()
  await askCode(phone, headers)
  const code = await codeOf(phone)
  assert.equal((await useCode(newPhone(), code, headers)).body.code, 'identity.wrong-code')
  assert.equal((await useCode(phone, code, headers)).status, 200)
  assert.equal((await useCode(phone, code, headers)).body.code, 'identity.wrong-code')
  await passMinutes(phone, 2)
  await askCode(phone, headers)
  const late = await codeOf(phone)
  await passMinutes(phone, 5)
  assert.equal((await useCode(phone, late, headers)).body.code, 'identity.wrong-code')
})
test('five wrong attempts use a code up, though each was refused', async () => {
  const phone = newPhone()
  const headers = fromElsewhere()
  await askCode(phone, headers)
  const code = await codeOf(phone)
  for (let i = 0; i < 5; i++)
    assert.equal((await useCode(phone, otherCode(code), headers)).body.code, 'identity.wrong-code')
  assert.equal((await useCode(phone, code, headers)).body.code, 'identity.code-too-many')
})
test('one code a minute, five an hour for a phone: alike for known and unknown numbers', async () => {
  const known = await app.makePerson('林芳')
  for (const phone of [known.phone, newPhone()]) {
    const answers: unknown[] = []
    for (let i = 0; i < 5; i++) {
      answers.push((await askCode(phone, fromElsewhere())).body, (await askCode(phone, fromElsewhere())).body.code)
      await passMinutes(phone, 2)
    }
    answers.push((await askCode(phone, fromElsewhere())).body.code)
    const sent = { expiresInSeconds: 300, resendInSeconds: 60 }
    assert.deepEqual(answers, [
      ...Array.from({ length: 5 }, () => [sent, 'identity.code-too-soon']).flat(),
      'identity.code-too-many',
    ])
  }
})
test('twenty codes an hour for an address, also when they are asked for at once', async () => {
  const headers = fromElsewhere()
  const answers = await Promise.all(Array.from({ length: 23 }, () => askCode(newPhone(), headers)))
  assert.equal(answers.filter((answer) => answer.status === 200).length, 20)
  assert.deepEqual(
    [...new Set(answers.filter((answer) => answer.status !== 200).map((answer) => answer.body.code))],
    ['identity.code-too-many'],
  )
})
test('codes are kept only as hashes, and the phone only sealed', async () => {
  const phone = newPhone()
  await askCode(phone, fromElsewhere())
  const code = await codeOf(phone)
  const rows = await app.sql('select row_to_json(phone_codes)::text as text from phone_codes')
  assert.ok(rows.length > 0)
  for (const row of rows) assert.ok(!row.text.includes(`"${code}"`) && !row.text.includes(phone))
})

let logins = 0
const makeLogin = async (password = '幸福里的老槐树2026') => {
  const login = `clerk${++logins}`
  const admin = await app.makeStaff('管理员', 'administrator', app.district.organisations.office, app.district.id)
  const made = await app.call(admin.cookie, 'POST /api/identity/people', {
    body: { name: '周敏', phone: null, login, password },
  })
  assert.equal(made.status, 200)
  return { id: made.body.id as string, login, password }
}
const byPassword = (login: string, password: string, headers: Record<string, string>, totp?: string) =>
  app.call(null, 'POST /api/identity/password-sessions', {
    body: { login, password, ...(totp === undefined ? {} : { totp }) },
    headers,
  })

test('staff sign in by password, whatever the case of the login; the hash is argon2id', async () => {
  const { id, login, password } = await makeLogin()
  const answer = await byPassword(login.toUpperCase(), password, fromElsewhere())
  assert.equal(answer.status, 200)
  assert.equal(answer.body.me.id, id)
  const [row] = await app.sql('select password_hash from persons where id = $1', [id])
  assert.match(row!.password_hash, /^\$argon2id\$/)
})
test('after eight failures the right password is refused too, known login or not, until the lock has passed', async () => {
  const { login, password } = await makeLogin()
  const headers = fromElsewhere()
  for (const name of [login, 'nobody-at-all']) {
    for (let i = 0; i < 8; i++)
      assert.equal((await byPassword(name, 'wrong', headers)).body.code, 'identity.wrong-password')
    assert.equal((await byPassword(name, password, headers)).body.code, 'identity.locked')
  }
  await app.sql(
    "update sign_in_failures set locked_until = locked_until - interval '15 minutes', at = at - interval '15 minutes'",
  )
  assert.equal((await byPassword(login, password, headers)).status, 200)
})
test('many attempts at once cannot outrun the lock', async () => {
  const { login } = await makeLogin()
  const answers = await Promise.all(Array.from({ length: 16 }, () => byPassword(login, 'wrong', fromElsewhere())))
  assert.ok(answers.filter((answer) => answer.body.code === 'identity.wrong-password').length <= 8)
})
test('a deactivated person cannot sign in and has no session any more', async () => {
  const { id, login, password } = await makeLogin()
  const cookie = cookieOf(await byPassword(login, password, fromElsewhere()))
  const admin = await app.makeStaff('管理员', 'administrator', app.district.organisations.office, app.district.id)
  assert.equal(
    (await app.call(admin.cookie, `PATCH /api/identity/people/${id}`, { body: { active: false } })).status,
    200,
  )
  assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 401)
  assert.equal((await byPassword(login, password, fromElsewhere())).body.code, 'identity.deactivated')
})

const setUpTotp = async () => {
  const { id, login, password } = await makeLogin()
  const cookie = cookieOf(await byPassword(login, password, fromElsewhere()))
  const begun = await app.call(cookie, 'POST /api/identity/me/totp')
  assert.match(begun.body.qrSvg, /^<svg/)
  assert.match(begun.body.uri, /^otpauth:\/\/totp\//)
  const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret), period: 30, digits: 6 })
  const confirmed = await app.call(cookie, 'POST /api/identity/me/totp/confirm', { body: { code: totp.generate() } })
  assert.equal(confirmed.status, 200)
  return {
    id,
    login,
    password,
    totp,
    before: cookie,
    cookie: cookieOf(confirmed),
    recoveryCodes: confirmed.body.recoveryCodes as string[],
  }
}
/** As if the last code had been used long ago. */
const forgetStep = (id: string) => app.sql('update persons set totp_last_step = null where id = $1', [id])

test('with one-time codes the password alone is not enough, and no code works twice', async () => {
  const { id, login, password, totp, before, cookie } = await setUpTotp()
  assert.equal((await app.call(before, 'GET /api/identity/me')).status, 401, 'the session from before is over')
  assert.equal((await app.call(cookie, 'GET /api/identity/me')).body.hasTotp, true)
  const headers = fromElsewhere()
  assert.equal((await byPassword(login, password, headers)).body.code, 'identity.totp-needed')
  await forgetStep(id)
  const code = totp.generate()
  assert.equal((await byPassword(login, password, headers, code)).status, 200)
  assert.equal((await byPassword(login, password, headers, code)).body.code, 'identity.wrong-totp')
})
test('each of ten recovery codes works once, however it is typed', async () => {
  const { login, password, recoveryCodes } = await setUpTotp()
  assert.equal(new Set(recoveryCodes).size, 10)
  const headers = fromElsewhere()
  const typed = ` ${recoveryCodes[0]!.toUpperCase().replace('-', ' ')}`
  assert.equal((await byPassword(login, password, headers, typed)).status, 200)
  assert.equal((await byPassword(login, password, headers, recoveryCodes[0])).body.code, 'identity.wrong-totp')
  assert.equal((await byPassword(login, password, headers, recoveryCodes[1])).status, 200)
})
test('guessing one-time codes locks the account like guessing passwords', async () => {
  const { id, login, password, totp } = await setUpTotp()
  const headers = fromElsewhere()
  for (let i = 0; i < 8; i++)
    assert.equal(
      (await byPassword(login, password, headers, otherCode(totp.generate({ timestamp: 0 })))).body.code,
      'identity.wrong-totp',
    )
  await forgetStep(id)
  assert.equal((await byPassword(login, password, headers, totp.generate())).body.code, 'identity.locked')
})
test('with one-time codes the phone code alone is not enough either, and a mistake does not cost another message', async () => {
  const { id, totp, recoveryCodes } = await setUpTotp()
  const phone = newPhone()
  const { seal, hash } = app.parts.sealing
  await app.sql('update persons set phone_sealed = $2, phone_hash = $3 where id = $1', [
    id,
    seal(phone),
    hash(phone, 'phone'),
  ])
  const headers = fromElsewhere()
  await askCode(phone, headers)
  const code = await codeOf(phone)
  assert.equal((await useCode(phone, code, headers)).body.code, 'identity.totp-needed')
  assert.equal((await useCode(phone, code, headers, '')).body.code, 'identity.totp-needed')
  const wrong = otherCode(totp.generate({ timestamp: 0 }))
  assert.equal((await useCode(phone, otherCode(code), headers, totp.generate())).body.code, 'identity.wrong-code')
  assert.equal((await useCode(phone, code, headers, wrong)).body.code, 'identity.wrong-totp')
  await forgetStep(id)
  const done = await useCode(phone, code, headers, totp.generate())
  assert.equal(done.status, 200)
  assert.equal(done.body.me.id, id)
  assert.equal((await useCode(phone, code, headers, recoveryCodes[0])).body.code, 'identity.wrong-code', 'used up')
  await passMinutes(phone, 2)
  await askCode(phone, headers)
  assert.equal((await useCode(phone, await codeOf(phone), headers, recoveryCodes[0])).status, 200)
})
test('guessing one-time codes behind a right phone code locks too', async () => {
  const { id, totp } = await setUpTotp()
  const phone = newPhone()
  await app.sql('update persons set phone_hash = $2 where id = $1', [id, app.parts.sealing.hash(phone, 'phone')])
  const headers = fromElsewhere()
  await askCode(phone, headers)
  const code = await codeOf(phone)
  const wrong = otherCode(totp.generate({ timestamp: 0 }))
  for (let i = 0; i < 8; i++)
    assert.equal((await useCode(phone, code, headers, wrong)).body.code, 'identity.wrong-totp')
  await forgetStep(id)
  assert.equal((await useCode(phone, code, headers, totp.generate())).body.code, 'identity.locked')
})
test('one-time codes are removed only with the password', async () => {
  const { login, password, cookie } = await setUpTotp()
  assert.equal(
    (await app.call(cookie, 'POST /api/identity/me/totp/removal', { body: { password: 'guess' } })).body.code,
    'identity.wrong-password',
  )
  assert.equal((await app.call(cookie, 'POST /api/identity/me/totp/removal', { body: { password } })).status, 200)
  assert.equal((await byPassword(login, password, fromElsewhere())).status, 200)
})

test('a new password needs the old one, must not be weak, and ends the other sessions', async () => {
  const { login, password } = await makeLogin()
  const mine = cookieOf(await byPassword(login, password, fromElsewhere()))
  const other = cookieOf(await byPassword(login, password, fromElsewhere()))
  const set = (body: object) => app.call(mine, 'POST /api/identity/me/password', { body })
  assert.equal((await set({ next: '云帆直挂济沧海' })).body.code, 'identity.wrong-password')
  for (const next of ['short', '1234567890', 'aaaaaaaaaaaa', 'abcdefghijkl', `${login}-2026`, 'Password123']) {
    assert.equal((await set({ current: password, next })).body.code, 'identity.weak-password', next)
  }
  const done = await set({ current: password, next: '长风破浪会有时直挂云帆' })
  assert.equal(done.status, 200)
  for (const cookie of [mine, other]) assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 401)
  assert.equal((await app.call(cookieOf(done), 'GET /api/identity/me')).status, 200)
  assert.equal((await byPassword(login, password, fromElsewhere())).body.code, 'identity.wrong-password')
})

test('wrong input is refused with the fields named, and nothing is sent', async () => {
  const before = (await app.sql('select count(*)::int as n from sms_messages'))[0]!.n
  for (const phone of ['12345', '', null, { a: 1 }, '13800138000; drop table persons']) {
    const answer = await app.call(null, 'POST /api/identity/phone-codes', { body: { phone }, headers: fromElsewhere() })
    assert.equal(answer.body.code, 'http.bad-input')
    assert.equal(answer.body.fields[0].path, 'phone')
  }
  assert.equal((await app.sql('select count(*)::int as n from sms_messages'))[0]!.n, before)
})

test('whoever lost phone and recovery codes is let in again by an administrator, and is told', async () => {
  const { id, login, password, cookie } = await setUpTotp()
  const { office, communityA1 } = app.district.organisations
  await app.appoint(id, 'communitySecretary', communityA1, app.district.communityA1)
  const admin = await app.makeStaff('孟主任', 'administrator', office, app.district.id)
  const clerk = await app.makeStaff('小夏', 'communityClerk', communityA1, app.district.communityA1)
  const reset = (by: string, of: string, reason = '手机丢了，当面核对过') =>
    app.call(by, `POST /api/identity/people/${of}/totp-removal`, { body: { reason } })
  const mayReset = async (by: string, of: string) =>
    (await app.call(by, `GET /api/identity/people/${of}`)).body.mayResetTotp as boolean
  assert.equal((await reset(clerk.cookie, id)).body.code, 'appointment.beyond-own')
  assert.equal((await reset(admin.cookie, id, ' ')).body.code, 'http.bad-input')
  assert.equal((await reset(admin.cookie, admin.id)).body.code, 'identity.totp-own')
  assert.equal((await reset(admin.cookie, clerk.id)).body.code, 'identity.no-totp')
  assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 200, 'nothing has happened yet')
  assert.deepEqual([await mayReset(admin.cookie, id), await mayReset(admin.cookie, clerk.id)], [true, false])

  assert.equal((await reset(admin.cookie, id)).status, 200)
  assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 401, 'every session is over')
  assert.equal(await mayReset(admin.cookie, id), false)
  const answer = await byPassword(login, password, fromElsewhere())
  assert.equal(answer.status, 200, 'the password is enough again')
  const { rows } = (await app.call(cookieOf(answer), 'GET /api/notices/inbox')).body
  assert.match(rows[0].body, /孟主任已重置您的二次验证/)
  const entries = await app.call(admin.cookie, 'GET /api/journal?action=identity.totp-reset')
  assert.equal(entries.body.rows[0].sentence, '重置了二次验证，原因：手机丢了，当面核对过')
  assert.equal((await app.sql('select 1 from recovery_codes where person_id = $1', [id])).length, 0)
})
