// The steps of an application: approved by somebody else, paid into the books, receipt, publication, reversal.
import { and, eq, sql } from 'drizzle-orm'
import { applicationLife, type ApplicationState, type ApplicationStep } from '../../../../contract/src/funds-life.ts'
import { transfer } from '../../../../rules/src/ledger.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx, JournalFacts } from '../../platform/cx.ts'
import { takeStep } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { tell } from '../notices/index.ts'
import { announceSpending } from './announce.ts'
import { showApplication, standingAt, type ApplicationRow, type ApplicationView } from './applications.ts'
import { accountOf, heldIn, postEntry, type AccountWanted } from './books.ts'
import { refuseAnnulled } from './decided.ts'
import { refuseDayToCome } from './moments.ts'
import type { Wired } from './plan-decision.ts'
import { isHigher, lockFundOf, refuseClosed, type FundRow } from './policy.ts'
import { accountAt } from './record-income.ts'
import { entryOf, postReversal } from './reverse-entry.ts'
import { fundApplications } from './tables.ts'

interface StepInput {
  readonly words?: string | undefined
  readonly day?: string
  readonly photos?: readonly string[]
}
interface Taken {
  readonly row: ApplicationRow
  readonly fund: FundRow
  readonly to: ApplicationState
}
/** Fund and application locked, the step allowed by the table. @throws fund.no-application, access.*, lifecycle.* */
const lockForStep = async (cx: Cx, id: string, step: ApplicationStep, input: StepInput): Promise<Taken> => {
  const [known] = await cx.db
    .select({ fundId: fundApplications.fundId })
    .from(fundApplications)
    .where(and(eq(fundApplications.id, id), eq(fundApplications.districtId, cx.districtId)))
  if (known === undefined) throw refuse('fund.no-application')
  const fund = await lockFundOf(cx, known.fundId)
  if (!mayAt(cx.actor, 'fund.see', fund)) throw refuse('fund.no-application')
  const [row] = await cx.db.select().from(fundApplications).where(eq(fundApplications.id, id)).for('update')
  const to = takeStep(applicationLife, row!.state, step, { person: standingAt(cx, fund) }, { ...input })
  return { row: row!, fund, to: to as ApplicationState }
}
const steppedWords = {
  approve: '批准了用款',
  refuse: '没有批准用款',
  withdraw: '撤回了用款申请',
  pay: '登记了付款',
  receipt: '上传了付款凭证',
  publish: '公开了用款',
  reverse: '冲正了付款',
} as const satisfies Record<ApplicationStep, string>
const write = async (
  cx: Cx,
  { row, to }: Taken,
  step: ApplicationStep,
  change: Partial<ApplicationRow>,
  after: JournalFacts = {},
): Promise<ApplicationView> => {
  await cx.db
    .update(fundApplications)
    .set({ ...change, state: to, stateAt: cx.now })
    .where(eq(fundApplications.id, row.id))
  await cx.journal({
    action: `fund.${step}`,
    sentence: steppedWords[step],
    thing: { kind: 'fundApplication', id: row.id },
    before: { state: row.state },
    after: { state: to, ...after },
  })
  return showApplication(cx, row.id)
}
const tellApplicant = (cx: Cx, { row, fund }: Taken, event: 'fund.approved' | 'fund.refused', words: string) =>
  tell(cx, {
    event,
    audience: 'handler',
    personIds: [row.applicantId],
    thing: { kind: 'fundApplication', id: row.id },
    fields: { fund: fund.name, title: row.title, reason: words },
  })
