// People of the demo county as rows: names, sealed phones, consent.
import { PRIVACY_VERSION } from '../modules/identity/index.ts'
import type { consents, persons } from '../modules/identity/tables.ts'
import { maskPhone, type Sealing } from '../platform/sealing.ts'
import { searchText } from './bulk.ts'
import type { Random } from './random.ts'

export type NewPerson = Required<typeof persons.$inferInsert>
export interface PeopleBook {
  readonly random: Random
  readonly sealing: Sealing
  readonly districtId: string
  readonly passwordHash: string
  readonly rows: NewPerson[]
  readonly consents: (typeof consents.$inferInsert)[]
}
export interface PersonPlan {
  readonly name: string
  readonly phone?: string
  readonly login?: string
  readonly since: Date
  readonly hasConsented: boolean
}
/** No operator has ever given out numbers that begin with 154, so nobody is ever reached by mistake. */
const spareNumber = (n: number) => `154${String(10_000_000 + n * 7)}`

export const addPerson = (book: PeopleBook, plan: PersonPlan): NewPerson => {
  const id = book.random.id(plan.since)
  const phone = plan.phone ?? spareNumber(book.rows.length)
  const row: NewPerson = {
    id,
    districtId: book.districtId,
    name: plan.name,
    phoneSealed: book.sealing.seal(phone),
    phoneHash: book.sealing.hash(phone, 'phone'),
    phoneMasked: maskPhone(phone),
    login: plan.login ?? null,
    passwordHash: plan.login === undefined ? null : book.passwordHash,
    totpSealed: null,
    totpPendingSealed: null,
    totpLastStep: null,
    language: 'zh-CN',
    largeType: false,
    quietFrom: null,
    quietTo: null,
    smsAllowed: true,
    active: true,
    erasedAt: null,
    search: searchText(plan.name, plan.login),
    createdBy: null,
    createdAt: plan.since,
  }
  book.rows.push(row)
  if (plan.hasConsented) {
    const consentId = book.random.id(plan.since)
    book.consents.push({ id: consentId, personId: id, version: PRIVACY_VERSION, given: true, at: plan.since })
  }
  return row
}
