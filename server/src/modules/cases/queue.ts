// Lists of cases: the work queue and my own. One visible condition each.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { queueQuery } from '../../../../contract/src/cases.ts'
import { caseChannels, caseKinds, caseStates } from '../../../../contract/src/cases-life.ts'
import { atOrBelow } from '../../platform/at-or-below.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { matches } from '../../platform/search.ts'
import { figureCondition, isOpen } from './figures.ts'
import { readPage } from './page.ts'
import { visibleAsHandler, visibleWith, visibleWork } from './policy.ts'
import { loadSettings } from './settings-cache.ts'
import { cases } from './tables.ts'

export type Query = z.output<typeof queueQuery>
export { isOpen }
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
/** The queue's page; `total` is null past ten thousand or when not asked for. */
export const listQueue = async (cx: Cx, query: Query) =>
  readPage(cx, { ...query, isCounted: query.count === true }, await conditionsOf(cx, query, visibleWork(cx.actor)))

/** Cases a person reported, newest first. */
export const listMine = async (
  cx: Cx,
  query: { after?: string | undefined; limit: number; open?: boolean | undefined },
) => {
  const mine = eq(cases.reporterId, cx.actor.personId)
  const where = and(mine, query.open === undefined ? undefined : query.open ? isOpen : sql`not (${isOpen})`)!
  return readPage(cx, { ...query, sort: 'newest', isCounted: true }, where)
}
