// Paper ballots: issued with a code per owner, entered twice by two persons, reconciled.
import { and, asc, count, eq, sql } from 'drizzle-orm'
import { randomInt } from 'node:crypto'
import type { PaperFault, PaperMark } from '../../../../contract/src/ballots-life.ts'
import type { ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { canonicalJson } from '../../../../rules/src/hash-chain.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { attachFiles } from '../files/index.ts'
import { inPersonOf } from './assisted.ts'
import { appendBallots } from './chain.ts'
import { coOwnersOf, noteDiffering, ownerOf } from './designations.ts'
import { doorsIn } from './doors.ts'
import { sha256 } from './keys.ts'
import { findAs, itemsOf, lockAs, type DecisionRow } from './policy.ts'
import { scansOf } from './scans.ts'
import { decisionOwners, decisionPapers } from './tables.ts'
import { marksFor } from './vote.ts'

export type PaperRow = typeof decisionPapers.$inferSelect
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const newCode = () => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]!).join('')

/** One for every owner that has none in hand (a spoiled one does not count), from the freezing of the roll until closing. */
export const issuePapers = async (cx: Cx, id: string): Promise<{ issued: number }> => {
  const row = await lockAs(cx, id, 'decision.convene')
  if (!['rollFrozen', 'noticed', 'open'].includes(row.state)) throw refuse('decision.not-open')
  const owners = await cx.db
    .select({ key: decisionOwners.key, sort: decisionOwners.sort })
    .from(decisionOwners)
    .where(
      and(
        eq(decisionOwners.decisionId, id),
        sql`not exists (select 1 from decision_papers p where p.decision_id = ${id} and p.owner_key = decision_owners.key and p.state <> 'spoiled')`,
      ),
    )
  for (let i = 0; i < owners.length; i += 1000)
    await cx.db.insert(decisionPapers).values(
      owners.slice(i, i + 1000).map(({ key, sort }) => ({
        decisionId: id,
        ownerKey: key,
        sort,
        code: newCode(),
        state: 'out' as const,
        stateAt: cx.now,
      })),
    )
  await cx.journal({
    action: 'decision.papers',
    sentence: `发放了${owners.length}张纸质票`,
    thing: { kind: 'decision', id },
    after: { issued: owners.length },
  })
  return { issued: owners.length }
}
/** issued = returned + unreturned + spoiled, always. */
export const reconciliation = async (cx: Pick<Cx, 'db'>, id: string) => {
  const rows = await cx.db
    .select({ state: decisionPapers.state, n: count() })
    .from(decisionPapers)
    .where(eq(decisionPapers.decisionId, id))
    .groupBy(decisionPapers.state)
  const of = (state: PaperRow['state']) => rows.find((row) => row.state === state)?.n ?? 0
  return {
    issued: rows.reduce((sum, row) => sum + row.n, 0),
    returned: of('entered') + of('once') + of('conflict'),
    unreturned: of('out'),
    spoiled: of('spoiled'),
    toSettle: of('once') + of('conflict'),
  }
}
type PapersQuery = ParsedQuery<(typeof ballotsApi)['GET /api/decisions/:id/papers']>
export const listPapers = async (cx: Cx, id: string, query: PapersQuery) => {
  await findAs(cx, id, 'decision.count')
  const cursor = readCursor(query.after, 2)
  const rows = await cx.db
    .select({
      paper: decisionPapers,
      personIds: decisionOwners.personIds,
      doors: doorsIn(id, sql`decision_papers.owner_key`, 5),
    })
    .from(decisionPapers)
    .innerJoin(
      decisionOwners,
      and(eq(decisionOwners.decisionId, decisionPapers.decisionId), eq(decisionOwners.key, decisionPapers.ownerKey)),
    )
    .where(
      and(
        eq(decisionPapers.decisionId, id),
        query.state === undefined ? undefined : eq(decisionPapers.state, query.state),
        cursor === null
          ? undefined
          : sql`(${decisionPapers.sort}, ${decisionPapers.code}) > (${Number(cursor[0])}, ${String(cursor[1])})`,
      ),
    )
    .orderBy(asc(decisionPapers.sort), asc(decisionPapers.code))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.paper.sort, last.paper.code])
  const named = await coOwnersOf(
    cx,
    page.rows.map((one) => one.personIds),
  )
  return {
    rows: page.rows.map(({ paper, personIds, doors }) => ({
      code: paper.code,
      state: paper.state,
      doors: doors ?? '',
      enteredByMe: paper.firstBy === cx.actor.personId,
      at: paper.state === 'out' ? null : paper.stateAt.toISOString(),
      people: named(personIds),
    })),
    total: null,
    next: page.next,
  }
}
const lockPaper = async (cx: Cx, id: string, code: string): Promise<PaperRow> => {
  const [paper] = await cx.db
    .select()
    .from(decisionPapers)
    .where(and(eq(decisionPapers.decisionId, id), eq(decisionPapers.code, code)))
    .for('update')
  if (paper === undefined) throw refuse('decision.paper-code')
  if (paper.state === 'entered' || paper.state === 'spoiled') throw refuse('decision.paper-state')
  return paper
}
export interface PaperEntry {
  readonly code: string
  readonly marks: readonly { readonly itemId: string; readonly mark: PaperMark }[]
  readonly signed: boolean
  readonly fault?: Exclude<PaperFault, 'unsigned'> | undefined
  readonly receivedAt: string
  readonly signerId?: string | undefined
  readonly photos: readonly string[]
}
/** Papers are entered while the vote is open and after its closing, until the count. */
const lockForPapers = async (cx: Cx, id: string): Promise<DecisionRow> => {
  const row = await lockAs(cx, id, 'decision.count')
  if (row.state !== 'open' && row.state !== 'closed') throw refuse('decision.not-open')
  return row
}
const receivedAt = (cx: Cx, row: DecisionRow, text: string): Date => {
  const at = new Date(text)
  if (row.opensAt === null || row.closesAt === null || at < row.opensAt || at > row.closesAt || at > cx.now)
    throw refuse('decision.paper-time', { fields: [{ path: 'receivedAt', message: '请核对收票时间' }] })
  return at
}
/** Both entries in one text, so that equal ones are equal. */
const entryText = (
  marks: Readonly<Record<string, PaperMark>>,
  { signed, fault, signerId }: Pick<PaperEntry, 'signed' | 'fault' | 'signerId'>,
): string =>
  canonicalJson({
    marks,
    signed,
    ...(fault === undefined ? {} : { fault }),
    ...(signerId === undefined ? {} : { signerId }),
  })

