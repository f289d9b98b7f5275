// What people read all day: the queue, a case, the public board, the rates of a month and the cases behind a figure.
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { PRIVACY_VERSION } from '../../server/src/modules/identity/index.ts'
import { load, type Sample, type Sent } from './load.ts'
import type { Scratch } from './scratch-district.ts'

export const readNames = ['queue', 'case', 'board', 'boardCases', 'rates', 'ratesCommunity', 'rateCases'] as const
export type ReadName = (typeof readNames)[number]
export interface Reads {
  readonly samples: Readonly<Record<ReadName, readonly Sample[]>>
  readonly plans: Readonly<Record<string, string>>
}
interface Ready {
  readonly officer: string
  readonly caseIds: readonly (readonly string[])[]
}
const districtOfficer = async (db: pg.Client, districtId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const [person, office] = [uuidv7(), uuidv7()]
  await db.query("insert into persons (id, district_id, name) values ($1, $2, '区办')", [person, districtId])
  await db.query('insert into consents (id, person_id, version, given, at) values ($1, $2, $3, true, now())', [
    uuidv7(),
    person,
    PRIVACY_VERSION,
  ])
  await db.query(
    "insert into sessions (id, person_id, token_hash, expires_at, device, address) values ($1, $2, $3, now() + interval '1 day', 'bench', '127.0.0.1')",
    [uuidv7(), person, createHash('sha256').update(token).digest('hex')],
  )
  await db.query(
    "insert into organisations (id, district_id, kind, name, short_name, place_id) values ($1, $2, 'districtOffice', '区办', '区办', $2)",
    [office, districtId],
  )
  await db.query(
    "insert into appointments (id, district_id, person_id, position_id, organisation_id, scope_id, from_on) select $1, $2, $3, id, $4, $2, '2020-01-01' from positions where code = 'districtOfficer'",
    [uuidv7(), districtId, person, office],
  )
  return token
}
const ready = async (db: pg.Client, scratch: Scratch): Promise<Ready> => {
  const officer = await districtOfficer(db, scratch.districtId)
  const caseIds = []
  for (const { communityId } of scratch.clerks)
    caseIds.push(
      (
        await db.query<{ id: string }>(
          'select id from cases where community_id = $1 order by created_at desc, id desc limit 40',
          [communityId],
        )
      ).rows.map((row) => row.id),
    )
  return { officer, caseIds }
}
/** The month before this one, by days. */
export const lastMonth = () => {
  const now = new Date()
  const first = (months: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  return { from: first(-1).toISOString().slice(0, 10), to: new Date(first(0).getTime() - 1).toISOString().slice(0, 10) }
}
const requests = (scratch: Scratch, { officer, caseIds }: Ready): Record<ReadName, (n: number) => Sent> => {
  const clerk = (n: number) => scratch.clerks[n % scratch.clerks.length]!
  const get = (path: string, token: string | null): Sent => ({
    method: 'GET',
    path,
    headers: token === null ? {} : { cookie: `linli_session=${token}` },
  })
  const { from, to } = lastMonth()
  const month = `from=${from}&to=${to}`
  return {
    queue: (n) => get('/api/cases?open=true&count=true', clerk(n).token),
    case: (n) => {
      const ids = caseIds[n % caseIds.length]!
      return get(`/api/cases/${ids[Math.floor(n / caseIds.length) % ids.length]}`, clerk(n).token)
    },
    board: (n) => get(`/api/public/boards/${clerk(n).communityId}`, null),
    boardCases: (n) => get(`/api/public/boards/${clerk(n).communityId}/cases`, null),
    rates: () => get(`/api/rates?${month}`, officer),
    ratesCommunity: (n) => get(`/api/rates?${month}`, clerk(n).token),
    rateCases: () => get(`/api/rates/cases?${month}&figure=unresolved`, officer),
  }
}
const plansOf = async (db: pg.Client, scratch: Scratch, caseId: string): Promise<Record<string, string>> => {
  const { from, to } = lastMonth()
  const plan = async (text: string) =>
    (
      await db.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers off, timing off, summary off, costs off) ${text}`,
      )
    ).rows
      .map((row) => row['QUERY PLAN'])
      .join('\n')
  return {
    'rates of a month, whole district, by body': await plan(
      `select key_id, sum(respond_due), sum(responded), sum(resolve_due), sum(resolved) from rate_days where scope_id = '${scratch.districtId}' and axis = 'body' and day between '${from}' and '${to}' group by key_id`,
    ),
    'cases behind a figure, whole district': await plan(
      `select case_id from rate_facts f where f.district_id = '${scratch.districtId}' and f.resolve_day between '${from}' and '${to}' and not f.excluded and not f.merged and not f.resolved order by f.resolve_day, f.case_id limit 21`,
    ),
    'timeline of a case': await plan(`select * from case_events where case_id = '${caseId}' order by at, id`),
  }
}
/** Rounds of all reads in turn, four clients. */
export const measureReads = async (port: number, scratch: Scratch, rounds: number, seconds: number): Promise<Reads> => {
  const db = new pg.Client({ connectionString: scratch.url })
  await db.connect()
  const known = await ready(db, scratch)
  const asked = requests(scratch, known)
  const samples = Object.fromEntries(readNames.map((name) => [name, [] as Sample[]])) as Record<ReadName, Sample[]>
  for (let round = 0; round < rounds; round++)
    for (const name of readNames) {
      await load(port, 4, 1, asked[name])
      samples[name].push(await load(port, 4, seconds, asked[name]))
    }
  const plans = await plansOf(db, scratch, known.caseIds[0]![0]!)
  await db.end()
  return { samples, plans }
}
