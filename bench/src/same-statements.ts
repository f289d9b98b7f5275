// The SQL statements of one creation, recorded from the real command, and played again with fresh ids: the floor without HTTP.
import pg from 'pg'
import { uuidv7 } from 'uuidv7'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Wraps a pool's connections so that what they send is recorded between begin and commit. */
export const recordOne = async (pool: pg.Pool, create: () => Promise<void>): Promise<Statement[]> => {
  const statements: Statement[] = []
  const connect = pool.connect.bind(pool)
  const recorded = async () => {
    const client = (await connect()) as pg.PoolClient
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((config: unknown, values?: unknown[], ...rest: unknown[]) => {
      const text = typeof config === 'string' ? config : (config as { text: string }).text
      statements.push({ text, values: [...(values ?? [])] })
      return query(config, values, ...rest)
    }) as typeof client.query
    return client
  }
  // `pool.query` asks with a callback: what runs beside the request (live updates) is not recorded.
  pool.connect = ((callback?: Parameters<typeof pool.connect>[0]) =>
    callback === undefined ? recorded() : connect(callback)) as typeof pool.connect
  try {
    await create()
  } finally {
    pool.connect = connect as typeof pool.connect
  }
  return statements
}
/** Ids and the number made by the command itself are made anew at every playing; ids that were there before stay. */
export const player = (
  statements: readonly Statement[],
  known: ReadonlySet<string>,
  idempotencyKey: string,
  caseNumber: number,
) => {
  let nextNumber = 2_000_000_000 + Math.floor(Math.random() * 1e12)
  const names = new Map(statements.map((statement, i) => [statement.text, `s${i}`]))
  const renew = (value: unknown, fresh: Map<string, string>): unknown => {
    if (Array.isArray(value)) return value.map((one) => renew(one, fresh))
    if (value === caseNumber) return nextNumber++
    if (typeof value !== 'string') return value
    return value.replaceAll(idempotencyKey, fresh.get(idempotencyKey)!).replaceAll(UUID, (id) => {
      if (known.has(id)) return id
      if (!fresh.has(id)) fresh.set(id, uuidv7())
      return fresh.get(id)!
    })
  }
  return async (client: pg.Client): Promise<void> => {
    const fresh = new Map([[idempotencyKey, uuidv7()]])
    for (const { text, values } of statements) {
      if (values.length === 0) await client.query(text)
      else await client.query({ name: names.get(text)!, text, values: values.map((value) => renew(value, fresh)) })
    }
  }
}
