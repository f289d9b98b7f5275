// A ballot by phone: who it is is checked again by a fresh code; for oneself, or for an owner who gave a mandate.
import { and, eq, isNull } from 'drizzle-orm'
import type { BallotChoice } from '../../../../contract/src/ballots-life.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Parts } from '../../platform/parts.ts'
import { refuse } from '../../platform/refuse.ts'
import { checkPhoneCode, personsByIds, sendPhoneCode, type CodeUse } from '../identity/index.ts'
import { smsSender } from '../notices/index.ts'
import { appendBallots, type NewBallot, type Receipt } from './chain.ts'
import { isDesignated, noteDiffering, ownerOf } from './designations.ts'
import { voterKey } from './keys.ts'
import {
  findDecision,
  isTaking,
  itemsOf,
  lockDecision,
  ownersOf,
  type DecisionRow,
  type ItemRow,
  type MandateRow,
  type OwnerRow,
} from './policy.ts'
import { decisionMandates } from './tables.ts'

/** A code for voting opens no session, and a sign-in code casts no ballot. */
const voting: CodeUse = {
  purpose: 'ballot',
  // Only for who is signed in: neighbours in one hall, or behind one carrier, share an address.
  isOpen: false,
  zh: (code) => `【邻里】投票验证码 ${code}，五分钟内有效。只用来给业主表决投票，不要告诉别人。`,
  en: (code) => `Your Linli voting code is ${code}, good for five minutes. It casts your ballot; tell it to nobody.`,
}
const phoneOf = async (cx: Cx, parts: Parts) => {
  const person = (await personsByIds(cx.db, [cx.actor.personId])).get(cx.actor.personId)
  if (person === undefined || person.phoneSealed === null) throw refuse('decision.no-phone')
  return { phone: parts.sealing.open(person.phoneSealed), phoneMasked: person.phoneMasked ?? '' }
}
export const mandateFor = async (cx: Cx, decisionId: string, mandateId: string) => {
  const [mandate] = await cx.db
    .select()
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.id, mandateId),
        eq(decisionMandates.decisionId, decisionId),
        eq(decisionMandates.toPerson, cx.actor.personId),
        isNull(decisionMandates.revokedAt),
      ),
    )
  if (mandate === undefined) throw refuse('decision.mandate')
  return mandate
}
const checkTaking = (cx: Cx, row: DecisionRow): void => {
  if (!isTaking(row, cx.now)) throw refuse('decision.not-open')
}
/** @throws decision.not-open, decision.not-on-roll, identity.code-too-soon */
export const sendVotingCode = async (cx: Cx, parts: Parts, id: string) => {
  const row = await findDecision(cx, id)
  checkTaking(cx, row)
  const owners = await ownersOf(cx, id, cx.actor.personId)
  const mandates = await cx.db
    .select({ id: decisionMandates.id })
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.decisionId, id),
        eq(decisionMandates.toPerson, cx.actor.personId),
        isNull(decisionMandates.revokedAt),
      ),
    )
  if (owners.length === 0 && mandates.length === 0) throw refuse('decision.not-on-roll')
  const { phone, phoneMasked } = await phoneOf(cx, parts)
  const sent = await sendPhoneCode(cx, parts.sealing, smsSender(parts), phone, voting)
  await cx.journal({ action: 'decision.votingCode', sentence: '要了投票验证码', thing: { kind: 'decision', id } })
  return { phoneMasked, ...sent }
}
export interface Voting {
  readonly code: string
  readonly marks: readonly { readonly itemId: string; readonly mark: BallotChoice }[]
  readonly mandateId?: string | undefined
}
/** Each item of the scope once, none besides. @throws decision.items */
export const marksFor = <M extends string>(
  itemIds: readonly string[],
  marks: readonly { readonly itemId: string; readonly mark: M }[],
): Record<string, M> => {
  const given = new Map(marks.map((one) => [one.itemId, one.mark]))
  if (given.size !== marks.length || given.size !== itemIds.length || itemIds.some((id) => !given.has(id)))
    throw refuse('decision.items')
  return Object.fromEntries(given)
}
/** What a ballot is made from; read with the lock, in one message to the database. */
interface Sheet {
  readonly row: DecisionRow
  readonly items: readonly ItemRow[]
  readonly owners: readonly OwnerRow[]
}
const ownBallots = async (cx: Cx, { row, items, owners }: Sheet, input: Voting): Promise<NewBallot[]> => {
  if (owners.length === 0) throw refuse('decision.not-on-roll')
  const marks = marksFor(
    items.map((item) => item.id),
    input.marks,
  )
  const ballots: NewBallot[] = []
  for (const owner of owners)
    ballots.push({
      owner: owner.key,
      voter: voterKey(row.salt, cx.actor.personId),
      channel: 'electronic',
      marks,
      designated: await isDesignated(cx, row.id, owner, cx.actor.personId),
      receivedAt: cx.now,
      byPerson: cx.actor.personId,
    })
  return ballots
}
const proxyBallot = async (
  cx: Cx,
  { row, items }: Sheet,
  mandate: MandateRow,
  owner: OwnerRow,
  input: Voting,
): Promise<NewBallot[]> => {
  const scope = mandate.itemIds.length === 0 ? items.map((item) => item.id) : mandate.itemIds
  return [
    {
      owner: mandate.ownerKey,
      voter: voterKey(row.salt, mandate.fromPerson),
      channel: 'proxy',
      marks: marksFor(scope, input.marks),
      designated: await isDesignated(cx, row.id, owner, mandate.fromPerson),
      receivedAt: cx.now,
      byPerson: cx.actor.personId,
    },
  ]
}
/** @throws decision.not-open, decision.not-on-roll, decision.items, decision.mandate, identity.wrong-code */
export const castBallot = async (
  cx: Cx,
  parts: Parts,
  id: string,
  input: Voting,
): Promise<{ receipts: Receipt[]; counts: boolean }> => {
  checkTaking(cx, await findDecision(cx, id))
  const { phone } = await phoneOf(cx, parts)
  const useUp = await checkPhoneCode(cx, parts.sealing, phone, input.code, voting)
  // In this order: what is read behind the lock is as the voter before left it.
  const [row, items, own, mandate] = await Promise.all([
    lockDecision(cx, id),
    itemsOf(cx, id),
    input.mandateId === undefined ? ownersOf(cx, id, cx.actor.personId) : [],
    input.mandateId === undefined ? null : mandateFor(cx, id, input.mandateId),
  ])
  checkTaking(cx, row)
  const owners = mandate === null ? own : [await ownerOf(cx, id, mandate.ownerKey)]
  const sheet = { row, items, owners }
  const ballots =
    mandate === null ? await ownBallots(cx, sheet, input) : await proxyBallot(cx, sheet, mandate, owners[0]!, input)
  const receipts = await appendBallots(cx, parts.sealing, row, ballots)
  await noteDiffering(cx, parts.sealing, row, owners)
  await useUp()
  // How somebody voted never stands in the journal.
  await cx.journal({
    action: 'decision.ballot',
    sentence: '投了票',
    thing: { kind: 'decision', id },
    after: { channel: ballots[0]!.channel, seq: receipts.map((one) => one.seq) },
  })
  return { receipts, counts: !row.citySystem }
}
