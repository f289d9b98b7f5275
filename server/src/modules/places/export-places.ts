// Places as spreadsheets: the tree below a place, and the owners and occupants of its homes.
import { and, eq, sql } from 'drizzle-orm'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, localTime, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { persons } from '../identity/tables.ts'
import { relationWords, type Relation } from './home-people.ts'
import { homesBelow, type HomeFilters } from './homes.ts'
import { columnOf } from './placing.ts'
import { findPlaceWithin, findVisiblePlace, visiblePlaces } from './policy.ts'
import { homePeople, places } from './tables.ts'

interface TreeRow {
  readonly id: string
  readonly kind: PlaceKind
  readonly name: string
  readonly path: string
  readonly code: string | null
  readonly floor: number | null
  readonly area: number | null
  readonly active: boolean
}
const { id, kind, name, path, code, floor, area, active } = places

/** The place and all below it, in the order of their paths. Journalled. @throws place.not-found, access.out-of-scope */
export const exportTree = async (cx: Cx, placeId: string): Promise<Download> => {
  const place = await findVisiblePlace(cx, placeId)
  await cx.journal({
    action: 'place.export',
    sentence: '导出了地点表',
    thing: { kind: 'place', id: placeId },
    after: { path: place.path },
  })
  const column = columnOf[place.kind]
  const where = and(
    column === null ? eq(places.id, place.id) : eq(places[column], place.id),
    visiblePlaces(cx.actor, 'place.see'),
  )
  const page = async (after: string | undefined) => {
    const last = afterId(after)
    const later =
      last === null
        ? undefined
        : sql`(${places.pathOrder}, ${places.id}) > (select p.path_order, p.id from places p where p.id = ${last})`
    const rows: TreeRow[] = await cx.db
      .select({ id, kind, name, path, code, floor, area, active })
      .from(places)
      .where(and(where, later))
      .orderBy(places.pathOrder, places.id)
      .limit(SHEET_PAGE + 1)
    return pageOf(rows, SHEET_PAGE, (row) => [row.id])
  }
  return listSheet<TreeRow>(cx, {
    name: [`${place.name}地点`, `${place.name} places`],
    columns: [
      ['种类', 'Kind', 12, (row, zh) => placeKinds[row.kind][zh ? 'zh' : 'en']],
      ['名称', 'Name', 20, (row) => row.name],
      ['全称', 'Address', 40, (row) => row.path],
      ['编码', 'Code', 16, (row) => row.code],
      ['楼层', 'Floor', 8, (row) => row.floor],
      ['面积（平方米）', 'Area (m²)', 16, (row) => (row.area === null ? null : row.area / 100)],
      ['状态', 'State', 10, (row, zh) => (row.active ? (zh ? '在用' : 'in use') : zh ? '停用' : 'retired')],
    ],
    page,
  })
}
interface HomePersonRow {
  readonly id: string
  readonly home: string
  readonly person: string
  readonly phone: string | null
  readonly relation: Relation
  readonly since: Date
}
/** Those confirmed, home by home, masked. Journalled. @throws place.not-found, access.out-of-scope */
export const exportHomePeople = async (cx: Cx, placeId: string, query: HomeFilters): Promise<Download> => {
  const place = await findPlaceWithin(cx, 'person.see', placeId)
  await cx.journal({
    action: 'home.export-people',
    sentence: '导出了业主和住户表',
    thing: { kind: 'place', id: placeId },
    after: { path: place.path, query },
  })
  const where = and(
    homesBelow(cx, place, query),
    visiblePlaces(cx.actor, 'person.see'),
    eq(homePeople.state, 'confirmed'),
  )
  const page = async (after: string | undefined) => {
    const last = afterId(after)
    const later =
      last === null
        ? undefined
        : sql`(${places.pathOrder}, ${homePeople.id}) > (select p.path_order, h.id from home_people h join places p on p.id = h.home_id where h.id = ${last})`
    const rows: HomePersonRow[] = await cx.db
      .select({
        id: homePeople.id,
        home: places.path,
        person: persons.name,
        phone: persons.phoneMasked,
        relation: homePeople.relation,
        since: homePeople.since,
      })
      .from(homePeople)
      .innerJoin(places, eq(places.id, homePeople.homeId))
      .innerJoin(persons, eq(persons.id, homePeople.personId))
      .where(and(where, later))
      .orderBy(places.pathOrder, homePeople.id)
      .limit(SHEET_PAGE + 1)
    return pageOf(rows, SHEET_PAGE, (row) => [row.id])
  }
  return listSheet<HomePersonRow>(cx, {
    name: [`${place.name}业主和住户`, `${place.name} owners and occupants`],
    columns: [
      ['房屋', 'Home', 36, (row) => row.home],
      ['姓名', 'Name', 14, (row) => row.person],
      ['电话', 'Phone', 16, (row) => row.phone],
      ['身份', 'As', 10, (row, zh) => relationWords[row.relation][zh ? 0 : 1]],
      ['登记时间', 'Since', 20, (row) => localTime(row.since.toISOString())],
    ],
    page,
  })
}
