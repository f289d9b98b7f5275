// The 12345 hotline: orders in by sheet or interface, replies back, and the hotline's own clock (mission A2).
import { z } from 'zod'
import { caseBrief } from './channels-boxes.ts'
import { keysOf } from './cases-shapes.ts'
import {
  hotlineFields,
  hotlineScopes,
  hotlineStates,
  type HotlineField,
  type HotlineScope,
  type HotlineState,
} from './channels-kinds.ts'
import { at, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const hotlineState = z.enum(keysOf<HotlineState>(hotlineStates))
const hotlineScope = z.enum(keysOf<HotlineScope>(hotlineScopes))
const field = z.enum(keysOf<HotlineField>(hotlineFields))
/** Which heading stands for which field. */
const mapping = z.partialRecord(field, z.string().max(60))
const does = z.enum(['create', 'update', 'nothing', 'error'])
export const hotlineOrder = z.object({
  id,
  number: z.string(),
  case: caseBrief,
  words: z.string(),
  place: z.string(),
  receivedAt: at.nullable(),
  replyDueAt: at.nullable(),
  /** Its own clock: late when the reply was due and nothing was returned. */
  clock: z.enum(['none', 'running', 'soon', 'late', 'answered', 'answeredLate']),
  state: hotlineState,
  reply: z.string().nullable(),
  returnedAt: at.nullable(),
  returnedState: hotlineState.nullable(),
})
export const hotlineImport = z.object({
  id,
  fileName: z.string(),
  state: z.enum(['previewed', 'committed', 'forgotten']),
  headers: z.array(z.string()),
  mapping,
  missing: z.array(field),
  counts: z.object({
    create: z.number().int(),
    update: z.number().int(),
    nothing: z.number().int(),
    error: z.number().int(),
  }),
  rows: z.array(
    z.object({
      row: z.number().int(),
      number: z.string(),
      words: z.string(),
      place: z.string().nullable(),
      replyDueAt: at.nullable(),
      caller: z.string().nullable(),
      does,
      errors: z.array(z.object({ field, message: z.string() })),
    }),
  ),
  at,
  by: z.string(),
})
export const hotlineReturn = z.object({ id, at, by: z.string(), count: z.number().int() })
export const hotlineKey = z.object({
  id,
  name: z.string(),
  place: named,
  tail: z.string(),
  scopes: z.array(hotlineScope),
  perMinute: z.number().int(),
  lastUsedAt: at.nullable(),
  createdAt: at,
  revokedAt: at.nullable(),
})
const number = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}._\-()（）]+$/u)

