// The steps of a case as endpoints, one each, as the life-cycle names them.
import { z } from 'zod'
import { ratingReasons, rejectReasons, type RatingReason, type RejectReason } from './cases-life.ts'
import { caseView, keysOf, photoIds } from './cases-shapes.ts'
import { at, id, idParams, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const stepOut = caseView
const reason = words(500, 2)
const photos = photoIds.default([])
const rating = z.number().int().min(1).max(5)
const someRatingReasons = z
  .array(z.enum(keysOf<RatingReason>(ratingReasons)))
  .max(6)
  .default([])

export const caseStepsApi = endpoints({
  'POST /api/cases/:id/accept': {
    say: 'Accept',
    permission: 'case.accept',
    journal: 'accepted',
    params: idParams,
    body: z.object({ words: words(500).optional() }),
    out: stepOut,
  },
  'POST /api/cases/:id/reject': {
    say: 'Reject, for a lawful reason, saying what to do instead',
    permission: 'case.accept',
    journal: 'rejected',
    params: idParams,
    body: z.object({ reason: z.enum(keysOf<RejectReason>(rejectReasons)), advice: words(500, 4) }),
    out: stepOut,
  },
  'POST /api/cases/:id/dispatch': {
    say: 'Dispatch (accepting it first when needed)',
    permission: 'case.dispatch',
    journal: 'dispatched',
    params: idParams,
    body: z.object({ organisationId: id, words: words(500).optional() }),
    out: stepOut,
  },
  'POST /api/cases/:id/transfer': {
    say: 'Transfer to another body',
    permission: 'case.dispatch',
    journal: 'transferred',
    params: idParams,
    body: z.object({ organisationId: id, reason }),
    out: stepOut,
  },
  'POST /api/cases/:id/takeUp': {
    say: 'Take up',
    permission: 'case.handle',
    journal: 'took up',
    params: idParams,
    body: z.object({ words: words(500).optional() }),
    out: stepOut,
  },
  'POST /api/cases/:id/start': {
    say: 'Start handling',
    permission: 'case.handle',
    journal: 'started',
    params: idParams,
    body: z.object({ words: words(500).optional(), photos }),
    out: stepOut,
  },
  'POST /api/cases/:id/return': {
    say: 'Return to the dispatcher',
    permission: 'case.handle',
    journal: 'returned',
    params: idParams,
    body: z.object({ reason }),
    out: stepOut,
  },
  'POST /api/cases/:id/suspend': {
    say: 'Suspend until a moment, within the cap',
    permission: 'case.handle',
    journal: 'suspended',
    params: idParams,
    body: z.object({ reason, until: at }),
    out: stepOut,
  },
  'POST /api/cases/:id/resume': {
    say: 'Resume',
    permission: 'case.handle',
    journal: 'resumed',
    params: idParams,
    body: z.object({ words: words(500).optional() }),
    out: stepOut,
  },
  'POST /api/cases/:id/requestClosure': {
    say: 'Request closure with words and a photo',
    permission: 'case.handle',
    journal: 'requested closure',
    params: idParams,
    body: z.object({ words: words(1000, 2), photos: photoIds.min(1) }),
    out: stepOut,
  },
  'POST /api/cases/:id/refuseClosure': {
    say: 'Send back: not done yet',
    permission: 'case.verify',
    journal: 'refused closure',
    params: idParams,
    body: z.object({ reason }),
    out: stepOut,
  },
  'POST /api/cases/:id/close': {
    say: 'Verify and close; never by the doer',
    permission: 'case.verify',
    journal: 'closed',
    params: idParams,
    body: z.object({ words: words(500, 2) }),
    out: stepOut,
  },
  'POST /api/cases/:id/confirm': {
    say: 'Confirm and rate; 1–2 stars go to a person who decides on reopening',
    permission: 'signed-in',
    journal: 'confirmed and rated',
    params: idParams,
    body: z.object({ rating, ratingReasons: someRatingReasons, words: words(500).optional() }),
    out: stepOut,
  },
  'POST /api/cases/:id/askReopening': {
    say: 'Ask to reopen within seven days',
    permission: 'signed-in',
    journal: 'asked to reopen',
    params: idParams,
    body: z.object({ reason, rating: rating.optional(), ratingReasons: someRatingReasons, photos }),
    out: stepOut,
  },
  'POST /api/cases/:id/reopen': {
    say: 'Reopen',
    permission: 'case.verify',
    journal: 'reopened',
    params: idParams,
    body: z.object({ words: words(500, 2) }),
    out: stepOut,
  },
  'POST /api/cases/:id/declineReopening': {
    say: 'Decline reopening with a reason',
    permission: 'case.verify',
    journal: 'declined reopening',
    params: idParams,
    body: z.object({ reason }),
    out: stepOut,
  },
  'POST /api/cases/:id/withdraw': {
    say: 'Withdraw my case before work begins',
    permission: 'signed-in',
    journal: 'withdrew',
    params: idParams,
    body: z.object({ reason: words(500).optional() }),
    out: stepOut,
  },
})
