// Finds organisations by id, for this module and its neighbours.
import { eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { organisations } from './tables.ts'

const { search: _search, ...columns } = getTableColumns(organisations)
export const organisationColumns = columns
export type OrganisationRow = Omit<typeof organisations.$inferSelect, 'search'>

/** One organisation, retired ones too; null when there is none. */
export const organisationById = async (db: Tx, id: string): Promise<OrganisationRow | null> =>
  (await db.select(organisationColumns).from(organisations).where(eq(organisations.id, id)))[0] ?? null

/** Several at once, by id. */
export const organisationsByIds = async (db: Tx, ids: readonly string[]): Promise<Map<string, OrganisationRow>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.select(organisationColumns).from(organisations).where(inArray(organisations.id, wanted))
  return new Map(rows.map((row) => [row.id, row]))
}
