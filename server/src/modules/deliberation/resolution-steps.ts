// What happens to a resolution after its meeting: it is sent to an owners' decision, or one more thing is to be done.
import { and, eq, sql } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { assertItems, writeItems } from './items.ts'
import { livingIn, runs, visibleResolutions, type ResolutionRow } from './policy.ts'
import { showResolution, type ResolutionView } from './resolutions.ts'
import { actionItems, resolutions, topics } from './tables.ts'

/** What other modules answer; joined in app.ts. */
export interface Wired {
  /** The place of an owners' decision the actor may see. @throws decision.not-found */
  readonly decisionAt: (cx: Cx, id: string) => Promise<string>
  /** Where residents reach the product; null: where this request came to. */
  readonly publicUrl: string | null
}
const lockToRun = async (cx: Cx, id: string): Promise<ResolutionRow> => {
  const [row] = await cx.db
    .select()
    .from(resolutions)
    .where(
      and(
        eq(resolutions.id, id),
        eq(resolutions.districtId, cx.districtId),
        visibleResolutions(cx, await livingIn(cx)),
      ),
    )
    .for('update')
  if (row === undefined) throw refuse('deliberation.resolution-not-found')
  if (!runs(cx.actor, row)) throw refuse('access.out-of-scope')
  return row
}
/** @throws decision.not-found, deliberation.not-sent, deliberation.decision-elsewhere */
export const sendTo = async (
  cx: Cx,
  id: string,
  decisionId: string,
  { decisionAt }: Wired,
): Promise<ResolutionView> => {
  const row = await lockToRun(cx, id)
  if (row.result !== 'sent' || row.ownersResult !== null) throw refuse('deliberation.not-sent')
  const placeId = await decisionAt(cx, decisionId)
  const around = [row.placeId, row.unitId, row.buildingId, row.estateId, row.communityId]
  if (!around.includes(placeId)) throw refuse('deliberation.decision-elsewhere')
  await cx.db.update(resolutions).set({ decisionId }).where(eq(resolutions.id, id))
  await cx.journal({
    action: 'resolution.sendTo',
    sentence: `把决议${row.title}交给业主共同决定`,
    thing: { kind: 'resolution', id },
    before: { decisionId: row.decisionId },
    after: { decisionId },
  })
  return showResolution(cx, id)
}
/** @throws deliberation.not-in-force and those of an item */
export const addItem = async (
  cx: Cx,
  id: string,
  item: ParsedBody<(typeof deliberationApi)['POST /api/deliberation/resolutions/:id/items']>,
): Promise<ResolutionView> => {
  const row = await lockToRun(cx, id)
  if ((row.ownersResult ?? row.result) !== 'adopted' || row.amendedBy !== null)
    throw refuse('deliberation.not-in-force')
  await assertItems(cx, row.meetingId, [item])
  const [topic] =
    row.topicId === null
      ? []
      : await cx.db.select({ caseId: topics.caseId }).from(topics).where(eq(topics.id, row.topicId))
  const [known] = await cx.db
    .select({ n: sql<number>`coalesce(max(${actionItems.sort}) + 1, 0)::int` })
    .from(actionItems)
    .where(eq(actionItems.resolutionId, id))
  await writeItems(cx, row, [item], { caseId: topic?.caseId ?? null, isLater: true, from: known!.n })
  await cx.journal({
    action: 'resolution.addItem',
    sentence: `给决议${row.title}加了一件要办的事`,
    thing: { kind: 'resolution', id },
    after: { what: item.what, ownerId: item.ownerId ?? null, dueOn: item.dueOn ?? null },
  })
  return showResolution(cx, id)
}
