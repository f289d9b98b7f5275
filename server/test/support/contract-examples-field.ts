// Example inputs of work in the field: patrols, joint operations.
import { uuidv7 } from 'uuidv7'
import type { operationsApi } from '../../../contract/src/operations.ts'
import type { patrolsApi } from '../../../contract/src/patrols.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

type Input = Example['input']
const of =
  (about: Example['about']) =>
  (input: Input): Example => ({ about, input })
const placed = of('placed')
const list = of('list')
const ofDistrict = of('district')
const none = (body?: unknown): Example => ({ about: 'none', input: () => (body === undefined ? {} : { body }) })
const byId =
  (find: (area: Area, caller: Caller) => string | Promise<string>, body?: unknown): Input =>
  async (area, caller) => ({ params: { id: await find(area, caller) }, ...(body === undefined ? {} : { body }) })

let counter = 0
type Row = Readonly<Record<string, unknown>>
/** A row of the area, known as such; with `place_id` it stands where that place stands. */
export const insert = async (area: Area, table: string, row: Row): Promise<string> => {
  const all: Row = { id: uuidv7(), ...row }
  const columns = Object.keys(all)
  const marks = columns.map((_, n) => `$${n + 1}`)
  await area.app.sql(`insert into ${table} (${columns.join(', ')}) values (${marks.join(', ')})`, Object.values(all))
  area.ids.add(all.id as string)
  return all.id as string
}
export const insertPlaced = async (area: Area, table: string, row: Row & { place_id: string }): Promise<string> => {
  const [place] = await area.app.sql(
    'select district_id, street_id, community_id, grid_id, micro_grid_id, estate_id, building_id, unit_id from places where id = $1',
    [row.place_id],
  )
  return insert(area, table, { ...place, ...row })
}
const items = [{ key: 'parking', text: '车辆停放整齐' }]
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const HOUR_MS = 3_600_000
const routeBody = (area: Area) => ({
  name: `日巡${++counter}`,
  placeId: area.unit,
  who: { by: 'position', positionCode: 'steward' },
  schedule: { weekdays: [1, 2, 3, 4, 5, 6, 7], windows: [{ from: '00:00', until: '23:59' }], startsOn: today() },
  points: [{ name: '单元门口', placeId: area.unit, items }],
})
/** A route in the area's unit, walked by the committee. */
const route = (area: Area) =>
  insertPlaced(area, 'patrol_routes', {
    place_id: area.unit,
    name: `路线${++counter}`,
    organisation_id: area.committee,
    weekdays: [],
    windows: JSON.stringify([{ from: 0, until: 1439 }]),
    every_weeks: 1,
    rests_on_holidays: false,
    starts_on: today(),
    grace_minutes: 60,
    active: true,
    created_at: new Date(),
  })
const point = (area: Area, routeId: string) =>
  insert(area, 'patrol_points', {
    route_id: routeId,
    sort: 0,
    name: '门口',
    place_id: area.unit,
    radius: 60,
    items: JSON.stringify(items),
  })
/** A visit now; the caller's own body walks it, where the caller has one that belongs here. */
const visit = async (area: Area, caller: Caller, state = 'planned') => {
  const routeId = await route(area)
  const pointId = await point(area, routeId)
  const id = await insertPlaced(area, 'patrol_visits', {
    place_id: area.unit,
    route_id: routeId,
    kind: 'sweep',
    aim: '联合检查',
    day: today(),
    slot: 0,
    from_at: new Date(Date.now() - HOUR_MS),
    until_at: new Date(Date.now() + HOUR_MS),
    miss_at: new Date(Date.now() + 2 * HOUR_MS),
    state,
    points: 1,
  })
  await area.app.sql('insert into patrol_visit_units (visit_id, organisation_id, people) values ($1, $2, $3)', [
    id,
    area.handlerFor(caller),
    '',
  ])
  return { id, pointId }
}
const visitId = async (area: Area, caller: Caller) => (await visit(area, caller)).id

