// Opinion boxes: where they hang, each emptying, and what became of every slip (mission A2, seed 003).
import { z } from 'zod'
import { keysOf, caseKind, caseState, photoIds } from './cases-shapes.ts'
import { slipFilings, type SlipFiling } from './channels-kinds.ts'
import { at, day, id, idParams, listOf, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { placeRef } from './places.ts'

/** A case as channels show it: enough to find it and to say how far it is. */
export const caseBrief = z.object({ id, number: z.string(), state: caseState })
export const opinionBox = z.object({
  id,
  name: z.string(),
  place: placeRef,
  /** For the sticker: /s/<code>. */ code: z.string(),
  createdAt: at,
  removedAt: at.nullable(),
  removedReason: z.string().nullable(),
  figures: z.object({
    scans: z.number().int(),
    emptyings: z.number().int(),
    slips: z.number().int(),
    cases: z.number().int(),
    filed: z.number().int(),
    lastEmptiedOn: day.nullable(),
  }),
})
const slipIn = z.object({
  words: words(2000, 2),
  /** Filed without a case; a case where this is missing. */
  filedAs: z.enum(keysOf<SlipFiling>(slipFilings)).optional(),
  reason: words(200, 2).optional(),
  kind: caseKind.optional(),
  placeNote: words(100).optional(),
  photos: photoIds.default([]),
})
export const slip = z.object({
  id,
  seq: z.number().int(),
  words: z.string(),
  case: caseBrief.nullable(),
  filedAs: z.enum(keysOf<SlipFiling>(slipFilings)).nullable(),
  reason: z.string().nullable(),
})
export const emptying = z.object({
  id,
  on: day,
  by: z.string(),
  slipCount: z.number().int(),
  slips: z.array(slip),
})

export const channelBoxesApi = endpoints({
  'GET /api/channels/boxes': {
    say: 'Opinion boxes of my area with their figures',
    permission: 'channel.work',
    journal: null,
    query: z.object({ ...paging, placeId: id.optional() }),
    out: listOf(opinionBox),
  },
  'POST /api/channels/boxes': {
    say: 'Register a box at a place; it gets a code of its own',
    permission: 'channel.work',
    journal: 'registered an opinion box',
    body: z.object({ placeId: id, name: words(40) }),
    out: opinionBox,
  },
  'POST /api/channels/boxes/:id/removal': {
    say: 'Take a box down; its code is void from then on',
    permission: 'channel.work',
    journal: 'took down an opinion box',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    out: opinionBox,
  },
  'GET /api/channels/boxes/:id/emptyings': {
    say: 'Emptyings of a box with their slips, newest first',
    permission: 'channel.work',
    journal: null,
    params: idParams,
    query: z.object({ ...paging }),
    out: listOf(emptying),
  },
  'POST /api/channels/boxes/:id/emptyings': {
    say: 'Record an emptying: how many slips, and those transcribed so far',
    permission: 'channel.work',
    journal: 'emptied an opinion box',
    params: idParams,
    body: z.object({ on: day, slipCount: z.number().int().min(0).max(500), slips: z.array(slipIn).max(50) }),
    out: emptying,
  },
  'POST /api/channels/emptyings/:id/slips': {
    say: 'Transcribe more slips of an emptying',
    permission: 'channel.work',
    journal: 'transcribed slips of an opinion box',
    params: idParams,
    body: z.object({ slips: z.array(slipIn).min(1).max(50) }),
    out: emptying,
  },
})
