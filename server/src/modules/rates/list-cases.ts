// The cases behind a figure: the very rows that were counted, so that the list is as long as the figure says.
import { sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { RateFigure } from '../../../../contract/src/rates-kinds.ts'
import type { ratesApi } from '../../../../contract/src/rates.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { mayAt } from '../../platform/access.ts'
import { placeById, placedOf } from '../places/index.ts'
import { checkPeriod, checkPublished, countedTo } from './read-rates.ts'
import { scopeFor } from './scope.ts'

type Query = ParsedQuery<(typeof ratesApi)['GET /api/rates/cases']>
type Page = OutOf<(typeof ratesApi)['GET /api/rates/cases']>
const conditions: Readonly<Record<RateFigure, string>> = {
  respondDue: 'not f.excluded',
  responded: 'not f.excluded and f.responded',
  respondLate: 'not f.excluded and not f.responded',
  respondExcluded: 'f.excluded',
  resolveDue: 'not f.excluded and not f.merged',
  resolved: 'not f.excluded and f.resolved',
  unresolved: 'not f.excluded and not f.merged and not f.resolved',
  silentUnchecked: 'not f.excluded and f.silent_unchecked',
  waiting: 'not f.excluded and f.waiting',
  resolveExcluded: 'f.excluded and not f.merged',
  rated: 'not f.excluded and f.rated',
  satisfied: 'not f.excluded and f.satisfied',
  unsatisfied: 'not f.excluded and f.rated and not f.satisfied',
}
interface Row extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly words: string
  readonly place: string
  readonly state: string
  readonly day: string
  readonly body: string | null
  readonly bodyName: string | null
  readonly rating: number | null
  readonly merged: boolean
  readonly excluded: boolean
}
/** @throws rates.*, access.out-of-scope, place.not-found */
export const listRateCases = async (cx: Cx, query: Query): Promise<Page> => {
  checkPeriod(query)
  const scope = await scopeFor(cx, query.scopeId, 'rates.see')
  const month = query.published === true ? await checkPublished(cx, query) : null
  const isResponse = query.figure.startsWith('respond')
  const day = sql.raw(isResponse ? 'f.respond_day' : 'f.resolve_day')
  const body = sql.raw(isResponse ? 'f.respond_body' : 'f.resolve_body')
  const cursor = readCursor(query.after, 2)
  const where: SQL[] = [
    sql`${sql.raw(`f.${scope.kind}_id`)} = ${scope.id}`,
    sql`${day} >= ${query.from}::date and ${day} <= ${month?.countedTo ?? countedTo(cx, query)}::date`,
    sql.raw(`(${conditions[query.figure]})`),
    ...(month === null ? [] : [sql`f.district_id = ${cx.districtId} and f.month = ${month.month}`]),
    ...(query.bodyId === undefined
      ? []
      : [query.bodyId === 'none' ? sql`${body} is null` : sql`${body} = ${query.bodyId}`]),
    ...(query.categoryId === undefined ? [] : [sql`f.category_id = ${query.categoryId}`]),
    ...(cursor === null ? [] : [sql`(${day}, f.case_id) > (${cursor[0]}::date, ${cursor[1]}::uuid)`]),
  ]
  // Cut first, dressed after: only the rows shown are joined.
  const found = await cx.db.execute<Row>(sql`
    select f.case_id as id, c.number::text as number, c.words, c.place_path as place, c.state, f.day::text as day, f.body,
      o.name as "bodyName", c.rating, f.merged, f.excluded
    from (
      select f.case_id, ${day} as day, ${body} as body, f.merged, f.excluded
      from ${sql.raw(month === null ? 'rate_facts' : 'rate_month_facts')} f
      where ${sql.join(where, sql` and `)}
      order by ${day}, f.case_id limit ${query.limit + 1}
    ) f
    join cases c on c.id = f.case_id left join organisations o on o.id = f.body
    order by f.day, f.case_id`)
  const { rows, next } = pageOf(found.rows, query.limit, (row) => [row.day, row.id])
  const place = await placeById(cx.db, scope.id)
  const mayRead = mayAt(cx.actor, 'case.see', placedOf(place!))
  return {
    rows: rows.map(({ body: bodyId, bodyName, words, ...row }) => ({
      ...row,
      // Figures may be read by people who may not read cases.
      words: mayRead ? words : '',
      body: { id: bodyId, name: bodyName ?? '' },
    })),
    total: null,
    next,
  }
}
