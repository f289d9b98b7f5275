// Sharing a cost to the fen: largest remainder, so that shares always sum to the whole (Civil Code art. 283).

/** A payer and the whole number it pays by: 0.01 m², a household's 1, or area times a factor in thousandths. */
export interface Weight {
  readonly id: string
  readonly weight: number
}
export interface Share {
  readonly id: string
  /** Fen; negative in a refund. */
  readonly amount: number
}
export class ApportionError extends Error {
  readonly code: 'bad-amount' | 'bad-weight' | 'no-weight' | 'twice' | 'bad-factor'
  readonly id: string | null
  constructor(code: ApportionError['code'], id: string | null = null) {
    super(id === null ? code : `${code}: ${id}`)
    this.code = code
    this.id = id
  }
}
const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const check = (total: number, weights: readonly Weight[]): bigint => {
  if (!Number.isSafeInteger(total)) throw new ApportionError('bad-amount')
  const seen = new Set<string>()
  let sum = 0n
  for (const { id, weight } of weights) {
    if (seen.has(id)) throw new ApportionError('twice', id)
    seen.add(id)
    if (!Number.isSafeInteger(weight) || weight < 0) throw new ApportionError('bad-weight', id)
    sum += BigInt(weight)
  }
  if (sum === 0n && total !== 0) throw new ApportionError('no-weight')
  return sum
}
/**
 * Splits `total` fen by weight. The largest remainders get the last fen, ties by id; a weight of 0 gets 0; a refund
 * shares the magnitude, then the sign. The shares sum to `total` exactly, in the order of `weights`.
 * @throws ApportionError
 */
export const apportion = (total: number, weights: readonly Weight[]): Share[] => {
  const sum = check(total, weights)
  if (total === 0) return weights.map(({ id }) => ({ id, amount: 0 }))
  const magnitude = BigInt(Math.abs(total))
  const sign = total < 0 ? -1 : 1
  const parts = weights.map(({ id, weight }) => {
    const exact = magnitude * BigInt(weight)
    return { id, floor: exact / sum, rest: exact % sum }
  })
  const given = parts.reduce((all, part) => all + part.floor, 0n)
  const missing = Number(magnitude - given)
  const first = new Set(
    parts
      .filter((part) => part.rest > 0n)
      .toSorted((a, b) => (a.rest === b.rest ? byId(a, b) : a.rest > b.rest ? -1 : 1))
      .slice(0, missing)
      .map((part) => part.id),
  )
  return parts.map((part) => ({
    id: part.id,
    amount: sign * (Number(part.floor) + (first.has(part.id) ? 1 : 0)) || 0,
  }))
}
/** The whole number a part pays by: area in 0.01 m² times an agreed factor in thousandths. @throws ApportionError */
export const factored = (area: number, thousandths: number): number => {
  const weight = area * thousandths
  if (
    !Number.isSafeInteger(area) ||
    !Number.isSafeInteger(thousandths) ||
    thousandths < 0 ||
    !Number.isSafeInteger(weight)
  )
    throw new ApportionError('bad-factor')
  return weight
}
/** Shares agreed beforehand must sum to the whole: nobody's fen is invented. @throws ApportionError bad-amount */
export const agreed = (total: number, shares: readonly Share[]): Share[] => {
  const sum = shares.reduce((all, share) => all + share.amount, 0)
  if (sum !== total || shares.some((share) => !Number.isSafeInteger(share.amount)))
    throw new ApportionError('bad-amount')
  return [...shares]
}
export interface Covered extends Share {
  /** From the household's account of the maintenance fund. */
  readonly fromAccount: number
  /** Still to pay. */
  readonly toPay: number
}
/** Each household's account pays first, as far as it goes; balances below zero pay nothing. */
export const coverFromAccounts = (shares: readonly Share[], balances: ReadonlyMap<string, number>): Covered[] =>
  shares.map((share) => {
    const fromAccount = Math.max(0, Math.min(share.amount, balances.get(share.id) ?? 0))
    return { ...share, fromAccount, toPay: share.amount - fromAccount }
  })
export interface Settled extends Share {
  readonly planned: number
  readonly final: number
}
/** The final settlement is the difference of two full splits: positive is still owed, negative comes back. */
export const settle = (planned: number, final: number, weights: readonly Weight[]): Settled[] => {
  const [before, after] = [apportion(planned, weights), apportion(final, weights)]
  return after.map((share, i) => ({
    id: share.id,
    planned: before[i]!.amount,
    final: share.amount,
    amount: share.amount - before[i]!.amount || 0,
  }))
}
