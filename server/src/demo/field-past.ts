// Joint operations of the demo community, one closed and one to come, and an emergency that is over.
import { sql } from 'drizzle-orm'
import { commonResults } from '../../../contract/src/operations-life.ts'
import { shanghaiDay } from '../../../rules/src/working-time.ts'
import { figuresOf } from '../modules/emergency/figures.ts'
import type { EmergencyRow } from '../modules/emergency/policy.ts'
import { emergencies, emergencyCallouts, emergencyCalls, emergencyTasks } from '../modules/emergency/tables.ts'
import { operationFindings, operations, operationUnits } from '../modules/operations/tables.ts'
import { insertRows } from './bulk.ts'
import { holderOf, type FieldPlace, type FieldStage } from './field-stage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const standing = ({ districtId }: FieldStage, place: FieldPlace) => ({
  districtId,
  streetId: place.streetId,
  communityId: place.communityId,
  gridId: null,
  microGridId: null,
  estateId: null,
  buildingId: null,
  unitId: null,
})
const bodiesOf = async ({ db, districtId }: FieldStage, place: FieldPlace) =>
  (
    await db.execute<{ id: string; kind: string; name: string }>(sql`
      select o.id, o.kind, o.name from organisations o where o.district_id = ${districtId}
        and (o.kind = 'department' or (o.kind = 'communityCommittee' and o.place_id = ${place.communityId})) order by o.name`)
  ).rows

export const playOperations = async (stage: FieldStage, place: FieldPlace, now: Date): Promise<void> => {
  const { db, random } = stage
  const bodies = await bodiesOf(stage, place)
  const committee = bodies.find((body) => body.kind === 'communityCommittee')!
  const departments = bodies.filter((body) => /执法|消防|公安/.test(body.name)).slice(0, 3)
  const clerk = await holderOf(stage, 'communityClerk', [place.communityId])
  const held = new Date(now.getTime() - 5 * DAY_MS)
  const values = [5, 8, 23, 4, 12]
  const row = (at: Date, more: object) => ({
    id: random.id(at),
    ...standing(stage, place),
    placeId: place.communityId,
    leadId: committee.id,
    createdBy: clerk,
    createdAt: new Date(at.getTime() - 2 * DAY_MS),
    day: shanghaiDay(at),
    ...more,
  })
  const closed = row(held, {
    name: '消防通道和飞线充电联合整治',
    aim: '查消防通道占用、飞线充电和楼道堆物。',
    state: 'closed',
    results: commonResults.map((one, n) => ({ label: one.zh, value: values[n]! })),
    words: '查了五栋楼，清理通道三处，两处限期改正。',
    closedAt: new Date(held.getTime() + 3 * HOUR_MS),
  })
  const coming = row(new Date(now.getTime() + 2 * DAY_MS), {
    name: '早市占道经营联合整治',
    aim: '劝离占道摊位，恢复通行。',
    state: 'planned',
    results: [],
    words: null,
    closedAt: null,
  })
  await insertRows(db, operations, [closed, coming] as (typeof operations.$inferInsert)[])
  const units = [closed, coming].flatMap(({ id }) => [
    { operationId: id, organisationId: committee.id, people: '社区工作者两名', task: '引导居民，登记问题' },
    ...departments.map((body) => ({ operationId: id, organisationId: body.id, people: '队员三名', task: '现场检查' })),
  ])
  await insertRows(db, operationUnits, units)
  const found = ['3号楼西侧消防通道停了三辆车', '2号楼门口三根充电飞线', '5号楼楼道堆满纸箱'].map((words, n) => ({
    id: random.id(held),
    operationId: closed.id,
    organisationId: departments[n % departments.length]!.id,
    placeId: place.buildings[n % place.buildings.length]!.id,
    words,
    photos: [],
    personId: clerk,
    at: new Date(held.getTime() + n * 600_000),
    caseId: null,
  }))
  await insertRows(db, operationFindings, found)
}
const homesOf = async ({ db }: FieldStage, place: FieldPlace) =>
  (
    await db.execute<{ id: string; buildingId: string; unitId: string | null; gridId: string | null }>(sql`
      select h.id, h.building_id as "buildingId", h.unit_id as "unitId", h.grid_id as "gridId" from places h
      where h.kind = 'home' and h.building_id = ${place.buildings[0]!.id} order by h.path_order limit 24`)
  ).rows
