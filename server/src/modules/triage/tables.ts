// Text models, what each category lets them do, and every suggestion with what became of it.
import {
  boolean,
  customType,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { TriageMode } from '../../../../contract/src/likeness-kinds.ts'
import type { ClassFigures } from '../../../../rules/src/text-validation.ts'
import { moment } from '../../platform/columns.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export type Subject = 'category' | 'handler'
export const triageModels = pgTable('triage_models', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  subject: text('subject').$type<Subject>().notNull(),
  trainedAt: moment('trained_at').notNull(),
  examples: integer('examples').notNull(),
  macroF1: doublePrecision('macro_f1').notNull(),
  accuracy: doublePrecision('accuracy').notNull(),
  figures: jsonb('figures').$type<readonly ClassFigures[]>().notNull(),
  isCurrent: boolean('is_current').notNull(),
  model: bytea('model'),
  bytes: integer('bytes').notNull(),
})
export const triageSettings = pgTable(
  'triage_settings',
  {
    districtId: uuid('district_id').notNull(),
    categoryId: uuid('category_id').notNull(),
    mode: text('mode').$type<TriageMode>().notNull(),
    leastConfidence: doublePrecision('least_confidence').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.categoryId] })],
)
export const triageSuggestions = pgTable('triage_suggestions', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  modelId: uuid('model_id').notNull(),
  at: moment('at').notNull(),
  categoryId: uuid('category_id').notNull(),
  confidence: doublePrecision('confidence').notNull(),
  because: text('because').array().notNull(),
  mode: text('mode').$type<TriageMode>().notNull(),
  isApplied: boolean('is_applied').notNull(),
  handlerModelId: uuid('handler_model_id'),
  handlerLabel: text('handler_label'),
  handlerConfidence: doublePrecision('handler_confidence'),
  handlerBecause: text('handler_because').array(),
  chosenCategoryId: uuid('chosen_category_id'),
  chosenHandlerLabel: text('chosen_handler_label'),
  decidedAt: moment('decided_at'),
})
