// What dispatches cases and sets their deadlines: categories, rules, budgets.
import { z } from 'zod'
import { caseKind } from './cases-shapes.ts'
import { done, id, idParams, named, words } from './common.ts'
import { endpoints } from './endpoint.ts'

export const category = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  kind: caseKind,
  keywords: z.array(z.string()),
  active: z.boolean(),
  order: z.number().int(),
})
const categoryBody = {
  name: words(40),
  parentId: id.nullable().optional(),
  kind: caseKind,
  keywords: z.array(words(20)).max(60).default([]),
  order: z.number().int().min(0).max(9999).optional(),
}
/** Where a rule sends a case: a named organisation, or one found from the place. */
export const ruleTarget = z.discriminatedUnion('to', [
  z.object({ to: z.literal('organisation'), organisationId: id }),
  z.object({ to: z.enum(['estateProperty', 'community', 'street', 'dutyList']) }),
])
export const dispatchRule = z.object({
  id,
  order: z.number().int(),
  name: z.string(),
  categoryId: id.nullable(),
  kind: caseKind.nullable(),
  placeId: id.nullable(),
  target: ruleTarget,
  targetName: z.string(),
  /** Dispatches by itself, without a clerk: for easy matters. */
  automatic: z.boolean(),
  active: z.boolean(),
})
const ruleBody = {
  name: words(60),
  order: z.number().int().min(0).max(9999),
  categoryId: id.nullable().default(null),
  kind: caseKind.nullable().default(null),
  placeId: id.nullable().default(null),
  target: ruleTarget,
  automatic: z.boolean().default(false),
  active: z.boolean().default(true),
}
export const budget = z.object({
  unit: z.enum(['minutes', 'working-minutes', 'working-days']),
  amount: z.number().int().min(1).max(100_000),
})
/** By when a case is answered, resolved, and a closure that is asked for verified. */
export const deadlinePolicy = z.object({ kind: caseKind, respond: budget, resolve: budget, verify: budget })

export const caseSettingsApi = endpoints({
  'GET /api/cases/categories': { say: 'Categories', permission: 'signed-in', journal: null, out: z.array(category) },
  'GET /api/cases/categories.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'case.dispatch',
    journal: 'exported categories',
    gives: 'file',
  },
  'POST /api/cases/categories': {
    say: 'Add a category',
    permission: 'case.configure',
    journal: 'added a category',
    body: z.object(categoryBody),
    out: category,
  },
  'PATCH /api/cases/categories/:id': {
    say: 'Change or retire a category',
    permission: 'case.configure',
    journal: 'changed a category',
    params: idParams,
    body: z.object({
      ...categoryBody,
      name: words(40).optional(),
      kind: caseKind.optional(),
      keywords: z.array(words(20)).max(60).optional(),
      active: z.boolean().optional(),
    }),
    out: category,
  },
  'GET /api/cases/rules': {
    say: 'Dispatch rules in their order',
    permission: 'case.dispatch',
    journal: null,
    out: z.array(dispatchRule),
  },
  'GET /api/cases/rules.xlsx': {
    say: 'The same list as a spreadsheet',
    permission: 'case.dispatch',
    journal: 'exported dispatch rules',
    gives: 'file',
  },
  'POST /api/cases/rules': {
    say: 'Add a dispatch rule',
    permission: 'case.configure',
    journal: 'added a dispatch rule',
    body: z.object(ruleBody),
    out: dispatchRule,
  },
  'PUT /api/cases/rules/:id': {
    say: 'Change a dispatch rule',
    permission: 'case.configure',
    journal: 'changed a dispatch rule',
    params: idParams,
    body: z.object(ruleBody),
    out: dispatchRule,
  },
  'DELETE /api/cases/rules/:id': {
    say: 'Remove a dispatch rule',
    permission: 'case.configure',
    journal: 'removed a dispatch rule',
    params: idParams,
    out: done,
  },
  'POST /api/cases/rules/dry-run': {
    say: 'Which rule would fire, and why the others would not',
    permission: 'case.dispatch',
    journal: null,
    body: z.object({ placeId: id, categoryId: id, kind: caseKind }),
    out: z.object({
      organisation: named.nullable(),
      rule: z.string().nullable(),
      steps: z.array(z.object({ rule: z.string(), fires: z.boolean(), why: z.string() })),
    }),
  },
  'GET /api/cases/deadlines': {
    say: 'Deadline policies by kind',
    permission: 'signed-in',
    journal: null,
    out: z.array(deadlinePolicy),
  },
  'PUT /api/cases/deadlines': {
    say: 'Change deadline policies; running clocks keep their elapsed time',
    permission: 'case.configure',
    journal: 'changed deadlines',
    body: z
      .array(deadlinePolicy.extend({ /** left out: as it was */ verify: budget.optional() }))
      .min(1)
      .max(5),
    out: z.array(deadlinePolicy),
  },
})
