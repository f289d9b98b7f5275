// Mandates: an owner lets somebody vote, for all items or some; capped, and revocable until the vote closes.
import { and, count, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { personsByIds } from '../identity/index.ts'
import { persons } from '../identity/tables.ts'
import { tell } from '../notices/index.ts'
import { isTaking, itemsOf, lockDecision, ownersOf, type DecisionRow } from './policy.ts'
import { decisionMandates } from './tables.ts'

export const checkMandateTime = (cx: Cx, row: DecisionRow): void => {
  if (row.state !== 'noticed' && !isTaking(row, cx.now)) throw refuse('decision.not-open')
}
/** Within the cap, and the proxy is told. @throws decision.proxy-person, decision.proxy-cap, decision.mandate-exists */
export const writeMandates = async (
  cx: Cx,
  row: DecisionRow,
  given: {
    readonly keys: readonly string[]
    readonly from: string
    readonly to: string
    readonly itemIds: string[]
    readonly recordedBy: string | null
    readonly photos: string[]
  },
): Promise<void> => {
  const { keys, from, to, itemIds, recordedBy, photos } = given
  if (from === to) throw refuse('decision.proxy-person', { fields: [{ path: 'phone', message: '请核对号码' }] })
  const [held] = await cx.db
    .select({ n: count() })
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.decisionId, row.id),
        eq(decisionMandates.toPerson, to),
        isNull(decisionMandates.revokedAt),
      ),
    )
  if ((held?.n ?? 0) + keys.length > row.proxyCap) throw refuse('decision.proxy-cap')
  const rows = keys.map((ownerKey) => ({
    id: uuidv7(),
    decisionId: row.id,
    ownerKey,
    fromPerson: from,
    toPerson: to,
    itemIds,
    at: cx.now,
    recordedBy,
    photos,
  }))
  await orDuplicate(
    Promise.resolve(cx.db.insert(decisionMandates).values(rows)),
    'decision_mandates_once',
    'decision.mandate-exists',
  )
  await tell(cx, {
    event: 'decision.mandate',
    audience: 'person',
    personIds: [to],
    thing: { kind: 'decision', id: row.id },
    fields: { title: row.title, name: (await personsByIds(cx.db, [from])).get(from)?.name ?? '' },
  })
}
/** @throws decision.not-on-roll, decision.proxy-person, decision.proxy-cap, decision.mandate-exists, decision.items */
export const giveMandate = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  input: { readonly phone: string; readonly itemIds: readonly string[] },
): Promise<void> => {
  const row = await lockDecision(cx, id)
  const owners = await ownersOf(cx, id, cx.actor.personId)
  if (owners.length === 0) throw refuse('decision.not-on-roll')
  checkMandateTime(cx, row)
  const items = await itemsOf(cx, id)
  if (input.itemIds.some((one) => !items.some((item) => item.id === one))) throw refuse('decision.items')
  const [proxy] = await cx.db
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        eq(persons.districtId, cx.districtId),
        eq(persons.phoneHash, sealing.hash(input.phone, 'phone')),
        persons.active,
      ),
    )
  if (proxy === undefined) throw refuse('decision.proxy-person', { fields: [{ path: 'phone', message: '请核对号码' }] })
  await writeMandates(cx, row, {
    keys: owners.map((owner) => owner.key),
    from: cx.actor.personId,
    to: proxy.id,
    itemIds: [...new Set(input.itemIds)],
    recordedBy: null,
    photos: [],
  })
  await cx.journal({
    action: 'decision.mandate',
    sentence: '委托了别人投票',
    thing: { kind: 'decision', id },
    after: { to: proxy.id, items: input.itemIds.length },
  })
}
/** The ballot a proxy has cast stands until the owner votes; a later one is refused. @throws decision.mandate */
export const revokeMandate = async (cx: Cx, id: string, mandateId: string): Promise<void> => {
  const row = await lockDecision(cx, id)
  const [mandate] = await cx.db
    .select()
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.id, mandateId),
        eq(decisionMandates.decisionId, id),
        eq(decisionMandates.fromPerson, cx.actor.personId),
        isNull(decisionMandates.revokedAt),
      ),
    )
  if (mandate === undefined) throw refuse('decision.mandate')
  checkMandateTime(cx, row)
  await cx.db.update(decisionMandates).set({ revokedAt: cx.now }).where(eq(decisionMandates.id, mandateId))
  await cx.journal({
    action: 'decision.revoke',
    sentence: '撤销了委托',
    thing: { kind: 'decision', id },
    after: { mandate: mandateId },
  })
}
