// A party says whether they agree to mediation: it is voluntary. All must; one refusal ends it.
import { eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockAsParty } from './policy.ts'
import { applyMediationStep } from './take-step.ts'
import { mediationParties } from './tables.ts'

/** @throws mediation.not-found, mediation.answered, access.not-allowed */
export const answerConsent = async (
  cx: Cx,
  id: string,
  answer: { readonly agrees: boolean; readonly reason?: string | undefined },
): Promise<void> => {
  const found = await lockAsParty(cx, id)
  const { row, me } = found
  if (row.state !== 'opened' || me.consent !== 'asked') throw refuse('mediation.answered')
  const consent = answer.agrees ? 'given' : 'refused'
  // From now on the person speaks under the name of their own account.
  await cx.db
    .update(mediationParties)
    .set({ consent, consentAt: cx.now, name: cx.actor.name })
    .where(eq(mediationParties.id, me.id))
  await cx.journal({
    action: 'mediation.consent',
    sentence: answer.agrees ? '同意调解' : '不同意调解',
    thing: { kind: 'mediation', id },
    before: { consent: me.consent },
    after: { consent },
  })
  if (!answer.agrees) {
    const reason = answer.reason ?? '不同意调解'
    await applyMediationStep(cx, found, 'withdraw', { reason }, { endedWords: reason })
    return
  }
  if (found.parties.every((party) => party.id === me.id || party.consent === 'given'))
    await applyMediationStep(cx, found, 'agree', {})
}
