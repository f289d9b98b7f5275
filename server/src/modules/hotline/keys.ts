// Keys of the hotline's interface: shown once, hashed at rest, scoped to a place and to what they may do, limited.
import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { HotlineScope } from '../../../../contract/src/channels-kinds.ts'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { hotlineApi } from '../../../../contract/src/hotline.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse, refuseAfterCommit } from '../../platform/refuse.ts'
import { placeById, placedColumns, placedOf, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { hotlineKeys } from './tables.ts'

type View = OutOf<(typeof hotlineApi)['GET /api/hotline/keys']>[number]
type Key = typeof hotlineKeys.$inferSelect
const MOST_SHOWN = 100
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
const viewOf = (key: Key, place: { id: string; name: string }): View => ({
  id: key.id,
  name: key.name,
  place: { id: place.id, name: place.name },
  tail: key.tail,
  scopes: key.scopes,
  perMinute: key.perMinute,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  createdAt: key.createdAt.toISOString(),
  revokedAt: key.revokedAt?.toISOString() ?? null,
})
export const listKeys = async (cx: Cx): Promise<View[]> => {
  const rows = await cx.db
    .select({ key: hotlineKeys, place: { id: places.id, name: places.name } })
    .from(hotlineKeys)
    .innerJoin(places, eq(places.id, hotlineKeys.placeId))
    .where(and(eq(hotlineKeys.districtId, cx.districtId), visibleAt(cx.actor, 'hotline.exchange', placedColumns)))
    .orderBy(desc(hotlineKeys.id))
    .limit(MOST_SHOWN)
  return rows.map(({ key, place }) => viewOf(key, place))
}
/** @throws place.not-found, access.out-of-scope */
export const issueKey = async (
  cx: Cx,
  input: ParsedBody<(typeof hotlineApi)['POST /api/hotline/keys']>,
): Promise<View & { key: string }> => {
  const place = await placeById(cx.db, input.placeId)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'hotline.exchange', placedOf(place))) throw refuse('access.out-of-scope')
  const secret = `llh_${randomBytes(24).toString('base64url')}`
  const row: Key = {
    id: uuidv7(),
    districtId: cx.districtId,
    placeId: place.id,
    name: input.name,
    hash: hashOf(secret),
    tail: secret.slice(-4),
    scopes: [...new Set(input.scopes)],
    perMinute: input.perMinute,
    minute: null,
    usedInMinute: 0,
    lastUsedAt: null,
    createdBy: cx.actor.personId,
    createdAt: cx.now,
    revokedAt: null,
  }
  await cx.db.insert(hotlineKeys).values(row)
  await cx.journal({
    action: 'hotline.key-issue',
    sentence: `发放了热线接口密钥${input.name}`,
    thing: { kind: 'hotlineKey', id: row.id },
    after: { name: input.name, place: place.path, scopes: row.scopes, perMinute: row.perMinute },
  })
  return { ...viewOf(row, place), key: secret }
}
/** @throws hotline.key-not-found */
export const revokeKey = async (cx: Cx, id: string): Promise<View> => {
  const [row] = await cx.db
    .select()
    .from(hotlineKeys)
    .where(and(eq(hotlineKeys.id, id), eq(hotlineKeys.districtId, cx.districtId)))
    .for('update')
  const place = row === undefined ? null : await placeById(cx.db, row.placeId)
  if (row === undefined || place === null || !mayAt(cx.actor, 'hotline.exchange', placedOf(place)))
    throw refuse('hotline.key-not-found')
  const revoked = { ...row, revokedAt: row.revokedAt ?? cx.now }
  await cx.db.update(hotlineKeys).set({ revokedAt: revoked.revokedAt }).where(eq(hotlineKeys.id, id))
  await cx.journal({
    action: 'hotline.key-revoke',
    sentence: `作废了热线接口密钥${row.name}`,
    thing: { kind: 'hotlineKey', id },
  })
  return viewOf(revoked, place)
}
export interface Caller {
  readonly key: Key
  readonly place: PlaceRow
}
/** Who calls the interface, counted against the key's minute. @throws hotline.bad-key, hotline.key-scope, http.too-many */
export const callerOf = async (cx: Cx<Actor | null>, scope: HotlineScope): Promise<Caller> => {
  const { bearer } = cx.origin
  if (bearer === undefined) throw refuse('hotline.bad-key', { because: 'none' })
  const [key] = await cx.db
    .select()
    .from(hotlineKeys)
    .where(and(eq(hotlineKeys.hash, hashOf(bearer)), eq(hotlineKeys.districtId, cx.districtId)))
    .for('update')
  if (key === undefined || key.revokedAt !== null) throw refuse('hotline.bad-key')
  if (!key.scopes.includes(scope)) throw refuse('hotline.key-scope')
  const place = await placeById(cx.db, key.placeId)
  if (place === null) throw refuse('hotline.bad-key', { because: 'place' })
  const minute = new Date(Math.floor(cx.now.getTime() / 60_000) * 60_000)
  const used = key.minute?.getTime() === minute.getTime() ? key.usedInMinute + 1 : 1
  await cx.db
    .update(hotlineKeys)
    .set({ minute, usedInMinute: used, lastUsedAt: cx.now })
    .where(eq(hotlineKeys.id, key.id))
  if (used > key.perMinute) throw refuseAfterCommit('http.too-many', { because: `key ${key.tail}` })
  return { key, place }
}
