// Whose rates somebody may read: a district, street or community inside the places of their appointments.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { mayAt, scopesOf, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedColumns, placedOf, placesByIds } from '../places/index.ts'
import { places } from '../places/tables.ts'

export type ScopeKind = 'district' | 'street' | 'community'
export interface Scope {
  readonly id: string
  readonly name: string
  readonly kind: ScopeKind
}
const kinds: readonly string[] = ['district', 'street', 'community']
const isScope = <P extends { readonly kind: string }>(place: P): place is P & { readonly kind: ScopeKind } =>
  kinds.includes(place.kind)

/** @throws rates.bad-scope, place.not-found, access.out-of-scope */
export const scopeFor = async (cx: Cx, id: string | undefined, permission: Permission): Promise<Scope> => {
  if (id === undefined) return widest(cx, permission)
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!isScope(place)) throw refuse('rates.bad-scope')
  if (!mayAt(cx.actor, permission, placedOf(place))) throw refuse('access.out-of-scope')
  return { id: place.id, name: place.name, kind: place.kind }
}
const widest = async (cx: Cx, permission: Permission): Promise<Scope> => {
  const own = [...(await placesByIds(cx.db, scopesOf(cx.actor, permission))).values()]
    .filter(isScope)
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id.localeCompare(b.id))
  if (own[0] === undefined) throw refuse('rates.bad-scope')
  return { id: own[0].id, name: own[0].name, kind: own[0].kind }
}
/** Streets of a district, communities of a street. */
export const childrenOf = async (cx: Cx, scope: Scope): Promise<{ id: string; name: string }[]> =>
  scope.kind === 'community'
    ? []
    : cx.db
        .select({ id: places.id, name: places.name })
        .from(places)
        .where(
          scope.kind === 'district'
            ? and(eq(places.districtId, scope.id), sql`${places.kind} = 'street'`)
            : and(eq(places.streetId, scope.id), sql`${places.kind} = 'community'`),
        )
        .orderBy(places.pathOrder)
        .limit(500)
/** Every scope the actor may read, widest first. */
export const scopesFor = async (cx: Cx) => {
  const rows = await cx.db
    .select({ id: places.id, name: places.name, kind: places.kind, parentId: places.parentId })
    .from(places)
    .where(
      and(
        eq(places.districtId, cx.districtId),
        inArray(places.kind, ['district', 'street', 'community']),
        visibleAt(cx.actor, 'rates.see', placedColumns),
      ),
    )
    .orderBy(sql`array_position(array['district','street','community'], ${places.kind})`, places.pathOrder)
    .limit(1000)
  return { rows: rows.flatMap((row) => (isScope(row) ? [row] : [])) }
}
