// Identity: sign-in, sessions, consent, and the register of people.
import type { Cx } from '../../platform/cx.ts'
import { forgetAnswersTo, forgetOldAnswers } from '../../platform/http/idempotency.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { forgetOldFailures } from './failures.ts'
import type { IdentityNeighbours } from './neighbours.ts'
import { forgetOldCodes } from './phone-codes.ts'
import { identityRoutes } from './routes.ts'
import { forgetOldSessions } from './sessions.ts'

export { authenticate, tokenHash, type SignedIn } from './authenticate.ts'
export type { IdentityNeighbours, PhoneMessage } from './neighbours.ts'
export { personsByIds, type PersonBrief } from './persons-by-ids.ts'
export { checkPhoneCode, sendPhoneCode, type CodeUse } from './phone-codes.ts'
export { PRIVACY_VERSION } from './privacy-notice.ts'
export { registerPerson } from './register-person.ts'
export { endSessionsOf, noteSeen, sessionStands } from './sessions.ts'

/** Nightly: what was kept only for a while goes. */
const forgetOld = async (cx: Cx<null>): Promise<void> => {
  await forgetOldCodes(cx)
  await forgetOldFailures(cx)
  await forgetOldSessions(cx)
  await forgetOldAnswers(cx.db, cx.now)
}
/** Job after an erasure: every module takes the name out of what it keeps. */
const forgetName = async (cx: Cx<null>, modules: readonly Module[], personId: string): Promise<void> => {
  for (const module of modules) await module.forgetName?.(cx, personId)
  await forgetAnswersTo(cx.db, personId)
}
export const identityModule = (parts: Parts, neighbours: IdentityNeighbours): Module => ({
  name: 'identity',
  routes: identityRoutes(parts, neighbours),
  jobs: {
    'identity.forget': { run: forgetOld, cron: '17 3 * * *' },
    'identity.forget-name': { run: (cx, data) => forgetName(cx, neighbours.modules(), String(data['personId'])) },
  },
})
