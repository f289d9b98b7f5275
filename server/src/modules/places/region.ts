// Where a district lies: the code of its place by GB/T 2260, by which rule sets are chosen.
import { eq } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { places } from './tables.ts'

/** Null where the district has no such code yet: then national rules hold. */
export const regionOf = async (db: Tx, districtId: string): Promise<string | null> => {
  const [row] = await db.select({ code: places.code }).from(places).where(eq(places.id, districtId))
  return row?.code != null && /^\d{6}$/.test(row.code) ? row.code : null
}
