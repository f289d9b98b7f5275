// What a door code looks like to the console, and the rows that are read for it.
import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { doorcode } from '../../../../contract/src/doorcodes.ts'
import { columnOf, placedColumns, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { grouped } from './signing.ts'
import { doorcodes } from './tables.ts'

/** The kinds of doors in Chinese. */
export const kindWords = {
  unit: '单元',
  building: '楼栋',
  estate: '小区',
  station: '驿站',
  facility: '设施',
  box: '意见箱',
} as const
export type DoorcodeView = z.input<typeof doorcode>

/** A code with the words of its place. */
export const doorcodeColumns = {
  id: doorcodes.id,
  code: doorcodes.code,
  kind: doorcodes.kind,
  label: doorcodes.label,
  issuedAt: doorcodes.issuedAt,
  revokedAt: doorcodes.revokedAt,
  revokedReason: doorcodes.revokedReason,
  scans: doorcodes.scans,
  placeId: places.id,
  placeKind: places.kind,
  placeName: places.name,
  placePath: places.path,
  placeOrder: places.pathOrder,
} as const
type Code = Omit<typeof doorcodes.$inferSelect, 'districtId' | 'issuedBy' | 'revokedBy' | 'placeId'>
type PlaceWords = Pick<PlaceRow, 'id' | 'kind' | 'name' | 'path'>

export const viewOf = (code: Code, place: PlaceWords): DoorcodeView => ({
  id: code.id,
  code: grouped(code.code),
  kind: code.kind,
  label: code.label,
  place: { id: place.id, kind: place.kind, name: place.name, path: place.path },
  issuedAt: code.issuedAt.toISOString(),
  revokedAt: code.revokedAt?.toISOString() ?? null,
  revokedReason: code.revokedReason,
  scans: code.scans,
})
export type DoorcodeRow = Code & {
  readonly placeId: string
  readonly placeKind: PlaceRow['kind']
  readonly placeName: string
  readonly placePath: string
  readonly placeOrder: string
}
export const viewOfRow = (row: DoorcodeRow): DoorcodeView =>
  viewOf(row, { id: row.placeId, kind: row.placeKind, name: row.placeName, path: row.placePath })

/** SQL: the place or anything that stands below it. */
export const atOrBelow = (place: PlaceRow): SQL => {
  const column = columnOf[place.kind]
  return column === null ? sql`${places.id} = ${place.id}` : sql`${placedColumns[column]} = ${place.id}`
}
