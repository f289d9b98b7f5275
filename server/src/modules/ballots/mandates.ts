// Mandates: an owner lets somebody vote, for all items or some; capped, and revocable until the vote closes.
import { and, count, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { persons } from '../identity/tables.ts'
import { isTaking, itemsOf, lockDecision, ownersOf, type DecisionRow } from './policy.ts'
import { decisionMandates } from './tables.ts'

const checkTime = (cx: Cx, row: DecisionRow): void => {
  if (row.state !== 'noticed' && !isTaking(row, cx.now)) throw refuse('decision.not-open')
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
  checkTime(cx, row)
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
  if (proxy === undefined || proxy.id === cx.actor.personId)
    throw refuse('decision.proxy-person', { fields: [{ path: 'phone', message: '请核对号码' }] })
  const [held] = await cx.db
    .select({ n: count() })
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.decisionId, id),
        eq(decisionMandates.toPerson, proxy.id),
        isNull(decisionMandates.revokedAt),
      ),
    )
  if ((held?.n ?? 0) + owners.length > row.proxyCap) throw refuse('decision.proxy-cap')
  const rows = owners.map((owner) => ({
    id: uuidv7(),
    decisionId: id,
    ownerKey: owner.key,
    fromPerson: cx.actor.personId,
    toPerson: proxy.id,
    itemIds: [...new Set(input.itemIds)],
    at: cx.now,
  }))
  await orDuplicate(
    Promise.resolve(cx.db.insert(decisionMandates).values(rows)),
    'decision_mandates_once',
    'decision.mandate-exists',
  )
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
  checkTime(cx, row)
  await cx.db.update(decisionMandates).set({ revokedAt: cx.now }).where(eq(decisionMandates.id, mandateId))
  await cx.journal({
    action: 'decision.revoke',
    sentence: '撤销了委托',
    thing: { kind: 'decision', id },
    after: { mandate: mandateId },
  })
}
