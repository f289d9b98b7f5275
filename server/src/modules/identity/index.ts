// Identity: sign-in, sessions, consent, and the register of people.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import type { IdentityNeighbours } from './neighbours.ts'

export { authenticate, tokenHash, type SignedIn } from './authenticate.ts'
export type { IdentityNeighbours, PhoneMessage } from './neighbours.ts'
export { personsByIds, type PersonBrief } from './persons-by-ids.ts'
export { PRIVACY_VERSION } from './privacy-notice.ts'
export { registerPerson } from './register-person.ts'
export { endSessionsOf, noteSeen, sessionStands } from './sessions.ts'

export const identityModule = (_parts: Parts, _neighbours: IdentityNeighbours): Module => ({
  name: 'identity',
  routes: [],
})
