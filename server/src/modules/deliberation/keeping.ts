// 践诺述职 (mission B13): who kept what meetings gave them in a year, a body's yearly report, and residents' ratings.
import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { organisationById, organisationsByIds } from '../organisations/index.ts'
import { placedOf, placesByIds } from '../places/index.ts'
import { livingIn, placeToRun, visibleItems } from './policy.ts'
import { actionItems, dutyReportRatings, dutyReports, type DutyFigures } from './tables.ts'

type Api = typeof deliberationApi
type Keeping = OutOf<Api['GET /api/deliberation/keeping']>
type Report = OutOf<Api['GET /api/deliberation/reports']>['rows'][number]

const figures = (today: string): SQL => sql`
  count(*)::int as due,
  count(*) filter (where state in ('done', 'accepted') and done_on <= due_on)::int as kept,
  count(*) filter (where state in ('done', 'accepted') and done_on > due_on or (state in ('open', 'noOwner') and due_on < ${today}::date))::int as late,
  count(*) filter (where state in ('open', 'noOwner') and due_on >= ${today}::date)::int as open,
  coalesce(sum(cost_fen), 0)::bigint as cost`
const dueIn = (year: number): SQL =>
  sql`${actionItems.dueOn} between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) and ${actionItems.state} <> 'released'`
interface Row extends Record<string, unknown> {
  owner: string
  due: number
  kept: number
  late: number
  open: number
  cost: string
}
/** Due in the year, by body; the most first. */
export const keepingOf = async (cx: Cx, year: number): Promise<Keeping> => {
  const { rows } = await cx.db.execute<Row>(sql`
    select owner_id as owner, ${figures(shanghaiDay(cx.now))} from ${actionItems}
    where ${actionItems.districtId} = ${cx.districtId} and owner_id is not null and ${dueIn(year)}
      and ${visibleItems(cx, await livingIn(cx))}
    group by owner_id order by 2 desc, 1 limit 200`)
  const owners = await organisationsByIds(
    cx.db,
    rows.map((row) => row.owner),
  )
  return rows.map(({ owner, due, kept, late, open, cost }) => ({
    organisation: { id: owner, name: owners.get(owner)?.name ?? '' },
    due,
    kept,
    late,
    open,
    costFen: Number(cost),
  }))
}
const views = async (cx: Cx, rows: readonly (typeof dutyReports.$inferSelect)[]): Promise<Report[]> => {
  if (rows.length === 0) return []
  const lives = await livingIn(cx)
  const owners = await organisationsByIds(
    cx.db,
    rows.map((row) => row.organisationId),
  )
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const reports: Report[] = []
  for (const row of rows) {
    const [rated] = await cx.db
      .select({
        n: sql<number>`count(*)::int`,
        average: sql<number | null>`round(avg(${dutyReportRatings.stars}) * 10)::int`,
        mine: sql<
          number | null
        >`max(${dutyReportRatings.stars}) filter (where ${dutyReportRatings.personId} = ${cx.actor.personId})`,
      })
      .from(dutyReportRatings)
      .where(eq(dutyReportRatings.reportId, row.id))
    reports.push({
      id: row.id,
      organisation: { id: row.organisationId, name: owners.get(row.organisationId)?.name ?? '' },
      place: { id: row.placeId, name: places.get(row.placeId)?.path ?? '' },
      year: row.year,
      words: row.words,
      figures: row.figures,
      publishedAt: row.publishedAt.toISOString(),
      ratings: rated?.n ?? 0,
      average: rated?.average ?? null,
      myStars: rated?.mine ?? null,
      may: lives.includes(row.placeId) && rated?.mine == null ? ['rate'] : [],
    })
  }
  return reports
}
const visibleReports = (cx: Cx, lives: readonly string[]): SQL =>
  sql`(${visibleAt(cx.actor, 'deliberation.run', dutyReports)} or ${dutyReports.placeId} = any(${sql.param(lives)}::uuid[]))`
export const listReports = async (cx: Cx, query: ParsedQuery<Api['GET /api/deliberation/reports']>) => {
  const after = afterId(query.after)
  const found = await cx.db
    .select()
    .from(dutyReports)
    .where(
      and(
        eq(dutyReports.districtId, cx.districtId),
        visibleReports(cx, await livingIn(cx)),
        after === null ? undefined : lt(dutyReports.id, after),
      ),
    )
    .orderBy(desc(dutyReports.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.id])
  return { rows: await views(cx, rows), total: null, next }
}
/** Its figures are counted here and stay as they are. @throws deliberation.owner, deliberation.reported */
export const publishReport = async (
  cx: Cx,
  input: ParsedBody<Api['POST /api/deliberation/reports']>,
): Promise<Report> => {
  const place = await placeToRun(cx, input.placeId)
  const body = await organisationById(cx.db, input.organisationId)
  if (body === null || body.districtId !== cx.districtId) throw refuse('deliberation.owner')
  const { rows } = await cx.db.execute<Row>(sql`
    select ${figures(shanghaiDay(cx.now))} from ${actionItems} where ${actionItems.districtId} = ${cx.districtId}
      and ${actionItems.ownerId} = ${body.id} and ${dueIn(input.year)}`)
  const { due, kept, late, open, cost } = rows[0]!
  const counted: DutyFigures = { due, kept, late, open, costFen: Number(cost) }
  const [row] = await orDuplicate(
    cx.db
      .insert(dutyReports)
      .values({
        id: uuidv7(),
        ...placedOf(place),
        placeId: place.id,
        organisationId: body.id,
        year: input.year,
        words: input.words,
        figures: counted,
        publishedBy: cx.actor.personId,
        publishedAt: cx.now,
      })
      .returning(),
    'duty_reports_organisation_id_place_id_year_key',
    'deliberation.reported',
  )
  await cx.journal({
    action: 'dutyReport.publish',
    sentence: `公布了${body.name}${input.year}年述职报告`,
    thing: { kind: 'dutyReport', id: row!.id },
    after: counted,
  })
  return (await views(cx, [row!]))[0]!
}
/** @throws deliberation.report-not-found, deliberation.not-here, deliberation.signed-already */
export const rateReport = async (
  cx: Cx,
  id: string,
  input: ParsedBody<Api['POST /api/deliberation/reports/:id/rating']>,
): Promise<Report> => {
  const lives = await livingIn(cx)
  const [row] = await cx.db
    .select()
    .from(dutyReports)
    .where(and(eq(dutyReports.id, id), eq(dutyReports.districtId, cx.districtId), visibleReports(cx, lives)))
  if (row === undefined) throw refuse('deliberation.report-not-found')
  if (!lives.includes(row.placeId)) throw refuse('deliberation.not-here')
  await orDuplicate(
    cx.db.insert(dutyReportRatings).values({
      reportId: id,
      personId: cx.actor.personId,
      stars: input.stars,
      words: input.words ?? null,
      at: cx.now,
    }),
    'duty_report_ratings_pkey',
    'deliberation.signed-already',
  )
  await cx.journal({
    action: 'dutyReport.rate',
    sentence: '给述职报告打了分',
    thing: { kind: 'dutyReport', id },
    after: { stars: input.stars },
  })
  return (await views(cx, [row]))[0]!
}
