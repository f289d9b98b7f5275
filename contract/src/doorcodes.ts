// Door codes: signed short codes on doors, printable sheets, the page behind /s/<code>.
import { z } from 'zod'
import { at, id, idParams, listOf, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { placeRef } from './places.ts'

export const doorcodeKinds = ['unit', 'building', 'estate', 'station', 'facility', 'box'] as const
export const doorcode = z.object({
  id,
  code: z.string(),
  kind: z.enum(doorcodeKinds),
  label: z.string(),
  place: placeRef,
  issuedAt: at,
  revokedAt: at.nullable(),
  revokedReason: z.string().nullable(),
  scans: z.number().int(),
})
const doorcodeFilters = { placeId: id.optional(), revoked: z.enum(['true', 'false']).optional() }

export const doorcodesApi = endpoints({
  'GET /api/doorcodes': {
    say: 'Codes below a place',
    permission: 'doorcode.see',
    journal: null,
    query: z.object({ ...paging, ...doorcodeFilters }),
    out: listOf(doorcode),
  },
  'GET /api/doorcodes.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'doorcode.see',
    journal: 'exported door codes',
    query: z.object(doorcodeFilters),
    gives: 'file',
  },
  'POST /api/doorcodes': {
    say: 'Issue codes for every unit (building, estate) below a place that has none, or one code with a label',
    permission: 'doorcode.issue',
    journal: 'issued door codes',
    body: z.object({ placeId: id, kind: z.enum(doorcodeKinds), label: words(40).optional() }),
    out: z.object({ issued: z.array(doorcode), alreadyThere: z.number().int() }),
  },
  'POST /api/doorcodes/:id/revocation': {
    say: 'Revoke a code',
    permission: 'doorcode.issue',
    journal: 'revoked a door code',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    out: doorcode,
  },
  'POST /api/doorcodes/:id/reissue': {
    say: 'Revoke and issue a new code for the same door',
    permission: 'doorcode.issue',
    journal: 're-issued a door code',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    out: doorcode,
  },
  'GET /api/doorcodes/sheet.pdf': {
    say: 'Printable A4 sheets of the codes below a place',
    permission: 'doorcode.see',
    journal: 'printed door codes',
    query: z.object({ placeId: id, kind: z.enum(doorcodeKinds).optional(), perPage: z.enum(['2', '6']).default('6') }),
    gives: 'file',
  },
  'GET /api/doorcodes/:code': {
    say: 'What a scanned code stands for',
    permission: 'anyone',
    journal: null,
    params: z.object({ code: z.string().min(1).max(40) }),
    out: z.object({ place: placeRef, kind: z.enum(doorcodeKinds), label: z.string(), community: z.string() }),
  },
})
