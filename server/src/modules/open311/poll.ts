// Asks the endpoints that are on: new requests become cases, known ones tell their state, automatic ones are forwarded.
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { addToTimeline, intakeCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { placeAt, placeOfWords } from '../places/index.ts'
import {
  PeerFailure,
  remoteOfToken,
  remoteRequests,
  remoteStates,
  type PeerRow,
  type Reach,
  type RemoteRequest,
} from './client.ts'
import { SPAN_MS } from './get-requests.ts'
import { reachOf } from './manage-peers.ts'
import { open311Links, open311Peers, open311PeerServices } from './tables.ts'

const HOUR_MS = 3_600_000
const AT_ONCE = 100
type Mapping = typeof open311PeerServices.$inferSelect

const placeFor = async (cx: Cx<null>, peer: PeerRow, request: RemoteRequest): Promise<string> =>
  (request.position === null ? null : await placeAt(cx.db, cx.districtId, request.position)) ??
  (request.address === null
    ? null
    : await placeOfWords(cx.db, cx.districtId, request.address.replaceAll(/[，,]/g, ' '))) ??
  peer.placeId

/** Makes a case of a request, once: its number is claimed first. */
const takeIn = async (cx: Cx<null>, peer: PeerRow, request: RemoteRequest, mapping: Mapping): Promise<boolean> => {
  const [known] = await cx.db
    .select({ id: open311Links.id })
    .from(open311Links)
    .where(and(eq(open311Links.peerId, peer.id), eq(open311Links.remoteId, request.id)))
  if (known !== undefined) return false
  const row = await intakeCase(
    cx,
    {
      placeId: await placeFor(cx, peer, request),
      words: (request.description ?? `${peer.name} ${request.id}`).slice(0, 4000),
      categoryId: mapping.categoryId,
      photos: [],
      hideName: false,
      ...(request.position === null ? {} : { position: request.position }),
      ...(request.address === null ? {} : { placeNote: request.address.slice(0, 100) }),
    },
    { channel: 'openApi', reporterId: null, filedBy: null, behalf: null, organisationName: peer.name },
  )
  await cx.db.insert(open311Links).values({
    id: uuidv7(),
    districtId: cx.districtId,
    peerId: peer.id,
    caseId: row.id,
    direction: 'in',
    state: 'sent',
    remoteId: request.id,
    remoteStatus: request.status,
    madeAt: cx.now,
    sentAt: cx.now,
  })
  await addToTimeline(cx, row.id, {
    step: 'open311.imported',
    words: [`对方编号 ${request.id}`, request.mediaUrl].filter(Boolean).join('\n'),
    audience: 'internal',
    organisationName: peer.name,
  })
  return true
}
/** An hour of overlap: what is written there late is not missed, and what is known is passed over. */
const importNew = async (cx: Cx<null>, peer: PeerRow, reach: Reach, mappings: readonly Mapping[]): Promise<number> => {
  const earliest = cx.now.getTime() - SPAN_MS + HOUR_MS
  const since = new Date(Math.max(earliest, (peer.seenUntil ?? peer.madeAt).getTime() - HOUR_MS))
  let taken = 0
  for (const request of await remoteRequests(reach, since, cx.now)) {
    const mapping = mappings.find((one) => one.serviceCode === request.serviceCode)
    if (mapping !== undefined && request.status !== 'closed' && (await takeIn(cx, peer, request, mapping))) taken += 1
  }
  return taken
}
const resolveTokens = async (cx: Cx<null>, peer: PeerRow, reach: Reach): Promise<void> => {
  const waiting = await cx.db
    .select({ id: open311Links.id, token: open311Links.remoteToken })
    .from(open311Links)
    .where(and(eq(open311Links.peerId, peer.id), isNull(open311Links.remoteId), isNotNull(open311Links.remoteToken)))
    .limit(AT_ONCE)
  for (const link of waiting) {
    const remoteId = await remoteOfToken(reach, link.token!).catch((error: unknown) => {
      // A token is not resolved until the other side has made its request.
      if (error instanceof PeerFailure && !error.mayPass) return null
      throw error
    })
    if (remoteId !== null) await cx.db.update(open311Links).set({ remoteId }).where(eq(open311Links.id, link.id))
  }
}
/** What happened there to the cases we share and still work on. */
const readStates = async (cx: Cx<null>, peer: PeerRow, reach: Reach): Promise<void> => {
  const links = await cx.db
    .select()
    .from(open311Links)
    .where(
      and(
        eq(open311Links.peerId, peer.id),
        isNotNull(open311Links.remoteId),
        sql`${open311Links.remoteStatus} is distinct from 'closed'`,
      ),
    )
    .orderBy(sql`${open311Links.id} desc`)
    .limit(AT_ONCE)
  if (links.length === 0) return
  const states = await remoteStates(
    reach,
    links.map((link) => link.remoteId!),
  )
  for (const link of links) {
    const state = states.find((one) => one.id === link.remoteId)
    if (state === undefined || state.status === null || state.status === link.remoteStatus) continue
    await cx.db.update(open311Links).set({ remoteStatus: state.status }).where(eq(open311Links.id, link.id))
    await addToTimeline(cx, link.caseId, {
      step: 'open311.state',
      words: state.notes,
      audience: 'internal',
      organisationName: peer.name,
      data: { status: state.status },
    })
  }
}
/** Cases of automatic categories made since the endpoint was set up, that neither came from nor went anywhere. */
const forwardNew = async (cx: Cx<null>, peer: PeerRow, mappings: readonly Mapping[]): Promise<void> => {
  const categoryIds = mappings.filter((one) => one.automatic).map((one) => one.categoryId)
  if (!peer.forwards || categoryIds.length === 0) return
  const found = await cx.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.districtId, cx.districtId),
        inArray(cases.categoryId, categoryIds),
        sql`${cases.createdAt} > greatest(${peer.madeAt.toISOString()}::timestamptz, ${cx.now.toISOString()}::timestamptz - interval '7 days')`,
        sql`${cases.openness} <> 'withheld' and ${cases.state} not in ('withdrawn', 'rejected')`,
        sql`not exists (select 1 from open311_links l where l.case_id = ${cases.id})`,
        sql`not exists (select 1 from open311_requests r where r.case_id = ${cases.id})`,
      ),
    )
    .limit(AT_ONCE)
  for (const { id: caseId } of found) {
    const id = uuidv7()
    await cx.db
      .insert(open311Links)
      .values({
        id,
        districtId: cx.districtId,
        peerId: peer.id,
        caseId,
        direction: 'out',
        state: 'waiting',
        madeAt: cx.now,
      })
      .onConflictDoNothing()
    await cx.later('open311.push', { linkId: id })
  }
}
const pollPeer = async (cx: Cx<null>, sealing: Sealing, peer: PeerRow): Promise<void> => {
  const reach = reachOf(peer, sealing)
  const mappings = await cx.db.select().from(open311PeerServices).where(eq(open311PeerServices.peerId, peer.id))
  const note = (values: Partial<typeof open311Peers.$inferInsert>) =>
    cx.db
      .update(open311Peers)
      .set({ polledAt: cx.now, ...values })
      .where(eq(open311Peers.id, peer.id))
  await forwardNew(cx, peer, mappings)
  try {
    if (peer.imports) await importNew(cx, peer, reach, mappings)
    await resolveTokens(cx, peer, reach)
    await readStates(cx, peer, reach)
    await note({ seenUntil: cx.now, lastError: null })
  } catch (error) {
    // What was taken in before the failure stays; the next turn asks for the same span again.
    if (!(error instanceof PeerFailure)) throw error
    await note({ lastError: error.message })
  }
}
/** Job `open311.poll-peer`: one endpoint, never twice at once. */
export const pollOne = async (cx: Cx<null>, sealing: Sealing, peerId: string): Promise<void> => {
  const [peer] = await cx.db
    .select()
    .from(open311Peers)
    .where(and(eq(open311Peers.id, peerId), eq(open311Peers.active, true)))
    .for('update', { skipLocked: true })
  if (peer !== undefined) await pollPeer(cx, sealing, peer)
}
/** Job `open311.poll`: each endpoint in a job of its own, so that a slow one does not keep the others. */
export const pollAll = async (cx: Cx<null>): Promise<void> => {
  const peers = await cx.db
    .select({ id: open311Peers.id })
    .from(open311Peers)
    .where(and(eq(open311Peers.districtId, cx.districtId), eq(open311Peers.active, true)))
  for (const { id } of peers) await cx.later('open311.poll-peer', { peerId: id })
}
