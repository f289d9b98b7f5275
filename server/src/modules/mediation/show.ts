// One mediation as its reader may see it: mediators all of it, a party what is shared and their own. Each reading is journalled.
import { asc, eq } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { partyLetterIn } from '../../../../contract/src/mediation-life.ts'
import type { mediationApi } from '../../../../contract/src/mediation.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { personsByIds } from '../identity/index.ts'
import { placeById } from '../places/index.ts'
import { mayConfirm, mayKeep, type ClauseRow, type PromiseRow } from './keep-clause.ts'
import { findMediation, mayOf, type Mediation } from './policy.ts'
import {
  mediationClauses,
  mediationEntries,
  mediationPromises,
  mediationSessions,
  mediationSettlements,
  mediationSignatures,
} from './tables.ts'

export type MediationView = OutOf<(typeof mediationApi)['GET /api/mediations/:id']>
type SettlementView = NonNullable<MediationView['settlement']>

const entriesOf = async (cx: Cx, { row, me, iMediate }: Mediation): Promise<MediationView['entries']> => {
  const rows = await cx.db
    .select()
    .from(mediationEntries)
    .where(eq(mediationEntries.mediationId, row.id))
    .orderBy(asc(mediationEntries.at), asc(mediationEntries.id))
  // Before agreeing to mediate nobody reads what the others said.
  const isIn = me?.consent === 'given'
  return rows
    .filter(
      (entry) =>
        iMediate || (isIn && (entry.audience === 'shared' || (entry.audience === 'party' && entry.partyId === me.id))),
    )
    .map(({ id, kind, audience, partyId, actorName, byMediator, words, photos, at }) => ({
      id,
      kind,
      audience,
      partyId,
      byName: actorName,
      byMediator,
      words,
      photos,
      at: at.toISOString(),
    }))
}
const sessionsOf = async (cx: Cx, { row, me, iMediate }: Mediation): Promise<MediationView['sessions']> => {
  if (!iMediate && me?.consent !== 'given') return []
  const rows = await cx.db
    .select()
    .from(mediationSessions)
    .where(eq(mediationSessions.mediationId, row.id))
    .orderBy(asc(mediationSessions.at), asc(mediationSessions.id))
  return rows.map(({ id, at, place, present, said, agreed, heldAt }) => ({
    id,
    at: at.toISOString(),
    where: place,
    present,
    said,
    agreed,
    heldAt: heldAt?.toISOString() ?? null,
  }))
}
const clauseView = (
  found: Mediation,
  clause: ClauseRow,
  promise: PromiseRow | undefined,
  today: string,
): SettlementView['clauses'][number] => {
  const may: ('keep' | 'confirm')[] = []
  if (promise !== undefined && mayKeep(found, clause, promise)) may.push('keep')
  if (promise !== undefined && mayConfirm(found, clause, promise)) may.push('confirm')
  const done = promise?.keptAt === null || promise?.keptAt === undefined ? today : shanghaiDay(promise.keptAt)
  return {
    id: clause.id,
    kind: clause.kind,
    fromId: clause.fromId,
    toId: clause.toId,
    amountFen: clause.amountFen,
    what: clause.what,
    dueOn: clause.dueOn,
    state: promise?.state ?? 'open',
    late: promise !== undefined && done > clause.dueOn,
    keptWords: promise?.keptWords ?? null,
    keptAt: promise?.keptAt?.toISOString() ?? null,
    disputedWords: promise?.disputedWords ?? null,
    confirmedAt: promise?.confirmedAt?.toISOString() ?? null,
    may,
  }
}
const settlementOf = async (cx: Cx, found: Mediation): Promise<SettlementView | null> => {
  const { settlementId } = found.row
  if (settlementId === null) return null
  const [settlement] = await cx.db.select().from(mediationSettlements).where(eq(mediationSettlements.id, settlementId))
  const clauses = await cx.db
    .select()
    .from(mediationClauses)
    .where(eq(mediationClauses.settlementId, settlementId))
    .orderBy(asc(mediationClauses.sort))
  const promises = await cx.db.select().from(mediationPromises).where(eq(mediationPromises.mediationId, found.row.id))
  const signatures = await cx.db
    .select()
    .from(mediationSignatures)
    .where(eq(mediationSignatures.settlementId, settlementId))
    .orderBy(asc(mediationSignatures.at))
  const today = shanghaiDay(cx.now)
  return {
    id: settlementId,
    version: settlement!.version,
    text: settlement!.text,
    hash: settlement!.hash,
    clauses: clauses.map((clause) =>
      clauseView(
        found,
        clause,
        promises.find((promise) => promise.clauseId === clause.id),
        today,
      ),
    ),
    signatures: signatures.map(({ partyId, actorName, at }) => ({ partyId, name: actorName, at: at.toISOString() })),
  }
}
export const viewMediation = async (cx: Cx, found: Mediation): Promise<MediationView> => {
  const { row, parties, mediatorIds, me, iMediate } = found
  const [place, names, entries, sessions, settlement, may] = [
    await placeById(cx.db, row.placeId),
    await personsByIds(cx.db, mediatorIds),
    await entriesOf(cx, found),
    await sessionsOf(cx, found),
    await settlementOf(cx, found),
    await mayOf(cx, found),
  ]
  const signedAt = (partyId: string) => settlement?.signatures.find((one) => one.partyId === partyId)?.at ?? null
  return {
    id: row.id,
    number: String(row.number),
    place: { id: row.placeId, name: place?.path ?? '' },
    subject: row.subject,
    state: row.state,
    stateAt: row.stateAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    caseId: iMediate ? row.caseId : null,
    mediators: mediatorIds.map((id) => ({ id, name: names.get(id)?.name ?? '' })),
    parties: parties.map(({ id, sort, name, role, consent }) => ({
      id,
      letter: partyLetterIn(cx.actor.language, sort),
      name,
      role,
      consent,
      isMe: id === me?.id,
      signedAt: signedAt(id),
    })),
    entries,
    sessions,
    settlement,
    endedWords: row.endedWords,
    ways: row.ways,
    iMediate,
    may,
  }
}
/** After a change, to who made it. */
export const showChanged = async (cx: Cx, id: string): Promise<MediationView> =>
  viewMediation(cx, await findMediation(cx, id))
/** Opens the record; the journal says who did. @throws mediation.not-found */
export const readMediation = async (cx: Cx, id: string): Promise<MediationView> => {
  const found = await findMediation(cx, id)
  await cx.journal({
    action: 'mediation.read',
    sentence: '查看了调解记录',
    thing: { kind: 'mediation', id },
    after: { as: found.iMediate ? 'mediator' : 'party' },
  })
  return viewMediation(cx, found)
}