/** Both entries agree: the paper becomes a ballot. */
const takePaper = async (
  cx: Cx,
  sealing: Sealing,
  row: DecisionRow,
  paper: PaperRow,
  entry: { readonly marks: Readonly<Record<string, PaperMark>>; readonly at: Date; readonly input: PaperEntry },
): Promise<void> => {
  const owner = await ownerOf(cx, row.id, paper.ownerKey)
  const fault = entry.input.signed ? entry.input.fault : 'unsigned'
  await appendBallots(cx, sealing, row, [
    {
      owner: owner.key,
      ...(await inPersonOf(cx, row, owner, entry.input.signerId)),
      channel: 'paper',
      marks: entry.marks,
      ...(fault === undefined ? {} : { invalid: fault }),
      receivedAt: entry.at,
      byPerson: cx.actor.personId,
      scans: await scansOf(cx, paper.photos),
    },
  ])
  await noteDiffering(cx, sealing, row, [owner])
}
/** @throws decision.paper-code, decision.paper-state, decision.same-person, decision.paper-time, decision.items */
export const enterPaper = async (cx: Cx, sealing: Sealing, id: string, input: PaperEntry) => {
  const row = await lockForPapers(cx, id)
  const paper = await lockPaper(cx, id, input.code)
  if (paper.state === 'once' && paper.firstBy === cx.actor.personId) throw refuse('decision.same-person')
  const items = await itemsOf(cx, id)
  const marks = marksFor(
    items.map((item) => item.id),
    input.marks,
  )
  const at = receivedAt(cx, row, input.receivedAt)
  await attachFiles(cx, input.photos, { kind: 'decisionPaper', id }, 'photo')
  const photos = [...paper.photos, ...input.photos]
  const given = entryText(marks, input)
  const isSecond = paper.state === 'once' && paper.firstSealed !== null
  const agrees = isSecond && sealing.open(paper.firstSealed!) === given
  const state: PaperRow['state'] = agrees ? 'entered' : isSecond ? 'conflict' : 'once'
  await cx.db
    .update(decisionPapers)
    .set({
      state,
      stateAt: cx.now,
      photos,
      firstBy: state === 'conflict' ? null : isSecond ? paper.firstBy : cx.actor.personId,
      // Differing entries are thrown away: both are made again.
      firstSealed: state === 'once' ? sealing.seal(given) : null,
    })
    .where(and(eq(decisionPapers.decisionId, id), eq(decisionPapers.code, paper.code)))
  if (agrees) await takePaper(cx, sealing, row, { ...paper, photos }, { marks, at, input })
  await cx.journal({
    action: 'decision.paper',
    sentence: '录入了纸质票',
    thing: { kind: 'decision', id },
    after: { paper: sha256(input.code).slice(0, 12), state },
  })
  return { state }
}
export const spoilPaper = async (cx: Cx, id: string, code: string, reason: string): Promise<{ done: true }> => {
  await lockForPapers(cx, id)
  const paper = await lockPaper(cx, id, code)
  await cx.db
    .update(decisionPapers)
    .set({ state: 'spoiled', stateAt: cx.now, reason, firstSealed: null })
    .where(and(eq(decisionPapers.decisionId, id), eq(decisionPapers.code, paper.code)))
  await cx.journal({
    action: 'decision.spoil',
    sentence: '作废了纸质票',
    thing: { kind: 'decision', id },
    after: { paper: sha256(code).slice(0, 12), reason },
  })
  return { done: true }
}
