// Moving a rule with as few changes of order as will do.
interface Ordered {
  readonly order: number
}
const most = 9999

/** The rules whose `order` must change so that the one at `from` stands at `to`; `rules` stand in their order. */
export const reordered = <R extends Ordered>(
  rules: readonly R[],
  from: number,
  to: number,
): { readonly rule: R; readonly order: number }[] => {
  const rule = rules[from]
  if (!rule) return []
  const next = rules.toSpliced(from, 1).toSpliced(to, 0, rule)
  const before = next[to - 1]?.order ?? -1
  const after = next[to + 1]?.order ?? Math.min(most + 1, before + 20)
  if (after - before > 1) return [{ rule, order: Math.floor((before + after) / 2) }]
  return next
    .map((each, index) => ({ rule: each, order: (index + 1) * 10 }))
    .filter((each) => each.rule.order !== each.order)
}
