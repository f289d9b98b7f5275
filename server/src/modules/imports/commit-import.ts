// Writes an import that was previewed: every row is judged again, since the district may have changed in between.
import { asc, eq, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { openCells } from './cells.ts'
import type { ImportKind } from './columns.ts'
import type { ImportRow, Verdict } from './plan.ts'
import { countOf, planImport } from './planning.ts'
import { showImport, type ImportRun } from './queries.ts'
import { array } from './sql-array.ts'
import { importRows, imports } from './tables.ts'

/** Imports of a district queue here, together with those who change its tree of places by hand. */
const lockDistrict = (cx: Cx) =>
  cx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`places:${cx.districtId}`}, 11))`)

const loadRows = async (cx: Cx, sealing: Sealing, id: string, kind: ImportKind): Promise<ImportRow[]> => {
  const rows = await cx.db
    .select({ row: importRows.row, cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.row))
  return rows.map(({ row, cells }) => ({ row, cells: openCells(sealing, kind, cells) }))
}
const keepVerdicts = (cx: Cx, id: string, rows: readonly ImportRow[], verdicts: readonly Verdict[]) =>
  cx.db.execute(sql`
    update import_rows i set does = v.does, errors = v.errors
    from unnest(${array(
      rows.map((row) => row.row),
      'int',
    )}, ${array(
      verdicts.map((verdict) => verdict.does),
      'text',
    )}, ${array(
      verdicts.map((verdict) => JSON.stringify(verdict.errors)),
      'jsonb',
    )}) as v (row, does, errors)
    where i.import_id = ${id} and i.row = v.row and (i.does, i.errors) is distinct from (v.does, v.errors)`)

/**
 * `all` writes everything or nothing, `good` leaves out the rows with errors.
 * @throws import.not-found, import.committed, import.has-errors
 */
export const commitImport = async (cx: Cx, sealing: Sealing, id: string, which: 'all' | 'good'): Promise<ImportRun> => {
  await showImport(cx, id)
  await lockDistrict(cx)
  const [run] = await cx.db.select().from(imports).where(eq(imports.id, id)).for('update')
  if (run === undefined) throw refuse('import.not-found')
  if (run.state === 'committed') throw refuse('import.committed')
  const rows = await loadRows(cx, sealing, id, run.kind)
  const plan = await planImport(cx, sealing, run.kind, rows)
  const counts = countOf(plan.verdicts)
  if (which === 'all' && counts.error > 0) throw refuse('import.has-errors', { because: `${counts.error} rows` })
  await plan.write()
  await keepVerdicts(cx, id, rows, plan.verdicts)
  const result = {
    good: rows.length - counts.error,
    bad: counts.error,
    created: counts.create,
    updated: counts.update,
    unchanged: counts.nothing,
  }
  await cx.db
    .update(imports)
    .set({ state: 'committed', committedAt: cx.now, ...result })
    .where(eq(imports.id, id))
  await cx.journal({
    action: 'import.commit',
    sentence: '写入了表格',
    thing: { kind: 'import', id },
    before: { state: 'previewed' },
    after: { state: 'committed', kind: run.kind, fileName: run.fileName, which, ...result },
  })
  return showImport(cx, id)
}
