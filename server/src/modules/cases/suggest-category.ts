// Suggests category and kind from the words: the category whose keywords speak most; always changeable by a person.
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import type { CategoryRow } from './settings-cache.ts'

export interface Suggestion {
  readonly category: CategoryRow | null
  readonly kind: CaseKind
  /** The words that spoke for it. */
  readonly because: readonly string[]
}
const urgentWords = ['着火', '燃气泄漏', '漏气', '困在', '被困', '触电', '晕倒', '爆裂', '塌']
const isKind = (text: string): text is CaseKind => text in caseKinds

/** Longer keywords weigh more; ties go to the earlier category. */
export const suggestCategory = (words: string, categories: readonly CategoryRow[]): Suggestion => {
  let best: { category: CategoryRow; weight: number; because: string[] } | null = null
  for (const category of categories) {
    if (!category.active) continue
    const because = category.keywords.filter((keyword) => keyword !== '' && words.includes(keyword))
    const weight = because.reduce((sum, keyword) => sum + keyword.length, 0)
    if (weight > 0 && (best === null || weight > best.weight)) best = { category, weight, because }
  }
  const urgent = urgentWords.filter((word) => words.includes(word))
  const kind: CaseKind =
    urgent.length > 0 ? 'urgent' : best !== null && isKind(best.category.kind) ? best.category.kind : 'small'
  return { category: best?.category ?? null, kind, because: [...(best?.because ?? []), ...urgent] }
}
