// The demo's owners' decisions, played by their conveners through the product's own commands: one certified, one open.
import { sql } from 'drizzle-orm'
import { appendBallots, type NewBallot } from '../modules/ballots/chain.ts'
import { certify, countVote } from '../modules/ballots/count.ts'
import { keepHeads } from '../modules/ballots/heads.ts'
import { voterKey } from '../modules/ballots/keys.ts'
import { itemsOf, lockDecision } from '../modules/ballots/policy.ts'
import { prepareDecision, type Preparation } from '../modules/ballots/prepare.ts'
import { announce, freezeRoll, openVote, publishRoll } from '../modules/ballots/steps.ts'
import type { Mark } from '../../../rules/src/owners-vote.ts'
import type { Actor } from '../platform/cx.ts'
import type { Sealing } from '../platform/sealing.ts'
import { playDiffering, playMandates, playObjection } from './decision-voices.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, photoOf, type Stage } from './stage.ts'

const DAY_MS = 86_400_000
interface Scene {
  readonly stage: Stage
  readonly sealing: Sealing
  readonly convener: Actor
  readonly now: Date
}
const ago = ({ now }: Scene, days: number) => new Date(now.getTime() - days * DAY_MS)
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

const rollObjection = {
  nth: 2,
  words: '我家面积登记少了，房产证上多两平方米。',
  answer: '已核对不动产登记，名册面积与登记一致；以登记为准。',
}
const resultObjection = {
  nth: 4,
  words: '想知道我家的票有没有算进去。',
  answer: '凭投票回执可以核对票箱记录，每一张票都能查到。',
}
/** Prepared, published, frozen, announced and opened: each at its day. */
const playToOpen = async (scene: Scene, what: Preparation, opensDaysAgo: number, closesAt: Date): Promise<string> => {
  const { stage, convener } = scene
  const at = (days: number) => cxAt(stage, convener, ago(scene, opensDaysAgo + days))
  const id = await prepareDecision(at(45), what)
  await publishRoll(at(44), id, { postedOn: dayOf(ago(scene, opensDaysAgo + 44)), days: 7 })
  await playObjection(scene, id, 'roll', rollObjection, [ago(scene, opensDaysAgo + 41), ago(scene, opensDaysAgo + 39)])
  await freezeRoll(at(32), id)
  const photo = await photoOf(stage, convener, ago(scene, opensDaysAgo + 31))
  await announce(at(31), id, {
    postedOn: dayOf(ago(scene, opensDaysAgo + 31)),
    photos: [photo],
    closesAt: closesAt.toISOString(),
  })
  await openVote(at(0), id, true)
  return id
}
/** A share of the owners votes within some days; the demo resident is left out where the vote still waits for them. */
const playBallots = async (
  scene: Scene,
  id: string,
  share: number,
  days: number,
  without: string | null,
): Promise<void> => {
  const { stage, sealing, convener } = scene
  const cx = cxAt(stage, convener, ago(scene, days))
  const row = await lockDecision(cx, id)
  const items = await itemsOf(cx, id)
  const owners = await stage.db.execute<{ key: string; person_ids: string[] }>(
    sql`select key, person_ids from decision_owners where decision_id = ${id} order by sort`,
  )
  const mark = (): Mark => {
    const drawn = stage.random.int(0, 99)
    return drawn < 78 ? 'for' : drawn < 92 ? 'against' : 'abstain'
  }
  const ballots = owners.rows
    .filter((owner) => !owner.person_ids.includes(without ?? ''))
    .filter(() => stage.random.int(0, 99) < share * 100)
    .map((owner): NewBallot => ({
      owner: owner.key,
      voter: voterKey(row.salt, owner.person_ids[0] ?? owner.key),
      channel: owner.person_ids.length === 0 || stage.random.int(0, 9) < 2 ? 'assisted' : 'electronic',
      marks: Object.fromEntries(items.map((item) => [item.id, mark()])),
      receivedAt: cx.now,
      byPerson: owner.person_ids[0] ?? convener.personId,
    }))
  if (ballots.length > 0) await appendBallots(cx, sealing, row, ballots)
  await keepHeads(cxAt(stage, null, cx.now))
}
const base = { partKinds: ['home' as const], proxyCap: 3, citySystem: false }
/** How many decisions were played. */
export const playDecisions = async (stage: Stage, sealing: Sealing, now: Date): Promise<number> => {
  const scene: Scene = { stage, sealing, convener: await actorBy(stage, 'secretary'), now }
  const resident = await actorBy(stage, 'resident')
  const found = await stage.db.execute<{ estate: string; building: string }>(sql`
    select e.id estate, b.id building from places b join places e on e.id = b.estate_id
    where b.kind = 'building' and b.name = ${demoHome.building} and e.name = ${demoHome.estate} limit 1`)
  const { estate, building } = found.rows[0]!
  const lamp = await playToOpen(
    scene,
    {
      ...base,
      placeId: building,
      title: '用公共收益更换楼道灯',
      words: '楼道灯老化，夜里看不清。用小区公共收益更换声控灯，业主不另外出钱。',
      items: [{ matter: 'other', title: '用公共收益更换1号楼楼道灯', cost: '公共收益支出，业主不另外出钱' }],
    },
    40,
    ago(scene, 30),
  )
  await playBallots(scene, lamp, 0.9, 35, null)
  await countVote(cxAt(stage, scene.convener, ago(scene, 29)), sealing, lamp, 7)
  await playObjection(scene, lamp, 'result', resultObjection, [ago(scene, 27), ago(scene, 26)])
  await certify(cxAt(stage, scene.convener, ago(scene, 15)), lamp)
  const company = await playToOpen(
    scene,
    {
      ...base,
      placeId: estate,
      title: '续聘物业公司',
      words: '合同年底到期。续聘和悦物业三年，服务标准和收费见事项。',
      items: [
        { matter: 'propertyCompany', title: '续聘和悦物业服务有限公司，三年', cost: '每月每平方米1.20元' },
        { matter: 'commonParts', title: '在小区大门内设快递柜，收益归全体业主' },
      ],
    },
    2,
    new Date(now.getTime() + 12 * DAY_MS),
  )
  await playBallots(scene, company, 0.5, 1, resident.personId)
  await playMandates(scene, company, ago(scene, 0.8), resident.personId)
  await playDiffering(scene, company, ago(scene, 0.7))
  await keepHeads(cxAt(stage, null, ago(scene, 0.6)))
  return 2
}
