// Appointments as a paged list and as a spreadsheet.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { organisationKinds } from '../../../../contract/src/organisations-kinds.ts'
import type { organisationsApi } from '../../../../contract/src/organisations.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { portionsOf, sheetDownload } from '../../platform/sheet.ts'
import { persons } from '../identity/tables.ts'
import { seat, visibleAppointments } from './policy.ts'
import { appointments, inForce, isInForceAsA, organisations, positions } from './tables.ts'

type Query = ParsedQuery<(typeof organisationsApi)['GET /api/organisations/appointments']>
type Filters = ParsedQuery<(typeof organisationsApi)['GET /api/organisations/appointments.xlsx']>
export type Appointment = OutOf<(typeof organisationsApi)['GET /api/organisations/appointments']>['rows'][number]
const PORTION = 500

/** Whether it is to come, holds, or is over, on a day in Shanghai. Both its days belong to it. */
export const stateOn = (day: string, from: string, to: string | null): Appointment['state'] =>
  from > day ? 'future' : to !== null && to < day ? 'ended' : 'inForce'

const filtersOf = (cx: Cx, query: Filters): SQL | undefined =>
  and(
    eq(appointments.districtId, cx.districtId),
    visibleAppointments(cx.actor),
    query.personId === undefined ? undefined : eq(appointments.personId, query.personId),
    query.organisationId === undefined ? undefined : eq(appointments.organisationId, query.organisationId),
    query.positionId === undefined ? undefined : eq(appointments.positionId, query.positionId),
    query.inForce === undefined ? undefined : query.inForce ? inForce : sql`not ${inForce}`,
    // 交叉任职: the person holds two or more today; those are what is listed.
    query.concurrentOnly
      ? sql`${inForce} and ${appointments.personId} in (select a.person_id from appointments a where a.district_id = ${cx.districtId} and ${isInForceAsA} group by a.person_id having count(*) >= 2)`
      : undefined,
  )
const joined = (cx: Cx) =>
  cx.db
    .select({
      id: appointments.id,
      person: { id: persons.id, name: persons.name },
      position: { id: positions.id, code: positions.code, name: positions.name },
      organisation: { id: organisations.id, name: organisations.name, kind: organisations.kind },
      scope: { id: seat.id, name: seat.path, kind: seat.kind },
      from: appointments.fromOn,
      to: appointments.toOn,
    })
    .from(appointments)
    .innerJoin(persons, eq(persons.id, appointments.personId))
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, eq(organisations.id, appointments.organisationId))
    .innerJoin(seat, eq(seat.id, appointments.scopeId))
const fetchRows = async (
  cx: Cx,
  where: SQL | undefined,
  after: string | null,
  limit: number,
): Promise<Appointment[]> => {
  const rows = await joined(cx)
    .where(
      and(
        where,
        after === null
          ? undefined
          : sql`(${persons.name}, ${persons.id}, ${appointments.fromOn}, ${appointments.id}) > (select p.name, p.id, a.from_on, a.id from appointments a join persons p on p.id = a.person_id where a.id = ${after})`,
      ),
    )
    .orderBy(persons.name, persons.id, appointments.fromOn, appointments.id)
    .limit(limit)
  const day = shanghaiDay(cx.now)
  return rows.map((row) => ({ ...row, state: stateOn(day, row.from, row.to) }))
}
/** By person, so that concurrent posts stand together. */
export const listAppointments = async (cx: Cx, query: Query) => {
  const where = filtersOf(cx, query)
  const rows = await fetchRows(cx, where, afterId(query.after), query.limit + 1)
  const [count] = await cx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(appointments)
    .innerJoin(seat, eq(seat.id, appointments.scopeId))
    .where(where)
  return { ...pageOf(rows, query.limit, (last) => [last.id]), total: count?.total ?? 0 }
}
/** One, whatever the actor may see; the caller has checked. */
export const viewAppointment = async (cx: Cx, id: string): Promise<Appointment | undefined> =>
  (await fetchRows(cx, eq(appointments.id, id), null, 1))[0]

const states = { future: ['未开始', 'to come'], inForce: ['在任', 'in force'], ended: ['已结束', 'ended'] } as const
/** The whole list under the same filters, streamed. Journalled. */
export const exportAppointments = async (cx: Cx, query: Filters): Promise<Download> => {
  await cx.journal({
    action: 'appointment.export',
    sentence: '导出了任职表',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { query },
  })
  const where = filtersOf(cx, query)
  const zh = cx.origin.language === 'zh-CN'
  const columns = [
    { header: zh ? '姓名' : 'Name', width: 14, value: (row: Appointment) => row.person.name },
    { header: zh ? '岗位' : 'Position', width: 20, value: (row: Appointment) => row.position.name },
    { header: zh ? '组织' : 'Organisation', width: 30, value: (row: Appointment) => row.organisation.name },
    {
      header: zh ? '组织种类' : 'Kind',
      width: 16,
      value: (row: Appointment) => organisationKinds[row.organisation.kind][zh ? 'zh' : 'en'],
    },
    { header: zh ? '负责范围' : 'Covers', width: 26, value: (row: Appointment) => row.scope.name },
    { header: zh ? '开始日期' : 'From', width: 12, value: (row: Appointment) => row.from },
    { header: zh ? '结束日期' : 'To', width: 12, value: (row: Appointment) => row.to },
    { header: zh ? '状态' : 'State', width: 10, value: (row: Appointment) => states[row.state][zh ? 0 : 1] },
  ]
  const portions = () => portionsOf<Appointment>((last) => fetchRows(cx, where, last?.id ?? null, PORTION))
  return sheetDownload({ fileName: zh ? '任职' : 'appointments', columns, portions }, cx.now)
}
