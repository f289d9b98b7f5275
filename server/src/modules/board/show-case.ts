// One case of the board: its states by day, and whether this reader follows it; its released photos.
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import type { Storage } from '../../platform/storage.ts'
import { refuse, Refused } from '../../platform/refuse.ts'
import { dayOf, isFollowing, standsIn } from '../cases/index.ts'
import { caseEvents } from '../cases/tables.ts'
import { releasedPhoto } from '../redaction/index.ts'
import { boardFaces, shownCase } from './shown.ts'

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
/** A released photo, while its case is public. @throws file.not-found */
export const publicPhoto = async (
  cx: AnyCx,
  storage: Storage,
  releaseId: string,
  small: boolean,
): Promise<Download> => {
  const { caseId, download } = await releasedPhoto(cx, storage, releaseId, small)
  await shownCase(cx, caseId).catch((error: unknown) => {
    throw error instanceof Refused ? refuse('file.not-found') : error
  })
  return download
}
