// Covers rectangles of a photo in a new file; the original stays as it is and as restricted as it was.
import { readFile } from 'node:fs/promises'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Storage } from '../../platform/storage.ts'
import { keepPhoto } from '../files/index.ts'
import { burnIn } from './burn-in.ts'
import { lockForRedaction, photoOf, viewOf, type RedactablePhoto } from './photos.ts'
import { photoRedactions, type CoveredArea } from './tables.ts'

/** @throws case.not-found, access.out-of-scope, photo.not-found, photo.outside, file.not-image */
export const redactPhoto = async (
  cx: Cx,
  storage: Storage,
  caseId: string,
  photoId: string,
  areas: CoveredArea[],
): Promise<RedactablePhoto> => {
  await lockForRedaction(cx, caseId)
  const file = await photoOf(cx, caseId, photoId)
  const [wide, high] = [file.width ?? 0, file.height ?? 0]
  if (areas.some((area) => area.x + area.width > wide || area.y + area.height > high)) throw refuse('photo.outside')
  const covered = await burnIn(await readFile(storage.path(file.storedAs)), areas).catch((error: Error) => {
    throw refuse('file.not-image', { because: error.message })
  })
  const redactedId = await keepPhoto(cx, storage, covered, { kind: 'redaction', id: caseId })
  const id = uuidv7()
  await cx.db.insert(photoRedactions).values({
    id,
    districtId: cx.districtId,
    caseId,
    fileId: photoId,
    redactedId,
    areas,
    madeBy: cx.actor.personId,
    madeAt: cx.now,
  })
  await cx.journal({
    action: 'photo.redact',
    sentence: `给照片打码 ${areas.length} 处`,
    thing: { kind: 'case', id: caseId },
    after: { photoId, redactionId: id, areas: areas.length },
  })
  return viewOf(cx, file)
}
