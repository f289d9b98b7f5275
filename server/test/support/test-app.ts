// The real app on a fresh database, with a small district, makers, and calls as a signed-in person.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { makersFor } from './people-makers.ts'
import { makeDistrict } from './small-district.ts'
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
