// Public notices 公示: a publicity clock, proof of posting, comments, an archive, a sheet for the door.
import { z } from 'zod'
import { photoIds } from './cases-shapes.ts'
import { at, day, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const row = z.object({
  id,
  number: z.string(),
  title: z.string(),
  place: named,
  postedOn: day,
  endsOn: day,
  /** Still hangs. */ isOpen: z.boolean(),
  comments: z.number().int(),
})
const view = row.extend({
  words: z.string(),
  days: z.number().int(),
  postedBy: z.string(),
  photos: z.array(id),
  thing: z.object({ kind: z.string(), id }).nullable(),
  withdrawnWords: z.string().nullable(),
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
  may: z.array(z.enum(['comment', 'answer', 'withdraw'])),
})
export const publicnoticesApi = endpoints({
  'GET /api/publicnotices': {
    say: 'Public notices of my area, for staff; of my homes, for residents',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(row),
  },
  'GET /api/publicnotices.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'publicNotice.post',
    journal: 'exported public notices',
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
      days: z.number().int().min(1).max(365),
      photos: photoIds,
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
})
