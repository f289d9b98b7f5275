// Reads one uploaded file with its fields, within the size the route allows.
import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '../../../../contract/src/endpoint.ts'
import type { UploadedFile } from '../module.ts'
import { refuse } from '../refuse.ts'

export const UPLOAD_BYTES = 20 * 1024 * 1024
/** The fields stand before the file in the form. @throws refusals for anything that is not such a form. */
export const readUpload = async (
  request: FastifyRequest,
  endpoint: Endpoint,
): Promise<{ file: UploadedFile; fields: unknown }> => {
  if (!request.isMultipart()) throw refuse('http.unsupported-type')
  const part = await request.file({ limits: { fileSize: UPLOAD_BYTES, files: 1, fields: 10, fieldSize: 2000 } })
  if (part === undefined) throw refuse('http.bad-input', { fields: [{ path: 'file', message: '必填' }] })
  const bytes = await part.toBuffer()
  const raw: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(part.fields)) {
    const one = Array.isArray(field) ? field[0] : field
    if (one !== undefined && one.type === 'field') raw[name] = one.value
  }
  const parsed = endpoint.body?.safeParse(raw)
  if (parsed && !parsed.success)
    throw refuse('http.bad-input', {
      fields: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    })
  return { file: { name: (part.filename ?? 'file').slice(0, 200), mime: part.mimetype, bytes }, fields: parsed?.data }
}
