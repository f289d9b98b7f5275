// Plants a row in any table, from what the database itself says of its columns: for tests that walk all tables.
import { randomUUID } from 'node:crypto'
import type { TestApp } from './test-app.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly needed: boolean
}
export type Row = Record<string, unknown>

/** Not planted anew: the test has them. */
const given: ReadonlySet<string> = new Set(['places', 'persons', 'organisations', 'positions', 'categories'])
/** Every column of the public tables. */
export const columnsIn = (app: TestApp): Promise<Column[]> =>
  app.sql<Column & { needed: boolean }>(
    `select c.table_name as "table", c.column_name as name, c.udt_name as type,
       c.is_nullable = 'NO' and c.column_default is null and c.is_identity = 'NO' and c.is_generated = 'NEVER' as needed
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`,
  )
/** `table.column` → the table it points to. */
const targetsIn = async (app: TestApp): Promise<Map<string, { table: string; column: string }>> => {
  const rows = await app.sql<{ name: string; table: string; column: string }>(
    `select k.conrelid::regclass || '.' || a.attname as name, k.confrelid::regclass::text as "table", b.attname as column
     from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
     where k.contype = 'f' and cardinality(k.conkey) = 1`,
  )
  return new Map(rows.map((row) => [row.name, row]))
}
/** `table.column` → a value its check allows, where the check is a list. */
const choicesIn = async (app: TestApp): Promise<Map<string, string>> => {
  const rows = await app.sql<{ table: string; text: string }>(
    `select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as text from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace`,
  )
  const found = new Map<string, string>()
  for (const { table, text } of rows) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\['([^']*)'::text/.exec(text)
    if (match !== null) found.set(`${table}.${match[1]}`, match[2]!)
  }
  return found
}
const plain = (type: string, marker: string): unknown => {
  if (type.startsWith('_') || type === 'jsonb') return type === 'jsonb' ? '{}' : []
  if (/^(int|float|numeric)/.test(type)) return 1
  if (type === 'bool') return false
  if (type === 'date') return '2026-06-01'
  if (type === 'timestamptz') return new Date('2026-06-01T02:00:00Z')
  if (type === 'uuid') return randomUUID()
  return type === 'tsvector' ? '' : `${marker}${randomUUID().slice(0, 8)}`
}
/**
 * `around` answers for columns by their name everywhere (the district, a street …); `special` for one table, where its
 * checks ask more than a column tells. Text is the marker with something unique.
 */
export const planter = async (app: TestApp, around: Row, special: Readonly<Record<string, Row>>, marker: string) => {
  const columns = await columnsIn(app)
  const targets = await targetsIn(app)
  const choices = await choicesIn(app)
  const pointed = async (table: string, column: string, isNew: boolean): Promise<unknown> => {
    const [row] = isNew && !given.has(table) ? [] : await app.sql(`select ${column} as value from ${table} limit 1`)
    return row?.value ?? (await plant(table, {}))[column]
  }
  const valueOf = async ({ table, name, type }: Column, isNew: boolean): Promise<unknown> => {
    if (name in around) return around[name]
    const target = targets.get(`${table}.${name}`)
    if (target !== undefined) return pointed(target.table, target.column, isNew)
    return choices.get(`${table}.${name}`) ?? plain(type, marker)
  }
  const insert = async (table: string, wanted: Row, isNew: boolean): Promise<Row> => {
    const row: Row = { ...special[table], ...wanted }
    for (const column of columns) {
      if (column.table === table && column.needed && !(column.name in row))
        row[column.name] = await valueOf(column, isNew)
    }
    const names = Object.keys(row)
    const [made] = await app.sql(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
       values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning *`,
      Object.values(row),
    )
    return made!
  }
  /** Where there is such a row of such a thing already: of a new thing. */
  const plant = (table: string, wanted: Row): Promise<Row> =>
    insert(table, wanted, false).catch((error: { code?: string }) => {
      if (error.code !== '23505') throw error
      return insert(table, wanted, true)
    })
  return plant
}
