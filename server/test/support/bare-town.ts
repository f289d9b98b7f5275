// The least a server needs to take cases, written straight into a migrated database: places, bodies, people, sessions.
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { defaultPositions } from '../../../contract/src/organisations-positions.ts'
import { PRIVACY_VERSION } from '../../src/modules/identity/index.ts'
import { addPlace } from './small-district.ts'

export interface BareTown {
  /** Where residents live. */
  readonly unit: string
  readonly committee: string
  /** One for each resident, and for each clerk. */
  readonly cookies: string[]
  readonly clerks: string[]
  /** A patrol that the committee walks now, with many points. */
  readonly visit: string
  readonly points: string[]
}
/** A community with its committee, a unit, residents and clerks. */
export const makeBareTown = async (pool: pg.Pool, residents: number, clerkCount = 0): Promise<BareTown> => {
  const query = async <R extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ): Promise<R[]> => (await pool.query<R>(text, values)).rows
  const district = await addPlace(query, 'district', '临溪县', null)
  const street = await addPlace(query, 'street', '城东街道', district)
  const community = await addPlace(query, 'community', '和顺社区', street)
  const grid = await addPlace(query, 'grid', '第一网格', community)
  const estate = await addPlace(query, 'estate', '幸福里小区', community)
  const building = await addPlace(query, 'building', '1号楼', estate, grid)
  const unit = await addPlace(query, 'unit', '1单元', building)
  const committee = uuidv7()
  await query(
    "insert into organisations (id, district_id, kind, name, short_name, place_id) values ($1, $2, 'communityCommittee', '和顺社区居委会', '和顺', $3)",
    [committee, district, community],
  )
  await query(
    "insert into categories (id, district_id, name, kind, keywords) values ($1, $2, '路灯照明', 'small', '{路灯,不亮}')",
    [uuidv7(), district],
  )
  const clerk = defaultPositions.find((one) => one.code === 'communityClerk')!
  const position = uuidv7()
  await query(
    'insert into positions (id, district_id, code, name, organisation_kinds, scope_kinds, permissions, is_default) values ($1, $2, $3, $4, $5, $6, $7, true)',
    [position, district, clerk.code, clerk.zh, clerk.organisationKinds, clerk.scopeKinds, clerk.permissions],
  )
  const person = async (name: string) => {
    const id = uuidv7()
    const token = randomBytes(32).toString('base64url')
    await query('insert into persons (id, district_id, name) values ($1, $2, $3)', [id, district, name])
    await query('insert into consents (id, person_id, version, given, at) values ($1, $2, $3, true, now())', [
      uuidv7(),
      id,
      PRIVACY_VERSION,
    ])
    await query(
      "insert into sessions (id, person_id, token_hash, expires_at, device, address) values ($1, $2, $3, now() + interval '1 day', 'test', '127.0.0.1')",
      [uuidv7(), id, createHash('sha256').update(token).digest('hex')],
    )
    return { id, cookie: `linli_session=${token}` }
  }
  // Somebody who is told of every case: the jobs have work to do.
  const clerkNamed = async (name: string) => {
    const one = await person(name)
    await query(
      "insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on) values ($1, $2, $3, $4, $5, $6, '2020-01-01')",
      [uuidv7(), district, one.id, position, committee, community],
    )
    return one.cookie
  }
  await clerkNamed('赵敏')
  const cookies: string[] = []
  for (let i = 0; i < residents; i++) cookies.push((await person(`居民${i + 1}`)).cookie)
  const clerks: string[] = []
  for (let i = 0; i < clerkCount; i++) clerks.push(await clerkNamed(`经办${i + 1}`))
  return { unit, committee, cookies, clerks, ...(await makePatrol(query, unit, committee)) }
}
type Query = <R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
const POINTS = 800
const makePatrol = async (query: Query, unit: string, committee: string) => {
  const [route, visit] = [uuidv7(), uuidv7()]
  const columns = 'district_id, street_id, community_id, grid_id, micro_grid_id, estate_id, building_id, unit_id'
  await query(
    `insert into patrol_routes (id, ${columns}, place_id, name, organisation_id, weekdays, windows, every_weeks,
       rests_on_holidays, starts_on, grace_minutes, active, created_at)
     select $1, ${columns}, id, '巡查', $2, '{}', '[{"from":0,"until":1439}]', 1, false, '2020-01-01', 60, true, now()
     from places where id = $3`,
    [route, committee, unit],
  )
  await query(
    `insert into patrol_points (id, route_id, sort, name, place_id, radius, items)
     select gen_random_uuid(), $1, n, '第' || n || '处', $2, 60, '[{"key":"parking","text":"车辆停放整齐"}]'
     from generate_series(1, ${POINTS}) n`,
    [route, unit],
  )
  await query(
    `insert into patrol_visits (id, ${columns}, place_id, route_id, kind, aim, day, slot, from_at, until_at, miss_at, state, points)
     select $1, ${columns}, id, $2, 'sweep', '联合检查', now()::date, 0, now() - interval '1 hour', now() + interval '6 hours',
       now() + interval '8 hours', 'planned', ${POINTS}
     from places where id = $3`,
    [visit, route, unit],
  )
  await query("insert into patrol_visit_units (visit_id, organisation_id, people) values ($1, $2, '')", [
    visit,
    committee,
  ])
  const points = await query<{ id: string }>('select id from patrol_points where route_id = $1 order by sort', [route])
  return { visit, points: points.map((row) => row.id) }
}
