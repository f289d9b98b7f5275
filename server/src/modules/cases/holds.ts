// What keeps a case from closing until it is done or released: a whistle's part, an open part, a plan (mission A8).
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { CaseHoldKind, CaseState, CaseStep } from '../../../../contract/src/cases-life.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import { caseHolds } from './tables.ts'

export interface Hold {
  readonly kind: CaseHoldKind
  readonly thingId: string
  /** Plain Chinese, e.g. “消防大队尚未报到”. */
  readonly say: string
}
/** Keeps the case open for this thing; once more for the same thing renews it. The case is locked by the caller. */
export const holdCase = async (cx: Cx<Actor | null>, caseId: string, hold: Hold): Promise<void> => {
  await cx.db
    .insert(caseHolds)
    .values({ id: uuidv7(), caseId, ...hold, createdAt: cx.now, releasedAt: null })
    .onConflictDoUpdate({
      target: [caseHolds.caseId, caseHolds.kind, caseHolds.thingId],
      set: { say: hold.say, releasedAt: null },
    })
}
/** The thing is done or released. */
export const releaseHold = async (
  cx: Cx<Actor | null>,
  caseId: string,
  hold: Pick<Hold, 'kind' | 'thingId'>,
): Promise<void> => {
  await cx.db
    .update(caseHolds)
    .set({ releasedAt: cx.now })
    .where(
      and(
        eq(caseHolds.caseId, caseId),
        eq(caseHolds.kind, hold.kind),
        eq(caseHolds.thingId, hold.thingId),
        isNull(caseHolds.releasedAt),
      ),
    )
}
export const openHolds = (db: Tx, caseId: string): Promise<Hold[]> =>
  db
    .select({ kind: caseHolds.kind, thingId: caseHolds.thingId, say: caseHolds.say })
    .from(caseHolds)
    .where(and(eq(caseHolds.caseId, caseId), isNull(caseHolds.releasedAt)))
    .orderBy(caseHolds.createdAt, caseHolds.id)
/** Whether nothing is left to do on a part. */
export const partIsDone = (state: CaseState): boolean =>
  state === 'closed' || state === 'confirmed' || state === 'rejected' || state === 'withdrawn'
/** How an open part is named where it holds its parent. */
export const partSay = (part: { readonly number: number; readonly words: string }): string =>
  `子诉求 ${part.number}「${part.words.slice(0, 20)}」还没有办结`

/** Steps that end a case for good: open parts are never cancelled by them. */
const ends: readonly CaseStep[] = ['reject', 'withdraw', 'merge']
/** Nothing closes over what is unfinished. @throws case.held naming it */
export const refuseWhileHeld = async (db: Tx, caseId: string, step: CaseStep): Promise<void> => {
  if (step !== 'close' && !ends.includes(step)) return
  const holds = (await openHolds(db, caseId)).filter((hold) => step === 'close' || hold.kind === 'part')
  if (holds.length > 0)
    throw refuse('case.held', { fields: holds.map((hold) => ({ path: hold.kind, message: hold.say })) })
}