/** Whose money pays. */
const sourceOf = async (cx: Cx, fund: FundRow, row: ApplicationRow): Promise<AccountWanted> => {
  if (row.planId !== null) return { role: 'plan', planId: row.planId }
  if (fund.kind === 'maintenanceFund') return accountAt(cx, fund, row.accountPlaceId)
  return { role: 'spent' }
}
/** What is there for this application once all that is approved beside it is paid. */
const availableFor = async (cx: Cx, fund: FundRow, row: ApplicationRow): Promise<number> => {
  const source = await sourceOf(cx, fund, row)
  const held = source.role === 'spent' ? await heldIn(cx, fund.id, { role: 'bank' }) : await heldIn(cx, fund.id, source)
  const [approved] = await cx.db
    .select({ sum: sql<number>`coalesce(sum(${fundApplications.amount}), 0)`.mapWith(Number) })
    .from(fundApplications)
    .where(
      and(
        eq(fundApplications.fundId, fund.id),
        eq(fundApplications.state, 'approved'),
        sql`${fundApplications.planId} is not distinct from ${row.planId}`,
        sql`${fundApplications.accountPlaceId} is not distinct from ${row.accountPlaceId}`,
      ),
    )
  const inBank = held - approved!.sum
  if (fund.budget === null) return inBank
  return Math.min(inBank, fund.budget - (await heldIn(cx, fund.id, { role: 'spent' })) - approved!.sum)
}
/** @throws fund.four-eyes, fund.above-limit, fund.not-enough, fund.closed, fund.wrong-decision */
export const approve = async (
  cx: Cx,
  id: string,
  input: { words?: string | undefined },
  wired: Wired,
): Promise<ApplicationView> => {
  const taken = await lockForStep(cx, id, 'approve', input)
  const { row, fund } = taken
  if (row.applicantId === cx.actor.personId) throw refuse('fund.four-eyes')
  refuseClosed(fund)
  await refuseAnnulled(cx, row.decisionId, wired)
  if (fund.approveUpTo !== null && row.amount > fund.approveUpTo && !isHigher(cx, 'fund.approve', fund))
    throw refuse('fund.above-limit')
  if ((await availableFor(cx, fund, row)) < row.amount) throw refuse('fund.not-enough')
  const decidedWords = input.words ?? null
  const view = await write(
    cx,
    taken,
    'approve',
    { approverId: cx.actor.personId, approverName: cx.actor.name, decidedWords },
    { words: decidedWords },
  )
  await tellApplicant(cx, taken, 'fund.approved', decidedWords ?? '')
  return view
}
/** @throws fund.four-eyes */
export const refuseApplication = async (cx: Cx, id: string, input: { words: string }): Promise<ApplicationView> => {
  const taken = await lockForStep(cx, id, 'refuse', input)
  if (taken.row.applicantId === cx.actor.personId) throw refuse('fund.four-eyes')
  const view = await write(
    cx,
    taken,
    'refuse',
    { approverId: cx.actor.personId, approverName: cx.actor.name, decidedWords: input.words },
    { words: input.words },
  )
  await tellApplicant(cx, taken, 'fund.refused', input.words)
  return view
}
/** @throws fund.own-only */
export const withdraw = async (cx: Cx, id: string): Promise<ApplicationView> => {
  const taken = await lockForStep(cx, id, 'withdraw', {})
  if (taken.row.applicantId !== cx.actor.personId) throw refuse('fund.own-only')
  return write(cx, taken, 'withdraw', {})
}
/** @throws fund.bad-day, fund.not-enough, fund.closed, fund.wrong-decision */
export const pay = async (cx: Cx, id: string, input: { day: string }, wired: Wired): Promise<ApplicationView> => {
  const taken = await lockForStep(cx, id, 'pay', input)
  const { row, fund } = taken
  refuseClosed(fund)
  await refuseAnnulled(cx, row.decisionId, wired)
  refuseDayToCome(cx.now, input.day)
  const entryId = await postEntry(cx, fund, {
    kind: 'spending',
    day: input.day,
    purpose: row.title,
    postings: transfer(
      await accountOf(cx, fund, { role: 'bank' }),
      await accountOf(cx, fund, await sourceOf(cx, fund, row)),
      row.amount,
    ),
    thing: { kind: 'application', id: row.id },
  })
  return write(
    cx,
    taken,
    'pay',
    { entryId, payerId: cx.actor.personId, payerName: cx.actor.name },
    { entryId, amount: row.amount, day: input.day },
  )
}
/** @throws case.photo-not-yours */
export const addReceipt = async (
  cx: Cx,
  id: string,
  input: { photos: readonly string[] },
): Promise<ApplicationView> => {
  const taken = await lockForStep(cx, id, 'receipt', input)
  await attachFiles(cx, input.photos, { kind: 'fundReceipt', id }, 'photo')
  return write(cx, taken, 'receipt', { receipts: [...input.photos] }, { receipts: input.photos.length })
}
export const publish = async (cx: Cx, id: string): Promise<ApplicationView> => {
  const taken = await lockForStep(cx, id, 'publish', {})
  const view = await write(cx, taken, 'publish', {})
  await announceSpending(cx, taken.fund, taken.row)
  return view
}
/** The money came back, or the payment was entered by mistake. @throws fund.closed, fund.reversed */
export const reversePayment = async (cx: Cx, id: string, input: { words: string }): Promise<ApplicationView> => {
  const taken = await lockForStep(cx, id, 'reverse', input)
  refuseClosed(taken.fund)
  const entry = await entryOf(cx, taken.fund.id, taken.row.entryId!)
  const reversalId = await postReversal(cx, taken.fund, entry, input.words)
  return write(cx, taken, 'reverse', { decidedWords: input.words }, { reversalId, words: input.words })
}
