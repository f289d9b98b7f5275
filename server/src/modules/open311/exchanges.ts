// What came from and went to other endpoints; forwarding one case.
import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { open311Api } from '../../../../contract/src/open311.ts'
import { mayAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockCase, placedOfCase, readCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { findPeer } from './manage-peers.ts'
import { open311Links, open311Peers, open311PeerServices } from './tables.ts'

export type Exchange = OutOf<(typeof open311Api)['POST /api/open311/cases/:id/forward']>
const exchangesWhere = async (cx: Cx, where: SQL | undefined, limit: number): Promise<Exchange[]> => {
  const rows = await cx.db
    .select({ link: open311Links, peer: open311Peers.name, number: cases.number })
    .from(open311Links)
    .innerJoin(open311Peers, eq(open311Peers.id, open311Links.peerId))
    .innerJoin(cases, eq(cases.id, open311Links.caseId))
    .where(and(eq(open311Links.districtId, cx.districtId), where))
    .orderBy(desc(open311Links.id))
    .limit(limit)
  return rows.map(({ link, peer, number }) => ({
    id: link.id,
    peer: { id: link.peerId, name: peer },
    caseId: link.caseId,
    number: String(number),
    direction: link.direction,
    state: link.state,
    remoteId: link.remoteId,
    remoteStatus: link.remoteStatus,
    tries: link.tries,
    lastError: link.lastError,
    at: (link.sentAt ?? link.madeAt).toISOString(),
  }))
}
export const listExchanges = async (cx: Cx, query: { after?: string | undefined; limit: number }) => {
  const after = afterId(query.after)
  const found = await exchangesWhere(
    cx,
    after === null ? undefined : sql`${open311Links.id} < ${after}::uuid`,
    query.limit + 1,
  )
  const { rows, next } = pageOf(found, query.limit, (row) => [row.id])
  return { rows, total: null, next }
}
const peersFor = (cx: Cx, categoryId: string) =>
  cx.db
    .select({ id: open311Peers.id, name: open311Peers.name })
    .from(open311Peers)
    .innerJoin(open311PeerServices, eq(open311PeerServices.peerId, open311Peers.id))
    .where(
      and(
        eq(open311Peers.districtId, cx.districtId),
        eq(open311Peers.active, true),
        eq(open311Peers.forwards, true),
        eq(open311PeerServices.categoryId, categoryId),
      ),
    )
/** @throws case.not-found, access.out-of-scope */
export const exchangesOfCase = async (cx: Cx, caseId: string) => {
  const row = await readCase(cx, caseId)
  if (!mayAt(cx.actor, 'case.dispatch', placedOfCase(row))) throw refuse('access.out-of-scope')
  const exchanges = await exchangesWhere(cx, eq(open311Links.caseId, caseId), 20)
  const known = new Set(exchanges.map((one) => one.peer.id))
  const peers = (await peersFor(cx, row.categoryId)).filter((one) => !known.has(one.id))
  return { exchanges, peers: [...new Map(peers.map((one) => [one.id, one])).values()] }
}
/** Sent by a job after the commit. @throws case.not-found, access.out-of-scope, open311.* */
export const forwardCase = async (cx: Cx, caseId: string, peerId: string): Promise<Exchange> => {
  const row = await lockCase(cx, caseId)
  if (!mayAt(cx.actor, 'case.dispatch', placedOfCase(row))) throw refuse('access.out-of-scope')
  const peer = await findPeer(cx, peerId)
  if (!peer.active || !peer.forwards) throw refuse('open311.peer-off')
  if (!(await peersFor(cx, row.categoryId)).some((one) => one.id === peerId)) throw refuse('open311.no-service')
  const id = uuidv7()
  const written = await cx.db
    .insert(open311Links)
    .values({ id, districtId: cx.districtId, peerId, caseId, direction: 'out', state: 'waiting', madeAt: cx.now })
    .onConflictDoNothing()
  if (written.rowCount === 0) throw refuse('open311.forwarded-already')
  await cx.journal({
    action: 'open311.forward',
    sentence: `把诉求转给了${peer.name}`,
    thing: { kind: 'case', id: caseId },
    after: { peerId, linkId: id },
  })
  await cx.later('open311.push', { linkId: id })
  return (await exchangesWhere(cx, eq(open311Links.id, id), 1))[0]!
}
