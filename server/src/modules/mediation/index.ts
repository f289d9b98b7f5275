// Mediation 矛盾调解 (mission A12): confidential, in tables of its own; nothing here is read by queue, board, map or export.
import { eq } from 'drizzle-orm'
import { mediationLife } from '../../../../contract/src/mediation-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { Refused } from '../../platform/refuse.ts'
import { forgetName } from './forget-name.ts'
import { ownData } from './own-data.ts'
import { findMediation } from './policy.ts'
import { remindOfMediations } from './remind.ts'
import { mediationRoutes } from './routes.ts'
import { mediationEntries } from './tables.ts'

/** A photo is seen by who reads the entry it belongs to. */
const seesEntry = async (cx: Cx, entryId: string): Promise<boolean> => {
  const [entry] = await cx.db.select().from(mediationEntries).where(eq(mediationEntries.id, entryId))
  if (entry === undefined) return false
  try {
    const { iMediate, me } = await findMediation(cx, entry.mediationId)
    if (iMediate) return true
    if (me?.consent !== 'given') return false
    return entry.audience === 'shared' || (entry.audience === 'party' && entry.partyId === me.id)
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
export const mediationModule = (parts: Parts): Module => {
  checkLifecycle(mediationLife)
  return {
    name: 'mediation',
    routes: mediationRoutes(parts),
    forgetName,
    ownData,
    jobs: { 'mediation.remind': { run: remindOfMediations, cron: '10 9,15 * * *' } },
    files: { mediation: seesEntry },
  }
}
