// Chat groups and riders' clues (mission A2, A4, seed 003).
import { z } from 'zod'
import { caseBrief } from './channels-boxes.ts'
import { caseKind, keysOf, photoIds } from './cases-shapes.ts'
import { clueKinds, type ClueKind } from './channels-kinds.ts'
import { at, coordinates, id, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const clueKind = z.enum(keysOf<ClueKind>(clueKinds))
export const clue = z.object({
  id,
  kind: clueKind,
  case: caseBrief,
  words: z.string(),
  place: z.string(),
  createdAt: at,
  thanks: z.enum(['none', 'takenUp', 'solved']),
})
export const channelCluesApi = endpoints({
  'POST /api/channels/chats/split': {
    say: 'Split a pasted chat into messages. Nothing of it is stored, not even for a retry',
    permission: 'channel.work',
    journal: null,
    secret: true,
    body: z.object({ text: z.string().min(1).max(60_000) }),
    out: z.object({
      messages: z.array(z.object({ at: z.string().nullable(), name: z.string().nullable(), words: z.string() })),
    }),
  },
  'POST /api/channels/chats/cases': {
    say: 'Picked messages become cases; names are not taken over',
    permission: 'channel.work',
    journal: 'made cases of a chat group',
    body: z.object({
      placeId: id,
      matters: z
        .array(z.object({ words: words(2000, 2), placeNote: words(100).optional(), kind: caseKind.optional() }))
        .min(1)
        .max(40),
    }),
    out: z.object({ cases: z.array(caseBrief) }),
  },
  'GET /api/channels/clues': {
    say: 'My clues, what became of them, and my thanks',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(clue).extend({
      count: z.number().int(),
      solved: z.number().int(),
      /** Sum of the weights of my thanks. */ thanks: z.number().int(),
      station: named.nullable(),
    }),
  },
  'POST /api/channels/clues': {
    say: 'Report a clue: kind, photo, and a place chosen or the position of this one moment',
    permission: 'signed-in',
    journal: 'reported a clue',
    body: z.object({
      kind: clueKind,
      words: words(500).optional(),
      placeId: id.optional(),
      position: coordinates.optional(),
      placeNote: words(100).optional(),
      photos: photoIds.default([]),
    }),
    out: clue,
  },
  'GET /api/channels/clues/stations': {
    say: 'Stations and what their riders have found, never by person',
    permission: 'signed-in',
    journal: null,
    out: z.array(named.extend({ clues: z.number().int(), solved: z.number().int() })),
  },
  'PUT /api/channels/clues/station': {
    say: 'Which station I ride for',
    permission: 'signed-in',
    journal: null,
    body: z.object({ stationId: id.nullable() }),
    out: z.object({ station: named.nullable() }),
  },
})
