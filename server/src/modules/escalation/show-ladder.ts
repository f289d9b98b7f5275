// Who holds a case now, since when and until when, and who is next.
import { desc, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { ladderView } from '../../../../contract/src/ladder.ts'
import { openStates, type CaseLevel, type CaseState } from '../../../../contract/src/cases-life.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { isHandler, readCase, seesByPlace, type CaseRow } from '../cases/index.ts'
import { places } from '../places/tables.ts'
import { above, below, mayEscalate, mayHandDown } from './policy.ts'
import { rungDue, sinceOf } from './rung-clock.ts'
import { rungsOf } from './rungs.ts'
import { caseEscalations } from './tables.ts'

type Ladder = z.input<typeof ladderView>
const placeAt = (row: CaseRow, level: CaseLevel): string | null =>
  ({ grid: row.gridId, community: row.communityId, street: row.streetId, district: row.districtId })[level]

export const viewLadder = async (cx: Cx, row: CaseRow): Promise<Ladder> => {
  const isOpen = (openStates as readonly CaseState[]).includes(row.state)
  const next = isOpen ? above(row.level) : null
  const ids = [placeAt(row, row.level), next === null ? null : placeAt(row, next)].filter((id) => id !== null)
  const [named, rungs, calendar, records] = await Promise.all([
    cx.db.select({ id: places.id, name: places.name }).from(places).where(inArray(places.id, ids)),
    rungsOf(cx.db, cx.districtId),
    loadCalendar(cx.db, cx.districtId),
    cx.db
      .select()
      .from(caseEscalations)
      .where(eq(caseEscalations.caseId, row.id))
      .orderBy(desc(caseEscalations.at), desc(caseEscalations.id))
      .limit(50),
  ])
  const holder = (level: CaseLevel) => named.find((place) => place.id === placeAt(row, level))?.name ?? ''
  const rung = rungs.find((one) => one.level === row.level)!
  const due = isOpen && rung.byClock ? await rungDue(cx.db, row, rung.limit, calendar) : null
  const works = seesByPlace(cx.actor, row) || isHandler(cx.actor, row)
  return {
    level: row.level,
    holder: holder(row.level),
    since: sinceOf(row).toISOString(),
    until: row.state === 'suspended' ? null : (due?.toISOString() ?? null),
    next: next === null ? null : { level: next, holder: holder(next) },
    isOver: due !== null && due <= cx.now,
    // Its reporter reads where it went; what one level tells another stays between them.
    records: records.map((one) => ({
      id: one.id,
      at: one.at.toISOString(),
      by: one.by,
      name: one.by === 'clock' ? '' : one.actorName,
      from: one.fromLevel,
      to: one.toLevel,
      reason: works ? one.reason : '',
    })),
    below: isOpen ? below(row) : [],
    may: [
      ...(next !== null && mayEscalate(cx.actor, row) ? (['escalate'] as const) : []),
      ...(isOpen && below(row).length > 0 && mayHandDown(cx.actor, row) ? (['handDown'] as const) : []),
    ],
  }
}
export const showCaseLadder = async (cx: Cx, caseId: string): Promise<Ladder> =>
  viewLadder(cx, await readCase(cx, caseId))
