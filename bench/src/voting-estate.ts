// An estate of many owners in the scratch district, made by SQL: homes with areas, owners with phones and sessions.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { PRIVACY_VERSION } from '../../server/src/modules/identity/index.ts'
import type { Sealing } from '../../server/src/platform/sealing.ts'
import type { Scratch } from './scratch-district.ts'

export interface Voter {
  readonly personId: string
  readonly phone: string
  readonly phoneHash: string
  readonly token: string
}
export interface VotingEstate {
  readonly estateId: string
  readonly voters: readonly Voter[]
  /** The community's secretary, who convenes. */
  readonly convener: string
  /** A picture of the notice on the door. */
  readonly photoId: string
}
const HOMES_A_UNIT = 100
const insertMany = async (db: pg.Client, table: string, columns: readonly string[], rows: readonly unknown[][]) => {
  const size = Math.floor(60_000 / columns.length)
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size)
    const places = part.map((_, r) => `(${columns.map((__, c) => `$${r * columns.length + c + 1}`).join(',')})`)
    await db.query(`insert into ${table} (${columns.join(',')}) values ${places.join(',')}`, part.flat())
  }
}
const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
const makeHomes = async (db: pg.Client, estateId: string, count: number): Promise<string[]> => {
  const units = Math.ceil(count / HOMES_A_UNIT)
  await db.query(
    `insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, estate_id, building_id)
     select i, e.district_id, 'building', e.id, n, e.path || ' ' || n, e.street_id, e.community_id, e.id, i
     from (select gen_random_uuid() i, 'V' || s || '号楼' n from generate_series(1, $2::int) s) x, places e where e.id = $1`,
    [estateId, units],
  )
  await db.query(
    `insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, estate_id, building_id, unit_id)
     select gen_random_uuid(), b.district_id, 'unit', b.id, '1单元', b.path || ' 1单元', b.street_id, b.community_id, b.estate_id, b.id, null
     from places b where b.estate_id = $1 and b.kind = 'building' and b.name like 'V%'`,
    [estateId],
  )
  await db.query("update places set unit_id = id where estate_id = $1 and kind = 'unit' and unit_id is null", [
    estateId,
  ])
  const { rows } = await db.query<{ id: string }>(
    `insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, estate_id, building_id, unit_id, area, area_source)
     select gen_random_uuid(), u.district_id, 'home', u.id, n::text, u.path || ' ' || n, u.street_id, u.community_id, u.estate_id, u.building_id, u.id, 6000 + 37 * (n % 211), 'register'
     from places u join places b on b.id = u.building_id, generate_series(1, ${HOMES_A_UNIT}) n
     where u.estate_id = $1 and u.kind = 'unit' and b.name like 'V%' order by u.path, n limit $2 returning id`,
    [estateId, count],
  )
  return rows.map((row) => row.id)
}
const makeVoters = async (db: pg.Client, sealing: Sealing, districtId: string, homes: readonly string[]) => {
  const voters = homes.map((_, n) => {
    const phone = `137${String(n).padStart(8, '0')}`
    const token = randomBytes(32).toString('base64url')
    return { personId: randomUUID(), phone, token, phoneHash: sealing.hash(phone, 'phone') }
  })
  await insertMany(
    db,
    'persons',
    ['id', 'district_id', 'name', 'phone_sealed', 'phone_hash', 'phone_masked'],
    voters.map((one, n) => [one.personId, districtId, `业主${n}`, sealing.seal(one.phone), one.phoneHash, '137****']),
  )
  const now = new Date()
  const later = new Date(now.getTime() + 86_400_000)
  await insertMany(
    db,
    'consents',
    ['id', 'person_id', 'version', 'given', 'at'],
    voters.map((one) => [randomUUID(), one.personId, PRIVACY_VERSION, true, now]),
  )
  await insertMany(
    db,
    'sessions',
    ['id', 'person_id', 'token_hash', 'expires_at', 'device', 'address'],
    voters.map((one) => [randomUUID(), one.personId, tokenHash(one.token), later, 'bench', '127.0.0.1']),
  )
  await insertMany(
    db,
    'home_people',
    ['id', 'district_id', 'home_id', 'person_id', 'relation', 'state'],
    voters.map((one, n) => [randomUUID(), districtId, homes[n], one.personId, 'owner', 'confirmed']),
  )
  return voters
}
/** The first estate gets `count` homes with an owner each; its first community a secretary. */
export const makeVotingEstate = async (scratch: Scratch, sealing: Sealing, count: number): Promise<VotingEstate> => {
  const db = new pg.Client({ connectionString: scratch.url })
  await db.connect()
  const { rows } = await db.query<{ id: string; community: string; body: string }>(
    "select e.id, e.community_id community, o.id body from places e join organisations o on o.place_id = e.community_id and o.kind = 'communityCommittee' where e.kind = 'estate' order by e.id limit 1",
  )
  const { id: estateId, community, body } = rows[0]!
  const homes = await makeHomes(db, estateId, count)
  const voters = await makeVoters(db, sealing, scratch.districtId, homes)
  const clerk = scratch.clerks.find((one) => one.communityId === community)!
  await db.query(
    "insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on) select gen_random_uuid(), $1, s.person_id, p.id, $2, $3, '2020-01-01' from positions p, sessions s where p.code = 'communitySecretary' and s.token_hash = $4",
    [scratch.districtId, body, community, tokenHash(clerk.token)],
  )
  const photoId = randomUUID()
  await db.query(
    "insert into files (id, district_id, uploader_id, kind, mime, bytes, width, height, sha256, stored_as) select $1, $2, person_id, 'photo', 'image/jpeg', 1, 1, 1, $3, $4 from sessions where token_hash = $5",
    [photoId, scratch.districtId, photoId.replaceAll('-', ''), `aa/${photoId}.jpg`, tokenHash(clerk.token)],
  )
  await db.query('vacuum analyze')
  await db.end()
  return { estateId, voters, convener: clerk.token, photoId }
}
