// Duty lists (mission E6): what each department does in communities, where, on what legal basis; cases are routed by them.
import { z } from 'zod'
import { keysOf } from './cases-shapes.ts'
import { at, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { dutyLists, type DutyList } from './dutylists-kinds.ts'
import { endpoints } from './endpoint.ts'

const list = z.enum(keysOf<DutyList>(dutyLists))
export const dutyItem = z.object({
  id,
  organisation: named,
  list,
  order: z.number().int(),
  name: z.string(),
  description: z.string(),
  categories: z.array(named),
  /** Where it is done; empty: in the whole district. */ places: z.array(named),
  /** The post to ask for. */ contact: z.string(),
  officePhone: z.string().nullable(),
  legalBasis: z.string(),
  updatedAt: at,
  may: z.boolean(),
})
const body = z.object({
  list,
  order: z.number().int().min(0).max(9999).default(0),
  name: words(80, 2),
  description: words(1000).default('—'),
  categoryIds: z.array(id).max(50).default([]),
  placeIds: z.array(id).max(100).default([]),
  contact: words(60),
  legalBasis: words(300).default('—'),
})
const filters = {
  organisationId: id.optional(),
  list: list.optional(),
  search: z.string().trim().max(60).optional(),
}
export const dutylistsApi = endpoints({
  'GET /api/dutylists': {
    say: 'What departments do in communities',
    permission: 'anyone',
    journal: null,
    query: z.object({ ...paging, ...filters, placeId: id.optional() }),
    out: listOf(dutyItem),
  },
  'GET /api/dutylists/departments': {
    say: 'Departments with the number of duties on each list',
    permission: 'anyone',
    journal: null,
    query: z.object({ mine: flag.optional() }),
    out: z.array(
      z.object({
        organisation: named,
        broughtIn: z.number().int(),
        handedDown: z.number().int(),
        enforcement: z.number().int(),
        may: z.boolean(),
      }),
    ),
  },
  'GET /api/dutylists.xlsx': {
    say: 'The lists as a spreadsheet',
    permission: 'dutylist.edit',
    journal: 'exported duty lists',
    query: z.object({ ...filters, placeId: id.optional() }),
    gives: 'file',
  },
  'GET /api/dutylists/template.xlsx': {
    say: 'An empty spreadsheet to fill in',
    permission: 'dutylist.edit',
    journal: null,
    gives: 'file',
  },
  'POST /api/dutylists': {
    say: 'Add a duty to a list',
    permission: 'dutylist.edit',
    journal: 'added a duty',
    body: body.extend({ organisationId: id }),
    out: dutyItem,
  },
  'POST /api/dutylists/import': {
    say: 'Add duties from a spreadsheet: all of it, or nothing where a row is wrong',
    permission: 'dutylist.edit',
    journal: 'imported duty lists',
    takes: 'file',
    body: z.object({ organisationId: id }),
    out: z.object({ added: z.number().int() }),
  },
  'PUT /api/dutylists/:id': {
    say: 'Change a duty',
    permission: 'dutylist.edit',
    journal: 'changed a duty',
    params: idParams,
    body,
    out: dutyItem,
  },
  'DELETE /api/dutylists/:id': {
    say: 'Take a duty off the list',
    permission: 'dutylist.edit',
    journal: 'removed a duty',
    params: idParams,
    out: done,
  },
})
