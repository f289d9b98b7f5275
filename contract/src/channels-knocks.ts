// Door knocks: a visit list per building, done on a phone, and needs that become cases (mission A2, seed 003).
import { z } from 'zod'
import { caseBrief } from './channels-boxes.ts'
import { caseKind, keysOf } from './cases-shapes.ts'
import { knockNeeds, knockStates, type KnockNeed, type KnockState } from './channels-kinds.ts'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { placeRef } from './places.ts'

const state = z.enum(keysOf<KnockState>(knockStates))
const need = z.enum(keysOf<KnockNeed>(knockNeeds))
export const knockListBrief = z.object({
  id,
  name: z.string(),
  place: placeRef,
  until: day.nullable(),
  createdAt: at,
  closedAt: at.nullable(),
  counts: z.object({
    homes: z.number().int(),
    done: z.number().int(),
    absent: z.number().int(),
    refused: z.number().int(),
    notYet: z.number().int(),
    revisit: z.number().int(),
    cases: z.number().int(),
  }),
})
export const knockVisit = z.object({
  id,
  home: placeRef,
  state,
  revisit: z.boolean(),
  needs: z.array(need),
  tries: z.number().int(),
  cases: z.number().int(),
  assigned: named.nullable(),
  mine: z.boolean(),
  visitedAt: at.nullable(),
})
export const knockList = knockListBrief.extend({
  visits: z.array(knockVisit),
  may: z.array(z.enum(['assign', 'close', 'visit'])),
})
export const channelKnocksApi = endpoints({
  'GET /api/channels/knocks': {
    say: 'Visit lists of my area with their progress',
    permission: 'channel.work',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(knockListBrief),
  },
  'GET /api/channels/knocks/mine': {
    say: 'Open lists with doors assigned to me, or in my area',
    permission: 'signed-in',
    journal: null,
    out: z.array(knockListBrief),
  },
  'POST /api/channels/knocks': {
    say: 'Make a visit list from the homes of a building or unit',
    permission: 'channel.work',
    journal: 'made a visit list',
    body: z.object({ placeId: id, name: words(40), until: day.optional() }),
    out: knockList,
  },
  'GET /api/channels/knocks/:id': {
    say: 'One list: every door for those of the area, one’s own doors for others',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: knockList,
  },
  'GET /api/channels/knocks/:id/people': {
    say: 'Who may be sent: people who file cases there',
    permission: 'channel.work',
    journal: null,
    params: idParams,
    out: z.array(named),
  },
  'POST /api/channels/knocks/:id/assignments': {
    say: 'Give doors to a person, or take them back (null)',
    permission: 'channel.work',
    journal: 'assigned doors',
    params: idParams,
    body: z.object({ visitIds: z.array(id).min(1).max(600), personId: id.nullable() }),
    out: knockList,
  },
  'POST /api/channels/visits/:id/outcome': {
    say: 'What happened at a door. Sent again it says the same; the later moment counts',
    permission: 'signed-in',
    journal: 'noted a door knock',
    params: idParams,
    body: z.object({
      state,
      revisit: z.boolean().default(false),
      needs: z.array(need).max(7).default([]),
      at: at.optional(),
    }),
    out: knockVisit,
  },
  'POST /api/channels/visits/:id/cases': {
    say: 'A need found at a door becomes a case',
    permission: 'signed-in',
    journal: 'made a case of a door knock',
    params: idParams,
    body: z.object({ words: words(2000, 2), need: need.optional(), kind: caseKind.optional() }),
    out: caseBrief,
  },
  'POST /api/channels/knocks/:id/closing': {
    say: 'Close a list: no more outcomes',
    permission: 'channel.work',
    journal: 'closed a visit list',
    params: idParams,
    body: z.object({}),
    out: knockList,
  },
})
