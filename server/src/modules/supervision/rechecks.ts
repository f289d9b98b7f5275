// Random re-checks of closed cases. The draw is reproducible: ranks are by sha256(seed ‖ case id), the lowest are drawn.
import { randomBytes } from 'node:crypto'
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { supervisionApi } from '../../../../contract/src/supervision.ts'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, placedOfCase, readCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { attachFiles } from '../files/index.ts'
import { namedCases } from '../promises/index.ts'
import { giveOrder } from './orders.ts'
import { recheckItems, recheckRounds, recheckSettings } from './tables.ts'

type Api = typeof supervisionApi
type Round = OutOf<Api['POST /api/supervision/rounds']>
type Item = OutOf<Api['POST /api/supervision/rechecks/:id']>
/** Where the district has set nothing: five in a hundred. */
const DEFAULT_PERMILLE = 50
const DAYS_TO_MEND = 5
const DAY_MS = 86_400_000
const start = (day: string) => `${day}T00:00:00+08:00`

export const showShare = async (cx: Cx): Promise<{ permille: number }> => {
  const [own] = await cx.db.select().from(recheckSettings).where(eq(recheckSettings.districtId, cx.districtId))
  return { permille: own?.sharePermille ?? DEFAULT_PERMILLE }
}
export const setShare = async (cx: Cx, permille: number): Promise<{ permille: number }> => {
  const before = await showShare(cx)
  await cx.db
    .insert(recheckSettings)
    .values({ districtId: cx.districtId, sharePermille: permille })
    .onConflictDoUpdate({ target: recheckSettings.districtId, set: { sharePermille: permille } })
  await cx.journal({
    action: 'supervision.share',
    sentence: '设置了复查比例',
    thing: { kind: 'district', id: cx.districtId },
    before,
    after: { permille },
  })
  return { permille }
}
const viewRounds = async (cx: Cx, rows: readonly (typeof recheckRounds.$inferSelect)[]): Promise<Round[]> => {
  const counted = await cx.db.execute<{ id: string; passed: number; failed: number }>(
    sql`select round_id as id, count(*) filter (where result = 'passed')::int as passed, count(*) filter (where result = 'failed')::int as failed
      from recheck_items where round_id = any(${sql.param(rows.map((row) => row.id))}::uuid[]) group by round_id`,
  )
  const results = new Map(counted.rows.map((row) => [row.id, row]))
  return rows.map((row) => ({
    id: row.id,
    from: row.fromOn,
    to: row.toOn,
    share: row.sharePermille / 1000,
    seed: row.seed,
    population: row.population,
    drawn: row.drawn,
    passed: results.get(row.id)?.passed ?? 0,
    failed: results.get(row.id)?.failed ?? 0,
    drawnAt: row.drawnAt.toISOString(),
  }))
}
export const listRounds = async (cx: Cx, query: ParsedQuery<Api['GET /api/supervision/rounds']>) => {
  const cursor = readCursor(query.after, 2)
  const found = await cx.db
    .select()
    .from(recheckRounds)
    .where(
      and(
        eq(recheckRounds.districtId, cx.districtId),
        cursor === null
          ? undefined
          : sql`(${recheckRounds.drawnAt}, ${recheckRounds.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${recheckRounds.drawnAt} desc`, sql`${recheckRounds.id} desc`)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.drawnAt.toISOString(), row.id])
  return { rows: await viewRounds(cx, rows), total: null, next }
}
/**
 * Draws the share of the cases closed in the period, from both days inclusive, rounded up. The period must be over,
 * so that the population stands. @throws supervision.period, supervision.drawn
 */
