// Issues codes for every door below a place that has none, or one code with a label of its own.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { placedOf, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { placeOf } from './queries.ts'
import { grouped, makeCode, type DoorcodeKind } from './signing.ts'
import { doorcodes } from './tables.ts'
import { atOrBelow, kindWords, viewOf, type DoorcodeView } from './view.ts'

type Door = Pick<PlaceRow, 'id' | 'kind' | 'name' | 'path'> & { readonly label: string }
interface Issue {
  readonly placeId: string
  readonly kind: DoorcodeKind
  readonly label?: string | undefined
}

const doorsBelow = async (cx: Cx, place: PlaceRow, kind: 'unit' | 'building' | 'estate', label: string | undefined) => {
  const rows = await cx.db
    .select({ id: places.id, kind: places.kind, name: places.name, path: places.path, codeId: doorcodes.id })
    .from(places)
    .leftJoin(doorcodes, and(eq(doorcodes.placeId, places.id), eq(doorcodes.kind, kind), isNull(doorcodes.revokedAt)))
    .where(and(atOrBelow(place), eq(places.kind, kind), places.active))
    .orderBy(places.pathOrder)
  const lacking: Door[] = rows
    .filter((row) => row.codeId === null)
    .map((row) => ({ ...row, label: row.id === place.id && label !== undefined ? label : row.path }))
  return { lacking, alreadyThere: rows.length - lacking.length }
}
/** One statement for all; a door that another clerk served a moment ago is left as it is. */
const insertCodes = async (cx: Cx, sealing: Sealing, kind: DoorcodeKind, doors: readonly Door[]) => {
  if (doors.length === 0) return []
  const made = doors.map((door) => ({ id: uuidv7(), code: makeCode(sealing), door }))
  const column = (values: readonly string[], type: 'uuid' | 'text') => sql`${sql.param(values)}::${sql.raw(type)}[]`
  const inserted = await cx.db.execute<{ id: string }>(sql`
    insert into doorcodes (id, district_id, code, kind, label, place_id, issued_at, issued_by)
    select d.id, ${cx.districtId}::uuid, d.code, ${kind}::text, d.label, d.place_id, ${cx.now.toISOString()}::timestamptz, ${cx.actor.personId}::uuid
    from unnest(
      ${column(
        made.map((one) => one.id),
        'uuid',
      )}, ${column(
        made.map((one) => one.code),
        'text',
      )},
      ${column(
        made.map((one) => one.door.label),
        'text',
      )}, ${column(
        made.map((one) => one.door.id),
        'uuid',
      )}
    ) as d (id, code, label, place_id)
    on conflict do nothing returning id`)
  const written = new Set(inserted.rows.map((row) => row.id))
  return made.filter((one) => written.has(one.id))
}
const fresh = (cx: Cx, kind: DoorcodeKind, label: string) => ({
  kind,
  label,
  issuedAt: cx.now,
  revokedAt: null,
  revokedReason: null,
  scans: 0,
})

/**
 * Units, buildings and estates: one code each. Stations, facilities and boxes: one code with a label, as many as wanted.
 * @throws place.not-found, access.out-of-scope, http.bad-input (a station or facility without a label)
 */
export const issueCodes = async (
  cx: Cx,
  sealing: Sealing,
  input: Issue,
): Promise<{ issued: DoorcodeView[]; alreadyThere: number }> => {
  const place = await placeOf(cx, input.placeId)
  if (!mayAt(cx.actor, 'doorcode.issue', placedOf(place))) throw refuse('access.out-of-scope')
  const { kind, label } = input
  const isSingle = kind === 'station' || kind === 'facility' || kind === 'box'
  if (isSingle && label === undefined) {
    throw refuse('http.bad-input', { fields: [{ path: 'label', message: '必填' }] })
  }
  const { lacking, alreadyThere } = isSingle
    ? { lacking: [{ ...place, label: label! }], alreadyThere: 0 }
    : await doorsBelow(cx, place, kind, label)
  const issued = await insertCodes(cx, sealing, kind, lacking)
  await cx.journal({
    action: 'doorcode.issue',
    sentence: `在${place.path}发放了${issued.length}个${kindWords[kind]}码`,
    thing: { kind: 'place', id: place.id },
    after: { kind, issued: issued.length, label: label ?? null },
  })
  return {
    issued: issued.map(({ id, code, door }) => viewOf({ id, code, ...fresh(cx, kind, door.label) }, door)),
    alreadyThere: alreadyThere + lacking.length - issued.length,
  }
}

/** One code with a label, for another module: that module decided who may, and journals. */
export const putUpCode = async (
  cx: Cx,
  sealing: Sealing,
  placeId: string,
  kind: DoorcodeKind,
  label: string,
): Promise<{ id: string; code: string }> => {
  const row = { id: uuidv7(), code: makeCode(sealing) }
  await cx.db.insert(doorcodes).values({
    ...row,
    districtId: cx.districtId,
    kind,
    label,
    placeId,
    issuedAt: cx.now,
    issuedBy: cx.actor.personId,
  })
  return { id: row.id, code: grouped(row.code) }
}
/** Takes such a code down again. */
export const takeDownCode = async (cx: Cx, id: string, reason: string): Promise<void> => {
  await cx.db
    .update(doorcodes)
    .set({ revokedAt: cx.now, revokedBy: cx.actor.personId, revokedReason: reason })
    .where(and(eq(doorcodes.id, id), isNull(doorcodes.revokedAt)))
}
