// Takes a case up or down the ladder. The only place that writes `cases.level` and `cases.level_since`.
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { caseLevels, openStates, type CaseLevel, type CaseState } from '../../../../contract/src/cases-life.ts'
import { heldAt } from '../../platform/access.ts'
import { systemActorName, type Actor, type Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, lockCase, type CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { above, below, mayEscalate, mayHandDown } from './policy.ts'
import { caseEscalations } from './tables.ts'

export type LadderEvent = 'escalated' | 'handedDown' | 'overAtTop'
const sentences: Readonly<Record<LadderEvent, string>> = {
  escalated: '升级了诉求',
  handedDown: '交回了诉求',
  overAtTop: '诉求在最高一级超过时限',
}
/** Writes the change, its record, the timeline and the journal; the people of the level are told. */
export const moveCase = async (
  cx: Cx<Actor | null>,
  row: CaseRow,
  to: CaseLevel,
  reason: string,
  event: LadderEvent,
): Promise<CaseRow> => {
  // At the top nothing moves: the record says that its limit has passed there too.
  const changes = event === 'overAtTop' ? {} : { level: to, levelSince: cx.now, updatedAt: cx.now }
  if (event !== 'overAtTop') await cx.db.update(cases).set(changes).where(eq(cases.id, row.id))
  await cx.db.insert(caseEscalations).values({
    id: uuidv7(),
    districtId: cx.districtId,
    caseId: row.id,
    at: cx.now,
    by: cx.actor === null ? 'clock' : 'person',
    actorId: cx.actor?.personId ?? null,
    actorName: cx.actor?.name ?? systemActorName,
    fromLevel: row.level,
    toLevel: to,
    reason,
  })
  await addToTimeline(cx, row.id, {
    step: `ladder.${event}`,
    words: reason,
    audience: event === 'escalated' ? 'public' : 'internal',
    organisationName: cx.actor === null ? null : (heldAt(cx.actor, 'case.see', row)?.organisationName ?? null),
    data: { level: caseLevels[to].zh },
  })
  await cx.journal({
    action: `ladder.${event}`,
    sentence: sentences[event],
    thing: { kind: 'case', id: row.id },
    before: { level: row.level },
    after: { level: to, reason },
  })
  await cx.later('ladder.tell', { caseId: row.id, event, level: to, reason, by: cx.actor?.personId ?? null })
  return { ...row, ...changes }
}
const lockOpen = async (cx: Cx, id: string): Promise<CaseRow> => {
  const row = await lockCase(cx, id)
  if (!(openStates as readonly CaseState[]).includes(row.state)) {
    if (!mayEscalate(cx.actor, row)) throw refuse('access.not-allowed')
    throw refuse('ladder.over')
  }
  return row
}
/** One rung up. @throws access.not-allowed, ladder.not-yours, ladder.at-top, ladder.over */
export const escalateCase = async (cx: Cx, id: string, reason: string): Promise<CaseRow> => {
  const row = await lockOpen(cx, id)
  if (!mayEscalate(cx.actor, row))
    throw refuse(mayEscalate(cx.actor, { ...row, level: 'grid' }) ? 'ladder.not-yours' : 'access.not-allowed')
  const to = above(row.level)
  if (to === null) throw refuse('ladder.at-top')
  return moveCase(cx, row, to, reason, 'escalated')
}
/** Down to a level, with an instruction; its clock begins anew. @throws the same, ladder.not-below */
export const handDown = async (cx: Cx, id: string, to: CaseLevel, instruction: string): Promise<CaseRow> => {
  const row = await lockOpen(cx, id)
  if (!mayHandDown(cx.actor, row))
    throw refuse(mayHandDown(cx.actor, { ...row, level: 'grid' }) ? 'ladder.not-yours' : 'access.not-allowed')
  if (!below(row).includes(to))
    throw refuse('ladder.not-below', { fields: [{ path: 'to', message: '请选更低的一级' }] })
  return moveCase(cx, row, to, instruction, 'handedDown')
}
