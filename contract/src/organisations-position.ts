// What a default position of a new district is.
import type { OrganisationKind } from './organisations-kinds.ts'
import type { Permission } from './permissions.ts'
import type { PlaceKind } from './places-tree.ts'

export interface DefaultPosition {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly organisationKinds: readonly OrganisationKind[]
  readonly scopeKinds: readonly PlaceKind[]
  readonly permissions: readonly Permission[]
}
