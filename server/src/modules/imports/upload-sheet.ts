// Takes an uploaded spreadsheet and says what it would do with every row; nothing else is written yet.
import { uuidv7 } from 'uuidv7'
import { sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { UploadedFile } from '../../platform/module.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { sealCells } from './cells.ts'
import { sheets, type ImportKind } from './columns.ts'
import type { ImportRow, Verdict } from './plan.ts'
import { countOf, planImport } from './planning.ts'
import { showImport, type ImportRun } from './queries.ts'
import { readRows } from './read-rows.ts'
import { array } from './sql-array.ts'
import { imports } from './tables.ts'
import { tidy } from './text.ts'

const CELL_LENGTH = 500
const shortened = (cells: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(cells).map(([key, text]) => [
      key,
      text.length > CELL_LENGTH && key !== 'serves' ? text.slice(0, CELL_LENGTH).toWellFormed() : text,
    ]),
  )

const keepRows = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  kind: ImportKind,
  rows: readonly ImportRow[],
  verdicts: readonly Verdict[],
) => {
  await cx.db.execute(sql`
    insert into import_rows (import_id, row, cells, does, errors)
    select ${id}::uuid, r.row, r.cells, r.does, r.errors
    from unnest(
      ${array(
        rows.map((row) => row.row),
        'int',
      )}, ${array(
        rows.map((row) => JSON.stringify(sealCells(sealing, kind, row.cells))),
        'jsonb',
      )},
      ${array(
        verdicts.map((verdict) => verdict.does),
        'text',
      )}, ${array(
        verdicts.map((verdict) => JSON.stringify(verdict.errors)),
        'jsonb',
      )}
    ) as r (row, cells, does, errors)`)
}
/** @throws import.not-excel, import.encrypted, import.too-large, import.wrong-columns, import.empty */
export const uploadSheet = async (
  cx: Cx,
  sealing: Sealing,
  kind: ImportKind,
  file: UploadedFile,
): Promise<ImportRun> => {
  const rows = (await readRows(kind, file.bytes)).map((row) => ({ ...row, cells: shortened(row.cells) }))
  const { verdicts } = await planImport(cx, sealing, kind, rows)
  const counts = countOf(verdicts)
  const id = uuidv7()
  const fileName = tidy(file.name.slice(0, 200)) || `${sheets[kind].title}.xlsx`
  await cx.db.insert(imports).values({
    id,
    districtId: cx.districtId,
    kind,
    fileName,
    state: 'previewed',
    rows: rows.length,
    good: rows.length - counts.error,
    bad: counts.error,
    created: counts.create,
    updated: counts.update,
    unchanged: counts.nothing,
    byPerson: cx.actor.personId,
    at: cx.now,
  })
  await keepRows(cx, sealing, id, kind, rows, verdicts)
  await cx.journal({
    action: 'import.upload',
    sentence: '上传了表格',
    thing: { kind: 'import', id },
    after: { kind, fileName, rows: rows.length, bad: counts.error },
  })
  return showImport(cx, id)
}
