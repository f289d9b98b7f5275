// Files: photos and recordings, private by default, served only through access checks.
import { z } from 'zod'
import { id, idParams } from './common.ts'
import { endpoints } from './endpoint.ts'

export const file = z.object({
  id,
  kind: z.enum(['photo', 'voice']),
  mime: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
})
export const filesApi = endpoints({
  'POST /api/files': {
    say: 'Upload a photo or a recording (up to 60 s); EXIF and GPS are removed',
    permission: 'signed-in',
    journal: null,
    takes: 'file',
    body: z.object({ kind: z.enum(['photo', 'voice']) }),
    out: file,
  },
  'GET /api/files/:id': { say: 'The file', permission: 'signed-in', journal: null, params: idParams, gives: 'file' },
  'GET /api/files/:id/thumbnail': {
    say: 'A small picture of it',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    gives: 'file',
  },
})
