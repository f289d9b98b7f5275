// Staff register people and change them; changing how somebody signs in ends that person's sessions.
import { eq } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { identityApi } from '../../../../contract/src/identity.ts'
import type { Cx } from '../../platform/cx.ts'
import { ofPerson } from '../../platform/journal-words.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { checkStrength, hashPassword } from './password.ts'
import { viewPerson, type PersonView } from './people.ts'
import { checkMayChangeSignIn, findPerson } from './policy.ts'
import { insertPerson, nameSearch, phoneColumns, refusingDuplicates } from './register-person.ts'
import { endSessionsOf } from './sessions.ts'
import { persons } from './tables.ts'

type NewPerson = ParsedBody<(typeof identityApi)['POST /api/identity/people']>
type Changes = ParsedBody<(typeof identityApi)['PATCH /api/identity/people/:id']>

/** A login must not look like a phone number: people sign in by either. */
const checkLogin = (login: string | null | undefined) => {
  if (login != null && !/^[\p{L}\p{N}._@-]{3,60}$/u.test(login))
    throw refuse('http.bad-input', { fields: [{ path: 'login', message: '三个字以上，只用字母、数字和 . _ - @' }] })
  if (login != null && /^1[3-9]\d{9}$/.test(login))
    throw refuse('http.bad-input', { fields: [{ path: 'login', message: '账号名不能是手机号' }] })
}
/** @throws identity.phone-taken, identity.login-taken, identity.weak-password, http.bad-input */
export const registerByStaff = async (cx: Cx, sealing: Sealing, input: NewPerson): Promise<PersonView> => {
  checkLogin(input.login)
  if (input.password !== undefined) checkStrength(input.password, input.login ?? null, 'password')
  const id = await insertPerson(cx, sealing, {
    name: input.name,
    phone: input.phone,
    login: input.login ?? null,
    passwordHash: input.password === undefined ? null : await hashPassword(input.password),
  })
  await cx.journal({
    action: 'identity.register',
    sentence: '登记了人员',
    thing: { kind: 'person', id },
    after: {
      name: ofPerson(id, input.name),
      login: ofPerson(id, input.login ?? null),
      hasPhone: input.phone !== null,
    },
  })
  return viewPerson(cx.db, id)
}
/** @throws identity.no-person, appointment.beyond-own, identity.phone-taken, identity.login-taken, identity.weak-password */
export const editPerson = async (cx: Cx, sealing: Sealing, id: string, input: Changes): Promise<PersonView> => {
  const before = await findPerson(cx, id, 'person.edit')
  const { name, phone, login, password, active } = input
  const changesSignIn = phone !== undefined || login !== undefined || password !== undefined || active !== undefined
  if (changesSignIn) await checkMayChangeSignIn(cx, id)
  checkLogin(login)
  const nextLogin = login === undefined ? before.login : login
  if (password !== undefined) checkStrength(password, nextLogin, 'password')
  const changes = {
    ...(name === undefined ? {} : { name }),
    ...(login === undefined ? {} : { login }),
    ...(name === undefined && login === undefined ? {} : { search: nameSearch(name ?? before.name, nextLogin) }),
    ...(phone === undefined ? {} : phoneColumns(sealing, phone)),
    ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
    ...(active === undefined ? {} : { active }),
  }
  if (Object.keys(changes).length > 0)
    await refusingDuplicates(() => cx.db.update(persons).set(changes).where(eq(persons.id, id)))
  if (changesSignIn) await endSessionsOf(cx.db, id)
  await cx.journal({
    action: 'identity.edit',
    sentence: '改了人员信息',
    thing: { kind: 'person', id },
    before: { name: ofPerson(id, before.name), login: ofPerson(id, before.login), active: before.active },
    after: {
      name: ofPerson(id, name ?? before.name),
      login: ofPerson(id, nextLogin),
      active: active ?? before.active,
      ...(phone === undefined ? {} : { phoneChanged: true }),
      ...(password === undefined ? {} : { passwordChanged: true }),
    },
  })
  return viewPerson(cx.db, id)
}
