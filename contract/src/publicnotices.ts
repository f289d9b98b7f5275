// Public notices 公示: a publicity clock, proof of posting, comments, an archive, a sheet for the door.
import { z } from 'zod'
import { photoIds } from './cases-shapes.ts'
import { at, day, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

/** Who may read it: who has a home at its place, or everybody without signing in. */
const audience = z.enum(['homes', 'public'])
const row = z.object({
  id,
  number: z.string(),
  title: z.string(),
  place: named,
  audience,
  postedOn: day,
  endsOn: day,
  /** Still hangs. */ isOpen: z.boolean(),
  comments: z.number().int(),
  /** Comments without an answer. */ unanswered: z.number().int(),
  /** What came of it is written. */ hasOutcome: z.boolean(),
})
const view = row.extend({
  words: z.string(),
  days: z.number().int(),
  postedBy: z.string(),
  /** Where the sheet was put up. */ postedWhere: z.string().nullable(),
  /** Proof of posting; empty to who reads without signing in. */ photos: z.array(id),
  /** What it announces: a decision, a meeting, a fund, a cost plan. */
  thing: z.object({ kind: z.string(), id }).nullable(),
  withdrawnWords: z.string().nullable(),
  outcome: z.string().nullable(),
  outcomeAt: at.nullable(),
  /** Empty to who reads without signing in. */
  thread: z.array(
    z.object({
      id,
      byName: z.string().nullable(),
      mine: z.boolean(),
      words: z.string(),
      at,
      answer: z.string().nullable(),
      answeredAt: at.nullable(),
    }),
  ),
  may: z.array(z.enum(['comment', 'answer', 'withdraw', 'outcome'])),
})
const days = z.number().int().min(1).max(365)
const draftBody = z.object({ placeId: id, title: words(80, 2), words: words(8000, 2), days, audience })
const draft = z.object({
  id,
  number: z.string(),
  title: z.string(),
  words: z.string(),
  place: named,
  days: z.number().int(),
  audience,
  changedAt: at,
})
export const publicnoticesApi = endpoints({
  'GET /api/publicnotices': {
    say: 'Public notices of my area, for staff; of my homes, for residents',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(row),
  },
  'GET /api/publicnotices/clock': {
    say: 'When a notice posted on a day would end: asked before it is posted',
    permission: 'publicNotice.post',
    journal: null,
    query: z.object({ postedOn: day, days: z.coerce.number().int().min(1).max(365) }),
    out: z.object({
      postedOn: day,
      /** The first counted day. */ firstDay: day,
      endsOn: day,
      /** The first day on which what was announced may be done. */ nextDay: day,
      /** The last day fell on a day off and moved. */ moved: z.boolean(),
    }),
  },
  'GET /api/publicnotices/public': {
    say: 'Notices for everybody, of a place and what lies in it',
    permission: 'anyone',
    journal: null,
    query: z.object({ ...paging, placeId: id.optional(), open: flag.optional() }),
    out: listOf(row),
  },
  'GET /api/publicnotices/public/:id': {
    say: 'One notice for everybody, without its comments and photos',
    permission: 'anyone',
    journal: null,
    params: idParams,
    out: view,
  },
  'GET /api/publicnotices/drafts': {
    say: 'Drafts of my area',
    permission: 'publicNotice.post',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(draft),
  },
  'POST /api/publicnotices/drafts': {
    say: 'Keep a draft; its sheet can be printed and put up',
    permission: 'publicNotice.post',
    journal: 'drafted a public notice',
    body: draftBody,
    out: draft,
  },
  'PUT /api/publicnotices/drafts/:id': {
    say: 'Change a draft',
    permission: 'publicNotice.post',
    journal: 'changed a draft notice',
    params: idParams,
    body: draftBody,
    out: draft,
  },
  'DELETE /api/publicnotices/drafts/:id': {
    say: 'Throw a draft away',
    permission: 'publicNotice.post',
    journal: 'threw a draft notice away',
    params: idParams,
    out: done,
  },
  'GET /api/publicnotices/drafts/:id/sheet.pdf': {
    say: 'The sheet to put up, with the dates it would have if posted on a day',
    permission: 'publicNotice.post',
    journal: null,
    params: idParams,
    query: z.object({ postedOn: day }),
    gives: 'file',
  },
  'POST /api/publicnotices': {
    say: 'Post a notice with proof; its clock runs from the day after posting',
    permission: 'publicNotice.post',
    journal: 'posted a public notice',
    body: z.object({
      placeId: id,
      title: words(80, 2),
      words: words(8000, 2),
      postedOn: day,
      days,
      audience: audience.default('homes'),
      /** Where the sheet was put up. */
      postedWhere: words(200, 2),
      photos: photoIds,
      /** The draft it was printed from: its id and number become the notice's. */
      draftId: id.nullable().default(null),
    }),
    out: view,
  },
  'GET /api/publicnotices/:id': {
    say: 'One notice',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: view,
  },
  'GET /api/publicnotices/:id/sheet.pdf': {
    say: 'The notice as a sheet for the door',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    gives: 'file',
  },
  'POST /api/publicnotices/:id/comments': {
    say: 'Comment while it hangs',
    permission: 'signed-in',
    journal: 'commented on a public notice',
    params: idParams,
    body: z.object({ words: words(500, 2) }),
    out: view,
  },
  'POST /api/publicnotices/:id/comments/:thingId': {
    say: 'Answer a comment',
    permission: 'publicNotice.post',
    journal: 'answered a comment',
    params: z.object({ id, thingId: id }),
    body: z.object({ words: words(500, 2) }),
    out: done,
  },
  'POST /api/publicnotices/:id/withdrawal': {
    say: 'Take a notice down, with the reason',
    permission: 'publicNotice.post',
    journal: 'took a public notice down',
    params: idParams,
    body: z.object({ reason: words(300, 2) }),
    out: view,
  },
  'POST /api/publicnotices/:id/outcome': {
    say: 'Write what came of it; who commented is told',
    permission: 'publicNotice.post',
    journal: 'wrote what came of a public notice',
    params: idParams,
    body: z.object({ words: words(1000, 2) }),
    out: view,
  },
})
