// Which photos are public: asked by whoever shows cases to strangers.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Storage } from '../../platform/storage.ts'
import { files } from '../files/tables.ts'
import { photoReleases } from './tables.ts'

/** The released photos of these cases, by case, in the order they were released. The ids are of releases. */
export const releasedPhotos = async (db: Tx, caseIds: readonly string[]): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>()
  if (caseIds.length === 0) return found
  const rows = await db
    .select({ id: photoReleases.id, caseId: photoReleases.caseId })
    .from(photoReleases)
    .where(and(inArray(photoReleases.caseId, [...caseIds]), isNull(photoReleases.revokedAt)))
    .orderBy(photoReleases.releasedAt, photoReleases.id)
  for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), row.id])
  return found
}
/** The picture of a release in force and the case it belongs to: the caller asks whether that case is public. */
export const releasedPhoto = async (
  cx: Cx<Actor | null>,
  storage: Storage,
  releaseId: string,
  small: boolean,
): Promise<{ caseId: string; download: Download }> => {
  const [row] = await cx.db
    .select({ caseId: photoReleases.caseId, file: files })
    .from(photoReleases)
    .innerJoin(files, eq(files.id, photoReleases.shownId))
    .where(
      and(
        eq(photoReleases.id, releaseId),
        eq(photoReleases.districtId, cx.districtId),
        isNull(photoReleases.revokedAt),
      ),
    )
  const name = small ? row?.file.thumbnailAs : row?.file.storedAs
  if (row === undefined || name === undefined || name === null) throw refuse('file.not-found')
  return {
    caseId: row.caseId,
    // Short: a photo that is taken back must vanish.
    download: {
      name: `${releaseId}.jpg`,
      mime: row.file.mime,
      inline: true,
      cache: 'public, max-age=60',
      path: storage.path(name),
    },
  }
}
