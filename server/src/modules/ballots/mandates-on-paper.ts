// Mandates as those who count see them: the list with each proxy's load, one recorded from a written one, one taken back.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { attachFiles } from '../files/index.ts'
import { personsByIds, registerPerson } from '../identity/index.ts'
import { ownerOf } from './designations.ts'
import { doorsIn } from './doors.ts'
import { checkMandateTime, writeMandates } from './mandates.ts'
import { findAs, lockAs } from './policy.ts'
import { decisionMandates } from './tables.ts'

export const listMandates = async (
  cx: Cx,
  id: string,
  query: ParsedQuery<(typeof ballotsApi)['GET /api/decisions/:id/mandates']>,
) => {
  await findAs(cx, id, 'decision.count')
  const after = afterId(query.after)
  const rows = await cx.db
    .select({
      mandate: decisionMandates,
      doors: doorsIn(id, sql`decision_mandates.owner_key`, 5),
      held: sql<number>`(select count(*)::int from decision_mandates m where m.decision_id = ${id} and m.to_person = decision_mandates.to_person and m.revoked_at is null)`,
    })
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.decisionId, id),
        after === null ? undefined : sql`${decisionMandates.id} > ${after}::uuid`,
      ),
    )
    .orderBy(asc(decisionMandates.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.mandate.id])
  const people = await personsByIds(
    cx.db,
    page.rows.flatMap(({ mandate }) => [mandate.fromPerson, mandate.toPerson]),
  )
  return {
    rows: page.rows.map(({ mandate, doors, held }) => ({
      id: mandate.id,
      doors: doors ?? '',
      fromName: people.get(mandate.fromPerson)?.name ?? '',
      toName: people.get(mandate.toPerson)?.name ?? '',
      held,
      onPaper: mandate.recordedBy !== null,
      at: mandate.at.toISOString(),
      revokedAt: mandate.revokedAt?.toISOString() ?? null,
    })),
    total: null,
    next: page.next,
  }
}
/** @throws decision.not-open, decision.not-on-roll, decision.proxy-cap, decision.proxy-person, decision.mandate-exists */
export const recordMandate = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  input: { readonly key: string; readonly name: string; readonly phone: string; readonly photos: readonly string[] },
): Promise<{ done: true }> => {
  const row = await lockAs(cx, id, 'decision.count')
  const owner = await ownerOf(cx, id, input.key)
  // The developer is no person who could give one.
  const [from] = owner.personIds.toSorted()
  if (from === undefined) throw refuse('decision.not-on-roll')
  checkMandateTime(cx, row)
  const proxy = await registerPerson(cx, sealing, { name: input.name, phone: input.phone })
  await attachFiles(cx, input.photos, { kind: 'decisionPaper', id }, 'photo')
  await writeMandates(cx, row, {
    keys: [owner.key],
    from,
    to: proxy.id,
    itemIds: [],
    recordedBy: cx.actor.personId,
    photos: [...input.photos],
  })
  await cx.journal({
    action: 'decision.mandateOnPaper',
    sentence: '登记了书面委托',
    thing: { kind: 'decision', id },
    after: { from, to: proxy.id },
  })
  return { done: true }
}
/** @throws decision.mandate, decision.not-open */
export const withdrawMandate = async (
  cx: Cx,
  id: string,
  mandateId: string,
  reason: string,
): Promise<{ done: true }> => {
  const row = await lockAs(cx, id, 'decision.count')
  checkMandateTime(cx, row)
  const written = await cx.db
    .update(decisionMandates)
    .set({ revokedAt: cx.now })
    .where(
      and(eq(decisionMandates.id, mandateId), eq(decisionMandates.decisionId, id), isNull(decisionMandates.revokedAt)),
    )
  if (written.rowCount !== 1) throw refuse('decision.mandate')
  await cx.journal({
    action: 'decision.withdrawMandate',
    sentence: '按书面要求撤销了委托',
    thing: { kind: 'decision', id },
    after: { mandate: mandateId, reason },
  })
  return { done: true }
}
