// Example inputs of promises, plans and supervision.
import { uuidv7 } from 'uuidv7'
import type { promisesApi } from '../../../contract/src/promises.ts'
import type { supervisionApi } from '../../../contract/src/supervision.ts'
import type { OrderState } from '../../../contract/src/supervision-life.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

const DAY_MS = 86_400_000
const soon = () => new Date(Date.now() + 2 * DAY_MS)
const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const placedOf = async (area: Area, caseId: string) =>
  (
    await area.app.sql(
      'select district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id from cases where id = $1',
      [caseId],
    )
  )[0]!
const aPromise = async (area: Area, caller: Caller, owner = area.handlerFor(caller), due = 3) => {
  const caseId = await area.aCase('inProgress', caller, area.handlerFor(caller))
  return area.insert('promises', {
    ...(await placedOf(area, caseId)),
    case_id: caseId,
    thing_kind: 'case',
    thing_id: caseId,
    what: '三天内换好门禁',
    owner_id: owner,
    due_on: day(due),
    state: 'open',
    made_at: new Date(),
  })
}
const aPlanned = async (area: Area, caller: Caller) => {
  const caseId = await area.aCase('inProgress', caller, area.handlerFor(caller))
  await area.insert('case_plans', { case_id: caseId, aim: '换管道', state: 'active', made_at: new Date() })
  return caseId
}
const aHandedOver = async (area: Area, caller: Caller) => {
  const caseId = await area.aCase('inProgress', caller, area.handlerFor(caller))
  await area.insert('case_hand_overs', {
    district_id: area.district,
    community_id: area.community,
    case_id: caseId,
    reason: '要大家商量',
    state: 'waiting',
    handed_at: new Date(),
  })
  return caseId
}
export const anOrder = async (area: Area, caller: Caller, state: OrderState, orderer?: string) => {
  const caseId = await area.aCase('inProgress', caller, area.handlerFor(caller))
  return area.insert('supervision_orders', {
    ...(await placedOf(area, caseId)),
    case_id: caseId,
    level: 'street',
    orderer_id: orderer ?? caller.organisationId ?? area.committee,
    answerer_id: area.handlerFor(caller),
    words: '三天内回复',
    due_at: soon(),
    state,
    created_at: new Date(),
  })
}
let rounds = 0
/** Of a period that no other round has. */
const aRound = (area: Area) =>
  area.insert('recheck_rounds', {
    district_id: area.district,
    from_on: day(-40 - ++rounds),
    to_on: day(-1),
    share_permille: 50,
    seed: uuidv7(),
    population: 1,
    drawn: 1,
    drawn_at: new Date(),
  })
const anItem = async (area: Area, caller: Caller, round?: string) =>
  area.insert('recheck_items', {
    round_id: round ?? (await aRound(area)),
    district_id: area.district,
    case_id: await area.aCase('closed', caller, area.property),
    rank: 1,
  })
const onCase = (body: unknown): Example => ({
  about: 'placed',
  input: async (area, caller) => ({
    params: { id: await area.aCase('inProgress', caller, area.handlerFor(caller)) },
    body,
  }),
})
const planned = (body: unknown): Example => ({
  about: 'placed',
  input: async (area, caller) => ({ params: { id: await aPlanned(area, caller) }, body }),
})
const step = { what: '换好门禁', dueOn: day(3) }

export const promisesExamples: Readonly<Record<keyof typeof promisesApi, Example>> = {
  'GET /api/promises': {
    about: 'list',
    input: async (area, caller) => (await aPromise(area, caller), { query: { limit: '200' } }),
  },
  'GET /api/promises/rates': {
    about: 'list',
    input: async (area, caller) => (await aPromise(area, caller), { query: { from: day(-30), to: day(30) } }),
  },
  'POST /api/promises/:id/keep': {
    about: 'placed',
    input: async (area, caller) => ({ params: { id: await aPromise(area, caller) }, body: { words: '换好了' } }),
  },
  'POST /api/promises/:id/release': {
    about: 'placed',
    input: async (area, caller) => ({
      params: { id: await aPromise(area, caller, area.property) },
      body: { reason: '改由街道办' },
    }),
  },
  'GET /api/promises/hand-overs': {
    about: 'list',
    input: async (area, caller) => (await aHandedOver(area, caller), {}),
  },
  'GET /api/cases/:id/plan': {
    about: 'placed',
    input: async (area, caller) => ({ params: { id: await aPlanned(area, caller) } }),
  },
  'POST /api/cases/:id/plan': onCase({ aim: '换掉老管道', steps: [step] }),
  'POST /api/cases/:id/plan/steps': planned(step),
  'POST /api/cases/:id/plan/drop': planned({ reason: '改由街道办' }),
  'POST /api/cases/:id/promises': onCase(step),
  'POST /api/cases/:id/deliberation': onCase({ reason: '要大家商量' }),
  'POST /api/cases/:id/deliberation/return': {
    about: 'placed',
    input: async (area, caller) => ({ params: { id: await aHandedOver(area, caller) }, body: { outcome: '同意施工' } }),
  },
}
const orderStep = (state: OrderState, body: unknown): Example => ({
  about: 'placed',
  input: async (area, caller) => ({ params: { id: await anOrder(area, caller, state) }, body }),
})
export const supervisionExamples: Readonly<Record<keyof typeof supervisionApi, Example>> = {
  'GET /api/supervision/orders': {
    about: 'list',
    input: async (area, caller) => (await anOrder(area, caller, 'issued'), { query: { limit: '200' } }),
  },
  'POST /api/supervision/orders': {
    about: 'placed',
    input: async (area, caller) => ({
      body: {
        caseId: await area.aCase('inProgress', caller),
        organisationId: area.property,
        words: '请三天内回复',
        dueAt: soon().toISOString(),
      },
    }),
  },
  'POST /api/supervision/orders/:id/reply': orderStep('issued', { words: '已经安排' }),
  'POST /api/supervision/orders/:id/signOff': orderStep('replied', { words: '同意' }),
  'POST /api/supervision/orders/:id/sendBack': orderStep('replied', { reason: '不够', dueAt: soon().toISOString() }),
  'POST /api/supervision/orders/:id/withdraw': orderStep('issued', { reason: '发错了' }),
  'GET /api/supervision/overdue': {
    about: 'list',
    input: async (area, caller) => (await aPromise(area, caller, area.handlerFor(caller), -3), {}),
  },
  'GET /api/supervision/recheck-share': { about: 'none', input: () => ({}) },
  'PUT /api/supervision/recheck-share': { about: 'none', input: () => ({ body: { permille: 50 } }) },
  'GET /api/supervision/rounds': { about: 'none', input: async (area) => (await aRound(area), {}) },
  'POST /api/supervision/rounds': {
    about: 'none',
    input: () => ({ body: { from: day(-40 - ++rounds), to: day(-2) } }),
  },
  'GET /api/supervision/rounds/:id': {
    about: 'district',
    input: async (area, caller) => {
      const round = await aRound(area)
      await anItem(area, caller, round)
      return { params: { id: round } }
    },
  },
  'POST /api/supervision/rechecks/:id': {
    about: 'placed',
    input: async (area, caller) => ({
      params: { id: await anItem(area, caller) },
      body: { result: 'passed', words: '看过了' },
    }),
  },
}
