// The demo's mediations, played by their people: the ceiling leak between two floors, the roof leak, one that failed, one just
// opened with the demo resident; and the name cards of those who look after the demo estate.
import { sql } from 'drizzle-orm'
import { failMediation } from '../modules/mediation/end-mediation.ts'
import { answerConsent } from '../modules/mediation/answer-consent.ts'
import { confirmClause, keepClause } from '../modules/mediation/keep-clause.ts'
import { openMediation } from '../modules/mediation/open-mediation.ts'
import { findMediation, type Mediation } from '../modules/mediation/policy.ts'
import { planSession, recordSession } from '../modules/mediation/sessions.ts'
import { draftSettlement, type Clause } from '../modules/mediation/settle.ts'
import { showChanged } from '../modules/mediation/show.ts'
import { writeSignature } from '../modules/mediation/sign.ts'
import { writeEntry } from '../modules/mediation/write-entry.ts'
import { setMyCard } from '../modules/stewards/my-card.ts'
import type { Actor } from '../platform/cx.ts'
import type { Sealing } from '../platform/sealing.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, type Stage } from './stage.ts'

const DAY_MS = 86_400_000
interface Neighbour {
  readonly actor: Actor
  readonly phone: string
}
interface Scene {
  readonly stage: Stage
  readonly sealing: Sealing
  readonly mediator: Actor
  readonly placeId: string
  readonly now: Date
}
const ago = ({ now }: Scene, days: number) => new Date(now.getTime() - days * DAY_MS)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** People of the demo estate with a phone, the demo resident first. */
const neighboursOf = async (stage: Stage, sealing: Sealing): Promise<Neighbour[]> => {
  const found = await stage.db.execute<{ id: string; name: string; phone: string }>(sql`
    select distinct on (p.login is null, p.id) p.id, p.name, p.phone_sealed as phone
    from persons p join home_people h on h.person_id = p.id and h.state = 'confirmed' join places l on l.id = h.home_id
    where p.phone_sealed is not null and (p.login = 'resident' or p.login is null) and l.path like ${`${demoHome.estate}%`}
    order by p.login is null, p.id limit 12`)
  return found.rows.map(({ id, name, phone }) => ({
    actor: {
      personId: id,
      name,
      districtId: stage.districtId,
      sessionId: id,
      language: 'zh-CN',
      consented: true,
      held: [],
    },
    phone: sealing.open(phone),
  }))
}
interface Story {
  readonly subject: string
  readonly words: string
  readonly parties: readonly (readonly [who: Neighbour, role: string])[]
  readonly daysAgo: number
}
const begin = async (scene: Scene, { subject, words, parties, daysAgo }: Story): Promise<string> =>
  openMediation(cxAt(scene.stage, scene.mediator, ago(scene, daysAgo)), scene.sealing, {
    placeId: scene.placeId,
    subject,
    words,
    parties: parties.map(([who, role]) => ({ name: who.actor.name, phone: who.phone, role })),
  })
const agreeAll = async (scene: Scene, id: string, story: Story): Promise<void> => {
  for (const [who] of story.parties)
    await answerConsent(cxAt(scene.stage, who.actor, ago(scene, story.daysAgo - 1)), id, { agrees: true })
}
const meet = async (scene: Scene, id: string, daysAgo: number, said: string, agreed: string): Promise<Mediation> => {
  const at = ago(scene, daysAgo)
  const cx = cxAt(scene.stage, scene.mediator, new Date(at.getTime() - DAY_MS))
  await planSession(cx, id, { at: at.toISOString(), where: '柳园社区调解室' })
  const held = cxAt(scene.stage, scene.mediator, at)
  const { sessions, parties } = await showChanged(held, id)
  const present = parties.map((party) => party.id)
  await recordSession(held, id, sessions.at(-1)!.id, { present, said, agreed })
  return findMediation(held, id)
}
const say = (scene: Scene, who: Neighbour, id: string, daysAgo: number, words: string) =>
  writeEntry(cxAt(scene.stage, who.actor, ago(scene, daysAgo)), id, {
    kind: 'statement',
    audience: 'shared',
    partyId: null,
    words,
    photos: [],
  })
