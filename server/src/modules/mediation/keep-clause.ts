// What a settlement promised: who owes it says it is done, the other side confirms it or says what is missing.
import { and, eq, ne } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { findMediation, type Mediation } from './policy.ts'
import { applyMediationStep, tellOf } from './take-step.ts'
import { mediationClauses, mediationPromises } from './tables.ts'

export type ClauseRow = typeof mediationClauses.$inferSelect
export type PromiseRow = typeof mediationPromises.$inferSelect

/** Who owes it, or a mediator to whom they said so. */
export const mayKeep = (found: Mediation, clause: ClauseRow, promise: PromiseRow): boolean =>
  found.row.state === 'signed' && promise.state === 'open' && (found.iMediate || found.me?.id === clause.fromId)
/** Whom it is owed to; of what is owed to all, any of the others. */
export const mayConfirm = (found: Mediation, clause: ClauseRow, promise: PromiseRow): boolean =>
  found.row.state === 'signed' &&
  promise.state === 'saidKept' &&
  found.me !== null &&
  (clause.toId === null ? found.me.id !== clause.fromId : found.me.id === clause.toId)

const lockClause = async (cx: Cx, id: string, clauseId: string) => {
  const found = await findMediation(cx, id, true)
  const [promise] = await cx.db
    .select()
    .from(mediationPromises)
    .where(and(eq(mediationPromises.clauseId, clauseId), eq(mediationPromises.mediationId, id)))
    .for('update')
  const [clause] = await cx.db.select().from(mediationClauses).where(eq(mediationClauses.id, clauseId))
  if (promise === undefined || clause === undefined) throw refuse('mediation.clause-state')
  return { found, promise, clause }
}
const write = async (cx: Cx, clauseId: string, change: Partial<PromiseRow>): Promise<void> => {
  await cx.db.update(mediationPromises).set(change).where(eq(mediationPromises.clauseId, clauseId))
}
/** @throws mediation.not-found, mediation.clause-state */
export const keepClause = async (cx: Cx, id: string, clauseId: string, words: string): Promise<void> => {
  const { found, promise, clause } = await lockClause(cx, id, clauseId)
  if (!mayKeep(found, clause, promise)) throw refuse('mediation.clause-state')
  await write(cx, clauseId, { state: 'saidKept', keptWords: words, keptAt: cx.now, disputedWords: null })
  await cx.journal({
    action: 'mediation.kept',
    sentence: '说明协议一条已做到',
    thing: { kind: 'mediation', id },
    before: { state: promise.state },
    after: { state: 'saidKept', clause: clause.sort + 1 },
  })
  const others = found.parties.filter((party) =>
    clause.toId === null ? party.id !== clause.fromId : party.id === clause.toId,
  )
  await tellOf(
    cx,
    found.row,
    'mediation.toConfirm',
    others.map((party) => party.personId),
  )
}
/** The last confirmation fulfils the settlement. @throws mediation.not-found, mediation.clause-state, lifecycle.needs */
export const confirmClause = async (
  cx: Cx,
  id: string,
  clauseId: string,
  answer: { readonly kept: boolean; readonly words?: string | undefined },
): Promise<void> => {
  const { found, promise, clause } = await lockClause(cx, id, clauseId)
  if (!mayConfirm(found, clause, promise)) throw refuse('mediation.clause-state')
  if (!answer.kept && answer.words === undefined)
    throw refuse('lifecycle.needs', { fields: [{ path: 'words', message: '必填' }] })
  const state = answer.kept ? 'kept' : 'open'
  await write(
    cx,
    clauseId,
    answer.kept
      ? { state, confirmedAt: cx.now }
      : { state, keptWords: null, keptAt: null, disputedWords: answer.words ?? null },
  )
  await cx.journal({
    action: 'mediation.confirmed',
    sentence: answer.kept ? '确认协议一条已做到' : '说明协议一条还没做到',
    thing: { kind: 'mediation', id },
    before: { state: promise.state },
    after: { state, clause: clause.sort + 1 },
  })
  const open = await cx.db
    .select({ id: mediationPromises.clauseId })
    .from(mediationPromises)
    .where(and(eq(mediationPromises.mediationId, id), ne(mediationPromises.state, 'kept')))
    .limit(1)
  if (open.length === 0) {
    await applyMediationStep(cx, found, 'fulfil', {})
    return
  }
  const owes = found.parties.find((party) => party.id === clause.fromId)!
  await tellOf(cx, found.row, 'mediation.news', [...found.mediatorIds, owes.personId])
}
