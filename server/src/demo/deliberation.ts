// Plays meetings of the demo estate: councils of the 10th with published minutes, doorstep meetings, topics, what follows.
import { sql } from 'drizzle-orm'
import { shanghaiDay } from '../../../rules/src/working-time.ts'
import { callMeeting } from '../modules/deliberation/call-meeting.ts'
import { decide } from '../modules/deliberation/decide.ts'
import { recordDoorstep } from '../modules/deliberation/doorstep.ts'
import { acceptItem, finishItem } from '../modules/deliberation/items.ts'
import { publishReport } from '../modules/deliberation/keeping.ts'
import * as steps from '../modules/deliberation/meeting-steps.ts'
import { showMeeting } from '../modules/deliberation/meeting-view.ts'
import { dropTopic, proposeTopic, selectTopic } from '../modules/deliberation/topics.ts'
import type { Actor } from '../platform/cx.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, type Stage } from './stage.ts'

const DAY_MS = 86_400_000
/** An evening’s council: an hour and a half. */
const LASTS_MS = 90 * 60_000
interface Scene {
  readonly stage: Stage
  readonly secretary: Actor
  readonly gridWorker: Actor
  readonly manager: Actor
  readonly resident: Actor
  readonly estateId: string
  readonly buildingId: string
  readonly propertyId: string
  /** The co-building unit: of the whole district, so it is asked by name. */
  readonly partnerId: string
  readonly now: Date
}
const ago = ({ now }: Scene, days: number) => new Date(now.getTime() - days * DAY_MS)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const placeIdOf = async (stage: Stage, path: string): Promise<string> =>
  (await stage.db.execute<{ id: string }>(sql`select id from places where path = ${path} limit 1`)).rows[0]!.id

