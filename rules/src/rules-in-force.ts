// Which rule set holds at a place on a day: the nearest place that has one, in its newest version that has begun.

/** A version of a rule set: `place` is CN or a division of GB/T 2260, as 110000 for Beijing; `from` its first day. */
export interface RuleVersion {
  readonly id: string
  readonly place: string
  readonly from: string
}
/** A province ends in four zeros, a city in two: what stands before them is what lies within begins with. */
const prefixOf = (place: string): string => (place === 'CN' ? '' : place.replace(/(00){1,2}$/, ''))

/**
 * `region` is the code of the district, or null where it has none: then national rules hold.
 * @throws RangeError where no version has begun
 */
export const ruleSetInForce = <R extends RuleVersion>(
  versions: readonly R[],
  region: string | null,
  day: string,
): R => {
  const holding = versions.filter(
    ({ place, from }) => from <= day && (place === 'CN' || (region !== null && region.startsWith(prefixOf(place)))),
  )
  const [found] = holding.toSorted(
    (a, b) => prefixOf(b.place).length - prefixOf(a.place).length || (a.from < b.from ? 1 : -1),
  )
  if (found === undefined) throw new RangeError(`no rules in force on ${day}`)
  return found
}
