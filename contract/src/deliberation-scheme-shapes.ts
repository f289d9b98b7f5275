// Shapes of meeting schemes and of the kinds of matters that must be deliberated first.
import { z } from 'zod'
import { keysOf } from './cases-shapes.ts'
import { day, words } from './common.ts'
import { codeWord, fen } from './deliberation-shapes.ts'
import { organisationKinds } from './organisations-kinds.ts'
import { placeKinds } from './places-tree.ts'

const rhythm = z.discriminatedUnion('every', [
  z.object({ every: z.literal('month'), day: z.number().int().min(1).max(31) }),
  z.object({
    every: z.literal('week'),
    weekday: z.number().int().min(1).max(7),
    weeks: z.number().int().min(1).max(52),
    from: day,
  }),
  z.object({
    every: z.literal('monthWeekday'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    weekday: z.number().int().min(1).max(7),
  }),
  z.object({ every: z.literal('quarter'), day: z.number().int().min(1).max(31) }),
])
export const seat = z.object({
  key: codeWord,
  say: words(30),
  positions: z.array(codeWord).max(20),
  kinds: z.array(z.enum(keysOf(organisationKinds))).max(14),
  duties: z.array(words(100)).max(20),
  votes: z.boolean(),
})
export const schemeBody = z.object({
  name: words(30),
  about: words(200),
  placeKinds: z
    .array(z.enum(keysOf(placeKinds)))
    .min(1)
    .max(20),
  seats: z.array(seat).max(20),
  quorumPercent: z.number().int().min(0).max(100),
  passPercent: z.number().int().min(0).max(100),
  passOf: z.enum(['cast', 'all']),
  stages: z.array(words(20)).max(10),
  rhythm: rhythm.nullable(),
  onDayOff: z.enum(['hold', 'next', 'previous']),
  startsAt: z.number().int().min(0).max(1439),
  noticeDays: z.number().int().min(0).max(60),
  petitionNames: z.number().int().min(1).max(100_000),
  escalateDays: z.number().int().min(1).max(365),
  readers: z.enum(['members', 'residents']),
  atTheDoor: z.boolean(),
  noticeWords: words(200),
  /** What the calendar brings up by itself: in its month it becomes a topic. */
  yearly: z
    .array(z.object({ month: z.number().int().min(1).max(12), title: words(60, 2), words: words(500, 2) }))
    .max(24)
    .default([]),
  active: z.boolean(),
})
export const scheme = schemeBody.extend({
  code: z.string(),
  /** The days of its rhythm that come next, by the district's calendar. */
  next: z.array(z.object({ day, planned: day })),
})
export const matterBody = z.object({
  name: words(30),
  about: words(200),
  fromFen: fen.nullable(),
  withinDays: z.number().int().min(1).max(3650),
  active: z.boolean(),
})
export const matter = matterBody.extend({ code: z.string() })
