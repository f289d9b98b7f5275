// Shares of co-owners as a roll states them: fractions or percentages that come to exactly one.

/** A share as a fraction of whole numbers. */
interface Share {
  readonly above: bigint
  readonly below: bigint
}
const readShare = (text: string): Share | null => {
  const fraction = /^(\d{1,9})\s*[/／]\s*(\d{1,9})$/.exec(text)
  if (fraction !== null) {
    const [above, below] = [BigInt(fraction[1]!), BigInt(fraction[2]!)]
    return below > 0n && above > 0n ? { above, below } : null
  }
  const percent = /^(\d{1,3})(?:\.(\d{1,6}))?\s*[%％]$/.exec(text)
  if (percent === null) return null
  const decimals = percent[2] ?? ''
  const above = BigInt(`${percent[1]}${decimals}`)
  return above > 0n ? { above, below: 100n * 10n ** BigInt(decimals.length) } : null
}
/** What is wrong with the shares of a part: unreadable, not one for each owner, or not one in all. Null where nothing is. */
export const faultOfShares = (shares: readonly string[], owners: number): 'unreadable' | 'count' | 'sum' | null => {
  if (shares.length !== owners) return 'count'
  let [above, below] = [0n, 1n]
  for (const text of shares) {
    const share = readShare(text)
    if (share === null) return 'unreadable'
    above = above * share.below + share.above * below
    below *= share.below
  }
  return above === below ? null : 'sum'
}
