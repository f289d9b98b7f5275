// Makes another unit the lead: exactly one leads, and every change is on record.
import { eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { heldAt } from '../../platform/access.ts'
import { refuse } from '../../platform/refuse.ts'
import { organisationById } from '../organisations/index.ts'
import { lockPart } from './load-part.ts'
import { isCaller, type PartRow } from './policy.ts'
import { whistleParts } from './tables.ts'
import { isOpenPart, writeHistory } from './write-history.ts'

/** @throws lifecycle.wrong-state for a part that is done or released */
export const changeLead = async (cx: Cx, id: string): Promise<PartRow> => {
  const row = await lockPart(cx, id)
  if (!isCaller(cx.actor, row)) throw refuse('access.not-allowed')
  if (!isOpenPart(row.state)) throw refuse('lifecycle.wrong-state', { because: `lead in ${row.state}` })
  if (row.isLead) return row
  await cx.db.update(whistleParts).set({ isLead: false }).where(eq(whistleParts.whistleId, row.whistleId))
  await cx.db.update(whistleParts).set({ isLead: true }).where(eq(whistleParts.id, id))
  await writeHistory(cx, row, {
    step: 'whistle.lead',
    sentence: '牵头单位改为',
    from: row.state,
    to: row.state,
    unitName: (await organisationById(cx.db, row.organisationId))?.name ?? '',
    organisationName: heldAt(cx.actor, 'whistle.call', row)?.organisationName ?? null,
    words: null,
  })
  await cx.later('whistle.tell', { partId: id, event: 'lead', said: '请牵头组织', by: cx.actor.personId })
  return { ...row, isLead: true }
}
