// Who may do what where: appointments in force × permission × the subtree of places they cover.
import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Permission } from '../../../contract/src/permissions.ts'
import type { PlaceKind } from '../../../contract/src/places-tree.ts'
import type { Actor, Held } from './cx.ts'

/** The ancestors every placed row carries; null where the row stands higher in the tree. */
export interface Placed {
  readonly districtId: string
  readonly streetId: string | null
  readonly communityId: string | null
  readonly gridId: string | null
  readonly microGridId: string | null
  readonly estateId: string | null
  readonly buildingId: string | null
  readonly unitId: string | null
}
const placedKey = {
  district: 'districtId',
  street: 'streetId',
  community: 'communityId',
  grid: 'gridId',
  microGrid: 'microGridId',
  estate: 'estateId',
  building: 'buildingId',
  unit: 'unitId',
  home: null,
  shop: null,
  parking: null,
} as const satisfies Record<PlaceKind, keyof Placed | null>

export const may = (actor: Actor, permission: Permission): boolean =>
  actor.held.some((held) => held.permissions.includes(permission))
/** The appointments that carry a permission. */
export const holding = (actor: Actor, permission: Permission): readonly Held[] =>
  actor.held.filter((held) => held.permissions.includes(permission))
const covers = (held: Held, row: Placed): boolean => {
  const key = placedKey[held.scopeKind]
  return key !== null && row[key] === held.scopeId
}
/** Whether an appointment with this permission covers the row's place. */
export const mayAt = (actor: Actor, permission: Permission, row: Placed): boolean =>
  holding(actor, permission).some((held) => covers(held, row))
/**
 * Whether the actor may give these permissions there to this person, or change how somebody who has them signs in.
 * Nobody grants more than they hold. Who keeps the positions of the whole district appoints to any of them, such as a
 * mediator, whose files stay closed to them: never themselves.
 */
export const mayGrant = (actor: Actor, personId: string, permissions: readonly Permission[], row: Placed): boolean =>
  permissions.every((permission) => mayAt(actor, permission, row)) ||
  (personId !== actor.personId &&
    holding(actor, 'position.edit').some((held) => held.scopeKind === 'district' && held.scopeId === row.districtId))
/** The appointment by which the actor may; its organisation is written into timelines. */
export const heldAt = (actor: Actor, permission: Permission, row: Placed): Held | undefined =>
  holding(actor, permission).find((held) => covers(held, row))
/** Whether an appointment of this organisation with this permission covers the row's place. */
export const mayFor = (actor: Actor, permission: Permission, organisationId: string, row: Placed): boolean =>
  holding(actor, permission).some((held) => held.organisationId === organisationId && covers(held, row))

export type PlacedColumns = { readonly [K in keyof Placed]: AnyColumn }
const uuidArray = (ids: readonly string[]) => sql`${sql.param(ids)}::uuid[]`
const orAll = (parts: SQL[]): SQL =>
  parts.length === 0 ? sql`false` : parts.length === 1 ? parts[0]! : sql`(${sql.join(parts, sql` or `)})`
const covering = (held: readonly Held[], columns: PlacedColumns): SQL[] => {
  const byKey = new Map<keyof Placed, Set<string>>()
  for (const one of held) {
    const key = placedKey[one.scopeKind]
    if (key !== null) byKey.set(key, (byKey.get(key) ?? new Set()).add(one.scopeId))
  }
  return [...byKey].map(([key, ids]) =>
    ids.size === 1 ? sql`${columns[key]} = ${[...ids][0]!}` : sql`${columns[key]} = any(${uuidArray([...ids])})`,
  )
}
/** SQL: the row lies where the actor holds the permission. `false` when nowhere. */
export const visibleAt = (actor: Actor, permission: Permission, columns: PlacedColumns): SQL =>
  orAll(covering(holding(actor, permission), columns))
/** SQL: the row belongs to an organisation of the actor, inside the scope of that appointment. */
export const visibleFor = (
  actor: Actor,
  permission: Permission,
  organisation: AnyColumn,
  columns: PlacedColumns,
): SQL => {
  const byOrganisation = Map.groupBy(holding(actor, permission), (held) => held.organisationId)
  return orAll(
    [...byOrganisation].map(
      ([organisationId, held]) => sql`(${organisation} = ${organisationId} and ${orAll(covering(held, columns))})`,
    ),
  )
}
/** The places of the appointments that carry a permission: the roots of what the actor sees. */
export const scopesOf = (actor: Actor, permission: Permission): string[] => [
  ...new Set(holding(actor, permission).map((held) => held.scopeId)),
]
