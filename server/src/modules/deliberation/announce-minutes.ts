// What a meeting decided, put up as a public notice at its place the day its minutes are published.
import { asc, eq } from 'drizzle-orm'
import { resolutionResults } from '../../../../contract/src/deliberation-life.ts'
import { heldAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { announce } from '../publicnotices/index.ts'
import type { MeetingRow } from './policy.ts'
import { resolutions } from './tables.ts'

const DAYS = 5
const MOST_WORDS = 8000
export const announceMinutes = async (cx: Cx, row: MeetingRow): Promise<void> => {
  const decided = await cx.db
    .select()
    .from(resolutions)
    .where(eq(resolutions.meetingId, row.id))
    .orderBy(asc(resolutions.id))
  const words = [
    decided.length === 0 ? '这次会议没有作出决议，记录已经公布。' : '这次会议的决议如下，记录已经公布。',
    ...decided.map((one, i) => `${i + 1}. ${one.title}（${resolutionResults[one.result].zh}）：${one.words}`),
  ].join('\n')
  await announce(
    cx,
    row.placeId,
    { title: `议事结果：${row.title}`, words: words.slice(0, MOST_WORDS), days: DAYS },
    {
      postedBy: heldAt(cx.actor, 'deliberation.run', row)?.organisationName ?? cx.actor.held[0]?.organisationName ?? '',
      thing: { kind: 'deliberationMeeting', id: row.id },
    },
  )
}
