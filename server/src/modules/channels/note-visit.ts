// At the door: what happened, which needs, and a need that becomes a case.
import { and, eq, sql } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import { knockStates } from '../../../../contract/src/channels-kinds.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { saidAt } from '../../platform/said-at.ts'
import { intakeCase } from '../cases/index.ts'
import { visitsWhere, visitView, worksAt, type VisitView } from './knock-lists.ts'
import { bodyName, briefOf, type CaseBrief } from './place-of.ts'
import { knockLists, knockVisits } from './tables.ts'

type Outcome = ParsedBody<(typeof channelsApi)['POST /api/channels/visits/:id/outcome']>
type Need = ParsedBody<(typeof channelsApi)['POST /api/channels/visits/:id/cases']>

/** A door of mine, or of my area, of an open list. @throws knock.visit-not-found, knock.closed */
const lockVisit = async (cx: Cx, id: string) => {
  const [found] = await cx.db
    .select({ visit: knockVisits, list: knockLists })
    .from(knockVisits)
    .innerJoin(knockLists, eq(knockLists.id, knockVisits.listId))
    .where(and(eq(knockVisits.id, id), eq(knockVisits.districtId, cx.districtId)))
    .for('update', { of: knockVisits })
  if (found === undefined || (found.visit.assignedTo !== cx.actor.personId && !worksAt(cx, found.list)))
    throw refuse('knock.visit-not-found')
  if (found.list.closedAt !== null) throw refuse('knock.closed')
  return found
}
const show = async (cx: Cx, id: string): Promise<VisitView> =>
  visitView(cx, (await visitsWhere(cx, eq(knockVisits.id, id)))[0]!)

/** From a phone without a signal it may come late: the moment at the door counts, and an older one changes nothing. */
export const noteVisit = async (cx: Cx, id: string, input: Outcome): Promise<VisitView> => {
  const { visit, list } = await lockVisit(cx, id)
  const at = saidAt(cx, input.at, list.createdAt)
  const isNews = visit.visitedAt === null || at >= visit.visitedAt
  await cx.db
    .update(knockVisits)
    .set({
      tries: sql`${knockVisits.tries} + ${input.state === 'notYet' ? 0 : 1}`,
      ...(isNews
        ? {
            state: input.state,
            revisit: input.revisit,
            needs: [...new Set(input.needs)],
            visitedAt: input.state === 'notYet' ? null : at,
            visitedBy: input.state === 'notYet' ? null : cx.actor.personId,
          }
        : {}),
    })
    .where(eq(knockVisits.id, id))
  await cx.journal({
    action: 'knock.note',
    sentence: `记录走访：${knockStates[input.state].zh}`,
    thing: { kind: 'knockVisit', id },
    after: { state: input.state, revisit: input.revisit, needs: input.needs },
  })
  return show(cx, id)
}
/** @throws knock.visit-not-found, knock.closed */
export const caseFromVisit = async (cx: Cx, id: string, input: Need): Promise<CaseBrief> => {
  const { visit } = await lockVisit(cx, id)
  const made = await intakeCase(
    cx,
    {
      placeId: visit.homeId,
      words: input.words,
      photos: [],
      hideName: false,
      ...(input.kind === undefined ? {} : { kind: input.kind }),
    },
    {
      channel: 'doorKnock',
      reporterId: null,
      filedBy: cx.actor.personId,
      behalf: null,
      organisationName: bodyName(cx),
    },
  )
  const needs = input.need === undefined ? visit.needs : [...new Set([...visit.needs, input.need])]
  await cx.db
    .update(knockVisits)
    .set({ cases: visit.cases + 1, needs })
    .where(eq(knockVisits.id, id))
  await cx.journal({
    action: 'knock.case',
    sentence: '把走访中的需求登记成了诉求',
    thing: { kind: 'knockVisit', id },
    after: { caseId: made.id },
  })
  return briefOf(made)
}
