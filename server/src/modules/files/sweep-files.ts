// Removes what was uploaded and never attached within two days: an abandoned draft.
import { and, inArray, isNull, lt } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Storage } from '../../platform/storage.ts'
import { files } from './tables.ts'

const KEPT_MS = 2 * 86_400_000
const AT_ONCE = 500

/** Job `files.sweep`. The bytes go first: if this is undone, the next run removes what is already gone. */
export const sweepFiles = async (cx: Cx<null>, storage: Storage): Promise<void> => {
  const rows = await cx.db
    .select({ id: files.id, storedAs: files.storedAs, thumbnailAs: files.thumbnailAs })
    .from(files)
    .where(and(isNull(files.thingId), lt(files.createdAt, new Date(cx.now.getTime() - KEPT_MS))))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true })
  if (rows.length === 0) return
  for (const row of rows)
    for (const name of [row.storedAs, row.thumbnailAs]) if (name !== null) await storage.remove(name)
  await cx.db.delete(files).where(
    inArray(
      files.id,
      rows.map((row) => row.id),
    ),
  )
}
