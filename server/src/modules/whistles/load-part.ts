// Finds one unit's part for a reader, or locks it with its case for a writer.
import { and, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { cases } from '../cases/tables.ts'
import { seesPart, type PartRow } from './policy.ts'
import { whistleParts } from './tables.ts'

/** @throws whistle.not-found, also where the actor may not see it */
export const readPart = async (cx: Cx, id: string): Promise<PartRow> => {
  const [row] = await cx.db
    .select()
    .from(whistleParts)
    .where(and(eq(whistleParts.id, id), eq(whistleParts.districtId, cx.districtId)))
  if (row === undefined || !seesPart(cx.actor, row)) throw refuse('whistle.not-found')
  return row
}
/** Case first, then part: the order everybody locks in, so that closing and answering never wait for each other. */
export const lockPart = async (cx: Cx, id: string): Promise<PartRow> => {
  const { caseId } = await readPart(cx, id)
  await cx.db.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).for('update')
  const [row] = await cx.db.select().from(whistleParts).where(eq(whistleParts.id, id)).for('update')
  return row!
}
