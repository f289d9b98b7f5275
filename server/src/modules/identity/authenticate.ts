// Who a session token stands for, with the appointments in force today: one query, no writes.
import { createHash } from 'node:crypto'
import type { Actor, Held } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { PRIVACY_VERSION } from './privacy-notice.ts'

/** What is stored of a token: useless to whoever reads the table. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** An actor and when the session was last noted as used. */
export interface SignedIn extends Actor {
  readonly lastSeenAt: Date
}
interface Row extends Record<string, unknown> {
  session_id: string
  last_seen_at: string
  person_id: string
  name: string
  district_id: string
  language: 'zh-CN' | 'en'
  consented: boolean
  held: Held[] | null
}

const text = `
  select s.id as session_id, s.last_seen_at, p.id as person_id, p.name, p.district_id, p.language,
    coalesce((select c.given and c.version = $2 from consents c where c.person_id = p.id order by c.at desc, c.id desc limit 1), false) as consented,
      (select json_agg(json_build_object('id', a.id, 'positionCode', po.code, 'organisationId', o.id, 'organisationKind', o.kind, 'organisationName', o.name,
          'scopeId', pl.id, 'scopeKind', pl.kind, 'permissions', po.permissions) order by a.from_on, a.id)
        from appointments a join positions po on po.id = a.position_id join organisations o on o.id = a.organisation_id join places pl on pl.id = a.scope_id
        where a.person_id = p.id and o.active and a.from_on <= (now() at time zone 'Asia/Shanghai')::date
          and (a.to_on is null or a.to_on >= (now() at time zone 'Asia/Shanghai')::date)) as held
    from sessions s join persons p on p.id = s.person_id and p.active
    where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()`
/** Null when the session is unknown, ended or expired, or its person was deactivated. */
export const authenticate = async (db: Tx, token: string, _address: string): Promise<SignedIn | null> => {
  const { rows } = await db.$client.query<Row>({ text }, [tokenHash(token), PRIVACY_VERSION])
  const row = rows[0]
  if (row === undefined) return null
  return {
    personId: row.person_id,
    name: row.name,
    districtId: row.district_id,
    sessionId: row.session_id,
    language: row.language,
    consented: row.consented,
    held: row.held ?? [],
    lastSeenAt: new Date(row.last_seen_at),
  }
}
