// Takes a code out of use, and puts a new one on the same door.
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { makeCode } from './signing.ts'
import { doorcodes } from './tables.ts'
import { viewOf, type DoorcodeView } from './view.ts'

type Code = typeof doorcodes.$inferSelect

/** The code, locked, and its place. @throws doorcode.not-found, access.out-of-scope */
const lockCode = async (cx: Cx, id: string): Promise<{ code: Code; place: PlaceRow }> => {
  const [code] = await cx.db
    .select()
    .from(doorcodes)
    .where(and(eq(doorcodes.id, id), eq(doorcodes.districtId, cx.districtId)))
    .for('update')
  const place = code === undefined ? null : await placeById(cx.db, code.placeId)
  if (code === undefined || place === null) throw refuse('doorcode.not-found')
  if (!mayAt(cx.actor, 'doorcode.issue', placedOf(place))) throw refuse('access.out-of-scope')
  return { code, place }
}
/** @throws doorcode.revoked when it is out of use already */
const takeOutOfUse = async (cx: Cx, code: Code, reason: string): Promise<Code> => {
  if (code.revokedAt !== null) throw refuse('doorcode.revoked')
  const revoked = { revokedAt: cx.now, revokedBy: cx.actor.personId, revokedReason: reason }
  await cx.db.update(doorcodes).set(revoked).where(eq(doorcodes.id, code.id))
  return { ...code, ...revoked }
}

/** From now on whoever scans it is told that it is no longer in use. */
export const revokeCode = async (cx: Cx, id: string, reason: string): Promise<DoorcodeView> => {
  const { code, place } = await lockCode(cx, id)
  const revoked = await takeOutOfUse(cx, code, reason)
  await cx.journal({
    action: 'doorcode.revoke',
    sentence: `作废了门牌码：${code.label}`,
    thing: { kind: 'doorcode', id },
    before: { revoked: false },
    after: { revoked: true, reason },
  })
  return viewOf(revoked, place)
}

/** Revokes it and gives the same door a new one; the new code is returned. */
export const reissueCode = async (cx: Cx, sealing: Sealing, id: string, reason: string): Promise<DoorcodeView> => {
  const { code, place } = await lockCode(cx, id)
  await takeOutOfUse(cx, code, reason)
  const made: Code = {
    id: uuidv7(),
    districtId: cx.districtId,
    code: makeCode(sealing),
    kind: code.kind,
    label: code.label,
    placeId: code.placeId,
    issuedAt: cx.now,
    issuedBy: cx.actor.personId,
    revokedAt: null,
    revokedBy: null,
    revokedReason: null,
    scans: 0,
  }
  await cx.db.insert(doorcodes).values(made)
  await cx.journal({
    action: 'doorcode.reissue',
    sentence: `换发了门牌码：${code.label}`,
    thing: { kind: 'doorcode', id },
    before: { revoked: false },
    after: { revoked: true, reason, replacedBy: made.id },
  })
  return viewOf(made, place)
}
