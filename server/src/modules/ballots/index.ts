// Owners' decisions (mission B7, B10; Civil Code art. 278): roll, notice, ballots in one count, result, certificate, evidence.
import { decisionLife } from '../../../../contract/src/ballots-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayAt } from '../../platform/access.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { Refused } from '../../platform/refuse.ts'
import { keepHeads } from './heads.ts'
import { ownData } from './own-data.ts'
import { findDecision } from './policy.ts'
import { ballotsRoutes } from './routes.ts'
import { closeVotes } from './steps.ts'
import { remindVoters, tellPortion } from './tell-owners.ts'

export { certifiedOnFund, outcomeOf, prepareFor, type DecisionOutcome } from './door.ts'

/** Scans of papers are seen by those who count. */
const seesScan = async (cx: Cx, id: string): Promise<boolean> => {
  try {
    return mayAt(cx.actor, 'decision.count', await findDecision(cx, id))
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
/** Where a decision the reader may see is held. @throws decision.not-found */
export const decisionAt = async (cx: Cx, id: string): Promise<string> => (await findDecision(cx, id)).placeId

export const ballotsModule = (parts: Parts): Module => {
  checkLifecycle(decisionLife)
  return {
    name: 'ballots',
    routes: ballotsRoutes(parts),
    ownData,
    jobs: {
      'decision.close': { run: closeVotes, cron: '* * * * *' },
      'decision.heads': { run: keepHeads, cron: '55 23 * * *' },
      'decision.remind': { run: remindVoters, cron: '*/10 * * * *' },
      'decision.tell': { run: tellPortion },
    },
    files: { decisionPaper: seesScan },
  }
}
