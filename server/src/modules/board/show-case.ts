// One case of the board: its states by day, and whether this reader follows it.
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { dayOf, isFollowing, standsIn } from '../cases/index.ts'
import { caseEvents } from '../cases/tables.ts'
import { boardFaces } from './faces.ts'
import { shownCase } from './shown.ts'

type AnyCx = Cx<Actor | null>
/** A duplicate is shown as the case it was merged into. @throws board.not-public */
export const showCase = async (cx: AnyCx, asked: string) => {
  const id = await standsIn(cx, asked)
  const row = await shownCase(cx, id)
  const [[face], events, following] = await Promise.all([
    boardFaces(cx, [row]),
    cx.db
      .select({ at: caseEvents.at, state: caseEvents.toState })
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, id), eq(caseEvents.audience, 'public'), isNotNull(caseEvents.toState)))
      .orderBy(asc(caseEvents.at), asc(caseEvents.id)),
    cx.actor === null ? false : isFollowing(cx as Cx, id),
  ])
  return {
    ...face!,
    steps: events.map((event) => ({ on: dayOf(event.at), state: event.state! })),
    following,
    mayFollow: cx.actor !== null && cx.actor.personId !== row.reporterId,
  }
}
