// GET requests: public cases of open services, in public words: what the board shows, in the protocol's form.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { caseStates, openStates } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { boardFaces, shownCases, type BoardCase } from '../board/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { placesByIds } from '../places/index.ts'
import { w3, type Document, type Value } from './document.ts'
import { fault } from './faults.ts'
import { offeredServices, type Offered } from './offer.ts'
import { flagOf, listOf, momentOf, wholeOf } from './read-arguments.ts'

export const SPAN_MS = 90 * 86_400_000
export const MOST = 1000
/** Rows passed over to reach a page. */
const FARTHEST = 50_000
const isOpen = sql.raw(`"cases"."state" in (${openStates.map((state) => `'${state}'`).join(', ')})`)
export const statusOf = (state: CaseRow['state']): 'open' | 'closed' =>
  (openStates as readonly string[]).includes(state) ? 'open' : 'closed'

/** At most 90 days: the last ones, or from or up to the one day that is named. @throws 400 */
export const spanOf = (query: URLSearchParams, now: Date): { from: Date; to: Date } => {
  const start = momentOf(query, 'start_date')
  const end = momentOf(query, 'end_date')
  const to = end ?? (start === null ? now : new Date(Math.min(start.getTime() + SPAN_MS, now.getTime())))
  const from = start ?? new Date(to.getTime() - SPAN_MS)
  if (start !== null && end !== null && from > to) throw fault(400, 'start_date is after end_date')
  if (to.getTime() - from.getTime() > SPAN_MS) throw fault(400, 'start_date and end_date span more than 90 days')
  return { from, to }
}
/** Which page, counted from 1. @throws 400 */
export const pageOf = (query: URLSearchParams): { limit: number; offset: number } => {
  const limit = wholeOf(query, 'page_size', 1, MOST) ?? MOST
  const offset = ((wholeOf(query, 'page', 1, 100_000) ?? 1) - 1) * limit
  if (offset > FARTHEST) throw fault(400, 'page is too far: narrow start_date and end_date instead')
  return { limit, offset }
}
const statusCondition = (query: URLSearchParams): SQL | undefined => {
  const statuses = listOf(query, 'status', 10).map((one) => one.toLowerCase())
  const strange = statuses.find((one) => one !== 'open' && one !== 'closed')
  if (strange !== undefined) throw fault(400, `status ${strange.slice(0, 30)} is not open or closed`)
  if (new Set(statuses).size !== 1) return undefined
  return statuses[0] === 'open' ? isOpen : sql`not (${isOpen})`
}
const asked = (cx: Cx<null>, query: URLSearchParams, offered: readonly Offered[]): SQL => {
  const numbers = listOf(query, 'service_request_id', MOST)
  const all = offered.map((one) => one.category.id)
  // Numbers override all other arguments.
  if (numbers.length > 0) {
    const whole = numbers.filter((one) => /^\d{1,15}$/.test(one)).map(Number)
    return and(inArray(cases.categoryId, all), whole.length === 0 ? sql`false` : inArray(cases.number, whole))!
  }
  const codes = listOf(query, 'service_code', 200)
  const chosen =
    codes.length === 0 ? all : offered.filter((one) => codes.includes(one.service.code)).map((one) => one.category.id)
  const status = statusCondition(query)
  const changedAfter = momentOf(query, 'updated_after')
  const changedBefore = momentOf(query, 'updated_before')
  const { from, to } = spanOf(query, cx.now)
  return and(
    chosen.length === 0 ? sql`false` : inArray(cases.categoryId, chosen),
    sql`${cases.createdAt} >= ${from.toISOString()}::timestamptz and ${cases.createdAt} <= ${to.toISOString()}::timestamptz`,
    status,
    changedAfter === null ? undefined : sql`${cases.updatedAt} >= ${changedAfter.toISOString()}::timestamptz`,
    changedBefore === null ? undefined : sql`${cases.updatedAt} <= ${changedBefore.toISOString()}::timestamptz`,
  )!
}
interface Around {
  readonly offered: readonly Offered[]
  readonly places: Awaited<ReturnType<typeof placesByIds>>
  readonly site: string
  readonly isExtended: boolean
}
const extended = (row: CaseRow, face: BoardCase, site: string): Value => ({
  detailed_status: row.state,
  kind: row.kind,
  community: face.community.name,
  estate: face.estate?.name ?? null,
  photos: face.photos.map((id) => `${site}/api/public/photos/${id}`),
})
const requestOf = (row: CaseRow, face: BoardCase, around: Around): Value => {
  const service = around.offered.find((one) => one.category.id === row.categoryId)!
  // The estate or the community, never the door: also as coordinates.
  const place = around.places.get(face.estate?.id ?? face.community.id)
  const status = statusOf(row.state)
  const changed = status === 'closed' ? (row.closedAt ?? row.stateAt) : row.updatedAt
  return {
    service_request_id: String(row.number),
    status,
    status_notes: caseStates[row.state].zh,
    service_name: service.category.name,
    service_code: service.service.code,
    description: face.summary ?? `${face.place}：${service.category.name}`,
    agency_responsible: face.handler,
    service_notice: null,
    requested_datetime: w3(row.createdAt),
    updated_datetime: w3(changed),
    expected_datetime: status === 'open' && row.dueAt !== null ? w3(row.dueAt) : null,
    address: face.estate === null ? face.community.name : `${face.estate.name}，${face.community.name}`,
    address_id: face.estate?.id ?? face.community.id,
    zipcode: null,
    lat: place?.lat ?? null,
    long: place?.lon ?? null,
    media_url: face.photos[0] === undefined ? null : `${around.site}/api/public/photos/${face.photos[0]}`,
    ...(around.isExtended ? { extended_attributes: extended(row, face, around.site) } : {}),
  }
}
const shaped = async (
  cx: Cx<null>,
  rows: readonly CaseRow[],
  offered: readonly Offered[],
  query: URLSearchParams,
  site: string,
): Promise<Value[]> => {
  const faces = await boardFaces(cx, rows)
  const places = await placesByIds(
    cx.db,
    faces.map((face) => face.estate?.id ?? face.community.id),
  )
  const around = { offered, places, site, isExtended: flagOf(query, 'extensions') }
  return rows.map((row, i) => requestOf(row, faces[i]!, around))
}
/** Newest first. @throws 400 */
export const getRequests = async (cx: Cx<null>, query: URLSearchParams, site: string): Promise<Document> => {
  const offered = await offeredServices(cx)
  const { limit, offset } = pageOf(query)
  const rows =
    offered.length === 0
      ? []
      : await cx.db
          .select()
          .from(cases)
          .where(and(await shownCases(cx), asked(cx, query, offered)))
          .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
          .limit(limit)
          .offset(offset)
  return { root: 'service_requests', value: await shaped(cx, rows, offered, query, site) }
}
/** @throws 404 also for cases that are not public */
export const getRequest = async (
  cx: Cx<null>,
  number: string,
  query: URLSearchParams,
  site: string,
): Promise<Document> => {
  const offered = await offeredServices(cx)
  const [row] = /^\d{1,15}$/.test(number)
    ? await cx.db
        .select()
        .from(cases)
        .where(and(await shownCases(cx), eq(cases.number, Number(number))))
    : []
  if (row === undefined || !offered.some((one) => one.category.id === row.categoryId))
    throw fault(404, `service_request_id ${number.slice(0, 60)} was not found`)
  return { root: 'service_requests', value: await shaped(cx, [row], offered, query, site) }
}
