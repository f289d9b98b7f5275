// Like cases: hints while typing, the staff's panel of possible duplicates, and hot spots of growing groups (mission A1, 未诉先办).
import { z } from 'zod'
import { caseRow, caseState, keysOf } from './cases-shapes.ts'
import { publicCase } from './cases-public.ts'
import { limits } from './cases-life.ts'
import { at, done, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { hotSpotStates, type HotSpotState } from './likeness-kinds.ts'

/** How alike, from 0 to 1: words and nearness. */
const likeness = z.number().min(0).max(1)
/** A like case in public words: `said` is covered text, null where even that is not shown. */
export const alikeCase = publicCase.extend({
  said: z.string().nullable(),
  likeness,
  following: z.boolean(),
  /** The reader reported it. */ mine: z.boolean(),
  photoCount: z.number().int(),
})
const hotSpot = z.object({
  id,
  title: z.string(),
  /** Pairs of characters most of its cases share. */ shared: z.array(z.string()),
  /** Where it grows fastest. */ community: named,
  /** One that spans several is one to who sees them: all of these, its figures added up. */
  communities: z.array(named),
  place: z.string(),
  caseCount: z.number().int(),
  openCount: z.number().int(),
  /** Cases of each week, oldest first; the last is the week of `until`. */ weeks: z.array(z.number().int()),
  until: at,
  /** Above 2 is unusual: standard deviations over what the weeks before let expect. */ growth: z.number(),
  closeness: z.number(),
  firstAt: at,
  lastAt: at,
  state: z.enum(keysOf<HotSpotState>(hotSpotStates)),
  reason: z.string().nullable(),
  rootCase: z.object({ id, number: z.string(), state: caseState }).nullable(),
  may: z.array(z.enum(['see', 'openRoot', 'dismiss'])),
})
export const likenessApi = endpoints({
  'POST /api/likeness/similar': {
    say: 'Open cases like these words near this place, in public words; nothing is stored',
    permission: 'signed-in',
    journal: null,
    body: z.object({
      words: z.string().trim().max(limits.words),
      placeId: id,
    }),
    out: z.object({ rows: z.array(alikeCase) }),
  },
  'GET /api/likeness/cases/:id': {
    say: 'One like case in full, in public words, with released photos and what was done',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: alikeCase.omit({ likeness: true }).extend({
      /** Released, or the reader may see the case: then by GET /api/files/:id. */
      photos: z.array(z.object({ id, path: z.string(), thumbnail: z.string() })),
      steps: z.array(z.object({ at, step: z.string(), organisation: z.string().nullable() })),
    }),
  },
  'GET /api/likeness/cases/:id/similar': {
    say: 'Open cases like this one, for those who work on it',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({
      rows: z.array(caseRow.extend({ likeness })),
      hotSpots: z.array(z.object({ id, title: z.string(), caseCount: z.number().int() })),
    }),
  },
  'GET /api/likeness/spots': {
    say: 'Hot spots of my area, the fastest growing first',
    permission: 'hotspot.see',
    journal: null,
    query: z.object({ ...paging, placeId: id.optional(), state: z.string().max(60).optional() }),
    out: listOf(hotSpot),
  },
  'GET /api/likeness/spots/:id': {
    say: 'One hot spot with its cases',
    permission: 'hotspot.see',
    journal: null,
    params: idParams,
    out: hotSpot.extend({ cases: z.array(caseRow) }),
  },
  'POST /api/likeness/spots/search': {
    say: 'Look for hot spots now, in every community of my area',
    permission: 'hotspot.see',
    journal: 'looked for hot spots',
    body: z.object({ placeId: id.optional() }),
    out: z.object({ communities: z.number().int() }),
  },
  'POST /api/likeness/spots/:id/seen': {
    say: 'Note that a hot spot was looked at',
    permission: 'hotspot.see',
    journal: 'looked at a hot spot',
    params: idParams,
    out: done,
  },
  'POST /api/likeness/spots/:id/dismissal': {
    say: 'Say why this is no hot spot; it comes back when it has grown by half',
    permission: 'hotspot.see',
    journal: 'dismissed a hot spot',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    out: hotSpot,
  },
  'POST /api/likeness/spots/:id/root-case': {
    say: 'Open one case for the cause behind the group, linked with its cases',
    permission: 'case.file',
    journal: 'opened a root-cause case',
    params: idParams,
    body: z.object({ words: words(limits.words, 4) }),
    out: hotSpot,
  },
})
