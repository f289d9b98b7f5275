// The only writer of the books: accounts, entries with their postings, and what must hold before they are written.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { AccountRole, EntryKind } from '../../../../contract/src/funds-life.ts'
import { checkEntry, LedgerError, type Posting } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { FundRow } from './policy.ts'
import { fundAccounts, fundBalances, fundEntries, fundPostings } from './tables.ts'

export type AccountRow = typeof fundAccounts.$inferSelect
const kindOf = {
  bank: 'asset',
  income: 'income',
  spent: 'expense',
  estate: 'liability',
  building: 'liability',
  home: 'liability',
  gifts: 'liability',
  plan: 'liability',
} as const satisfies Record<AccountRole, AccountRow['kind']>

export interface AccountWanted {
  readonly role: AccountRole
  readonly placeId?: string
  readonly planId?: string
}
/** Finds an account without opening one. */
export const findAccount = async (cx: Cx, fundId: string, wanted: AccountWanted): Promise<string | null> => {
  const { role, placeId, planId } = wanted
  const [row] = await cx.db
    .select({ id: fundAccounts.id })
    .from(fundAccounts)
    .where(
      and(
        eq(fundAccounts.fundId, fundId),
        eq(fundAccounts.role, role),
        placeId === undefined ? isNull(fundAccounts.placeId) : eq(fundAccounts.placeId, placeId),
        planId === undefined ? isNull(fundAccounts.planId) : eq(fundAccounts.planId, planId),
      ),
    )
  return row?.id ?? null
}
/** The account of this role in a locked fund; opened when it is asked for the first time. */
export const accountOf = async (cx: Cx, fund: FundRow, wanted: AccountWanted): Promise<string> => {
  const known = await findAccount(cx, fund.id, wanted)
  if (known !== null) return known
  const id = uuidv7()
  const { role, placeId = null, planId = null } = wanted
  await cx.db
    .insert(fundAccounts)
    .values({ id, districtId: fund.districtId, fundId: fund.id, kind: kindOf[role], role, placeId, planId })
  return id
}
/** Balances by account as they stand; 0 where nothing was ever posted. */
export const balancesById = async (cx: Cx, ids: readonly string[]): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map()
  const rows = await cx.db
    .select()
    .from(fundBalances)
    .where(inArray(fundBalances.accountId, [...ids]))
  const known = new Map(rows.map((row) => [row.accountId, row.balance]))
  return new Map(ids.map((id) => [id, known.get(id) ?? 0]))
}
/** What lies in an account as its owner reads it: money held is positive whichever side of the books it stands on. */
export const heldIn = async (cx: Cx, fundId: string, wanted: AccountWanted): Promise<number> => {
  const id = await findAccount(cx, fundId, wanted)
  if (id === null) return 0
  const balance = (await balancesById(cx, [id])).get(id)!
  return kindOf[wanted.role] === 'asset' || kindOf[wanted.role] === 'expense' ? balance : -balance || 0
}
/** Nobody's money is spent twice: a bank account never below zero, nor what belongs to somebody. */
const refuseOverdrawn = async (cx: Cx, postings: readonly Posting[]): Promise<void> => {
  const ids = postings.map((posting) => posting.account)
  const balances = await balancesById(cx, ids)
  const kinds = await cx.db
    .select({ id: fundAccounts.id, kind: fundAccounts.kind })
    .from(fundAccounts)
    .where(inArray(fundAccounts.id, ids))
  const kindById = new Map(kinds.map((row) => [row.id, row.kind]))
  for (const { account, amount } of postings) {
    const after = balances.get(account)! + amount
    if (!Number.isSafeInteger(after)) throw refuse('fund.too-large')
    const kind = kindById.get(account)
    if ((kind === 'asset' && after < 0) || (kind === 'liability' && after > 0 && amount > 0))
      throw refuse('fund.not-enough')
  }
}
export interface NewEntry {
  readonly kind: EntryKind
  readonly day: string
  readonly purpose: string
  readonly postings: readonly Posting[]
  readonly thing?: { readonly kind: 'application' | 'pledge' | 'planLine' | 'plan'; readonly id: string }
  readonly photos?: readonly string[]
  readonly reversesId?: string
}
/**
 * Writes an entry into the books of a fund the caller has locked. The database checks once more at commit that it
 * sums to zero, and adds it to the balances.
 * @throws fund.not-enough, fund.too-large
 */
export const postEntry = async (cx: Cx, fund: FundRow, entry: NewEntry): Promise<string> => {
  try {
    checkEntry(entry)
  } catch (error) {
    if (error instanceof LedgerError) throw refuse('fund.too-large', { because: error.code })
    throw error
  }
  await refuseOverdrawn(cx, entry.postings)
  const id = uuidv7()
  await cx.db.insert(fundEntries).values({
    id,
    districtId: fund.districtId,
    fundId: fund.id,
    kind: entry.kind,
    day: entry.day,
    purpose: entry.purpose,
    lines: entry.postings.length,
    reversesId: entry.reversesId ?? null,
    thingKind: entry.thing?.kind ?? null,
    thingId: entry.thing?.id ?? null,
    photos: [...(entry.photos ?? [])],
    actorId: cx.actor.personId,
    actorName: cx.actor.name,
    at: cx.now,
  })
  await cx.db
    .insert(fundPostings)
    .values(
      entry.postings
        .toSorted((a, b) => (a.account < b.account ? -1 : 1))
        .map(({ account, amount }) => ({ entryId: id, accountId: account, amount })),
    )
  return id
}
export type EntryRow = typeof fundEntries.$inferSelect
export const postingsOf = async (cx: Cx, entryId: string): Promise<Posting[]> =>
  cx.db
    .select({ account: fundPostings.accountId, amount: fundPostings.amount })
    .from(fundPostings)
    .where(eq(fundPostings.entryId, entryId))
/** SQL: what lies in the bank of a fund. */
export const bankOf = (fundId: unknown) =>
  sql<number>`coalesce((select b.balance from fund_accounts a join fund_balances b on b.account_id = a.id where a.fund_id = ${fundId} and a.role = 'bank'), 0)`.mapWith(
    Number,
  )
/** SQL: approved and not paid yet. */
export const reservedOf = (fundId: unknown) =>
  sql<number>`coalesce((select sum(q.amount) from fund_applications q where q.fund_id = ${fundId} and q.state = 'approved'), 0)`.mapWith(
    Number,
  )
