// Queues made by an older version of the code take the settings of this one when it starts, and keep their jobs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PgBoss } from 'pg-boss'
import { readConfig } from '../src/platform/config.ts'
import { openJobs } from '../src/platform/jobs.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const log = (message: string, error?: unknown) => assert.fail(`${message}: ${String(error)}`)

test('an old queue without heartbeat gets it at the start; its waiting jobs run; new queues are made', async () => {
  const older = new PgBoss({ connectionString: app.url, supervise: false, schedule: false })
  await older.start()
  await older.createQueue('test.old', { policy: 'standard', retryLimit: 2, expireInSeconds: 900 })
  await older.send('test.old', { from: 'the old version' })
  await older.stop({ graceful: false })
  const queues = () =>
    app.sql(
      `select name, retry_limit, heartbeat_seconds, expire_seconds, retry_backoff from pgboss.queue
       where name in ('test.old', 'test.new') order by name`,
    )
  const before = await queues()
  assert.deepEqual(
    before.map((row) => [row.name, row.retry_limit, row.heartbeat_seconds]),
    [['test.old', 2, null]],
  )
  let heard: (data: Record<string, unknown>) => void = () => undefined
  const ran = new Promise<Record<string, unknown>>((resolve) => (heard = resolve))
  const none = { run: async () => undefined }
  const jobs = await openJobs(
    {
      config: readConfig({ DATABASE_URL: app.url }),
      database: app.database,
      live: app.parts.live,
      districtId: async () => app.district.id,
      log,
    },
    { 'test.old': { run: async (_cx, data) => heard(data) }, 'test.new': none },
    true,
  )
  try {
    const after = await queues()
    assert.deepEqual(
      after.map((row) => [row.name, row.retry_limit, row.heartbeat_seconds, row.expire_seconds, row.retry_backoff]),
      [
        ['test.new', 8, 30, 300, true],
        ['test.old', 8, 30, 300, true],
      ],
    )
    assert.deepEqual(await ran, { from: 'the old version' })
  } finally {
    await jobs.stop()
  }
})
