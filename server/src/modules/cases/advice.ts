// Advice on a category from outside this module: the app hands in who gives it; without one, keywords decide.
import type { TriageMode } from '../../../../contract/src/likeness-kinds.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { CategoryRow } from './settings-cache.ts'
import { suggestCategory, type Suggestion } from './suggest-category.ts'

/** What a model of past decisions says about words. */
export interface Advice {
  readonly category: {
    readonly label: string
    readonly confidence: number
    readonly because: readonly string[]
    readonly mode: TriageMode
  }
}
export interface Advisor {
  advise(cx: Cx<Actor | null>, words: string, active: ReadonlySet<string>): Promise<Advice | null>
  /** Puts the advice on record with its case; it is the very advice that was given. */
  record(cx: Cx<Actor | null>, caseId: string, advice: Advice, isApplied: boolean): Promise<void>
}
let advisor: Advisor | null = null
/** Called once when the app is put together; holds nothing but functions. */
export const adviseBy = (given: Advisor): void => {
  advisor = given
}
export interface Advised extends Suggestion {
  readonly advice: Advice | null
  /** By the model; null where keywords said it or nothing did. */
  readonly confidence: number | null
}
/** Keywords and the model together: the model where it is sure enough, else the keywords. */
export const suggestWithAdvice = async (
  cx: Cx<Actor | null>,
  words: string,
  categories: readonly CategoryRow[],
): Promise<Advised> => {
  const byWords = suggestCategory(words, categories)
  const active = categories.filter((one) => one.active)
  const advice = advisor === null ? null : await advisor.advise(cx, words, new Set(active.map((one) => one.id)))
  const category = advice === null ? undefined : active.find((one) => one.id === advice.category.label)
  if (advice === null || category === undefined) return { ...byWords, advice: null, confidence: null }
  // An urgent word makes it urgent whatever the category.
  const kind = byWords.kind === 'urgent' ? 'urgent' : category.kind
  return { category, kind, because: advice.category.because, advice, confidence: advice.category.confidence }
}
/**
 * What is set without a person, where nobody chose a category: the model only where the district switched that
 * category to automatic, else the keywords as ever.
 */
export const applied = (
  words: string,
  categories: readonly CategoryRow[],
  advised: Advised,
): Suggestion & { readonly isApplied: boolean } =>
  advised.advice?.category.mode === 'automatic'
    ? { ...advised, isApplied: true }
    : { ...suggestCategory(words, categories), isApplied: false }
/** On record with the case. */
export const recordAdvice = async (
  cx: Cx<Actor | null>,
  caseId: string,
  advised: Advised,
  isApplied: boolean,
): Promise<void> => {
  if (advisor !== null && advised.advice !== null) await advisor.record(cx, caseId, advised.advice, isApplied)
}
