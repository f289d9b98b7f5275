// Ties uploaded files to the thing they belong to: from then on that thing's module decides who sees them.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { files } from './tables.ts'

/** All or none: each must be the actor's own, of this kind, and not attached yet. @throws case.photo-not-yours */
export const attachFiles = async (
  cx: Cx,
  ids: readonly string[],
  thing: { readonly kind: string; readonly id: string },
  kind: 'photo' | 'voice',
): Promise<void> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const attached = await cx.db
    .update(files)
    .set({ thingKind: thing.kind, thingId: thing.id })
    .where(
      and(
        inArray(files.id, wanted),
        eq(files.districtId, cx.districtId),
        eq(files.uploaderId, cx.actor.personId),
        eq(files.kind, kind),
        isNull(files.thingId),
      ),
    )
  if (attached.rowCount !== wanted.length) throw refuse('case.photo-not-yours')
}
