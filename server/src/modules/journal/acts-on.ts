// What was done to one thing, as the journal has it: for papers that say who did it.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { read } from './people-in-entries.ts'
import { journal } from './tables.ts'

export interface Act {
  readonly action: string
  readonly actorId: string | null
  readonly at: Date
  readonly after: unknown
}
/** The oldest first. */
export const actsOn = async (
  db: Tx,
  districtId: string,
  thing: { readonly kind: string; readonly id: string },
  actions: readonly string[],
): Promise<Act[]> => {
  const rows = await db
    .select()
    .from(journal)
    .where(
      and(
        eq(journal.districtId, districtId),
        eq(journal.thingKind, thing.kind),
        eq(journal.thingId, thing.id),
        inArray(journal.action, [...actions]),
      ),
    )
    .orderBy(asc(journal.seq))
  return rows.map(({ action, actorId, at, canonical }) => ({ action, actorId, at, after: read(canonical).after }))
}
