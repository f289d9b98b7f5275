// Adds an entry to a case's timeline for another module: what happened there belongs to the story of the case.
import { uuidv7 } from 'uuidv7'
import { systemActorName, type Actor, type Cx } from '../../platform/cx.ts'
import { caseEvents } from './tables.ts'

export interface TimelineEntry {
  /** e.g. `whistle.called`; front ends have words for it, keyed by this. */
  readonly step: string
  readonly words: string | null
  readonly audience: 'public' | 'internal'
  readonly organisationName?: string | null
  /** Files already attached to the case. */
  readonly photos?: readonly string[]
  readonly data?: Readonly<Record<string, string>> | null
}
/** Writes the entry and tells open pages. The caller journals, and has decided who may. */
export const addToTimeline = async (cx: Cx<Actor | null>, caseId: string, entry: TimelineEntry): Promise<string> => {
  const id = uuidv7()
  await cx.db.insert(caseEvents).values({
    id,
    caseId,
    at: cx.now,
    step: entry.step,
    fromState: null,
    toState: null,
    actorId: cx.actor?.personId ?? null,
    actorName: cx.actor?.name ?? systemActorName,
    organisationName: entry.organisationName ?? null,
    words: entry.words,
    audience: entry.audience,
    photos: [...(entry.photos ?? [])],
    data: entry.data === undefined || entry.data === null ? null : { ...entry.data },
  })
  cx.live('case', caseId)
  return id
}
