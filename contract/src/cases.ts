// Cases: report, queue, steps, categories, dispatch rules (mission A1, A2, A5–A7, A11).
import { z } from 'zod'
import {
  caseChannels,
  caseKinds,
  caseStates,
  caseSteps,
  filedChannels,
  limits,
  ratingReasons,
  rejectReasons,
  type CaseChannel,
  type CaseKind,
  type CaseState,
  type CaseStep,
  type RatingReason,
  type RejectReason,
} from './cases-life.ts'
import { at, coordinates, done, flag, id, idParams, listOf, name, named, paging, phone, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { placeRef } from './places.ts'

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
export const caseState = z.enum(keysOf<CaseState>(caseStates))
export const caseStep = z.enum(keysOf<CaseStep>(caseSteps))
export const caseKind = z.enum(keysOf<CaseKind>(caseKinds))
export const caseChannel = z.enum(keysOf<CaseChannel>(caseChannels))
const photoIds = z.array(id).max(limits.photos)

/** A clock of a case. `leftMs` is working or real milliseconds left (negative: late), `share` of the budget used 0–1+. */
export const clock = z.object({
  kind: z.enum(['respond', 'resolve']),
  startedAt: at,
  dueAt: at,
  stoppedAt: at.nullable(),
  pausedAt: at.nullable(),
  missedAt: at.nullable(),
  used: z.number(),
})
/** A row of the queue. */
export const caseRow = z.object({
  id,
  number: z.string(),
  kind: caseKind,
  category: named,
  words: z.string(),
  place: placeRef,
  state: caseState,
  stateAt: at,
  createdAt: at,
  channel: caseChannel,
  photoCount: z.number().int(),
  handler: named.nullable(),
  /** What bites first, null when nothing runs. */ dueAt: at.nullable(),
  dueKind: z.enum(['respond', 'resolve']).nullable(),
  overdue: z.boolean(),
  rating: z.number().int().nullable(),
})
export const timelineEntry = z.object({
  id,
  at,
  step: z.string(),
  from: caseState.nullable(),
  to: caseState.nullable(),
  /** Who did it, as the reader may know them. */ by: z.object({
    name: z.string(),
    organisation: z.string().nullable(),
    mine: z.boolean(),
  }),
  words: z.string().nullable(),
  audience: z.enum(['public', 'internal']),
  photos: z.array(id),
  data: z.record(z.string(), z.string()).nullable(),
})
export const caseView = caseRow.extend({
  placeNote: z.string().nullable(),
  position: coordinates.nullable(),
  grid: named.nullable(),
  estate: named.nullable(),
  community: named,
  street: named,
  photos: z.array(id),
  voice: id.nullable(),
  reporter: z.object({
    name: z.string(),
    phone: z.string().nullable(),
    hidden: z.boolean(),
    mine: z.boolean(),
    id: id.nullable(),
  }),
  filedBy: named.nullable(),
  onBehalfOf: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  clocks: z.array(clock),
  timeline: z.array(timelineEntry),
  ratingReasons: z.array(z.string()),
  reopenUntil: at.nullable(),
  proposal: z.object({ organisation: named.nullable(), rule: z.string().nullable(), why: z.string() }).nullable(),
  may: z.array(z.enum([...keysOf<CaseStep>(caseSteps), 'note', 'revealReporter', 'followUp', 'recategorise'])),
})
const where = {
  placeId: id.optional(),
  /** from the door */ doorCode: z.string().trim().max(40).optional(),
  placeNote: words(100).optional(),
  position: coordinates.optional(),
}
const what = {
  words: words(limits.words, 2),
  kind: caseKind.optional(),
  categoryId: id.optional(),
  photos: photoIds.default([]),
  voice: id.optional(),
}
export const reportBody = z.object({ ...where, ...what, hideName: z.boolean().default(false) })
export const fileBody = z.object({
  ...where,
  ...what,
  channel: z.enum(filedChannels),
  onBehalfOf: z.object({ name, phone: phone.optional(), consent: z.boolean() }).optional(),
  hideName: z.boolean().default(false),
})

const stepOut = caseView
const reason = words(500, 2)
const photos = photoIds.default([])
const rating = z.number().int().min(1).max(5)
const someRatingReasons = z
  .array(z.enum(keysOf<RatingReason>(ratingReasons)))
  .max(6)
  .default([])
export const queueQuery = z.object({
  ...paging,
  state: z.string().max(300).optional(),
  kind: z.string().max(100).optional(),
  categoryId: id.optional(),
  placeId: id.optional(),
  handlerId: id.optional(),
  channel: z.string().max(100).optional(),
  search: z.string().trim().max(60).optional(),
  overdue: flag.optional(),
  open: flag.optional(),
  waitingForMe: flag.optional(),
  rated: z.coerce.number().int().min(1).max(5).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: z.enum(['due', 'newest', 'oldest']).default('due'),
  count: flag.optional(),
})
export const savedView = z.object({
  id,
  name: z.string(),
  query: z.record(z.string(), z.string()),
  shared: z.boolean(),
  mine: z.boolean(),
})
export const category = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  kind: caseKind,
  keywords: z.array(z.string()),
  active: z.boolean(),
  order: z.number().int(),
})
const categoryBody = {
  name: words(40),
  parentId: id.nullable().optional(),
  kind: caseKind,
  keywords: z.array(words(20)).max(60).default([]),
  order: z.number().int().min(0).max(9999).optional(),
}
/** Where a rule sends a case: a named organisation, or one found from the place. */
export const ruleTarget = z.discriminatedUnion('to', [
  z.object({ to: z.literal('organisation'), organisationId: id }),
  z.object({ to: z.enum(['estateProperty', 'community', 'street']) }),
])
export const dispatchRule = z.object({
  id,
  order: z.number().int(),
  name: z.string(),
  categoryId: id.nullable(),
  kind: caseKind.nullable(),
  placeId: id.nullable(),
  target: ruleTarget,
  targetName: z.string(),
  active: z.boolean(),
})
const ruleBody = {
  name: words(60),
  order: z.number().int().min(0).max(9999),
  categoryId: id.nullable().default(null),
  kind: caseKind.nullable().default(null),
  placeId: id.nullable().default(null),
  target: ruleTarget,
  active: z.boolean().default(true),
}
export const budget = z.object({
  unit: z.enum(['minutes', 'working-minutes', 'working-days']),
  amount: z.number().int().min(1).max(100_000),
})
export const deadlinePolicy = z.object({ kind: caseKind, respond: budget, resolve: budget })

