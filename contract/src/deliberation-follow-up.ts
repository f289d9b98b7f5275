// What comes of meetings: resolutions, action items, kept promises, yearly reports (mission B3, B13).
import { z } from 'zod'
import { at, day, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { photoIds } from './cases-shapes.ts'
import {
  actionItem,
  dutyReport,
  fen,
  itemIn,
  itemState,
  resolution,
  resolutionStanding,
} from './deliberation-shapes.ts'
import { endpoints } from './endpoint.ts'

const itemPage = actionItem.extend({
  meeting: z.object({ id, title: z.string() }),
  caseId: id.nullable(),
  steps: z.array(
    z.object({
      step: z.string(),
      words: z.string().nullable(),
      costFen: fen.nullable(),
      photos: z.array(id),
      by: z.string().nullable(),
      at,
    }),
  ),
})
const done = { words: words(500, 2), costFen: fen.optional(), photos: photoIds.default([]) }
export const deliberationFollowUpApi = endpoints({
  'GET /api/deliberation/resolutions': {
    say: 'Resolutions and what they are today: under way, carried out, overdue, amended, expired',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      ...paging,
      standing: resolutionStanding.optional(),
      /** Those of before that are amended, expired, late or given up. */
      stale: flag.optional(),
      placeId: id.optional(),
    }),
    out: listOf(resolution),
  },
  'POST /api/deliberation/resolutions/:id/decision': {
    say: 'Name the owners’ decision a resolution was sent to; its result comes back here',
    permission: 'deliberation.run',
    journal: 'named the owners’ decision of a resolution',
    params: idParams,
    body: z.object({ decisionId: id }),
    out: resolution,
  },
  'POST /api/deliberation/resolutions/:id/items': {
    say: 'One more thing to do for a resolution, after its minutes',
    permission: 'deliberation.run',
    journal: 'added an action item',
    params: idParams,
    body: itemIn.omit({ personId: true }),
    out: resolution,
  },
  'GET /api/deliberation/resolutions/:id': {
    say: 'One resolution with its action items',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: resolution,
  },
  'GET /api/deliberation/items': {
    say: 'Action items: the next due first; those without an owner by `noOwner`',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      ...paging,
      state: itemState.optional(),
      overdue: flag.optional(),
      mine: flag.optional(),
      placeId: id.optional(),
    }),
    out: listOf(actionItem),
  },
  'GET /api/deliberation/items/:id': {
    say: 'One action item: progress, cost, acceptance',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: itemPage,
  },
  'POST /api/deliberation/items/:id/owner': {
    say: 'Name who does it, and by when',
    permission: 'deliberation.run',
    journal: 'named the owner of an action item',
    params: idParams,
    body: z.object({ ownerId: id, dueOn: day, budgetFen: fen.optional() }),
    out: itemPage,
  },
  'POST /api/deliberation/items/:id/progress': {
    say: 'Report progress and what it cost so far',
    permission: 'signed-in',
    journal: 'reported progress',
    params: idParams,
    body: z.object(done),
    out: itemPage,
  },
  'POST /api/deliberation/items/:id/finish': {
    say: 'It is done, with evidence; acceptance is asked for',
    permission: 'signed-in',
    journal: 'finished an action item',
    params: idParams,
    body: z.object(done),
    out: itemPage,
  },
  'POST /api/deliberation/items/:id/acceptance': {
    say: 'Accept it, or send it back',
    permission: 'deliberation.run',
    journal: 'accepted or sent back an action item',
    params: idParams,
    body: z.object({ accepted: z.boolean(), words: words(500, 2) }),
    out: itemPage,
  },
  'POST /api/deliberation/items/:id/release': {
    say: 'It will not be done, for a reason all can read',
    permission: 'deliberation.run',
    journal: 'released an action item',
    params: idParams,
    body: z.object({ words: words(500, 2) }),
    out: itemPage,
  },
  'GET /api/deliberation/keeping': {
    say: 'Who kept what meetings gave them, in a year',
    permission: 'signed-in',
    journal: null,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    out: z.array(
      z.object({
        organisation: named,
        due: z.number().int(),
        kept: z.number().int(),
        late: z.number().int(),
        open: z.number().int(),
        costFen: fen,
      }),
    ),
  },
  'GET /api/deliberation/reports': {
    say: 'Yearly reports of bodies on what they promised',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging }),
    out: listOf(dutyReport),
  },
  'POST /api/deliberation/reports': {
    say: 'Publish a body’s yearly report; its figures are frozen with it',
    permission: 'deliberation.run',
    journal: 'published a yearly report',
    body: z.object({
      organisationId: id,
      placeId: id,
      year: z.number().int().min(2000).max(2100),
      words: words(4000, 2),
    }),
    out: dutyReport,
  },
  'POST /api/deliberation/reports/:id/rating': {
    say: 'Rate a body’s report as a resident of its place',
    permission: 'signed-in',
    journal: 'rated a yearly report',
    params: idParams,
    body: z.object({ stars: z.number().int().min(1).max(5), words: words(500).optional() }),
    out: dutyReport,
  },
})
