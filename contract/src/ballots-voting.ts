// Casting ballots in an owners' decision: by phone, by proxy, on paper, with help; turnout and the doors still to knock at.
import { z } from 'zod'
import {
  choice,
  decisionView,
  missingRow,
  paperFault,
  paperMark,
  paperState,
  people,
  turnout,
} from './ballots-shapes.ts'
import { photoIds } from './cases-shapes.ts'
import { at, day, done, id, idParams, listOf, name, named, paging, phone, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const ofThing = z.object({ id, thingId: id })
const reason = words(500, 2)
const marks = z
  .array(z.object({ itemId: id, mark: choice }))
  .min(1)
  .max(40)
const paperMarks = z
  .array(z.object({ itemId: id, mark: paperMark }))
  .min(1)
  .max(40)
const paperCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{8}$/)
const ownerKey = z.string().trim().min(4).max(64)
const receipt = z.object({ seq: z.number().int(), receipt: z.string() })
const act = { permission: 'signed-in', params: idParams, out: decisionView } as const

export const ballotsVotingApi = endpoints({
  'POST /api/decisions/:id/voting-code': {
    say: 'Send a fresh code to the phone of the owner who is to vote',
    permission: 'signed-in',
    journal: 'asked for a voting code',
    params: idParams,
    out: z.object({ phoneMasked: z.string(), expiresInSeconds: z.number(), resendInSeconds: z.number() }),
  },
  'POST /api/decisions/:id/ballot': {
    say: 'Vote by phone, proven by the code just sent; until closing again, then the last one counts',
    permission: 'signed-in',
    journal: 'cast a ballot',
    params: idParams,
    body: z.object({ code: z.string().regex(/^\d{6}$/), marks, mandateId: id.optional() }),
    out: z.object({ receipts: z.array(receipt), counts: z.boolean() }),
  },
  'POST /api/decisions/:id/receipt': {
    say: 'Check a receipt against the log of ballots',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    body: z.object({ receipt: z.string().trim().min(3).max(60) }),
    out: z.object({ at, isLast: z.boolean() }),
  },
  'POST /api/decisions/:id/mandates': {
    say: 'Let somebody vote for me, by their phone number',
    journal: 'gave a mandate',
    ...act,
    body: z.object({ phone, itemIds: z.array(id).max(40).default([]) }),
  },
  'POST /api/decisions/:id/mandates/:thingId': {
    say: 'Take a mandate back',
    permission: 'signed-in',
    journal: 'took a mandate back',
    params: ofThing,
    body: z.object({}),
    out: decisionView,
  },
  'GET /api/decisions/:id/log': {
    say: 'The public log of ballots: numbers and hashes, no names and no choices',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, from: z.coerce.number().int().min(1).optional() }),
    out: listOf(z.object({ seq: z.number().int(), day, hash: z.string() })),
  },
  'POST /api/decisions/:id/designations': {
    say: 'A co-owner names who of them speaks for all; it holds once all name the same',
    journal: 'named a co-owner who votes',
    ...act,
    body: z.object({ key: ownerKey, personId: id }),
  },
  'GET /api/decisions/:id/differing': {
    say: 'Owners whose co-owners have voted differently; never how anyone voted',
    permission: 'decision.count',
    journal: null,
    params: idParams,
    query: z.object({ ...paging }),
    out: listOf(z.object({ key: z.string(), doors: z.string(), people: z.array(named), since: at })),
  },
  'POST /api/decisions/:id/designations-on-paper': {
    say: 'Record that co-owners named one of them in writing',
    permission: 'decision.count',
    journal: 'recorded a co-owner who votes',
    params: idParams,
    body: z.object({ key: ownerKey, personId: id, reason, photos: photoIds.min(1) }),
    out: done,
  },
  'GET /api/decisions/:id/mandates': {
    say: 'Who lets whom vote, and how many each proxy holds',
    permission: 'decision.count',
    journal: null,
    params: idParams,
    query: z.object({ ...paging }),
    out: listOf(
      z.object({
        id,
        doors: z.string(),
        fromName: z.string(),
        toName: z.string(),
        /** How many that proxy holds now. */ held: z.number().int(),
        onPaper: z.boolean(),
        at,
        revokedAt: at.nullable(),
      }),
    ),
  },
  'POST /api/decisions/:id/mandates-on-paper': {
    say: 'Record a mandate given in writing, within the cap',
    permission: 'decision.count',
    journal: 'recorded a mandate',
    params: idParams,
    body: z.object({ key: ownerKey, name, phone, photos: photoIds.min(1) }),
    out: done,
  },
  'POST /api/decisions/:id/mandates/:thingId/withdrawal': {
    say: 'Take a mandate back for an owner who asked in writing',
    permission: 'decision.count',
    journal: 'took a mandate back for an owner',
    params: ofThing,
    body: z.object({ reason }),
    out: done,
  },
  'GET /api/decisions/:id/turnout': {
    say: 'Who takes part so far, on both axes, by building',
    permission: 'decision.convene',
    journal: null,
    params: idParams,
    out: turnout,
  },
  'GET /api/decisions/:id/missing': {
    say: 'Doors that have not voted yet; never how anyone voted',
    permission: 'decision.convene',
    journal: null,
    params: idParams,
    query: z.object({ ...paging }),
    out: listOf(missingRow),
  },
  'GET /api/decisions/:id/missing.xlsx': {
    say: 'The same as a door-to-door list',
    permission: 'decision.convene',
    journal: 'exported doors that have not voted',
    params: idParams,
    gives: 'file',
  },
  'POST /api/decisions/:id/papers': {
    say: 'Issue a paper ballot with a code to every owner who has none, or a spoiled one',
    permission: 'decision.convene',
    journal: 'issued paper ballots',
    params: idParams,
    body: z.object({}),
    out: z.object({ issued: z.number().int() }),
  },
  'GET /api/decisions/:id/papers.pdf': {
    say: 'The paper ballots for printing',
    permission: 'decision.convene',
    journal: 'printed paper ballots',
    params: idParams,
    query: z.object({
      from: z.coerce.number().int().min(1).default(1),
      to: z.coerce.number().int().min(1).max(100_000).default(200),
    }),
    gives: 'file',
  },
  'GET /api/decisions/:id/papers': {
    say: 'Paper ballots and where they are',
    permission: 'decision.count',
    journal: null,
    params: idParams,
    query: z.object({ ...paging, state: paperState.optional() }),
    out: listOf(
      z.object({
        code: z.string(),
        state: paperState,
        doors: z.string(),
        enteredByMe: z.boolean(),
        at: at.nullable(),
        people,
      }),
    ),
  },
  'POST /api/decisions/:id/papers/entry': {
    say: 'Enter a returned paper; it counts when a second person has entered the same',
    permission: 'decision.count',
    journal: 'entered a paper ballot',
    params: idParams,
    body: z.object({
      code: paperCode,
      marks: paperMarks,
      signed: z.boolean(),
      /** Why a signed one does not take part. */ fault: paperFault.exclude(['unsigned']).optional(),
      receivedAt: at,
      /** Which of several co-owners signed it. */ signerId: id.optional(),
      photos: photoIds.default([]),
    }),
    out: z.object({ state: paperState }),
  },
  'POST /api/decisions/:id/papers/spoil': {
    say: 'Declare a paper spoiled',
    permission: 'decision.count',
    journal: 'declared a paper ballot spoiled',
    params: idParams,
    body: z.object({ code: paperCode, reason }),
    out: done,
  },
  'POST /api/decisions/:id/assisted': {
    say: 'Record the ballot of an owner who asked for help; the helper is recorded',
    permission: 'decision.count',
    journal: 'helped an owner to vote',
    params: idParams,
    body: z.object({
      key: ownerKey,
      marks,
      reason,
      /** Which of several co-owners said it. */ signerId: id.optional(),
      photos: photoIds.default([]),
    }),
    out: receipt,
  },
})
