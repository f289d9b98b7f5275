// What the models in use say about words: a category with its confidence and reasons, and the kind of body that would handle it.
import { uuidv7 } from 'uuidv7'
import type { TriageMode } from '../../../../contract/src/likeness-kinds.ts'
import { explain, predict } from '../../../../rules/src/text-model.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { defaultSetting, knownTriage, type KnownModel } from './model-cache.ts'
import { triageSuggestions } from './tables.ts'

export interface Said {
  readonly modelId: string
  readonly label: string
  readonly confidence: number
  readonly because: readonly string[]
}
export interface Advice {
  readonly category: Said & { readonly mode: TriageMode }
  readonly handler: Said | null
}
const say = (known: KnownModel | undefined, words: string, allowed?: ReadonlySet<string>): Said | null => {
  if (known === undefined) return null
  const best = predict(known.model, words).find((one) => allowed === undefined || allowed.has(one.label))
  if (best === undefined) return null
  return { modelId: known.id, ...best, because: explain(known.model, words, best.label) }
}
/**
 * The advice for words; null without a model, below the category's confidence, or where the category is switched off.
 * `active`: ids of categories that may be chosen.
 */
export const advise = async (
  cx: Cx<Actor | null>,
  words: string,
  active: ReadonlySet<string>,
): Promise<Advice | null> => {
  const { models, settings } = await knownTriage(cx.db, cx.districtId)
  const category = say(models.get('category'), words, active)
  if (category === null) return null
  const { mode, leastConfidence } = settings.get(category.label) ?? defaultSetting
  if (mode === 'off' || category.confidence < leastConfidence) return null
  return { category: { ...category, mode }, handler: say(models.get('handler'), words) }
}
/** Puts an advice on record with its case. */
export const recordAdvice = async (
  cx: Cx<Actor | null>,
  caseId: string,
  advice: Advice,
  isApplied: boolean,
): Promise<void> => {
  const { category, handler } = advice
  await cx.db.insert(triageSuggestions).values({
    id: uuidv7(),
    districtId: cx.districtId,
    caseId,
    modelId: category.modelId,
    at: cx.now,
    categoryId: category.label,
    confidence: category.confidence,
    because: [...category.because],
    mode: category.mode,
    isApplied,
    handlerModelId: handler?.modelId ?? null,
    handlerLabel: handler?.label ?? null,
    handlerConfidence: handler?.confidence ?? null,
    handlerBecause: handler === null ? null : [...handler.because],
  })
}