export const drawRound = async (cx: Cx, input: ParsedBody<Api['POST /api/supervision/rounds']>): Promise<Round> => {
  if (!cx.actor.held.some((held) => held.scopeId === cx.districtId && held.permissions.includes('rates.review')))
    throw refuse('access.out-of-scope')
  const end = new Date(new Date(start(input.to)).getTime() + DAY_MS)
  if (input.to < input.from || end > cx.now) throw refuse('supervision.period')
  const [id, seed, { permille }] = [uuidv7(), randomBytes(16).toString('hex'), await showShare(cx)]
  const closed = sql`district_id = ${cx.districtId} and closed_at >= ${start(input.from)}::timestamptz and closed_at < ${end.toISOString()}::timestamptz and state in ('closed', 'confirmed')`
  const counted = await cx.db.execute<{ n: number }>(sql`select count(*)::int as n from cases where ${closed}`)
  const population = counted.rows[0]!.n
  const drawn = Math.ceil((population * permille) / 1000)
  const made = await cx.db
    .insert(recheckRounds)
    .values({
      id,
      districtId: cx.districtId,
      fromOn: input.from,
      toOn: input.to,
      sharePermille: permille,
      seed,
      population,
      drawn,
      drawnBy: cx.actor.personId,
      drawnAt: cx.now,
    })
    .onConflictDoNothing()
    .returning()
  if (made.length === 0) throw refuse('supervision.drawn')
  await cx.db.execute(sql`
    insert into recheck_items (id, round_id, district_id, case_id, rank)
    select gen_random_uuid(), ${id}, ${cx.districtId}, id, row_number() over (order by rank, id)
    from (select id, encode(sha256(convert_to(${seed} || id::text, 'UTF8')), 'hex') as rank from cases where ${closed} order by 2, 1 limit ${drawn}) picked`)
  await cx.journal({
    action: 'supervision.round',
    sentence: '抽取了复查诉求',
    thing: { kind: 'district', id: cx.districtId },
    after: { from: input.from, to: input.to, seed, population, drawn },
  })
  return (await viewRounds(cx, made))[0]!
}
type ItemRow = typeof recheckItems.$inferSelect
const viewItem = async (cx: Cx, rows: readonly { item: ItemRow; may: boolean }[]): Promise<Item[]> => {
  const known = await namedCases(
    cx,
    rows.map(({ item }) => item.caseId),
  )
  return rows.map(({ item, may }) => ({
    id: item.id,
    case: known.get(item.caseId)!,
    rank: item.rank,
    result: item.result,
    words: item.words,
    checkedAt: item.checkedAt?.toISOString() ?? null,
    orderId: item.orderId,
    may: may && item.result === null,
  }))
}
export const listItems = async (
  cx: Cx,
  roundId: string,
  query: ParsedQuery<Api['GET /api/supervision/rounds/:id']>,
) => {
  const [round] = await cx.db
    .select()
    .from(recheckRounds)
    .where(and(eq(recheckRounds.id, roundId), eq(recheckRounds.districtId, cx.districtId)))
  if (round === undefined) throw refuse('supervision.not-found')
  const cursor = readCursor(query.after, 1)
  const found = await cx.db
    .select({ item: recheckItems, row: cases })
    .from(recheckItems)
    .innerJoin(cases, eq(cases.id, recheckItems.caseId))
    .where(
      and(
        eq(recheckItems.roundId, roundId),
        visibleAt(cx.actor, 'case.see', cases),
        cursor === null ? undefined : sql`${recheckItems.rank} > ${Number(cursor[0])}`,
      ),
    )
    .orderBy(asc(recheckItems.rank))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, ({ item }) => [item.rank])
  const views = rows.map(({ item, row }) => ({ item, may: mayAt(cx.actor, 'supervision.order', placedOfCase(row)) }))
  return { rows: await viewItem(cx, views), total: null, next }
}
/** @throws supervision.not-found, supervision.checked, access.out-of-scope */
export const checkAgain = async (
  cx: Cx,
  id: string,
  input: ParsedBody<Api['POST /api/supervision/rechecks/:id']>,
): Promise<Item> => {
  const [item] = await cx.db
    .select()
    .from(recheckItems)
    .where(and(eq(recheckItems.id, id), eq(recheckItems.districtId, cx.districtId)))
    .for('update')
  if (item === undefined) throw refuse('supervision.not-found')
  const row = await readCase(cx, item.caseId)
  if (!mayAt(cx.actor, 'supervision.order', placedOfCase(row))) throw refuse('access.out-of-scope')
  if (item.result !== null) throw refuse('supervision.checked')
  // Whoever did the work or closed the case does not check it.
  if (row.doerId === cx.actor.personId) throw refuse('case.doer-cannot-close')
  if (input.photos.length > 0) await attachFiles(cx, input.photos, { kind: 'case', id: row.id }, 'photo')
  const dueAt = new Date(cx.now.getTime() + DAYS_TO_MEND * DAY_MS).toISOString()
  const words = `复查未通过：${input.words}`
  const order =
    input.result === 'passed' ? null : await giveOrder(cx, { caseId: row.id, words, dueAt, beforeClosing: false })
  const changes = {
    result: input.result,
    words: input.words,
    photos: input.photos,
    checkedBy: cx.actor.personId,
    checkedAt: cx.now,
    orderId: order?.id ?? null,
  }
  await cx.db.update(recheckItems).set(changes).where(eq(recheckItems.id, id))
  await addToTimeline(cx, row.id, {
    step: input.result === 'passed' ? 'recheck.passed' : 'recheck.failed',
    words: input.words,
    audience: 'internal',
    photos: input.photos,
  })
  await cx.journal({
    action: 'supervision.recheck',
    sentence: input.result === 'passed' ? '复查通过' : '复查未通过',
    thing: { kind: 'case', id: row.id },
    after: { result: input.result, words: input.words },
  })
  return (await viewItem(cx, [{ item: { ...item, ...changes }, may: true }]))[0]!
}
