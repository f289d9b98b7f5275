// Mediations put into the database in a given state, with the caller as a mediator or a party of them.
import { uuidv7 } from 'uuidv7'
import { createHash } from 'node:crypto'
import type { MediationState } from '../../../contract/src/mediation-life.ts'
import type { Area, Caller } from './areas.ts'

export interface MadeMediation {
  readonly id: string
  readonly parties: readonly [string, string]
  readonly sessionId: string
  readonly clauseId: string
  readonly hash: string
}
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const peopleOf = async (area: Area, id: string, mediator: string, first: string, consent: 'asked' | 'given') => {
  await area.app.sql('insert into mediation_mediators (mediation_id, person_id, added_at) values ($1, $2, now())', [
    id,
    mediator,
  ])
  const party = (sort: number, person: string) =>
    area.insert('mediation_parties', {
      mediation_id: id,
      sort,
      person_id: person,
      name: '当事人',
      role: sort === 0 ? '楼下业主' : '楼上业主',
      consent,
    })
  return [await party(0, first), await party(1, await area.person())] as const
}
const settlementOf = async (area: Area, id: string, from: string, to: string, isSigned: boolean) => {
  const text = '调解协议书'
  const hash = createHash('sha256').update(text, 'utf8').digest('hex')
  const settlementId = await area.insert('mediation_settlements', {
    mediation_id: id,
    version: 1,
    text,
    hash,
    drafted_at: new Date(),
  })
  const clauseId = await area.insert('mediation_clauses', {
    settlement_id: settlementId,
    sort: 0,
    kind: 'repair',
    from_id: from,
    to_id: to,
    what: '修好漏水的管道',
    due_on: dayIn(7),
  })
  await area.app.sql('update mediations set settlement_id = $2 where id = $1', [id, settlementId])
  if (isSigned)
    await area.app.sql(
      "insert into mediation_promises (clause_id, mediation_id, due_on, state) values ($1, $2, $3, 'open')",
      [clauseId, id, dayIn(7)],
    )
  return { clauseId, hash }
}
export interface Made {
  readonly state: MediationState
  /** What the caller is to it. */
  readonly as: 'mediator' | 'party'
  readonly promise?: 'open' | 'saidKept'
  /** The caller owes the clause, or is owed it. */
  readonly owes?: boolean
}
/** A mediation between two parties at the area's unit. */
export const aMediation = async (area: Area, caller: Caller, made: Made): Promise<MadeMediation> => {
  const id = uuidv7()
  area.ids.add(id)
  await area.app.sql(
    `insert into mediations (id, district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id, place_id, subject, state, state_at, opened_at)
     select $1, p.district_id, p.street_id, p.community_id, p.grid_id, p.estate_id, p.building_id, p.unit_id, p.id, '楼上漏水', $2, now(), now() from places p where p.id = $3`,
    [id, made.state, area.unit],
  )
  const other = await area.person()
  const [mediator, first] = made.as === 'mediator' ? [caller.personId, other] : [other, caller.personId]
  const parties = await peopleOf(area, id, mediator, first, made.state === 'opened' ? 'asked' : 'given')
  const sessionId = await area.insert('mediation_sessions', {
    mediation_id: id,
    at: new Date(Date.now() + 86_400_000),
    place: '社区调解室',
  })
  const [from, to] = made.owes === false ? [parties[1], parties[0]] : parties
  const { clauseId, hash } = await settlementOf(area, id, from, to, made.state === 'signed')
  if (made.promise === 'saidKept')
    await area.app.sql("update mediation_promises set state = 'saidKept', kept_at = now() where clause_id = $1", [
      clauseId,
    ])
  return { id, parties, sessionId, clauseId, hash }
}
