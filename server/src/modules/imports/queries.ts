// Imports and their rows, as far as the caller may see them: on screen and as spreadsheets.
import { and, count, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { importRow, importRun } from '../../../../contract/src/imports.ts'
import { holding } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, localTime, SHEET_PAGE, type ListColumn } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { persons } from '../identity/tables.ts'
import { openCells, showCells } from './cells.ts'
import { sheets } from './columns.ts'
import { importRows, imports } from './tables.ts'

export type ImportRun = z.input<typeof importRun>
type Row = z.input<typeof importRow>
const kindNames = {
  places: ['地点和房屋', 'places and homes'],
  residents: ['业主和住户', 'owners and occupants'],
  organisations: ['组织', 'organisations'],
  staff: ['工作人员和任职', 'staff and appointments'],
} as const
const stateNames = { previewed: ['未写入', 'not written'], committed: ['已写入', 'written'] } as const
const doesNames = {
  create: ['新增', 'create'],
  update: ['更新', 'update'],
  nothing: ['不变', 'nothing'],
  error: ['有错', 'error'],
} as const
interface Paging {
  readonly after?: string | undefined
  readonly limit: number
}

/** One's own; all of them where one may import into the whole district. */
const visibleImports = (cx: Cx): SQL => {
  const isDistrict = holding(cx.actor, 'import.run').some((held) => held.scopeKind === 'district')
  const own = isDistrict ? sql`true` : eq(imports.byPerson, cx.actor.personId)
  return sql`${imports.districtId} = ${cx.districtId} and ${own}`
}
const columns = { run: imports, by: persons.name }
const select = (cx: Cx) => cx.db.select(columns).from(imports).innerJoin(persons, eq(persons.id, imports.byPerson))
const viewOf = ({ run, by }: { run: typeof imports.$inferSelect; by: string }): ImportRun => ({
  id: run.id,
  kind: run.kind,
  fileName: run.fileName,
  state: run.state,
  rows: run.rows,
  good: run.good,
  bad: run.bad,
  created: run.created,
  updated: run.updated,
  unchanged: run.unchanged,
  at: run.at.toISOString(),
  by,
  columns: sheets[run.kind].columns.map(({ key, title }) => ({ key, title })),
})
/** @throws import.not-found */
export const showImport = async (cx: Cx, id: string): Promise<ImportRun> => {
  const [found] = await select(cx).where(and(eq(imports.id, id), visibleImports(cx)))
  if (found === undefined) throw refuse('import.not-found')
  return viewOf(found)
}
const pageOfImports = async (cx: Cx, query: Paging) => {
  const cursor = readCursor(query.after, 2)
  const older =
    cursor === null
      ? undefined
      : sql`(${imports.at}, ${imports.id}) < (${String(cursor[0])}::timestamptz, ${asUuid(cursor[1])}::uuid)`
  const found = await select(cx)
    .where(and(visibleImports(cx), older))
    .orderBy(desc(imports.at), desc(imports.id))
    .limit(query.limit + 1)
  const page = pageOf(found, query.limit, ({ run }) => [run.at.toISOString(), run.id])
  return { rows: page.rows.map(viewOf), next: page.next }
}
/** Newest first. */
export const listImports = async (cx: Cx, query: Paging) => {
  const [total] = await cx.db.select({ rows: count() }).from(imports).where(visibleImports(cx))
  return { ...(await pageOfImports(cx, query)), total: total!.rows }
}
const asUuid = (part: unknown): string => {
  if (typeof part === 'string' && /^[0-9a-f-]{36}$/.test(part)) return part
  throw refuse('http.bad-input', { fields: [{ path: 'after', message: '格式不对' }] })
}
const rowsWanted = (id: string, onlyErrors: boolean | undefined): SQL | undefined =>
  and(eq(importRows.importId, id), onlyErrors ? eq(importRows.does, 'error') : undefined)
