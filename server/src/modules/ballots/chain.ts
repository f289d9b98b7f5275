// The log of ballots of one decision: appended under its lock, each entry hashed with the one before; marks lie sealed.
import { and, asc, eq, sql } from 'drizzle-orm'
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
import { decisionBallots } from './tables.ts'

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

/**
 * One statement while the others wait: the ballots, who takes part by their first valid one (that only grows until
 * closing), and the head of the log with the sums. $1 decision, $2 now, $3 keys that take part, $4 length, $5 head,
 * from $6 on the columns of the ballots.
 */
const append = `with turned as (
  update decision_owners set voted_at = $2 where decision_id = $1 and key = any ($3::text[]) and voted_at is null returning area
), written as (
  insert into decision_ballots (id, decision_id, seq, owner_key, channel, received_at, by_person, sealed, prev_hash, hash)
  select id, $1, seq, owner_key, channel, received_at, by_person, sealed, prev_hash, hash
  from unnest($6::uuid[], $7::integer[], $8::text[], $9::text[], $10::timestamptz[], $11::uuid[], $12::text[], $13::text[], $14::text[])
    as b (id, seq, owner_key, channel, received_at, by_person, sealed, prev_hash, hash)
)
update decisions set chain_length = $4, chain_head = $5,
  turned_owners = turned_owners + (select count(*) from turned),
  turned_area = turned_area + (select coalesce(sum(area), 0) from turned)
where id = $1`
const write = (cx: Cx, decisionId: string, rows: readonly BallotRow[], takingPart: readonly string[]) =>
  cx.db.$client.query({ text: append }, [
    decisionId,
    cx.now.toISOString(),
    takingPart,
    rows.at(-1)!.seq,
    rows.at(-1)!.hash,
    rows.map(({ id }) => id),
    rows.map(({ seq }) => seq),
    rows.map(({ ownerKey }) => ownerKey),
    rows.map(({ channel }) => channel),
    rows.map(({ receivedAt }) => receivedAt.toISOString()),
    rows.map(({ byPerson }) => byPerson),
    rows.map(({ sealed }) => sealed),
    rows.map(({ prevHash }) => prevHash),
    rows.map(({ hash }) => hash),
  ])
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
  const takingPart: string[] = []
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
    if (takesPart(decision, ballot)) takingPart.push(ballot.owner)
  }
  await write(cx, decision.id, rows, takingPart)
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
