// The roll of a decision: built from places and confirmed owners, then frozen under a published hash.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { canonicalJson } from '../../../../rules/src/hash-chain.ts'
import type { PublishedPart } from '../../../../rules/src/decision-count.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { columnOf, type PlaceRow } from '../places/index.ts'
import { homePeople, places } from '../places/tables.ts'
import { ownerKey, partKey, sha256 } from './keys.ts'
import { rollTextOf, type DecisionRow } from './policy.ts'
import { decisionOwners, decisionParts } from './tables.ts'

export type PartRow = typeof decisionParts.$inferSelect
const AT_ONCE = 1000
const inPortions = async <R>(rows: readonly R[], write: (portion: R[]) => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < rows.length; i += AT_ONCE) await write(rows.slice(i, i + AT_ONCE))
}
export const partsOf = (cx: Pick<Cx, 'db'>, decisionId: string): Promise<PartRow[]> =>
  cx.db.select().from(decisionParts).where(eq(decisionParts.decisionId, decisionId)).orderBy(asc(decisionParts.sort))

/** Replaces the roll by these parts. @throws decision.empty-roll */
export const writeParts = async (
  cx: Cx,
  decisionId: string,
  parts: readonly Omit<PartRow, 'id' | 'decisionId' | 'sort' | 'ownerKey'>[],
): Promise<void> => {
  if (parts.length === 0) throw refuse('decision.empty-roll')
  await cx.db.delete(decisionParts).where(eq(decisionParts.decisionId, decisionId))
  const rows = parts.map((part, i) => ({ ...part, id: uuidv7(), decisionId, sort: i + 1, ownerKey: null }))
  await inPortions(rows, (portion) => cx.db.insert(decisionParts).values(portion))
}
/** Every home, shop or parking space of the kinds below a place, with its confirmed owners. */
export const buildRoll = async (
  cx: Cx,
  decision: Pick<DecisionRow, 'id' | 'partKinds'>,
  place: PlaceRow,
): Promise<void> => {
  const column = columnOf[place.kind]
  if (column === null) throw refuse('decision.place')
  const rows = await cx.db
    .select({
      placeId: places.id,
      kind: places.kind,
      path: places.path,
      buildingId: places.buildingId,
      area: places.area,
      areaSource: places.areaSource,
      ownerIds: sql<
        string[]
      >`coalesce((select array_agg(h.person_id order by h.person_id) from ${homePeople} h where h.home_id = places.id and h.relation = 'owner' and h.state = 'confirmed'), '{}')`,
    })
    .from(places)
    .where(and(eq(places[column], place.id), inArray(places.kind, decision.partKinds), places.active))
    .orderBy(asc(places.pathOrder), asc(places.id))
  const buildingIds = [...new Set(rows.map((row) => row.buildingId).filter((id) => id !== null))]
  const buildings =
    buildingIds.length === 0
      ? []
      : await cx.db.select({ id: places.id, name: places.name }).from(places).where(inArray(places.id, buildingIds))
  const nameOf = new Map(buildings.map((one) => [one.id, one.name]))
  await writeParts(
    cx,
    decision.id,
    rows.map(({ placeId, kind, path, buildingId, area, areaSource, ownerIds }) => ({
      placeId,
      kind: kind as 'home' | 'shop' | 'parking',
      label: path,
      building: buildingId === null ? '' : (nameOf.get(buildingId) ?? ''),
      area,
      areaSource,
      isDevelopers: false,
      ownerIds,
      shares: '',
    })),
  )
}
/** The roll as it is published: no names, no doors. */
export const publishedParts = (decision: Pick<DecisionRow, 'salt'>, parts: readonly PartRow[]): PublishedPart[] =>
  parts
    .map((part) => ({
      id: partKey(decision.salt, part.label),
      owner: ownerKey(decision.salt, part),
      area: part.area,
    }))
    // In the order of the keys: the order of doors would give them away.
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
const rollTextFrom = (decision: Pick<DecisionRow, 'id'>, parts: readonly PublishedPart[]): string =>
  canonicalJson({ decision: decision.id, parts })
/** The frozen roll; before, the one that would be frozen now. */
export const readRoll = async (cx: Pick<Cx, 'db'>, decision: DecisionRow): Promise<PublishedPart[]> => {
  const text = await rollTextOf(cx, decision.id)
  return text === null
    ? publishedParts(decision, await partsOf(cx, decision.id))
    : (JSON.parse(text) as { parts: PublishedPart[] }).parts
}

/** Writes down who counts, once each, with the area, and gives the text whose hash is published. */
export const freezeParts = async (cx: Cx, decision: DecisionRow) => {
  const parts = await partsOf(cx, decision.id)
  const owners = new Map<string, { personIds: string[]; area: number; sort: number }>()
  for (const part of parts) {
    const key = ownerKey(decision.salt, part)
    const owner = owners.get(key) ?? {
      personIds: part.isDevelopers ? [] : part.ownerIds,
      area: 0,
      sort: part.sort,
    }
    owner.area += part.area ?? 0
    owners.set(key, owner)
  }
  await inPortions(
    [...owners].map(([key, owner]) => ({ decisionId: decision.id, key, ...owner })),
    (portion) => cx.db.insert(decisionOwners).values(portion),
  )
  const keys = parts.map((part) => ownerKey(decision.salt, part))
  await cx.db.execute(
    sql`update decision_parts p set owner_key = k.key from unnest(${sql.param(parts.map((part) => part.id))}::uuid[], ${sql.param(keys)}::text[]) k (id, key) where p.id = k.id`,
  )
  const rollText = rollTextFrom(decision, publishedParts(decision, parts))
  return {
    rollText,
    rollHash: sha256(rollText),
    totalOwners: owners.size,
    totalArea: [...owners.values()].reduce((sum, owner) => sum + owner.area, 0),
  }
}
