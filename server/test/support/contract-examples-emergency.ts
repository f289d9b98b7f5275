// Example inputs of emergency mode.
import { uuidv7 } from 'uuidv7'
import type { emergencyApi } from '../../../contract/src/emergency.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'
import { addPlace } from './small-district.ts'
import { insert, insertPlaced } from './contract-examples-field.ts'

type Input = Example['input']
const of =
  (about: Example['about']) =>
  (input: Input): Example => ({ about, input })
const placed = of('placed')
const list = of('list')
const none = (body?: unknown): Example => ({ about: 'none', input: () => (body === undefined ? {} : { body }) })
const byId =
  (find: (area: Area, caller: Caller) => string | Promise<string>, body?: unknown): Input =>
  async (area, caller) => ({ params: { id: await find(area, caller) }, ...(body === undefined ? {} : { body }) })

let counter = 0
/** One in force in a new estate of the area's community with a home; ended ones leave room for the next. */
const scene = async (area: Area) => {
  await area.app.sql('update emergencies set ended_at = now() where ended_at is null and district_id = $1', [
    area.district,
  ])
  const id = await insertPlaced(area, 'emergencies', {
    place_id: area.community,
    place_kind: 'community',
    name: `防汛${++counter}`,
    reason: '连续暴雨',
    begun_at: new Date(),
  })
  return id
}
const home = async (area: Area) => {
  const id = await addPlace(area.app.sql, 'home', `8${++counter}0`, area.unit)
  area.ids.add(id)
  return id
}
const task = async (area: Area) => {
  const id = await scene(area)
  const place = await home(area)
  const [placed] = await area.app.sql(
    'select district_id, street_id, community_id, grid_id, micro_grid_id, estate_id, building_id, unit_id from places where id = $1',
    [place],
  )
  return insert(area, 'emergency_tasks', {
    ...placed,
    emergency_id: id,
    home_id: place,
    kind: 'check',
    words: '上门查看',
    state: 'open',
    created_at: new Date(),
  })
}
const call = async (area: Area, caller: Caller) => {
  const emergencyId = await scene(area)
  const calloutId = await insert(area, 'emergency_callouts', {
    emergency_id: emergencyId,
    words: '请到岗',
    at: new Date(),
  })
  return insert(area, 'emergency_calls', {
    emergency_id: emergencyId,
    callout_id: calloutId,
    person_id: caller.personId,
    post: '网格员',
  })
}
export const emergencyExamples: Readonly<Record<keyof typeof emergencyApi, Example>> = {
  'GET /api/emergency': list(async (area) => (await scene(area), {})),
  'GET /api/emergency/now': list(async (area) => (await scene(area), {})),
  'GET /api/emergency/deadlines': none(),
  'PUT /api/emergency/deadlines': none([{ kind: 'urgent', respondMinutes: 15, resolveMinutes: 240 }]),
  'POST /api/emergency': placed(async (area) => {
    await area.app.sql('update emergencies set ended_at = now() where ended_at is null')
    await area.app.sql('update case_regimes set until_at = now() where until_at is null')
    return { body: { placeId: area.estate, name: `应急${++counter}`, reason: '停水停电' } }
  }),
  'GET /api/emergency/:id': placed(byId(scene)),
  'POST /api/emergency/:id/end': placed(byId(scene, { words: '水退了', openTasks: 'close' })),
  'POST /api/emergency/:id/callouts': placed(async (area) => ({
    params: { id: await scene(area) },
    body: { words: '请到岗', positionCodes: ['buildingLead'], personIds: [await appointed(area)] },
  })),
  'GET /api/emergency/:id/calls': placed(byId(scene)),
  'GET /api/emergency/calls/mine': { about: 'none', input: () => ({}) },
  'POST /api/emergency/calls/:id/answer': { about: 'own', input: byId(call, { answer: 'coming' }) },
  'GET /api/emergency/:id/tasks': placed(byId(scene)),
  'GET /api/emergency/:id/tasks.xlsx': placed(byId(scene)),
  'POST /api/emergency/:id/tasks': placed(async (area) => ({
    params: { id: await scene(area) },
    body: { placeIds: [await home(area)], kind: 'supplies', words: '送米面' },
  })),
  'POST /api/emergency/:id/assignments': placed(async (area) => ({
    params: { id: await scene(area) },
    body: { buildingId: area.building, personId: await appointed(area) },
  })),
  'GET /api/emergency/:id/buildings': placed(byId(scene)),
  'GET /api/emergency/tasks/mine': { about: 'none', input: () => ({}) },
  'POST /api/emergency/tasks/:id/result': placed(byId(task, { state: 'done', quantity: 1 })),
  'POST /api/emergency/:id/requests': {
    about: 'own',
    input: async (area, caller) => {
      const id = await scene(area)
      const homeId = await home(area)
      await area.app.sql(
        "insert into home_people (id, district_id, home_id, person_id, relation, state) values ($1, $2, $3, $4, 'owner', 'confirmed')",
        [uuidv7(), area.district, homeId, caller.personId],
      )
      return { params: { id }, body: { homeId, kind: 'medicine', words: '老人缺药' } }
    },
  },
}
/** Somebody who holds a post in the area. */
const appointed = async (area: Area): Promise<string> => {
  const appointmentId = await area.appointment('2020-01-01')
  const [row] = await area.app.sql<{ person_id: string }>('select person_id from appointments where id = $1', [
    appointmentId,
  ])
  return row!.person_id
}
