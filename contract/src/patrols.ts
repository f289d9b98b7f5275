// Patrols: checklists, routes with points, planned visits, what is found on the way, results by week (mission A3).
import { z } from 'zod'
import { at, coordinates, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { patrolLimits, proofs, visitStates, type Proof, type VisitState } from './patrols-life.ts'
import { placeRef } from './places.ts'

const visitState = z.enum(Object.keys(visitStates) as [VisitState, ...VisitState[]])
const proof = z.enum(Object.keys(proofs) as [Proof, ...Proof[]])
export const checkItem = z.object({ key: z.string().regex(/^[A-Za-z0-9]{1,24}$/), text: words(40) })
const items = z.array(checkItem).min(1).max(patrolLimits.items)
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const checklist = z.object({ id, name: z.string(), items: z.array(checkItem) })
const pointBody = z.object({
  /** Known already: keeps its history. */ id: id.optional(),
  name: words(40),
  placeId: id,
  doorcodeId: id.nullable().default(null),
  position: coordinates.nullable().default(null),
  radius: z.number().int().min(patrolLimits.radiusMin).max(patrolLimits.radiusMax).default(60),
  items,
})
const window = z.object({ from: clockTime, until: clockTime })
export const patrolSchedule = z.object({
  /** ISO: 1 Monday to 7 Sunday. None: the route is walked only when called. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  windows: z.array(window).min(1).max(patrolLimits.windows),
  everyWeeks: z.number().int().min(1).max(4).default(1),
  /** On statutory days off the route rests; on make-up days at a weekend it is walked if it is walked Monday to Friday. */
  restsOnHolidays: z.boolean().default(false),
  startsOn: day,
  endsOn: day.nullable().default(null),
})
const who = z.discriminatedUnion('by', [
  z.object({ by: z.literal('person'), personId: id }),
  z.object({ by: z.literal('position'), positionCode: z.string().min(1).max(60) }),
  z.object({ by: z.literal('organisation'), organisationId: id }),
])
const routeBody = z.object({
  name: words(40),
  placeId: id,
  who,
  schedule: patrolSchedule,
  /** Minutes after the end of the window in which a finish is late and not yet a miss. */
  grace: z.number().int().min(0).max(720).default(120),
  points: z.array(pointBody).min(1).max(patrolLimits.points),
  active: z.boolean().default(true),
})
const point = z.object({
  id,
  name: z.string(),
  place: placeRef,
  doorcode: named.nullable(),
  position: coordinates.nullable(),
  radius: z.number().int(),
  items: z.array(checkItem),
})
const routeRow = z.object({
  id,
  name: z.string(),
  place: placeRef,
  who: z.object({ by: z.enum(['person', 'position', 'organisation']), key: z.string(), name: z.string() }),
  schedule: patrolSchedule,
  grace: z.number().int(),
  pointCount: z.number().int(),
  active: z.boolean(),
})
const route = routeRow.extend({ points: z.array(point), may: z.array(z.enum(['edit', 'sweep'])) })
const visitRow = z.object({
  id,
  route: named,
  place: placeRef,
  kind: z.enum(['round', 'sweep']),
  aim: z.string().nullable(),
  from: at,
  until: at,
  state: visitState,
  late: z.boolean(),
  /** Told of after it had counted as missed. */ arrivedLater: z.boolean(),
  walker: z.string().nullable(),
  points: z.number().int(),
  checked: z.number().int(),
  findings: z.number().int(),
  cases: z.number().int(),
})
const finding = z.object({
  id,
  pointId: id,
  point: z.string(),
  item: z.string(),
  words: z.string(),
  photos: z.array(id),
  at,
  by: z.object({ name: z.string(), organisation: z.string().nullable() }),
  case: z.object({ id, number: z.string() }).nullable(),
})
const checkin = z.object({
  id,
  pointId: id,
  walkedAt: at,
  proof,
  proved: z.boolean(),
  /** Rounded; null where no location was compared. */ distance: z.number().int().nullable(),
  by: z.object({ name: z.string(), organisation: z.string().nullable() }),
  note: z.string().nullable(),
  problems: z.array(z.string()),
})
const unit = z.object({
  organisation: named,
  people: z.string(),
  checkins: z.number().int(),
  findings: z.number().int(),
})
const visit = visitRow.extend({
  pointList: z.array(point),
  checkins: z.array(checkin),
  found: z.array(finding),
  units: z.array(unit),
  /** The organisation the reader walks for, where several were called. */ mine: named.nullable(),
  words: z.string().nullable(),
  may: z.array(z.enum(['walk', 'cancel', 'openCase'])),
})
const checkinBody = z.object({
  /** Made on the phone: sent twice it is still one. */ id,
  pointId: id,
  walkedAt: at,
  /** As scanned or typed. */ code: z.string().trim().max(200).optional(),
  /** Where the phone is at this moment: compared once, then forgotten. */
  position: coordinates.extend({ accuracy: z.number().min(0).max(100_000) }).optional(),
  okItems: z.array(z.string().max(24)).max(patrolLimits.items).default([]),
  note: words(200).optional(),
  findings: z
    .array(
      z.object({
        id,
        item: z.string().max(24),
        words: words(500, 2),
        photos: z.array(id).max(9).default([]),
        asCase: z.boolean(),
      }),
    )
    .max(patrolLimits.findings)
    .default([]),
})
const visitFilters = {
  routeId: id.optional(),
  placeId: id.optional(),
  state: visitState.optional(),
  late: flag.optional(),
  from: day.optional(),
  to: day.optional(),
}
const resultFilters = { week: day, by: z.enum(['route', 'grid']).default('route'), placeId: id.optional() }
const result = z.object({
  key: id,
  name: z.string(),
  planned: z.number().int(),
  done: z.number().int(),
  late: z.number().int(),
  missed: z.number().int(),
  open: z.number().int(),
  findings: z.number().int(),
  cases: z.number().int(),
})

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
    body: z.object({}),
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
