// Opens a mediation: from nothing, or from a case, which then waits for it and says no more than that.
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { openStates, type CaseState } from '../../../../contract/src/cases-life.ts'
import { openMediationStates } from '../../../../contract/src/mediation-life.ts'
import { heldAt, mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { addToTimeline, holdCase, lockCase, type CaseRow } from '../cases/index.ts'
import { registerPerson } from '../identity/index.ts'
import { placeById } from '../places/index.ts'
import { tellOf } from './take-step.ts'
import { mediationEntries, mediationMediators, mediationParties, mediations } from './tables.ts'

export interface Opening {
  readonly placeId?: string | undefined
  readonly caseId?: string | undefined
  readonly subject: string
  readonly words?: string | undefined
  readonly parties: readonly { readonly name: string; readonly phone: string; readonly role: string }[]
}
/** Where it lies; a mediation needs a community. */
const placeOf = async (cx: Cx, row: CaseRow | null, placeId: string | undefined) => {
  const wanted = row?.placeId ?? placeId
  if (wanted === undefined) throw refuse('mediation.where', { fields: [{ path: 'placeId', message: '请选择地点' }] })
  const place = await placeById(cx.db, wanted)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'mediation.handle', place)) throw refuse('access.out-of-scope')
  const { streetId, communityId } = place
  if (streetId === null || communityId === null)
    throw refuse('mediation.where', { fields: [{ path: 'placeId', message: '请选到社区或更小的地点' }] })
  return { ...place, streetId, communityId }
}
const caseOf = async (cx: Cx, caseId: string | undefined): Promise<CaseRow | null> => {
  if (caseId === undefined) return null
  const row = await lockCase(cx, caseId)
  if (!(openStates as readonly CaseState[]).includes(row.state)) throw refuse('lifecycle.wrong-state')
  const [known] = await cx.db
    .select({ id: mediations.id })
    .from(mediations)
    .where(and(eq(mediations.caseId, caseId), inArray(mediations.state, [...openMediationStates])))
  if (known !== undefined) throw refuse('mediation.case-open')
  return row
}
/** Registers who is not known yet. @throws mediation.same-party, mediation.own-matter */
const partiesOf = async (cx: Cx, sealing: Sealing, opening: Opening) => {
  const rows: { id: string; sort: number; personId: string; name: string; role: string }[] = []
  for (const [sort, party] of opening.parties.entries()) {
    const { id } = await registerPerson(cx, sealing, party)
    if (rows.some((row) => row.personId === id))
      throw refuse('mediation.same-party', { fields: [{ path: `parties.${sort}.phone`, message: '电话重复' }] })
    if (id === cx.actor.personId) throw refuse('mediation.own-matter')
    rows.push({ id: uuidv7(), sort, personId: id, name: party.name, role: party.role })
  }
  return rows
}
/** The case waits; its timeline says so to those who work on it, and nothing else. */
const handCaseOver = async (cx: Cx, row: CaseRow, mediationId: string): Promise<void> => {
  await holdCase(cx, row.id, { kind: 'mediation', thingId: mediationId, say: '正在调解，结束后才能办结' })
  await addToTimeline(cx, row.id, {
    step: 'mediation.opened',
    words: null,
    audience: 'internal',
    organisationName: heldAt(cx.actor, 'mediation.handle', row)?.organisationName ?? null,
  })
}
/** @throws mediation.*, access.out-of-scope, place.not-found, case.not-found */
export const openMediation = async (cx: Cx, sealing: Sealing, opening: Opening): Promise<string> => {
  const caseRow = await caseOf(cx, opening.caseId)
  const place = await placeOf(cx, caseRow, opening.placeId)
  const parties = await partiesOf(cx, sealing, opening)
  const id = uuidv7()
  const { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId } = place
  const [made] = await cx.db
    .insert(mediations)
    .values({
      id,
      districtId,
      streetId,
      communityId,
      gridId,
      microGridId,
      estateId,
      buildingId,
      unitId,
      placeId: place.id,
      caseId: caseRow?.id ?? null,
      subject: opening.subject,
      state: 'opened',
      stateAt: cx.now,
      openedBy: cx.actor.personId,
      openedAt: cx.now,
    })
    .returning({ number: mediations.number })
  await cx.db
    .insert(mediationMediators)
    .values({ mediationId: id, personId: cx.actor.personId, addedBy: cx.actor.personId, addedAt: cx.now })
  await cx.db.insert(mediationParties).values(parties.map((party) => ({ ...party, mediationId: id })))
  if (opening.words !== undefined)
    await cx.db.insert(mediationEntries).values({
      id: uuidv7(),
      mediationId: id,
      kind: 'note',
      audience: 'mediators',
      byMediator: true,
      actorId: cx.actor.personId,
      actorName: cx.actor.name,
      words: opening.words,
      at: cx.now,
    })
  if (caseRow !== null) await handCaseOver(cx, caseRow, id)
  await cx.journal({
    action: 'mediation.open',
    sentence: '开始了一件调解',
    thing: { kind: 'mediation', id },
    after: { state: 'opened', placeId: place.id, parties: parties.length },
  })
  await tellOf(
    cx,
    { id, number: made!.number },
    'mediation.invited',
    parties.map((party) => party.personId),
  )
  return id
}