const signAll = async (scene: Scene, id: string, people: readonly Neighbour[], daysAgo: number): Promise<void> => {
  for (const who of people) {
    const cx = cxAt(scene.stage, who.actor, ago(scene, daysAgo))
    const found = await findMediation(cx, id)
    const { settlement } = await showChanged(cx, id)
    const phoneMasked = `${who.phone.slice(0, 3)}****${who.phone.slice(-4)}`
    await writeSignature(
      cx,
      { ...found, me: found.me! },
      { settlementId: settlement!.id, hash: settlement!.hash, phoneMasked },
    )
  }
}
const ceilingLeak = async (scene: Scene, [below, above]: readonly [Neighbour, Neighbour]): Promise<void> => {
  const story: Story = {
    subject: '卫生间天花板渗污水',
    words: '楼下说是楼上漏的，楼上说是管道堵了倒灌，谈了几次没谈成。',
    parties: [
      [below, '楼下业主'],
      [above, '楼上业主'],
    ],
    daysAgo: 20,
  }
  const id = await begin(scene, story)
  await agreeAll(scene, id, story)
  await say(scene, below, id, 18, '上个月开始滴水，吊顶泡坏了，重新做要一千二。')
  await say(scene, above, id, 18, '我家管道不漏，是六楼装修把下水堵了。')
  const { parties } = await meet(scene, id, 14, '请师傅打开检修口，看到接头老化渗水。', '先修管道，再谈赔偿')
  const [first, second] = parties.map((party) => party.id) as [string, string]
  const due = (days: number) => dayOf(new Date(scene.now.getTime() + days * DAY_MS))
  const clauses: Clause[] = [
    { kind: 'repair', fromId: second, toId: first, amountFen: null, what: '换掉老化的接头，做好防水', dueOn: due(-6) },
    { kind: 'compensation', fromId: second, toId: first, amountFen: 120_000, what: '吊顶重做的费用', dueOn: due(4) },
  ]
  await draftSettlement(cxAt(scene.stage, scene.mediator, ago(scene, 12)), id, {
    facts: '楼上卫生间接头老化渗水',
    clauses,
  })
  await signAll(scene, id, [below, above], 11)
  const { settlement } = await showChanged(cxAt(scene.stage, scene.mediator, ago(scene, 8)), id)
  const [repair, money] = settlement!.clauses
  await keepClause(cxAt(scene.stage, above.actor, ago(scene, 8)), id, repair!.id, '接头换好了，试水两天不漏')
  await confirmClause(cxAt(scene.stage, below.actor, ago(scene, 7)), id, repair!.id, { kept: true })
  await keepClause(cxAt(scene.stage, above.actor, ago(scene, 1)), id, money!.id, '一千二百元已转账')
}
const roofLeak = async (scene: Scene, people: readonly Neighbour[]): Promise<void> => {
  const story: Story = {
    subject: '楼顶漏雨，维修费怎么分',
    words: '顶楼漏雨，楼上要求全楼分摊，楼下有人不同意。',
    parties: people.map((who, i) => [who, i === 0 ? '顶楼业主' : '同楼业主'] as const),
    daysAgo: 9,
  }
  const id = await begin(scene, story)
  await agreeAll(scene, id, story)
  await say(scene, people[0]!, id, 7, '一下雨卧室就漏，屋面是大家的，应该一起修。')
  await say(scene, people[1]!, id, 7, '你家漏雨，不能让大家都跟着出钱。')
  await meet(scene, id, 4, '物业讲了屋面属共有部分，费用按面积分摊。', '先请两家单位报价')
  await writeEntry(cxAt(scene.stage, scene.mediator, ago(scene, 3)), id, {
    kind: 'proposal',
    audience: 'shared',
    partyId: null,
    words: '优先申请维修资金；不够的，按建筑面积分摊，顶楼多出一成。',
    photos: [],
  })
}
const failed = async (scene: Scene, [first, second]: readonly [Neighbour, Neighbour]): Promise<void> => {
  const story: Story = {
    subject: '楼道堆放杂物起争执',
    words: '两户为楼道堆物吵了多次。',
    parties: [
      [first, '301业主'],
      [second, '302业主'],
    ],
    daysAgo: 30,
  }
  const id = await begin(scene, story)
  await agreeAll(scene, id, story)
  await meet(scene, id, 26, '双方都不让步。', '没有达成')
  await failMediation(cxAt(scene.stage, scene.mediator, ago(scene, 25)), id, '双方分歧太大，没有谈成。', [
    'peoplesMediation',
    'legalAid',
  ])
}
const cards: readonly (readonly [login: string, showPhone: boolean, line: string])[] = [
  ['gridworker', true, '每天上午都在网格里走'],
  ['steward', true, '有事敲门，晚上也在'],
  ['manager', true, '物业的事找我'],
  ['unit', false, '住在101，楼里的事先找我'],
]
/** Plays them all; returns how many mediations. */
export const playMediations = async (stage: Stage, sealing: Sealing, now: Date): Promise<number> => {
  const { rows } = await stage.db.execute<{ id: string }>(
    sql`select id from places where path = ${`${demoHome.estate} ${demoHome.building} ${demoHome.unit}`} limit 1`,
  )
  const people = await neighboursOf(stage, sealing)
  const scene: Scene = { stage, sealing, mediator: await actorBy(stage, 'mediator'), placeId: rows[0]!.id, now }
  const at = (i: number) => people[i]!
  await ceilingLeak(scene, [at(1), at(2)])
  await roofLeak(scene, [at(3), at(4), at(5)])
  await failed(scene, [at(6), at(7)])
  await begin(scene, {
    subject: '空调外机滴水',
    words: '楼下反映外机滴水到窗台。',
    parties: [
      [at(8), '楼下业主'],
      [at(0), '楼上业主'],
    ],
    daysAgo: 0,
  })
  for (const [login, showPhone, line] of cards)
    await setMyCard(cxAt(stage, await actorBy(stage, login), ago(scene, 10)), sealing, {
      showPhoto: false,
      showPhone,
      workPhone: null,
      photoId: null,
      line,
    })
  // Nobody is told of the past; what is sent now is the last in the inboxes.
  const before = sql`at < ${now.toISOString()}::timestamptz`
  await stage.db.execute(sql`delete from sms_messages where state = 'waiting'`)
  await stage.db.execute(sql`delete from messages where thing_kind = 'mediation' and ${before}`)
  return 4
}
