// Shapes that funds, spending and cost plans share.
import { z } from 'zod'
import { keysOf } from './cases-shapes.ts'
import { at, day, id, named } from './common.ts'
import {
  accountRoles,
  applicationStates,
  applicationSteps,
  entryKinds,
  fundKinds,
  fundStates,
  type AccountRole,
  type ApplicationState,
  type ApplicationStep,
  type EntryKind,
  type FundKind,
  type FundState,
} from './funds-life.ts'

export const fundKind = z.enum(keysOf<FundKind>(fundKinds))
export const fundState = z.enum(keysOf<FundState>(fundStates))
export const entryKind = z.enum(keysOf<EntryKind>(entryKinds))
export const applicationState = z.enum(keysOf<ApplicationState>(applicationStates))
/** Integer fen, more than nothing, at most ten thousand million yuan. */
export const fen = z.number().int().min(1).max(1_000_000_000_000)
export const fenOrNone = z.number().int().min(0).max(1_000_000_000_000)
/** A figure of the books: any whole number of fen. */
export const figure = z.number().int()

export const fundRow = z.object({
  id,
  number: z.string(),
  kind: fundKind,
  name: z.string(),
  place: named,
  state: fundState,
  year: z.number().int().nullable(),
  /** What lies in the bank. */ balance: figure,
  /** Approved and not paid yet. */ reserved: figure,
  budget: figure.nullable(),
  target: figure.nullable(),
  /** Paid in by who pledged. */ raised: figure.nullable(),
})
export const account = z.object({
  id,
  role: z.enum(keysOf<AccountRole>(accountRoles)),
  /** The estate, building or home whose account it is; a plan's title. */ name: z.string().nullable(),
  placeId: id.nullable(),
  /** As a person reads it: what belongs to it, what came in, what went out. */ balance: figure,
})
export const fundView = fundRow.extend({
  purpose: z.string(),
  createdAt: at,
  endsOn: day.nullable(),
  approveUpTo: figure.nullable(),
  deliberateAbove: figure.nullable(),
  /** Above it the owners decide (Regulation on property management art. 54; Civil Code art. 278). */
  decideAbove: figure.nullable(),
  /** Of this year. */ inThisYear: figure,
  outThisYear: figure,
  pledged: figure.nullable(),
  pledges: z.number().int(),
  /** All but those of homes. */ accounts: z.array(account),
  /** Household accounts of the reader’s homes. */ mine: z.array(account),
  /** What the reader pledged, newest first. */
  myPledges: z.array(z.object({ id, amount: figure, paid: figure, returned: figure, at })),
  openQuestions: z.number().int(),
  may: z.array(z.enum(['keep', 'apply', 'approve', 'pay', 'open', 'pledge', 'ask', 'raisingEnds', 'close', 'limits'])),
})
export const entryRow = z.object({
  id,
  kind: entryKind,
  day,
  purpose: z.string(),
  /** Change of what lies in the bank; 0 where money only changed accounts. */ amount: figure,
  /** How much changed hands. */ turnover: figure,
  /** Released receipts. */ photos: z.array(id),
  payee: z.string().nullable(),
  reversed: z.boolean(),
  reversesId: id.nullable(),
  mayReverse: z.boolean(),
})
/** From the first day to the last, both counted in: what was there, came, went, and is there now. */
export const movements = {
  from: day,
  to: day,
  opening: figure,
  in: figure,
  out: figure,
  closing: figure,
}
/** What came to and went from one account: of the estate, a building or a home. */
export const accountStatement = z.object({
  account,
  ...movements,
  lines: z.array(z.object({ id, kind: entryKind, day, purpose: z.string(), amount: figure, balance: figure })),
})
export const question = z.object({
  id,
  words: z.string(),
  askedAt: at,
  isMine: z.boolean(),
  entry: z.object({ id, purpose: z.string() }).nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: at.nullable(),
})
export const pledge = z.object({
  id,
  name: z.string(),
  amount: figure,
  paid: figure,
  returned: figure,
  at,
  withdrawn: z.boolean(),
})
export const applicationView = z.object({
  id,
  number: z.string(),
  fund: z.object({ id, name: z.string(), kind: fundKind }),
  plan: named.nullable(),
  account: named.nullable(),
  title: z.string(),
  reason: z.string(),
  payee: z.string(),
  amount: figure,
  resolutionId: id.nullable(),
  resolutionWords: z.string().nullable(),
  /** The certified decision of the owners it rests on. */ decision: named.nullable(),
  state: applicationState,
  stateAt: at,
  applicant: named,
  approver: named.nullable(),
  decidedWords: z.string().nullable(),
  payer: named.nullable(),
  receipts: z.array(id),
  appliedAt: at,
  may: z.array(z.enum(keysOf<ApplicationStep>(applicationSteps))),
})
