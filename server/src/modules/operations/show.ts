// How operations are shown: rows of the list, one whole, the list as a spreadsheet.
import { and, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { operationLife, operationStates, type OperationStep } from '../../../../contract/src/operations-life.ts'
import type { operationsApi } from '../../../../contract/src/operations.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { listSheet, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { cases } from '../cases/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { columnOf, placeById, placesByIds, type PlaceRow } from '../places/index.ts'
import { bodiesOf, operationColumns, runOperations, runsIt, visibleOperations, type OperationRow } from './policy.ts'
import { operationFindings, operations, operationUnits } from './tables.ts'

export type Operation = OutOf<(typeof operationsApi)['GET /api/operations/:id']>
type Line = OutOf<(typeof operationsApi)['GET /api/operations']>['rows'][number]
type Query = ParsedQuery<(typeof operationsApi)['GET /api/operations']>
type Filters = ParsedQuery<(typeof operationsApi)['GET /api/operations.xlsx']>
const refOf = (place: PlaceRow | undefined, id: string) =>
  place === undefined
    ? { id, kind: 'community' as const, name: '', path: '' }
    : { id: place.id, kind: place.kind, name: place.name, path: place.path }

const countsOf = async (cx: Cx, ids: readonly string[]) => {
  if (ids.length === 0) return { units: new Map<string, number>(), found: new Map<string, [number, number]>() }
  const units = await cx.db
    .select({ id: operationUnits.operationId, n: sql<number>`count(*)::int` })
    .from(operationUnits)
    .where(inArray(operationUnits.operationId, [...ids]))
    .groupBy(operationUnits.operationId)
  const found = await cx.db
    .select({
      id: operationFindings.operationId,
      n: sql<number>`count(*)::int`,
      cases: sql<number>`count(${operationFindings.caseId})::int`,
    })
    .from(operationFindings)
    .where(inArray(operationFindings.operationId, [...ids]))
    .groupBy(operationFindings.operationId)
  return {
    units: new Map(units.map((one) => [one.id, one.n])),
    found: new Map(found.map((one) => [one.id, [one.n, one.cases] as [number, number]])),
  }
}
const linesOf = async (cx: Cx, rows: readonly OperationRow[]): Promise<Line[]> => {
  const counts = await countsOf(
    cx,
    rows.map((row) => row.id),
  )
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const bodies = await organisationsByIds(
    cx.db,
    rows.map((row) => row.leadId),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    place: refOf(places.get(row.placeId), row.placeId),
    day: row.day,
    state: row.state,
    lead: { id: row.leadId, name: bodies.get(row.leadId)?.name ?? '' },
    units: counts.units.get(row.id) ?? 0,
    findings: counts.found.get(row.id)?.[0] ?? 0,
    cases: counts.found.get(row.id)?.[1] ?? 0,
  }))
}
const wanted = async (cx: Cx, query: Filters, visible: SQL): Promise<SQL | undefined> => {
  const place = query.placeId === undefined ? null : await placeById(cx.db, query.placeId)
  if (query.placeId !== undefined && place?.districtId !== cx.districtId) throw refuse('place.not-found')
  const column = place === null ? null : columnOf[place.kind]
  return and(
    eq(operations.districtId, cx.districtId),
    visible,
    place === null
      ? undefined
      : column === null
        ? eq(operations.placeId, place.id)
        : eq(operationColumns[column], place.id),
    query.state === undefined ? undefined : eq(operations.state, query.state),
    query.from === undefined ? undefined : gte(operations.day, query.from),
    query.to === undefined ? undefined : lte(operations.day, query.to),
  )
}
const page = async (cx: Cx, where: SQL | undefined, afterText: string | undefined, limit: number) => {
  const after = afterId(afterText)
  const rows = await cx.db
    .select()
    .from(operations)
    .where(
      and(
        where,
        after === null
          ? undefined
          : sql`(${operations.day}, ${operations.id}) < (select o.day, o.id from operations o where o.id = ${after})`,
      ),
    )
    .orderBy(desc(operations.day), desc(operations.id))
    .limit(limit + 1)
  const cut = pageOf(rows, limit, (last) => [last.id])
  return { rows: await linesOf(cx, cut.rows), next: cut.next }
}
export const listOperations = async (
  cx: Cx,
  query: Query,
): Promise<{ rows: Line[]; total: number | null; next: string | null }> => ({
  ...(await page(cx, await wanted(cx, query, visibleOperations(cx.actor)), query.after, query.limit)),
  total: null,
})
/** Journalled. */
export const exportOperations = async (cx: Cx, query: Filters): Promise<Download> => {
  const where = await wanted(cx, query, runOperations(cx.actor))
  await cx.journal({
    action: 'operation.export',
    sentence: '导出了联合执法记录',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { query },
  })
  return listSheet<Line>(cx, {
    name: ['联合执法', 'joint operations'],
    columns: [
      ['日期', 'Day', 12, (row) => row.day],
      ['名称', 'Name', 36, (row) => row.name],
      ['地点', 'Place', 30, (row) => row.place.path],
      ['牵头单位', 'Lead', 24, (row) => row.lead.name],
      ['参加单位', 'Units', 10, (row) => row.units],
      ['发现问题', 'Findings', 10, (row) => row.findings],
      ['转为诉求', 'Cases', 10, (row) => row.cases],
      ['状态', 'State', 10, (row, zh) => operationStates[row.state][zh ? 'zh' : 'en']],
    ],
    page: (after) => page(cx, where, after, SHEET_PAGE),
  })
}
const foundOf = async (cx: Cx, id: string) => {
  const rows = await cx.db
    .select({ row: operationFindings, number: cases.number })
    .from(operationFindings)
    .leftJoin(cases, eq(cases.id, operationFindings.caseId))
    .where(eq(operationFindings.operationId, id))
    .orderBy(operationFindings.at, operationFindings.id)
    .limit(500)
  const people = await personsByIds(
    cx.db,
    rows.map(({ row }) => row.personId),
  )
  const places = await placesByIds(
    cx.db,
    rows.map(({ row }) => row.placeId),
  )
  return { rows, people, places }
}
const mayOf = (cx: Cx, row: OperationRow, takesPart: boolean): Operation['may'] => {
  const runs = runsIt(cx.actor, row)
  const steps: OperationStep[] = mayTake(operationLife, row.state, {
    reporter: false,
    handler: false,
    staff: () => runs,
  })
  const isOpen = row.state === 'planned' || row.state === 'underway'
  return [
    ...steps,
    ...(runs && isOpen ? (['edit'] as const) : []),
    ...((runs || takesPart) && isOpen ? (['find'] as const) : []),
    ...(runs ? (['openCase'] as const) : []),
  ]
}
export const operationShown = async (cx: Cx, row: OperationRow): Promise<Operation> => {
  const [line] = await linesOf(cx, [row])
  const units = await cx.db.select().from(operationUnits).where(eq(operationUnits.operationId, row.id))
  const bodies = await organisationsByIds(
    cx.db,
    units.map((unit) => unit.organisationId),
  )
  const { rows, people, places } = await foundOf(cx, row.id)
  const nameOf = (id: string | null) => (id === null ? null : (bodies.get(id)?.name ?? null))
  const mine = new Set(bodiesOf(cx.actor))
  const creator = row.createdBy === null ? undefined : (await personsByIds(cx.db, [row.createdBy])).get(row.createdBy)
  return {
    ...line!,
    aim: row.aim,
    unitList: units.map((unit) => ({
      organisation: { id: unit.organisationId, name: nameOf(unit.organisationId) ?? '' },
      people: unit.people,
      task: unit.task,
      findings: rows.filter((one) => one.row.organisationId === unit.organisationId).length,
    })),
    found: rows.map(({ row: one, number }) => ({
      id: one.id,
      words: one.words,
      place: refOf(places.get(one.placeId), one.placeId),
      photos: one.photos,
      at: one.at.toISOString(),
      by: { name: people.get(one.personId)?.name ?? '', organisation: nameOf(one.organisationId) },
      case: one.caseId === null || number === null ? null : { id: one.caseId, number: String(number) },
    })),
    results: row.results,
    words: row.words,
    createdBy: creator?.name ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    may: mayOf(
      cx,
      row,
      units.some((unit) => mine.has(unit.organisationId)),
    ),
  }
}
