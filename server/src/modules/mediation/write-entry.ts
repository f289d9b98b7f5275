// Writes into the record: parties say what they have to say, mediators what they found and propose.
import { uuidv7 } from 'uuidv7'
import type { EntryAudience, EntryKind } from '../../../../contract/src/mediation-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { findMediation, isOpen, type Mediation } from './policy.ts'
import { everybodyOf, tellOf } from './take-step.ts'
import { mediationEntries } from './tables.ts'

export interface Entry {
  readonly kind: EntryKind
  readonly audience: EntryAudience
  readonly partyId: string | null
  readonly words: string
  readonly photos: readonly string[]
}
/**
 * A party states, to all or to the mediators in confidence; whatever else only mediators write.
 * @throws mediation.audience, mediation.party
 */
const partyOf = (found: Mediation, entry: Entry): string | null => {
  if (!found.iMediate) {
    if (entry.kind !== 'statement' || entry.audience === 'mediators') throw refuse('mediation.audience')
    return found.me!.id
  }
  if (entry.kind === 'statement' || (entry.kind === 'note') !== (entry.audience === 'mediators'))
    throw refuse('mediation.audience')
  if (entry.audience !== 'party') return null
  if (!found.parties.some((party) => party.id === entry.partyId)) throw refuse('mediation.party')
  return entry.partyId
}
const readersOf = (found: Mediation, audience: EntryAudience, partyId: string | null): string[] => {
  if (audience === 'shared') return everybodyOf(found)
  if (audience === 'mediators') return [...found.mediatorIds]
  const party = found.parties.find((one) => one.id === partyId)
  return [...found.mediatorIds, ...(party === undefined ? [] : [party.personId])]
}
/** @throws mediation.not-found, mediation.over, mediation.audience, mediation.party, case.photo-not-yours */
export const writeEntry = async (cx: Cx, id: string, entry: Entry): Promise<void> => {
  const found = await findMediation(cx, id, true)
  if (!isOpen(found.row.state)) throw refuse('mediation.over')
  if (!found.iMediate && found.me?.consent !== 'given') throw refuse('access.not-allowed')
  const partyId = partyOf(found, entry)
  const entryId = uuidv7()
  await cx.db.insert(mediationEntries).values({
    id: entryId,
    mediationId: id,
    kind: entry.kind,
    audience: entry.audience,
    partyId,
    byMediator: found.iMediate,
    actorId: cx.actor.personId,
    actorName: cx.actor.name,
    words: entry.words,
    photos: [...entry.photos],
    at: cx.now,
  })
  if (entry.photos.length > 0) await attachFiles(cx, entry.photos, { kind: 'mediation', id: entryId }, 'photo')
  await cx.journal({
    action: 'mediation.write',
    sentence: '写入了调解记录',
    thing: { kind: 'mediation', id },
    after: { kind: entry.kind, audience: entry.audience },
  })
  await tellOf(cx, found.row, 'mediation.news', readersOf(found, entry.audience, partyId))
}
