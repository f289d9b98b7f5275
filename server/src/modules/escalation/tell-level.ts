// The people of a level are told that a case has come to them; its reporter, who has it now.
import { eq } from 'drizzle-orm'
import { caseLevels, type CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import { tell } from '../notices/index.ts'
import { holdersAt, holdersInScope } from '../organisations/index.ts'
import type { LadderEvent } from './change-level.ts'

export interface LadderTold {
  readonly caseId: string
  readonly event: LadderEvent
  readonly level: CaseLevel
  readonly reason: string
  readonly by: string | null
}
/** The job `ladder.tell`. Where a level has nobody, all who may dispatch there are told: it falls through to no one. */
export const tellLevel = async (cx: Cx<null>, told: LadderTold): Promise<void> => {
  const [row] = await cx.db.select().from(cases).where(eq(cases.id, told.caseId))
  if (row === undefined) return
  const scope = { grid: row.gridId, community: row.communityId, street: row.streetId, district: row.districtId }[
    told.level
  ]
  const permission = told.level === 'grid' ? 'case.accept' : 'case.dispatch'
  const there = scope === null ? [] : await holdersInScope(cx.db, cx.districtId, permission, scope)
  const everybody = there.length > 0 ? there : await holdersAt(cx.db, cx.districtId, 'case.dispatch', row)
  const thing = { kind: 'case', id: row.id } as const
  const fields = {
    number: String(row.number),
    place: row.placePath,
    words: row.words.slice(0, 30),
    rung: caseLevels[told.level].zh,
    reason: told.reason,
  }
  const personIds = everybody.filter((id) => id !== told.by)
  if (personIds.length > 0)
    await tell(cx, { event: `case.${told.event}`, audience: 'community', personIds, thing, fields })
  if (told.event === 'escalated' && row.reporterId !== null && row.reporterId !== told.by)
    await tell(cx, { event: 'case.escalated', audience: 'reporter', personIds: [row.reporterId], thing, fields })
}
