// The demo's whistles, in every state: the blocked fire lane and others, played by their people; and the ladder.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { PartPersonStep } from '../../../contract/src/whistles-life.ts'
import { intakeCase, takeCaseStep } from '../modules/cases/index.ts'
import { escalateCase, handDown, moveCase } from '../modules/escalation/change-level.ts'
import { callWhistle } from '../modules/whistles/call-whistle.ts'
import { rateAsReporter } from '../modules/whistles/of-case.ts'
import { takePartStep, type PartInput } from '../modules/whistles/take-part-step.ts'
import { whistleClocks, whistleLateness, whistleParts } from '../modules/whistles/tables.ts'
import { noteMisses } from '../modules/whistles/timers.ts'
import { cases } from '../modules/cases/tables.ts'
import { places } from '../modules/places/tables.ts'
import type { Actor } from '../platform/cx.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, photoOf, type Stage } from './stage.ts'

const HOUR_MS = 3_600_000
type UnitName = 'fire' | 'police' | 'enforcer' | 'partner' | 'worker'
/** Who, what, how many hours after the call, and with what. */
type Act = readonly [
  who: UnitName | 'clerk' | 'street' | 'reporter',
  of: UnitName,
  step: PartPersonStep | 'rating',
  hours: number,
  words?: string,
]
interface Story {
  readonly words: string
  readonly why: string
  readonly hoursAgo: number
  readonly units: readonly (readonly [unit: UnitName, asked: string])[]
  readonly acts: readonly Act[]
}
export const stories: readonly Story[] = [
  {
    words: '消防通道被私家车和杂物堵住，救护车都进不来。',
    why: '要拖车、清杂物、划线，物业一家办不了',
    hoursAgo: 9 * 24,
    units: [
      ['fire', '认定消防通道，现场督促清理'],
      ['police', '联系车主挪车，必要时拖走'],
      ['enforcer', '清理占道杂物'],
    ],
    acts: [
      ['fire', 'fire', 'reportIn', 1, '马上出发'],
      ['police', 'police', 'reportIn', 2],
      ['fire', 'fire', 'arrive', 2],
      ['enforcer', 'enforcer', 'arrive', 3],
      ['police', 'police', 'arrive', 3],
      ['enforcer', 'enforcer', 'answer', 6, '杂物已清走，贴了告知书'],
      ['police', 'police', 'answer', 7, '六辆车已挪走，一辆已拖离'],
      ['fire', 'fire', 'answer', 24, '通道已划线，装了禁停牌'],
      ['clerk', 'fire', 'accept', 26],
      ['clerk', 'police', 'accept', 26],
      ['clerk', 'enforcer', 'accept', 26],
      ['clerk', 'fire', 'rate', 27, '来得快，办得实'],
      ['clerk', 'police', 'rate', 27],
      ['reporter', 'fire', 'rating', 30],
      ['reporter', 'police', 'rating', 30],
    ],
  },
  {
    words: '有人从楼上拉电线给电动车充电，雨天很危险。',
    why: '涉及用电安全和停车，需要一起看',
    hoursAgo: 26,
    units: [
      ['fire', '查看火灾隐患'],
      ['worker', '拆除飞线，装充电桩'],
    ],
    acts: [
      ['worker', 'worker', 'arrive', 1],
      ['fire', 'fire', 'reportIn', 2],
      ['fire', 'fire', 'arrive', 3],
      ['worker', 'worker', 'answer', 8, '飞线已拆，充电桩下周装'],
    ],
  },
  {
    words: '小区门口夜市占道，晚上十一点还在放音响。',
    why: '占道和噪声分属两家',
    hoursAgo: 28,
    units: [
      ['enforcer', '规范占道摊位'],
      ['police', '制止深夜噪声'],
    ],
    acts: [
      ['enforcer', 'enforcer', 'reportIn', 2],
      ['police', 'police', 'refuse', 3, '噪声扰民请先由城管认定'],
    ],
  },
  {
    words: '幼儿园门口上学放学乱停车，孩子过不去。',
    why: '要交警和城管一起管',
    hoursAgo: 5 * 24,
    units: [
      ['police', '早晚高峰到场疏导'],
      ['enforcer', '拆除地锁'],
    ],
    acts: [
      ['police', 'police', 'refuse', 2, '警力不足'],
      ['enforcer', 'enforcer', 'arrive', 3],
      ['street', 'police', 'uphold', 20, '机动车停放属公安职责，请到场'],
      ['enforcer', 'enforcer', 'answer', 26, '地锁已拆六个'],
      ['clerk', 'enforcer', 'accept', 30],
    ],
  },
  {
    words: '楼道里堆满收来的废品，夏天有味，也怕着火。',
    why: '劝过三次没用，请执法和消防到场',
    hoursAgo: 4 * 24,
    units: [
      ['enforcer', '依法清理'],
      ['fire', '消防检查并开整改单'],
    ],
    acts: [
      ['fire', 'fire', 'arrive', 3],
      ['fire', 'fire', 'answer', 20, '已开整改单'],
      ['clerk', 'fire', 'sendBack', 22, '废品还在，请复查'],
    ],
  },
  {
    words: '独居老人家水管冻裂，请帮忙找人修，再看看有没有困难。',
    why: '物业修水管，共建单位上门看望',
    hoursAgo: 7 * 24,
    units: [
      ['worker', '当天修好水管'],
      ['partner', '上门看望老人'],
    ],
    acts: [
      ['worker', 'worker', 'arrive', 1],
      ['partner', 'partner', 'refuse', 2, '当天有全馆活动，派不出人'],
      ['worker', 'worker', 'answer', 3, '水管已换，试水不漏'],
      ['street', 'partner', 'grant', 5, '同意，由社区志愿者去'],
      ['clerk', 'worker', 'accept', 6],
      ['clerk', 'worker', 'rate', 7, '修得快'],
    ],
  },
  {
    words: '社区食堂周末缺人手，腿脚不便的老人吃不上热饭。',
    why: '送餐要人，楼道扶手也要修',
    hoursAgo: 20,
    units: [
      ['partner', '周六派两个人送餐'],
      ['worker', '修好二楼扶手'],
    ],
    acts: [
      ['worker', 'worker', 'arrive', 2],
      ['partner', 'partner', 'reportIn', 3, '周六上午十点到'],
    ],
  },
  {
    words: '电动车进电梯上楼充电，整个单元都害怕。',
    why: '请消防讲清危险，物业装阻车器',
    hoursAgo: 1,
    units: [
      ['fire', '入户宣传，检查充电'],
      ['worker', '装电梯阻车器'],
    ],
    acts: [],
  },
]
interface Cast {
  readonly stage: Stage
  readonly now: Date
  readonly people: ReadonlyMap<string, Actor>
  readonly unitPlaces: readonly string[]
}
const castOf = async (stage: Stage, now: Date): Promise<Cast> => {
  const people = new Map<string, Actor>()
  for (const login of ['clerk', 'street', 'fire', 'police', 'enforcer', 'partner', 'worker', 'district'])
    people.set(login, await actorBy(stage, login))
  people.set('reporter', await actorBy(stage, 'resident'))
  const rows = await stage.db
    .select({ id: places.id })
    .from(places)
    .where(and(eq(places.kind, 'unit'), sql`${places.path} like ${`${demoHome.estate} %`}`))
    .orderBy(asc(places.path), asc(places.id))
  return { stage, now, people, unitPlaces: rows.map((row) => row.id) }
}
const organisationOf = (cast: Cast, unit: UnitName): string => {
  const held = cast.people.get(unit)!.held.find((one) => one.permissions.includes('whistle.answer'))
  if (held === undefined) throw new Error(`${unit} answers no whistle`)
  return held.organisationId
}
/** Reported by the demo resident, accepted and dispatched to the property company, taken up. */
const openCase = async (cast: Cast, words: string, placeId: string, at: Date): Promise<string> => {
  const [reporter, clerk, worker] = ['reporter', 'clerk', 'worker'].map((name) => cast.people.get(name)!)
  const reported = cxAt(cast.stage, reporter!, at)
  const row = await intakeCase(
    reported,
    { placeId, words, kind: 'hard', photos: [await photoOf(cast.stage, reporter!, at)], hideName: false },
    { channel: 'app', reporterId: reporter!.personId, filedBy: null, behalf: null, organisationName: null },
  )
  const minutes = (n: number) => new Date(at.getTime() + n * 60_000)
  await takeCaseStep(cxAt(cast.stage, clerk!, minutes(6)), row.id, 'dispatch', {
    organisationId: organisationOf(cast, 'worker'),
  })
  await takeCaseStep(cxAt(cast.stage, worker!, minutes(11)), row.id, 'takeUp', {})
  await takeCaseStep(cxAt(cast.stage, worker!, minutes(16)), row.id, 'start', { words: '已到现场看过' })
  return row.id
}
const play = async (cast: Cast, story: Story, placeId: string): Promise<void> => {
  const calledAt = new Date(cast.now.getTime() - story.hoursAgo * HOUR_MS)
  const caseId = await openCase(cast, story.words, placeId, new Date(calledAt.getTime() - HOUR_MS / 2))
  const units = story.units.map(([unit, asked]) => ({ organisationId: organisationOf(cast, unit), asked }))
  await callWhistle(cxAt(cast.stage, cast.people.get('clerk')!, calledAt), {
    caseId,
    why: story.why,
    units,
    leadId: units[0]!.organisationId,
  })
  const parts = await cast.stage.db.select().from(whistleParts).where(eq(whistleParts.caseId, caseId))
  const partOf = (unit: UnitName) => parts.find((part) => part.organisationId === organisationOf(cast, unit))!.id
  for (const [who, of, step, hours, words] of story.acts) {
    const actor = cast.people.get(who)!
    const at = new Date(Math.min(calledAt.getTime() + hours * HOUR_MS, cast.now.getTime()))
    const cx = cxAt(cast.stage, actor, at)
    if (step === 'rating') await rateAsReporter(cx, partOf(of), hours % 2 === 0 ? 5 : 4)
    else await takePartStep(cx, partOf(of), step, await inputOf(cast, actor, step, at, words))
  }
}
const inputOf = async (
  cast: Cast,
  actor: Actor,
  step: PartPersonStep,
  at: Date,
  words: string | undefined,
): Promise<PartInput> => {
  if (step === 'reportIn') return { people: `${actor.name}等两人`, words }
  if (step === 'arrive') return { people: `${actor.name}等两人`, photos: [await photoOf(cast.stage, actor, at)] }
  if (step === 'answer') return { words: words ?? '已办好', photos: [await photoOf(cast.stage, actor, at)] }
  if (step === 'rate') return { rating: words === undefined ? 4 : 5, words }
  if (step === 'accept') return {}
  return { reason: words ?? '见说明' }
}
/** Cases on the rungs of the ladder: one by the clock, one by a person, one handed down again. */
const climb = async (cast: Cast): Promise<void> => {
  const { stage, now } = cast
  const [clerk, street] = [cast.people.get('clerk')!, cast.people.get('street')!]
  const community = clerk.held[0]!.scopeId
  const rows = await stage.db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.communityId, community),
        sql`${cases.state} in ('takenUp', 'inProgress', 'returned') and ${cases.mergedIntoId} is null and ${cases.parentId} is null`,
        sql`not exists (select 1 from whistles w where w.case_id = ${cases.id})`,
      ),
    )
    .orderBy(asc(cases.createdAt), asc(cases.id))
    .limit(3)
  const hours = (n: number) => new Date(now.getTime() - n * HOUR_MS)
  const [byClock, byPerson, handed] = rows
  if (byClock) await moveCase(cxAt(stage, null, hours(20)), byClock, 'street', '在社区超过时限，自动升级', 'escalated')
  if (byPerson) await escalateCase(cxAt(stage, clerk, hours(6)), byPerson.id, '涉及两个部门，社区协调不了')
  if (handed) {
    await escalateCase(cxAt(stage, clerk, hours(30)), handed.id, '业主和物业谈不拢，请街道出面')
    await handDown(cxAt(stage, street, hours(4)), handed.id, 'community', '街道已约双方，请社区周五前组织面谈')
  }
}
/** Plays everything; lateness up to now is noted, and nobody is reminded of it. */
export const playWhistles = async (stage: Stage, now: Date): Promise<number> => {
  const cast = await castOf(stage, now)
  for (const [index, story] of stories.entries())
    await play(cast, story, cast.unitPlaces[(index * 3) % cast.unitPlaces.length]!)
  await climb(cast)
  await noteMisses(cxAt(stage, null, now))
  await stage.db.update(whistleLateness).set({ toldAt: now })
  await stage.db
    .update(whistleClocks)
    .set({ warnedAt: now })
    .where(sql`${whistleClocks.warnAt} < ${now.toISOString()}`)
  return stories.length
}
