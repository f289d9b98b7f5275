// The measurements: creating a case with and without HTTP, and the first page of a community's queue.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { buildApp } from '../../server/src/app.ts'
import { readConfig } from '../../server/src/platform/config.ts'
import { load, loop, type Sample, type Sent } from './load.ts'
import { player, recordOne } from './same-statements.ts'
import type { Scratch } from './scratch-district.ts'

export interface Creation {
  readonly http: readonly Sample[]
  readonly sql: readonly Sample[]
  readonly statements: number
}
export interface QueueFigures {
  readonly plain: readonly Sample[]
  readonly filtered: readonly Sample[]
  readonly search: readonly Sample[]
  readonly plan: string
}
const CLIENTS = 16
const WARM_SECONDS = 8
const words = '楼道路灯不亮了，老人晚上出门看不见，请派人修一修'
const creating =
  (scratch: Scratch) =>
  (n: number): Sent => {
    const { token, unitId } = scratch.residents[n % scratch.residents.length]!
    return {
      method: 'POST',
      path: '/api/cases',
      headers: {
        cookie: `linli_session=${token}`,
        'x-linli': '1',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ placeId: unitId, words }),
    }
  }
const knownIds = async (url: string): Promise<Set<string>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    'select id::text from persons union select id::text from places union select id::text from categories union select id::text from organisations union select id::text from sessions union select id::text from positions union select id::text from appointments union select district_id::text from places',
  )
  await client.end()
  return new Set(rows.map((row) => row.id))
}
/** Waits until the worker has told everybody of what was written: neither kind of round pays for the other's jobs. */
const settled = async (db: pg.Client): Promise<void> => {
  for (;;) {
    const { rows } = await db.query<{ waiting: number }>(
      "select count(*)::int as waiting from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now()",
    )
    if (rows[0]!.waiting === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
/** Alternating rounds, so that a drift of the machine's speed meets both. */
export const measureCreation = async (
  port: number,
  scratch: Scratch,
  dataFolder: string,
  rounds: number,
  seconds: number,
): Promise<Creation> => {
  const app = await buildApp(
    readConfig({
      DATABASE_URL: scratch.url,
      LINLI_DATA: dataFolder,
      LINLI_DEMO: '0',
      LINLI_RATE: '0',
      LINLI_ROLES: 'web',
      LINLI_LOG: 'silent',
    }),
  )
  await app.server.ready()
  const key = randomUUID()
  const { headers, body } = creating(scratch)(0)
  const inject = (idempotencyKey: string) =>
    app.server.inject({
      method: 'POST',
      url: '/api/cases',
      headers: { ...headers, 'idempotency-key': idempotencyKey },
      payload: body!,
    })
  // The first fills the caches that a running server has filled.
  await inject(randomUUID())
  let caseNumber = 0
  const statements = await recordOne(app.database.pool, async () => {
    const answer = await inject(key)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    caseNumber = Number(answer.json<{ number: string }>().number)
  })
  await app.server.close()
  const play = player(statements, await knownIds(scratch.url), key, caseNumber)
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: scratch.url })
      await client.connect()
      return client
    }),
  )
  const http: Sample[] = []
  const sql: Sample[] = []
  // A server that has been up for a while has compiled what it runs.
  await load(port, CLIENTS, WARM_SECONDS, creating(scratch))
  for (let round = 0; round < rounds; round++) {
    await settled(clients[0]!)
    http.push(await load(port, CLIENTS, seconds, creating(scratch)))
    await settled(clients[0]!)
    sql.push(await loop(CLIENTS, seconds, (client) => play(clients[client]!)))
  }
  await Promise.all(clients.map((client) => client.end()))
  return { http, sql, statements: statements.length }
}
const reading =
  (scratch: Scratch, query: (communityClerk: Scratch['clerks'][number]) => string) =>
  (n: number): Sent => {
    const clerk = scratch.clerks[n % scratch.clerks.length]!
    return { method: 'GET', path: `/api/cases?${query(clerk)}`, headers: { cookie: `linli_session=${clerk.token}` } }
  }
const planOf = async (scratch: Scratch) => {
  const client = new pg.Client({ connectionString: scratch.url })
  await client.connect()
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, buffers off, timing off, summary off, costs off) select id from cases where community_id = '${scratch.clerks[0]!.communityId}' and state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened') order by due_at, id limit 21`,
  )
  await client.end()
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
/** The first page with its count: plain, filtered by kind and category, and searched by a two-character word. */
export const measureQueue = async (
  port: number,
  scratch: Scratch,
  rounds: number,
  seconds: number,
): Promise<QueueFigures> => {
  const queries = {
    plain: () => 'open=true&count=true',
    filtered: (clerk: Scratch['clerks'][number]) =>
      `open=true&count=true&kind=small,urgent&categoryId=${clerk.categoryId}`,
    search: () => `open=true&count=true&search=${encodeURIComponent('电梯')}`,
  }
  const found: Record<keyof typeof queries, Sample[]> = { plain: [], filtered: [], search: [] }
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(queries) as (keyof typeof queries)[]) {
      await load(port, 4, 1, reading(scratch, queries[name]))
      found[name].push(await load(port, 4, Math.max(2, seconds / 2), reading(scratch, queries[name])))
    }
  }
  return { ...found, plan: await planOf(scratch) }
}
