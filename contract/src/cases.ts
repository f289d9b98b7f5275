// Cases: report, queue, one case; its steps and settings join from their own files (mission A1, A2, A5–A7, A11).
import { z } from 'zod'
import { followApi } from './cases-public.ts'
import { limits } from './cases-life.ts'
import { caseFamilyApi } from './cases-family.ts'
import { caseSettingsApi } from './cases-settings.ts'
import { caseKind, caseRow, caseView, fileBody, photoIds, queueQuery, reportBody, savedView } from './cases-shapes.ts'
import { caseStepsApi } from './cases-steps.ts'
import { coordinates, done, flag, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'

export * from './cases-public.ts'
export * from './cases-settings.ts'
export * from './cases-shapes.ts'

const caseWorkApi = endpoints({
  'POST /api/cases': {
    say: 'Report a case',
    permission: 'signed-in',
    journal: 'reported a case',
    body: reportBody,
    out: caseView,
  },
  'POST /api/cases/filed': {
    say: 'File a case for a resident, with the channel and the consent of the person named',
    permission: 'case.file',
    journal: 'filed a case',
    body: fileBody,
    out: caseView,
  },
  'POST /api/cases/suggestions': {
    say: 'Suggest kind and category from the words',
    permission: 'signed-in',
    journal: null,
    body: z.object({ words: z.string().max(limits.words) }),
    out: z.object({
      kind: caseKind,
      category: named.nullable(),
      because: z.array(z.string()),
      /** 0 to 1 where a model of past decisions says it; null where keywords do. */
      confidence: z.number().nullable(),
    }),
  },
  'GET /api/cases/mine': {
    say: 'Cases I reported',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging, open: flag.optional() }),
    out: listOf(caseRow),
  },
  'GET /api/cases': {
    say: 'The work queue of my area or organisation',
    permission: 'signed-in',
    journal: null,
    query: queueQuery,
    out: listOf(caseRow),
  },
  'GET /api/cases/today': {
    say: 'What waits for me and what is about to be late',
    permission: 'signed-in',
    journal: null,
    out: z.object({
      counts: z.object({
        toAccept: z.number().int(),
        toDispatch: z.number().int(),
        toTakeUp: z.number().int(),
        inHand: z.number().int(),
        toVerify: z.number().int(),
        toDecide: z.number().int(),
        dueSoon: z.number().int(),
        overdue: z.number().int(),
        lowRated: z.number().int(),
        cameUp: z.number().int(),
        openTotal: z.number().int(),
        closedThisWeek: z.number().int(),
      }),
      soon: z.array(caseRow),
      newest: z.array(caseRow),
    }),
  },
  'GET /api/cases/map': {
    say: 'Open cases as points',
    permission: 'case.see',
    journal: null,
    query: z.object({ communityId: id.optional() }),
    out: z.array(
      z.object({
        id,
        number: z.string(),
        position: coordinates,
        kind: caseKind,
        words: z.string(),
        overdue: z.boolean(),
      }),
    ),
  },
  'GET /api/cases/export.xlsx': {
    say: 'The queue as a spreadsheet, streamed',
    permission: 'case.export',
    journal: 'exported cases',
    query: queueQuery,
    gives: 'file',
  },
  'GET /api/cases/views': { say: 'Saved filters', permission: 'signed-in', journal: null, out: z.array(savedView) },
  'POST /api/cases/views': {
    say: 'Save a filter',
    permission: 'signed-in',
    journal: null,
    body: z.object({
      name: words(30),
      query: z.record(z.string().max(30), z.string().max(300)),
      shared: z.boolean().default(false),
    }),
    out: savedView,
  },
  'DELETE /api/cases/views/:id': {
    say: 'Remove a saved filter of mine',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: done,
  },
  'GET /api/cases/handlers': {
    say: 'Bodies a case at this place can be dispatched to, the proposed one first',
    permission: 'case.dispatch',
    journal: null,
    query: z.object({ caseId: id.optional(), placeId: id.optional() }),
    out: z.array(named.extend({ kind: z.string(), openCases: z.number().int(), proposed: z.boolean() })),
  },
  'POST /api/cases/bulk-dispatch': {
    say: 'Dispatch several cases: to one body, or each as its rule proposes',
    permission: 'case.dispatch',
    journal: 'dispatched several cases',
    body: z.object({ ids: z.array(id).min(1).max(100), organisationId: id.optional() }),
    out: z.object({
      results: z.array(
        z.object({
          id,
          number: z.string(),
          dispatched: z.boolean(),
          to: z.string().nullable(),
          refusal: z.string().nullable(),
        }),
      ),
    }),
  },
  'GET /api/cases/:id': {
    say: 'One case, as its reader may see it',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: caseView,
  },
  'POST /api/cases/:id/notes': {
    say: 'Add a note, public or internal; a reporter may add words to their own case',
    permission: 'signed-in',
    journal: 'added a note',
    params: idParams,
    body: z.object({
      words: words(1000),
      audience: z.enum(['public', 'internal']).default('public'),
      photos: photoIds.default([]),
    }),
    out: caseView,
  },
  'PATCH /api/cases/:id': {
    say: 'Correct kind and category',
    permission: 'case.accept',
    journal: 'corrected kind or category',
    params: idParams,
    body: z.object({ kind: caseKind.optional(), categoryId: id.optional() }),
    out: caseView,
  },
  'POST /api/cases/:id/reveal': {
    say: 'Reveal the reporter’s phone, with a reason',
    permission: 'person.reveal',
    journal: 'revealed a reporter’s phone',
    params: idParams,
    body: z.object({ reason: words(200, 2) }),
    secret: true,
    out: z.object({ name: z.string(), phone: z.string().nullable() }),
  },
})
export const casesApi = { ...caseWorkApi, ...followApi, ...caseStepsApi, ...caseFamilyApi, ...caseSettingsApi }
