// servicerequestupdates, the extension of mySociety: changes of state to read, updates of others to take in.
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { caseStates } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { shownCases } from '../board/index.ts'
import { addToTimeline, type CaseRow } from '../cases/index.ts'
import { caseEvents, cases } from '../cases/tables.ts'
import { callerOf, type KeyRow } from './callers.ts'
import { w3, type Document } from './document.ts'
import { fault } from './faults.ts'
import { pageOf, spanOf, statusOf } from './get-requests.ts'
import { offeredServices } from './offer.ts'
import { momentOf, textOf } from './read-arguments.ts'
import { open311Requests, open311Updates } from './tables.ts'

/** Changes of state of public cases, the oldest first, in the words of the states: nobody's own words. @throws 400 */
export const getUpdates = async (cx: Cx<null>, query: URLSearchParams): Promise<Document> => {
  const { from, to } = spanOf(query, cx.now)
  const { limit, offset } = pageOf(query)
  const categoryIds = (await offeredServices(cx)).map((one) => one.category.id)
  const rows =
    categoryIds.length === 0
      ? []
      : await cx.db
          .select({ id: caseEvents.id, at: caseEvents.at, state: caseEvents.toState, number: cases.number })
          .from(caseEvents)
          .innerJoin(cases, eq(cases.id, caseEvents.caseId))
          .where(
            and(
              eq(caseEvents.audience, 'public'),
              isNotNull(caseEvents.toState),
              sql`${caseEvents.at} >= ${from.toISOString()}::timestamptz and ${caseEvents.at} <= ${to.toISOString()}::timestamptz`,
              await shownCases(cx),
              inArray(cases.categoryId, categoryIds),
            ),
          )
          .orderBy(asc(caseEvents.at), asc(caseEvents.id))
          .limit(limit)
          .offset(offset)
  return {
    root: 'service_request_updates',
    value: rows.map((row) => ({
      update_id: row.id,
      service_request_id: String(row.number),
      status: statusOf(row.state!),
      updated_datetime: w3(row.at),
      description: caseStates[row.state!].zh,
      media_url: null,
    })),
  }
}
/** A case this key reported, or a public one. @throws 400 when not named, 404 */
const caseFor = async (cx: Cx<null>, key: KeyRow, number: string | null): Promise<CaseRow> => {
  if (number === null) throw fault(400, 'service_request_id was not provided')
  const found = /^\d{1,15}$/.test(number)
    ? await cx.db
        .select({ row: cases, keyId: open311Requests.keyId, isShown: sql<boolean>`(${await shownCases(cx)})` })
        .from(cases)
        .leftJoin(open311Requests, eq(open311Requests.caseId, cases.id))
        .where(and(eq(cases.districtId, cx.districtId), eq(cases.number, Number(number))))
    : []
  const one = found[0]
  const isWithin =
    one !== undefined &&
    [
      one.row.districtId,
      one.row.streetId,
      one.row.communityId,
      one.row.gridId,
      one.row.estateId,
      one.row.buildingId,
      one.row.placeId,
    ].includes(key.scopeId)
  if (one === undefined || !isWithin || (one.keyId !== key.id && !one.isShown))
    throw fault(404, `service_request_id ${number.slice(0, 60)} was not found`)
  return one.row
}
const statusGiven = (form: URLSearchParams): 'open' | 'closed' => {
  const text = textOf(form, 'status', 30)?.toLowerCase()
  if (text !== 'open' && text !== 'closed') throw fault(400, 'status is not open or closed')
  return text
}
/** Taken in once per `update_id` of the caller, for the staff to read; it moves no state. @throws 403, 400, 404 */
export const postUpdate = async (cx: Cx<null>, form: URLSearchParams): Promise<Document> => {
  const key = await callerOf(cx, form.get('api_key'), 'mayUpdate')
  const row = await caseFor(cx, key, textOf(form, 'service_request_id', 40))
  const status = statusGiven(form)
  const description = textOf(form, 'description', 4000)
  if (description === null) throw fault(400, 'description was not provided')
  const externalId = textOf(form, 'update_id', 100)
  const mediaUrl = textOf(form, 'media_url', 1000)
  const happenedAt = momentOf(form, 'updated_datetime') ?? cx.now
  const id = uuidv7()
  const written = await cx.db
    .insert(open311Updates)
    .values({
      id,
      districtId: cx.districtId,
      caseId: row.id,
      keyId: key.id,
      externalId,
      status,
      description,
      mediaUrl,
      happenedAt,
      receivedAt: cx.now,
    })
    .onConflictDoNothing()
  if (written.rowCount === 0) {
    const [before] = await cx.db
      .select({ id: open311Updates.id })
      .from(open311Updates)
      .where(and(eq(open311Updates.keyId, key.id), eq(open311Updates.externalId, externalId!)))
    return { root: 'service_request_updates', value: [{ update_id: before!.id }] }
  }
  await addToTimeline(cx, row.id, {
    step: 'open311.update',
    words: mediaUrl === null ? description : `${description}\n${mediaUrl}`,
    audience: 'internal',
    organisationName: key.name,
    data: { status },
  })
  await cx.journal({
    action: 'open311.update',
    sentence: `收到接口进展：${key.name}`,
    thing: { kind: 'case', id: row.id },
    after: { updateId: id, status },
  })
  return { root: 'service_request_updates', value: [{ update_id: id }] }
}
