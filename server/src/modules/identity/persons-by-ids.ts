// What other modules need to know of people: names, masked phones, how they wish to be told.
import type { Tx } from '../../platform/database.ts'

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
const text = `select id, name, phone_masked as "phoneMasked", language, phone_sealed as "phoneSealed", sms_allowed as "smsAllowed",
  quiet_from as "quietFrom", quiet_to as "quietTo", active from persons where id = any ($1::uuid[])`
/** People by id; unknown ids are left out. */
export const personsByIds = async (db: Tx, ids: readonly string[]): Promise<Map<string, PersonBrief>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await db.$client.query<PersonBrief & { readonly id: string }>({ text }, [[...new Set(ids)]])
  return new Map(rows.map(({ id, ...person }) => [id, person]))
}
