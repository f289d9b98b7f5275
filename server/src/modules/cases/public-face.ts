// What the public may know of a case: category, estate, state and days; never names, homes or a reporter's own words.
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { publicCase } from '../../../../contract/src/cases-public.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { organisations } from '../organisations/tables.ts'
import type { CaseRow } from './policy.ts'
import { loadSettings } from './settings-cache.ts'
import { cases } from './tables.ts'

export type PublicCase = z.input<typeof publicCase>
/** An estate with fewer homes is shown as its community only: a neighbour could tell who is meant. */
export const FEWEST_HOMES = 20

/** What of a case its public words are made of: a page of them needs no more columns. */
export const publicColumns = {
  id: cases.id,
  number: cases.number,
  kind: cases.kind,
  categoryId: cases.categoryId,
  communityId: cases.communityId,
  estateId: cases.estateId,
  state: cases.state,
  stateAt: cases.stateAt,
  createdAt: cases.createdAt,
  closedAt: cases.closedAt,
  handlerId: cases.handlerId,
  openness: cases.openness,
} as const
export type Publishable = Pick<CaseRow, keyof typeof publicColumns>

/** SQL: may be shown to anybody: what is not withheld, withdrawn or merged into another. */
export const isPublic: SQL = sql.raw(
  `("cases"."openness" <> 'withheld' and "cases"."merged_into_id" is null and "cases"."state" <> 'withdrawn')`,
)
/** The same of a row at hand. */
export const isPublicRow = (row: CaseRow): boolean =>
  row.openness !== 'withheld' && row.mergedIntoId === null && row.state !== 'withdrawn'

/** The day of a moment in Asia/Shanghai. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

interface PlaceName {
  readonly id: string
  readonly name: string
  readonly homes: number
}
const placeNames = async (cx: Cx<Actor | null>, rows: readonly Publishable[]) => {
  const ids = [...new Set(rows.flatMap((row) => [row.communityId, row.estateId]).filter((id) => id !== null))]
  const found = await cx.db.execute<PlaceName & Record<string, unknown>>(sql`
    select p.id, p.name, case when p.kind <> 'estate' then 0 else
      (select count(*)::int from (select 1 from places h where h.estate_id = p.id and h.kind = 'home' limit ${sql.raw(String(FEWEST_HOMES))}) few) end as homes
    from places p where p.id = any(${sql.param(ids)}::uuid[])`)
  return new Map(found.rows.map((place) => [place.id, place]))
}
/** Rows in public words; `rows` are few. The caller has left out what is not public. */
export const publicFaces = async (cx: Cx<Actor | null>, rows: readonly Publishable[]): Promise<PublicCase[]> => {
  if (rows.length === 0) return []
  const bodyIds = [...new Set(rows.map((row) => row.handlerId).filter((id) => id !== null))]
  const [places, bodies, settings] = await Promise.all([
    placeNames(cx, rows),
    bodyIds.length === 0
      ? []
      : cx.db
          .select({ id: organisations.id, name: organisations.name })
          .from(organisations)
          .where(inArray(organisations.id, bodyIds)),
    loadSettings(cx.db, cx.districtId),
  ])
  const names = new Map([...bodies, ...settings.categories].map((one) => [one.id, one.name]))
  return rows.map((row) => {
    const community = { id: row.communityId, name: places.get(row.communityId)?.name ?? '' }
    const found = row.estateId === null ? undefined : places.get(row.estateId)
    const estate = found !== undefined && found.homes >= FEWEST_HOMES ? { id: found.id, name: found.name } : null
    return {
      id: row.id,
      number: String(row.number),
      kind: row.kind,
      category: { id: row.categoryId, name: names.get(row.categoryId) ?? '' },
      place: estate?.name ?? community.name,
      community,
      estate,
      state: row.state,
      raisedOn: dayOf(row.createdAt),
      stateOn: dayOf(row.stateAt),
      closedOn: row.closedAt === null ? null : dayOf(row.closedAt),
      handler: row.handlerId === null ? null : (names.get(row.handlerId) ?? null),
    }
  })
}
