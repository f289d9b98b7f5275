// What those who were present ask to be put right in the minutes, and the answers to it.
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { findMeeting, lockToRun, showMeeting, type MeetingView } from './meeting-view.ts'
import { corrections } from './tables.ts'

const thing = (id: string) => ({ kind: 'deliberationMeeting', id }) as const
/** @throws deliberation.not-present */
export const askCorrection = async (cx: Cx, id: string, said: string): Promise<MeetingView> => {
  const { row, me } = await findMeeting(cx, id, true)
  if (me === null || me.cameAt === null) throw refuse('deliberation.not-present')
  if (row.state !== 'circulated') throw refuse('lifecycle.wrong-state')
  await cx.db.insert(corrections).values({ id: uuidv7(), meetingId: id, byId: me.id, words: said, at: cx.now })
  await cx.journal({ action: 'deliberation.correct', sentence: '对纪要提了更正意见', thing: thing(id) })
  return showMeeting(cx, id)
}
/** @throws deliberation.meeting-not-found */
export const answerCorrection = async (
  cx: Cx,
  id: string,
  correctionId: string,
  input: ParsedBody<(typeof deliberationApi)['POST /api/deliberation/meetings/:id/corrections/:thingId']>,
): Promise<MeetingView> => {
  const { row } = await lockToRun(cx, id)
  if (row.state !== 'circulated' && row.state !== 'drafting') throw refuse('lifecycle.wrong-state')
  const answered = await cx.db
    .update(corrections)
    .set({ ...input, answeredAt: cx.now })
    .where(and(eq(corrections.id, correctionId), eq(corrections.meetingId, id)))
  if (answered.rowCount === 0) throw refuse('deliberation.meeting-not-found')
  await cx.journal({
    action: 'deliberation.answerCorrection',
    sentence: input.accepted ? '采纳了更正意见' : '没有采纳更正意见',
    thing: thing(id),
    after: input,
  })
  return showMeeting(cx, id)
}
