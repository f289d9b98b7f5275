// Calls people out: by position in the area, by organisation, by name; each answers whether they come, and when.
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { emergencyLimits } from '../../../../contract/src/emergency-kinds.ts'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { persons } from '../identity/tables.ts'
import { tell } from '../notices/index.ts'
import { appointments, inForce as isAppointed, organisations, positions } from '../organisations/tables.ts'
import { columnOf, placedColumns } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { findEmergency, inForce, lockCommanded, type EmergencyRow } from './policy.ts'
import { emergencies, emergencyCallouts, emergencyCalls } from './tables.ts'

type Body = ParsedBody<(typeof emergencyApi)['POST /api/emergency/:id/callouts']>
type Call = OutOf<(typeof emergencyApi)['GET /api/emergency/calls/mine']>[number]
type Query = ParsedQuery<(typeof emergencyApi)['GET /api/emergency/:id/calls']>
interface Called {
  readonly personId: string
  readonly post: string
}
/** Holders in force whose area covers the emergency's or lies in it, by position or organisation; and persons by name. */
const peopleOf = async (cx: Cx, row: EmergencyRow, body: Body): Promise<Called[]> => {
  const above = [row.placeId, row.communityId, row.streetId, row.districtId].filter((id) => id !== null)
  const around = sql`(${inArray(appointments.scopeId, above)} or ${eq(placedColumns[columnOf[row.placeKind]], row.placeId)})`
  const wanted = sql`(${sql.join(
    [
      sql`(${positions.code} = any(${sql.param(body.positionCodes)}::text[]) and ${around})`,
      sql`${appointments.organisationId} = any(${sql.param(body.organisationIds)}::uuid[])`,
      sql`${appointments.personId} = any(${sql.param(body.personIds)}::uuid[])`,
    ],
    sql` or `,
  )})`
  const rows = await cx.db
    .select({ personId: persons.id, position: positions.name, organisation: organisations.name })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), organisations.active))
    .innerJoin(places, eq(places.id, appointments.scopeId))
    .where(and(eq(appointments.districtId, cx.districtId), isAppointed, wanted))
    .orderBy(persons.id, appointments.fromOn, appointments.id)
    .limit(emergencyLimits.called * 4)
  const first = new Map(rows.toReversed().map((one) => [one.personId, `${one.organisation} ${one.position}`]))
  return [...first].map(([personId, post]) => ({ personId, post })).slice(0, emergencyLimits.called)
}
/** @throws emergency.not-found, access.out-of-scope, emergency.over, emergency.nobody */
export const callOut = async (cx: Cx, id: string, body: Body): Promise<{ called: number }> => {
  const row = await lockCommanded(cx, id)
  const people = await peopleOf(cx, row, body)
  if (people.length === 0) throw refuse('emergency.nobody')
  const calloutId = uuidv7()
  await cx.db
    .insert(emergencyCallouts)
    .values({ id: calloutId, emergencyId: id, words: body.words, byId: cx.actor.personId, at: cx.now })
  await cx.db
    .insert(emergencyCalls)
    .values(people.map((person) => ({ id: uuidv7(), calloutId, emergencyId: id, ...person })))
  await tell(cx, {
    event: 'emergency.called',
    audience: 'person',
    personIds: people.map((person) => person.personId),
    thing: { kind: 'emergency', id },
    fields: { name: row.name, words: body.words },
  })
  await cx.journal({
    action: 'emergency.callout',
    sentence: '发出了应急召集',
    thing: { kind: 'emergency', id },
    after: {
      words: body.words,
      called: people.length,
      positions: body.positionCodes,
      organisations: body.organisationIds.length,
      persons: body.personIds.length,
    },
  })
  return { called: people.length }
}
const callColumns = {
  call: emergencyCalls,
  person: persons.name,
  words: emergencyCallouts.words,
  at: emergencyCallouts.at,
  name: emergencies.name,
}
const joined = (cx: Cx) =>
  cx.db
    .select(callColumns)
    .from(emergencyCalls)
    .innerJoin(emergencyCallouts, eq(emergencyCallouts.id, emergencyCalls.calloutId))
    .innerJoin(emergencies, eq(emergencies.id, emergencyCalls.emergencyId))
    .innerJoin(persons, eq(persons.id, emergencyCalls.personId))
type Joined = Awaited<ReturnType<typeof joined>>[number]
const shown = ({ call, person, words, at, name }: Joined): Call => ({
  id: call.id,
  emergency: { id: call.emergencyId, name },
  person,
  post: call.post,
  words,
  calledAt: at.toISOString(),
  answer: call.answer,
  eta: call.eta?.toISOString() ?? null,
  said: call.words,
  answeredAt: call.answeredAt?.toISOString() ?? null,
})
/** @throws emergency.not-found */
export const listCalls = async (
  cx: Cx,
  id: string,
  query: Query,
): Promise<{ rows: Call[]; total: number | null; next: string | null }> => {
  await findEmergency(cx, id)
  const after = afterId(query.after)
  const rows = await joined(cx)
    .where(
      and(
        eq(emergencyCalls.emergencyId, id),
        query.answer === undefined
          ? undefined
          : query.answer === 'none'
            ? isNull(emergencyCalls.answer)
            : eq(emergencyCalls.answer, query.answer),
        after === null ? undefined : sql`${emergencyCalls.id} > ${after}`,
      ),
    )
    .orderBy(emergencyCalls.id)
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.call.id])
  return { rows: page.rows.map(shown), total: null, next: page.next }
}
export const myCalls = async (cx: Cx): Promise<Call[]> =>
  (
    await joined(cx)
      .where(and(eq(emergencyCalls.personId, cx.actor.personId), eq(emergencies.districtId, cx.districtId), inForce))
      .orderBy(desc(emergencyCalls.id))
      .limit(50)
  ).map(shown)
/** The latest answer stands. @throws emergency.call-not-found, emergency.over */
export const answerCall = async (
  cx: Cx,
  id: string,
  body: ParsedBody<(typeof emergencyApi)['POST /api/emergency/calls/:id/answer']>,
): Promise<Call> => {
  const mine = and(eq(emergencyCalls.id, id), eq(emergencyCalls.personId, cx.actor.personId))
  const [call] = await cx.db.select().from(emergencyCalls).where(mine).for('update')
  if (call === undefined) throw refuse('emergency.call-not-found')
  const [found] = await joined(cx).where(and(mine, eq(emergencies.districtId, cx.districtId)))
  if (found === undefined) throw refuse('emergency.call-not-found')
  const [over] = await cx.db
    .select({ endedAt: emergencies.endedAt })
    .from(emergencies)
    .where(eq(emergencies.id, call.emergencyId))
  if (over?.endedAt !== null) throw refuse('emergency.over')
  const answer = {
    answer: body.answer,
    eta: body.answer === 'coming' && body.eta !== undefined ? new Date(body.eta) : null,
    words: body.words ?? null,
    answeredAt: cx.now,
  }
  await cx.db.update(emergencyCalls).set(answer).where(eq(emergencyCalls.id, id))
  await cx.journal({
    action: 'emergency.answer',
    sentence: body.answer === 'coming' ? '回复召集：能到岗' : '回复召集：不能到岗',
    thing: { kind: 'emergency', id: call.emergencyId },
    before: { answer: call.answer },
    after: { answer: body.answer, eta: answer.eta },
  })
  return shown({ ...found, call: { ...call, ...answer } })
}
