// The journal as those may read it who hold journal.see.
import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { journalApi } from '../../../../contract/src/journal.ts'
import { journalAction } from '../../../../contract/src/journal-actions.ts'
import { journalThing } from '../../../../contract/src/journal-things.ts'
import { holding, visibleAt } from '../../platform/access.ts'
import { actorNameIn, systemActorName, type Actor, type Cx } from '../../platform/cx.ts'
import { listSheet, localTime, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { places } from '../places/tables.ts'
import { namesIn } from './names-in-entries.ts'
import { read, withPeople } from './people-in-entries.ts'
import { journal } from './tables.ts'

type Query = ParsedQuery<(typeof journalApi)['GET /api/journal']>
type Entries = OutOf<(typeof journalApi)['GET /api/journal']>
type Entry = Entries['rows'][number]
// One alias stands for the place of an appointment, a place, and a case: all carry the same columns.
const there = alias(places, 'there')

/**
 * SQL: with a district appointment, everything. Otherwise what somebody did who holds or held an appointment inside
 * the reader's area, and what was done to a place or a case inside it.
 */
export const visibleEntries = (actor: Actor): SQL => {
  if (holding(actor, 'journal.see').some((held) => held.scopeKind === 'district')) return sql`true`
  const inside = visibleAt(actor, 'journal.see', there)
  return sql`(
    journal.actor_id in (select a.person_id from appointments a join places there on there.id = a.scope_id where ${inside})
    or (journal.thing_kind = 'place' and exists (select 1 from places there where there.id = case when journal.thing_kind = 'place' then journal.thing_id::uuid end and ${inside}))
    or (journal.thing_kind = 'case' and exists (select 1 from cases there where there.id = case when journal.thing_kind = 'case' then journal.thing_id::uuid end and ${inside})))`
}
const startOf = (day: string) => sql`(${day}::date::timestamp at time zone 'Asia/Shanghai')`
/** SQL: written on this day in Shanghai or later; and before the day after. */
export const sinceDay = (day: string): SQL => sql`journal.at >= ${startOf(day)}`
export const untilDay = (day: string): SQL =>
  sql`journal.at < ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`

const cursorOf = (after: string | undefined): number | null => {
  const cursor = readCursor(after, 1)
  if (cursor === null) return null
  const [id] = cursor
  if (typeof id === 'number' && Number.isSafeInteger(id) && id > 0) return id
  throw refuse('http.bad-input', { fields: [{ path: 'after', message: '格式不对' }] })
}
const entriesOf = async (
  cx: Cx,
  rows: readonly { id: number; seq: number; hash: string; canonical: string }[],
): Promise<Entry[]> => {
  const entries = await withPeople(
    cx.db,
    rows.map((row) => read(row.canonical)),
  )
  const namesOf = await namesIn(cx, entries)
  return entries.map((entry, i) => {
    const { id, seq, hash } = rows[i]!
    return { ...entry, names: namesOf(entry), id: String(id), seq, hash }
  })
}
/** Newest first. `action` finds a whole action or its beginning: `case.` finds all steps of cases. Not counted. */
export const listEntries = async (cx: Cx, query: Query): Promise<Entries> => {
  const after = cursorOf(query.after)
  const rows = await cx.db
    .select({ id: journal.id, seq: journal.seq, hash: journal.hash, canonical: journal.canonical })
    .from(journal)
    .where(
      and(
        eq(journal.districtId, cx.districtId),
        visibleEntries(cx.actor),
        after === null ? undefined : lt(journal.id, after),
        query.thingKind === undefined ? undefined : eq(journal.thingKind, query.thingKind),
        query.thingId === undefined ? undefined : eq(journal.thingId, query.thingId),
        query.actorId === undefined ? undefined : eq(journal.actorId, query.actorId),
        query.action === undefined ? undefined : sql`starts_with(${journal.action}, ${query.action})`,
        query.from === undefined ? undefined : sinceDay(query.from),
        query.to === undefined ? undefined : untilDay(query.to),
      ),
    )
    .orderBy(desc(journal.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: await entriesOf(cx, page.rows), total: null, next: page.next }
}
/** The same entries as a spreadsheet, with their hashes. Journalled: this entry is in it. */
export const exportEntries = async (
  cx: Cx,
  query: ParsedQuery<(typeof journalApi)['GET /api/journal.xlsx']>,
): Promise<Download> => {
  await cx.journal({
    action: 'journal.export',
    sentence: '导出了操作日志',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { query },
  })
  return listSheet<Entry>(cx, {
    name: ['操作日志', 'journal'],
    columns: [
      ['时间', 'When', 20, (row) => localTime(row.at)],
      ['谁', 'Who', 14, (row, zh) => actorNameIn(zh ? 'zh-CN' : 'en', row.actor.name || systemActorName)],
      ['做了什么', 'Did what', 40, (row, zh) => (zh ? row.sentence : (journalAction(row.action)?.en ?? row.sentence))],
      ['动作', 'Action', 22, (row, zh) => journalAction(row.action)?.[zh ? 'zh' : 'en'] ?? row.action],
      ['动作代码', 'Code of the action', 22, (row) => row.action],
      ['对象种类', 'Kind of thing', 14, ({ thing }, zh) => journalThing(thing.kind)?.[zh ? 'zh' : 'en'] ?? thing.kind],
      ['对象编号', 'Id of the thing', 38, (row) => row.thing.id],
      ['来自', 'From', 18, (row) => row.address],
      ['第几条', 'Entry', 10, (row) => row.seq],
      ['校验值', 'Hash', 66, (row) => row.hash],
    ],
    page: (after) => listEntries(cx, { ...query, after, limit: SHEET_PAGE }),
  })
}
