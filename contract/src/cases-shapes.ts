// What a case looks like on the wire: a row of the queue, the whole view, what a reporter sends.
import { z } from 'zod'
import {
  caseChannels,
  caseHoldKinds,
  caseKinds,
  caseLevels,
  caseStates,
  caseSteps,
  filedChannels,
  limits,
  type CaseChannel,
  type CaseHoldKind,
  type CaseKind,
  type CaseLevel,
  type CaseState,
  type CaseStep,
  clockKinds,
} from './cases-life.ts'
import { caseFigures } from './cases-figures.ts'
import { at, coordinates, flag, id, name, named, paging, phone, words } from './common.ts'
import { placeRef } from './places.ts'

export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
export const caseState = z.enum(keysOf<CaseState>(caseStates))
export const caseStep = z.enum(keysOf<CaseStep>(caseSteps))
export const caseKind = z.enum(keysOf<CaseKind>(caseKinds))
export const caseChannel = z.enum(keysOf<CaseChannel>(caseChannels))
export const photoIds = z.array(id).max(limits.photos)

/** A clock of a case. `used` is the share of its budget that has run, 0 to 1, above 1 when late. */
export const clock = z.object({
  kind: z.enum(clockKinds),
  startedAt: at,
  dueAt: at,
  stoppedAt: at.nullable(),
  pausedAt: at.nullable(),
  missedAt: at.nullable(),
  used: z.number(),
})
/** A row of the queue. */
export const caseRow = z.object({
  id,
  number: z.string(),
  kind: caseKind,
  category: named,
  words: z.string(),
  place: placeRef,
  state: caseState,
  stateAt: at,
  createdAt: at,
  channel: caseChannel,
  photoCount: z.number().int(),
  handler: named.nullable(),
  /** What bites first, null when nothing runs. */ dueAt: at.nullable(),
  dueKind: z.enum(clockKinds).nullable(),
  overdue: z.boolean(),
  rating: z.number().int().nullable(),
})
export const timelineEntry = z.object({
  id,
  at,
  step: z.string(),
  from: caseState.nullable(),
  to: caseState.nullable(),
  /** Who did it, as the reader may know them. */ by: z.object({
    name: z.string(),
    organisation: z.string().nullable(),
    mine: z.boolean(),
  }),
  words: z.string().nullable(),
  audience: z.enum(['public', 'internal']),
  photos: z.array(id),
  data: z.record(z.string(), z.string()).nullable(),
})
export const caseView = caseRow.extend({
  placeNote: z.string().nullable(),
  position: coordinates.nullable(),
  grid: named.nullable(),
  estate: named.nullable(),
  community: named,
  street: named,
  photos: z.array(id),
  voice: id.nullable(),
  reporter: z.object({
    name: z.string(),
    phone: z.string().nullable(),
    hidden: z.boolean(),
    mine: z.boolean(),
    id: id.nullable(),
  }),
  filedBy: named.nullable(),
  onBehalfOf: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  clocks: z.array(clock),
  timeline: z.array(timelineEntry),
  ratingReasons: z.array(z.string()),
  reopenUntil: at.nullable(),
  /** What keeps it from closing; empty for the reporter. */
  holds: z.array(z.object({ kind: z.enum(keysOf<CaseHoldKind>(caseHoldKinds)), thingId: id, say: z.string() })),
  level: z.enum(keysOf<CaseLevel>(caseLevels)),
  levelSince: at,
  following: z.boolean(),
  proposal: z.object({ organisation: named.nullable(), rule: z.string().nullable(), why: z.string() }).nullable(),
  may: z.array(z.enum([...keysOf<CaseStep>(caseSteps), 'note', 'revealReporter', 'recategorise'])),
})
const where = {
  placeId: id.optional(),
  /** from the door */ doorCode: z.string().trim().max(40).optional(),
  placeNote: words(100).optional(),
  position: coordinates.optional(),
}
const what = {
  words: words(limits.words, 2),
  kind: caseKind.optional(),
  categoryId: id.optional(),
  photos: photoIds.default([]),
  voice: id.optional(),
}
export const reportBody = z.object({ ...where, ...what, hideName: z.boolean().default(false) })
export const fileBody = z.object({
  ...where,
  ...what,
  channel: z.enum(filedChannels),
  onBehalfOf: z.object({ name, phone: phone.optional(), consent: z.boolean() }).optional(),
  hideName: z.boolean().default(false),
})

export const queueQuery = z.object({
  ...paging,
  state: z.string().max(300).optional(),
  kind: z.string().max(100).optional(),
  categoryId: id.optional(),
  placeId: id.optional(),
  handlerId: id.optional(),
  channel: z.string().max(100).optional(),
  search: z.string().trim().max(60).optional(),
  overdue: flag.optional(),
  level: z.enum(keysOf<CaseLevel>(caseLevels)).optional(),
  open: flag.optional(),
  waitingForMe: flag.optional(),
  /** What a figure of 今日 counts. */ figure: z.enum(caseFigures).optional(),
  rated: z.coerce.number().int().min(1).max(5).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: z.enum(['due', 'newest', 'oldest']).default('due'),
  count: flag.optional(),
})
export const savedView = z.object({
  id,
  name: z.string(),
  query: z.record(z.string(), z.string()),
  shared: z.boolean(),
  mine: z.boolean(),
})
