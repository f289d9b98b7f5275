// Puts a person into the register; used by sign-in, by staff, and by imports.
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { searchVector } from '../../platform/search.ts'
import { maskPhone, type Sealing } from '../../platform/sealing.ts'
import { persons } from './tables.ts'

/** The columns a phone number fills; all null for none. */
export const phoneColumns = (sealing: Sealing, phone: string | null) =>
  phone === null
    ? { phoneSealed: null, phoneHash: null, phoneMasked: null }
    : { phoneSealed: sealing.seal(phone), phoneHash: sealing.hash(phone, 'phone'), phoneMasked: maskPhone(phone) }

/** The value of the search column. */
export const nameSearch = (name: string, login: string | null) => searchVector(name, login) as unknown as string

/** The constraint a write violated, if it was a duplicate. */
const duplicateOf = (error: unknown): string | null => {
  const cause = (error as { cause?: unknown }).cause ?? error
  const { code, constraint } = cause as { code?: string; constraint?: string }
  return code === '23505' ? (constraint ?? '') : null
}
/** Runs a write on persons, turning duplicates into refusals. @throws identity.phone-taken, identity.login-taken */
export const refusingDuplicates = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write()
  } catch (error) {
    const constraint = duplicateOf(error)
    if (constraint === 'persons_phone')
      throw refuse('identity.phone-taken', { fields: [{ path: 'phone', message: '已登记' }] })
    if (constraint === 'persons_login')
      throw refuse('identity.login-taken', { fields: [{ path: 'login', message: '已使用' }] })
    throw error
  }
}

export interface NewPerson {
  readonly name: string
  readonly phone: string | null
  readonly login?: string | null
  readonly passwordHash?: string | null
}
/** Registers a person and returns the id. @throws identity.phone-taken, identity.login-taken */
export const insertPerson = async (cx: Cx<Actor | null>, sealing: Sealing, person: NewPerson): Promise<string> => {
  const id = uuidv7()
  const login = person.login ?? null
  await refusingDuplicates(() =>
    cx.db.insert(persons).values({
      id,
      districtId: cx.districtId,
      name: person.name,
      ...phoneColumns(sealing, person.phone),
      login,
      passwordHash: person.passwordHash ?? null,
      language: cx.actor === null ? cx.origin.language : 'zh-CN',
      search: nameSearch(person.name, login),
      createdBy: cx.actor?.personId ?? null,
      createdAt: cx.now,
    }),
  )
  return id
}

/** The person of this phone number, or a newly registered one. Without a number always a new one. */
export const registerPerson = async (
  cx: Cx<Actor | null>,
  sealing: Sealing,
  person: { readonly name: string; readonly phone: string | null },
): Promise<{ id: string; isNew: boolean }> => {
  if (person.phone !== null) {
    const hash = sealing.hash(person.phone, 'phone')
    const known = await cx.db
      .select({ id: persons.id })
      .from(persons)
      .where(and(eq(persons.districtId, cx.districtId), eq(persons.phoneHash, hash)))
    if (known[0] !== undefined) return { id: known[0].id, isNew: false }
  }
  return { id: await insertPerson(cx, sealing, person), isNew: true }
}
