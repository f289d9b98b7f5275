// Background work over pg-boss: a job is a row of the business transaction, run after its commit, retried until done.
import { PgBoss } from 'pg-boss'
import type { Config } from './config.ts'
import type { Tx } from './database.ts'
import type { Database } from './database.ts'
import { systemActorName, type Cx, type LaterOne } from './cx.ts'
import { appendJournal } from './journal.ts'
import { afterCommit } from './after-commit.ts'
import type { Live } from './live.ts'
import type { Job } from './module.ts'

export interface Jobs {
  send(db: Tx, job: string, many: readonly LaterOne[]): Promise<void>
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
/** A worker wakes this long after the first job came, so that those of one moment are fetched together. */
const GATHER_MS = 40
/** Jobs fetched at once by a worker that can run several together. */
const MANY = 100

/** What was done is kept a day, to see what happened; a job may name a person. */
const KEEP_SECONDS = 86_400
const queueSettings = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 300,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  deleteAfterSeconds: KEEP_SECONDS,
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

const asQueued = ({ data, startAfter, once, isUrgent }: LaterOne) => ({
  data,
  ...(startAfter ? { startAfter } : {}),
  ...(once ? { singletonKey: once } : {}),
  ...(isUrgent ? { priority: 1 } : {}),
})
/** The two ways of a context to schedule jobs. */
export const laterBy = (
  jobs: Pick<Jobs, 'send' | 'wake'>,
  db: Tx,
  after: ReturnType<typeof afterCommit>,
): Pick<Cx<null>, 'later' | 'laterAll'> => {
  const laterAll = async (job: string, many: readonly LaterOne[]) => {
    if (many.length === 0) return
    await jobs.send(db, job, many)
    after.add(() => jobs.wake(job))
  }
  return { laterAll, later: (job, data, options) => laterAll(job, [{ data, ...options }]) }
}

type Fetched = { readonly id: string; readonly data: unknown }
interface Work {
  readonly parts: JobParts
  readonly boss: PgBoss
  readonly jobs: Jobs
  readonly name: string
  readonly job: Job
}
const dataOf = ({ data }: Fetched) => (data ?? {}) as Record<string, unknown>
/** Runs jobs in one transaction, which also completes them: work that committed is never run again. */
const runTogether = async ({ parts, boss, jobs, name, job }: Work, many: readonly Fetched[]) => {
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
      ...laterBy(jobs, db, after),
      live: (topic, id) => after.add(() => parts.live.tell(topic, id)),
      setSession: () => undefined,
    }
    if (many.length > 1 && job.runMany !== undefined) await job.runMany(cx, many.map(dataOf))
    else for (const one of many) await job.run(cx, dataOf(one))
    await boss.complete(
      name,
      many.map(({ id }) => id),
      {},
      { db: inside(db) },
    )
  })
  after.run()
}
/** Where several together fail, each is run alone: one that cannot be done holds up none of the others. */
const runAll = async (work: Work, many: readonly Fetched[]) => {
  if (many.length > 1) {
    const together = await runTogether(work, many).then(
      () => true,
      () => false,
    )
    if (together) return
  }
  const failures: unknown[] = []
  for (const one of many) {
    await runTogether(work, [one]).catch((error: unknown) => {
      work.parts.log(`job ${work.name}`, error)
      failures.push(error)
    })
  }
  // Completed ones stay completed: only the others are tried again.
  if (failures.length > 0) throw failures[0]
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
  const waking = new Map<string, NodeJS.Timeout>()
  const self: Jobs = {
    send: async (db, job, many) => {
      if (!(job in jobs)) throw new Error(`no such job: ${job}`)
      await boss.insert(job, many.map(asQueued), { db: withCommit(db) })
    },
    wake: (job) => {
      const worker = workers.get(job)
      if (worker === undefined || waking.has(job)) return
      waking.set(
        job,
        setTimeout(() => {
          waking.delete(job)
          boss.notifyWorker(worker)
        }, GATHER_MS),
      )
    },
    stop: async () => {
      for (const timer of waking.values()) clearTimeout(timer)
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
  if (work) {
    for (const [name, job] of Object.entries(jobs)) {
      const more = (isLikely: boolean) => {
        const worker = workers.get(name)
        if (isLikely && worker !== undefined) boss.notifyWorker(worker)
      }
      const batchSize = job.runMany === undefined ? 1 : MANY
      const id = await boss.work<Record<string, unknown>>(
        name,
        { pollingIntervalSeconds: 1, batchSize, localConcurrency: job.parallel ?? 1 },
        // There may be more: without this, what piled up while the server was down goes at one batch a second.
        (many) => runAll({ parts, boss, jobs: self, name, job }, many).finally(() => more(many.length === batchSize)),
      )
      workers.set(name, id)
      if (job.cron !== undefined) await boss.schedule(name, job.cron, {}, { tz: ZONE })
    }
  }
  return self
}
