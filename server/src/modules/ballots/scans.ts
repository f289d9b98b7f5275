// The hashes of scans: they go into the chain and the bundle, the pictures do not.
import { inArray } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { files } from '../files/tables.ts'

/** By the id of the file. */
export const shaOfFiles = async (cx: Pick<Cx, 'db'>, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await cx.db
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(inArray(files.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row.sha256]))
}
export const scansOf = async (cx: Pick<Cx, 'db'>, ids: readonly string[]): Promise<string[]> =>
  [...(await shaOfFiles(cx, ids)).values()].toSorted()
