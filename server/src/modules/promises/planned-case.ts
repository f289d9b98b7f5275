// A case with its plan and its hand-over: read, or locked by somebody who works on it.
import { desc, eq, sql } from 'drizzle-orm'
import { openStates } from '../../../../contract/src/cases-life.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx, JournalEntry, JournalFacts } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { isHandler, lockCase, type CaseRow } from '../cases/index.ts'
import { caseHandOvers, casePlans } from './tables.ts'

export const isOpen = (row: CaseRow) => (openStates as readonly string[]).includes(row.state)
export const works = (cx: Cx, row: CaseRow) => mayAt(cx.actor, 'case.dispatch', row) || isHandler(cx.actor, row)
export const planOf = async (cx: Cx<Actor | null>, caseId: string) =>
  (
    await cx.db
      .select()
      .from(casePlans)
      .where(eq(casePlans.caseId, caseId))
      .orderBy(sql`(${casePlans.state} = 'active') desc`, desc(casePlans.madeAt))
      .limit(1)
  )[0]
export const handOverOf = async (cx: Cx<Actor | null>, caseId: string) =>
  (
    await cx.db
      .select()
      .from(caseHandOvers)
      .where(eq(caseHandOvers.caseId, caseId))
      .orderBy(desc(caseHandOvers.handedAt))
      .limit(1)
  )[0]
export const lockOpen = async (cx: Cx, id: string): Promise<CaseRow> => {
  const row = await lockCase(cx, id)
  if (!works(cx, row)) throw refuse('access.not-allowed')
  if (!isOpen(row)) throw refuse('lifecycle.wrong-state', { because: row.state })
  return row
}
export const note = async (
  cx: Cx,
  row: CaseRow,
  action: JournalEntry['action'],
  sentence: string,
  after: JournalFacts,
) => {
  await cx.journal({ action, sentence, thing: { kind: 'case', id: row.id }, after })
}
