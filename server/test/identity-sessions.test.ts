// Sessions: which token is good, how long, and who ends it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneSignIn } from './support/phone-sign-in.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_TRUST_PROXY: '1' })
const { newPhone, passMinutes, signInByPhone } = phoneSignIn(app)

test('only a standing session signs in: not an ended, an expired, an invented one, nor the stored hash', async () => {
  const cookie = await signInByPhone(newPhone())
  const me = await app.call(cookie, 'GET /api/identity/me')
  assert.equal(me.status, 200)
  const [row] = await app.sql('select token_hash from sessions where person_id = $1', [me.body.id])
  for (const stolen of [
    `linli_session=${row!.token_hash}`,
    `linli_session=${'A'.repeat(43)}`,
    "linli_session=' or 1=1 --",
  ]) {
    assert.equal((await app.call(stolen, 'GET /api/identity/me')).body.code, 'identity.not-signed-in')
  }
  await app.sql('update sessions set expires_at = now() where person_id = $1', [me.body.id])
  assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 401)
})
test('signing out ends the session on the server, not only the cookie', async () => {
  const cookie = await signInByPhone(newPhone())
  assert.equal((await app.call(cookie, 'DELETE /api/identity/session')).status, 200)
  assert.equal((await app.call(cookie, 'GET /api/identity/me')).status, 401)
})
test('I see my sessions and end one of them; nobody ends mine', async () => {
  const phone = newPhone()
  const first = await signInByPhone(phone)
  await passMinutes(phone, 2)
  const second = await signInByPhone(phone)
  const stranger = await signInByPhone(newPhone())
  const list = await app.call(second, 'GET /api/identity/me/sessions')
  assert.equal(list.body.length, 2)
  const other = list.body.find((one: { current: boolean }) => !one.current)
  assert.equal(
    (await app.call(stranger, `DELETE /api/identity/me/sessions/${other.id}`)).body.code,
    'identity.no-session',
  )
  assert.equal((await app.call(second, `DELETE /api/identity/me/sessions/${other.id}`)).status, 200)
  assert.equal((await app.call(first, 'GET /api/identity/me')).status, 401)
  assert.equal((await app.call(second, 'GET /api/identity/me/sessions')).body.length, 1)
})
test('the last use of a session is noted by writes, at most every ten minutes', async () => {
  const cookie = await signInByPhone(newPhone())
  const { id } = (await app.call(cookie, 'GET /api/identity/me')).body
  const seen = async () =>
    (await app.sql('select last_seen_at::text as at from sessions where person_id = $1', [id]))[0]!.at as string
  const fresh = await seen()
  await app.call(cookie, 'PATCH /api/identity/me', { body: { largeType: true } })
  assert.equal(await seen(), fresh)
  await app.sql("update sessions set last_seen_at = last_seen_at - interval '11 minutes' where person_id = $1", [id])
  const stale = await seen()
  await app.call(cookie, 'GET /api/identity/me')
  assert.equal(await seen(), stale)
  await app.call(cookie, 'PATCH /api/identity/me', { body: { largeType: false } })
  assert.notEqual(await seen(), stale)
})
test('people with appointments sign in again after a week, residents after a month', async () => {
  const days = async (phone: string) => {
    await signInByPhone(phone)
    const [row] = await app.sql(
      'select round(extract(epoch from s.expires_at - s.created_at) / 86400)::int as days from sessions s join persons p on p.id = s.person_id where p.phone_hash = $1 order by s.created_at desc limit 1',
      [app.parts.sealing.hash(phone, 'phone')],
    )
    return row!.days
  }
  const staff = await app.makeStaff(
    '赵磊',
    'communityClerk',
    app.district.organisations.communityA1,
    app.district.communityA1,
  )
  assert.equal(await days(staff.phone), 7)
  assert.equal(await days(newPhone()), 30)
})
