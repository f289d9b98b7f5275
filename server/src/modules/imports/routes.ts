// The endpoints of imports.
import { importsApi } from '../../../../contract/src/imports.ts'
import { serve, type Route } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { commitImport } from './commit-import.ts'
import { exportImports, exportRows, listImports, listRows, showImport } from './queries.ts'
import { templateOf } from './template.ts'
import { uploadSheet } from './upload-sheet.ts'

export const importsRoutes = ({ sealing }: Parts): Route[] =>
  serve(importsApi, {
    'GET /api/imports/templates/:kind.xlsx': (_cx, { params }) => templateOf(params.kind),
    'GET /api/imports': (cx, { query }) => listImports(cx, query),
    'GET /api/imports.xlsx': (cx) => exportImports(cx),
    'POST /api/imports': (cx, { body, file }) => uploadSheet(cx, sealing, body.kind, file),
    'GET /api/imports/:id': (cx, { params }) => showImport(cx, params.id),
    'GET /api/imports/:id/rows': (cx, { params, query }) => listRows(cx, sealing, params.id, query),
    'GET /api/imports/:id/rows.xlsx': (cx, { params, query }) => exportRows(cx, sealing, params.id, query),
    'POST /api/imports/:id/commit': (cx, { params, body }) => commitImport(cx, sealing, params.id, body.which),
  })
