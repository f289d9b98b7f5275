// Takes in a photo or a recording; it is the uploader's alone until attached to something.
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { filesApi } from '../../../../contract/src/files.ts'
import type { Cx } from '../../platform/cx.ts'
import type { UploadedFile } from '../../platform/module.ts'
import type { Storage } from '../../platform/storage.ts'
import { readPhoto } from './read-photo.ts'
import { readVoice } from './read-voice.ts'
import { files } from './tables.ts'

type FileView = OutOf<(typeof filesApi)['POST /api/files']>
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const storedPhoto = async (storage: Storage, bytes: Buffer) => {
  const photo = await readPhoto(bytes)
  const [storedAs, thumbnailAs] = await Promise.all([
    storage.put(photo.picture, 'jpg'),
    storage.put(photo.thumbnail, 'jpg'),
  ])
  const { width, height } = photo
  return {
    kind: 'photo' as const,
    mime: 'image/jpeg',
    bytes: photo.picture.length,
    width,
    height,
    sha256: sha256(photo.picture),
    storedAs,
    thumbnailAs,
  }
}
const storedVoice = async (storage: Storage, bytes: Buffer) => {
  const { mime, extension } = readVoice(bytes)
  return {
    kind: 'voice' as const,
    mime,
    bytes: bytes.length,
    width: null,
    height: null,
    sha256: sha256(bytes),
    storedAs: await storage.put(bytes, extension),
    thumbnailAs: null,
  }
}
/** @throws file.not-image, file.not-audio, file.too-large, file.too-long */
export const uploadFile = async (
  cx: Cx,
  storage: Storage,
  kind: 'photo' | 'voice',
  file: UploadedFile,
): Promise<FileView> => {
  const stored = kind === 'photo' ? await storedPhoto(storage, file.bytes) : await storedVoice(storage, file.bytes)
  const id = uuidv7()
  await cx.db
    .insert(files)
    .values({ id, districtId: cx.districtId, uploaderId: cx.actor.personId, ...stored, createdAt: cx.now })
  const { mime, bytes, width, height } = stored
  return { id, kind, mime, bytes, width, height }
}
