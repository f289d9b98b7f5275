// What the ids of entries stand for, so that a change of the handling body reads as two names and not as two codes.
import { sql } from 'drizzle-orm'
import { exclusivePartKinds } from '../../../../contract/src/places-tree.ts'
import { holding } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Canonical } from './people-in-entries.ts'

type Contents = Pick<Canonical, 'thing' | 'before' | 'after'>
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Every id inside a value, at any depth. */
const idsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return isId.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(idsIn)
}
const idsOf = ({ thing, before, after }: Contents): string[] => [...new Set(idsIn([thing.id, before, after]))]

/**
 * Bodies, positions, categories, cases by their number, places above a home. People only where they hold or held an
 * appointment and the reader may see people: homes and residents stay codes.
 */
export const namesIn = async (
  cx: Cx,
  entries: readonly Contents[],
): Promise<(entry: Contents) => Record<string, string>> => {
  const ids = [...new Set(entries.flatMap(idsOf))]
  if (ids.length === 0) return () => ({})
  const wanted = sql`id = any(${sql.param(ids)}::uuid[]) and district_id = ${cx.districtId}`
  const staff = sql`union all select id, name from persons p where ${wanted} and exists (select 1 from appointments a where a.person_id = p.id)`
  const { rows } = await cx.db.execute<{ id: string; name: string }>(sql`
    select id, name from organisations where ${wanted}
    union all select id, name from positions where ${wanted}
    union all select id, name from categories where ${wanted}
    union all select id, number::text from cases where ${wanted}
    union all select id, path from places where ${wanted} and kind <> all (${sql.param([...exclusivePartKinds])}::text[])
    ${holding(cx.actor, 'person.see').length > 0 ? staff : sql``}`)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (entry) =>
    Object.fromEntries(
      idsOf(entry).flatMap((id) => {
        const name = names.get(id)
        return name === undefined ? [] : [[id, name]]
      }),
    )
}
