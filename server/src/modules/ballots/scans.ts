// The hashes of scans: they go into the chain and the bundle, the pictures do not.
import { inArray } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { files } from '../files/tables.ts'

export const scansOf = async (cx: Pick<Cx, 'db'>, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const rows = await cx.db
    .select({ sha256: files.sha256 })
    .from(files)
    .where(inArray(files.id, [...ids]))
  return rows.map((row) => row.sha256).toSorted()
}
