// What patrols look like on the wire: checklists, routes, visits, check-ins, results.
import { z } from 'zod'
import { at, coordinates, day, flag, id, named, words } from './common.ts'
import { patrolLimits, proofs, visitStates, type Proof, type VisitState } from './patrols-life.ts'
import { placeRef } from './places.ts'

const visitState = z.enum(Object.keys(visitStates) as [VisitState, ...VisitState[]])
const proof = z.enum(Object.keys(proofs) as [Proof, ...Proof[]])
export const checkItem = z.object({ key: z.string().regex(/^[A-Za-z0-9]{1,24}$/), text: words(40) })
export const items = z.array(checkItem).min(1).max(patrolLimits.items)
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const checklist = z.object({ id, name: z.string(), items: z.array(checkItem) })
export const pointBody = z.object({
  /** Known already: keeps its history. */ id: id.optional(),
  name: words(40),
  placeId: id,
  doorcodeId: id.nullable().default(null),
  position: coordinates.nullable().default(null),
  radius: z.number().int().min(patrolLimits.radiusMin).max(patrolLimits.radiusMax).default(60),
  items,
})
export const window = z.object({ from: clockTime, until: clockTime })
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
export const who = z.discriminatedUnion('by', [
  z.object({ by: z.literal('person'), personId: id }),
  z.object({ by: z.literal('position'), positionCode: z.string().min(1).max(60) }),
  z.object({ by: z.literal('organisation'), organisationId: id }),
])
export const routeBody = z.object({
  name: words(40),
  placeId: id,
  who,
  schedule: patrolSchedule,
  /** Minutes after the end of the window in which a finish is late and not yet a miss. */
  grace: z.number().int().min(0).max(720).default(120),
  points: z.array(pointBody).min(1).max(patrolLimits.points),
  active: z.boolean().default(true),
})
export const point = z.object({
  id,
  name: z.string(),
  place: placeRef,
  doorcode: named.nullable(),
  position: coordinates.nullable(),
  radius: z.number().int(),
  items: z.array(checkItem),
})
export const routeRow = z.object({
  id,
  name: z.string(),
  place: placeRef,
  who: z.object({ by: z.enum(['person', 'position', 'organisation']), key: z.string(), name: z.string() }),
  schedule: patrolSchedule,
  grace: z.number().int(),
  pointCount: z.number().int(),
  active: z.boolean(),
})
export const route = routeRow.extend({ points: z.array(point), may: z.array(z.enum(['edit', 'sweep'])) })
export const visitRow = z.object({
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
export const finding = z.object({
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
export const checkin = z.object({
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
export const unit = z.object({
  organisation: named,
  people: z.string(),
  checkins: z.number().int(),
  findings: z.number().int(),
})
export const visit = visitRow.extend({
  pointList: z.array(point),
  checkins: z.array(checkin),
  found: z.array(finding),
  units: z.array(unit),
  /** The organisation the reader walks for, where several were called. */ mine: named.nullable(),
  words: z.string().nullable(),
  may: z.array(z.enum(['walk', 'cancel', 'openCase'])),
})
export const checkinBody = z.object({
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
        /** Of the case, where the walker chose one; else it is told by the words. */
        categoryId: id.optional(),
      }),
    )
    .max(patrolLimits.findings)
    .default([]),
})
export const visitFilters = {
  routeId: id.optional(),
  placeId: id.optional(),
  state: visitState.optional(),
  late: flag.optional(),
  from: day.optional(),
  to: day.optional(),
}
export const resultFilters = { week: day, by: z.enum(['route', 'grid']).default('route'), placeId: id.optional() }
export const result = z.object({
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
