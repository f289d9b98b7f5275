// Makes a photo public, as covered or as it is, and takes it back; both are journalled.
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockForRedaction, photoOf, viewOf, type RedactablePhoto } from './photos.ts'
import { photoRedactions, photoReleases } from './tables.ts'

type Release = { readonly redactionId: string } | { readonly nothingToHide: true }
const revoke = (cx: Cx, photoId: string, reason: string) =>
  cx.db
    .update(photoReleases)
    .set({ revokedAt: cx.now, revokedBy: cx.actor.personId, revokeReason: reason })
    .where(and(eq(photoReleases.fileId, photoId), isNull(photoReleases.revokedAt)))

/** Takes the place of a release in force. @throws case.not-found, access.out-of-scope, photo.not-found */
export const releasePhoto = async (
  cx: Cx,
  caseId: string,
  photoId: string,
  input: Release,
): Promise<RedactablePhoto> => {
  await lockForRedaction(cx, caseId)
  const file = await photoOf(cx, caseId, photoId)
  const [redaction] =
    'redactionId' in input
      ? await cx.db
          .select()
          .from(photoRedactions)
          .where(and(eq(photoRedactions.id, input.redactionId), eq(photoRedactions.fileId, photoId)))
      : []
  if ('redactionId' in input && redaction === undefined) throw refuse('photo.not-found')
  await revoke(cx, photoId, '换了一张')
  const id = uuidv7()
  await cx.db.insert(photoReleases).values({
    id,
    districtId: cx.districtId,
    caseId,
    fileId: photoId,
    shownId: redaction?.redactedId ?? photoId,
    redacted: redaction !== undefined,
    releasedBy: cx.actor.personId,
    releasedAt: cx.now,
  })
  await cx.journal({
    action: 'photo.release',
    sentence: redaction === undefined ? '公开了一张照片（无需打码）' : '公开了一张打码照片',
    thing: { kind: 'case', id: caseId },
    after: { photoId, releaseId: id, redacted: redaction !== undefined },
  })
  return viewOf(cx, file)
}
/** @throws case.not-found, access.out-of-scope, photo.not-found, photo.not-released */
export const revokePhoto = async (
  cx: Cx,
  caseId: string,
  photoId: string,
  reason: string,
): Promise<RedactablePhoto> => {
  await lockForRedaction(cx, caseId)
  const file = await photoOf(cx, caseId, photoId)
  const revoked = await revoke(cx, photoId, reason)
  if (revoked.rowCount === 0) throw refuse('photo.not-released')
  await cx.journal({
    action: 'photo.revoke',
    sentence: '撤回了一张公开照片',
    thing: { kind: 'case', id: caseId },
    before: { photoId },
    after: { reason },
  })
  return viewOf(cx, file)
}
