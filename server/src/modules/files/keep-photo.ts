// Stores a photo that the product itself made, as part of a thing from the start.
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import type { Storage } from '../../platform/storage.ts'
import type { Photo } from './read-photo.ts'
import { files } from './tables.ts'

/** Returns the file's id; who may see it, the module of the thing says. */
export const keepPhoto = async (
  cx: Cx,
  storage: Storage,
  photo: Photo,
  thing: { readonly kind: string; readonly id: string },
): Promise<string> => {
  const [storedAs, thumbnailAs] = await Promise.all([
    storage.put(photo.picture, 'jpg'),
    storage.put(photo.thumbnail, 'jpg'),
  ])
  const id = uuidv7()
  await cx.db.insert(files).values({
    id,
    districtId: cx.districtId,
    uploaderId: cx.actor.personId,
    kind: 'photo',
    mime: 'image/jpeg',
    bytes: photo.picture.length,
    width: photo.width,
    height: photo.height,
    sha256: createHash('sha256').update(photo.picture).digest('hex'),
    storedAs,
    thumbnailAs,
    thingKind: thing.kind,
    thingId: thing.id,
    createdAt: cx.now,
  })
  return id
}
