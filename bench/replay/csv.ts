// Reads CSV as a stream (RFC 4180: quotes, doubled quotes, line breaks inside quotes; a BOM at the front is skipped).
import { createReadStream } from 'node:fs'

/** Rows as they stand in the text; feed it pieces, then `end`. */
export const csvParser = () => {
  let row: string[] = []
  let field = ''
  let isQuoted = false
  /** A quote was just seen inside quotes: the end of the field, or the first half of a doubled one. */
  let isPending = false
  let isFirst = true
  const endField = () => {
    row.push(field)
    field = ''
  }
  const endRow = (): string[] | null => {
    endField()
    const done = row
    row = []
    return done.length === 1 && done[0] === '' ? null : done
  }
  const feed = (text: string): string[][] => {
    const rows: string[][] = []
    for (const letter of isFirst ? text.replace(/^\uFEFF/, '') : text) {
      if (isPending) {
        isPending = false
        if (letter === '"') {
          field += '"'
          continue
        }
        isQuoted = false
      }
      if (isQuoted) {
        if (letter === '"') isPending = true
        else field += letter
      } else if (letter === '"' && field === '') isQuoted = true
      else if (letter === ',') endField()
      else if (letter === '\n') {
        const done = endRow()
        if (done !== null) rows.push(done)
      } else if (letter !== '\r') field += letter
    }
    isFirst = false
    return rows
  }
  const end = (): string[][] => {
    const done = field === '' && row.length === 0 ? null : endRow()
    return done === null ? [] : [done]
  }
  return { feed, end }
}
/** The rows of a file, each by the names of the first row. */
export const readCsv = async (path: string): Promise<Record<string, string>[]> => {
  const parser = csvParser()
  const rows: string[][] = []
  for await (const piece of createReadStream(path, 'utf8')) rows.push(...parser.feed(piece as string))
  rows.push(...parser.end())
  const [names = [], ...values] = rows
  return values.map((one) => Object.fromEntries(names.map((name, i) => [name.trim(), one[i] ?? ''])))
}
