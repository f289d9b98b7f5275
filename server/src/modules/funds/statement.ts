// Statements of a fund's bank account: a month, a quarter or a year, on the page, on paper and as a spreadsheet.
import { and, asc, eq, gte, lt, lte, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { entryKinds, type EntryKind } from '../../../../contract/src/funds-life.ts'
import { statementOf, type Entry } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { placeById } from '../places/index.ts'
import { findAccount } from './books.ts'
import { checkPeriod } from './check-books.ts'
import { isReversed, shownPhotos } from './list-entries.ts'
import { daysOf } from './moments.ts'
import { seenFund } from './policy.ts'
import { basesOf, type Basis } from './spending-basis.ts'
import { fundApplications, fundEntries, fundPostings } from './tables.ts'

type Statement = OutOf<(typeof fundsApi)['GET /api/funds/:id/statement']>
type Shown = Statement['lines'][number]
const openingOf = async (cx: Cx, account: string, from: string): Promise<number> => {
  const [row] = await cx.db
    .select({ sum: sql<number>`coalesce(sum(${fundPostings.amount}), 0)`.mapWith(Number) })
    .from(fundPostings)
    .innerJoin(fundEntries, eq(fundEntries.id, fundPostings.entryId))
    .where(and(eq(fundPostings.accountId, account), lt(fundEntries.day, from)))
  return row!.sum
}
const linesOf = (cx: Cx, account: string, from: string, to: string) =>
  cx.db
    .select({
      entry: {
        id: fundEntries.id,
        day: fundEntries.day,
        kind: fundEntries.kind,
        purpose: fundEntries.purpose,
        photos: fundEntries.photos,
      },
      amount: fundPostings.amount,
      reversed: isReversed,
      application: {
        payee: fundApplications.payee,
        receipts: fundApplications.receipts,
        state: fundApplications.state,
        resolutionId: fundApplications.resolutionId,
        resolutionWords: fundApplications.resolutionWords,
        decisionId: fundApplications.decisionId,
        decisionTitle: fundApplications.decisionTitle,
      },
    })
    .from(fundPostings)
    .innerJoin(fundEntries, eq(fundEntries.id, fundPostings.entryId))
    .leftJoin(fundApplications, eq(fundApplications.entryId, fundEntries.id))
    .where(and(eq(fundPostings.accountId, account), gte(fundEntries.day, from), lte(fundEntries.day, to)))
    .orderBy(asc(fundEntries.day), asc(fundEntries.id))
type Line = Awaited<ReturnType<typeof linesOf>>[number]
/** What came before stands as one entry of the day before all days. */
const asEntries = (account: string, opening: number, lines: readonly Line[]): Entry[] => [
  ...(opening === 0 ? [] : [{ id: 'opening', day: '0000-01-01', postings: [{ account, amount: opening }] }]),
  ...lines.map(({ entry, amount }) => ({ id: entry.id, day: entry.day, postings: [{ account, amount }] })),
]
const sumsByKind = (lines: readonly Line[]): Statement['byKind'] => {
  const sums = new Map<EntryKind, { in: number; out: number }>()
  for (const { entry, amount } of lines) {
    const sum = sums.get(entry.kind) ?? { in: 0, out: 0 }
    if (amount > 0) sum.in += amount
    else sum.out -= amount
    sums.set(entry.kind, sum)
  }
  return [...sums].map(([kind, sum]) => ({ kind, ...sum }))
}
/** A line as its reader may see it: receipts once they are released. */
const wordsOf = ({ entry, reversed, application }: Line, isStaff: boolean, bases: (of: Basis) => Shown['basis']) => ({
  kind: entry.kind,
  purpose: entry.purpose,
  payee: application?.payee ?? null,
  photos: shownPhotos(entry.photos, application, isStaff),
  basis: application === null ? null : bases(application),
  reversed,
})
/** @throws fund.not-found */
export const showStatement = async (cx: Cx, id: string, period: string): Promise<Statement> => {
  const { row, isStaff } = await seenFund(cx, id)
  const { from, to } = daysOf(period)
  const bank = await findAccount(cx, id, { role: 'bank' })
  const lines = bank === null ? [] : await linesOf(cx, bank, from, to)
  const made = statementOf(
    asEntries(bank ?? 'bank', bank === null ? 0 : await openingOf(cx, bank, from), lines),
    bank ?? 'bank',
    from,
    to,
  )
  const byId = new Map(lines.map((line) => [line.entry.id, line]))
  const bases = await basesOf(
    cx,
    lines.flatMap(({ application }) => application ?? []),
  )
  const check = await checkPeriod(cx, id, from, to)
  const place = await placeById(cx.db, row.placeId)
  return {
    fund: { id: row.id, name: row.name, number: String(row.number), place: place?.path ?? '' },
    period,
    from,
    to,
    opening: made.opening,
    in: made.in,
    out: made.out,
    closing: made.closing,
    lines: made.lines.map(({ id: entryId, day, amount, balance }) => ({
      id: entryId,
      day,
      amount,
      balance,
      ...wordsOf(byId.get(entryId)!, isStaff, bases),
    })),
    byKind: sumsByKind(lines),
    check: { ...check, holds: check.holds && made.opening + made.in - made.out === made.closing },
    madeAt: cx.now.toISOString(),
  }
}
const yuan = (fen: number) => fen / 100
interface SheetRow {
  readonly day: string
  readonly kind: EntryKind | null
  readonly purpose: string
  readonly amount: number | null
  readonly balance: number
}
export const statementSheet = async (cx: Cx, id: string, period: string): Promise<Download> => {
  const made = await showStatement(cx, id, period)
  const isChinese = cx.actor.language === 'zh-CN'
  const rows: SheetRow[] = [
    { day: made.from, kind: null, purpose: isChinese ? '期初余额' : 'Opening', amount: null, balance: made.opening },
    ...made.lines,
    { day: made.to, kind: null, purpose: isChinese ? '期末余额' : 'Closing', amount: null, balance: made.closing },
  ]
  return listSheet<SheetRow>(cx, {
    name: [`${made.fund.name}-${period}`, `${made.fund.name}-${period}`],
    columns: [
      ['日期', 'Day', 12, (row) => row.day],
      ['类别', 'Kind', 16, (row, zh) => (row.kind === null ? '' : entryKinds[row.kind][zh ? 'zh' : 'en'])],
      ['用途', 'Purpose', 50, (row) => row.purpose],
      ['收入（元）', 'In (yuan)', 16, ({ amount }) => (amount !== null && amount > 0 ? yuan(amount) : null)],
      ['支出（元）', 'Out (yuan)', 16, ({ amount }) => (amount !== null && amount < 0 ? yuan(-amount) : null)],
      ['余额（元）', 'Balance (yuan)', 16, (row) => yuan(row.balance)],
    ],
    page: async () => ({ rows, next: null }),
  })
}
