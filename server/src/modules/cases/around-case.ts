// What a case's page shows beside the case itself: timeline, clocks, holds, names. One statement.
import { sql } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { jsonRows } from '../../platform/json-rows.ts'
import { personsByIds } from '../identity/index.ts'
import type { ClockRow } from './clocks.ts'
import type { Hold } from './holds.ts'
import type { CaseRow } from './policy.ts'
import { caseClocks, caseEvents } from './tables.ts'

type People = Awaited<ReturnType<typeof personsByIds>>
export type CaseEvent = typeof caseEvents.$inferSelect
export interface Around {
  /** Oldest first. */
  readonly events: readonly CaseEvent[]
  readonly clocks: readonly ClockRow[]
  readonly holds: readonly Hold[]
  /** Whether the actor follows the case. */
  readonly following: boolean
  /** Places and bodies the row points to. */
  readonly names: readonly { readonly id: string; readonly name: string }[]
  /** Reporter and filer, by id. */
  readonly people: People
}
const readEvents = jsonRows(caseEvents)
const readClocks = jsonRows(caseClocks)
const given = (ids: readonly (string | null)[]) => sql.param([...new Set(ids.filter((id) => id !== null))])

interface Found extends Record<string, unknown>, Pick<Around, 'holds' | 'following' | 'names'> {
  readonly events: Record<string, unknown>[]
  readonly clocks: Record<string, unknown>[]
}
export const readAround = async (cx: Cx<Actor | null>, row: CaseRow): Promise<Around> => {
  const [{ rows }, people] = await Promise.all([
    cx.db.execute<Found>(sql`
      select
        (select coalesce(json_agg(e order by e.at, e.id), '[]') from case_events e where e.case_id = ${row.id}) as events,
        (select coalesce(json_agg(k order by k.started_at, k.kind), '[]') from case_clocks k where k.case_id = ${row.id}) as clocks,
        (select coalesce(json_agg(json_build_object('kind', h.kind, 'thingId', h.thing_id, 'say', h.say) order by h.created_at, h.id), '[]')
          from case_holds h where h.case_id = ${row.id} and h.released_at is null) as holds,
        exists (select 1 from case_followers f where f.case_id = ${row.id} and f.person_id = ${cx.actor?.personId ?? null}::uuid) as following,
        (select coalesce(json_agg(n), '[]') from (
          select p.id, p.name from places p where p.id = any(${given([row.streetId, row.communityId, row.gridId, row.estateId])}::uuid[])
          union all
          select o.id, o.name from organisations o where o.id = any(${given([row.handlerId, row.proposedId])}::uuid[])
        ) n) as names`),
    personsByIds(
      cx.db,
      [row.reporterId, row.filedBy].filter((id) => id !== null),
    ),
  ])
  const { events, clocks, ...found } = rows[0]!
  return { ...found, events: readEvents(events), clocks: readClocks(clocks), people }
}
