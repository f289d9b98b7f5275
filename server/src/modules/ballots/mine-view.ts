// What a reader votes for in a decision: own parts, those of owners who gave a mandate, and the ballot cast for each.
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { personsByIds } from '../identity/index.ts'
import { openBallot, receiptOf } from './chain.ts'
import { deliveredKeys } from './deliveries.ts'
import { agreedOn, designationsOf } from './designations.ts'
import { voterKey } from './keys.ts'
import type { DecisionRow, MandateRow, OwnerRow } from './policy.ts'
import { decisionBallots, decisionOwners, decisionParts } from './tables.ts'

type View = OutOf<(typeof ballotsApi)['GET /api/decisions/:id']>
const partsOfKeys = async (cx: Cx, id: string, keys: readonly string[]) =>
  keys.length === 0
    ? []
    : cx.db
        .select({ label: decisionParts.label, area: decisionParts.area, key: decisionParts.ownerKey })
        .from(decisionParts)
        .where(and(eq(decisionParts.decisionId, id), inArray(decisionParts.ownerKey, [...keys])))
        .orderBy(asc(decisionParts.sort))
/** The last ballot that was cast in the reader's own name, or by the reader for another. */
const lastBallot = async (
  cx: Cx,
  sealing: Sealing,
  row: DecisionRow,
  key: string,
  voter: string,
): Promise<View['mine'][number]['ballot']> => {
  const rows = await cx.db
    .select()
    .from(decisionBallots)
    .where(and(eq(decisionBallots.decisionId, row.id), eq(decisionBallots.ownerKey, key)))
    .orderBy(desc(decisionBallots.receivedAt), desc(decisionBallots.seq))
    .limit(50)
  for (const one of rows) {
    const ballot = openBallot(sealing, one)
    if (ballot.voter !== voter || ballot.invalid !== null) continue
    const marks = Object.entries(ballot.marks).map(([itemId, mark]) => ({ itemId, mark }))
    return { at: ballot.receivedAt, channel: one.channel, receipt: receiptOf(one), marks }
  }
  return null
}
const alone = { together: [], differs: false, designated: null }
/** Those who own it with the reader, and whom they have named. */
const togetherOf = async (
  cx: Cx,
  id: string,
  owner: OwnerRow,
): Promise<Pick<View['mine'][number], 'together' | 'differs' | 'designated'>> => {
  if (owner.personIds.length < 2) return alone
  const people = await personsByIds(cx.db, owner.personIds)
  const named = await designationsOf(cx, id, owner.key)
  const agreed = agreedOn(owner, named)
  const mine = named.find((one) => one.byPerson === cx.actor.personId)?.personId
  return {
    together: owner.personIds.map((one) => ({
      id: one,
      name: people.get(one)?.name ?? '',
      isMe: one === cx.actor.personId,
      isMyChoice: one === mine,
    })),
    differs: owner.differsAt !== null,
    designated: agreed === null ? null : (people.get(agreed)?.name ?? ''),
  }
}
/** What a reader votes for: own parts, and those of owners who gave a mandate. */
export const mineOf = async (
  cx: Cx,
  sealing: Sealing,
  row: DecisionRow,
  owners: readonly OwnerRow[],
  mandates: readonly MandateRow[],
) => {
  const keys = [...owners.map((owner) => owner.key), ...mandates.map((one) => one.ownerKey)]
  const parts = await partsOfKeys(cx, row.id, keys)
  const delivered = await deliveredKeys(cx, row.id, keys)
  const people = await personsByIds(
    cx.db,
    mandates.map((one) => one.fromPerson),
  )
  const represented =
    mandates.length === 0
      ? []
      : await cx.db
          .select()
          .from(decisionOwners)
          .where(
            and(
              eq(decisionOwners.decisionId, row.id),
              inArray(
                decisionOwners.key,
                mandates.map((one) => one.ownerKey),
              ),
            ),
          )
  const show = async (owner: OwnerRow, mandate: MandateRow | null): Promise<View['mine'][number]> => ({
    key: owner.key,
    parts: parts.filter((part) => part.key === owner.key).map(({ label, area }) => ({ label, area })),
    area: owner.area,
    coOwners: owner.personIds.length,
    ...(mandate === null ? await togetherOf(cx, row.id, owner) : alone),
    deliveredOn: delivered.get(owner.key) ?? null,
    mandateId: mandate?.id ?? null,
    forName: mandate === null ? null : (people.get(mandate.fromPerson)?.name ?? ''),
    ballot: await lastBallot(cx, sealing, row, owner.key, voterKey(row.salt, mandate?.fromPerson ?? cx.actor.personId)),
  })
  const mine: View['mine'] = []
  for (const owner of owners) mine.push(await show(owner, null))
  for (const mandate of mandates) {
    const owner = represented.find((one) => one.key === mandate.ownerKey)
    // How the owner voted alone is not the proxy's business.
    if (owner !== undefined) {
      const shown = await show(owner, mandate)
      mine.push(shown.ballot !== null && shown.ballot.channel !== 'proxy' ? { ...shown, ballot: null } : shown)
    }
  }
  return mine
}
