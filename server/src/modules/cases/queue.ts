// Lists of cases: the work queue, my own, the map. One visible condition each; joins only for the rows shown.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { caseRow, queueQuery } from '../../../../contract/src/cases.ts'
import { caseChannels, caseKinds, caseStates } from '../../../../contract/src/cases-life.ts'
import { atOrBelow } from '../../platform/at-or-below.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { matches } from '../../platform/search.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { figureCondition, isOpen } from './figures.ts'
import { visibleAsHandler, visibleWith, visibleWork, type CaseRow } from './policy.ts'
import { loadSettings } from './settings-cache.ts'
import { cases } from './tables.ts'

export type Query = z.output<typeof queueQuery>
export type Row = z.input<typeof caseRow>
export { isOpen }
/** Counting stops here: beyond it the answer is “more than ten thousand”. */
const COUNT_LIMIT = 10_000

const choices = (text: string | undefined, table: object, path: string): string[] => {
  const values = (text ?? '').split(',').filter(Boolean)
  if (values.some((value) => !Object.hasOwn(table, value)))
    throw refuse('http.bad-input', { fields: [{ path, message: '不认识的值' }] })
  return values
}
/** What waits for this actor, by what they may do. */
export const waitingFor = (cx: Cx): SQL => {
  const staff = (permission: 'case.accept' | 'case.dispatch' | 'case.verify', states: string) =>
    sql`(${visibleWith(cx.actor, permission)} and ${sql.raw(`"cases"."state" in (${states})`)})`
  return sql`(${staff('case.accept', `'submitted'`)} or ${staff('case.dispatch', `'accepted','returned','reopened'`)} or ${staff('case.verify', `'closureRequested','reopenAsked'`)} or (${visibleAsHandler(cx.actor)} and "cases"."state" in ('dispatched','takenUp','inProgress')))`
}
/** Looked for in words and place; digits alone may be the case's number too. */
const searched = (search: string | undefined): SQL | undefined => {
  if (search === undefined || search === '') return undefined
  const inText = matches(cases.search, sql`${cases.words} || ' ' || ${cases.placePath}`, search)
  return /^\d{5,12}$/.test(search) ? sql`(${eq(cases.number, Number(search))} or ${inText})` : inText
}
const shanghaiDay = (day: string) => `${day}T00:00:00+08:00`

/** The conditions of a queue query, the actor's own view first. */
export const conditionsOf = async (cx: Cx, query: Query, visible: SQL): Promise<SQL> => {
  const states = choices(query.state, caseStates, 'state')
  const kinds = choices(query.kind, caseKinds, 'kind')
  const channels = choices(query.channel, caseChannels, 'channel')
  const parts: (SQL | undefined)[] = [
    visible,
    states.length > 0 ? sql`${cases.state} = any(${sql.param(states)}::text[])` : undefined,
    query.open === true ||
    query.waitingForMe === true ||
    query.overdue === true ||
    (query.sort === 'due' && states.length === 0 && query.figure === undefined)
      ? isOpen
      : query.open === false
        ? sql`not (${isOpen})`
        : undefined,
    kinds.length > 0 ? sql`${cases.kind} = any(${sql.param(kinds)}::text[])` : undefined,
    channels.length > 0 ? sql`${cases.channel} = any(${sql.param(channels)}::text[])` : undefined,
    query.level === undefined ? undefined : eq(cases.level, query.level),
    query.handlerId === undefined ? undefined : eq(cases.handlerId, query.handlerId),
    atOrBelow(cases, query.placeId),
    query.overdue === undefined
      ? undefined
      : query.overdue
        ? sql`${cases.dueAt} < ${cx.now.toISOString()}`
        : sql`(${cases.dueAt} is null or ${cases.dueAt} >= ${cx.now.toISOString()})`,
    query.waitingForMe === true ? waitingFor(cx) : undefined,
    query.figure === undefined ? undefined : figureCondition(cx, query.figure),
    query.rated === undefined ? undefined : eq(cases.rating, query.rated),
    query.from === undefined ? undefined : sql`${cases.createdAt} >= ${shanghaiDay(query.from)}::timestamptz`,
    query.to === undefined
      ? undefined
      : sql`${cases.createdAt} < ${shanghaiDay(query.to)}::timestamptz + interval '1 day'`,
    searched(query.search),
  ]
  if (query.categoryId !== undefined) {
    const { categories } = await loadSettings(cx.db, cx.districtId)
    const ids = categories
      .filter((one) => one.id === query.categoryId || one.parentId === query.categoryId)
      .map((one) => one.id)
    parts.push(ids.length === 0 ? sql`false` : inArray(cases.categoryId, ids))
  }
  return and(...parts)!
}
const afterCursor = (query: Query): SQL | undefined => {
  const cursor = readCursor(query.after, 2)
  if (cursor === null) return undefined
  const [at, id] = cursor as [string | null, string]
  if (query.sort === 'newest') return sql`(${cases.createdAt}, ${cases.id}) < (${at}::timestamptz, ${id}::uuid)`
  if (query.sort === 'oldest') return sql`(${cases.createdAt}, ${cases.id}) > (${at}::timestamptz, ${id}::uuid)`
  if (at === null) return sql`(${cases.dueAt} is null and ${cases.id} > ${id}::uuid)`
  return sql`(${cases.dueAt} > ${at}::timestamptz or (${cases.dueAt} = ${at}::timestamptz and ${cases.id} > ${id}::uuid) or ${cases.dueAt} is null)`
}
/** Spelt for PostgreSQL as the indexes are: descending means nulls first. */
const orderOf = (sort: Query['sort']): SQL[] =>
  sort === 'newest'
    ? [sql`${cases.createdAt} desc`, sql`${cases.id} desc`]
    : sort === 'oldest'
      ? [sql`${cases.createdAt} asc`, sql`${cases.id} asc`]
      : [sql`${cases.dueAt} asc`, sql`${cases.id} asc`]

