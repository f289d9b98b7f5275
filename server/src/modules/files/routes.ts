// The endpoints of this module and what answers them.
import { filesApi } from '../../../../contract/src/files.ts'
import { serve, type Module, type Route } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { gatesOf, serveFile } from './serve-file.ts'
import { uploadFile } from './upload-file.ts'

export const filesRoutes = ({ storage }: Parts, modules: readonly Module[]): Route[] => {
  const gates = gatesOf(modules)
  return serve(filesApi, {
    'POST /api/files': (cx, { body, file }) => uploadFile(cx, storage, body.kind, file),
    'GET /api/files/:id': (cx, { params }) => serveFile(cx, storage, gates, params.id, false),
    'GET /api/files/:id/thumbnail': (cx, { params }) => serveFile(cx, storage, gates, params.id, true),
  })
}
