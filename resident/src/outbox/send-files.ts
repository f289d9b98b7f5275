// Sends photos with keys of their own, so that a retry sends none twice.
import { call } from '../api.ts'
import type { KeptFile } from './item.ts'

/** The ids of the photos on the server, in their order. */
export const sendPhotos = async (photos: readonly KeptFile[]): Promise<string[]> => {
  const ids: string[] = []
  for (const photo of photos) {
    const file = new File([photo.blob], photo.name, { type: photo.blob.type })
    ids.push((await call('POST /api/files', { body: { kind: 'photo' }, file, key: photo.key })).id)
  }
  return ids
}
