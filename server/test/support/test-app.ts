// The real app on a fresh database, with a small district, makers, and calls as a signed-in person.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { type OrganisationKind } from '../../../contract/src/organisations-kinds.ts'
import { defaultPositions } from '../../../contract/src/organisations-positions.ts'
import { placeKinds, type PlaceKind } from '../../../contract/src/places-tree.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { freshDatabase } from './test-database.ts'

export interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Sends this as it is instead of JSON. */
  readonly payload?: Buffer | string
}
export interface Answer {
  readonly status: number
  // Tests look into answers freely; the shapes are checked by the server.
  // oxlint-disable-next-line no-explicit-any -- an answer is looked into by tests only
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
  readonly raw: Buffer
}
export type TestApp = Awaited<ReturnType<typeof testApp>>

/** `LINLI_*` settings may be overridden. The app and its database go when the test file ends. */
export const testApp = async (env: Record<string, string> = {}) => {
  const database = await freshDatabase()
  const data = mkdtempSync(join(tmpdir(), 'linli-test-'))
  const sql = new pg.Pool({ connectionString: database.url, max: 4 })
  const query = async <R extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ): Promise<R[]> => (await sql.query<R>(text, values)).rows
  const district = await makeDistrict(query)
  const config = readConfig({
    DATABASE_URL: database.url,
    LINLI_DATA: data,
    LINLI_DEMO: '1',
    LINLI_RATE: '0',
    LINLI_LOG: process.env.LINLI_LOG ?? 'silent',
    LINLI_POOL: '10',
    ...env,
  })
  const app = await buildApp(config)
  await app.server.ready()
  const stop = async () => {
    await app.server.close()
    await sql.end()
    await database.drop()
    rmSync(data, { recursive: true, force: true })
  }
  after(stop)

  /** Calls the API; `who` is a cookie from `signIn`, or null. */
  const call = async (who: string | null, key: string, options: CallOptions = {}): Promise<Answer> => {
    const [method, url] = key.split(' ') as ['GET', string]
    const answer = await app.server.inject({
      method,
      url,
      headers: {
        'x-linli': '1',
        ...(who === null ? {} : { cookie: who }),
        ...(method === ('POST' as string) ? { 'idempotency-key': randomUUID() } : {}),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.payload !== undefined
        ? { payload: options.payload }
        : options.body !== undefined
          ? { payload: JSON.stringify(options.body) }
          : {}),
    })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    return {
      status: answer.statusCode,
      body: isJson && answer.body !== '' ? JSON.parse(answer.body) : answer.body,
      headers: answer.headers,
      raw: answer.rawPayload,
    }
  }
  const makers = makersFor(query, district, app.parts.sealing)
  return { ...app, config, url: database.url, sql: query, district, call, stop, ...makers }
}

type Query = <R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
const columnOf = {
  district: null,
  street: 'street_id',
  community: 'community_id',
  grid: 'grid_id',
  microGrid: 'micro_grid_id',
  estate: 'estate_id',
  building: 'building_id',
  unit: 'unit_id',
  home: null,
  shop: null,
  parking: null,
} as const satisfies Record<PlaceKind, string | null>

