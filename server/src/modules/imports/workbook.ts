// Reads the cells of a .xlsx as text: results of formulas, dates as days, numbers as they were written.
import { posix } from 'node:path'
import { refuse } from '../../platform/refuse.ts'
import { fillMerged, rangeOf, type Range } from './merged-cells.ts'
import { numberText, serialDay, tidy } from './text.ts'
import { readXml } from './xml.ts'
import { openArchive, type Archive } from './zip.ts'

export const ROW_LIMIT = 20_000
/** Sheets are often formatted far below their last row; after so many empty rows nothing more is expected. */
const EMPTY_RUN = 2000
const CELL_LIMIT = 2000
const COLUMN_LIMIT = 60
/** The last row a spreadsheet can have. */
const LAST_ROW = 1_048_576

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number
  /** By column, from 0; empty cells are missing. */
  readonly cells: ReadonlyMap<number, string>
}
const builtInDates = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
const looksLikeDate = (format: string) => /[ymdYMD年月日]/.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

/** Which cell styles show a date. */
const readDateStyles = async (archive: Archive): Promise<Set<number>> => {
  const dates = new Set<number>()
  if (!archive.has('xl/styles.xml')) return dates
  const formats = new Map<number, string>()
  let isInside = false
  let style = 0
  await readXml(await archive.read('xl/styles.xml'), {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') isInside = true
      if (name !== 'xf' || !isInside) return
      const id = Number(attributes['numFmtId'] ?? 0)
      const format = formats.get(id)
      if (format === undefined ? builtInDates(id) : looksLikeDate(format)) dates.add(style)
      style++
    },
    close: (name) => {
      if (name === 'cellXfs') isInside = false
    },
  })
  return dates
}
/** Strings that cells refer to by number; how a word is read aloud (rPh) is left out. */
const readSharedStrings = async (archive: Archive): Promise<string[]> => {
  const strings: string[] = []
  if (!archive.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let isText = false
  let isPhonetic = false
  await readXml(await archive.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    text: (part) => {
      if (isText && text.length < CELL_LIMIT) text += part
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') strings.push(tidy(text.slice(0, CELL_LIMIT)))
    },
  })
  return strings
}
/** The sheets in the order of their tabs; chart sheets and hidden ones count, they just fit no template. */
const sheetPaths = async (archive: Archive): Promise<string[]> => {
  const ids: string[] = []
  await readXml(await archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (name === 'sheet' && id !== undefined) ids.push(id)
    },
  })
  const targets = new Map<string, string>()
  await readXml(await archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target)
    },
  })
  return ids.flatMap((id) => {
    const target = targets.get(id)
    if (target === undefined) return []
    return [target.startsWith('/') ? target.slice(1) : posix.join('xl', target)]
  })
}
const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}
const textOf = (type: string, raw: string, isDate: boolean, strings: readonly string[]): string => {
  if (type === 's') return strings[Number(raw)] ?? ''
  if (type === 'b') return raw === '1' ? '是' : '否'
  if (type === 'e') return ''
  if (type === 'd') return raw.slice(0, 10)
  if (type === 'str' || type === 'inlineStr') return tidy(raw)
  const number = raw.trim() === '' ? Number.NaN : Number(raw)
  if (!Number.isFinite(number)) return tidy(raw)
  return (isDate ? serialDay(number) : null) ?? numberText(number)
}
/** Rows count upwards; a file that says otherwise is counted by us. */
const numberAfter = (before: number, said: string | undefined): number => {
  const number = Number(said)
  return Number.isInteger(number) && number > before && number <= LAST_ROW ? number : before + 1
}
/** @throws import.too-large beyond 20,000 rows that are not empty */
const readSheet = async (
  bytes: Buffer,
  strings: readonly string[],
  dates: ReadonlySet<number>,
): Promise<SheetRow[]> => {
  const rows: { readonly number: number; readonly cells: Map<number, string> }[] = []
  const merged: Range[] = []
  let row = { number: 0, cells: new Map<number, string>() }
  let cell = { column: -1, type: 'n', isDate: false, raw: '' }
  let takes = false
  let isDone = false
  await readXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 'row') row = { number: numberAfter(row.number, attributes['r']), cells: new Map() }
        if (name === 'c') {
          const column = attributes['r'] === undefined ? cell.column + 1 : columnOf(attributes['r'])
          cell = { column, type: attributes['t'] ?? 'n', isDate: dates.has(Number(attributes['s'] ?? -1)), raw: '' }
        }
        const range = name === 'mergeCell' ? rangeOf(attributes['ref'] ?? '', columnOf) : null
        if (range !== null && range.last > range.first) merged.push(range)
        // A formula (f) is not taken; its result (v) is. Inline text is in t.
        takes = name === 'v' || (name === 't' && cell.type === 'inlineStr')
      },
      text: (part) => {
        if (takes && cell.raw.length < CELL_LIMIT) cell.raw += part
      },
      close: (name) => {
        takes = false
        if (name === 'c' && cell.raw !== '' && cell.column >= 0 && cell.column < COLUMN_LIMIT) {
          const text = textOf(cell.type, cell.raw, cell.isDate, strings)
          if (text !== '') row.cells.set(cell.column, text)
        }
        if (name !== 'row') return
        cell.column = -1
        if (row.cells.size > 0) rows.push(row)
        else if (row.number - (rows.at(-1)?.number ?? 0) > EMPTY_RUN) isDone = true
        // Header and examples stand above the data.
        if (rows.length > ROW_LIMIT + 20) throw refuse('import.too-large', { because: 'rows' })
      },
    },
    () => isDone,
  )
  fillMerged(rows, merged)
  return rows
}

/**
 * The sheets of a workbook, read one after the other as they are asked for.
 * @throws import.not-excel, import.encrypted, import.too-large
 */
export const readWorkbook = async function* (bytes: Buffer): AsyncGenerator<SheetRow[]> {
  const archive = openArchive(bytes)
  if (!archive.has('xl/workbook.xml')) throw refuse('import.not-excel', { because: 'no workbook in the zip' })
  const strings = await readSharedStrings(archive)
  const dates = await readDateStyles(archive)
  for (const path of await sheetPaths(archive)) {
    if (archive.has(path) && path.includes('worksheets/'))
      yield await readSheet(await archive.read(path), strings, dates)
  }
}
