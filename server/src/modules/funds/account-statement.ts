// What came to and went from one account of a maintenance fund, for its staff and for whose home it is.
import { and, asc, eq, lte } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { statementOf } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { daysOf } from './moments.ts'
import { seenFund } from './policy.ts'
import { accountsWhere } from './show-fund.ts'
import { fundAccounts, fundEntries, fundPostings } from './tables.ts'

type AccountStatement = OutOf<(typeof fundsApi)['GET /api/funds/:id/accounts/:thingId']>
/** An account of a home is shown to that home and to staff, the others to everybody of the fund. @throws fund.not-found */
export const showAccount = async (cx: Cx, id: string, accountId: string, period: string): Promise<AccountStatement> => {
  const { isStaff, homes } = await seenFund(cx, id)
  const [account] = await accountsWhere(cx, id, eq(fundAccounts.id, accountId), 1)
  const isTheirs = account?.role !== 'home' || homes.some((home) => home.id === account.placeId)
  if (account === undefined || !(isStaff || isTheirs)) throw refuse('fund.not-found')
  const { from, to } = daysOf(period)
  const rows = await cx.db
    .select({
      id: fundEntries.id,
      day: fundEntries.day,
      kind: fundEntries.kind,
      purpose: fundEntries.purpose,
      amount: fundPostings.amount,
    })
    .from(fundPostings)
    .innerJoin(fundEntries, eq(fundEntries.id, fundPostings.entryId))
    .where(and(eq(fundPostings.accountId, accountId), lte(fundEntries.day, to)))
    .orderBy(asc(fundEntries.day), asc(fundEntries.id))
  const isAsset = account.role === 'bank' || account.role === 'spent'
  // Read as its owner reads it: what belongs to the account is positive, whichever side of the books it stands on.
  const read = (amount: number) => (isAsset ? amount : -amount || 0)
  const entries = rows.map((row) => ({
    id: row.id,
    day: row.day,
    postings: [{ account: accountId, amount: read(row.amount) }],
  }))
  const known = new Map(rows.map((row) => [row.id, row]))
  const { opening, in: came, out, closing, lines } = statementOf(entries, accountId, from, to)
  return {
    account,
    from,
    to,
    opening,
    in: came,
    out,
    closing,
    lines: lines.map((line) => ({ ...line, kind: known.get(line.id)!.kind, purpose: known.get(line.id)!.purpose })),
  }
}
