// A scratch database with one district and N cases, made by SQL: what the measurements run against.
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { defaultPositions } from '../../contract/src/organisations-positions.ts'
import { PRIVACY_VERSION } from '../../server/src/modules/identity/index.ts'
import { migrate } from '../../server/src/platform/migrate.ts'
import { fill, idAt } from './fill.ts'

export interface Scratch {
  readonly url: string
  readonly districtId: string
  readonly count: number
  /** Session tokens of residents, each with a unit of theirs. */
  readonly residents: readonly { readonly token: string; readonly personId: string; readonly unitId: string }[]
  /** Clerks, one a community. */
  readonly clerks: readonly { readonly token: string; readonly communityId: string; readonly categoryId: string }[]
  drop(): Promise<void>
}
export const COMMUNITIES = 100
const RESIDENTS = 200
const withDatabase = (url: string, name: string) => {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
const makeTown = async (db: pg.Client) => {
  const districtId = uuidv7()
  await db.query("insert into places (id, district_id, kind, name, path) values ($1, $1, 'district', '量县', '量县')", [
    districtId,
  ])
  // Ten streets, ten communities each, one grid, one estate, four buildings, two units a building.
  await db.query(
    `
    insert into places (id, district_id, kind, parent_id, name, path, street_id) select i, $1, 'street', $1, n, n, i from (select gen_random_uuid() i, '第' || s || '街道' n from generate_series(1, 10) s) x;
  `.replaceAll('$1', `'${districtId}'`),
  )
  await db.query(`
    insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id) select i, d, 'community', p, n, n, st, i from (select gen_random_uuid() i, p.district_id d, p.id p, p.street_id st, p.name || '第' || s || '社区' n from places p, generate_series(1, ${COMMUNITIES / 10}) s where p.kind = 'street') x;
    insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, grid_id) select i, d, 'grid', p, '第一网格', '第一网格', st, p, i from (select gen_random_uuid() i, p.district_id d, p.id p, p.street_id st from places p where p.kind = 'community') x;
    insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, estate_id, lon, lat) select i, d, 'estate', p, '幸福里', '幸福里', st, p, i, 117.1, 36.2 from (select gen_random_uuid() i, p.district_id d, p.id p, p.street_id st from places p where p.kind = 'community') x;
    insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, grid_id, estate_id, building_id) select i, d, 'building', p, s || '号楼', '幸福里 ' || s || '号楼', st, co, g, p, i from (select gen_random_uuid() i, e.district_id d, e.id p, e.street_id st, e.community_id co, gr.id g, s from places e join places gr on gr.kind = 'grid' and gr.community_id = e.community_id, generate_series(1, 4) s where e.kind = 'estate') x;
    insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, grid_id, estate_id, building_id, unit_id) select i, d, 'unit', p, s || '单元', pa || ' ' || s || '单元', st, co, g, es, p, i from (select gen_random_uuid() i, b.district_id d, b.id p, b.path pa, b.street_id st, b.community_id co, b.grid_id g, b.estate_id es, s from places b, generate_series(1, 2) s where b.kind = 'building') x;
    insert into organisations (id, district_id, kind, name, short_name, place_id) select gen_random_uuid(), district_id, 'communityCommittee', name || '居委会', name, id from places where kind = 'community';
    insert into organisations (id, district_id, kind, name, short_name, place_id) select gen_random_uuid(), district_id, 'propertyCompany', '物业' || row_number() over (), '物业', id from places where kind = 'estate';
    insert into organisation_places select id, place_id from organisations where kind = 'propertyCompany';
  `)
  for (const position of defaultPositions)
    await db.query(
      'insert into positions (id, district_id, code, name, organisation_kinds, scope_kinds, permissions, is_default) values ($1, $2, $3, $4, $5, $6, $7, true)',
      [
        uuidv7(),
        districtId,
        position.code,
        position.zh,
        position.organisationKinds,
        position.scopeKinds,
        position.permissions,
      ],
    )
  const names = ['路灯照明', '漏水渗水', '环境卫生', '停车秩序', '噪声扰民', '电梯故障', '飞线充电', '其他']
  for (const [i, name] of names.entries())
    await db.query(
      "insert into categories (id, district_id, name, kind, keywords, sort) values ($1, $2, $3, 'small', $4, $5)",
      [uuidv7(), districtId, name, [name.slice(0, 2)], i],
    )
  return districtId
}
const person = async (db: pg.Client, districtId: string) => {
  const personId = uuidv7()
  const token = randomBytes(32).toString('base64url')
  await db.query("insert into persons (id, district_id, name) values ($1, $2, '量测')", [personId, districtId])
  await db.query('insert into consents (id, person_id, version, given, at) values ($1, $2, $3, true, now())', [
    uuidv7(),
    personId,
    PRIVACY_VERSION,
  ])
  await db.query(
    "insert into sessions (id, person_id, token_hash, expires_at, device, address) values ($1, $2, $3, now() + interval '1 day', 'bench', '127.0.0.1')",
    [uuidv7(), personId, createHash('sha256').update(token).digest('hex')],
  )
  return { personId, token }
}
const makePeople = async (db: pg.Client, districtId: string) => {
  const units = (await db.query<{ id: string }>("select id from places where kind = 'unit' order by md5(id::text)"))
    .rows
  const residents = []
  for (let i = 0; i < RESIDENTS; i++)
    residents.push({ ...(await person(db, districtId)), unitId: units[i % units.length]!.id })
  const communities = (
    await db.query<{ id: string; body: string }>(
      "select p.id, o.id as body from places p join organisations o on o.place_id = p.id and o.kind = 'communityCommittee' order by p.name",
    )
  ).rows
  const categories = (await db.query<{ id: string }>('select id from categories order by sort')).rows
  const clerks = []
  for (const { id, body } of communities) {
    const one = await person(db, districtId)
    await db.query(
      "insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on) select $1, $2, $3, id, $4, $5, '2020-01-01' from positions where code = 'communityClerk'",
      [uuidv7(), districtId, one.personId, body, id],
    )
    clerks.push({ token: one.token, communityId: id, categoryId: categories[0]!.id })
  }
  return { residents, clerks }
}
/** Cases over two years; `open` of them are open. Words of sixty characters, searchable. */
const makeCases = async (db: pg.Client, url: string, count: number, open: number) => {
  const isOpen = `n >= ${count - open}`
  await fill(url, ['cases'], count, (from, to) => [
    `
      insert into cases (id, number, district_id, street_id, community_id, grid_id, estate_id, building_id, unit_id, place_id, place_kind, place_name, place_path, kind, category_id, channel, words, reporter_id, state, state_at, handler_id, due_at, due_kind, closed_at, rating, search, created_at, updated_at)
      select ${idAt('at')}, n + 1, u.district_id, u.street_id, u.community_id, u.grid_id, u.estate_id, u.building_id, u.id, u.id, 'unit', u.name, u.path,
        (array['urgent','household','nuisance','hard','small'])[1 + n % 5], c.ids[1 + n % array_length(c.ids, 1)], 'app', w.words, r.ids[1 + n % array_length(r.ids, 1)],
        case when ${isOpen} then (array['submitted','accepted','dispatched','takenUp','inProgress','closureRequested'])[1 + n % 6] else 'confirmed' end, at, o.id,
        case when ${isOpen} then at + interval '3 days' end, case when ${isOpen} then 'resolve' end, case when not (${isOpen}) then at + interval '2 days' end, 1 + n % 5,
        array_to_tsvector((select array_agg(distinct substr(w.words, k, 2)) from generate_series(1, length(w.words) - 1) k)), at, at
      from generate_series(${from}, ${to - 1}) n
        cross join lateral (select array_agg(id) ids from categories) c cross join lateral (select array_agg(id) ids from (select person_id id from sessions order by person_id limit 100) s) r
        join (select *, row_number() over (order by id) - 1 as k from places where kind = 'unit') u on u.k = n % 800
        left join organisations o on o.kind = 'propertyCompany' and o.place_id = u.estate_id
        cross join lateral (select now() - (${count} - n) * (interval '730 days' / ${count}) as at) t
        cross join lateral (select (array['楼道灯','水管','垃圾','车位','噪声','电梯','充电线'])[1 + n % 7] || '的问题反映第' || n || '次，请尽快派人来看看，谢谢大家帮忙处理一下' as words) w`,
  ])
  await db.query("select setval('case_numbers', $1)", [count + 1])
  await db.query('vacuum analyze')
  // What the making left to be written must not be written while others are measured.
  await db.query('checkpoint')
}
/** Makes the scratch database beside the one named by `adminUrl`. */
export const makeScratch = async (
  adminUrl: string,
  count: number,
  open: number,
  log: (line: string) => void,
): Promise<Scratch> => {
  const name = `linli_bench_${count}_${process.pid}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = withDatabase(adminUrl, name)
  await migrate(url)
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  const districtId = await makeTown(db)
  const people = await makePeople(db, districtId)
  const started = Date.now()
  await makeCases(db, url, count, open)
  log(`  ${count} cases made in ${Math.round((Date.now() - started) / 1000)} s`)
  await db.end()
  const drop = async () => {
    const again = new pg.Client({ connectionString: adminUrl })
    await again.connect()
    await again.query(`drop database if exists ${name} with (force)`)
    await again.end()
  }
  return { url, districtId, count, ...people, drop }
}
