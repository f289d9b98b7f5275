// Double entry: every entry sums to zero, so do all balances, always (mission B12). Amounts in fen.

/** What an account is for a fund: what it has, what it owes or is bound to, what comes in, what goes out. */
export type AccountKind = 'asset' | 'liability' | 'income' | 'expense'
export interface Posting {
  readonly account: string
  /** Debit is positive, credit negative. */
  readonly amount: number
}
export interface Entry {
  readonly id: string
  readonly day: string
  readonly postings: readonly Posting[]
}
export class LedgerError extends Error {
  readonly code: 'unbalanced' | 'empty' | 'bad-amount' | 'overflow' | 'same-account'
  constructor(code: LedgerError['code']) {
    super(code)
    this.code = code
  }
}
/** At least two postings, none of zero, each a whole number of fen, together zero. @throws LedgerError */
export const checkEntry = (entry: Pick<Entry, 'postings'>): void => {
  const { postings } = entry
  if (postings.length < 2) throw new LedgerError('empty')
  let sum = 0n
  for (const { amount } of postings) {
    if (!Number.isSafeInteger(amount) || amount === 0) throw new LedgerError('bad-amount')
    sum += BigInt(amount)
  }
  if (sum !== 0n) throw new LedgerError('unbalanced')
  if (new Set(postings.map((posting) => posting.account)).size !== postings.length)
    throw new LedgerError('same-account')
}
/** A transfer of a positive amount: what `to` receives, `from` gives. */
export const transfer = (from: string, to: string, amount: number): Posting[] => {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('bad-amount')
  return [
    { account: to, amount },
    { account: from, amount: -amount },
  ]
}
/** Balances by account after these entries; their sum is zero. @throws LedgerError */
export const balancesOf = (entries: Iterable<Entry>): Map<string, number> => {
  const balances = new Map<string, bigint>()
  for (const entry of entries) {
    checkEntry(entry)
    for (const { account, amount } of entry.postings)
      balances.set(account, (balances.get(account) ?? 0n) + BigInt(amount))
  }
  return new Map(
    [...balances].map(([account, balance]) => {
      const value = Number(balance)
      if (!Number.isSafeInteger(value)) throw new LedgerError('overflow')
      return [account, value] as const
    }),
  )
}
/** The entry that takes another back: same accounts, opposite amounts. Entries are never changed. */
export const reversalOf = (entry: Pick<Entry, 'postings'>): Posting[] =>
  entry.postings.map(({ account, amount }) => ({ account, amount: -amount }))
export interface Statement {
  readonly opening: number
  readonly in: number
  readonly out: number
  readonly closing: number
  readonly lines: readonly {
    readonly id: string
    readonly day: string
    readonly amount: number
    readonly balance: number
  }[]
}
/** One account from `from` to `to`, both days included; entries come in any order. */
export const statementOf = (entries: Iterable<Entry>, account: string, from: string, to: string): Statement => {
  const mine = [...entries]
    .flatMap((entry) =>
      entry.postings
        .filter((posting) => posting.account === account)
        .map(({ amount }) => ({ id: entry.id, day: entry.day, amount })),
    )
    .toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.day < b.day ? -1 : 1))
  const opening = mine.filter((line) => line.day < from).reduce((sum, line) => sum + line.amount, 0)
  let balance = opening
  const lines = mine
    .filter((line) => line.day >= from && line.day <= to)
    .map((line) => ({ ...line, balance: (balance += line.amount) }))
  const sumOf = (test: (amount: number) => boolean) =>
    lines.filter((line) => test(line.amount)).reduce((sum, line) => sum + line.amount, 0)
  return {
    opening,
    in: sumOf((amount) => amount > 0),
    out: -sumOf((amount) => amount < 0) || 0,
    closing: balance,
    lines,
  }
}
