// Bodies a case can go to, the proposed one first, with how much each has in hand.
import { and, inArray, sql } from 'drizzle-orm'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { casePlace } from './case-place.ts'
import { readCase } from './load-case.ts'
import { handlersAt } from './propose-handler.ts'
import { isOpen } from './queue.ts'
import { cases } from './tables.ts'

export const listHandlers = async (cx: Cx, query: { caseId?: string | undefined; placeId?: string | undefined }) => {
  const row = query.caseId === undefined ? null : await readCase(cx, query.caseId)
  if (row === null && query.placeId === undefined) throw refuse('case.no-place')
  const placed = row ?? { ...(await casePlace(cx.db, cx.districtId, query.placeId!)), districtId: cx.districtId }
  if (!mayAt(cx.actor, 'case.dispatch', placed)) throw refuse('access.out-of-scope')
  const bodies = await handlersAt(cx.db, cx.districtId, placed)
  const counts =
    bodies.length === 0
      ? []
      : await cx.db
          .select({ id: cases.handlerId, n: sql<number>`count(*)::int` })
          .from(cases)
          .where(
            and(
              inArray(
                cases.handlerId,
                bodies.map((body) => body.id),
              ),
              isOpen,
            ),
          )
          .groupBy(cases.handlerId)
  const proposed = row?.proposedId ?? null
  return bodies
    .map((body) => ({
      id: body.id,
      name: body.name,
      kind: body.kind as string,
      openCases: counts.find((one) => one.id === body.id)?.n ?? 0,
      proposed: body.id === proposed,
    }))
    .toSorted((a, b) => Number(b.proposed) - Number(a.proposed))
}
