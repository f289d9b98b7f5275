// The public board of a community: what was raised and what became of it, for anybody; links to one case; its staff side.
import { z } from 'zod'
import { caseKind, caseState } from './cases-shapes.ts'
import { publicCase } from './cases-public.ts'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
/** A case of the board. Photos are released ones: see GET /api/public/photos/:id. */
export const boardCase = publicCase.extend({ summary: z.string().nullable(), photos: z.array(id) })
const publicStep = z.object({ on: day, state: caseState })
export const openness = z.enum(['plain', 'summary', 'withheld'])
const setting = z.object({
  community: named,
  street: z.string(),
  isOn: z.boolean(),
  reason: z.string().nullable(),
  changedAt: at.nullable(),
})
const publication = z.object({
  openness,
  summary: z.string().nullable(),
  reason: z.string().nullable(),
  /** As the public sees it, or why it does not. */
  shown: boardCase.nullable(),
  hiddenBecause: z.enum(['boardOff', 'withheld', 'withdrawn', 'merged']).nullable(),
})
const link = z.object({
  id,
  madeAs: z.enum(['reporter', 'staff']),
  madeBy: z.string(),
  madeAt: at,
  expiresAt: at,
  revokedAt: at.nullable(),
})
const publicApi = endpoints({
  'GET /api/public/boards': {
    say: 'Communities with a public board',
    permission: 'anyone',
    journal: null,
    query: z.object({ ...paging, search: z.string().trim().max(30).optional() }),
    out: listOf(named.extend({ street: z.string() })),
  },
  'GET /api/public/boards/:id': {
    say: 'The board of a community: estates, categories and the figures of the last twelve months',
    permission: 'anyone',
    journal: null,
    params: idParams,
    query: z.object({ estateId: id.optional() }),
    out: z.object({
      community: named,
      street: z.string(),
      estates: z.array(named),
      categories: z.array(named),
      /** Of those raised in the month, how many are done and how many are still open. */
      months: z.array(z.object({ month, raised: z.number().int(), done: z.number().int(), open: z.number().int() })),
    }),
  },
  'GET /api/public/boards/:id/cases': {
    say: 'Cases of a board, newest first',
    permission: 'anyone',
    journal: null,
    params: idParams,
    query: z.object({
      ...paging,
      estateId: id.optional(),
      categoryId: id.optional(),
      kind: caseKind.optional(),
      open: flag.optional(),
      month: month.optional(),
    }),
    out: listOf(boardCase),
  },
  'GET /api/public/cases/:id': {
    say: 'One case of the board',
    permission: 'anyone',
    journal: null,
    params: idParams,
    out: boardCase.extend({ steps: z.array(publicStep), following: z.boolean(), mayFollow: z.boolean() }),
  },
  'GET /api/public/cases/by-token/:token': {
    say: 'One case by a link: its public timeline without names and phones',
    permission: 'anyone',
    journal: null,
    params: z.object({ token: z.string().min(10).max(60) }),
    out: publicCase.extend({
      words: z.string(),
      photos: z.array(id),
      timeline: z.array(
        z.object({
          at,
          step: z.string(),
          to: caseState.nullable(),
          words: z.string().nullable(),
          organisation: z.string().nullable(),
        }),
      ),
      expiresAt: at,
    }),
  },
  'GET /api/public/photos/:id': {
    say: 'A released photo',
    permission: 'anyone',
    journal: null,
    params: idParams,
    gives: 'file',
  },
  'GET /api/public/photos/:id/thumbnail': {
    say: 'A released photo, small',
    permission: 'anyone',
    journal: null,
    params: idParams,
    gives: 'file',
  },
})
const linksApi = endpoints({
  'GET /api/board/cases/:id/links': {
    say: 'Links that show a case without signing in',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.array(link),
  },
  'POST /api/board/cases/:id/links': {
    say: 'Make a link to a case: its reporter, or staff of the place. The token is shown once',
    permission: 'signed-in',
    journal: 'made a link to a case',
    params: idParams,
    body: z.object({ days: z.number().int().min(1).max(365).default(90) }),
    secret: true,
    out: link.extend({ token: z.string() }),
  },
  'POST /api/board/links/:id/revocation': {
    say: 'End a link',
    permission: 'signed-in',
    journal: 'ended a link to a case',
    params: idParams,
    out: link,
  },
})
const staffApi = endpoints({
  'GET /api/board/settings': {
    say: 'Communities of my area and whether their board is on',
    permission: 'board.moderate',
    journal: null,
    query: z.object(paging),
    out: listOf(setting),
  },
  'PUT /api/board/settings/:id': {
    say: 'Switch the board of a community on or off: the district decides',
    permission: 'board.moderate',
    journal: 'switched a public board on or off',
    params: idParams,
    body: z.object({ isOn: z.boolean(), reason: words(200, 2) }),
    out: setting,
  },
  'GET /api/board/cases/:id': {
    say: 'What the public sees of a case, and why',
    permission: 'board.moderate',
    journal: null,
    params: idParams,
    out: publication,
  },
  'PUT /api/board/cases/:id': {
    say: 'Release words for the public, show category and place only, or withhold the case with a reason',
    permission: 'board.moderate',
    journal: 'decided what is public of a case',
    params: idParams,
    body: z.discriminatedUnion('openness', [
      z.object({ openness: z.literal('plain') }),
      z.object({ openness: z.literal('summary'), summary: words(300, 4) }),
      z.object({ openness: z.literal('withheld'), reason: words(200, 2) }),
    ]),
    out: publication,
  },
})
export const boardApi = { ...publicApi, ...linksApi, ...staffApi }
