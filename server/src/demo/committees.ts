// The demo's committees, a trial service and consultations, played through the product's own commands where people act.
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { nationalCommitteeRules } from '../../../rules/src/committee-rules.ts'
import { proposeCandidate } from '../modules/committees/candidates.ts'
import { beginFormation, setUpBody } from '../modules/committees/formation.ts'
import { committeeMembers, committees } from '../modules/committees/tables.ts'
import { placeById, placedOf } from '../modules/places/index.ts'
import { answerPoll, draftPoll, endPoll, publishPoll } from '../modules/polls/ask.ts'
import { showPoll } from '../modules/polls/view.ts'
import { logWork, planTrial, startTrial, weekOf } from '../modules/trials/steps.ts'
import { trialMarks } from '../modules/trials/tables.ts'
import type { Actor } from '../platform/cx.ts'
import type { Sealing } from '../platform/sealing.ts'
import { insertRows } from './bulk.ts'
import { demoHome, signInOf } from './sign-ins.ts'
import { actorBy, cxAt, photoOf, type Stage } from './stage.ts'

const DAY_MS = 86_400_000
interface Scene {
  readonly stage: Stage
  readonly secretary: Actor
  readonly manager: Actor
  readonly now: Date
}
const ago = ({ now }: Scene, days: number) => new Date(now.getTime() - days * DAY_MS)
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const surnames = '王李张刘陈杨赵黄周吴'
const given = ['建国', '桂芳', '志强', '秀兰', '海涛', '玉梅', '立新', '红梅', '文斌', '淑珍']
const nameOf = ({ random }: Stage) => `${surnames[random.int(0, 9)]!}${given[random.int(0, 9)]!}`

const ownersAt = async ({ stage }: Scene, placeId: string, limit: number) =>
  (
    await stage.db.execute<{ id: string; name: string; home_id: string }>(sql`
      select distinct on (pe.id) pe.id, pe.name, h.home_id from home_people h join places p on p.id = h.home_id join persons pe on pe.id = h.person_id
      where ${placeId}::uuid in (p.estate_id, p.community_id) and h.state = 'confirmed' and h.relation = 'owner' and pe.active
        and pe.login is null order by pe.id limit ${limit}`)
  ).rows
/** The appointment somebody holds in a body. */
const postOf = async ({ stage }: Scene, personId: string, organisationId: string): Promise<string | null> => {
  const { rows } = await stage.db.execute<{ id: string }>(
    sql`select id from appointments where person_id = ${personId} and organisation_id = ${organisationId} limit 1`,
  )
  return rows[0]?.id ?? null
}
/** Committees that exist: terms of five years, the second ends within two months. */
const seatExisting = async (scene: Scene): Promise<number> => {
  const { stage, now } = scene
  const { rows } = await stage.db.execute<{ id: string; place_id: string; path: string }>(sql`
    select o.id, o.place_id, p.path from organisations o join places p on p.id = o.place_id
    where o.kind = 'ownersCommittee' and o.active and p.kind = 'estate' order by p.path_order`)
  const chair = await actorBy(stage, signInOf('ownersCommitteeMember').login)
  const bodies: (typeof committees.$inferInsert)[] = []
  const members: (typeof committeeMembers.$inferInsert)[] = []
  for (const [i, row] of rows.entries()) {
    const place = (await placeById(stage.db, row.place_id))!
    const to = dayOf(new Date(now.getTime() + (i === 1 ? 50 : 300 + stage.random.int(0, 1100)) * DAY_MS))
    const from = `${Number(to.slice(0, 4)) - 4}${to.slice(4)}`.replace('-02-29', '-02-28')
    const id = uuidv7()
    bodies.push({
      ...placedOf(place),
      id,
      placeId: place.id,
      placeName: place.path,
      kind: 'ownersCommittee',
      state: 'seated',
      stateAt: ago(scene, 80),
      seats: 5,
      ground: `备案${from.slice(0, 4)}-${i + 1}号`,
      needsNoArrears: false,
      rules: nationalCommitteeRules,
      organisationId: row.id,
      termFrom: from,
      termTo: to,
      createdAt: new Date(ago(scene, 80).getTime() + i),
    })
    const isHome = row.path === demoHome.estate
    // Written down as names: two of them are owners who can be tied to their account.
    const owners = isHome ? await ownersAt(scene, row.place_id, 2) : []
    const appointmentId = isHome ? await postOf(scene, chair.personId, row.id) : null
    for (let sort = 1; sort <= 5; sort++)
      members.push({
        id: uuidv7(),
        committeeId: id,
        sort,
        personId: isHome && sort === 1 ? chair.personId : null,
        appointmentId: isHome && sort === 1 ? appointmentId : null,
        name: isHome && sort === 1 ? chair.name : (owners[sort - 2]?.name ?? nameOf(stage)),
        side: 'owners',
        duty: sort === 1 ? 'chair' : sort === 2 ? 'viceChair' : 'member',
        isPartyMember: stage.random.int(0, 9) < 5,
        fromOn: from,
        toOn: to,
      })
  }
  await insertRows(stage.db, committees, bodies)
  await insertRows(stage.db, committeeMembers, members)
  return bodies.length
}
const neighbour = (scene: Scene, person: { id: string; name: string }): Actor => ({
  ...scene.secretary,
  personId: person.id,
  name: person.name,
  sessionId: person.id,
  held: [],
})
/** Estates of the demo community where nothing sits yet. */
const freeEstates = async ({ stage }: Scene): Promise<string[]> =>
  (
    await stage.db.execute<{ id: string }>(sql`
      select e.id from places e join places c on c.id = e.community_id
      where e.kind = 'estate' and c.name = ${demoHome.community} and e.name <> ${demoHome.estate}
        and not exists (select 1 from organisations o where o.place_id = e.id and o.kind in ('ownersCommittee', 'managementCommittee') and o.active)
      order by e.path_order`)
  ).rows.map((row) => row.id)
