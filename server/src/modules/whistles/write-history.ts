// What every change of a part leaves behind: history, the case's timeline and hold, the journal, and who is to be told.
import { uuidv7 } from 'uuidv7'
import {
  openPartStates,
  partStates,
  type PartState,
  type WhistleTimeline,
} from '../../../../contract/src/whistles-life.ts'
import { systemActorName, type Actor, type Cx } from '../../platform/cx.ts'
import { addToTimeline, holdCase, releaseHold } from '../cases/index.ts'
import type { PartRow } from './policy.ts'
import { whistleEvents } from './tables.ts'

export type AnyCx = Cx<Actor | null>
export interface Happening {
  readonly step: WhistleTimeline
  /** Chinese, for the journal. */
  readonly sentence: string
  readonly from: PartState | null
  readonly to: PartState
  readonly unitName: string
  /** The body the actor acts for. */
  readonly organisationName: string | null
  readonly words: string | null
  readonly photos?: readonly string[]
  readonly proof?: string | null
}
/** What its reporter reads too. */
const publicSteps: readonly WhistleTimeline[] = ['whistle.arrive', 'whistle.answer', 'whistle.accept']
export const isOpenPart = (state: PartState): boolean => (openPartStates as readonly PartState[]).includes(state)

/** The case is held by every part that is open. */
export const holdFor = async (cx: AnyCx, row: Pick<PartRow, 'id' | 'caseId' | 'state'>, unitName: string) => {
  const hold = { kind: 'whistle', thingId: row.id } as const
  if (isOpenPart(row.state))
    await holdCase(cx, row.caseId, { ...hold, say: `${unitName}：${partStates[row.state].zh}` })
  else await releaseHold(cx, row.caseId, hold)
}
export const writeHistory = async (cx: AnyCx, row: PartRow, what: Happening): Promise<void> => {
  await cx.db.insert(whistleEvents).values({
    id: uuidv7(),
    partId: row.id,
    at: cx.now,
    step: what.step,
    fromState: what.from,
    toState: what.to,
    actorId: cx.actor?.personId ?? null,
    actorName: cx.actor?.name ?? systemActorName,
    organisationName: what.organisationName,
    words: what.words,
    photos: [...(what.photos ?? [])],
    proof: what.proof ?? null,
  })
  await addToTimeline(cx, row.caseId, {
    step: what.step,
    words: what.words,
    audience: publicSteps.includes(what.step) ? 'public' : 'internal',
    organisationName: what.organisationName,
    photos: what.photos ?? [],
    data: { organisation: what.unitName },
  })
  await cx.journal({
    action: what.step,
    sentence: `吹哨报到，${what.sentence}：${what.unitName}`,
    thing: { kind: 'case', id: row.caseId },
    before: { state: what.from, partId: row.id },
    after: { state: what.to, partId: row.id, words: what.words },
  })
}
