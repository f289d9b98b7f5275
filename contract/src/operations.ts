// Joint operations as a record: units with their people, findings, cases, results (mission E7); officers by area.
import { z } from 'zod'
import { at, day, id, idParams, listOf, named, paging, words } from './common.ts'
import { endpoints } from './endpoint.ts'
import { operationStates, operationSteps, type OperationState, type OperationStep } from './operations-life.ts'
import { placeRef } from './places.ts'

const state = z.enum(Object.keys(operationStates) as [OperationState, ...OperationState[]])
const step = z.enum(Object.keys(operationSteps) as [OperationStep, ...OperationStep[]])
const results = z.array(z.object({ label: words(20), value: z.number().int().min(0).max(10_000_000) })).max(20)
const units = z
  .array(z.object({ organisationId: id, people: words(300, 0), task: words(200, 0) }))
  .min(1)
  .max(30)
const body = { name: words(60), aim: words(500), placeId: id, day, leadId: id, units }
const row = z.object({
  id,
  name: z.string(),
  place: placeRef,
  day,
  state,
  lead: named,
  units: z.number().int(),
  findings: z.number().int(),
  cases: z.number().int(),
})
const finding = z.object({
  id,
  words: z.string(),
  place: placeRef,
  photos: z.array(id),
  at,
  by: z.object({ name: z.string(), organisation: z.string().nullable() }),
  case: z.object({ id, number: z.string() }).nullable(),
})
const operation = row.extend({
  aim: z.string(),
  unitList: z.array(
    z.object({ organisation: named, people: z.string(), task: z.string(), findings: z.number().int() }),
  ),
  found: z.array(finding),
  results,
  words: z.string().nullable(),
  createdBy: z.string().nullable(),
  closedAt: at.nullable(),
  may: z.array(z.enum([...step.options, 'edit', 'find', 'openCase'])),
})
const filters = { placeId: id.optional(), state: state.optional(), from: day.optional(), to: day.optional() }
const officer = z.object({
  person: named,
  department: named,
  phone: z.string().nullable(),
  area: placeRef,
  position: z.string(),
})

export const operationsApi = endpoints({
  'GET /api/operations': {
    say: 'Operations of my area, and those my unit takes part in',
    permission: 'signed-in',
    journal: null,
    query: z.object({ ...paging, ...filters }),
    out: listOf(row),
  },
  'GET /api/operations.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'operation.run',
    journal: 'exported joint operations',
    query: z.object(filters),
    gives: 'file',
  },
  'GET /api/operations/officers': {
    say: 'Enforcement officers by area (执法包片): who answers for a place, with the department’s line',
    permission: 'organisation.see',
    journal: null,
    query: z.object({ placeId: id.optional() }),
    out: z.array(z.object({ community: named, officers: z.array(officer) })),
  },
  'GET /api/operations/:id': {
    say: 'One operation',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: operation,
  },
  'POST /api/operations': {
    say: 'Plan an operation; its units are told',
    permission: 'operation.run',
    journal: 'planned a joint operation',
    body: z.object(body),
    out: operation,
  },
  'PUT /api/operations/:id': {
    say: 'Change an operation that is not over',
    permission: 'operation.run',
    journal: 'changed a joint operation',
    params: idParams,
    body: z.object(body),
    out: operation,
  },
  'POST /api/operations/:id/findings': {
    say: 'Note what was found, by one of its units or its organiser',
    permission: 'signed-in',
    journal: 'noted a finding of a joint operation',
    params: idParams,
    body: z.object({
      id,
      placeId: id,
      words: words(500, 2),
      photos: z.array(id).max(9).default([]),
      asCase: z.boolean().default(false),
    }),
    out: operation,
  },
  'POST /api/operations/findings/:id/case': {
    say: 'Make a case of a finding',
    permission: 'operation.run',
    journal: 'made a case of a finding of a joint operation',
    params: idParams,
    body: z.object({}),
    out: operation,
  },
  'POST /api/operations/:id/start': {
    say: 'The operation begins',
    permission: 'operation.run',
    journal: 'began a joint operation',
    params: idParams,
    body: z.object({}),
    out: operation,
  },
  'POST /api/operations/:id/close': {
    say: 'The operation is over: results in numbers and words',
    permission: 'operation.run',
    journal: 'closed a joint operation',
    params: idParams,
    body: z.object({ words: words(1000, 2), results: results.default([]) }),
    out: operation,
  },
  'POST /api/operations/:id/cancel': {
    say: 'The operation does not take place',
    permission: 'operation.run',
    journal: 'cancelled a joint operation',
    params: idParams,
    body: z.object({ words: words(500, 2) }),
    out: operation,
  },
})
