// Gives a district the default positions it does not have yet.
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { defaultPositions } from '../../../../contract/src/organisations-positions.ts'
import type { Tx } from '../../platform/database.ts'
import { positions } from './tables.ts'

/** Adds missing defaults and leaves what the district changed; returns the id of every position by its code. */
export const ensurePositions = async (db: Tx, districtId: string): Promise<Map<string, string>> => {
  const rows = defaultPositions.map((position) => ({
    id: uuidv7(),
    districtId,
    code: position.code,
    name: position.zh,
    organisationKinds: [...position.organisationKinds],
    scopeKinds: [...position.scopeKinds],
    permissions: [...position.permissions],
    isDefault: true,
  }))
  await db
    .insert(positions)
    .values(rows)
    .onConflictDoNothing({ target: [positions.districtId, positions.code] })
  const known = await db
    .select({ id: positions.id, code: positions.code })
    .from(positions)
    .where(eq(positions.districtId, districtId))
  return new Map(known.map((row) => [row.code, row.id]))
}