/** Owners propose themselves; nominations are still open. */
const formOne = async (scene: Scene, sealing: Sealing, placeId: string): Promise<void> => {
  const { stage, secretary } = scene
  const owners = (side: string) => ({ name: nameOf(stage), side: side as 'owners', isLead: false })
  const id = await beginFormation(cxAt(stage, secretary, ago(scene, 6)), {
    placeId,
    group: [
      { name: signInOf('streetOfficer').name, side: 'street', isLead: true },
      { name: signInOf('communitySecretary').name, side: 'community', isLead: false },
      ...['owners', 'owners', 'owners'].map(owners),
    ],
    seats: 5,
    nominationsUntil: dayOf(ago(scene, -8)),
    needsNoArrears: true,
  })
  for (const [i, person] of (await ownersAt(scene, placeId, 4)).entries())
    await proposeCandidate(cxAt(stage, neighbour(scene, person), ago(scene, 4)), sealing, id, {
      statement: i % 2 === 0 ? '住了十多年，愿意为大家办事。' : '退休前做财务，能把账管清楚。',
      isPartyMember: i % 2 === 0,
    })
}
const manage = (scene: Scene, placeId: string) => {
  const { stage, secretary } = scene
  const one = (
    side: 'community' | 'company' | 'social' | 'owners',
    duty: 'chair' | 'viceChair' | 'member',
    i: number,
  ) => ({
    name: side === 'community' ? signInOf('communitySecretary').name : nameOf(stage),
    side,
    duty,
    isPartyMember: i % 2 === 0,
  })
  return setUpBody(cxAt(stage, secretary, ago(scene, 60)), {
    placeId,
    kind: 'managementCommittee',
    ground: '老旧小区，两次没有选出业委会',
    from: dayOf(ago(scene, 60)),
    to: dayOf(ago(scene, -600)),
    members: [
      one('community', 'chair', 0),
      one('company', 'member', 1),
      one('social', 'member', 2),
      ...[3, 4, 5, 6].map((i) => one('owners', i === 3 ? 'viceChair' : 'member', i)),
    ],
  })
}
/** Five weeks of service, with marks that grow. */
const playTrial = async (scene: Scene, placeId: string): Promise<void> => {
  const { stage, secretary, manager } = scene
  const companyId = manager.held.find((held) => held.organisationKind === 'propertyCompany')!.organisationId
  const id = await planTrial(cxAt(stage, secretary, ago(scene, 40)), {
    placeId,
    companyId,
    conditions: '有资质、服务好、先体验。保洁每天一次，门岗全天，维修一小时到场。',
    fee: 60,
    startsOn: dayOf(ago(scene, 35)),
    endsOn: dayOf(ago(scene, -25)),
  })
  await startTrial(cxAt(stage, secretary, ago(scene, 35)), id)
  for (const [days, words] of [
    [30, '清理楼道杂物和小广告'],
    [16, '修好东门道闸，重画车位线'],
    [3, '清洗二次供水水箱'],
  ] as const)
    await logWork(cxAt(stage, manager, ago(scene, days)), id, {
      day: dayOf(ago(scene, days)),
      words,
      photos: [await photoOf(stage, manager, ago(scene, days))],
    })
  const households = await ownersAt(scene, placeId, 12)
  const homes = [...new Map(households.map((one) => [one.home_id, one])).values()]
  const rows = [4, 3, 2, 1].flatMap((weeks) =>
    homes
      .filter(() => stage.random.int(0, 9) < 7)
      .map((one) => ({
        trialId: id,
        homeId: one.home_id,
        week: weekOf(dayOf(ago(scene, weeks * 7))),
        personId: one.id,
        mark: Math.min(5, 3 + stage.random.int(0, 1) + (weeks < 3 ? 1 : 0)),
        words: stage.random.int(0, 3) === 0 ? '比以前干净了。' : '',
        at: ago(scene, weeks * 7),
      })),
  )
  if (rows.length > 0) await insertRows(stage.db, trialMarks, rows)
}
const playPolls = async (scene: Scene): Promise<void> => {
  const { stage, secretary } = scene
  const found = await stage.db.execute<{ id: string }>(
    sql`select id from places where kind = 'estate' and name = ${demoHome.estate} limit 1`,
  )
  const placeId = found.rows[0]!.id
  const play = async (days: number, title: string, words: string, closesOn: string, options: readonly string[]) => {
    const asked = cxAt(stage, secretary, ago(scene, days))
    const id = await draftPoll(asked, {
      placeId,
      title,
      words,
      audience: 'residents',
      closesOn,
      questions: [{ words: title, isMany: false, options: [...options] }],
    })
    await publishPoll(asked, id)
    const view = await showPoll(asked, id)
    for (const person of await ownersAt(scene, placeId, 9))
      await answerPoll(cxAt(stage, neighbour(scene, person), ago(scene, days - 1)), id, {
        optionIds: [view.questions[0]!.options[stage.random.int(0, options.length - 1)]!.id],
        ...(stage.random.int(0, 3) === 0 ? { remark: '希望早点办。' } : {}),
      })
    return id
  }
  await play(3, '健身角放在哪里', '社区有一笔器材，两处地方可以选。只是问问大家，不是表决。', dayOf(ago(scene, -9)), [
    '东门小广场',
    '西门空地',
    '都不要，留着停车',
  ])
  const past = await play(
    40,
    '垃圾桶撤到楼头行不行',
    '想把单元门口的桶撤到楼头。先听听大家的。',
    dayOf(ago(scene, 20)),
    ['行', '不行', '说不好'],
  )
  await endPoll(cxAt(stage, secretary, ago(scene, 30)), past, 'close')
}
/** How many committees sit. */
export const playCommittees = async (stage: Stage, sealing: Sealing, now: Date): Promise<number> => {
  const scene: Scene = {
    stage,
    secretary: await actorBy(stage, signInOf('communitySecretary').login),
    manager: await actorBy(stage, signInOf('propertyManager').login),
    now,
  }
  const seated = await seatExisting(scene)
  const [forming, managed, onTrial] = await freeEstates(scene)
  if (forming !== undefined) await formOne(scene, sealing, forming)
  if (managed !== undefined) await manage(scene, managed)
  const trialAt = onTrial ?? managed
  if (trialAt !== undefined) await playTrial(scene, trialAt)
  await playPolls(scene)
  return seated
}
