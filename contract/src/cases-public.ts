// What a stranger may see of a case, and following one: no names, no home, no reporter's own words.
import { z } from 'zod'
import { caseKind, caseState } from './cases-shapes.ts'
import { at, day, id, idParams, listOf, named, paging } from './common.ts'
import { endpoints } from './endpoint.ts'

/** A case in public words. `place` is an estate, or the community where the estate is too small to hide anybody. */
export const publicCase = z.object({
  id,
  number: z.string(),
  kind: caseKind,
  category: named,
  place: z.string(),
  community: named,
  estate: named.nullable(),
  state: caseState,
  raisedOn: day,
  stateOn: day,
  closedOn: day.nullable(),
  handler: z.string().nullable(),
})
export const followApi = endpoints({
  'POST /api/cases/:id/follow': {
    say: 'Follow a case: one I may see, or one that is public',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({ following: z.boolean() }),
  },
  'DELETE /api/cases/:id/follow': {
    say: 'Follow a case no longer',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({ following: z.boolean() }),
  },
  'GET /api/cases/followed': {
    say: 'Cases I follow, in public words, newest first',
    permission: 'signed-in',
    journal: null,
    query: z.object(paging),
    out: listOf(publicCase.extend({ since: at })),
  },
})
