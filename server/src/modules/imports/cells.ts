// How the cells of an uploaded sheet are kept until they are written: phone numbers sealed, shown masked.
import { maskPhone, type Sealing } from '../../platform/sealing.ts'
import { sheets, type ImportKind } from './columns.ts'
import type { CellError, ImportRow } from './plan.ts'
import { phoneOf } from './text.ts'

type Cells = Readonly<Record<string, string>>
const SEALED = 'sealed:'

const mapPhones = (kind: ImportKind, cells: Cells, change: (text: string) => string): Record<string, string> => {
  const changed: Record<string, string> = { ...cells }
  for (const { key, isPhone } of sheets[kind].columns) {
    if (isPhone && changed[key] !== undefined) changed[key] = change(changed[key])
  }
  return changed
}
export const sealCells = (sealing: Sealing, kind: ImportKind, cells: Cells): Record<string, string> =>
  mapPhones(kind, cells, (text) => SEALED + sealing.seal(text))
export const openCells = (sealing: Sealing, kind: ImportKind, cells: Cells): Record<string, string> =>
  mapPhones(kind, cells, (text) => (text.startsWith(SEALED) ? sealing.open(text.slice(SEALED.length)) : text))
/** A number is masked; what is none is shown as it was typed, so that the mistake can be seen. */
export const showCells = (sealing: Sealing, kind: ImportKind, cells: Cells): Record<string, string> =>
  mapPhones(kind, openCells(sealing, kind, cells), (text) => {
    const phone = phoneOf(text)
    return phone === null ? text : maskPhone(phone)
  })

/** Cells longer than their column allows; they are cut before anything else looks at them. */
export const tooLong = (kind: ImportKind, { cells }: ImportRow): CellError[] =>
  sheets[kind].columns.flatMap(({ key, max }) =>
    (cells[key]?.length ?? 0) > max ? [{ column: key, message: `太长，最多 ${max} 个字` }] : [],
  )
