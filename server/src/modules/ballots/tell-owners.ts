// Tells the owners of a decision: the roll, the opening, one reminder, the result and the certificate. In portions, by jobs;
// never how anybody voted, and the reminder only to whom has not.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { tell } from '../notices/index.ts'
import { decisionColumns, type DecisionRow } from './policy.ts'
import { decisions } from './tables.ts'

/** What owners are told of; each has its template. */
export type OwnersEvent =
  | 'decision.roll'
  | 'decision.announced'
  | 'decision.opened'
  | 'decision.reminder'
  | 'decision.result'
  | 'decision.certified'
  | 'decision.failed'
  | 'decision.annulled'
/**
 * Twenty thousand owners are told within some three minutes: told all at once, an opening kept their first ballots
 * waiting a second.
 */
const AT_ONCE = 200
const PAUSE_MS = 1000
const HOUR_MS = 3_600_000
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** After the commit, the owners are told. */
export const tellOwners = (cx: Cx<Actor | null>, id: string, event: OwnersEvent): Promise<void> =>
  cx.later('decision.tell', { id, event, after: NOBODY })
const local = (at: Date | null): string =>
  at === null
    ? ''
    : at.toLocaleString('zh-CN', {
        timeZone: 'Asia/Shanghai',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      })
const fieldsOf = (row: DecisionRow, event: OwnersEvent): Record<string, string> => {
  const passed = row.result?.items.filter((item) => item.isPassed).length ?? 0
  return {
    title: row.title,
    place: row.placeName,
    closes: local(row.closesAt),
    opensFrom: row.opensFrom ?? '',
    until: (event === 'decision.roll' ? row.objectionsUntil : row.resultUntil) ?? '',
    passed: String(passed),
    failed: String((row.result?.items.length ?? 0) - passed),
    reason: row.endedWords ?? '',
  }
}
/** Persons of the roll after one id; for a reminder only of owners without a valid ballot. */
const portion = async (cx: Cx<null>, id: string, event: OwnersEvent, after: string): Promise<string[]> => {
  const people =
    event === 'decision.reminder'
      ? sql`select unnest(person_ids) person from decision_owners where decision_id = ${id} and voted_at is null`
      : sql`select unnest(owner_ids) person from decision_parts where decision_id = ${id} and not is_developers`
  const { rows } = await cx.db.execute<{ person: string }>(
    sql`select distinct person from (${people}) p where person > ${after}::uuid order by person limit ${AT_ONCE}`,
  )
  return rows.map((row) => row.person)
}
/** Job: one portion, and the next one after it. */
export const tellPortion = async (cx: Cx<null>, data: Readonly<Record<string, unknown>>): Promise<void> => {
  const [id, event, after] = [String(data['id']), String(data['event']) as OwnersEvent, String(data['after'])]
  const [row] = await cx.db.select(decisionColumns).from(decisions).where(eq(decisions.id, id))
  // A vote that has closed in the meantime needs no reminder.
  if (row === undefined || (event === 'decision.reminder' && row.state !== 'open')) return
  const personIds = await portion(cx, id, event, after)
  if (personIds.length === 0) return
  await tell(cx, {
    event,
    audience: 'person',
    personIds,
    thing: { kind: 'decision', id },
    fields: fieldsOf(row, event),
  })
  if (personIds.length < AT_ONCE) return
  const startAfter = new Date(cx.now.getTime() + PAUSE_MS)
  await cx.later('decision.tell', { id, event, after: personIds.at(-1)! }, { startAfter })
}
/** Job: votes that end within two days, or are more than half over where they are shorter; once each. */
export const remindVoters = async (cx: Cx<null>): Promise<void> => {
  const due = await cx.db
    .update(decisions)
    .set({ remindedAt: cx.now })
    .where(
      and(
        sql`${decisions.state} = 'open'`,
        isNull(decisions.remindedAt),
        sql`${decisions.closesAt} > ${cx.now.toISOString()}::timestamptz`,
        sql`${decisions.closesAt} - least(interval '${sql.raw(String((48 * HOUR_MS) / 1000))} seconds', (${decisions.closesAt} - ${decisions.opensAt}) / 2) <= ${cx.now.toISOString()}::timestamptz`,
      ),
    )
    .returning({ id: decisions.id })
  for (const { id } of due) await tellOwners(cx, id, 'decision.reminder')
}
