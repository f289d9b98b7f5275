// What a worker hands to a job: one transaction, nobody signed in; what the job schedules is noted instead of run.
import type { Cx } from '../../src/platform/cx.ts'
import type { Tx } from '../../src/platform/database.ts'
import type { TestApp } from './test-app.ts'

type App = Pick<TestApp, 'database' | 'district'>
type Given = Partial<Pick<Cx<null>, 'now' | 'later' | 'live'>>

/** The context of a job in a transaction of the test's own. */
export const workerCx = (app: App, db: Tx, given: Given = {}): Cx<null> => ({
  db,
  actor: null,
  districtId: app.district.id,
  now: new Date(),
  origin: { address: '', device: 'worker', language: 'zh-CN', site: '' },
  journal: async () => undefined,
  later: async () => undefined,
  live: () => undefined,
  setSession: () => undefined,
  laterAll: async (job, many) => {
    for (const { data, ...options } of many) await given.later?.(job, data, options)
  },
  ...given,
})
/** `await asWorker(app, (cx) => closePolls(cx), { now })`. */
export const asWorker = <T>(app: App, work: (cx: Cx<null>) => Promise<T>, given: Given = {}): Promise<T> =>
  app.database.transaction((db) => work(workerCx(app, db, given)))
