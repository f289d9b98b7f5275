// Finds one case for a reader, or locks it for a writer; a stranger learns only that there is no such case for them.
import { and, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { maySee, type CaseRow } from './policy.ts'
import { cases } from './tables.ts'

/** @throws case.not-found, also where the actor may not see it. */
export const readCase = async (cx: Cx, id: string): Promise<CaseRow> => {
  const [row] = await cx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.districtId, cx.districtId)))
  if (row === undefined || !maySee(cx.actor, row)) throw refuse('case.not-found')
  return row
}
/** The same, locked until the transaction ends. */
export const lockCase = async (cx: Cx, id: string): Promise<CaseRow> => {
  const [row] = await cx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.districtId, cx.districtId)))
    .for('update')
  if (row === undefined || !maySee(cx.actor, row)) throw refuse('case.not-found')
  return row
}
