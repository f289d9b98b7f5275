// Signing in: by phone code (the first time registers the person) or by password; either with a second factor if set.
import { and, eq, sql } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { beginAttempt, failedAttempt, forgiveFailures } from './failures.ts'
import { passwordIs } from './password.ts'
import { checkPhoneCode } from './phone-codes.ts'
import { registerPerson } from './register-person.ts'
import { startSession } from './sessions.ts'
import { persons } from './tables.ts'
import { takeSecondFactor } from './totp.ts'

type Anybody = Cx<Actor | null>
const begin = async (cx: Anybody, person: { id: string; name: string }, how: string, isNew: boolean): Promise<void> => {
  const sessionId = await startSession(cx, person.id)
  await cx.journal({
    action: 'identity.sign-in',
    sentence: how,
    by: person,
    thing: { kind: 'person', id: person.id },
    after: { session: sessionId, device: cx.origin.device, ...(isNew ? { isNew } : {}) },
  })
}
/** Nothing to do for those without one-time codes. @throws identity.totp-needed, identity.wrong-totp */
const secondFactor = async (
  cx: Anybody,
  sealing: Sealing,
  key: string,
  person: { id: string; totpSealed: string | null },
  given: string | undefined,
): Promise<void> => {
  if (person.totpSealed === null) return
  if (given === undefined || given === '')
    throw refuse('identity.totp-needed', { fields: [{ path: 'totp', message: '必填' }] })
  if (!(await takeSecondFactor(cx, sealing, person.id, person.totpSealed, given)))
    throw await failedAttempt(cx, key, 'identity.wrong-totp')
}
/**
 * @throws identity.wrong-code, identity.code-too-many, identity.totp-needed, identity.wrong-totp, identity.locked,
 * identity.deactivated
 */
export const signInByPhone = async (
  cx: Anybody,
  sealing: Sealing,
  input: { phone: string; code: string; totp?: string | undefined },
): Promise<{ personId: string; isNew: boolean }> => {
  const useUp = await checkPhoneCode(cx, sealing, input.phone, input.code)
  const { id, isNew } = await registerPerson(cx, sealing, { name: `居民${input.phone.slice(-4)}`, phone: input.phone })
  const [person] = await cx.db
    .select({ id: persons.id, name: persons.name, active: persons.active, totpSealed: persons.totpSealed })
    .from(persons)
    .where(eq(persons.id, id))
  if (!person!.active) throw refuse('identity.deactivated')
  if (person!.totpSealed !== null) {
    const key = `phone-sign-in:${id}`
    await beginAttempt(cx, key)
    await secondFactor(cx, sealing, key, person!, input.totp)
    await forgiveFailures(cx, key)
  }
  await useUp()
  await begin(cx, { id, name: person!.name }, '用手机验证码登录', isNew)
  return { personId: id, isNew }
}
const isPhone = (text: string) => /^1[3-9]\d{9}$/.test(text)

/**
 * The login is an account name or the person's phone number. Failures are counted and kept, alike for unknown logins.
 * @throws identity.wrong-password, identity.totp-needed, identity.wrong-totp, identity.locked, identity.deactivated
 */
export const signInByPassword = async (
  cx: Anybody,
  sealing: Sealing,
  input: { login: string; password: string; totp?: string | undefined },
): Promise<{ personId: string }> => {
  const login = input.login.toLowerCase()
  const key = sealing.hash(login, 'login')
  await beginAttempt(cx, key)
  const found = isPhone(login)
    ? eq(persons.phoneHash, sealing.hash(login, 'phone'))
    : sql`lower(${persons.login}) = ${login}`
  const [person] = await cx.db
    .select()
    .from(persons)
    .where(and(eq(persons.districtId, cx.districtId), found))
  const isRight = await passwordIs(person?.passwordHash ?? null, input.password)
  if (person === undefined || !isRight) throw await failedAttempt(cx, key, 'identity.wrong-password')
  if (!person.active) throw refuse('identity.deactivated')
  await secondFactor(cx, sealing, key, person, input.totp)
  await forgiveFailures(cx, key)
  await begin(cx, { id: person.id, name: person.name }, '用密码登录', false)
  return { personId: person.id }
}
