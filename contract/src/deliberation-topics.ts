// Schemes and must-deliberate matters as data, and topics from proposal to agenda (mission B3, B6).
import { z } from 'zod'
import { id, idParams, listOf, paging, words } from './common.ts'
import { matter, matterBody, scheme, schemeBody } from './deliberation-scheme-shapes.ts'
import { codeWord, topic, topicBrief, topicState } from './deliberation-shapes.ts'
import { endpoints } from './endpoint.ts'
import { placeRef } from './places.ts'

const codeParams = z.object({ code: codeWord })
export const deliberationTopicsApi = endpoints({
  'GET /api/deliberation/schemes': {
    say: 'The meeting schemes of the district, with the days that come next',
    permission: 'signed-in',
    journal: null,
    out: z.array(scheme),
  },
  'PUT /api/deliberation/schemes/:code': {
    say: 'Change a meeting scheme, or add one under a new code',
    permission: 'deliberation.configure',
    journal: 'changed a meeting scheme',
    params: codeParams,
    body: schemeBody,
    out: scheme,
  },
  'GET /api/deliberation/matters': {
    say: 'Kinds of matters that need a deliberation on record',
    permission: 'signed-in',
    journal: null,
    out: z.array(matter),
  },
  'PUT /api/deliberation/matters/:code': {
    say: 'Change a must-deliberate matter, or add one',
    permission: 'deliberation.configure',
    journal: 'changed a must-deliberate matter',
    params: codeParams,
    body: matterBody,
    out: matter,
  },
  'GET /api/deliberation/topics': {
    say: 'Topics of where I live or work, and my own',
    permission: 'signed-in',
    journal: null,
    query: z.object({
      ...paging,
      state: topicState.optional(),
      placeId: id.optional(),
      mine: z.enum(['true', 'false']).optional(),
    }),
    out: listOf(topicBrief),
  },
  'POST /api/deliberation/topics': {
    say: 'Propose a topic; a petition gathers names; staff bring one from a case, a patrol or the calendar',
    permission: 'signed-in',
    journal: 'proposed a topic',
    body: z.object({
      placeId: id,
      title: words(60, 2),
      words: words(1000, 2),
      source: z.enum(['proposal', 'petition', 'case', 'patrol', 'calendar', 'body']),
      caseId: id.optional(),
      matter: codeWord.optional(),
    }),
    out: topic,
  },
  'GET /api/deliberation/of-case/:id': {
    say: 'The topic of a case, the latest; whether I may make it one, and for which place',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({
      topic: topicBrief.pick({ id: true, number: true, title: true, state: true }).nullable(),
      mayRaise: z.boolean(),
      place: placeRef.nullable(),
    }),
  },
  'GET /api/deliberation/topics/:id': {
    say: 'One topic: what became of it',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: topic,
  },
  'POST /api/deliberation/topics/:id/name': {
    say: 'Put my name to a petition',
    permission: 'signed-in',
    journal: 'signed a petition',
    params: idParams,
    out: topic,
  },
  'POST /api/deliberation/topics/:id/selection': {
    say: 'Select a topic for a scheme by its rule',
    permission: 'deliberation.run',
    journal: 'selected a topic',
    params: idParams,
    body: z.object({ scheme: codeWord }),
    out: topic,
  },
  'POST /api/deliberation/topics/:id/drop': {
    say: 'Not take a topic up; the proposer reads why',
    permission: 'deliberation.run',
    journal: 'did not take a topic up',
    params: idParams,
    body: z.object({ reason: words(500, 2) }),
    out: topic,
  },
  'POST /api/deliberation/topics/:id/withdrawal': {
    say: 'Withdraw my own topic',
    permission: 'signed-in',
    journal: 'withdrew a topic',
    params: idParams,
    out: topic,
  },
})