const pageOfRows = async (
  cx: Cx,
  sealing: Sealing,
  kind: ImportRun['kind'],
  wanted: SQL | undefined,
  query: Paging,
  show = showCells,
) => {
  const cursor = readCursor(query.after, 2)
  const isFine = sql<number>`(${importRows.does} <> 'error')::int`
  const later =
    cursor === null
      ? undefined
      : sql`(${isFine}, ${importRows.row}) > (${Number(cursor[0])}::int, ${Number(cursor[1])}::int)`
  const found = await cx.db
    .select({ row: importRows.row, cells: importRows.cells, does: importRows.does, errors: importRows.errors })
    .from(importRows)
    .where(and(wanted, later))
    .orderBy(isFine, importRows.row)
    .limit(query.limit + 1)
  const page = pageOf(found, query.limit, ({ does, row }) => [does === 'error' ? 0 : 1, row])
  return { rows: page.rows.map((row) => ({ ...row, cells: show(sealing, kind, row.cells) })), next: page.next }
}
interface OnlyErrors {
  readonly onlyErrors?: boolean | undefined
}
/** Rows with errors first, each group in the order of the sheet. Phone numbers are masked. */
export const listRows = async (cx: Cx, sealing: Sealing, id: string, query: Paging & OnlyErrors) => {
  const { kind } = await showImport(cx, id)
  const wanted = rowsWanted(id, query.onlyErrors)
  const [total] = await cx.db.select({ rows: count() }).from(importRows).where(wanted)
  return { ...(await pageOfRows(cx, sealing, kind, wanted, query)), total: total!.rows }
}
/** The imports as a spreadsheet. Journalled. */
export const exportImports = async (cx: Cx): Promise<Download> => {
  await cx.journal({
    action: 'import.export',
    sentence: '导出了导入记录',
    thing: { kind: 'person', id: cx.actor.personId },
  })
  return listSheet<ImportRun>(cx, {
    name: ['导入记录', 'imports'],
    columns: [
      ['文件', 'File', 36, (run) => run.fileName],
      ['内容', 'What', 18, (run, zh) => kindNames[run.kind][zh ? 0 : 1]],
      ['状态', 'State', 12, (run, zh) => stateNames[run.state][zh ? 0 : 1]],
      ['共几行', 'Rows', 10, (run) => run.rows],
      ['没有问题', 'Good', 10, (run) => run.good],
      ['有错误', 'With errors', 12, (run) => run.bad],
      ['新增', 'Created', 10, (run) => run.created],
      ['更新', 'Updated', 10, (run) => run.updated],
      ['不变', 'Unchanged', 10, (run) => run.unchanged],
      ['时间', 'When', 20, (run) => localTime(run.at)],
      ['导入人', 'By', 14, (run) => run.by],
    ],
    page: (after) => pageOfImports(cx, { after, limit: SHEET_PAGE }),
  })
}
/**
 * The rows as they were read, with what is wrong beside each: to mend and upload again. Journalled. Who uploaded them
 * gets their own phone numbers back, or no mended row could be read; to others they are masked.
 */
export const exportRows = async (cx: Cx, sealing: Sealing, id: string, query: OnlyErrors): Promise<Download> => {
  const run = await showImport(cx, id)
  await cx.journal({
    action: 'import.export-rows',
    sentence: `导出了“${run.fileName}”的核对结果`,
    thing: { kind: 'import', id },
  })
  const wanted = rowsWanted(id, query.onlyErrors)
  const [own] = await cx.db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.byPerson, cx.actor.personId)))
  const show = own === undefined ? showCells : openCells
  return listSheet<Row>(cx, {
    name: ['核对结果', 'checked rows'],
    columns: [
      ['第几行', 'Row', 8, (row) => row.row],
      ['将会', 'Does', 10, (row, zh) => doesNames[row.does][zh ? 0 : 1]],
      ['哪里不对', 'What is wrong', 50, (row) => row.errors.map((error) => error.message).join('；')],
      ...run.columns.map((column): ListColumn<Row> => [
        column.title,
        column.title,
        18,
        (row) => row.cells[column.key] ?? null,
      ]),
    ],
    page: (after) => pageOfRows(cx, sealing, run.kind, wanted, { after, limit: SHEET_PAGE }, show),
  })
}