export const patrolExamples: Readonly<Record<keyof typeof patrolsApi, Example>> = {
  'GET /api/patrols/checklists': none(),
  'POST /api/patrols/checklists': {
    about: 'none',
    input: () => ({ body: { name: `清单${++counter}`, items } }),
  },
  'PUT /api/patrols/checklists/:id': ofDistrict(async (area) => ({
    params: {
      id: await insert(area, 'patrol_checklists', {
        district_id: area.district,
        name: `旧清单${++counter}`,
        items: JSON.stringify(items),
        created_at: new Date(),
      }),
    },
    body: { name: `新清单${++counter}`, items },
  })),
  'GET /api/patrols/routes': list(async (area) => (await route(area), {})),
  'GET /api/patrols/routes/:id': placed(byId((area) => route(area))),
  'POST /api/patrols/routes': placed((area) => ({ body: routeBody(area) })),
  'PUT /api/patrols/routes/:id': placed(async (area) => ({
    params: { id: await route(area) },
    body: routeBody(area),
  })),
  'POST /api/patrols/routes/:id/sweeps': placed(async (area) => ({
    params: { id: await route(area) },
    body: {
      aim: '查消防通道',
      from: new Date().toISOString(),
      until: new Date(Date.now() + HOUR_MS).toISOString(),
      units: [{ organisationId: area.committee, people: '三人' }],
    },
  })),
  'GET /api/patrols/mine': list(async (area, caller) => (await visitId(area, caller), {})),
  'GET /api/patrols/visits': list(async (area, caller) => (await visitId(area, caller), {})),
  'GET /api/patrols/visits/:id': placed(byId(visitId)),
  'POST /api/patrols/visits/:id/checkins': placed(async (area, caller) => {
    const { id, pointId } = await visit(area, caller)
    return { params: { id }, body: { id: uuidv7(), pointId, walkedAt: new Date().toISOString(), okItems: ['parking'] } }
  }),
  'POST /api/patrols/visits/:id/finish': placed(async (area, caller) => ({
    params: { id: (await visit(area, caller, 'underway')).id },
    body: { finishedAt: new Date().toISOString(), words: '下雨，没有走完' },
  })),
  'POST /api/patrols/visits/:id/cancellation': placed(byId(visitId, { reason: '活动取消' })),
  'POST /api/patrols/findings/:id/case': placed(async (area, caller) => {
    const { id, pointId } = await visit(area, caller, 'underway')
    const finding = await insert(area, 'patrol_findings', {
      visit_id: id,
      point_id: pointId,
      item: 'parking',
      words: '车停在消防通道',
      photos: [],
      person_id: await area.person(),
      found_at: new Date(),
    })
    return { params: { id: finding }, body: {} }
  }),
  'GET /api/patrols/results': list(async (area, caller) => (await visitId(area, caller), { query: { week: today() } })),
  'GET /api/patrols/results.xlsx': { about: 'none', input: () => ({ query: { week: today() } }) },
  'GET /api/patrols/doorcodes': placed((area) => ({ query: { placeId: area.unit } })),
}

const operationBody = (area: Area) => ({
  name: `联合执法${++counter}`,
  aim: '清理占道经营',
  placeId: area.estate,
  day: today(),
  leadId: area.committee,
  units: [{ organisationId: area.property, people: '两人', task: '劝导' }],
})
/** An operation in the area's estate; the caller's own body takes part, where the caller has one that belongs here. */
const operation = async (area: Area, caller: Caller) => {
  const id = await insertPlaced(area, 'operations', {
    place_id: area.estate,
    name: `行动${++counter}`,
    aim: '查消防通道',
    day: today(),
    lead_id: area.committee,
    state: 'planned',
    created_at: new Date(),
  })
  await area.app.sql(
    'insert into operation_units (operation_id, organisation_id, people, task) values ($1, $2, $3, $3)',
    [id, area.handlerFor(caller), ''],
  )
  return id
}
export const operationExamples: Readonly<Record<keyof typeof operationsApi, Example>> = {
  'GET /api/operations': list(async (area, caller) => (await operation(area, caller), {})),
  'GET /api/operations.xlsx': none(),
  'GET /api/operations/officers': list((area) => ({ query: { placeId: area.community } })),
  'GET /api/operations/:id': placed(byId(operation)),
  'POST /api/operations': placed((area) => ({ body: operationBody(area) })),
  'PUT /api/operations/:id': placed(async (area, caller) => ({
    params: { id: await operation(area, caller) },
    body: operationBody(area),
  })),
  'POST /api/operations/:id/findings': placed(async (area, caller) => ({
    params: { id: await operation(area, caller) },
    body: { id: uuidv7(), placeId: area.unit, words: '通道堵了' },
  })),
  'POST /api/operations/findings/:id/case': placed(async (area, caller) => ({
    params: {
      id: await insert(area, 'operation_findings', {
        operation_id: await operation(area, caller),
        place_id: area.unit,
        words: '通道堵了',
        photos: [],
        person_id: await area.person(),
        at: new Date(),
      }),
    },
    body: {},
  })),
  'POST /api/operations/:id/start': placed(byId(operation, {})),
  'POST /api/operations/:id/close': placed(
    byId(operation, { words: '清理完毕', results: [{ label: '检查点位', value: 8 }] }),
  ),
  'POST /api/operations/:id/cancel': placed(byId(operation, { words: '下雨取消' })),
}
