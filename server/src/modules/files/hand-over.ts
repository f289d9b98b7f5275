// Files of a thing that becomes another thing: they go to the actor for the moment, who attaches them there.
import { and, eq, inArray } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { files } from './tables.ts'

/** Frees these files of a thing for `attachFiles` in the same transaction; those of other things stay. */
export const handOver = async (
  cx: Cx,
  ids: readonly string[],
  from: { readonly kind: string; readonly id: string },
): Promise<void> => {
  if (ids.length === 0) return
  await cx.db
    .update(files)
    .set({ thingKind: null, thingId: null, uploaderId: cx.actor.personId })
    .where(and(inArray(files.id, [...ids]), eq(files.thingKind, from.kind), eq(files.thingId, from.id)))
}
