// Reads an uploaded .xlsx or .csv of the hotline: headings, rows, and cells as what they should be.
import { hotlineFields, type HotlineField } from '../../../../contract/src/channels-kinds.ts'
import { refuse } from '../../platform/refuse.ts'
import { readWorkbook, tidy } from '../imports/index.ts'

export const MOST_ROWS = 2000
const MOST_COLUMNS = 40
export interface SheetRows {
  readonly headers: string[]
  /** With the number the spreadsheet shows. */
  readonly rows: { readonly row: number; readonly cells: Record<string, string> }[]
}
/** Quoted cells may hold commas and line breaks; a doubled quote stands for one. */
export const readCsv = (text: string): string[][] => {
  const lines: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    lines.at(-1)!.push(cell)
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === ',' || c === '\t') end()
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++
      end()
      lines.push([])
    } else cell += c
  }
  if (cell !== '' || lines.at(-1)!.length > 0) end()
  return lines.filter((line) => line.some((one) => one.trim() !== ''))
}
/** Sheets saved by a Chinese Excel are GBK; those of machines UTF-8. */
const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
const recognised = (headers: readonly string[]) =>
  Object.values(hotlineFields).filter((field) => headers.some((header) => isTitle(header, field.titles))).length
const bare = (text: string) => text.replace(/[\s*＊（(）)：:]/g, '')
const isTitle = (header: string, titles: readonly string[]) => titles.includes(bare(header))

interface Line {
  readonly row: number
  readonly cells: readonly string[]
}
const linesOf = async (bytes: Buffer, isCsv: boolean): Promise<Line[]> => {
  if (isCsv) return readCsv(decode(bytes)).map((cells, i) => ({ row: i + 1, cells: cells.map(tidy) }))
  for await (const rows of readWorkbook(bytes)) {
    if (rows.length === 0) continue
    return rows.map(({ number, cells }) => ({
      row: number,
      cells: Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, i) => cells.get(i) ?? ''),
    }))
  }
  return []
}
/** @throws import.not-excel, import.encrypted, import.too-large, import.empty */
export const readHotlineSheet = async (bytes: Buffer, fileName: string): Promise<SheetRows> => {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.readUInt8(0) === 0xd0
  const isCsv = !isZip && /\.(csv|txt)$/i.test(fileName)
  const lines = await linesOf(bytes, isCsv)
  if (lines.length === 0) throw refuse('import.empty')
  // Above the headings there is often a title: the line with most known headings is taken, else the first.
  const candidates = lines.slice(0, 10)
  const best = candidates.reduce((a, b) => (recognised(b.cells) > recognised(a.cells) ? b : a))
  const headers = best.cells.slice(0, MOST_COLUMNS).map((text, i) => text.slice(0, 60) || `第${i + 1}列`)
  const unique = headers.map((text, i) => (headers.indexOf(text) === i ? text : `${text.slice(0, 50)}（${i + 1}）`))
  const rows = lines
    .slice(lines.indexOf(best) + 1)
    .map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(unique.flatMap((header, i) => (cells[i] ? [[header, cells[i].slice(0, 2000)]] : []))),
    }))
    .filter(({ cells }) => Object.keys(cells).length > 0)
  if (rows.length === 0) throw refuse('import.empty')
  if (rows.length > MOST_ROWS) throw refuse('import.too-large', { because: `${rows.length} rows` })
  return { headers: unique, rows }
}
/** Which heading stands for which field, as far as the words tell. */
export const guessMapping = (headers: readonly string[]): Partial<Record<HotlineField, string>> =>
  Object.fromEntries(
    (Object.entries(hotlineFields) as [HotlineField, { titles: readonly string[] }][]).flatMap(
      ([field, { titles }]) => {
        const found = titles
          .map((title) => headers.find((header) => bare(header) === title))
          .find((one) => one !== undefined)
        return found === undefined ? [] : [[field, found]]
      },
    ),
  )
const MOMENT =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]?(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?秒?分?)?$/
/** A moment as people and machines write it, in Shanghai; a day alone means its end. Undefined when it is none. */
export const momentOf = (text: string): Date | undefined => {
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    // Excel's own count of days.
    const at = new Date(Math.round((Number(text) - 25_569) * 86_400_000) - 8 * 3_600_000)
    return Number.isNaN(at.getTime()) ? undefined : at
  }
  const match = MOMENT.exec(text.trim())
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const hasClock = match[4] !== undefined
  const [hour, minute, second] = hasClock ? [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)] : [23, 59, 59]
  const at = new Date(Date.UTC(year, month - 1, day, hour - 8, minute, second))
  const back = new Date(at.getTime() + 8 * 3_600_000)
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 ? at : undefined
}
