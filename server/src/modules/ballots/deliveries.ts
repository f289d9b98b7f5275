// That a ballot reached its owner: written down by the convener's side with a photo, or said by the owner; never followed.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { dayOf } from '../publicnotices/index.ts'
import { lockAs, lockDecision, ownersOf, takesDeliveries, type DecisionRow } from './policy.ts'
import { scansOf } from './scans.ts'
import { countsSilence } from './silence-words.ts'
import { decisionDeliveries, decisionOwners } from './tables.ts'

type NewDelivery = Pick<typeof decisionDeliveries.$inferInsert, 'how' | 'deliveredOn' | 'photos'> & {
  readonly acknowledgedBy: string | null
  readonly recordedBy: string | null
}
const AT_ONCE = 1000
/** @throws decision.silence-off, decision.not-open */
const checkTime = (cx: Cx, row: DecisionRow): void => {
  if (!countsSilence(row.rules)) throw refuse('decision.silence-off')
  if (!takesDeliveries(row, cx.now)) throw refuse('decision.not-open')
}
/** Which of these owners have a proof that stands. */
export const deliveredKeys = async (
  cx: Pick<Cx, 'db'>,
  id: string,
  keys: readonly string[],
): Promise<Map<string, string>> => {
  if (keys.length === 0) return new Map()
  const rows = await cx.db
    .select({ key: decisionDeliveries.ownerKey, on: decisionDeliveries.deliveredOn })
    .from(decisionDeliveries)
    .where(
      and(
        eq(decisionDeliveries.decisionId, id),
        inArray(decisionDeliveries.ownerKey, [...keys]),
        isNull(decisionDeliveries.takenBackAt),
      ),
    )
  return new Map(rows.map((row) => [row.key, row.on]))
}
const write = async (cx: Cx, id: string, keys: readonly string[], of: NewDelivery): Promise<void> => {
  for (let i = 0; i < keys.length; i += AT_ONCE)
    await cx.db
      .insert(decisionDeliveries)
      .values(
        keys.slice(i, i + AT_ONCE).map((ownerKey) => ({ id: uuidv7(), decisionId: id, ownerKey, at: cx.now, ...of })),
      )
}
type Recording = ParsedBody<(typeof ballotsApi)['POST /api/decisions/:id/deliveries']>
const unknownOwner = (path: string) => refuse('decision.owner-unknown', { fields: [{ path, message: '请从名单里选' }] })
/** The owners meant: each named one, or all of a building who lack proof. @throws decision.owner-unknown, decision.delivered-already */
const ownersMeant = async (cx: Cx, id: string, whom: Recording['whom']): Promise<string[]> => {
  if ('keys' in whom) {
    const keys = [...new Set(whom.keys)]
    const known = await cx.db
      .select({ key: decisionOwners.key })
      .from(decisionOwners)
      .where(and(eq(decisionOwners.decisionId, id), inArray(decisionOwners.key, keys)))
    if (known.length < keys.length) throw unknownOwner('whom')
    if (keys.length < whom.keys.length || (await deliveredKeys(cx, id, keys)).size > 0)
      throw refuse('decision.delivered-already')
    return keys
  }
  const rows = await cx.db
    .select({
      key: decisionOwners.key,
      isProven: sql<boolean>`exists (select 1 from decision_deliveries d where d.decision_id = ${id} and d.owner_key = decision_owners.key and d.taken_back_at is null)`,
    })
    .from(decisionOwners)
    .where(
      and(
        eq(decisionOwners.decisionId, id),
        sql`exists (select 1 from decision_parts p where p.decision_id = ${id} and p.owner_key = decision_owners.key and p.building = ${whom.building})`,
      ),
    )
    .orderBy(asc(decisionOwners.sort))
  const there = new Set(rows.map((row) => row.key))
  if (rows.length === 0 || whom.except.some((key) => !there.has(key))) throw unknownOwner('whom')
  const left = rows.filter((row) => !row.isProven && !whom.except.includes(row.key)).map((row) => row.key)
  if (left.length === 0) throw refuse('decision.delivered-already')
  return left
}
/**
 * One list, one photo, one transaction. @throws decision.silence-off, decision.not-open, decision.delivery-day,
 * decision.owner-unknown, decision.delivered-already, case.photo-not-yours
 */
export const recordDeliveries = async (cx: Cx, id: string, input: Recording): Promise<{ recorded: number }> => {
  const row = await lockAs(cx, id, 'decision.convene')
  checkTime(cx, row)
  if (input.on > dayOf(cx.now) || (row.noticePostedOn !== null && input.on < row.noticePostedOn))
    throw refuse('decision.delivery-day', { fields: [{ path: 'on', message: '不能早于公告，也不能晚于今天' }] })
  const keys = await ownersMeant(cx, id, input.whom)
  await attachFiles(cx, input.photos, { kind: 'decisionPaper', id }, 'photo')
  await write(cx, id, keys, {
    how: input.how,
    deliveredOn: input.on,
    photos: [...input.photos],
    acknowledgedBy: null,
    recordedBy: cx.actor.personId,
  })
  await cx.journal({
    action: 'decision.deliver',
    sentence: `登记了${keys.length}位业主的表决票送达`,
    thing: { kind: 'decision', id },
    after: {
      how: input.how,
      on: input.on,
      owners: keys.length,
      ...('building' in input.whom ? { building: input.whom.building } : { keys }),
      proofs: await scansOf(cx, input.photos),
    },
  })
  return { recorded: keys.length }
}
/** @throws decision.silence-off, decision.not-open, decision.delivery-gone */
export const takeDeliveryBack = async (
  cx: Cx,
  id: string,
  deliveryId: string,
  reason: string,
): Promise<{ done: true }> => {
  const row = await lockAs(cx, id, 'decision.convene')
  checkTime(cx, row)
  const [back] = await cx.db
    .update(decisionDeliveries)
    .set({ takenBackAt: cx.now, takenBackBy: cx.actor.personId, takenBackReason: reason })
    .where(
      and(
        eq(decisionDeliveries.id, deliveryId),
        eq(decisionDeliveries.decisionId, id),
        isNull(decisionDeliveries.takenBackAt),
      ),
    )
    .returning({ key: decisionDeliveries.ownerKey, how: decisionDeliveries.how })
  if (back === undefined) throw refuse('decision.delivery-gone')
  await cx.journal({
    action: 'decision.undeliver',
    sentence: '撤回了送达登记',
    thing: { kind: 'decision', id },
    before: back,
    after: { reason },
  })
  return { done: true }
}
/** The owner's own word, for every owner of the roll they are. @throws decision.not-on-roll, decision.delivered-already */
export const acknowledge = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockDecision(cx, id)
  const owners = await ownersOf(cx, id, cx.actor.personId)
  if (owners.length === 0) throw refuse('decision.not-on-roll')
  checkTime(cx, row)
  const keys = owners.map((owner) => owner.key)
  const proven = await deliveredKeys(cx, id, keys)
  const left = keys.filter((key) => !proven.has(key))
  if (left.length === 0) throw refuse('decision.delivered-already')
  await write(cx, id, left, {
    how: 'app',
    deliveredOn: dayOf(cx.now),
    photos: [],
    acknowledgedBy: cx.actor.personId,
    recordedBy: null,
  })
  await cx.journal({
    action: 'decision.acknowledge',
    sentence: '确认收到了表决票',
    thing: { kind: 'decision', id },
    after: { keys: left },
  })
}