interface Council {
  readonly daysAgo: number
  readonly title: string
  readonly topic: string
  readonly words: string
  readonly matter?: string
  readonly summary: string
  readonly item: string
  readonly dueIn: number
  readonly cost: number
  readonly finished: boolean
}
/** A council from topic to published minutes; its item is done, or still owed. */
const council = async (scene: Scene, of: Council): Promise<void> => {
  const { stage, secretary, manager } = scene
  const called = cxAt(stage, secretary, ago(scene, of.daysAgo + 5))
  const placeId = scene.estateId
  const topic = await proposeTopic(called, { placeId, title: of.topic, words: of.words, source: 'body' })
  await selectTopic(called, topic.id, 'five-party')
  const startsAt = new Date(`${shanghaiDay(ago(scene, of.daysAgo))}T19:00:00+08:00`)
  const id = await callMeeting(called, {
    scheme: 'five-party',
    placeId,
    title: of.title,
    startsAt: startsAt.toISOString(),
    where: '柳园社区党群驿站',
    organisationIds: [scene.partnerId],
    topicIds: [topic.id],
    items: [],
  })
  const held = cxAt(stage, secretary, startsAt)
  await steps.openMeeting(held, id)
  const { people, agendaItems } = await showMeeting(held, id)
  // The last on the list had other business: minutes name who was missing.
  const present = people.slice(0, Math.max(people.length - 1, 4)).map((one) => one.id)
  await steps.noteAttendance(held, id, { present, guests: [] })
  await steps.noteSpeech(held, id, { speakerId: people[0]!.id, words: of.words })
  const { quorum } = await showMeeting(held, id)
  const made = await decide(held, id, {
    agendaId: agendaItems[0]!.id,
    title: of.topic,
    words: of.summary,
    way: 'hands',
    votesFor: quorum.present,
    votesAgainst: 0,
    votesAbstain: 0,
    endsHere: false,
    ...(of.matter === undefined ? {} : { matter: of.matter, budgetFen: of.cost }),
    items: [
      { what: of.item, ownerId: scene.propertyId, dueOn: dayOf(ago(scene, of.daysAgo - of.dueIn)), budgetFen: of.cost },
    ],
  })
  const over = cxAt(stage, secretary, new Date(startsAt.getTime() + LASTS_MS))
  await steps.closeMeeting(over, id)
  await steps.writeMinutes(over, id, { summary: `${of.words}\n${of.summary}`, photos: [] })
  await steps.circulate(over, id)
  const after = cxAt(stage, secretary, ago(scene, of.daysAgo - 1))
  await steps.signMinutes(after, id)
  await steps.publishMinutes(after, id)
  if (!of.finished) return
  const itemId = made.decided[0]!.items[0]!.id
  const words = '已经办好，请大家看看'
  await finishItem(cxAt(stage, manager, ago(scene, of.daysAgo - of.dueIn + 1)), itemId, {
    words,
    costFen: of.cost,
    photos: [],
  })
  await acceptItem(cxAt(stage, secretary, ago(scene, of.daysAgo - of.dueIn)), itemId, true, '现场看过，验收通过')
}
const councils: readonly Council[] = [
  {
    daysAgo: 40,
    title: '五方办党群议事日',
    topic: '车棚加装充电桩',
    words: '电动车没地方充电，有人飞线充电，不安全。',
    matter: 'commonSpending',
    summary: '同意在东侧车棚装二十个充电口，费用从公共收益出。',
    item: '装好二十个充电口',
    dueIn: 20,
    cost: 1_860_000,
    finished: true,
  },
  {
    daysAgo: 12,
    title: '五方办党群议事日',
    topic: '小区出入口拓宽',
    words: '早晚高峰堵在门口，救护车进不来。',
    matter: 'commonParts',
    summary: '同意拓宽东门，先测量出图，再筹资。',
    item: '请设计单位测量出图',
    dueIn: 8,
    cost: 300_000,
    finished: false,
  },
]
const doorsteps = async (scene: Scene): Promise<void> => {
  const { stage, gridWorker, buildingId } = scene
  const record = async (daysAgo: number, title: string, said: string, what: string, owned: boolean) => {
    const at = ago(scene, daysAgo)
    await recordDoorstep(cxAt(stage, gridWorker, at), {
      placeId: buildingId,
      title,
      heldAt: at.toISOString(),
      where: '1号楼楼前空地',
      present: 11,
      names: [],
      said,
      agreed: [
        owned ? { what, ownerId: scene.propertyId, dueOn: dayOf(ago(scene, daysAgo - 9)) } : { what },
        ...(owned ? [{ what: '漏雨处先盖油布' }] : []),
      ],
      votesFor: 11,
      votesAgainst: 0,
      photos: [],
    })
  }
  await record(6, '屋顶漏雨怎么修', '顶楼三户一下雨就漏。大家都愿意修，先看要多少钱。', '请两家单位报价', true)
  await record(17, '楼前晾衣绳', '拉绳挡路，孩子跑着危险。', '统一装晾衣架', false)
}
const topics = async (scene: Scene): Promise<void> => {
  const { stage, resident, secretary, estateId: placeId } = scene
  const by = (daysAgo: number) => cxAt(stage, resident, ago(scene, daysAgo))
  await proposeTopic(by(3), { placeId, title: '中心花园装长椅', words: '老人散步没地方歇脚。', source: 'petition' })
  await proposeTopic(by(2), { placeId, title: '快递柜换到南门', words: '现在的位置挡消防通道。', source: 'proposal' })
  const dropped = await proposeTopic(by(9), { placeId, title: '换掉门口的树', words: '落叶太多。', source: 'proposal' })
  await dropTopic(cxAt(stage, secretary, ago(scene, 8)), dropped.id, '大树受保护，不能换。已请物业加密清扫。')
  const staff = (daysAgo: number) => cxAt(stage, secretary, ago(scene, daysAgo))
  await proposeTopic(staff(4), {
    placeId,
    title: '地库入口坡道打滑',
    words: '巡查发现坡道防滑条磨平，雪天容易滑。',
    source: 'patrol',
  })
  const yearly = await proposeTopic(staff(1), {
    placeId,
    title: '公共收益怎么用',
    words: '看一年的公共收益，商量明年怎么用。',
    source: 'calendar',
  })
  await selectTopic(staff(1), yearly.id, 'five-party')
  const called = cxAt(stage, secretary, ago(scene, 0))
  await callMeeting(called, {
    scheme: 'four-meetings',
    placeId,
    title: '电动车进楼大家说',
    startsAt: new Date(scene.now.getTime() + 5 * DAY_MS).toISOString(),
    where: '柳园社区党群驿站',
    organisationIds: [],
    stage: 0,
    topicIds: [],
    items: ['电动车进楼怎么管'],
  })
}
/** Plays them all; returns how many meetings. */
export const playDeliberation = async (stage: Stage, now: Date): Promise<number> => {
  const manager = await actorBy(stage, 'manager')
  const partner = await actorBy(stage, 'partner')
  const scene: Scene = {
    stage,
    secretary: await actorBy(stage, 'secretary'),
    gridWorker: await actorBy(stage, 'gridworker'),
    manager,
    resident: await actorBy(stage, 'resident'),
    estateId: await placeIdOf(stage, demoHome.estate),
    buildingId: await placeIdOf(stage, `${demoHome.estate} ${demoHome.building}`),
    propertyId: manager.held.find((held) => held.organisationKind === 'propertyCompany')!.organisationId,
    partnerId: partner.held.find((held) => held.organisationKind === 'partnerUnit')!.organisationId,
    now,
  }
  for (const one of councils) await council(scene, one)
  await doorsteps(scene)
  await topics(scene)
  await publishReport(cxAt(stage, scene.secretary, ago(scene, 1)), {
    organisationId: scene.propertyId,
    placeId: scene.estateId,
    year: Number(dayOf(now).slice(0, 4)),
    words: '今年答应了业主的事，一件一件写在下面。没办完的，说明原因和时间。',
  })
  // Nobody is told of the past; what is sent now is the last in the inboxes.
  await stage.db.execute(sql`delete from sms_messages where state = 'waiting'`)
  const past = sql`at < ${now.toISOString()}::timestamptz`
  await stage.db.execute(
    sql`delete from messages where thing_kind in ('deliberationMeeting', 'actionItem', 'topic') and ${past}`,
  )
  return councils.length + 3
}
