// The roll while it may still change: seen, corrected part by part, exported, and built anew from places.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { areaSources } from '../../../../contract/src/ballots-life.ts'
import { placeKinds } from '../../../../contract/src/places-tree.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { placeById } from '../places/index.ts'
import { buildRoll, type PartRow } from './build-roll.ts'
import { findAs, lockAs, type DecisionRow } from './policy.ts'
import { decisionParts } from './tables.ts'

type RollPart = OutOf<(typeof ballotsApi)['POST /api/decisions/:id/parts/:thingId']>
type RollPage = OutOf<(typeof ballotsApi)['GET /api/decisions/:id/roll']>
type RollQuery = ParsedQuery<(typeof ballotsApi)['GET /api/decisions/:id/roll']>
const views = async (cx: Cx, rows: readonly PartRow[]): Promise<RollPart[]> => {
  const people = await personsByIds(
    cx.db,
    rows.flatMap((row) => row.ownerIds),
  )
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    building: row.building,
    kind: row.kind,
    area: row.area,
    areaSource: row.areaSource,
    isDevelopers: row.isDevelopers,
    owners: row.ownerIds.map((one) => people.get(one)?.name ?? ''),
    shares: row.shares,
    flags: [
      ...(row.area === null ? (['area'] as const) : []),
      ...(row.ownerIds.length === 0 && !row.isDevelopers ? (['owner'] as const) : []),
    ],
  }))
}
const flagged = sql`(${decisionParts.area} is null or (cardinality(${decisionParts.ownerIds}) = 0 and not ${decisionParts.isDevelopers}))`
export const listRoll = async (cx: Cx, id: string, query: RollQuery): Promise<RollPage> => {
  await findAs(cx, id, 'decision.see')
  const cursor = readCursor(query.after, 1)
  const where = and(
    eq(decisionParts.decisionId, id),
    query.flagged === true ? flagged : undefined,
    query.search === undefined || query.search.trim() === ''
      ? undefined
      : sql`position(${query.search.trim()} in ${decisionParts.label}) > 0`,
  )
  const rows = await cx.db
    .select()
    .from(decisionParts)
    .where(and(where, cursor === null ? undefined : sql`${decisionParts.sort} > ${Number(cursor[0])}`))
    .orderBy(asc(decisionParts.sort))
    .limit(query.limit + 1)
  const [total] = await cx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(decisionParts)
    .where(where)
  const page = pageOf(rows, query.limit, (last) => [last.sort])
  return { rows: await views(cx, page.rows), total: total?.n ?? 0, next: page.next }
}
export const exportRoll = async (cx: Cx, id: string): Promise<Download> => {
  const row = await findAs(cx, id, 'decision.convene')
  await cx.journal({ action: 'decision.export-roll', sentence: '导出了名册', thing: { kind: 'decision', id } })
  return listSheet<RollPart>(cx, {
    name: [`${row.title} 名册`, `${row.title} roll`],
    columns: [
      ['专有部分', 'Part', 36, (part) => part.label],
      ['种类', 'Kind', 10, (part, zh) => placeKinds[part.kind][zh ? 'zh' : 'en']],
      ['楼栋', 'Building', 12, (part) => part.building],
      ['面积（平方米）', 'Area (m²)', 16, (part) => (part.area === null ? null : part.area / 100)],
      [
        '面积来源',
        'Source',
        14,
        (part, zh) => (part.areaSource === null ? '' : areaSources[part.areaSource][zh ? 'zh' : 'en']),
      ],
      ['业主', 'Owners', 24, (part) => part.owners.join('、')],
      ['份额', 'Shares', 14, (part) => part.shares],
      ['开发商', 'Developer', 10, (part, zh) => (part.isDevelopers ? (zh ? '是' : 'yes') : '')],
    ],
    page: (after) => listRoll(cx, id, { limit: SHEET_PAGE, ...(after === undefined ? {} : { after }) }),
  })
}
/** Locked while its roll may change. @throws decision.roll-fixed */
export const lockForRoll = async (cx: Cx, id: string): Promise<DecisionRow> => {
  const row = await lockAs(cx, id, 'decision.convene')
  if (row.state !== 'draft' && row.state !== 'rollPublished') throw refuse('decision.roll-fixed')
  return row
}
export const rebuildRoll = async (cx: Cx, id: string): Promise<void> => {
  const row = await lockForRoll(cx, id)
  await buildRoll(cx, row, (await placeById(cx.db, row.placeId))!)
  await cx.journal({ action: 'decision.roll', sentence: '生成了名册', thing: { kind: 'decision', id } })
}
/** @throws decision.roll-fixed, decision.not-found */
export const correctPart = async (
  cx: Cx,
  id: string,
  partId: string,
  input: ParsedBody<(typeof ballotsApi)['POST /api/decisions/:id/parts/:thingId']>,
): Promise<RollPart> => {
  await lockForRoll(cx, id)
  const { area, areaSource, isDevelopers, reason } = input
  const [before] = await cx.db
    .select()
    .from(decisionParts)
    .where(and(eq(decisionParts.id, partId), eq(decisionParts.decisionId, id)))
  if (before === undefined) throw refuse('decision.not-found')
  const change = { area, areaSource: area === null ? null : areaSource, isDevelopers }
  await cx.db.update(decisionParts).set(change).where(eq(decisionParts.id, partId))
  await cx.journal({
    action: 'decision.part',
    sentence: '更正了名册',
    thing: { kind: 'decision', id },
    before: { part: before.label, area: before.area, areaSource: before.areaSource, isDevelopers: before.isDevelopers },
    after: { ...change, reason },
  })
  return (await views(cx, [{ ...before, ...change }]))[0]!
}
