// The photos of a case as those see them who decide what becomes public.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { redactablePhoto } from '../../../../contract/src/redaction.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockCase, placedOfCase, readCase, type CaseRow } from '../cases/index.ts'
import { files } from '../files/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { photoRedactions, photoReleases } from './tables.ts'

export type RedactablePhoto = z.input<typeof redactablePhoto>
type FileRow = typeof files.$inferSelect
const check = (cx: Cx, row: CaseRow): CaseRow => {
  if (!mayAt(cx.actor, 'photo.redact', placedOfCase(row))) throw refuse('access.out-of-scope')
  return row
}
/** @throws case.not-found, access.out-of-scope */
export const lockForRedaction = async (cx: Cx, caseId: string): Promise<CaseRow> =>
  check(cx, await lockCase(cx, caseId))

const photosOf = (cx: Cx, caseId: string): Promise<FileRow[]> =>
  cx.db
    .select()
    .from(files)
    .where(
      and(
        eq(files.thingKind, 'case'),
        eq(files.thingId, caseId),
        eq(files.kind, 'photo'),
        eq(files.districtId, cx.districtId),
      ),
    )
    .orderBy(files.createdAt, files.id)
    .limit(200)
const viewsOf = async (cx: Cx, rows: readonly FileRow[]): Promise<RedactablePhoto[]> => {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [redactions, releases] = await Promise.all([
    cx.db.select().from(photoRedactions).where(inArray(photoRedactions.fileId, ids)).orderBy(desc(photoRedactions.id)),
    cx.db
      .select()
      .from(photoReleases)
      .where(and(inArray(photoReleases.fileId, ids), isNull(photoReleases.revokedAt))),
  ])
  const people = await personsByIds(cx.db, [
    ...new Set([...redactions.map((one) => one.madeBy), ...releases.map((one) => one.releasedBy)]),
  ])
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  return rows.map((row) => {
    const release = releases.find((one) => one.fileId === row.id)
    return {
      id: row.id,
      width: row.width ?? 0,
      height: row.height ?? 0,
      redactions: redactions
        .filter((one) => one.fileId === row.id)
        .map((one) => ({
          id: one.id,
          fileId: one.redactedId,
          areas: one.areas,
          by: nameOf(one.madeBy),
          at: one.madeAt.toISOString(),
        })),
      release:
        release === undefined
          ? null
          : {
              id: release.id,
              fileId: release.shownId,
              redacted: release.redacted,
              by: nameOf(release.releasedBy),
              at: release.releasedAt.toISOString(),
            },
    }
  })
}
/** @throws case.not-found, access.out-of-scope */
export const listPhotos = async (cx: Cx, caseId: string): Promise<{ photos: RedactablePhoto[] }> => {
  check(cx, await readCase(cx, caseId))
  return { photos: await viewsOf(cx, await photosOf(cx, caseId)) }
}
/** @throws photo.not-found */
export const photoOf = async (cx: Cx, caseId: string, photoId: string): Promise<FileRow> => {
  const [row] = await cx.db
    .select()
    .from(files)
    .where(and(eq(files.id, photoId), eq(files.thingKind, 'case'), eq(files.thingId, caseId), eq(files.kind, 'photo')))
  if (row === undefined) throw refuse('photo.not-found')
  return row
}
export const viewOf = async (cx: Cx, row: FileRow): Promise<RedactablePhoto> => (await viewsOf(cx, [row]))[0]!
