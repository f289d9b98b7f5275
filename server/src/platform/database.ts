// The pool and the one way to a transaction. No other database handle exists.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { lastWrites, type LastWrites } from './last-writes.ts'

/** The transaction a request or a job runs in. */
export type Tx = NodePgDatabase & {
  readonly $client: pg.PoolClient
  /** What is written with the commit. */
  readonly last: LastWrites
}
export interface Database {
  readonly pool: pg.Pool
  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>, mode?: 'read' | 'write'): Promise<T>
  end(): Promise<void>
}

/**
 * A statement that carries this is planned each time, with its values at hand. For those whose best plan depends on them:
 * a word that every seventh case holds and one that stands in three are looked for in different ways.
 */
export const plannedEachTime = '/* planned each time */'
/** Statements beyond this many different texts on a connection are not kept prepared. */
const PREPARED_LIMIT = 400
type QueryConfig = { text: string; name?: string }

/** Statements of one turn of the event loop leave in one write to the socket instead of several each. */
const gatherWrites = (client: pg.PoolClient | pg.Client): (() => void) => {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  let isHeld = false
  const release = () => {
    isHeld = false
    stream.uncork()
  }
  return () => {
    if (isHeld) return
    isHeld = true
    stream.cork()
    setImmediate(release)
  }
}

/** Gives every parametrised statement a name, so that the server parses and plans it once per connection. */
const prepareByText = (client: pg.PoolClient | pg.Client) => {
  const names = new Map<string, string | undefined>()
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown
  const nameOf = (text: string) => {
    if (names.has(text) || names.size >= PREPARED_LIMIT) return names.get(text)
    const name = text.includes(plannedEachTime) ? undefined : createHash('sha1').update(text).digest('base64url')
    names.set(text, name)
    return name
  }
  const together = gatherWrites(client)
  client.query = ((config: unknown, values?: unknown, ...rest: unknown[]) => {
    together()
    if (
      typeof config === 'object' &&
      config !== null &&
      'text' in config &&
      Array.isArray(values) &&
      values.length > 0
    ) {
      const name = nameOf((config as QueryConfig).text)
      return plain(name === undefined ? config : { ...config, name }, values, ...rest)
    }
    return plain(config, values, ...rest)
  }) as typeof client.query
}

const kept = new WeakMap<pg.PoolClient, Tx>()
/** One per connection: a connection runs one transaction at a time. */
const txOn = (client: pg.PoolClient): Tx => {
  let tx = kept.get(client)
  if (tx === undefined) kept.set(client, (tx = Object.assign(drizzle({ client }), { last: lastWrites(client) }) as Tx))
  return tx
}
/** Opens the pool. Connections are made when first needed. */
export const openDatabase = (url: string, size: number): Database => {
  // Pipelined: BEGIN and the first query, or the last query and COMMIT, travel together.
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'linli',
    idleTimeoutMillis: 30_000,
    pipeline: true,
    // Its compilation costs more than any query of ours takes.
    options: '-c jit=off',
  } as pg.PoolConfig)
  pool.on('connect', (client) => {
    prepareByText(client)
    // The pool hears only idle connections: one that breaks in use fails its query, and must not end the process.
    client.on('error', () => undefined)
  })
  // A broken idle connection is replaced at the next request; the error itself must not end the process.
  pool.on('error', () => undefined)
  const read = async <T>(client: pg.PoolClient, work: (tx: Tx) => Promise<T>) => {
    const begun = client.query('begin isolation level repeatable read read only')
    begun.catch(() => undefined)
    try {
      const result = await work(txOn(client))
      await begun
      return result
    } finally {
      // Nothing was changed: nobody has to wait for the end of it.
      void client.query('commit').then(
        () => client.release(),
        (failure: Error) => client.release(failure),
      )
    }
  }
  const write = async <T>(client: pg.PoolClient, work: (tx: Tx) => Promise<T>) => {
    let broken: Error | undefined
    const tx = txOn(client)
    tx.last.clear()
    try {
      const begun = client.query('begin')
      begun.catch(() => undefined)
      const result = await work(tx)
      // In one write to the socket. Where a statement fails, the commit behind it ends the transaction as a rollback.
      const [, , ended] = await Promise.all([begun, tx.last.send(), client.query('commit')])
      if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back')
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }
  const transaction: Database['transaction'] = async (work, mode = 'write') =>
    (mode === 'read' ? read : write)(await pool.connect(), work)
  return { pool, transaction, end: () => pool.end() }
}
