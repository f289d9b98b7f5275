// A code somebody waits for leaves before the thousands of messages that were queued earlier; many jobs go in one statement.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../src/platform/config.ts'
import { afterCommit } from '../src/platform/after-commit.ts'
import { laterBy, openJobs } from '../src/platform/jobs.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const parts = {
  config: readConfig({ DATABASE_URL: app.url }),
  database: app.database,
  live: app.parts.live,
  districtId: async () => app.district.id,
  log: () => undefined,
}
test('what is urgent overtakes what waits, and what is for tomorrow stays', async () => {
  const done: unknown[] = []
  let finish: () => void = () => undefined
  const all = new Promise<void>((resolve) => (finish = resolve))
  const table = {
    'test.send': {
      run: async (_cx: unknown, data: Record<string, unknown>) => {
        done.push(data['n'])
        if (data['n'] === 39) finish()
      },
    },
  }
  // A process that only writes; the worker comes when everything waits.
  const writer = await openJobs(parts, table, false)
  const write = (work: (later: ReturnType<typeof laterBy>) => Promise<void>) =>
    app.database.transaction((db) => work(laterBy(writer, db, afterCommit())))
  await write(({ laterAll }) =>
    laterAll('test.send', [
      ...Array.from({ length: 40 }, (_, n) => ({ data: { n } })),
      { data: { n: 'tomorrow' }, startAfter: new Date(Date.now() + 86_400_000) },
    ]),
  )
  await write(({ later }) => later('test.send', { n: 'code' }, { isUrgent: true }))
  const worker = await openJobs(parts, table, true)
  try {
    await all
    assert.equal(done[0], 'code')
    assert.equal(done.length, 41, 'tomorrow’s stays')
    assert.deepEqual(
      done.slice(1).toSorted((a, b) => Number(a) - Number(b)),
      Array.from({ length: 40 }, (_, n) => n),
    )
  } finally {
    await worker.stop()
    await writer.stop()
  }
})
