// The log of ballots of one decision: appended under its lock, each entry hashed with the one before; marks lie sealed.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { canonicalJson, linkHash } from '../../../../rules/src/hash-chain.ts'
import type { PublishedBallot } from '../../../../rules/src/decision-count.ts'
import type { Mark } from '../../../../rules/src/owners-vote.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { sha256 } from './keys.ts'
import type { DecisionRow } from './policy.ts'
import { decisionBallots, decisionOwners, decisions } from './tables.ts'

export type BallotRow = typeof decisionBallots.$inferSelect
export interface NewBallot {
  readonly owner: string
  readonly voter: string
  readonly channel: BallotRow['channel']
  readonly marks: Readonly<Record<string, Mark>>
  readonly invalid?: PublishedBallot['invalid']
  /** Speaks for all co-owners, who named this voter. */
  readonly designated?: boolean
  readonly receivedAt: Date
  readonly byPerson: string | null
  readonly scans?: readonly string[]
}
export interface Receipt {
  readonly seq: number
  readonly receipt: string
}
const RECEIPT_LENGTH = 16
/** What a voter keeps: the number in the log and the beginning of its hash. */
export const receiptOf = ({ seq, hash }: Pick<BallotRow, 'seq' | 'hash'>): string =>
  `${seq}-${hash.slice(0, RECEIPT_LENGTH)}`

/** The first valid ballot of an owner makes them take part; that only grows until closing. */
const turnUp = async (cx: Cx, decisionId: string, owner: string): Promise<{ owners: number; area: number }> => {
  const [first] = await cx.db
    .update(decisionOwners)
    .set({ votedAt: cx.now })
    .where(
      and(eq(decisionOwners.decisionId, decisionId), eq(decisionOwners.key, owner), isNull(decisionOwners.votedAt)),
    )
    .returning({ area: decisionOwners.area })
  return first === undefined ? { owners: 0, area: 0 } : { owners: 1, area: first.area }
}
/** A mark that the rule set reads as no vote does not take part. */
const takesPart = (decision: DecisionRow, ballot: NewBallot): boolean =>
  ballot.invalid === undefined || ballot.invalid === null
    ? Object.values(ballot.marks).some(
        (mark) =>
          (mark !== 'blank' || decision.rules.blankMark === 'abstain') &&
          (mark !== 'double' || decision.rules.doubleMark === 'abstain'),
      )
    : false
/** Appends ballots; the decision's row is locked by the caller, who checked everything. */
export const appendBallots = async (
  cx: Cx,
  sealing: Sealing,
  decision: DecisionRow,
  ballots: readonly NewBallot[],
): Promise<Receipt[]> => {
  let { chainLength: seq, chainHead: head } = decision
  let [owners, area] = [0, 0]
  const rows: BallotRow[] = []
  for (const ballot of ballots) {
    seq += 1
    const id = uuidv7()
    const published: PublishedBallot = {
      ballot: id,
      decision: decision.id,
      seq,
      owner: ballot.owner,
      voter: ballot.voter,
      channel: ballot.channel,
      marks: ballot.marks,
      invalid: ballot.invalid ?? null,
      ...(ballot.designated === true ? { designated: true } : {}),
      receivedAt: ballot.receivedAt.toISOString(),
      recordedAt: cx.now.toISOString(),
      scans: ballot.scans ?? [],
      nonce: randomBytes(12).toString('base64url'),
    }
    const canonical = canonicalJson(published)
    const hash = linkHash(head, canonical, sha256)
    rows.push({
      id,
      decisionId: decision.id,
      seq,
      ownerKey: ballot.owner,
      channel: ballot.channel,
      receivedAt: ballot.receivedAt,
      byPerson: ballot.byPerson,
      sealed: sealing.seal(canonical),
      prevHash: head,
      hash,
    })
    head = hash
    if (!takesPart(decision, ballot)) continue
    const more = await turnUp(cx, decision.id, ballot.owner)
    owners += more.owners
    area += more.area
  }
  await cx.db.insert(decisionBallots).values(rows)
  await cx.db
    .update(decisions)
    .set({
      chainLength: seq,
      chainHead: head,
      turnedOwners: sql`${decisions.turnedOwners} + ${owners}`,
      turnedArea: sql`${decisions.turnedArea} + ${area}`,
    })
    .where(eq(decisions.id, decision.id))
  return rows.map((row) => ({ seq: row.seq, receipt: receiptOf(row) }))
}
/** The whole log in order. */
export const chainOf = (cx: Pick<Cx, 'db'>, decisionId: string): Promise<BallotRow[]> =>
  cx.db
    .select()
    .from(decisionBallots)
    .where(eq(decisionBallots.decisionId, decisionId))
    .orderBy(asc(decisionBallots.seq))
export const openBallot = (sealing: Sealing, row: Pick<BallotRow, 'sealed'>): PublishedBallot =>
  JSON.parse(sealing.open(row.sealed)) as PublishedBallot
/** The ballots of one owner, in the order of their receipt, opened. */
export const ballotsOfOwner = async (
  cx: Pick<Cx, 'db'>,
  sealing: Sealing,
  decisionId: string,
  key: string,
): Promise<PublishedBallot[]> => {
  const rows = await cx.db
    .select()
    .from(decisionBallots)
    .where(and(eq(decisionBallots.decisionId, decisionId), eq(decisionBallots.ownerKey, key)))
    .orderBy(asc(decisionBallots.receivedAt), asc(decisionBallots.seq))
  return rows.map((row) => openBallot(sealing, row))
}
/** Checks a receipt against the log. @throws decision.receipt */
export const checkReceipt = async (
  cx: Cx,
  decisionId: string,
  given: string,
): Promise<{ at: string; isLast: boolean }> => {
  const found = /^(\d{1,9})-([0-9a-f]{16})$/.exec(given.toLowerCase())
  if (found === null) throw refuse('decision.receipt')
  const [row] = await cx.db
    .select()
    .from(decisionBallots)
    .where(and(eq(decisionBallots.decisionId, decisionId), eq(decisionBallots.seq, Number(found[1]))))
  if (row === undefined || receiptOf(row) !== `${Number(found[1])}-${found[2]!}`) throw refuse('decision.receipt')
  const [later] = await cx.db
    .select({ seq: decisionBallots.seq })
    .from(decisionBallots)
    .where(
      and(
        eq(decisionBallots.decisionId, decisionId),
        eq(decisionBallots.ownerKey, row.ownerKey),
        sql`(${decisionBallots.receivedAt}, ${decisionBallots.seq}) > (${row.receivedAt.toISOString()}::timestamptz, ${row.seq})`,
      ),
    )
    .limit(1)
  return { at: row.receivedAt.toISOString(), isLast: later === undefined }
}
