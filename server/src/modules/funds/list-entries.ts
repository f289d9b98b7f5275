// Entries of a fund for everybody of its place: what for, how much, with receipts once released; no names of people.
import { and, desc, eq, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import type { ApplicationState, EntryKind } from '../../../../contract/src/funds-life.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { seenFund } from './policy.ts'
import { fundApplications, fundEntries } from './tables.ts'

type Entries = OutOf<(typeof fundsApi)['GET /api/funds/:id/entries']>
/** SQL: by how much an entry changed what lies in the bank. */
export const bankChange =
  sql<number>`coalesce((select sum(p.amount) from fund_postings p join fund_accounts a on a.id = p.account_id where p.entry_id = ${fundEntries.id} and a.role = 'bank'), 0)`.mapWith(
    Number,
  )
const turnover =
  sql<number>`(select sum(p.amount) from fund_postings p where p.entry_id = ${fundEntries.id} and p.amount > 0)`.mapWith(
    Number,
  )
/** SQL: whether an entry was taken back by its opposite. */
export const isReversed = sql<boolean>`exists (select 1 from fund_entries r where r.reverses_id = ${fundEntries.id})`
/** Photos of an entry are for staff, receipts for everybody once they are released. */
export const shownPhotos = (
  photos: readonly string[],
  application: { readonly receipts: readonly string[]; readonly state: ApplicationState } | null,
  isStaff: boolean,
): string[] => [
  ...(isStaff ? photos : []),
  ...(application !== null && (isStaff || application.state === 'published') ? application.receipts : []),
]
/** Kinds that are taken back here; others belong to a step elsewhere. */
const takenBackHere = ['income', 'deposit', 'gift', 'share', 'subsidy', 'refund'] as const

const afterOf = (text: string | undefined) => {
  const cursor = readCursor(text, 2)
  if (cursor === null) return undefined
  const [day, id] = cursor
  if (
    typeof day !== 'string' ||
    typeof id !== 'string' ||
    !/^\d{4}-\d\d-\d\d$/.test(day) ||
    !/^[0-9a-f-]{36}$/.test(id)
  )
    throw refuse('http.bad-input', { fields: [{ path: 'after', message: '格式不对' }] })
  return sql`(${fundEntries.day}, ${fundEntries.id}) < (${day}::date, ${id}::uuid)`
}
export const listEntries = async (
  cx: Cx,
  id: string,
  query: { readonly after?: string | undefined; readonly limit: number; readonly kind?: EntryKind | undefined },
): Promise<Entries> => {
  const { row, isStaff } = await seenFund(cx, id)
  const mayReverse = mayAt(cx.actor, 'fund.approve', row)
  const found = await cx.db
    .select({
      entry: fundEntries,
      amount: bankChange,
      turnover,
      reversed: isReversed,
      application: {
        payee: fundApplications.payee,
        receipts: fundApplications.receipts,
        state: fundApplications.state,
      },
    })
    .from(fundEntries)
    .leftJoin(fundApplications, eq(fundApplications.entryId, fundEntries.id))
    .where(
      and(
        eq(fundEntries.fundId, id),
        query.kind === undefined ? undefined : eq(fundEntries.kind, query.kind),
        afterOf(query.after),
      ),
    )
    .orderBy(desc(fundEntries.day), desc(fundEntries.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, ({ entry }) => [entry.day, entry.id])
  return {
    rows: rows.map(({ entry, amount, turnover: moved, reversed, application }) => ({
      id: entry.id,
      kind: entry.kind,
      day: entry.day,
      purpose: entry.purpose,
      amount,
      turnover: moved,
      photos: shownPhotos(entry.photos, application, isStaff),
      payee: application?.payee ?? null,
      reversed,
      reversesId: entry.reversesId,
      mayReverse: mayReverse && !reversed && (takenBackHere as readonly string[]).includes(entry.kind),
    })),
    total: null,
    next,
  }
}
