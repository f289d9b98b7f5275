// Background work over pg-boss: a job is a row of the business transaction, run after its commit, retried until done.
import { PgBoss } from 'pg-boss'
import type { Config } from './config.ts'
import type { Tx } from './database.ts'
import type { Database } from './database.ts'
import type { Cx } from './cx.ts'
import { appendJournal } from './journal.ts'
import { systemActorName } from './cx.ts'
import { afterCommit } from './after-commit.ts'
import type { Live } from './live.ts'
import type { Job } from './module.ts'

export interface Jobs {
  send(
    db: Tx,
    job: string,
    data: object,
    options?: { readonly startAfter?: Date; readonly once?: string },
  ): Promise<void>
  /** Wakes this process's worker of the job; other processes poll every second. */
  wake(job: string): void
  stop(): Promise<void>
}
export interface JobParts {
  readonly config: Config
  readonly database: Database
  readonly live: Live
  readonly districtId: () => Promise<string>
  readonly log: (message: string, error?: unknown) => void
}
const ZONE = 'Asia/Shanghai'
/** A job whose worker gives no sign of life this long is begun anew: it was killed. */
const HEARTBEAT_SECONDS = 30

const queueSettings = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 300,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  policy: 'standard',
} as const
/** Makes missing queues; queues an older version made get the settings of this one. */
const ensureQueues = async (boss: PgBoss, names: readonly string[]): Promise<void> => {
  const there = new Set((await boss.getQueues([...names])).map((queue) => queue.name))
  const { policy, ...changeable } = queueSettings
  for (const name of names)
    await (there.has(name) ? boss.updateQueue(name, changeable) : boss.createQueue(name, { ...changeable, policy }))
}
/** The queue's own insert leaves with the commit of the business transaction. */
const withCommit = (db: Tx) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    await db.last.add({ text, values: values ?? [] })
    return { rows: [] }
  },
})
const inside = (db: Tx) => ({ executeSql: (text: string, values?: unknown[]) => db.$client.query(text, values) })

/** Runs one job in a transaction of its own, which also completes it: work that committed is never run again. */
const runJob = async (
  parts: JobParts,
  boss: PgBoss,
  jobs: Jobs,
  name: string,
  job: Job,
  one: { id: string; data: unknown },
) => {
  const after = afterCommit()
  const districtId = await parts.districtId()
  await parts.database.transaction(async (db) => {
    const now = new Date()
    const cx: Cx<null> = {
      db,
      actor: null,
      districtId,
      now,
      origin: { address: '', device: 'worker', language: 'zh-CN', site: '' },
      journal: (entry) =>
        appendJournal(db, { districtId, at: now, actorId: null, actorName: systemActorName, address: null }, entry),
      later: async (next, nextData, options) => {
        await jobs.send(db, next, nextData, options)
        after.add(() => jobs.wake(next))
      },
      live: (topic, id) => after.add(() => parts.live.tell(topic, id)),
      setSession: () => undefined,
    }
    await job.run(cx, (one.data ?? {}) as Record<string, unknown>)
    await boss.complete(name, one.id, {}, { db: inside(db) })
  })
  after.run()
}

/** Opens the queue; with `work`, runs the jobs in this process. */
export const openJobs = async (parts: JobParts, jobs: Readonly<Record<string, Job>>, work: boolean): Promise<Jobs> => {
  const boss = new PgBoss({
    connectionString: parts.config.databaseUrl,
    max: work ? 4 : 2,
    application_name: 'linli-jobs',
    supervise: work,
    schedule: work,
  })
  boss.on('error', (error) => parts.log('job queue', error))
  await boss.start()
  await ensureQueues(boss, Object.keys(jobs))
  const workers = new Map<string, string>()
  const self: Jobs = {
    send: async (db, job, data, options = {}) => {
      if (!(job in jobs)) throw new Error(`no such job: ${job}`)
      await boss.send(job, data, {
        db: withCommit(db),
        ...(options.startAfter ? { startAfter: options.startAfter } : {}),
        ...(options.once ? { singletonKey: options.once } : {}),
      })
    },
    wake: (job) => {
      const worker = workers.get(job)
      if (worker !== undefined) boss.notifyWorker(worker)
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
  if (work) {
    for (const [name, job] of Object.entries(jobs)) {
      const id = await boss.work<Record<string, unknown>>(
        name,
        { pollingIntervalSeconds: 1, batchSize: 1, localConcurrency: job.parallel ?? 1 },
        async ([one]) => {
          if (one === undefined) return
          await runJob(parts, boss, self, name, job, one)
            .catch((error) => {
              parts.log(`job ${name}`, error)
              throw error
            })
            // There may be more: without this, what piled up while the server was down goes at one a second.
            .finally(() => self.wake(name))
        },
      )
      workers.set(name, id)
      if (job.cron !== undefined) await boss.schedule(name, job.cron, {}, { tz: ZONE })
    }
  }
  return self
}
