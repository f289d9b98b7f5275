// Drafts the settlement: its text is fixed word for word with its hash, so that all sign the same. A draft is taken back whole.
import { createHash } from 'node:crypto'
import { eq, max } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { partyLetters, type ClauseKind } from '../../../../contract/src/mediation-life.ts'
import { clauseFaults, settlementText } from '../../../../rules/src/settlement.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockAsMediator, type PartyRow } from './policy.ts'
import { applyMediationStep } from './take-step.ts'
import { mediationClauses, mediationSettlements } from './tables.ts'

export interface Clause {
  readonly kind: ClauseKind
  readonly fromId: string
  readonly toId: string | null
  readonly amountFen: number | null
  readonly what: string
  readonly dueOn: string
}
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
/** How a party stands in the text: without a name, which goes with its bearer. */
export const partyTitle = (party: Pick<PartyRow, 'sort' | 'role'>): string =>
  `${partyLetters[party.sort] ?? ''}（${party.role}）`

/** @throws mediation.clause naming what is wrong where, lifecycle.wrong-state */
export const draftSettlement = async (
  cx: Cx,
  id: string,
  draft: { readonly facts: string; readonly clauses: readonly Clause[] },
): Promise<void> => {
  const found = await lockAsMediator(cx, id)
  const { row, parties } = found
  const placeOf = (partyId: string) => parties.findIndex((party) => party.id === partyId)
  const clauses = draft.clauses.map((clause) => ({
    ...clause,
    from: placeOf(clause.fromId),
    to: clause.toId === null ? null : placeOf(clause.toId),
  }))
  const faults = clauseFaults(clauses, parties.length, shanghaiDay(cx.now))
  if (faults.length > 0)
    throw refuse('mediation.clause', {
      fields: faults.map(({ clause, field, message }) => ({ path: `clauses.${clause}.${field}`, message })),
    })
  const [last] = await cx.db
    .select({ version: max(mediationSettlements.version) })
    .from(mediationSettlements)
    .where(eq(mediationSettlements.mediationId, id))
  const text = settlementText({
    number: String(row.number),
    subject: row.subject,
    parties: parties.map(partyTitle),
    facts: draft.facts,
    clauses,
  })
  const settlementId = uuidv7()
  await cx.db.insert(mediationSettlements).values({
    id: settlementId,
    mediationId: id,
    version: (last?.version ?? 0) + 1,
    text,
    hash: textHash(text),
    draftedAt: cx.now,
  })
  await cx.db.insert(mediationClauses).values(
    draft.clauses.map(({ kind, fromId, toId, amountFen, what, dueOn }, sort) => ({
      id: uuidv7(),
      settlementId,
      sort,
      kind,
      fromId,
      toId,
      amountFen,
      what,
      dueOn,
    })),
  )
  await applyMediationStep(cx, found, 'draft', { clauses }, { settlementId })
}
/** @throws lifecycle.* */
export const talkAgain = async (cx: Cx, id: string, reason: string): Promise<void> => {
  const found = await lockAsMediator(cx, id)
  await applyMediationStep(cx, found, 'talkAgain', { reason }, { settlementId: null })
}
