// Public notices 公示 (issue 4, point 10): publicity clock, audience, proof of posting, comments, archive, printed sheet.
import { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Module } from '../../platform/module.ts'
import { Refused } from '../../platform/refuse.ts'
import { exportNotices, listNotices } from './list-notices.ts'
import { answerComment, comment, findNotice, postNotice, showNotice, withdrawNotice } from './notice.ts'
import { ownData } from './own-data.ts'
import { noticeSheet } from './sheet.ts'

export { atMyHomes } from './list-notices.ts'
export { checkPostedOn, dayOf, livesAt, postNoticeAt } from './notice.ts'

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
  routes: serve(publicnoticesApi, {
    'GET /api/publicnotices': (cx, { query }) => listNotices(cx, query),
    'GET /api/publicnotices.xlsx': (cx) => exportNotices(cx),
    'POST /api/publicnotices': (cx, { body }) => postNotice(cx, body),
    'GET /api/publicnotices/:id': (cx, { params }) => showNotice(cx, params.id),
    'GET /api/publicnotices/:id/sheet.pdf': (cx, { params }) => noticeSheet(cx, params.id),
    'POST /api/publicnotices/:id/comments': (cx, { params, body }) => comment(cx, params.id, body.words),
    'POST /api/publicnotices/:id/comments/:thingId': (cx, { params, body }) =>
      answerComment(cx, params.id, params.thingId, body.words),
    'POST /api/publicnotices/:id/withdrawal': (cx, { params, body }) => withdrawNotice(cx, params.id, body.reason),
  }),
  files: { publicNotice: sees },
})
