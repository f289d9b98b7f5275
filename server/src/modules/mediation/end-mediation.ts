// Ends a mediation without success: a mediator with advice on the ways the law gives, or a party who withdraws.
import type { LegalWay } from '../../../../contract/src/mediation-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { lockAsMediator, lockAsParty } from './policy.ts'
import { applyMediationStep } from './take-step.ts'

/** @throws lifecycle.*, mediation.not-found, access.not-allowed */
export const failMediation = async (cx: Cx, id: string, reason: string, ways: readonly LegalWay[]): Promise<void> => {
  const found = await lockAsMediator(cx, id)
  const unique = [...new Set(ways)]
  await applyMediationStep(cx, found, 'fail', { reason, ways: unique }, { endedWords: reason, ways: unique })
}
/** @throws lifecycle.*, mediation.not-found, access.not-allowed */
export const withdrawFromMediation = async (cx: Cx, id: string, reason: string): Promise<void> => {
  const found = await lockAsParty(cx, id)
  await applyMediationStep(cx, found, 'withdraw', { reason }, { endedWords: reason })
}
