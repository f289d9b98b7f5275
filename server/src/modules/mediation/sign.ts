// A party signs on their phone: who they are is checked again by a fresh code, and what they sign by its hash.
import { count, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Parts } from '../../platform/parts.ts'
import { refuse } from '../../platform/refuse.ts'
import { checkPhoneCode, personsByIds, sendPhoneCode, type CodeUse } from '../identity/index.ts'
import { smsSender } from '../notices/index.ts'
import { hasSigned, lockAsParty, type Mediation, type PartyRow } from './policy.ts'
import { applyMediationStep, everybodyOf, tellOf } from './take-step.ts'
import { mediationClauses, mediationPromises, mediationSettlements, mediationSignatures } from './tables.ts'

/** A code for signing opens no session, and a sign-in code signs nothing. */
const signing: CodeUse = {
  purpose: 'settlement',
  isOpen: false,
  zh: (code) => `【邻里】签字验证码 ${code}，五分钟内有效。只用来签调解协议，不要告诉别人。`,
  en: (code) =>
    `Your Linli signing code is ${code}, good for five minutes. It signs the settlement; tell it to nobody.`,
}
const phoneOf = async (cx: Cx, parts: Parts) => {
  const person = (await personsByIds(cx.db, [cx.actor.personId])).get(cx.actor.personId)
  if (person === undefined || person.phoneSealed === null) throw refuse('mediation.no-phone')
  return { phone: parts.sealing.open(person.phoneSealed), phoneMasked: person.phoneMasked ?? '' }
}
/** A party who is to sign now. @throws lifecycle.wrong-state, mediation.signed-already */
const signer = async (cx: Cx, id: string) => {
  const found = await lockAsParty(cx, id)
  if (found.row.state !== 'settlementDrafted' || found.row.settlementId === null) throw refuse('lifecycle.wrong-state')
  if (await hasSigned(cx, found.row, found.me.id)) throw refuse('mediation.signed-already')
  return { ...found, settlementId: found.row.settlementId }
}
/** @throws mediation.*, identity.code-too-soon, identity.code-too-many */
export const sendSigningCode = async (cx: Cx, parts: Parts, id: string) => {
  const { row } = await signer(cx, id)
  const { phone, phoneMasked } = await phoneOf(cx, parts)
  const sent = await sendPhoneCode(cx, parts.sealing, smsSender(parts), phone, signing)
  await cx.journal({
    action: 'mediation.signingCode',
    sentence: '要了签字验证码',
    thing: { kind: 'mediation', id: row.id },
  })
  return { phoneMasked, ...sent }
}
/** @throws mediation.other-text, mediation.signed-already, identity.wrong-code, lifecycle.wrong-state */
export const signSettlement = async (
  cx: Cx,
  parts: Parts,
  id: string,
  given: { readonly code: string; readonly hash: string },
): Promise<void> => {
  const found = await signer(cx, id)
  const { settlementId } = found
  const [settlement] = await cx.db.select().from(mediationSettlements).where(eq(mediationSettlements.id, settlementId))
  if (settlement!.hash !== given.hash) throw refuse('mediation.other-text')
  const { phone, phoneMasked } = await phoneOf(cx, parts)
  const useUp = await checkPhoneCode(cx, parts.sealing, phone, given.code, signing)
  await writeSignature(cx, found, { settlementId, hash: settlement!.hash, phoneMasked })
  await useUp()
}
interface Signature {
  readonly settlementId: string
  readonly hash: string
  readonly phoneMasked: string
}
/** Writes the signature of a party who was recognised; the last one makes the clauses promises. */
export const writeSignature = async (
  cx: Cx,
  found: Mediation & { readonly me: PartyRow },
  { settlementId, hash, phoneMasked }: Signature,
): Promise<void> => {
  const { row, me } = found
  const id = row.id
  await cx.db.insert(mediationSignatures).values({
    settlementId,
    partyId: me.id,
    personId: cx.actor.personId,
    actorName: cx.actor.name,
    hash,
    phoneMasked,
    at: cx.now,
  })
  await cx.journal({
    action: 'mediation.sign',
    sentence: '签了调解协议',
    thing: { kind: 'mediation', id },
    after: { hash },
  })
  const [signed] = await cx.db
    .select({ n: count() })
    .from(mediationSignatures)
    .where(eq(mediationSignatures.settlementId, settlementId))
  if (signed!.n < found.parties.length) {
    await tellOf(cx, row, 'mediation.news', everybodyOf(found))
    return
  }
  await promise(cx, id, settlementId)
  await applyMediationStep(cx, found, 'completeSignatures', {})
}
/** With the last signature every clause becomes a promise. */
const promise = async (cx: Cx, mediationId: string, settlementId: string): Promise<void> => {
  const clauses = await cx.db.select().from(mediationClauses).where(eq(mediationClauses.settlementId, settlementId))
  await cx.db
    .insert(mediationPromises)
    .values(clauses.map(({ id, dueOn }) => ({ clauseId: id, mediationId, dueOn, state: 'open' as const })))
}
