// Patrols: checklists, routes with points, planned visits, what is found on the way, results by week (mission A3).
import { z } from 'zod'
import { at, day, flag, id, idParams, listOf, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { patrolLimits } from './patrols-life.ts'
import {
  items,
  checklist,
  routeBody,
  routeRow,
  route,
  visitRow,
  finding,
  visit,
  checkinBody,
  visitFilters,
  resultFilters,
  result,
} from './patrols-shapes.ts'
import { placeRef } from './places.ts'

export const patrolsApi = endpoints({
  'GET /api/patrols/checklists': {
    say: 'Checklist templates',
    permission: 'patrol.plan',
    journal: null,
    out: z.array(checklist),
  },
  'POST /api/patrols/checklists': {
    say: 'Add a checklist template',
    permission: 'patrol.plan',
    journal: 'added a checklist',
    body: z.object({ name: words(40), items }),
    out: checklist,
  },
  'PUT /api/patrols/checklists/:id': {
    say: 'Change a checklist template; routes keep the items they were given',
    permission: 'patrol.plan',
    journal: 'changed a checklist',
    params: idParams,
    body: z.object({ name: words(40), items }),
    out: checklist,
  },
  'GET /api/patrols/routes': {
    say: 'Routes of my area',
    permission: 'patrol.plan',
    journal: null,
    query: z.object({
      ...paging,
      placeId: id.optional(),
      active: flag.optional(),
      search: z.string().max(60).optional(),
    }),
    out: listOf(routeRow),
  },
  'GET /api/patrols/routes/:id': {
    say: 'One route with its points',
    permission: 'patrol.plan',
    journal: null,
    params: idParams,
    out: route,
  },
  'POST /api/patrols/routes': {
    say: 'Plan a route; its visits of the coming days are made at once',
    permission: 'patrol.plan',
    journal: 'planned a patrol route',
    body: routeBody,
    out: route,
  },
  'PUT /api/patrols/routes/:id': {
    say: 'Change a route; visits not yet begun follow',
    permission: 'patrol.plan',
    journal: 'changed a patrol route',
    params: idParams,
    body: routeBody,
    out: route,
  },
  'POST /api/patrols/routes/:id/sweeps': {
    say: 'Call a joint sweep along a route, with the units that come (下呼上应)',
    permission: 'patrol.plan',
    journal: 'called a joint sweep',
    params: idParams,
    body: z.object({
      aim: words(100),
      from: at,
      until: at,
      units: z
        .array(z.object({ organisationId: id, people: words(200, 0) }))
        .min(1)
        .max(patrolLimits.units),
    }),
    out: visit,
  },
  'GET /api/patrols/mine': {
    say: 'What I am to walk today, with points and checklists: the phone keeps it for where there is no signal',
    permission: 'patrol.walk',
    journal: null,
    out: z.object({ visits: z.array(visit), at }),
  },
  'GET /api/patrols/visits': {
    say: 'Visits of my area',
    permission: 'patrol.plan',
    journal: null,
    query: z.object({ ...paging, ...visitFilters }),
    out: listOf(visitRow),
  },
  'GET /api/patrols/visits/:id': {
    say: 'One visit: points, check-ins, findings, units',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: visit,
  },
  'POST /api/patrols/visits/:id/checkins': {
    say: 'Check in at a point; problems become cases where asked',
    permission: 'patrol.walk',
    journal: 'checked in at a point of a patrol',
    params: idParams,
    body: checkinBody,
    out: visit,
  },
  'POST /api/patrols/visits/:id/finish': {
    say: 'Finish a visit; points left out need a reason',
    permission: 'patrol.walk',
    journal: 'finished a patrol',
    params: idParams,
    body: z.object({ finishedAt: at, words: words(200, 2).optional() }),
    out: visit,
  },
  'POST /api/patrols/visits/:id/cancellation': {
    say: 'Cancel a visit not begun',
    permission: 'patrol.plan',
    journal: 'cancelled a patrol',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    out: visit,
  },
  'POST /api/patrols/findings/:id/case': {
    say: 'Make a case of a finding that is none yet',
    permission: 'patrol.plan',
    journal: 'made a case of a finding',
    params: idParams,
    body: z.object({ categoryId: id.optional() }),
    out: finding,
  },
  'GET /api/patrols/results': {
    say: 'Results of a week, by route or grid',
    permission: 'patrol.plan',
    journal: null,
    query: z.object(resultFilters),
    out: z.object({ from: day, to: day, rows: z.array(result) }),
  },
  'GET /api/patrols/results.xlsx': {
    say: 'The same as a spreadsheet',
    permission: 'patrol.plan',
    journal: 'exported patrol results',
    query: z.object(resultFilters),
    gives: 'file',
  },
  'GET /api/patrols/doorcodes': {
    say: 'Codes in use at or below a place, for the points of a route',
    permission: 'patrol.plan',
    journal: null,
    query: z.object({ placeId: id }),
    out: z.array(z.object({ id, label: z.string(), place: placeRef })),
  },
})