export const hotlineApi = endpoints({
  'GET /api/hotline/template.xlsx': {
    say: 'A sheet with the columns',
    permission: 'hotline.exchange',
    journal: null,
    gives: 'file',
  },
  'GET /api/hotline/orders': {
    say: 'Orders of my area',
    permission: 'hotline.exchange',
    journal: null,
    query: z.object({
      ...paging,
      show: z.enum(['all', 'soon', 'late', 'toReturn', 'returned']).default('all'),
      search: z.string().trim().max(60).optional(),
    }),
    out: listOf(hotlineOrder),
  },
  'GET /api/hotline/figures': {
    say: 'The hotline’s own clock, counted apart from ours: what is open now, and what was answered in a month',
    permission: 'hotline.exchange',
    journal: null,
    query: z.object({
      /** In Shanghai time; this month where left out. */ month: z
        .string()
        .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
        .optional(),
    }),
    out: z.object({
      month: z.string(),
      open: z.number().int(),
      soon: z.number().int(),
      late: z.number().int(),
      toReturn: z.number().int(),
      answered: z.number().int(),
      answeredLate: z.number().int(),
    }),
  },
  'POST /api/hotline/imports': {
    say: 'Upload an .xlsx or .csv and preview it',
    permission: 'hotline.exchange',
    journal: 'uploaded a hotline sheet',
    takes: 'file',
    body: z.object({}),
    out: hotlineImport,
  },
  'GET /api/hotline/imports/:id': {
    say: 'The preview with each row’s errors',
    permission: 'hotline.exchange',
    journal: null,
    params: idParams,
    out: hotlineImport,
  },
  'PUT /api/hotline/imports/:id/mapping': {
    say: 'Say which column is which',
    permission: 'hotline.exchange',
    journal: null,
    params: idParams,
    body: z.object({ mapping }),
    out: hotlineImport,
  },
  'POST /api/hotline/imports/:id/commit': {
    say: 'Write the good rows, or all if there is no error. A number that is known updates its case, never doubles it',
    permission: 'hotline.exchange',
    journal: 'imported hotline orders',
    params: idParams,
    body: z.object({ which: z.enum(['all', 'good']) }),
    out: hotlineImport.extend({ created: z.number().int(), updated: z.number().int() }),
  },
  'GET /api/hotline/returns': {
    say: 'What was returned, newest first',
    permission: 'hotline.exchange',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(hotlineReturn),
  },
  'POST /api/hotline/returns': {
    say: 'Return every answered order not yet returned, or those named; marks them',
    permission: 'hotline.exchange',
    journal: 'returned replies to the hotline',
    body: z.object({ ids: z.array(id).max(1000).optional() }),
    out: hotlineReturn,
  },
  'GET /api/hotline/returns/:id/sheet.xlsx': {
    say: 'The replies of one return as a sheet',
    permission: 'hotline.exchange',
    journal: 'exported replies to the hotline',
    params: idParams,
    gives: 'file',
  },
  'GET /api/hotline/keys': {
    say: 'Keys of the interface',
    permission: 'hotline.exchange',
    journal: null,
    out: z.array(hotlineKey),
  },
  'POST /api/hotline/keys': {
    say: 'Issue a key. It is shown this once',
    permission: 'hotline.exchange',
    journal: 'issued a hotline key',
    secret: true,
    body: z.object({
      name: words(40),
      placeId: id,
      scopes: z.array(hotlineScope).min(1).max(2),
      perMinute: z.number().int().min(1).max(6000).default(120),
    }),
    out: hotlineKey.extend({ key: z.string() }),
  },
  'POST /api/hotline/keys/:id/revocation': {
    say: 'Revoke a key at once',
    permission: 'hotline.exchange',
    journal: 'revoked a hotline key',
    params: idParams,
    body: z.object({}),
    out: hotlineKey,
  },
  'POST /api/hotline/exchange/orders': {
    say: 'Interface: push an order. Header `authorization: Bearer <key>`. The same number again updates',
    permission: 'anyone',
    journal: 'received an order of the hotline',
    body: z.object({
      number,
      words: words(2000, 2),
      address: words(200),
      replyDue: at.optional(),
      receivedAt: at.optional(),
      caller: z.object({ name: words(60), phone: z.string().max(20).optional() }).optional(),
    }),
    out: z.object({ number: z.string(), caseNumber: z.string(), did: z.enum(['created', 'updated', 'nothing']) }),
  },
  'GET /api/hotline/exchange/orders': {
    say: 'Interface: states and replies, oldest change first; `after` goes on from the last page',
    permission: 'anyone',
    journal: null,
    query: z.object({ ...paging, answered: flag.optional() }),
    out: listOf(
      z.object({
        number: z.string(),
        caseNumber: z.string(),
        state: hotlineState,
        reply: z.string().nullable(),
        changedAt: at,
        returnedAt: at.nullable(),
      }),
    ),
  },
  'POST /api/hotline/exchange/returns': {
    say: 'Interface: the hotline says which replies it has taken over',
    permission: 'anyone',
    journal: 'the hotline took over replies',
    body: z.object({ numbers: z.array(number).min(1).max(200) }),
    out: done.extend({ returned: z.number().int() }),
  },
})
