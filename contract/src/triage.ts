// Triage: category and handling body suggested from the words by a model of the district's own past decisions.
import { z } from 'zod'
import { keysOf } from './cases-shapes.ts'
import { at, done, id, idParams, named } from './common.ts'
import { endpoints } from './endpoint.ts'
import { triageModes, type TriageMode } from './likeness-kinds.ts'

const mode = z.enum(keysOf<TriageMode>(triageModes))
const share = z.number().min(0).max(1)
const guess = z.object({
  /** 0 to 1; about right: of the suggestions at 0.8, eight in ten were followed. */ confidence: share,
  /** Pieces of the text that spoke for it. */ because: z.array(z.string()),
})
/** What the model said about a case, and which model. */
export const triageSuggestion = z.object({
  at,
  model: z.object({ id, trainedAt: at }),
  category: guess.extend({ is: named, mode, isApplied: z.boolean() }).nullable(),
  handler: guess.extend({ is: named }).nullable(),
})
const model = z.object({
  id,
  subject: z.enum(['category', 'handler']),
  trainedAt: at,
  examples: z.number().int(),
  classes: z.number().int(),
  bytes: z.number().int(),
  macroF1: share,
  accuracy: share,
  isCurrent: z.boolean(),
  /** Suggestions whose outcome is known, and how many of them people kept. */
  live: z.object({ decided: z.number().int(), kept: z.number().int() }),
})
const categorySwitch = z.object({
  category: named,
  mode,
  leastConfidence: share,
  /** By cross-validation of the model in use; null where it does not know the category. */
  figures: z.object({ examples: z.number().int(), precision: share, recall: share, f1: share }).nullable(),
})
export const triageApi = endpoints({
  'GET /api/triage': {
    say: 'Models, their figures, and what each category lets them do',
    permission: 'triage.configure',
    journal: null,
    out: z.object({
      models: z.array(model),
      categories: z.array(categorySwitch),
      /** Past decisions to learn from. */ examples: z.number().int(),
    }),
  },
  'PUT /api/triage/categories/:id': {
    say: 'What the model may do for a category, and from which confidence',
    permission: 'triage.configure',
    journal: 'changed triage of a category',
    params: idParams,
    body: z.object({ mode, leastConfidence: z.number().min(0.3).max(0.99) }),
    out: categorySwitch,
  },
  'POST /api/triage/training': {
    say: 'Train anew from the past decisions, in the background',
    permission: 'triage.configure',
    journal: 'asked for a new triage model',
    out: done,
  },
  'GET /api/triage/cases/:id': {
    say: 'What was suggested for a case',
    permission: 'signed-in',
    journal: null,
    params: idParams,
    out: z.object({ suggestion: triageSuggestion.nullable() }),
  },
  'POST /api/triage/cases/:id/suggestion': {
    say: 'Ask the model in use for a suggestion; it goes on record',
    permission: 'case.accept',
    journal: 'asked for a triage suggestion',
    params: idParams,
    out: z.object({ suggestion: triageSuggestion.nullable() }),
  },
})
