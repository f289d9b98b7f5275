// What other modules need to know of people: names, masked phones, how they wish to be told.
import { inArray } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { persons } from './tables.ts'

export interface PersonBrief {
  readonly name: string
  readonly phoneMasked: string | null
  readonly language: 'zh-CN' | 'en'
  readonly phoneSealed: string | null
  readonly smsAllowed: boolean
  /** HH:MM in Asia/Shanghai; both or neither. */
  readonly quietFrom: string | null
  readonly quietTo: string | null
  readonly active: boolean
}
/** People by id; unknown ids are left out. */
export const personsByIds = async (db: Tx, ids: readonly string[]): Promise<Map<string, PersonBrief>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: persons.id,
      name: persons.name,
      phoneMasked: persons.phoneMasked,
      language: persons.language,
      phoneSealed: persons.phoneSealed,
      smsAllowed: persons.smsAllowed,
      quietFrom: persons.quietFrom,
      quietTo: persons.quietTo,
      active: persons.active,
    })
    .from(persons)
    .where(inArray(persons.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, ...person }) => [id, person]))
}
