// A dispatch rule in a sentence: when it fits, and whom it sends the case to.
import { caseKinds } from '../../../../contract/src/cases-life.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export type Rule = Out<'GET /api/cases/rules'>[number]

/** The conditions of a rule, in words; `placeName` is what is known of its place. */
export const useConditions = (): ((rule: Rule, placeName: string | null) => string) => {
  const say = useWords(words)
  const pick = usePick()
  const categories = useApi('GET /api/cases/categories', {}, { fresh: 60_000 })
  return (rule, placeName) => {
    const category = categories.data?.find((each) => each.id === rule.categoryId)
    const some = [
      rule.categoryId ? say.whenCategory(category?.name ?? '…') : null,
      rule.kind ? say.whenKind(pick(caseKinds[rule.kind])) : null,
      rule.placeId ? say.whenPlace(placeName ?? say.aCertainPlace) : null,
    ].filter((each) => each !== null)
    return some.length > 0 ? some.join(say.and) : say.anyCase
  }
}
/** A rule as its endpoint takes it. */
export const bodyOfRule = ({ name, order, categoryId, kind, placeId, target, automatic, active }: Rule) => ({
  name,
  order,
  categoryId,
  kind,
  placeId,
  target,
  automatic,
  active,
})