export const casesApi = endpoints({
  'POST /api/cases': {
    say: 'Report a case',
    permission: 'signed-in',
    journal: 'reported a case',
    body: reportBody,
    out: caseView,
  },
  'POST /api/cases/filed': {
    say: 'File a case for a resident, with the channel and the consent of the person named',
    permission: 'case.file',
    journal: 'filed a case',
    body: fileBody,
    out: caseView,
  },
  'POST /api/cases/suggestions': {
    say: 'Suggest kind and category from the words',
    permission: 'signed-in',
    journal: null,
    body: z.object({ words: z.string().max(limits.words) }),
    out: z.object({ kind: caseKind, category: named.nullable(), because: z.array(z.string()) }),
  },
  'GET /api/cases/mine': {
    say: 'Cases I reported',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(caseRow),
  },
  'GET /api/cases': {
    say: 'The work queue of my area or organisation',
    permission: 'signed-in',
    journal: null,
    query: queueQuery,
    out: listOf(caseRow),
  },
  'GET /api/cases/today': {
    say: 'What waits for me and what is about to be late',
    permission: 'signed-in',
    journal: null,
    out: z.object({
      counts: z.object({
        toAccept: z.number().int(),
        toDispatch: z.number().int(),
        toTakeUp: z.number().int(),
        inHand: z.number().int(),
        toVerify: z.number().int(),
        toDecide: z.number().int(),
        dueSoon: z.number().int(),
        overdue: z.number().int(),
        lowRated: z.number().int(),
        openTotal: z.number().int(),
        closedThisWeek: z.number().int(),
      }),
      soon: z.array(caseRow),
      newest: z.array(caseRow),
    }),
  },
  'GET /api/cases/map': {
    say: 'Open cases as points',
    permission: 'case.see',
    journal: null,
    query: z.object({ communityId: id.optional() }),
    out: z.array(
      z.object({
        id,
        number: z.string(),
        position: coordinates,
        kind: caseKind,
        words: z.string(),
        overdue: z.boolean(),
      }),
    ),
  },
  'GET /api/cases/export.xlsx': {
    say: 'The queue as a spreadsheet, streamed',
    permission: 'case.export',
    journal: 'exported cases',
    query: queueQuery,
    gives: 'file',
  },
  'GET /api/cases/views': { say: 'Saved filters', permission: 'signed-in', journal: null, out: z.array(savedView) },
  'POST /api/cases/views': {
    say: 'Save a filter',
    permission: 'signed-in',
    journal: null,
    body: z.object({
      name: words(30),
      query: z.record(z.string().max(30), z.string().max(300)),
      shared: z.boolean().default(false),
    }),
    out: savedView,
  },
  'DELETE /api/cases/views/:id': {
    say: 'Remove a saved filter of mine',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: done,
  },
  'GET /api/cases/handlers': {
    say: 'Bodies a case at this place can be dispatched to, the proposed one first',
    permission: 'case.dispatch',
    journal: null,
    query: z.object({ caseId: id.optional(), placeId: id.optional() }),
    out: z.array(named.extend({ kind: z.string(), openCases: z.number().int(), proposed: z.boolean() })),
  },
  'POST /api/cases/bulk-dispatch': {
    say: 'Dispatch several cases: to one body, or each as its rule proposes',
    permission: 'case.dispatch',
    journal: 'dispatched several cases',
    body: z.object({ ids: z.array(id).min(1).max(100), organisationId: id.optional() }),
    out: z.object({
      results: z.array(
        z.object({
          id,
          number: z.string(),
          dispatched: z.boolean(),
          to: z.string().nullable(),
          refusal: z.string().nullable(),
        }),
      ),
    }),
  },
  'GET /api/cases/:id': {
    say: 'One case, as its reader may see it',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: caseView,
  },
  'POST /api/cases/:id/notes': {
    say: 'Add a note, public or internal; a reporter may add words to their own case',
    permission: 'signed-in',
    journal: 'added a note',
    params: idParams,
    body: z.object({ words: words(1000), audience: z.enum(['public', 'internal']).default('public'), photos }),
    out: caseView,
  },
  'PATCH /api/cases/:id': {
    say: 'Correct kind and category',
    permission: 'case.accept',
    journal: 'corrected kind or category',
    params: idParams,
    body: z.object({ kind: caseKind.optional(), categoryId: id.optional() }),
    out: caseView,
  },
  'POST /api/cases/:id/reveal': {
    say: 'Reveal the reporter’s phone, with a reason',
    permission: 'person.reveal',
    journal: 'revealed a reporter’s phone',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    secret: true,
    out: z.object({ name: z.string(), phone: z.string().nullable() }),
  },

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

  'GET /api/cases/categories': { say: 'Categories', permission: 'signed-in', journal: null, out: z.array(category) },
  'POST /api/cases/categories': {
    say: 'Add a category',
    permission: 'case.configure',
    journal: 'added a category',
    body: z.object(categoryBody),
    out: category,
  },
  'PATCH /api/cases/categories/:id': {
    say: 'Change or retire a category',
    permission: 'case.configure',
    journal: 'changed a category',
    params: idParams,
    body: z.object({
      ...categoryBody,
      name: words(40).optional(),
      kind: caseKind.optional(),
      keywords: z.array(words(20)).max(60).optional(),
      active: z.boolean().optional(),
    }),
    out: category,
  },
  'GET /api/cases/rules': {
    say: 'Dispatch rules in their order',
    permission: 'case.dispatch',
    journal: null,
    out: z.array(dispatchRule),
  },
  'POST /api/cases/rules': {
    say: 'Add a dispatch rule',
    permission: 'case.configure',
    journal: 'added a dispatch rule',
    body: z.object(ruleBody),
    out: dispatchRule,
  },
  'PUT /api/cases/rules/:id': {
    say: 'Change a dispatch rule',
    permission: 'case.configure',
    journal: 'changed a dispatch rule',
    params: idParams,
    body: z.object(ruleBody),
    out: dispatchRule,
  },
  'DELETE /api/cases/rules/:id': {
    say: 'Remove a dispatch rule',
    permission: 'case.configure',
    journal: 'removed a dispatch rule',
    params: idParams,
    out: done,
  },
  'POST /api/cases/rules/dry-run': {
    say: 'Which rule would fire, and why the others would not',
    permission: 'case.dispatch',
    journal: null,
    body: z.object({ placeId: id, categoryId: id, kind: caseKind }),
    out: z.object({
      organisation: named.nullable(),
      rule: z.string().nullable(),
      steps: z.array(z.object({ rule: z.string(), fires: z.boolean(), why: z.string() })),
    }),
  },
  'GET /api/cases/deadlines': {
    say: 'Deadline policies by kind',
    permission: 'signed-in',
    journal: null,
    out: z.array(deadlinePolicy),
  },
  'PUT /api/cases/deadlines': {
    say: 'Change deadline policies; running clocks keep their elapsed time',
    permission: 'case.configure',
    journal: 'changed deadlines',
    body: z.array(deadlinePolicy).min(1).max(5),
    out: z.array(deadlinePolicy),
  },
})
