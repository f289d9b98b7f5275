// Interest of a maintenance fund: to the fen over its accounts, by what lay in each at the end of a day.
import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { apportion } from '../../../../rules/src/apportion.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { accountOf, postEntry } from './books.ts'
import { refuseDayToCome } from './moments.ts'
import { lockFund, refuseClosed } from './policy.ts'
import { fundAccounts, fundEntries, fundPostings } from './tables.ts'

type Interest = ParsedBody<(typeof fundsApi)['POST /api/funds/:id/interest']>
/** What each account held at the end of a day; liabilities are credit, so the sign turns. Empty ones take no part. */
const heldOn = async (cx: Cx, fundId: string, day: string) => {
  const held = sql<number>`-sum(${fundPostings.amount})`.mapWith(Number)
  return cx.db
    .select({ id: fundAccounts.id, weight: held })
    .from(fundAccounts)
    .innerJoin(fundPostings, eq(fundPostings.accountId, fundAccounts.id))
    .innerJoin(fundEntries, eq(fundEntries.id, fundPostings.entryId))
    .where(
      and(
        eq(fundAccounts.fundId, fundId),
        inArray(fundAccounts.role, ['estate', 'building', 'home']),
        lte(fundEntries.day, day),
      ),
    )
    .groupBy(fundAccounts.id)
    .having(sql`-sum(${fundPostings.amount}) > 0`)
    .orderBy(fundAccounts.id)
}
/** @throws fund.closed, fund.bad-day, fund.no-interest */
export const shareInterest = async (cx: Cx, id: string, interest: Interest): Promise<string> => {
  const fund = await lockFund(cx, id, 'fund.keep')
  refuseClosed(fund)
  refuseDayToCome(cx.now, interest.day)
  const accounts = fund.kind === 'maintenanceFund' ? await heldOn(cx, id, interest.day) : []
  if (accounts.length === 0) throw refuse('fund.no-interest')
  const shares = apportion(interest.amount, accounts).filter((share) => share.amount > 0)
  const entryId = await postEntry(cx, fund, {
    kind: 'interest',
    day: interest.day,
    purpose: interest.purpose,
    postings: [
      { account: await accountOf(cx, fund, { role: 'bank' }), amount: interest.amount },
      ...shares.map((share) => ({ account: share.id, amount: -share.amount })),
    ],
    photos: interest.photos,
  })
  await attachFiles(cx, interest.photos, { kind: 'fundEntry', id: entryId }, 'photo')
  await cx.journal({
    action: 'fund.interest',
    sentence: '把利息分到各账户',
    thing: { kind: 'fund', id },
    after: { entryId, amount: interest.amount, day: interest.day, accounts: shares.length },
  })
  return id
}