/** What a row of a list is made of; the body in charge is named for the rows of the page only. */
const listed = {
  id: cases.id,
  number: cases.number,
  kind: cases.kind,
  categoryId: cases.categoryId,
  words: cases.words,
  placeId: cases.placeId,
  placeKind: cases.placeKind,
  placeName: cases.placeName,
  placePath: cases.placePath,
  state: cases.state,
  stateAt: cases.stateAt,
  createdAt: cases.createdAt,
  channel: cases.channel,
  photos: cases.photos,
  handlerId: cases.handlerId,
  handlerName: sql<string | null>`(select o.name from organisations o where o.id = ${cases.handlerId})`,
  dueAt: cases.dueAt,
  dueKind: cases.dueKind,
  rating: cases.rating,
} as const
type Listed = Pick<CaseRow, Exclude<keyof typeof listed, 'handlerName'>> & { readonly handlerName?: string | null }
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
    id: row.id,
    number: String(row.number),
    kind: row.kind,
    category: { id: row.categoryId, name: categories.get(row.categoryId) ?? '' },
    words: row.words.slice(0, 200),
    place: { id: row.placeId, kind: row.placeKind, name: row.placeName, path: row.placePath },
    state: row.state,
    stateAt: row.stateAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    channel: row.channel,
    photoCount: row.photos.length,
    handler: handlerOf(row),
    dueAt: row.dueAt?.toISOString() ?? null,
    dueKind: row.dueKind,
    overdue: row.dueAt !== null && row.dueAt < cx.now,
    rating: row.rating,
  }))
}
export const countCases = async (db: Tx, where: SQL): Promise<number | null> => {
  const counted = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from ${cases} where ${where} limit ${sql.raw(String(COUNT_LIMIT + 1))}) c`,
  )
  const n = counted.rows[0]!.n
  return n > COUNT_LIMIT ? null : n
}
/** The queue's page; `total` is null past ten thousand or when not asked for. */
export const listQueue = async (cx: Cx, query: Query) => {
  const where = await conditionsOf(cx, query, visibleWork(cx.actor))
  const [found, total] = await Promise.all([
    cx.db
      .select(listed)
      .from(cases)
      .where(and(where, afterCursor(query)))
      .orderBy(...orderOf(query.sort))
      .limit(query.limit + 1),
    query.count === true ? countCases(cx.db, where) : null,
  ])
  const { rows, next } = pageOf(found, query.limit, (row) => [
    (query.sort === 'due' ? row.dueAt : row.createdAt)?.toISOString() ?? null,
    row.id,
  ])
  return { rows: await shapeRows(cx.db, cx, rows), total, next }
}
/** Cases a person reported, newest first. */
export const listMine = async (
  cx: Cx,
  query: { after?: string | undefined; limit: number; open?: boolean | undefined },
) => {
  const cursor = readCursor(query.after, 2)
  const mine = eq(cases.reporterId, cx.actor.personId)
  const where = and(mine, query.open === undefined ? undefined : query.open ? isOpen : sql`not (${isOpen})`)
  const found = await cx.db
    .select(listed)
    .from(cases)
    .where(
      and(
        where,
        cursor === null
          ? undefined
          : sql`(${cases.createdAt}, ${cases.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.createdAt.toISOString(), row.id])
  return { rows: await shapeRows(cx.db, cx, rows), total: await countCases(cx.db, where!), next }
}
