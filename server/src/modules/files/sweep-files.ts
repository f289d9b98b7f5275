// Removes what was uploaded and never attached within a day (an abandoned draft, a report that was refused), and bytes
// that no row speaks of (an upload that was undone after its bytes were stored).
import { and, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Storage } from '../../platform/storage.ts'
import { files } from './tables.ts'

const KEPT_MS = 86_400_000
const AT_ONCE = 500

/**
 * Job `files.sweep`. The bytes go first: if this is undone, the next run removes what is already gone. A full batch
 * calls for another run at once.
 */
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
  if (rows.length === AT_ONCE) await cx.later('files.sweep', {})
}
/** Job `files.sweep-bytes`: gives how many went; none from a folder that belongs to another database. */
export const sweepBytes = async (cx: Cx<null>, storage: Storage): Promise<number> => {
  const known = async (names: readonly string[]) => {
    const wanted = [...names]
    const rows = await cx.db
      .select({ storedAs: files.storedAs, thumbnailAs: files.thumbnailAs })
      .from(files)
      .where(or(inArray(files.storedAs, wanted), inArray(files.thumbnailAs, wanted)))
    return new Set(rows.flatMap((row) => [row.storedAs, row.thumbnailAs ?? row.storedAs]))
  }
  const removed = await storage.sweep(cx.districtId, new Date(cx.now.getTime() - KEPT_MS), known)
  if (removed !== 'not-ours') return removed
  console.error(
    '数据文件夹属于另一个数据库，没有清理；确认无误后删除其中的 files/owner / the data folder belongs to another database, nothing was swept; if that is no mistake, delete files/owner in it',
  )
  return 0
}
