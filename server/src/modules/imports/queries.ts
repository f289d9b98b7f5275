// Imports and their rows, as far as the caller may see them.
import { and, count, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { importRow, importRun } from '../../../../contract/src/imports.ts'
import { holding } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { persons } from '../identity/tables.ts'
import { showCells } from './cells.ts'
import { sheets } from './columns.ts'
import { importRows, imports } from './tables.ts'

export type ImportRun = z.input<typeof importRun>
type Row = z.input<typeof importRow>
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
/** Newest first. */
export const listImports = async (
  cx: Cx,
  query: Paging,
): Promise<{ rows: ImportRun[]; total: number; next: string | null }> => {
  const cursor = readCursor(query.after, 2)
  const older =
    cursor === null
      ? undefined
      : sql`(${imports.at}, ${imports.id}) < (${String(cursor[0])}::timestamptz, ${asUuid(cursor[1])}::uuid)`
  const [total] = await cx.db.select({ rows: count() }).from(imports).where(visibleImports(cx))
  const found = await select(cx)
    .where(and(visibleImports(cx), older))
    .orderBy(desc(imports.at), desc(imports.id))
    .limit(query.limit + 1)
  const page = pageOf(found, query.limit, ({ run }) => [run.at.toISOString(), run.id])
  return { rows: page.rows.map(viewOf), total: total!.rows, next: page.next }
}
const asUuid = (part: unknown): string => {
  if (typeof part === 'string' && /^[0-9a-f-]{36}$/.test(part)) return part
  throw refuse('http.bad-input', { fields: [{ path: 'after', message: '格式不对' }] })
}
/** Rows with errors first, each group in the order of the sheet. Phone numbers are masked. */
export const listRows = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  query: Paging & { readonly onlyErrors?: boolean | undefined },
): Promise<{ rows: Row[]; total: number; next: string | null }> => {
  const { kind } = await showImport(cx, id)
  const cursor = readCursor(query.after, 2)
  const isFine = sql<number>`(${importRows.does} <> 'error')::int`
  const wanted = and(eq(importRows.importId, id), query.onlyErrors ? eq(importRows.does, 'error') : undefined)
  const later =
    cursor === null
      ? undefined
      : sql`(${isFine}, ${importRows.row}) > (${Number(cursor[0])}::int, ${Number(cursor[1])}::int)`
  const [total] = await cx.db.select({ rows: count() }).from(importRows).where(wanted)
  const found = await cx.db
    .select({ row: importRows.row, cells: importRows.cells, does: importRows.does, errors: importRows.errors })
    .from(importRows)
    .where(and(wanted, later))
    .orderBy(isFine, importRows.row)
    .limit(query.limit + 1)
  const page = pageOf(found, query.limit, ({ does, row }) => [does === 'error' ? 0 : 1, row])
  const rows = page.rows.map((row) => ({ ...row, cells: showCells(sealing, kind, row.cells) }))
  return { rows, total: total!.rows, next: page.next }
}
