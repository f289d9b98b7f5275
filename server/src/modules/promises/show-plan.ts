// What a case shows of its plan, of what was promised on it, and of its hand-over; and what may be done.
import { asc, eq, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { promisesApi } from '../../../../contract/src/promises.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { isHandler, readCase, seesByPlace, type CaseRow } from '../cases/index.ts'
import { organisationById } from '../organisations/index.ts'
import { handOverOf, isOpen, planOf, works } from './planned-case.ts'
import { promises } from './tables.ts'
import { viewPromises } from './views.ts'

export type Plan = OutOf<(typeof promisesApi)['GET /api/cases/:id/plan']>

/** Of a case already read. */
export const viewPlan = async (cx: Cx, row: CaseRow): Promise<Plan> => {
  const [plan, handOver, made] = [
    await planOf(cx, row.id),
    await handOverOf(cx, row.id),
    await cx.db
      .select()
      .from(promises)
      .where(eq(promises.caseId, row.id))
      .orderBy(sql`(${promises.thingKind} = 'plan') desc`, asc(promises.sort), asc(promises.dueOn), asc(promises.id))
      .limit(200),
  ]
  const staff = seesByPlace(cx.actor, row) || isHandler(cx.actor, row)
  const body = handOver?.bodyId ? await organisationById(cx.db, handOver.bodyId) : null
  const may: Plan['may'] = []
  const dispatches = mayAt(cx.actor, 'case.dispatch', row)
  if (works(cx, row) && isOpen(row)) may.push(plan?.state === 'active' ? 'addStep' : 'plan', 'promise')
  if (dispatches && plan?.state === 'active') may.push('dropPlan')
  if (dispatches && handOver?.state === 'waiting') may.push('returnHandOver')
  else if (dispatches && isOpen(row)) may.push('handOver')
  return {
    plan:
      plan === undefined
        ? null
        : {
            id: plan.id,
            aim: plan.aim,
            state: plan.state,
            madeAt: plan.madeAt.toISOString(),
            endedWords: plan.endedWords,
          },
    promises: await viewPromises(
      cx,
      made.filter((one) => staff || one.public),
    ),
    handOver:
      handOver === undefined
        ? null
        : {
            id: handOver.id,
            state: handOver.state,
            reason: handOver.reason,
            body: body === null ? null : { id: body.id, name: body.name },
            outcome: handOver.outcome,
            handedAt: handOver.handedAt.toISOString(),
            returnedAt: handOver.returnedAt?.toISOString() ?? null,
          },
    may,
  }
}
export const showPlan = async (cx: Cx, id: string): Promise<Plan> => viewPlan(cx, await readCase(cx, id))
