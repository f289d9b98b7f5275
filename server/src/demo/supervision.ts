// The demo's supervision: orders of the street in every state, a plan, promises kept and overdue, a matter handed to deliberation,
// and a round of re-checks, done by the people of the demo community.
import { sql } from 'drizzle-orm'
import { handOver } from '../modules/promises/hand-overs.ts'
import { makePlan, promiseOn } from '../modules/promises/plans.ts'
import { keepPromise } from '../modules/promises/undertake.ts'
import { giveOrder, takeOrderStep } from '../modules/supervision/orders.ts'
import { checkAgain, drawRound, listItems } from '../modules/supervision/rechecks.ts'
import type { Actor, Cx } from '../platform/cx.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, type Stage } from './stage.ts'

const DAY_MS = 86_400_000
interface Matter {
  readonly id: string
  readonly handler: string
  readonly kind: string
}
interface Scene {
  readonly stage: Stage
  readonly now: Date
  /** Taken one after the other, so that no case gets everything. */
  readonly matters: Matter[]
}
const days = ({ now }: Scene, after: number) => new Date(now.getTime() + after * DAY_MS)
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const as = (scene: Scene, actor: Actor, daysAgo: number): Cx => cxAt(scene.stage, actor, days(scene, -daysAgo))

/** Open cases of the demo community that wait for nothing; never the demo resident's. */
const mattersOf = async (stage: Stage): Promise<Matter[]> =>
  (
    await stage.db.execute<{ id: string; handler: string; kind: string }>(sql`
      select c.id, o.name as handler, c.kind from cases c join places l on l.id = c.community_id and l.name = ${demoHome.community}
        join organisations o on o.id = c.handler_id left join persons p on p.id = c.reporter_id
      where c.district_id = ${stage.districtId} and c.state in ('takenUp', 'inProgress') and c.parent_id is null
        and o.name not like '%街道办事处' and p.login is distinct from 'resident' and c.created_at < now() - interval '2 days'
        and not exists (select 1 from case_holds h where h.case_id = c.id) order by c.created_at, c.id limit 40`)
  ).rows
const take = (scene: Scene, fits: (matter: Matter) => boolean = () => true): Matter | undefined => {
  const at = scene.matters.findIndex(fits)
  return at < 0 ? undefined : scene.matters.splice(at, 1)[0]
}
const handledBy = (name: string) => (matter: Matter) => matter.handler.includes(name)

const playOrders = async (scene: Scene): Promise<void> => {
  const [street, department, manager] = [
    await actorBy(scene.stage, 'street'),
    await actorBy(scene.stage, 'department'),
    await actorBy(scene.stage, 'manager'),
  ]
  const order = (matter: Matter, daysAgo: number, due: number, words: string, beforeClosing = false) =>
    giveOrder(as(scene, street, daysAgo), {
      caseId: matter.id,
      words,
      dueAt: days(scene, due).toISOString(),
      beforeClosing,
    })
  const reply = async (id: string, actor: Actor, daysAgo: number, words: string, promised?: string) => {
    const promise = promised === undefined ? undefined : { what: promised, dueOn: dayOf(days(scene, 5)) }
    await takeOrderStep(as(scene, actor, daysAgo), id, 'reply', { words, promise })
  }
  const walls = take(scene, handledBy('综合行政执法局'))
  if (walls) {
    const { id } = await order(walls, 3, 2, '违建正在扩大，请到现场制止，书面回复处理办法。', true)
    await reply(id, department, 1, '已到现场责令停工，正在办理拆除手续。', '拆除违建部分，恢复绿地')
  }
  const paid = take(scene, handledBy('和悦物业'))
  if (paid) {
    const { id } = await order(paid, 6, -2, '居民多次反映，请说明为什么还没解决。')
    await reply(id, manager, 4, '已经上门劝导，和住户约定了活动时间。')
    await takeOrderStep(as(scene, street, 3), id, 'signOff', { words: '情况属实，继续回访。' })
  }
  const late = take(scene, handledBy('供')) ?? take(scene)
  if (late) await order(late, 5, -1, '涉及整栋楼，请两天内回复维修时间。')
  const fresh = take(scene)
  if (fresh) await order(fresh, 1, 3, '请社区牵头，约齐各方当面商量一次。')
}
const playPromises = async (scene: Scene): Promise<void> => {
  const secretary = await actorBy(scene.stage, 'secretary')
  const hard = take(scene, (matter) => matter.kind === 'hard')
  if (hard) {
    const step = (what: string, due: number) => ({ what, dueOn: dayOf(days(scene, due)) })
    const { promises } = await makePlan(as(scene, secretary, 4), hard.id, {
      aim: '查清原因，一次修好，不再反复。',
      steps: [step('请专业单位查看原因', -2), step('和住户商定维修办法和费用', 3), step('施工，完工后回访', 20)],
    })
    const first = promises[0]
    if (first)
      await keepPromise(as(scene, secretary, 2), first.id, { words: '已请专业单位看过，原因写在报告里。', photos: [] })
  }
  const soon = take(scene)
  if (soon)
    await promiseOn(as(scene, secretary, 6), soon.id, { what: '和施工方定下进场日期', dueOn: dayOf(days(scene, -1)) })
  const next = take(scene)
  if (next)
    await promiseOn(as(scene, secretary, 1), next.id, { what: '上门看望，帮忙申请服务', dueOn: dayOf(days(scene, 4)) })
  const talk = take(scene, (matter) => matter.kind === 'hard') ?? take(scene)
  if (talk) await handOver(as(scene, secretary, 2), talk.id, { reason: '涉及多户利益，请居民议事会商量办法。' })
}
const playRechecks = async (scene: Scene): Promise<number> => {
  const district = await actorBy(scene.stage, 'district')
  const cx = as(scene, district, 2)
  const [from, to] = [dayOf(days(scene, -30)), dayOf(days(scene, -4))]
  const round = await drawRound(cx, { from, to })
  const { rows } = await listItems(cx, round.id, { limit: 3 })
  for (const [at, item] of rows.filter(({ may }) => may).entries()) {
    const isFailed = at === 1
    await checkAgain(as(scene, district, 1), item.id, {
      result: isFailed ? 'failed' : 'passed',
      words: isFailed ? '电话回访，居民说又坏了。' : '电话回访，居民说已经解决。',
      photos: [],
    })
  }
  return round.drawn
}
/** @returns how many cases were drawn for a re-check. */
export const playSupervision = async (stage: Stage, now: Date): Promise<number> => {
  const scene: Scene = { stage, now, matters: await mattersOf(stage) }
  await playOrders(scene)
  await playPromises(scene)
  return playRechecks(scene)
}
