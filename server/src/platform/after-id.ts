// A cursor that is the id of the last row: the query compares with that row's own sort values.
import { readCursor } from './paging.ts'
import { refuse } from './refuse.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** @throws http.bad-input for anything that is not such a cursor */
export const afterId = (after: string | undefined): string | null => {
  const cursor = readCursor(after, 1)
  if (cursor === null) return null
  const [id] = cursor
  if (typeof id === 'string' && UUID.test(id)) return id
  throw refuse('http.bad-input', { fields: [{ path: 'after', message: '格式不对' }] })
}
