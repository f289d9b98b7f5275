// The endpoints of door codes.
import { doorcodesApi } from '../../../../contract/src/doorcodes.ts'
import { serve, type Route } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { issueCodes } from './issue-codes.ts'
import { exportCodes, listCodes } from './queries.ts'
import { reissueCode, revokeCode } from './revoke-code.ts'
import { scanCode } from './scan-code.ts'

export const doorcodesRoutes = ({ sealing, config }: Parts): Route[] =>
  serve(doorcodesApi, {
    'GET /api/doorcodes': (cx, { query }) => listCodes(cx, query),
    'GET /api/doorcodes.xlsx': (cx, { query }) => exportCodes(cx, query),
    'POST /api/doorcodes': (cx, { body }) => issueCodes(cx, sealing, body),
    'POST /api/doorcodes/:id/revocation': (cx, { params, body }) => revokeCode(cx, params.id, body.reason),
    'POST /api/doorcodes/:id/reissue': (cx, { params, body }) => reissueCode(cx, sealing, params.id, body.reason),
    'GET /api/doorcodes/sheet.pdf': async (cx, { query }) => {
      // Type and paper are large: they come with the first sheet that is printed.
      const { printSheet } = await import('./print-sheet.ts')
      return printSheet(cx, config.publicUrl ?? cx.origin.site, query)
    },
    'GET /api/doorcodes/:code': (cx, { params }) => scanCode(cx, sealing, params.code),
  })
