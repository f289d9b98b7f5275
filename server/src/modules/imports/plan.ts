// What an import would do with each row, and how it does it: one shape for the four kinds.
import type { Permission } from '../../../../contract/src/permissions.ts'
import { may, mayAt, type Placed } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'

export type Does = 'create' | 'update' | 'nothing' | 'error'
export interface CellError {
  /** The key of the column. */
  readonly column: string
  /** In Chinese, for the person who fills in the sheet. */
  readonly message: string
}
/** A row of the sheet: its number there, and the text of its cells by the keys of the columns. */
export interface ImportRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}
export interface Verdict {
  readonly does: Does
  readonly errors: readonly CellError[]
}
export interface Plan {
  /** One per row, in the same order. */
  readonly verdicts: readonly Verdict[]
  /** Writes every row without errors. */
  write(): Promise<void>
}
/** Reads what it needs in a few statements, decides row by row in memory, writes in a few statements. */
export type Planner = (cx: Cx, sealing: Sealing, rows: readonly ImportRow[]) => Promise<Plan>

/** Gathers the errors of one row. */
export const errorList = () => {
  const errors: CellError[] = []
  return { errors, add: (column: string, message: string) => void errors.push({ column, message }) }
}
export const OUT_OF_SCOPE = '不在您的辖区内'
export const NOT_ALLOWED = '您的岗位没有这项权限'
/** Why the importer may not do this there; null when it is allowed. Importing alone permits nothing. */
export const forbidden = (cx: Cx, permissions: readonly Permission[], placed: Placed): string | null => {
  const all: Permission[] = ['import.run', ...permissions]
  if (all.some((permission) => !may(cx.actor, permission))) return NOT_ALLOWED
  return all.every((permission) => mayAt(cx.actor, permission, placed)) ? null : OUT_OF_SCOPE
}
/** Notes the first row of each key: gives the earlier row when the key was there already. */
export const firstRows = () => {
  const seen = new Map<string, number>()
  return (key: string, row: number): number | null => {
    const before = seen.get(key)
    if (before === undefined) seen.set(key, row)
    return before ?? null
  }
}
