// Open cases as points on the map of a community.
import { and, eq, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { visibleByPlace } from './policy.ts'
import { isOpen } from './queue.ts'
import { cases } from './tables.ts'

const POINTS = 2000
export const casePoints = async (cx: Cx, communityId: string | undefined) => {
  const rows = await cx.db
    .select({
      id: cases.id,
      number: cases.number,
      lon: cases.lon,
      lat: cases.lat,
      kind: cases.kind,
      words: cases.words,
      dueAt: cases.dueAt,
    })
    .from(cases)
    .where(
      and(
        visibleByPlace(cx.actor),
        isOpen,
        sql`${cases.lon} is not null and ${cases.lat} is not null`,
        communityId === undefined ? undefined : eq(cases.communityId, communityId),
      ),
    )
    .orderBy(sql`${cases.dueAt} asc`, sql`${cases.id} asc`)
    .limit(POINTS)
  return rows.map((row) => ({
    id: row.id,
    number: String(row.number),
    position: { lon: row.lon!, lat: row.lat! },
    kind: row.kind,
    words: row.words.slice(0, 60),
    overdue: row.dueAt !== null && row.dueAt < cx.now,
  }))
}
