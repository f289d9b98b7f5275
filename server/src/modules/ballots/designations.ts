// Co-owners who vote differently: each may name one of them; once all name the same, that one's ballots speak for all.
import { and, asc, eq, sql } from 'drizzle-orm'
import { differOnAny } from '../../../../rules/src/decision-count.ts'
import type { ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { attachFiles } from '../files/index.ts'
import { personsByIds } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import { appendBallots, ballotsOfOwner } from './chain.ts'
import { doorsOf } from './doors.ts'
import { voterKey } from './keys.ts'
import { findAs, isTaking, lockAs, lockDecision, type DecisionRow, type OwnerRow } from './policy.ts'
import { decisionDesignations, decisionOwners } from './tables.ts'

export type DesignationRow = typeof decisionDesignations.$inferSelect
/** Whom each co-owner of an owner named. */
export const designationsOf = (cx: Pick<Cx, 'db'>, decisionId: string, key: string): Promise<DesignationRow[]> =>
  cx.db
    .select()
    .from(decisionDesignations)
    .where(and(eq(decisionDesignations.decisionId, decisionId), eq(decisionDesignations.ownerKey, key)))
/** The one whom all co-owners named. */
export const agreedOn = (owner: Pick<OwnerRow, 'personIds'>, named: readonly DesignationRow[]): string | null => {
  const choices = owner.personIds.map((one) => named.find((row) => row.byPerson === one)?.personId ?? null)
  return choices.length > 1 && choices.every((one) => one === choices[0]) ? choices[0]! : null
}
/** Whether somebody speaks for all co-owners of an owner. */
export const isDesignated = async (
  cx: Pick<Cx, 'db'>,
  decisionId: string,
  owner: Pick<OwnerRow, 'key' | 'personIds'>,
  personId: string,
): Promise<boolean> =>
  owner.personIds.length > 1 && agreedOn(owner, await designationsOf(cx, decisionId, owner.key)) === personId
export const ownerOf = async (cx: Pick<Cx, 'db'>, decisionId: string, key: string): Promise<OwnerRow> => {
  const [owner] = await cx.db
    .select()
    .from(decisionOwners)
    .where(and(eq(decisionOwners.decisionId, decisionId), eq(decisionOwners.key, key)))
  if (owner === undefined) throw refuse('decision.not-on-roll')
  return owner
}
/** Names of co-owners for each of several owners; none for a single one. */
export const coOwnersOf = async (cx: Pick<Cx, 'db'>, all: readonly (readonly string[])[]) => {
  const people = await personsByIds(
    cx.db,
    all.filter((ids) => ids.length > 1).flatMap((ids) => ids),
  )
  return (ids: readonly string[]): { id: string; name: string }[] =>
    ids.length < 2 ? [] : ids.map((id) => ({ id, name: people.get(id)?.name ?? '' }))
}
/** After ballots of owners with several persons: notes whether they differ, and asks them to name one the first time. */
export const noteDiffering = async (
  cx: Cx,
  sealing: Sealing,
  row: DecisionRow,
  owners: readonly OwnerRow[],
): Promise<void> => {
  for (const owner of owners.filter((one) => one.personIds.length > 1)) {
    const differs = differOnAny(await ballotsOfOwner(cx, sealing, row.id, owner.key), row.rules)
    if (differs === (owner.differsAt !== null)) continue
    await cx.db
      .update(decisionOwners)
      .set({ differsAt: differs ? cx.now : null })
      .where(and(eq(decisionOwners.decisionId, row.id), eq(decisionOwners.key, owner.key)))
    if (differs)
      await tell(cx, {
        event: 'decision.designate',
        audience: 'person',
        personIds: owner.personIds,
        thing: { kind: 'decision', id: row.id },
        fields: { title: row.title, doors: await doorsOf(cx, row.id, owner.key) },
      })
  }
}
/** A designation that holds: the last ballot of the one who was named is entered again as speaking for all. */
const letSpeak = async (
  cx: Cx,
  sealing: Sealing,
  row: DecisionRow,
  owner: OwnerRow,
  personId: string,
): Promise<void> => {
  const voter = voterKey(row.salt, personId)
  const last = (await ballotsOfOwner(cx, sealing, row.id, owner.key))
    .filter((one) => one.voter === voter && one.invalid === null)
    .at(-1)
  if (last !== undefined)
    await appendBallots(cx, sealing, row, [
      {
        owner: owner.key,
        voter,
        channel: last.channel,
        marks: last.marks,
        designated: true,
        receivedAt: cx.now,
        byPerson: cx.actor.personId,
        scans: last.scans,
      },
    ])
  await noteDiffering(cx, sealing, row, [owner])
}
const write = async (
  cx: Cx,
  decisionId: string,
  key: string,
  byPersons: readonly string[],
  row: { personId: string; recordedBy: string | null; photos: string[] },
): Promise<void> => {
  for (const byPerson of byPersons) {
    const values = { decisionId, ownerKey: key, byPerson, at: cx.now, ...row }
    await cx.db
      .insert(decisionDesignations)
      .values(values)
      .onConflictDoUpdate({
        target: [decisionDesignations.decisionId, decisionDesignations.ownerKey, decisionDesignations.byPerson],
        set: values,
      })
  }
}
/** @throws decision.not-open, decision.not-on-roll, decision.designee */
export const designate = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  input: { readonly key: string; readonly personId: string },
): Promise<void> => {
  const row = await lockDecision(cx, id)
  const owner = await ownerOf(cx, id, input.key)
  if (!owner.personIds.includes(cx.actor.personId)) throw refuse('decision.not-on-roll')
  if (!isTaking(row, cx.now)) throw refuse('decision.not-open')
  if (!owner.personIds.includes(input.personId) || owner.personIds.length < 2) throw refuse('decision.designee')
  const before = agreedOn(owner, await designationsOf(cx, id, input.key))
  await write(cx, id, input.key, [cx.actor.personId], { personId: input.personId, recordedBy: null, photos: [] })
  await cx.journal({ action: 'decision.designate', sentence: '推选了共有人投票', thing: { kind: 'decision', id } })
  const agreed = agreedOn(owner, await designationsOf(cx, id, input.key))
  if (agreed !== null && agreed !== before) await letSpeak(cx, sealing, row, owner, agreed)
}
/** In writing: all co-owners have signed; the sheet is kept as a photo. */
export const designateOnPaper = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  input: {
    readonly key: string
    readonly personId: string
    readonly reason: string
    readonly photos: readonly string[]
  },
): Promise<{ done: true }> => {
  const row = await lockAs(cx, id, 'decision.count')
  const owner = await ownerOf(cx, id, input.key)
  if (!isTaking(row, cx.now)) throw refuse('decision.not-open')
  if (!owner.personIds.includes(input.personId) || owner.personIds.length < 2) throw refuse('decision.designee')
  await attachFiles(cx, input.photos, { kind: 'decisionPaper', id }, 'photo')
  await write(cx, id, input.key, owner.personIds, {
    personId: input.personId,
    recordedBy: cx.actor.personId,
    photos: [...input.photos],
  })
  await cx.journal({
    action: 'decision.designateOnPaper',
    sentence: '登记了共有人推选',
    thing: { kind: 'decision', id },
    after: { reason: input.reason },
  })
  await letSpeak(cx, sealing, row, owner, input.personId)
  return { done: true }
}
/** For those who count: who differs, never how. */
export const listDiffering = async (
  cx: Cx,
  id: string,
  query: ParsedQuery<(typeof ballotsApi)['GET /api/decisions/:id/differing']>,
) => {
  await findAs(cx, id, 'decision.count')
  const cursor = readCursor(query.after, 1)
  const rows = await cx.db
    .select()
    .from(decisionOwners)
    .where(
      and(
        eq(decisionOwners.decisionId, id),
        sql`${decisionOwners.differsAt} is not null`,
        cursor === null ? undefined : sql`${decisionOwners.sort} > ${Number(cursor[0])}`,
      ),
    )
    .orderBy(asc(decisionOwners.sort))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.sort])
  const named = await coOwnersOf(
    cx,
    page.rows.map((row) => row.personIds),
  )
  const shown = []
  for (const row of page.rows)
    shown.push({
      key: row.key,
      doors: await doorsOf(cx, id, row.key),
      people: named(row.personIds),
      since: row.differsAt!.toISOString(),
    })
  return { rows: shown, total: null, next: page.next }
}
