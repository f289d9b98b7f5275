// Example inputs of the three rates and reports.
import type { ratesApi } from '../../../contract/src/rates.ts'
import type { reportsApi } from '../../../contract/src/reports.ts'
import type { Example } from './contract-examples.ts'
import type { Area, Caller } from './areas.ts'

const none = (body?: unknown): Example => ({ about: 'none', input: () => (body === undefined ? {} : { body }) })
const placed = (input: Example['input']): Example => ({ about: 'placed', input })
const month = (before: number) => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - before, 1)).toISOString().slice(0, 7)
}
const period = { from: `${month(1)}-01`, to: `${month(1)}-28` }
const inCommunity = (more: Record<string, string> = {}): Example =>
  placed((area) => ({ query: { scopeId: area.community, ...period, ...more } }))
const asked = async (area: Area, caller: Caller) => {
  const caseId = await area.aCase('inProgress', caller, area.handlerFor(caller))
  const [row] = await area.app.sql(
    'select district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id from cases where id = $1',
    [caseId],
  )
  return area.insert('rate_exclusions', {
    ...row!,
    case_id: caseId,
    body_id: area.handlerFor(caller),
    ground: 'wrongRecord',
    words: '登记错误，见附件说明',
    asked_at: new Date(),
    state: 'asked',
  })
}
let published = 1
export const ratesExamples: Readonly<Record<keyof typeof ratesApi, Example>> = {
  'GET /api/rates': inCommunity(),
  'GET /api/rates/scopes': none(),
  'GET /api/rates/cases': inCommunity({ figure: 'resolveDue' }),
  'GET /api/rates/sheet': inCommunity(),
  'GET /api/rates/months': placed((area) => ({ query: { scopeId: area.community } })),
  // A month may be published once.
  'POST /api/rates/months': { about: 'none', input: () => ({ body: { month: month(published++) } }) },
  'POST /api/rates/recount': none(),
  'GET /api/rates/exclusions': {
    about: 'list',
    input: async (area, caller) => (await asked(area, caller), {}),
  },
  'POST /api/rates/exclusions': placed(async (area, caller) => ({
    body: {
      caseId: await area.aCase('inProgress', caller, area.handlerFor(caller)),
      ground: 'wrongRecord',
      words: '登记错误，重复录入了两次',
      photos: [],
    },
  })),
  'POST /api/rates/exclusions/:id/decision': placed(async (area, caller) => ({
    params: { id: await asked(area, caller) },
    body: { granted: true, words: '情况属实' },
  })),
  'GET /api/rates/signs': {
    about: 'none',
    input: async (area) => {
      await area.insert('rate_signs', {
        district_id: area.district,
        month: month(1),
        kind: 'selfFiled',
        body_id: area.property,
        counted: 2,
        of_all: 9,
        case_ids: [],
        found_at: new Date(),
      })
      return { query: { month: month(1) } }
    },
  },
}

const ofMonth = placed((area) => ({ query: { scopeId: area.community, kind: 'month', day: period.from } }))
export const reportsExamples: Readonly<Record<keyof typeof reportsApi, Example>> = {
  'GET /api/reports': ofMonth,
  'GET /api/reports/sheet': ofMonth,
  'GET /api/reports/document': ofMonth,
}
