// A page of cases with its count: one statement, and joins only for the rows shown.
import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { caseRow, queueQuery } from '../../../../contract/src/cases.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { organisationsByIds } from '../organisations/index.ts'
import type { CaseRow } from './policy.ts'
import { loadSettings } from './settings-cache.ts'
import { cases } from './tables.ts'

type Row = z.input<typeof caseRow>
type Sort = z.output<typeof queueQuery>['sort']
/** Counting stops here: beyond it the answer is “more than ten thousand”. */
const COUNT_LIMIT = 10_000

/** What a row of a list is made of. */
const listed = [
  'id',
  'number',
  'kind',
  'categoryId',
  'words',
  'placeId',
  'placeKind',
  'placeName',
  'placePath',
  'state',
  'stateAt',
  'createdAt',
  'channel',
  'photos',
  'handlerId',
  'dueAt',
  'dueKind',
  'rating',
] as const
/** `handlerName` where it was read with the row; else it is looked up. */
type Listed = Pick<CaseRow, (typeof listed)[number]> & { readonly handlerName?: string | null }
/** What a list and the case's own page say alike, without any name that has to be looked up. */
export const plainFace = (row: Listed, now: Date) => ({
  id: row.id,
  number: String(row.number),
  kind: row.kind,
  place: { id: row.placeId, kind: row.placeKind, name: row.placeName, path: row.placePath },
  state: row.state,
  stateAt: row.stateAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  channel: row.channel,
  photoCount: row.photos.length,
  dueAt: row.dueAt?.toISOString() ?? null,
  dueKind: row.dueKind,
  overdue: row.dueAt !== null && row.dueAt < now,
  rating: row.rating,
})
/** Rows with the names they show; `rows` are few. */
export const shapeRows = async (db: Tx, cx: Cx, rows: readonly Listed[]): Promise<Row[]> => {
  const unnamed = rows.filter((row) => row.handlerName === undefined).map((row) => row.handlerId)
  const [bodies, settings] = await Promise.all([
    organisationsByIds(
      db,
      unnamed.filter((id) => id !== null),
    ),
    loadSettings(db, cx.districtId),
  ])
  const categories = new Map(settings.categories.map((one) => [one.id, one.name]))
  const handlerOf = ({ handlerId, handlerName }: Listed) =>
    handlerId === null ? null : { id: handlerId, name: handlerName ?? bodies.get(handlerId)?.name ?? '' }
  return rows.map((row) => ({
    ...plainFace(row, cx.now),
    category: { id: row.categoryId, name: categories.get(row.categoryId) ?? '' },
    words: row.words.slice(0, 200),
    handler: handlerOf(row),
  }))
}
const columns = sql.raw(listed.map((name) => `"${cases[name].name}"`).join(', '))
const named = sql.raw(listed.map((name) => `"${cases[name].name}" as "${name}"`).join(', '))
type InJson = Omit<Listed, 'stateAt' | 'createdAt' | 'dueAt'> &
  Record<'stateAt' | 'createdAt', string> & {
    readonly dueAt: string | null
  }
const fromJson = (row: InJson): Listed => ({
  ...row,
  stateAt: new Date(row.stateAt),
  createdAt: new Date(row.createdAt),
  dueAt: row.dueAt === null ? null : new Date(row.dueAt),
})
const afterCursor = (sort: Sort, after: string | undefined): SQL => {
  const cursor = readCursor(after, 2)
  if (cursor === null) return sql`true`
  const [at, id] = cursor as [string | null, string]
  if (sort === 'newest') return sql`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`
  if (sort === 'oldest') return sql`(created_at, id) > (${at}::timestamptz, ${id}::uuid)`
  if (at === null) return sql`(due_at is null and id > ${id}::uuid)`
  return sql`(due_at > ${at}::timestamptz or (due_at = ${at}::timestamptz and id > ${id}::uuid) or due_at is null)`
}
/** Spelt for PostgreSQL as the indexes are: descending means nulls first. */
const orders: Record<Sort, SQL> = {
  newest: sql.raw('created_at desc, id desc'),
  oldest: sql.raw('created_at asc, id asc'),
  due: sql.raw('due_at asc, id asc'),
}
interface Asked {
  readonly sort: Sort
  readonly after?: string | undefined
  readonly limit: number
  readonly isCounted: boolean
}
/**
 * The rows of `where` after the cursor, one beyond the page fetched to know whether there are more. `total` is null past
 * ten thousand or when not asked for.
 */
export const readPage = async (cx: Cx, { sort, after, limit, isCounted }: Asked, where: SQL) => {
  const counted = isCounted
    ? sql`(select count(*)::int from (select 1 from seen limit ${COUNT_LIMIT + 1}) c)`
    : sql`null`
  const { rows: answer } = await cx.db.execute<{ total: number | null; page: InJson[] }>(sql`
    with seen as not materialized (select ${columns} from ${cases} where ${where})
    select ${counted} as total, (
      select coalesce(json_agg(p), '[]') from (
        select ${named}, (select o.name from organisations o where o.id = seen.handler_id) as "handlerName"
        from seen where ${afterCursor(sort, after)} order by ${orders[sort]} limit ${limit + 1}
      ) p
    ) as page`)
  const { total, page } = answer[0]!
  const { rows, next } = pageOf(page.map(fromJson), limit, (row) => [
    (sort === 'due' ? row.dueAt : row.createdAt)?.toISOString() ?? null,
    row.id,
  ])
  return { rows: await shapeRows(cx.db, cx, rows), total: total === null || total > COUNT_LIMIT ? null : total, next }
}
