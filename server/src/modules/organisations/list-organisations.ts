// Organisations as a paged list, one by one, and as a spreadsheet.
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import {
  handlingKinds,
  organisationKinds,
  type OrganisationKind,
} from '../../../../contract/src/organisations-kinds.ts'
import type { organisationsApi } from '../../../../contract/src/organisations.ts'
import { mayAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { matches } from '../../platform/search.ts'
import { portionsOf, sheetDownload } from '../../platform/sheet.ts'
import { columnOf, placeById, placedOf, placesByIds } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { organisationColumns, organisationsByIds, type OrganisationRow } from './find-organisation.ts'
import { findVisibleOrganisation, visibleOrganisations } from './policy.ts'
import { appointments, inForce, organisationPlaces, organisations } from './tables.ts'

type Query = ParsedQuery<(typeof organisationsApi)['GET /api/organisations']>
type Filters = ParsedQuery<(typeof organisationsApi)['GET /api/organisations.xlsx']>
export type OrganisationView = OutOf<(typeof organisationsApi)['GET /api/organisations/:id']>
const PORTION = 200

/** Seated at the place or below it, or serving something there. */
const atPlace = async (cx: Cx, placeId: string): Promise<SQL> => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const column = columnOf[place.kind]
  const inside = column === null ? sql.raw('p.id') : sql.raw(`p."${places[column].name}"`)
  return sql`(exists (select 1 from places p where p.id = organisations.place_id and ${inside} = ${placeId})
    or exists (select 1 from organisation_places s join places p on p.id = s.place_id where s.organisation_id = organisations.id and ${inside} = ${placeId}))`
}
const staffCounts = async (cx: Cx, ids: string[]): Promise<Map<string, number>> => {
  const rows = await cx.db
    .select({ id: appointments.organisationId, count: sql<number>`count(distinct ${appointments.personId})::int` })
    .from(appointments)
    .where(and(inArray(appointments.organisationId, ids), inForce))
    .groupBy(appointments.organisationId)
  return new Map(rows.map((row) => [row.id, row.count]))
}
/** Dresses rows with place, parent, served places and staff, in a fixed number of queries. */
export const viewOrganisations = async (cx: Cx, rows: readonly OrganisationRow[]): Promise<OrganisationView[]> => {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const served = await cx.db
    .select({ organisationId: organisationPlaces.organisationId, id: places.id, name: places.path, kind: places.kind })
    .from(organisationPlaces)
    .innerJoin(places, eq(places.id, organisationPlaces.placeId))
    .where(inArray(organisationPlaces.organisationId, ids))
    .orderBy(asc(places.pathOrder), asc(places.id))
  const seats = await placesByIds(cx.db, [cx.districtId, ...rows.flatMap((row) => row.placeId ?? [])])
  const parents = await organisationsByIds(
    cx.db,
    rows.flatMap((row) => row.parentId ?? []),
  )
  const staff = await staffCounts(cx, ids)
  return rows.map((row) => {
    const place = row.placeId === null ? undefined : seats.get(row.placeId)
    const parent = row.parentId === null ? undefined : parents.get(row.parentId)
    const edited = place ?? seats.get(cx.districtId)
    const isEditable = edited !== undefined && mayAt(cx.actor, 'organisation.edit', placedOf(edited))
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      shortName: row.shortName,
      phone: row.phone,
      active: row.active,
      place: place === undefined ? null : { id: place.id, name: place.path },
      parent: parent === undefined ? null : { id: parent.id, name: parent.name },
      serves: served.filter((one) => one.organisationId === row.id).map(({ id, name, kind }) => ({ id, name, kind })),
      staffCount: staff.get(row.id) ?? 0,
      handlesCases: (handlingKinds as readonly OrganisationKind[]).includes(row.kind),
      may: isEditable ? ['edit', row.active ? 'retire' : 'restore'] : [],
    }
  })
}
const filtersOf = async (cx: Cx, query: Filters): Promise<SQL | undefined> =>
  and(
    eq(organisations.districtId, cx.districtId),
    visibleOrganisations(cx.actor),
    query.kind === undefined ? undefined : eq(organisations.kind, query.kind),
    query.placeId === undefined ? undefined : await atPlace(cx, query.placeId),
    query.search === undefined || query.search.trim() === ''
      ? undefined
      : matches(organisations.search, sql`${organisations.name} || ' ' || ${organisations.shortName}`, query.search),
  )
const fetchRows = (cx: Cx, where: SQL | undefined, after: string | null, limit: number): Promise<OrganisationRow[]> =>
  cx.db
    .select(organisationColumns)
    .from(organisations)
    .where(
      and(
        where,
        after === null
          ? undefined
          : sql`(not ${organisations.active}, ${organisations.name}, ${organisations.id}) > (select not o.active, o.name, o.id from organisations o where o.id = ${after})`,
      ),
    )
    .orderBy(sql`not ${organisations.active}`, asc(organisations.name), asc(organisations.id))
    .limit(limit)

/** By name; those no longer in use come last. */
export const listOrganisations = async (cx: Cx, query: Query) => {
  const where = await filtersOf(cx, query)
  const page = pageOf(await fetchRows(cx, where, afterId(query.after), query.limit + 1), query.limit, (last) => [
    last.id,
  ])
  const [count] = await cx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(organisations)
    .where(where)
  return { rows: await viewOrganisations(cx, page.rows), total: count?.total ?? 0, next: page.next }
}
/** @throws organisation.not-found, access.out-of-scope */
export const showOrganisation = async (cx: Cx, id: string): Promise<OrganisationView> =>
  (await viewOrganisations(cx, [await findVisibleOrganisation(cx, id)]))[0]!

/** The whole list under the same filters, streamed. Journalled. */
export const exportOrganisations = async (cx: Cx, query: Filters): Promise<Download> => {
  await cx.journal({
    action: 'organisation.export',
    sentence: '导出了组织表',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { query },
  })
  const where = await filtersOf(cx, query)
  const zh = cx.origin.language === 'zh-CN'
  const columns = [
    { header: zh ? '名称' : 'Name', width: 32, value: (row: OrganisationView) => row.name },
    { header: zh ? '简称' : 'Short name', width: 16, value: (row: OrganisationView) => row.shortName },
    {
      header: zh ? '种类' : 'Kind',
      width: 16,
      value: (row: OrganisationView) => organisationKinds[row.kind][zh ? 'zh' : 'en'],
    },
    { header: zh ? '办公电话' : 'Office line', width: 16, value: (row: OrganisationView) => row.phone },
    { header: zh ? '所在地' : 'Place', width: 20, value: (row: OrganisationView) => row.place?.name ?? null },
    { header: zh ? '上级组织' : 'Above it', width: 24, value: (row: OrganisationView) => row.parent?.name ?? null },
    {
      header: zh ? '服务范围' : 'Serves',
      width: 40,
      value: (row: OrganisationView) => row.serves.map((place) => place.name).join('、'),
    },
    { header: zh ? '在任人数' : 'People in office', width: 12, value: (row: OrganisationView) => row.staffCount },
    {
      header: zh ? '状态' : 'State',
      width: 10,
      value: (row: OrganisationView) => (row.active ? (zh ? '在用' : 'in use') : zh ? '停用' : 'retired'),
    },
  ]
  const portions = () =>
    portionsOf<OrganisationView>(async (last) =>
      viewOrganisations(cx, await fetchRows(cx, where, last?.id ?? null, PORTION)),
    )
  return sheetDownload({ fileName: zh ? '组织' : 'organisations', columns, portions }, cx.now)
}
