// Writes that nothing in their transaction reads again: gathered, joined to one statement, sent together with the commit.
import { getTableColumns, getTableName, type InferInsertModel, type Table } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PoolClient } from 'pg'

/** SQL with $1, $2 … and their values, already plain: text, numbers, null. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** A function called for what it writes; else an insert, update or delete. */
  readonly calls?: boolean
}
/** More than this leave ahead of the commit, so that a statement stays small. */
const MOST_TOGETHER = 24
const KEPT_STATEMENTS = 2000
/** What was joined before, statement after statement: a long key need not be put together to look it up. */
interface Joined {
  text: string | null
  readonly next: Map<string, Joined>
}
const begin: Joined = { text: null, next: new Map() }
let kept = 0

const renumbered = (text: string, by: number) =>
  by === 0 ? text : text.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + by}`)
/** `with w0 as (insert …), w1 as (update …) select f(…)`: all or none, one message. */
const joinNew = (statements: readonly Statement[]): string => {
  const writes: string[] = []
  const calls: string[] = []
  let before = 0
  for (const { text, values, calls: isCall } of statements) {
    if (isCall === true) calls.push(renumbered(text, before))
    else writes.push(`w${writes.length} as (${renumbered(text, before)})`)
    before += values.length
  }
  return `${writes.length > 0 ? `with ${writes.join(', ')} ` : ''}select ${calls.length > 0 ? calls.join(', ') : '1'}`
}
const join = (statements: readonly Statement[]): string => {
  let at = begin
  for (const { text } of statements) {
    const next = at.next.get(text)
    if (next !== undefined) at = next
    else if (kept >= KEPT_STATEMENTS) return joinNew(statements)
    else {
      const made: Joined = { text: null, next: new Map() }
      at.next.set(text, made)
      kept++
      at = made
    }
  }
  return (at.text ??= joinNew(statements))
}

export interface LastWrites {
  /** Writes with the commit. Nothing later in this transaction may need to read it. */
  add(statement: Statement): Promise<void>
  /** Sends what waits. */
  send(): Promise<void>
  /** Forgets what waits: a new transaction begins. */
  clear(): void
}
export const lastWrites = (client: PoolClient): LastWrites => {
  let waiting: Statement[] = []
  const send = async () => {
    if (waiting.length === 0) return
    const statements = waiting
    waiting = []
    await client.query(
      { text: join(statements) },
      statements.flatMap(({ values }) => [...values]),
    )
  }
  return {
    add: async (statement) => {
      waiting.push(statement)
      if (waiting.length >= MOST_TOGETHER) await send()
    },
    send,
    clear: () => void (waiting = []),
  }
}

/** An insert into this table as a statement; its text is made once, not at every row. */
export const insertInto = <T extends Table>(
  table: T,
  special: Partial<Record<keyof InferInsertModel<T>, (param: string) => string>> = {},
) => {
  const columns = Object.entries(getTableColumns(table)) as [string, PgColumn][]
  const texts = new Map<string, string>()
  return (row: InferInsertModel<T>): Statement => {
    const given = columns.filter(([key]) => (row as Record<string, unknown>)[key] !== undefined)
    const shape = given.map(([key]) => key).join()
    let text = texts.get(shape)
    if (text === undefined) {
      const names = given.map(([, column]) => `"${column.name}"`)
      const params = given.map(
        ([key], i) => (special as Record<string, (param: string) => string>)[key]?.(`$${i + 1}`) ?? `$${i + 1}`,
      )
      text = `insert into "${getTableName(table)}" (${names.join(', ')}) values (${params.join(', ')})`
      texts.set(shape, text)
    }
    return {
      text,
      values: given.map(([key, column]) => {
        const value = (row as Record<string, unknown>)[key]
        return value === null || key in special ? value : column.mapToDriverValue(value)
      }),
    }
  }
}
