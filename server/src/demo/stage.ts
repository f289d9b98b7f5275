// A stage for the demo: people of the district act at moments of the past, through the same commands as everybody.
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { files } from '../modules/files/tables.ts'
import type { Actor, Cx, Held } from '../platform/cx.ts'
import type { Tx } from '../platform/database.ts'
import { appendJournal } from '../platform/journal.ts'
import { systemActorName } from '../platform/cx.ts'
import { pictureOf, type Picture } from './pictures.ts'
import type { Random } from './random.ts'

export interface Stage {
  readonly db: Tx
  readonly districtId: string
  readonly random: Random
  readonly pictures: readonly Picture[]
}
/** Somebody with the appointments they hold, found by their login. */
export const actorBy = async (stage: Stage, login: string): Promise<Actor> => {
  const found = await stage.db.execute<{ id: string; name: string; held: Held[] | null }>(sql`
    select p.id, p.name, (
      select json_agg(json_build_object('id', a.id, 'positionCode', po.code, 'organisationId', o.id, 'organisationKind', o.kind,
        'organisationName', o.name, 'scopeId', pl.id, 'scopeKind', pl.kind, 'permissions', po.permissions) order by a.id)
      from appointments a join positions po on po.id = a.position_id join organisations o on o.id = a.organisation_id
        join places pl on pl.id = a.scope_id
      where a.person_id = p.id) as held
    from persons p where p.login = ${login}`)
  const person = found.rows[0]
  if (person === undefined) throw new Error(`nobody in the demo signs in as ${login}`)
  return {
    personId: person.id,
    name: person.name,
    districtId: stage.districtId,
    sessionId: person.id,
    language: 'zh-CN',
    consented: true,
    held: person.held ?? [],
  }
}
/** What a command is given when this person acts at this moment; nobody is told of the past. */
export const cxAt = <A extends Actor | null>(stage: Stage, actor: A, now: Date): Cx<A> => ({
  db: stage.db,
  actor,
  districtId: stage.districtId,
  now,
  origin: { address: '', device: 'demo', language: 'zh-CN', site: '' },
  journal: (entry) =>
    appendJournal(
      stage.db,
      {
        districtId: stage.districtId,
        at: now,
        actorId: actor?.personId ?? null,
        actorName: actor === null ? systemActorName : '',
        address: null,
      },
      entry,
    ),
  later: async () => undefined,
  laterAll: async () => undefined,
  live: () => undefined,
  setSession: () => undefined,
})
/** A photo this person has just taken, not attached yet. */
export const photoOf = async (stage: Stage, actor: Actor, at: Date): Promise<string> => {
  const of = { districtId: stage.districtId, uploaderId: actor.personId, caseId: actor.personId, at }
  const row = { ...pictureOf(stage.random, stage.pictures, of), id: uuidv7(), thingKind: null, thingId: null }
  await stage.db.insert(files).values(row)
  return row.id
}
