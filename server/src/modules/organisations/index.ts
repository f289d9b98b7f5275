// Organisations, positions with their permissions, and appointments.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { ownData } from './own-data.ts'
import { organisationsRoutes } from './routes.ts'

export { coveringIds } from './holders.ts'
export { holdersByScope } from './holders-by-scope.ts'
export { contactsAt, type Contact } from './contacts-at.ts'
export { ensurePositions } from './ensure-positions.ts'
export { organisationById, organisationsByIds, type OrganisationRow } from './find-organisation.ts'
export { answeringAt, holdersAt, holdersBelow, holdersInScope, holdersNear, holdersOf, servingAt } from './holders.ts'
export { postsOn } from './posts-on.ts'
export { beginToServe, ceaseToServe } from './serve-at.ts'
export { bodyAt, closeBody, endSeat, seatInBody } from './seat-body.ts'

export const organisationsModule = (_parts: Parts): Module => ({
  name: 'organisations',
  routes: organisationsRoutes(),
  ownData,
})
