// People named in a spreadsheet: found by their phone number, or registered once however often they appear.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { bigrams } from '../../platform/search.ts'
import { maskPhone, type Sealing } from '../../platform/sealing.ts'
import { persons } from '../identity/tables.ts'
import type { errorList, ImportRow } from './plan.ts'
import { array } from './sql-array.ts'
import { phoneOf } from './text.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  login: string | null
  readonly isNew: boolean
  isWanted: boolean
}
export interface People {
  /** The person of this row; null after noting why there can be none. */
  of(row: ImportRow, errors: ReturnType<typeof errorList>): Person | null
  /** A person without a phone number, who can only be told by the home. */
  without(name: string): Person
  /** Registers the new people whom a good row needs. */
  write(): Promise<void>
}
const insertPeople = async (cx: Cx, sealing: Sealing, people: readonly Person[]) => {
  if (people.length === 0) return
  const texts = (pick: (person: Person) => string | null) => array(people.map(pick), 'text')
  const ifPhone = (make: (phone: string) => string) => (person: Person) =>
    person.phone === null ? null : make(person.phone)
  await cx.db.execute(sql`
    insert into persons (id, district_id, name, phone_sealed, phone_hash, phone_masked, login, search, created_by, created_at)
    select p.id, ${cx.districtId}::uuid, p.name, p.sealed, p.hash, p.masked, p.login, array_to_tsvector(string_to_array(p.grams, ' ')), ${cx.actor.personId}::uuid, ${cx.now.toISOString()}::timestamptz
    from unnest(
      ${array(
        people.map((person) => person.id),
        'uuid',
      )}, ${texts((person) => person.name)},
      ${texts(ifPhone((phone) => sealing.seal(phone)))}, ${texts(ifPhone((phone) => sealing.hash(phone, 'phone')))}, ${texts(ifPhone(maskPhone))},
      ${texts((person) => person.login)}, ${texts((person) => bigrams([person.name, person.login].filter(Boolean).join(' ')).join(' '))}
    ) as p (id, name, sealed, hash, masked, login, grams)`)
}
const loadByPhone = async (
  cx: Cx,
  sealing: Sealing,
  phones: readonly string[],
): Promise<Map<string, Person & { readonly active: boolean }>> => {
  const byHash = new Map(phones.map((phone) => [sealing.hash(phone, 'phone'), phone]))
  const rows = await cx.db
    .select({
      id: persons.id,
      name: persons.name,
      hash: persons.phoneHash,
      login: persons.login,
      active: persons.active,
    })
    .from(persons)
    .where(
      and(eq(persons.districtId, cx.districtId), sql`${persons.phoneHash} = any(${array([...byHash.keys()], 'text')})`),
    )
  return new Map(
    rows.map(({ id, name, hash, login, active }) => {
      const phone = byHash.get(hash!)!
      return [phone, { id, name, phone, login, active, isNew: false, isWanted: false }]
    }),
  )
}
/** Loads everybody whose number stands in the sheet. */
export const loadPeople = async (cx: Cx, sealing: Sealing, rows: readonly ImportRow[]): Promise<People> => {
  const phones = [...new Set(rows.flatMap(({ cells }) => phoneOf(cells['phone'] ?? '') ?? []))]
  const known = await loadByPhone(cx, sealing, phones)
  const made = new Map<string, { readonly person: Person; readonly row: number }>()
  const others: Person[] = []
  const of: People['of'] = ({ row, cells }, { add }) => {
    const { name } = cells
    const phone = phoneOf(cells['phone'] ?? '')
    if (name === undefined) add('name', '要填姓名')
    if (cells['phone'] !== undefined && phone === null) add('phone', '手机号不对，要 11 位数字')
    if (name === undefined || phone === null) return null
    const there = known.get(phone)
    if (there !== undefined && !there.active) add('phone', '这个手机号的人员已停用')
    if (there !== undefined && there.name !== name) add('name', '这个手机号登记的是别的姓名')
    if (there !== undefined) return there
    const earlier = made.get(phone)
    if (earlier !== undefined && earlier.person.name !== name)
      add('name', `同一手机号在第 ${earlier.row} 行写了别的姓名`)
    if (earlier !== undefined) return earlier.person
    const person: Person = { id: uuidv7(), name, phone, login: null, isNew: true, isWanted: false }
    made.set(phone, { person, row })
    return person
  }
  const without = (name: string): Person => {
    const person: Person = { id: uuidv7(), name, phone: null, login: null, isNew: true, isWanted: false }
    others.push(person)
    return person
  }
  const write = () =>
    insertPeople(
      cx,
      sealing,
      [...[...made.values()].map(({ person }) => person), ...others].filter((person) => person.isWanted),
    )
  return { of, without, write }
}
/** Who has these sign-in names. */
export const loginsOf = async (cx: Cx, logins: readonly string[]): Promise<Map<string, string>> => {
  const wanted = [...new Set(logins.map((login) => login.toLowerCase()))]
  if (wanted.length === 0) return new Map()
  const login = sql<string>`lower(${persons.login})`
  const rows = await cx.db
    .select({ id: persons.id, login })
    .from(persons)
    .where(and(eq(persons.districtId, cx.districtId), inArray(login, wanted)))
  return new Map(rows.map((row) => [row.login, row.id]))
}
