// Other endpoints: off until somebody switches them on; their keys are sealed.
import { and, asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { open311Api } from '../../../../contract/src/open311.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { categories } from '../cases/tables.ts'
import { placeById, placedOf, placesByIds } from '../places/index.ts'
import { PeerFailure, remoteServices, type PeerRow, type Reach, type RemoteService } from './client.ts'
import { open311Peers, open311PeerServices } from './tables.ts'

type PeerView = OutOf<(typeof open311Api)['PUT /api/open311/peers/:id']>
type PeerInput = ParsedBody<(typeof open311Api)['PUT /api/open311/peers/:id']>

export const reachOf = (row: PeerRow, sealing: Sealing): Reach => ({
  url: row.url,
  jurisdiction: row.jurisdiction,
  key: row.keySealed === null ? null : sealing.open(row.keySealed),
})
export const listPeers = async (cx: Cx): Promise<PeerView[]> => {
  const rows = await cx.db
    .select()
    .from(open311Peers)
    .where(eq(open311Peers.districtId, cx.districtId))
    .orderBy(asc(open311Peers.madeAt))
  const services = await cx.db
    .select({ one: open311PeerServices })
    .from(open311PeerServices)
    .innerJoin(open311Peers, eq(open311Peers.id, open311PeerServices.peerId))
    .where(eq(open311Peers.districtId, cx.districtId))
    .orderBy(asc(open311PeerServices.serviceCode))
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    jurisdiction: row.jurisdiction,
    placeId: row.placeId,
    place: { id: row.placeId, name: places.get(row.placeId)?.name ?? '' },
    imports: row.imports,
    forwards: row.forwards,
    active: row.active,
    hasKey: row.keySealed !== null,
    polledAt: row.polledAt?.toISOString() ?? null,
    lastError: row.lastError,
    services: services
      .filter(({ one }) => one.peerId === row.id)
      .map(({ one }) => ({ serviceCode: one.serviceCode, categoryId: one.categoryId, automatic: one.automatic })),
  }))
}
/** @throws open311.not-found */
export const findPeer = async (cx: Pick<Cx, 'db' | 'districtId'>, id: string): Promise<PeerRow> => {
  const [row] = await cx.db
    .select()
    .from(open311Peers)
    .where(and(eq(open311Peers.id, id), eq(open311Peers.districtId, cx.districtId)))
  if (row === undefined) throw refuse('open311.not-found')
  return row
}
const checkPeer = async (cx: Cx, input: PeerInput): Promise<void> => {
  const place = await placeById(cx.db, input.placeId)
  // What is imported and not found lies there: it must be a place a case can lie at.
  if (place === null || place.districtId !== cx.districtId || place.communityId === null)
    throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'open311.manage', placedOf(place))) throw refuse('access.out-of-scope')
  const known = await cx.db
    .select({ id: categories.id })
    .from(categories)
    .where(eq(categories.districtId, cx.districtId))
  const ids = new Set(known.map((one) => one.id))
  if (input.services.some((one) => !ids.has(one.categoryId))) throw refuse('category.not-found')
  if (new Set(input.services.map((one) => one.serviceCode)).size !== input.services.length)
    throw refuse('open311.choices')
}
const writeServices = async (cx: Cx, peerId: string, services: PeerInput['services']): Promise<void> => {
  await cx.db.delete(open311PeerServices).where(eq(open311PeerServices.peerId, peerId))
  if (services.length > 0) await cx.db.insert(open311PeerServices).values(services.map((one) => ({ peerId, ...one })))
}
const keyOf = (input: PeerInput, sealing: Sealing, before: string | null): string | null =>
  input.key === undefined ? before : input.key === '' ? null : sealing.seal(input.key)
const told = (input: PeerInput) => {
  const { name, url, imports, forwards, active, services } = input
  return { name, url, imports, forwards, active, services: services.length }
}

/** @throws place.not-found, category.not-found, open311.choices, access.out-of-scope */
export const addPeer = async (cx: Cx, sealing: Sealing, input: PeerInput): Promise<PeerView> => {
  await checkPeer(cx, input)
  const id = uuidv7()
  const { key: _, services, ...fields } = input
  await cx.db.insert(open311Peers).values({
    ...fields,
    id,
    districtId: cx.districtId,
    keySealed: keyOf(input, sealing, null),
    madeBy: cx.actor.personId,
    madeAt: cx.now,
  })
  await writeServices(cx, id, services)
  await cx.journal({
    action: 'open311.peer',
    sentence: `添加了对接系统：${input.name}`,
    thing: { kind: 'open311Peer', id },
    after: told(input),
  })
  return (await listPeers(cx)).find((one) => one.id === id)!
}
/** @throws open311.not-found and as adding */
export const changePeer = async (cx: Cx, sealing: Sealing, id: string, input: PeerInput): Promise<PeerView> => {
  const before = await findPeer(cx, id)
  await checkPeer(cx, input)
  const { key: _, services, ...fields } = input
  await cx.db
    .update(open311Peers)
    .set({ ...fields, keySealed: keyOf(input, sealing, before.keySealed), lastError: null })
    .where(eq(open311Peers.id, id))
  await writeServices(cx, id, services)
  await cx.journal({
    action: 'open311.peer',
    sentence: `修改了对接系统：${input.name}`,
    thing: { kind: 'open311Peer', id },
    before: { active: before.active, imports: before.imports, forwards: before.forwards, url: before.url },
    after: told(input),
  })
  return (await listPeers(cx)).find((one) => one.id === id)!
}
/** Asked only of an endpoint that is on. @throws open311.not-found, open311.peer-off, open311.peer-silent */
export const askServices = async (cx: Cx, sealing: Sealing, id: string): Promise<RemoteService[]> => {
  const peer = await findPeer(cx, id)
  if (!peer.active) throw refuse('open311.peer-off')
  return remoteServices(reachOf(peer, sealing)).catch((error: unknown) => {
    throw error instanceof PeerFailure ? refuse('open311.peer-silent', { because: error.message }) : error
  })
}