/** Adds a place below another, with all its ancestors. `gridId` for buildings. */
export const addPlace = async (
  query: Query,
  kind: PlaceKind,
  name: string,
  parentId: string | null,
  gridId: string | null = null,
): Promise<string> => {
  const id = uuidv7()
  const columns = [
    'street_id',
    'community_id',
    'grid_id',
    'micro_grid_id',
    'estate_id',
    'building_id',
    'unit_id',
  ] as const
  const parent = parentId === null ? null : (await query('select * from places where id = $1', [parentId]))[0]!
  if (parent !== null && !(placeKinds[kind].below as readonly string[]).includes(parent.kind))
    throw new Error(`${kind} below ${parent.kind}`)
  const values = columns.map((column) =>
    columnOf[kind] === column ? id : column === 'grid_id' && gridId !== null ? gridId : (parent?.[column] ?? null),
  )
  const path =
    parent === null || !['estate', 'building', 'unit'].includes(parent.kind) ? name : `${parent.path} ${name}`
  await query(
    `insert into places (id, district_id, kind, parent_id, name, path, ${columns.join(', ')}, area, floor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      parent?.district_id ?? id,
      kind,
      parentId,
      name,
      path,
      ...values,
      kind === 'home' ? 8945 : null,
      kind === 'home' ? 1 : null,
    ],
  )
  return id
}
/** One district, two streets; street A: communities A1 and A2; A1: two grids, two estates, a building in each grid, homes. */
const makeDistrict = async (query: Query) => {
  const add = (kind: PlaceKind, name: string, parent: string | null, grid: string | null = null) =>
    addPlace(query, kind, name, parent, grid)
  const id = await add('district', '临溪县', null)
  const streetA = await add('street', '城东街道', id)
  const streetB = await add('street', '城西街道', id)
  const communityA1 = await add('community', '和顺社区', streetA)
  const communityA2 = await add('community', '锦绣社区', streetA)
  const communityB1 = await add('community', '古城社区', streetB)
  const grid1 = await add('grid', '第一网格', communityA1)
  const grid2 = await add('grid', '第二网格', communityA1)
  const estate1 = await add('estate', '幸福里小区', communityA1)
  const estate2 = await add('estate', '机械厂宿舍', communityA1)
  const estateA2 = await add('estate', '山水居', communityA2)
  const estateB1 = await add('estate', '古城花园', communityB1)
  const building1 = await add('building', '1号楼', estate1, grid1)
  const building2 = await add('building', '2号楼', estate1, grid2)
  const buildingA2 = await add('building', '1号楼', estateA2)
  const buildingB1 = await add('building', '1号楼', estateB1)
  const unit1 = await add('unit', '1单元', building1)
  const unit2 = await add('unit', '1单元', building2)
  const unitA2 = await add('unit', '1单元', buildingA2)
  const unitB1 = await add('unit', '1单元', buildingB1)
  const home1 = await add('home', '101', unit1)
  const home2 = await add('home', '101', unit2)
  const homeA2 = await add('home', '101', unitA2)
  const organisation = async (kind: OrganisationKind, name: string, place: string, serves: string[] = []) => {
    const organisationId = uuidv7()
    await query(
      'insert into organisations (id, district_id, kind, name, short_name, place_id) values ($1, $2, $3, $4, $4, $5)',
      [organisationId, id, kind, name, place],
    )
    for (const one of serves) await query('insert into organisation_places values ($1, $2)', [organisationId, one])
    return organisationId
  }
  const organisations = {
    office: await organisation('districtOffice', '临溪县社会工作部', id),
    streetA: await organisation('streetOffice', '城东街道办事处', streetA),
    streetB: await organisation('streetOffice', '城西街道办事处', streetB),
    communityA1: await organisation('communityCommittee', '和顺社区居委会', communityA1),
    communityA2: await organisation('communityCommittee', '锦绣社区居委会', communityA2),
    communityB1: await organisation('communityCommittee', '古城社区居委会', communityB1),
    property1: await organisation('propertyCompany', '安居物业', estate1, [estate1]),
    property2: await organisation('propertyCompany', '福湖物业', estateA2, [estateA2]),
    department: await organisation('department', '综合行政执法局', id, [id]),
  }
  for (const position of defaultPositions) {
    await query(
      'insert into positions (id, district_id, code, name, organisation_kinds, scope_kinds, permissions, is_default) values ($1, $2, $3, $4, $5, $6, $7, true)',
      [uuidv7(), id, position.code, position.zh, position.organisationKinds, position.scopeKinds, position.permissions],
    )
  }
  const categories = { light: uuidv7(), leak: uuidv7() }
  await query(
    `insert into categories (id, district_id, name, kind, keywords) values ($1, $3, '路灯照明', 'small', '{路灯,不亮}'), ($2, $3, '漏水渗水', 'urgent', '{漏水,渗水}')`,
    [categories.light, categories.leak, id],
  )
  return {
    id,
    streetA,
    streetB,
    communityA1,
    communityA2,
    communityB1,
    grid1,
    grid2,
    estate1,
    estate2,
    estateA2,
    estateB1,
    building1,
    building2,
    buildingA2,
    buildingB1,
    unit1,
    unit2,
    unitA2,
    unitB1,
    home1,
    home2,
    homeA2,
    organisations,
    categories,
  }
}

const makersFor = (
  query: Query,
  district: Awaited<ReturnType<typeof makeDistrict>>,
  sealing: { seal(text: string): string; hash(text: string, purpose: string): string },
) => {
  let phones = 0
  /** A person with a phone of their own, who has consented. */
  const makePerson = async (name: string): Promise<{ id: string; phone: string }> => {
    const id = uuidv7()
    const phone = `139${String(++phones).padStart(8, '0')}`
    await query(
      'insert into persons (id, district_id, name, phone_sealed, phone_hash, phone_masked) values ($1, $2, $3, $4, $5, $6)',
      [
        id,
        district.id,
        name,
        sealing.seal(phone),
        sealing.hash(phone, 'phone'),
        `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      ],
    )
    const { PRIVACY_VERSION } = await import('../../src/modules/identity/index.ts')
    await query('insert into consents (id, person_id, version, given, at) values ($1, $2, $3, true, now())', [
      uuidv7(),
      id,
      PRIVACY_VERSION,
    ])
    return { id, phone }
  }
  /** Appoints; from and to are days, by default from a year ago without end. */
  const appoint = async (
    personId: string,
    positionCode: string,
    organisationId: string,
    scopeId: string,
    from = '2020-01-01',
    to: string | null = null,
  ): Promise<string> => {
    const id = uuidv7()
    await query(
      'insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on, to_on) select $1, $2, $3, p.id, $4, $5, $6, $7 from positions p where p.district_id = $2 and p.code = $8',
      [id, district.id, personId, organisationId, scopeId, from, to, positionCode],
    )
    return id
  }
  /** A session of this person; returns the cookie. */
  const signIn = async (personId: string): Promise<string> => {
    const token = randomBytes(32).toString('base64url')
    await query(
      "insert into sessions (id, person_id, token_hash, expires_at, device, address) values ($1, $2, $3, now() + interval '1 day', 'test', '127.0.0.1')",
      [uuidv7(), personId, createHash('sha256').update(token).digest('hex')],
    )
    return `linli_session=${token}`
  }
  /** A signed-in resident of a home. */
  const makeResident = async (name: string, homeId: string = district.home1) => {
    const person = await makePerson(name)
    await query(
      "insert into home_people (id, district_id, home_id, person_id, relation, state) values ($1, $2, $3, $4, 'owner', 'confirmed')",
      [uuidv7(), district.id, homeId, person.id],
    )
    return { ...person, cookie: await signIn(person.id) }
  }
  /** A signed-in holder of one position. */
  const makeStaff = async (name: string, positionCode: string, organisationId: string, scopeId: string) => {
    const person = await makePerson(name)
    const appointmentId = await appoint(person.id, positionCode, organisationId, scopeId)
    return { ...person, appointmentId, cookie: await signIn(person.id) }
  }
  return {
    makePerson,
    appoint,
    signIn,
    makeResident,
    makeStaff,
    addPlace: (kind: PlaceKind, name: string, parent: string, grid: string | null = null) =>
      addPlace(query, kind, name, parent, grid),
  }
}