const playTasks = async (stage: FieldStage, place: FieldPlace, emergencyId: string, began: Date, worker: string) => {
  const { random } = stage
  const tasks = (await homesOf(stage, place)).map((home, n) => {
    const state = random.weighted([
      ['done', 8],
      ['refused', 1],
      ['handedOn', 1],
    ] as const)
    const at = new Date(began.getTime() + HOUR_MS + n * 20 * 60_000 + (n > 12 ? DAY_MS / 2 : 0))
    return {
      id: random.id(began),
      emergencyId,
      ...standing(stage, place),
      estateId: place.estateId,
      buildingId: home.buildingId,
      unitId: home.unitId,
      gridId: home.gridId,
      homeId: home.id,
      kind: 'supplies' as const,
      words: '送两桶饮用水',
      state,
      assigneeId: worker,
      requestedBy: null,
      createdAt: began,
      resultWords: state === 'refused' ? '家里有储水' : null,
      quantity: state === 'done' ? 2 : 0,
      doneBy: worker,
      doneAt: at,
      handedTo: null,
    }
  })
  await insertRows(stage.db, emergencyTasks, tasks)
}
const playCalls = async (stage: FieldStage, place: FieldPlace, emergencyId: string, began: Date, by: string) => {
  const { db, random, districtId } = stage
  const people = (
    await db.execute<{ id: string; post: string }>(sql`
      select distinct on (a.person_id) a.person_id as id, o.name || ' ' || p.name as post from appointments a
      join positions p on p.id = a.position_id join organisations o on o.id = a.organisation_id join places s on s.id = a.scope_id
      where a.district_id = ${districtId} and p.code in ('gridWorker', 'buildingLead', 'steward') and s.community_id = ${place.communityId}
      order by a.person_id limit 12`)
  ).rows
  const calloutId = random.id(began)
  const callout = { id: calloutId, emergencyId, words: '请到社区集合，分楼栋送水。', byId: by, at: began }
  await insertRows(db, emergencyCallouts, [callout])
  const calls = people.map((person, n) => {
    const answer = n % 5 === 4 ? ('cannot' as const) : n % 7 === 6 ? null : ('coming' as const)
    const answeredAt = answer === null ? null : new Date(began.getTime() + (n + 3) * 60_000)
    return {
      id: random.id(began),
      calloutId,
      emergencyId,
      personId: person.id,
      post: person.post,
      answer,
      eta: answer === 'coming' ? new Date(began.getTime() + HOUR_MS) : null,
      words: answer === 'cannot' ? '人在外地' : null,
      answeredAt,
    }
  })
  await insertRows(db, emergencyCalls, calls)
}
export const playEmergency = async (stage: FieldStage, place: FieldPlace, now: Date): Promise<void> => {
  const { db, random } = stage
  const began = new Date(now.getTime() - 12 * DAY_MS)
  const ended = new Date(began.getTime() + 2 * DAY_MS)
  const chief = await holderOf(stage, 'streetOfficer', [place.streetId])
  const worker = await holderOf(stage, 'gridWorker', [place.gridId])
  const row: EmergencyRow = {
    id: random.id(began),
    ...standing(stage, place),
    placeId: place.communityId,
    placeKind: 'community',
    name: '柳园社区停水应急',
    reason: '主供水管爆裂，全社区停水。',
    advice: '请节约用水。需要送水可以在手机上申请。',
    begunBy: chief,
    begunAt: began,
    endedBy: chief,
    endedAt: ended,
    report: null,
  }
  await insertRows(db, emergencies, [row])
  await playTasks(stage, place, row.id, began, worker)
  await playCalls(stage, place, row.id, began, chief)
  const figures = await figuresOf(db, row)
  const handedOn = figures.tasks.handedOn
  const report = {
    words: '两天恢复供水，缺水户都已送到。',
    figures,
    closed: 0,
    handedOn,
    handedTo: '和悦物业服务有限公司',
  }
  await db.execute(sql`update emergencies set report = ${JSON.stringify(report)}::jsonb where id = ${row.id}`)
}
