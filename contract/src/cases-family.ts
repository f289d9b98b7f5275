// Families of cases: a parent with parts that have their own clocks; duplicates merged, and the merge undone (mission A7).
import { z } from 'zod'
import { limits, ratingReasons, type RatingReason } from './cases-life.ts'
import { caseKind, caseRow, caseView, keysOf } from './cases-shapes.ts'
import { id, idParams, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const reason = words(500, 2)

export const caseFamilyApi = endpoints({
  'POST /api/cases/:id/parts': {
    say: 'Split: the matters of one case become parts, each with its own clocks; the case cannot close before them',
    permission: 'case.merge',
    journal: 'split a case into parts',
    params: idParams,
    body: z.object({
      parts: z
        .array(
          z.object({
            words: words(limits.words, 2),
            categoryId: id.optional(),
            kind: caseKind.optional(),
            placeId: id.optional(),
          }),
        )
        .min(1)
        .max(12),
    }),
    out: caseView,
  },
  'POST /api/cases/:id/merge': {
    say: 'Merge a duplicate into another open case; it can be undone',
    permission: 'case.merge',
    journal: 'merged a case into another',
    params: idParams,
    body: z.object({ intoId: id, reason }),
    out: caseView,
  },
  'POST /api/cases/:id/unmerge': {
    say: 'Undo a merge: the case goes on where it stood',
    permission: 'case.merge',
    journal: 'undid a merge',
    params: idParams,
    body: z.object({ reason }),
    out: caseView,
  },
  'GET /api/cases/:id/family': {
    say: 'Parent, parts, the case it was merged into and those merged into it, as far as I may see them',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({
      parent: caseRow.nullable(),
      parts: z.array(caseRow),
      mergedInto: caseRow.nullable(),
      merged: z.array(caseRow.extend({ rating: z.number().int().nullable() })),
      may: z.array(z.enum(['split', 'merge', 'unmerge', 'rateMerged'])),
    }),
  },
  'POST /api/cases/:id/merged-rating': {
    say: 'The reporter of a merged case rates what became of it, once the case it was merged into is closed',
    permission: 'signed-in',
    journal: 'rated a merged case',
    params: idParams,
    body: z.object({
      rating: z.number().int().min(1).max(5),
      ratingReasons: z
        .array(z.enum(keysOf<RatingReason>(ratingReasons)))
        .max(6)
        .default([]),
      words: words(500).optional(),
    }),
    out: caseView,
  },
})
