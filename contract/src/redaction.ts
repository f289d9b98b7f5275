// Photos before anything is public: staff cover faces, plates and house numbers; the original stays restricted.
import { z } from 'zod'
import { at, id, idParams, words } from './common.ts'
import { endpoints } from './endpoint.ts'

/** A covered rectangle, in pixels of the original. */
export const coveredArea = z.object({
  x: z.number().int().min(0).max(20_000),
  y: z.number().int().min(0).max(20_000),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
})
/** One photo of a case as staff see it before it is public. */
export const redactablePhoto = z.object({
  id,
  width: z.number().int(),
  height: z.number().int(),
  /** Newest first. `id` is the redaction, `fileId` the covered picture. */
  redactions: z.array(z.object({ id, fileId: id, areas: z.array(coveredArea), by: z.string(), at })),
  /** In force: everybody may see `fileId`. */
  release: z.object({ id, fileId: id, redacted: z.boolean(), by: z.string(), at }).nullable(),
})
const photoParams = z.object({ id, photoId: id })
export const redactionApi = endpoints({
  'GET /api/redaction/cases/:id': {
    say: 'The photos of a case with what was covered and what is public',
    permission: 'photo.redact',
    journal: null,
    params: idParams,
    out: z.object({ photos: z.array(redactablePhoto) }),
  },
  'POST /api/redaction/cases/:id/photos/:photoId/redactions': {
    say: 'Cover rectangles of a photo in a new picture; the original is not changed',
    permission: 'photo.redact',
    journal: 'covered parts of a photo',
    params: photoParams,
    body: z.object({ areas: z.array(coveredArea).min(1).max(60) }),
    out: redactablePhoto,
  },
  'POST /api/redaction/cases/:id/photos/:photoId/release': {
    say: 'Make a photo public: the covered picture, or the original where there is nothing to hide',
    permission: 'photo.redact',
    journal: 'made a photo public',
    params: photoParams,
    body: z.union([z.object({ redactionId: id }), z.object({ nothingToHide: z.literal(true) })]),
    out: redactablePhoto,
  },
  'POST /api/redaction/cases/:id/photos/:photoId/revocation': {
    say: 'Make a photo public no longer',
    permission: 'photo.redact',
    journal: 'took a photo back from the public',
    params: photoParams,
    body: z.object({ reason: words(200, 2) }),
    out: redactablePhoto,
  },
})
