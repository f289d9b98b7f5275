// Adds, changes and removes a duty of a department's list.
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { DutyList } from '../../../../contract/src/dutylists-kinds.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { searchVector } from '../../platform/search.ts'
import { categories } from '../cases/tables.ts'
import { placesByIds } from '../places/index.ts'
import { listDuties, type DutyView } from './list-duties.ts'
import { departmentToEdit } from './policy.ts'
import { dutyItemCategories, dutyItemPlaces, dutyItems } from './tables.ts'

export interface Duty {
  readonly list: DutyList
  readonly order: number
  readonly name: string
  readonly description: string
  readonly categoryIds: readonly string[]
  readonly placeIds: readonly string[]
  readonly contact: string
  readonly legalBasis: string
}
const areaKinds: readonly string[] = ['district', 'street', 'community', 'grid', 'estate']
/** @throws dutylist.category, dutylist.place */
const check = async (cx: Cx, duty: Duty): Promise<void> => {
  const wanted = [...new Set(duty.categoryIds)]
  if (wanted.length > 0) {
    const known = await cx.db
      .select({ id: categories.id })
      .from(categories)
      .where(and(eq(categories.districtId, cx.districtId), inArray(categories.id, wanted)))
    if (known.length !== wanted.length) throw refuse('dutylist.category')
  }
  const places = await placesByIds(cx.db, duty.placeIds)
  for (const id of duty.placeIds) {
    const place = places.get(id)
    if (place === undefined || place.districtId !== cx.districtId || !areaKinds.includes(place.kind))
      throw refuse('dutylist.place')
  }
}
const columnsOf = (cx: Cx, duty: Duty) => ({
  list: duty.list,
  sort: duty.order,
  name: duty.name,
  description: duty.description,
  contact: duty.contact,
  legalBasis: duty.legalBasis,
  search: searchVector(duty.name, duty.description, duty.legalBasis) as unknown as string,
  updatedAt: cx.now,
})
const link = async (cx: Cx, itemId: string, duty: Duty): Promise<void> => {
  const [categoryIds, placeIds] = [[...new Set(duty.categoryIds)], [...new Set(duty.placeIds)]]
  if (categoryIds.length > 0)
    await cx.db.insert(dutyItemCategories).values(categoryIds.map((categoryId) => ({ itemId, categoryId })))
  if (placeIds.length > 0) await cx.db.insert(dutyItemPlaces).values(placeIds.map((placeId) => ({ itemId, placeId })))
}
/** Writes one that was checked; the caller journals. */
export const insertDuty = async (cx: Cx, organisationId: string, duty: Duty): Promise<string> => {
  await check(cx, duty)
  const id = uuidv7()
  await cx.db.insert(dutyItems).values({ id, districtId: cx.districtId, organisationId, ...columnsOf(cx, duty) })
  await link(cx, id, duty)
  return id
}
const show = async (cx: Cx, id: string): Promise<DutyView> => (await listDuties(cx, { limit: 1 }, id)).rows[0]!

/** @throws organisation.not-found, dutylist.*, access.out-of-scope */
export const addDuty = async (cx: Cx, { organisationId, ...duty }: Duty & { organisationId: string }) => {
  await departmentToEdit(cx, organisationId)
  const id = await insertDuty(cx, organisationId, duty)
  await cx.journal({
    action: 'dutylist.add',
    sentence: `新增职责“${duty.name}”`,
    thing: { kind: 'organisation', id: organisationId },
    after: duty,
  })
  return show(cx, id)
}
const locked = async (cx: Cx, id: string) => {
  const [row] = await cx.db
    .select()
    .from(dutyItems)
    .where(and(eq(dutyItems.id, id), eq(dutyItems.districtId, cx.districtId)))
    .for('update')
  if (row === undefined) throw refuse('dutylist.not-found')
  await departmentToEdit(cx, row.organisationId)
  return row
}
/** @throws dutylist.*, access.out-of-scope */
export const changeDuty = async (cx: Cx, id: string, duty: Duty) => {
  const row = await locked(cx, id)
  await check(cx, duty)
  await cx.db.update(dutyItems).set(columnsOf(cx, duty)).where(eq(dutyItems.id, id))
  await cx.db.delete(dutyItemCategories).where(eq(dutyItemCategories.itemId, id))
  await cx.db.delete(dutyItemPlaces).where(eq(dutyItemPlaces.itemId, id))
  await link(cx, id, duty)
  const { search: _search, ...before } = row
  await cx.journal({
    action: 'dutylist.change',
    sentence: `修改职责“${duty.name}”`,
    thing: { kind: 'organisation', id: row.organisationId },
    before,
    after: duty,
  })
  return show(cx, id)
}
/** @throws dutylist.not-found, access.out-of-scope */
export const removeDuty = async (cx: Cx, id: string) => {
  const { search: _search, ...row } = await locked(cx, id)
  await cx.db.delete(dutyItems).where(eq(dutyItems.id, id))
  await cx.journal({
    action: 'dutylist.remove',
    sentence: `撤下职责“${row.name}”`,
    thing: { kind: 'organisation', id: row.organisationId },
    before: row,
  })
  return { done: true as const }
}
