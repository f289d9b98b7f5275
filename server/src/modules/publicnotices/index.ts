// Public notices 公示 (issue 4, point 10): publicity clock, audience, proof of posting, comments, archive, printed sheet.
import { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Module } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { Refused } from '../../platform/refuse.ts'
import { showClock } from './clock.ts'
import { changeDraft, discardDraft, keepDraft, listDrafts } from './drafts.ts'
import { listNotices, listPublicNotices } from './list-notices.ts'
import { ownData } from './own-data.ts'
import { findNotice } from './policy.ts'
import { postNotice } from './post-notice.ts'
import { draftSheet, noticeSheet } from './sheet.ts'
import { answerComment, comment, withdrawNotice, writeOutcome } from './thread.ts'
import { showNotice, showPublicNotice } from './view.ts'
import { publicnoticesSheets } from './sheets.ts'

export { checkPostedOn } from './clock.ts'
export { atMyHomes, dayOf, livesAt } from './policy.ts'
export { announce, postNoticeAt } from './post-notice.ts'

const sees = async (cx: Cx, id: string): Promise<boolean> => {
  try {
    await findNotice(cx, id)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
export const publicnoticesModule = (): Module => ({
  name: 'publicnotices',
  ownData,
  routes: withSheets(
    publicnoticesApi,
    serve(publicnoticesApi, {
      'GET /api/publicnotices': (cx, { query }) => listNotices(cx, query),
      'GET /api/publicnotices/clock': (cx, { query }) => showClock(cx, query),
      'GET /api/publicnotices/public': (cx, { query }) => listPublicNotices(cx, query),
      'GET /api/publicnotices/public/:id': (cx, { params }) => showPublicNotice(cx, params.id),
      'GET /api/publicnotices/drafts': (cx, { query }) => listDrafts(cx, query),
      'POST /api/publicnotices/drafts': (cx, { body }) => keepDraft(cx, body),
      'PUT /api/publicnotices/drafts/:id': (cx, { params, body }) => changeDraft(cx, params.id, body),
      'DELETE /api/publicnotices/drafts/:id': (cx, { params }) => discardDraft(cx, params.id),
      'GET /api/publicnotices/drafts/:id/sheet.pdf': (cx, { params, query }) =>
        draftSheet(cx, params.id, query.postedOn),
      'POST /api/publicnotices': (cx, { body }) => postNotice(cx, body),
      'GET /api/publicnotices/:id': (cx, { params }) => showNotice(cx, params.id),
      'GET /api/publicnotices/:id/sheet.pdf': (cx, { params }) => noticeSheet(cx, params.id),
      'POST /api/publicnotices/:id/comments': (cx, { params, body }) => comment(cx, params.id, body.words),
      'POST /api/publicnotices/:id/comments/:thingId': (cx, { params, body }) =>
        answerComment(cx, params.id, params.thingId, body.words),
      'POST /api/publicnotices/:id/withdrawal': (cx, { params, body }) => withdrawNotice(cx, params.id, body.reason),
      'POST /api/publicnotices/:id/outcome': (cx, { params, body }) => writeOutcome(cx, params.id, body.words),
    }),
    publicnoticesSheets,
  ),
  files: { publicNotice: sees },
})
