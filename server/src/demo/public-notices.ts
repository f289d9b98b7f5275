// The demo's public notices: one that hangs with a comment answered, one for everybody, one in the archive, one draft.
import { sql } from 'drizzle-orm'
import { keepDraft } from '../modules/publicnotices/drafts.ts'
import { postNotice } from '../modules/publicnotices/post-notice.ts'
import { answerComment, comment, writeOutcome } from '../modules/publicnotices/thread.ts'
import type { Actor } from '../platform/cx.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, photoOf, type Stage } from './stage.ts'

const DAY_MS = 86_400_000
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
interface What {
  readonly title: string
  readonly words: string
  readonly days: number
  readonly audience: 'homes' | 'public'
  readonly postedWhere: string
}
/** Plays them through the same commands as everybody; nobody is told of the past. */
export const playPublicNotices = async (stage: Stage, now: Date): Promise<void> => {
  const secretary = await actorBy(stage, 'secretary')
  const resident = await actorBy(stage, 'resident')
  const { rows } = await stage.db.execute<{ id: string }>(
    sql`select id from places where kind = 'estate' and name = ${demoHome.estate} limit 1`,
  )
  const placeId = rows[0]!.id
  const at = (who: Actor, daysAgo: number) => cxAt(stage, who, new Date(now.getTime() - daysAgo * DAY_MS))
  const post = async (daysAgo: number, what: What) => {
    const cx = at(secretary, daysAgo)
    const photos = [await photoOf(stage, secretary, cx.now)]
    return postNotice(cx, { ...what, placeId, postedOn: dayOf(cx.now), photos, draftId: null })
  }
  const discuss = async (id: string, daysAgo: number, said: string, answer: string) => {
    const { thread } = await comment(at(resident, daysAgo), id, said)
    await answerComment(at(secretary, daysAgo - 1), id, thread.at(-1)!.id, answer)
  }
  const parking = await post(60, {
    title: '地面停车位重新划线',
    words: '地面车位线已经看不清，拟重新划线，共一百二十个车位，费用从公共收益支出。',
    days: 7,
    audience: 'homes',
    postedWhere: '南门公告栏、各单元门口',
  })
  await discuss(parking.id, 57, '请留出消防通道', '已经留出，图纸贴在南门。')
  await writeOutcome(at(secretary, 45), parking.id, '收到一条意见，已采纳：消防通道划黄线。划线已经完工。')
  const lamps = await post(3, {
    title: '拟更换楼道灯',
    words: '楼道灯老化，夜里看不清。拟换成声控灯，一共四十八盏，费用从公共收益支出，业主不另外出钱。',
    days: 10,
    audience: 'homes',
    postedWhere: '各单元门口',
  })
  await discuss(lamps.id, 2, '请用暖光，不要太刺眼', '采用暖光，先装一层给大家看。')
  await post(2, {
    title: '小区南门道路施工',
    words: '南门外道路翻修，车辆请走北门，行人通道保留。',
    days: 15,
    audience: 'public',
    postedWhere: '南门公告栏',
  })
  await keepDraft(at(secretary, 1), {
    placeId,
    title: '快递柜摆放位置',
    words: '拟在南门内侧摆放快递柜，收益归全体业主。请大家看看位置合不合适。',
    days: 7,
    audience: 'homes',
  })
}
