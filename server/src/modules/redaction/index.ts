// Redaction: parts of photos are covered before anything is public; a photo is public while it is released.
import { and, eq } from 'drizzle-orm'
import { redactionApi } from '../../../../contract/src/redaction.ts'
import { mayAt } from '../../platform/access.ts'
import { serve, type Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { placedOfCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { listPhotos } from './photos.ts'
import { redactPhoto } from './redact-photo.ts'
import { releasePhoto, revokePhoto } from './release-photo.ts'

export { burnIn } from './burn-in.ts'
export { releasedPhoto, releasedPhotos } from './released.ts'

export const redactionModule = ({ storage }: Parts): Module => ({
  name: 'redaction',
  routes: serve(redactionApi, {
    'GET /api/redaction/cases/:id': (cx, { params }) => listPhotos(cx, params.id),
    'POST /api/redaction/cases/:id/photos/:photoId/redactions': (cx, { params, body }) =>
      redactPhoto(cx, storage, params.id, params.photoId, body.areas),
    'POST /api/redaction/cases/:id/photos/:photoId/release': (cx, { params, body }) =>
      releasePhoto(cx, params.id, params.photoId, body),
    'POST /api/redaction/cases/:id/photos/:photoId/revocation': (cx, { params, body }) =>
      revokePhoto(cx, params.id, params.photoId, body.reason),
  }),
  files: {
    // A covered picture that is not released is seen by those who release.
    redaction: async (cx, caseId) => {
      const [row] = await cx.db
        .select()
        .from(cases)
        .where(and(eq(cases.id, caseId), eq(cases.districtId, cx.districtId)))
      return row !== undefined && mayAt(cx.actor, 'photo.redact', placedOfCase(row))
    },
  },
})
