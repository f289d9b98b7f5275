// The board of a community, for anybody: its communities, its figures by month, its cases.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import { openStates, type CaseKind } from '../../../../contract/src/cases-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { boardApi } from '../../../../contract/src/board.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { FEWEST_HOMES, isPublic, publicColumns } from '../cases/index.ts'
import { cases, categories } from '../cases/tables.ts'
import { places } from '../places/tables.ts'
import { boardFaces } from './faces.ts'
import { boardsOff, shownCases } from './shown.ts'

type AnyCx = Cx<Actor | null>
type Board = OutOf<(typeof boardApi)['GET /api/public/boards/:id']>
interface CasesQuery {
  readonly after?: string | undefined
  readonly limit: number
  readonly estateId?: string | undefined
  readonly categoryId?: string | undefined
  readonly kind?: CaseKind | undefined
  readonly open?: boolean | undefined
  readonly month?: string | undefined
}
const isOpen = sql.raw(`"cases"."state" in (${openStates.map((state) => `'${state}'`).join(', ')})`)

const communityOf = async (cx: AnyCx, id: string) => {
  const [found] = (
    await cx.db.execute<{ id: string; name: string; street: string }>(sql`
      select c.id, c.name, s.name as street from places c join places s on s.id = c.street_id
      where c.id = ${id} and c.district_id = ${cx.districtId} and c.kind = 'community' and c.active`)
  ).rows
  if (found === undefined || (await boardsOff(cx)).has(id)) throw refuse('board.off')
  return found
}
/** Estates with homes enough that nobody is told by being named. */
const estatesOf = async (cx: AnyCx, communityId: string) =>
  (
    await cx.db.execute<{ id: string; name: string }>(sql`
      select e.id, e.name from ${places} e where e.community_id = ${communityId} and e.kind = 'estate' and e.active
        and (select count(*) from (select 1 from ${places} h where h.estate_id = e.id and h.kind = 'home' limit ${sql.raw(String(FEWEST_HOMES))}) few) >= ${sql.raw(String(FEWEST_HOMES))}
      order by e.name limit 200`)
  ).rows
/** The estate's cases are asked for by name only where it is named. @throws board.off */
const within = async (cx: AnyCx, communityId: string, estateId: string | undefined): Promise<SQL | undefined> => {
  if (estateId === undefined) return undefined
  const known = await estatesOf(cx, communityId)
  if (!known.some((one) => one.id === estateId)) throw refuse('board.off', { because: 'estate' })
  return eq(cases.estateId, estateId)
}
export const listBoards = async (
  cx: AnyCx,
  query: { after?: string | undefined; limit: number; search?: string | undefined },
) => {
  const cursor = readCursor(query.after, 2)
  const off = [...(await boardsOff(cx))]
  const found = await cx.db.execute<{ id: string; name: string; street: string }>(sql`
    select c.id, c.name, s.name as street from places c join places s on s.id = c.street_id
    where c.district_id = ${cx.districtId} and c.kind = 'community' and c.active
      and c.id <> all(${sql.param(off)}::uuid[])
      and ${query.search ? sql`strpos(c.name, ${query.search}) > 0` : sql`true`}
      and ${cursor === null ? sql`true` : sql`(c.name, c.id) > (${cursor[0]}, ${cursor[1]}::uuid)`}
    order by c.name, c.id limit ${query.limit + 1}`)
  const { rows, next } = pageOf(found.rows, query.limit, (row) => [row.name, row.id])
  return { rows, total: null, next }
}
const CACHE_MS = 60_000
type Months = Board['months']
const cache = new Map<string, { readonly until: number; readonly months: Promise<Months> }>()
/** From the index of what boards show alone: no other column may be asked for, or every case of a year is read. */
const countMonths = async (cx: AnyCx, communityId: string, estateId: string | undefined): Promise<Months> => {
  const found = await cx.db.execute<Months[number]>(sql`
    with months as (
      select array_agg(month at time zone 'Asia/Shanghai' order by month) as firsts
      from generate_series(0, 11) n, lateral (
        select date_trunc('month', ${cx.now.toISOString()}::timestamptz at time zone 'Asia/Shanghai') - (11 - n) * interval '1 month' as month
      ) m
    ), counted as (
      select width_bucket(${cases.createdAt}, months.firsts) as n, count(*)::int as raised,
        count(*) filter (where ${cases.state} in ('closed', 'confirmed'))::int as done, count(*) filter (where ${isOpen})::int as open
      from ${cases}, months
      where ${cases.communityId} = ${communityId} and ${estateId === undefined ? sql`true` : eq(cases.estateId, estateId)}
        and ${isPublic} and ${cases.createdAt} >= months.firsts[1]
      group by 1
    )
    select to_char(months.firsts[n] at time zone 'Asia/Shanghai', 'YYYY-MM') as month, raised, done, open
    from counted, months order by n desc`)
  return found.rows
}
/** Figures change slowly and are asked for by everybody: kept for a minute per process, counted once by those who ask together. */
const monthsOf = (cx: AnyCx, communityId: string, estateId: string | undefined): Promise<Months> => {
  const key = `${communityId} ${estateId ?? ''}`
  const known = cache.get(key)
  if (known !== undefined && known.until > Date.now()) return known.months
  const months = countMonths(cx, communityId, estateId)
  if (cache.size > 5000) cache.clear()
  cache.set(key, { until: Date.now() + CACHE_MS, months })
  months.catch(() => cache.delete(key))
  return months
}
/** What was withheld or switched off must not stand in figures that are kept. */
export const forgetFigures = (): void => cache.clear()

/** @throws board.off */
export const showBoard = async (cx: AnyCx, id: string, query: { estateId?: string | undefined }): Promise<Board> => {
  const { street, ...community } = await communityOf(cx, id)
  await within(cx, id, query.estateId)
  const [estates, named, months] = await Promise.all([
    estatesOf(cx, id),
    cx.db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(and(eq(categories.districtId, cx.districtId), eq(categories.active, true)))
      .orderBy(categories.sort, categories.name),
    monthsOf(cx, id, query.estateId),
  ])
  return { community, street, estates, categories: named, months }
}
/** The first moment of a month and of the next, in Asia/Shanghai. */
const monthSpan = (month: string): SQL =>
  sql`${cases.createdAt} >= ${`${month}-01T00:00:00+08:00`}::timestamptz and ${cases.createdAt} < (${`${month}-01`}::date + interval '1 month') at time zone 'Asia/Shanghai'`

/** @throws board.off */
export const listBoardCases = async (cx: AnyCx, id: string, query: CasesQuery) => {
  await communityOf(cx, id)
  const cursor = readCursor(query.after, 2)
  const found = await cx.db
    .select(publicColumns)
    .from(cases)
    .where(
      and(
        eq(cases.communityId, id),
        await within(cx, id, query.estateId),
        await shownCases(cx),
        query.kind === undefined ? undefined : eq(cases.kind, query.kind),
        query.categoryId === undefined ? undefined : eq(cases.categoryId, query.categoryId),
        query.open === undefined ? undefined : query.open ? isOpen : sql`not (${isOpen})`,
        query.month === undefined ? undefined : monthSpan(query.month),
        cursor === null
          ? undefined
          : sql`(${cases.createdAt}, ${cases.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.createdAt.toISOString(), row.id])
  return { rows: await boardFaces(cx, rows), total: null, next }
}
