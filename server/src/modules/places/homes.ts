// Homes, shops and parking spaces below a place: a paged list, and the same as a spreadsheet.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import { placeKinds } from '../../../../contract/src/places-tree.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { matches } from '../../platform/search.ts'
import { portionsOf, sheetDownload, type SheetColumn } from '../../platform/sheet.ts'
import { afterId } from '../../platform/after-id.ts'
import { columnOf, type PlaceRow } from './placing.ts'
import { findVisiblePlace, visiblePlaces } from './policy.ts'
import { homePeople, places } from './tables.ts'

type Query = ParsedQuery<(typeof placesApi)['GET /api/places/:id/homes']>
export type HomeFilters = ParsedQuery<(typeof placesApi)['GET /api/places/:id/homes.xlsx']>
type HomesPage = OutOf<(typeof placesApi)['GET /api/places/:id/homes']>
type Home = HomesPage['rows'][number]
const PORTION = 500

// The kinds stand here literally: the partial indexes are used only then.
const isHome = sql`${places.kind} in ('home', 'shop', 'parking') and ${places.active}`
/** SQL: the homes, shops and parking spaces below a place that the filters leave. */
export const homesBelow = (cx: Cx, place: PlaceRow, query: HomeFilters): SQL | undefined => {
  const column = columnOf[place.kind]
  const owned = sql`exists (select 1 from ${homePeople} where ${homePeople.homeId} = ${places.id} and ${homePeople.relation} = 'owner' and ${homePeople.state} = 'confirmed')`
  const text = sql`${places.path} || ' ' || coalesce(${places.code}, '')`
  return and(
    isHome,
    column === null ? eq(places.id, place.id) : eq(places[column], place.id),
    visiblePlaces(cx.actor, 'place.see'),
    query.search === undefined || query.search.trim() === '' ? undefined : matches(places.search, text, query.search),
    query.withoutOwner ? sql`not ${owned}` : undefined,
  )
}
const fetchHomes = async (cx: Cx, where: SQL | undefined, afterHome: string | null, limit: number): Promise<Home[]> => {
  const rows = await cx.db
    .select({
      id: places.id,
      kind: places.kind,
      name: places.name,
      path: places.path,
      floor: places.floor,
      area: places.area,
      areaSource: places.areaSource,
    })
    .from(places)
    .where(
      and(
        where,
        afterHome === null
          ? undefined
          : sql`(${places.pathOrder}, ${places.id}) > (select p.path_order, p.id from places p where p.id = ${afterHome})`,
      ),
    )
    .orderBy(places.pathOrder, places.id)
    .limit(limit)
  const people = await countPeople(
    cx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...row,
    owners: people.get(`${row.id} owner`) ?? 0,
    occupants: people.get(`${row.id} occupant`) ?? 0,
  }))
}
const countPeople = async (cx: Cx, homeIds: string[]): Promise<Map<string, number>> => {
  if (homeIds.length === 0) return new Map()
  const rows = await cx.db
    .select({ homeId: homePeople.homeId, relation: homePeople.relation, count: sql<number>`count(*)::int` })
    .from(homePeople)
    .where(and(inArray(homePeople.homeId, homeIds), eq(homePeople.state, 'confirmed')))
    .groupBy(homePeople.homeId, homePeople.relation)
  return new Map(rows.map((row) => [`${row.homeId} ${row.relation}`, row.count]))
}
/** In the order of the tree: 3号楼 before 10号楼. @throws place.not-found, access.out-of-scope */
export const listHomes = async (cx: Cx, placeId: string, query: Query): Promise<HomesPage> => {
  const where = homesBelow(cx, await findVisiblePlace(cx, placeId), query)
  const rows = await fetchHomes(cx, where, afterId(query.after), query.limit + 1)
  const [count] = await cx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(places)
    .where(where)
  return { ...pageOf(rows, query.limit, (last) => [last.id]), total: count?.total ?? 0 }
}

const sources = {
  register: ['不动产登记', 'land register'],
  survey: ['实测', 'survey'],
  contract: ['购房合同', 'contract'],
} as const
const columnsFor = (cx: Cx): SheetColumn<Home>[] => {
  const zh = cx.origin.language === 'zh-CN'
  return [
    { header: zh ? '地址' : 'Address', width: 40, value: (home) => home.path },
    { header: zh ? '名称' : 'Name', width: 12, value: (home) => home.name },
    { header: zh ? '种类' : 'Kind', width: 12, value: (home) => placeKinds[home.kind][zh ? 'zh' : 'en'] },
    { header: zh ? '楼层' : 'Floor', width: 8, value: (home) => home.floor },
    {
      header: zh ? '面积（平方米）' : 'Area (m²)',
      width: 16,
      value: (home) => (home.area === null ? null : home.area / 100),
    },
    {
      header: zh ? '面积来源' : 'Source of the area',
      width: 16,
      value: (home) => (home.areaSource === null ? null : sources[home.areaSource][zh ? 0 : 1]),
    },
    { header: zh ? '业主人数' : 'Owners', width: 10, value: (home) => home.owners },
    { header: zh ? '住户人数' : 'Occupants', width: 10, value: (home) => home.occupants },
  ]
}
/** The whole list under the same filters, streamed. Journalled. */
export const exportHomes = async (cx: Cx, placeId: string, query: HomeFilters): Promise<Download> => {
  const place = await findVisiblePlace(cx, placeId)
  await cx.journal({
    action: 'home.export',
    sentence: '导出了房屋表',
    thing: { kind: 'place', id: placeId },
    after: { path: place.path, query },
  })
  const where = homesBelow(cx, place, query)
  const portions = () => portionsOf<Home>((last) => fetchHomes(cx, where, last?.id ?? null, PORTION))
  const zh = cx.origin.language === 'zh-CN'
  return sheetDownload(
    {
      fileName: `${place.name.replace(/[\\/:*?[\]"<>|]/g, ' ')}${zh ? '房屋' : ' homes'}`,
      columns: columnsFor(cx),
      portions,
    },
    cx.now,
  )
}
