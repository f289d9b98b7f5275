// Doorstep meetings recorded without a signal: kept on this phone, sent in order when it is back, each exactly once.
import type { Api } from '../../../../contract/src/all.ts'
import type { BodyOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import type { KeptFile } from '../../outbox/item.ts'
import { keptQueue } from '../../outbox/kept-queue.ts'
import { sendPhotos } from '../../outbox/send-files.ts'

export type Record = BodyOf<Api['POST /api/deliberation/doorstep']>

/** Meetings that have not arrived; the answer is the id of the last that did. */
export const doorstepOutbox = keptQueue(
  'doorstep',
  async ({ body, photos, key }: { body: Record; photos: readonly KeptFile[]; key?: string }) => {
    const ids = await sendPhotos(photos)
    return (await call('POST /api/deliberation/doorstep', { body: { ...body, photos: ids }, key })).id
  },
)
