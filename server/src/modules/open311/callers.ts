// Who calls: a key, kept as a hash, valid for a part of the district. And which jurisdiction is meant.
import { and, eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { Cx } from '../../platform/cx.ts'
import { placeById } from '../places/index.ts'
import { fault } from './faults.ts'
import { open311Keys } from './tables.ts'

export type KeyRow = typeof open311Keys.$inferSelect
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** @throws 403 for a key that is missing, unknown, switched off, or may not do this */
export const callerOf = async (cx: Cx<null>, key: string | null, may: 'mayReport' | 'mayUpdate'): Promise<KeyRow> => {
  if (key === null || key === '') throw fault(403, 'api_key was not provided')
  const [row] = await cx.db
    .select()
    .from(open311Keys)
    .where(and(eq(open311Keys.keyHash, hashOfKey(key)), eq(open311Keys.districtId, cx.districtId)))
  if (row === undefined || !row.active) throw fault(403, 'api_key is not valid')
  if (!row[may]) throw fault(403, 'api_key may not do this')
  return row
}
/** What this endpoint calls itself: the district's code, or its name. */
export const jurisdictionOf = async (cx: Pick<Cx<null>, 'db' | 'districtId'>): Promise<string> => {
  const district = await placeById(cx.db, cx.districtId)
  return district?.code ?? district?.name ?? cx.districtId
}
/** One jurisdiction is served, so the argument is optional; another one is not found. @throws 404 */
export const checkJurisdiction = async (cx: Cx<null>, given: string | null): Promise<void> => {
  if (given === null || given.trim() === '') return
  if (given.trim() !== (await jurisdictionOf(cx)))
    throw fault(404, `jurisdiction_id ${given.slice(0, 60)} was not found`)
}
