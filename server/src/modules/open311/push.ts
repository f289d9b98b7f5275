// Sends a waiting case to the other endpoint: its words without names, phones and homes, its estate, its position.
import { and, eq } from 'drizzle-orm'
import { publicWords } from '../../../../rules/src/public-words.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { addToTimeline, type CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { personsByIds } from '../identity/index.ts'
import { placesByIds } from '../places/index.ts'
import { makeRemote, PeerFailure, type PeerRow } from './client.ts'
import { reachOf } from './manage-peers.ts'
import { open311Links, open311Peers, open311PeerServices } from './tables.ts'

const MOST_TRIES = 6
/** What leaves the house. The other side works on it, so it gets the words; it does not get people or doors. */
const fieldsOf = async (cx: Cx<null>, row: CaseRow, serviceCode: string): Promise<Record<string, string>> => {
  const people = await personsByIds(
    cx.db,
    [row.reporterId, row.filedBy].filter((id) => id !== null),
  )
  const names = [...[...people.values()].map((one) => one.name), ...(row.behalfName === null ? [] : [row.behalfName])]
  const ids = [row.buildingId, row.estateId, row.communityId].filter((id) => id !== null)
  const places = await placesByIds(cx.db, ids)
  const address = ids.map((id) => places.get(id)?.name ?? '').filter(Boolean)
  return {
    service_code: serviceCode,
    description: publicWords(row.words, names).slice(0, 4000),
    address_string: address.toReversed().join(' '),
    ...(row.lat === null || row.lon === null ? {} : { lat: String(row.lat), long: String(row.lon) }),
  }
}
const send = async (cx: Cx<null>, sealing: Sealing, linkId: string, row: CaseRow, peer: PeerRow) => {
  const [service] = await cx.db
    .select()
    .from(open311PeerServices)
    .where(and(eq(open311PeerServices.peerId, peer.id), eq(open311PeerServices.categoryId, row.categoryId)))
    .limit(1)
  if (service === undefined) throw new PeerFailure('no service for this category any more', false)
  return makeRemote(reachOf(peer, sealing), await fieldsOf(cx, row, service.serviceCode), linkId)
}
/**
 * Job `open311.push`. What may pass is tried again, each time later; a link is sent once: its row is locked, and the
 * other side gets its id as an idempotency key.
 */
export const pushLink = async (cx: Cx<null>, sealing: Sealing, linkId: string): Promise<void> => {
  const [found] = await cx.db
    .select({ link: open311Links, peer: open311Peers, row: cases })
    .from(open311Links)
    .innerJoin(open311Peers, eq(open311Peers.id, open311Links.peerId))
    .innerJoin(cases, eq(cases.id, open311Links.caseId))
    .where(and(eq(open311Links.id, linkId), eq(open311Links.state, 'waiting')))
    .for('update', { of: open311Links })
  if (found === undefined || !found.peer.active) return
  const { link, peer, row } = found
  const tries = link.tries + 1
  const set = (values: Partial<typeof open311Links.$inferInsert>) =>
    cx.db
      .update(open311Links)
      .set({ tries, ...values })
      .where(eq(open311Links.id, linkId))
  try {
    const { id, token } = await send(cx, sealing, linkId, row, peer)
    await set({
      state: 'sent',
      remoteId: id,
      remoteToken: token,
      remoteStatus: 'open',
      sentAt: cx.now,
      lastError: null,
    })
    await addToTimeline(cx, row.id, {
      step: 'open311.forwarded',
      words: id === null ? null : `对方编号 ${id}`,
      audience: 'internal',
      organisationName: peer.name,
    })
  } catch (error) {
    if (!(error instanceof PeerFailure)) throw error
    const isOver = !error.mayPass || tries >= MOST_TRIES
    await set({ state: isOver ? 'failed' : 'waiting', lastError: error.message })
    if (!isOver)
      await cx.later('open311.push', { linkId }, { startAfter: new Date(cx.now.getTime() + 2 ** tries * 30_000) })
    cx.live('case', row.id)
  }
}
