// Valid example inputs of what is public: redaction, the board, links; see contract-examples.ts.
import { createHash, randomBytes } from 'node:crypto'
import type { boardApi } from '../../../contract/src/board.ts'
import type { redactionApi } from '../../../contract/src/redaction.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

const placed = (input: Example['input']): Example => ({ about: 'placed', input })
const none = (input: Example['input'] = () => ({})): Example => ({ about: 'none', input })
const caseOf = (body?: unknown): Example =>
  placed(async (area, caller) => ({
    params: { id: await area.aCase('dispatched', caller) },
    ...(body === undefined ? {} : { body }),
  }))
const photoOf = async (area: Area, caller: Caller) => {
  const id = await area.aCase('dispatched', caller)
  return { id, photoId: await area.file(caller.personId, id) }
}
const releaseOf = async (area: Area, caller: Caller) => {
  const { id, photoId } = await photoOf(area, caller)
  const releaseId = await area.insert('photo_releases', {
    district_id: area.district,
    case_id: id,
    file_id: photoId,
    shown_id: photoId,
    redacted: false,
    released_by: caller.personId,
    released_at: new Date(),
  })
  return { id, photoId, releaseId }
}
const linkOf = async (area: Area, caller: Caller) => {
  const token = randomBytes(16).toString('base64url')
  const id = await area.insert('case_links', {
    district_id: area.district,
    case_id: await area.aCase('dispatched', caller),
    token_hash: createHash('sha256').update(token).digest('hex'),
    made_as: 'staff',
    made_by: await area.person(),
    made_at: new Date(),
    expires_at: new Date(Date.now() + 86_400_000),
  })
  return { id, token }
}
export const redactionExamples: Readonly<Record<keyof typeof redactionApi, Example>> = {
  'GET /api/redaction/cases/:id': caseOf(),
  'POST /api/redaction/cases/:id/photos/:photoId/redactions': placed(async (area, caller) => ({
    params: await photoOf(area, caller),
    body: { areas: [{ x: 0, y: 0, width: 1, height: 1 }] },
  })),
  'POST /api/redaction/cases/:id/photos/:photoId/release': placed(async (area, caller) => ({
    params: await photoOf(area, caller),
    body: { nothingToHide: true },
  })),
  'POST /api/redaction/cases/:id/photos/:photoId/revocation': placed(async (area, caller) => {
    const { id, photoId } = await releaseOf(area, caller)
    return { params: { id, photoId }, body: { reason: '有人认出了车牌' } }
  }),
}
export const boardExamples: Readonly<Record<keyof typeof boardApi, Example>> = {
  'GET /api/public/boards': none(),
  'GET /api/public/boards/:id': none((area) => ({ params: { id: area.community } })),
  'GET /api/public/boards/:id/cases': none((area) => ({ params: { id: area.community }, query: { open: 'true' } })),
  'GET /api/public/cases/:id': none(async (area, caller) => ({
    params: { id: await area.aCase('dispatched', caller) },
  })),
  'GET /api/public/cases/by-token/:token': none(async (area, caller) => ({
    params: { token: (await linkOf(area, caller)).token },
  })),
  'GET /api/public/photos/:id': none(async (area, caller) => ({
    params: { id: (await releaseOf(area, caller)).releaseId },
  })),
  'GET /api/public/photos/:id/thumbnail': none(async (area, caller) => ({
    params: { id: (await releaseOf(area, caller)).releaseId },
  })),
  'GET /api/board/cases/:id/links': caseOf(),
  'POST /api/board/cases/:id/links': caseOf({ days: 30 }),
  'POST /api/board/links/:id/revocation': placed(async (area, caller) => ({
    params: { id: (await linkOf(area, caller)).id },
  })),
  'GET /api/board/settings': { about: 'list', input: () => ({}) },
  'PUT /api/board/settings/:id': {
    about: 'district',
    input: (area) => ({ params: { id: area.community }, body: { isOn: true, reason: '继续开通' } }),
  },
  'GET /api/board/cases/:id': caseOf(),
  'PUT /api/board/cases/:id': caseOf({ openness: 'withheld', reason: '涉及家庭隐私' }),
}
