// Duties by department and list, and the departments with their numbers.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { dutyLists, type DutyList } from '../../../../contract/src/dutylists-kinds.ts'
import type { dutylistsApi } from '../../../../contract/src/dutylists.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { listSheet } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { matches } from '../../platform/search.ts'
import { categories } from '../cases/tables.ts'
import { coveringIds } from '../organisations/index.ts'
import { organisations } from '../organisations/tables.ts'
import { placeById } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { mayEditListsOf } from './policy.ts'
import { dutyItemCategories, dutyItemPlaces, dutyItems } from './tables.ts'

type Api = typeof dutylistsApi
export type DutyView = OutOf<Api['POST /api/dutylists']>
export interface DutyFilters {
  readonly organisationId?: string | undefined
  readonly list?: DutyList | undefined
  readonly search?: string | undefined
  readonly placeId?: string | undefined
}
export interface DutyQuery extends DutyFilters {
  readonly after?: string | undefined
  readonly limit: number
}
const namesOf = async (cx: Cx<Actor | null>, ids: readonly string[]) => {
  if (ids.length === 0) return { ofCategories: [], ofPlaces: [] }
  const ofCategories = await cx.db
    .select({ itemId: dutyItemCategories.itemId, id: categories.id, name: categories.name })
    .from(dutyItemCategories)
    .innerJoin(categories, eq(categories.id, dutyItemCategories.categoryId))
    .where(inArray(dutyItemCategories.itemId, [...ids]))
    .orderBy(categories.sort, categories.name)
  const ofPlaces = await cx.db
    .select({ itemId: dutyItemPlaces.itemId, id: places.id, name: places.path })
    .from(dutyItemPlaces)
    .innerJoin(places, eq(places.id, dutyItemPlaces.placeId))
    .where(inArray(dutyItemPlaces.itemId, [...ids]))
    .orderBy(places.pathOrder)
  return { ofCategories, ofPlaces }
}
/** Where a duty is done at a place: in it, above it, or everywhere. */
const coversPlace = async (cx: Cx<Actor | null>, placeId: string) => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  return sql`(not exists (select 1 from duty_item_places dp where dp.item_id = ${dutyItems.id})
    or exists (select 1 from duty_item_places dp where dp.item_id = ${dutyItems.id} and dp.place_id = any(${sql.param(coveringIds(place))}::uuid[])))`
}
export const listDuties = async (cx: Cx<Actor | null>, query: DutyQuery, onlyId?: string) => {
  const cursor = readCursor(query.after, 4)
  const found = await cx.db
    .select({ item: dutyItems, organisation: organisations.name, officePhone: organisations.phone })
    .from(dutyItems)
    .innerJoin(organisations, eq(organisations.id, dutyItems.organisationId))
    .where(
      and(
        eq(dutyItems.districtId, cx.districtId),
        onlyId === undefined ? undefined : eq(dutyItems.id, onlyId),
        query.organisationId === undefined ? undefined : eq(dutyItems.organisationId, query.organisationId),
        query.list === undefined ? undefined : eq(dutyItems.list, query.list),
        query.placeId === undefined ? undefined : await coversPlace(cx, query.placeId),
        query.search === undefined || query.search === ''
          ? undefined
          : matches(
              dutyItems.search,
              sql`${dutyItems.name} || ' ' || ${dutyItems.description} || ' ' || ${dutyItems.legalBasis}`,
              query.search,
            ),
        cursor === null
          ? undefined
          : sql`(${dutyItems.organisationId}, ${dutyItems.list}, ${dutyItems.sort}, ${dutyItems.id}) > (${cursor[0]}::uuid, ${cursor[1]}, ${cursor[2]}::int, ${cursor[3]}::uuid)`,
      ),
    )
    .orderBy(asc(dutyItems.organisationId), asc(dutyItems.list), asc(dutyItems.sort), asc(dutyItems.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, ({ item }) => [item.organisationId, item.list, item.sort, item.id])
  const { ofCategories, ofPlaces } = await namesOf(
    cx,
    rows.map(({ item }) => item.id),
  )
  const shown: DutyView[] = rows.map(({ item, organisation, officePhone }) => ({
    id: item.id,
    organisation: { id: item.organisationId, name: organisation },
    list: item.list,
    order: item.sort,
    name: item.name,
    description: item.description,
    categories: ofCategories.filter((one) => one.itemId === item.id).map(({ id, name }) => ({ id, name })),
    places: ofPlaces.filter((one) => one.itemId === item.id).map(({ id, name }) => ({ id, name })),
    contact: item.contact,
    officePhone,
    legalBasis: item.legalBasis,
    updatedAt: item.updatedAt.toISOString(),
    may: mayEditListsOf(cx.actor, item.organisationId),
  }))
  return { rows: shown, total: null, next }
}
export const listDepartments = async (
  cx: Cx<Actor | null>,
  query: { readonly mine?: boolean | undefined },
): Promise<OutOf<Api['GET /api/dutylists/departments']>> => {
  const of = (list: DutyList) => sql<number>`count(${dutyItems.id}) filter (where ${dutyItems.list} = ${list})::int`
  const rows = await cx.db
    .select({
      id: organisations.id,
      name: organisations.name,
      broughtIn: of('broughtIn'),
      handedDown: of('handedDown'),
      enforcement: of('enforcement'),
    })
    .from(organisations)
    .leftJoin(dutyItems, eq(dutyItems.organisationId, organisations.id))
    .where(and(eq(organisations.districtId, cx.districtId), eq(organisations.kind, 'department'), organisations.active))
    .groupBy(organisations.id)
    .orderBy(organisations.name, organisations.id)
  return rows
    .map(({ id, name, ...counts }) => ({ organisation: { id, name }, ...counts, may: mayEditListsOf(cx.actor, id) }))
    .filter((row) => query.mine !== true || row.may)
}
export const exportDuties = async (cx: Cx, filters: DutyFilters): Promise<Download> => {
  await cx.journal({
    action: 'dutylist.export',
    sentence: '导出了三张清单',
    thing: { kind: 'district', id: cx.districtId },
    after: filters,
  })
  const words = (names: readonly { readonly name: string }[]) => names.map((one) => one.name).join('、')
  return listSheet<DutyView>(cx, {
    name: ['三张清单', 'Duty lists'],
    columns: [
      ['部门', 'Department', 24, (row) => row.organisation.name],
      ['清单', 'List', 18, (row, zh) => (zh ? dutyLists[row.list].zh : dutyLists[row.list].en)],
      ['事项', 'Duty', 30, (row) => row.name],
      ['说明', 'Description', 50, (row) => row.description],
      ['诉求类别', 'Categories', 30, (row) => words(row.categories)],
      ['责任区域', 'Where', 30, (row) => words(row.places)],
      ['联系岗位', 'Contact', 20, (row) => row.contact],
      ['依据', 'Legal basis', 40, (row) => row.legalBasis],
    ],
    page: (after) => listDuties(cx, { ...filters, after, limit: 200 }),
  })
}
