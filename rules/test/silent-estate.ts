// An estate of owners who vote, stay away, or are silent although the ballot provably reached them.
import { rollOf, type RollPart } from '../src/owners-roll.ts'
import { tally, type Ballot, type Mark } from '../src/owners-vote.ts'
import { certaintyOf } from '../src/vote-certainty.ts'
import { nationalRules, type Matter, type VoteRuleSet } from '../src/vote-rule-sets.ts'

export const adopted: VoteRuleSet = { ...nationalRules, silence: 'with-majority', silenceCitation: '议事规则第12条' }
/** So many owners of one area each (0.01 m²): how they marked, or silent with proof, or away without proof. */
export type Group = readonly [did: Mark | 'silent' | 'away', owners: number, area: number | null]
let made = 0
export const cast = (ownerKey: string, mark: Mark, more: Partial<Ballot> = {}): Ballot => ({
  id: `b${++made}`,
  ownerKey,
  voterId: ownerKey,
  mark,
  channel: 'paper',
  order: made,
  ...more,
})
export const estate = (...groups: readonly Group[]) => {
  const parts: RollPart[] = []
  const ballots: Ballot[] = []
  const delivered = new Set<string>()
  groups.forEach(([did, owners, area], g) => {
    for (let i = 0; i < owners; i++) {
      const key = `g${g}-${i}`
      parts.push({ id: key, owners: [key], area })
      if (did === 'silent') delivered.add(key)
      else if (did !== 'away') ballots.push(cast(key, did))
    }
  })
  return { roll: rollOf(parts), ballots, delivered }
}
type Estate = ReturnType<typeof estate>
export const count = ({ roll, ballots, delivered }: Estate, matter: Matter = 'other', rules = adopted) =>
  tally(roll, ballots, matter, rules, delivered)
export const certainty = ({ roll, ballots, delivered }: Estate, matter: Matter = 'other', rules = adopted) =>
  certaintyOf(roll, ballots, matter, rules, delivered)
