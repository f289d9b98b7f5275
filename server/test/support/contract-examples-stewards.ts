// Example inputs of stewards and duty lists.
import { uuidv7 } from 'uuidv7'
import type { dutylistsApi } from '../../../contract/src/dutylists.ts'
import type { stewardsApi } from '../../../contract/src/stewards.ts'
import type { Area, Caller } from './areas.ts'
import type { Example } from './contract-examples.ts'

const none: Example = { about: 'none', input: () => ({}) }
export const stewardExamples: Readonly<Record<keyof typeof stewardsApi, Example>> = {
  'GET /api/stewards/my-card': none,
  'PUT /api/stewards/my-card': {
    about: 'none',
    input: () => ({ body: { showPhoto: false, showPhone: true, workPhone: null, photoId: null, line: '随叫随到' } }),
  },
  'GET /api/stewards/who': { about: 'list', input: () => ({}) },
  'GET /api/stewards/who/:code': {
    about: 'none',
    input: async (area) => ({ params: { code: await area.codeText() } }),
  },
  'GET /api/stewards/buildings': { about: 'list', input: () => ({ query: { limit: '200' } }) },
  'GET /api/stewards/figures': { about: 'list', input: () => ({}) },
}
let made = 0
/** The caller's own department where the caller is of one, else a new one of the area's district. */
const departmentOf = async (area: Area, caller: Caller): Promise<string> => {
  const own = await area.app.sql(
    "select id from organisations where id = $1 and kind = 'department' and district_id = $2",
    [caller.organisationId, area.district],
  )
  if (own.length > 0) return caller.organisationId!
  return area.insert('organisations', {
    district_id: area.district,
    kind: 'department',
    name: `部门${++made}`,
    short_name: '部门',
  })
}
const aDuty = async (area: Area, caller: Caller): Promise<string> => {
  const id = uuidv7()
  area.ids.add(id)
  await area.app.sql(
    "insert into duty_items (id, district_id, organisation_id, list, name, description, contact, legal_basis, updated_at) values ($1, $2, $3, 'enforcement', '查处占道经营', '—', '执法人员', '—', now())",
    [id, area.district, await departmentOf(area, caller)],
  )
  return id
}
const body = (area: Area) => ({
  list: 'enforcement',
  name: '查处占道经营',
  contact: '执法包片人员',
  categoryIds: [area.category],
  placeIds: [area.community],
})
const found = async (area: Area, caller: Caller) => ({ params: { id: await aDuty(area, caller) } })
export const dutylistExamples: Readonly<Record<keyof typeof dutylistsApi, Example>> = {
  'GET /api/dutylists': none,
  'GET /api/dutylists/departments': none,
  'GET /api/dutylists.xlsx': none,
  'GET /api/dutylists/template.xlsx': none,
  'POST /api/dutylists': {
    about: 'district',
    input: async (area, caller) => ({ body: { ...body(area), organisationId: await departmentOf(area, caller) } }),
  },
  'POST /api/dutylists/import': {
    about: 'district',
    input: async (area, caller) => ({ form: { organisationId: await departmentOf(area, caller) } }),
    neverDone: 'needs a spreadsheet',
  },
  'PUT /api/dutylists/:id': {
    about: 'district',
    input: async (area, caller) => ({ ...(await found(area, caller)), body: body(area) }),
  },
  'DELETE /api/dutylists/:id': { about: 'district', input: found },
}
