// The tables as the code knows them and as the migrations made them are the same tables.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { is, type Column } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { freshDatabase } from './support/test-database.ts'

const database = await freshDatabase()
const pool = new pg.Pool({ connectionString: database.url, max: 1 })
after(async () => {
  await pool.end()
  await database.drop()
})
const server = fileURLToPath(new URL('../', import.meta.url))
interface Known {
  readonly file: string
  readonly name: string
  readonly columns: readonly Column[]
}
const known: Known[] = []
for (const file of globSync('src/**/*.ts', { cwd: server })
  .filter((path) => /(^|\/)((\w+-)?tables|working-calendar)\.ts$/.test(path))
  .sort()) {
  const exported = (await import(pathToFileURL(`${server}${file}`).href)) as Record<string, unknown>
  for (const value of Object.values(exported)) {
    if (!is(value, PgTable)) continue
    const { name, columns } = getTableConfig(value)
    known.push({ file, name, columns })
  }
}
interface Real {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly filled: boolean
}
const { rows: real } = await pool.query<Real>(
  `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
     (a.atthasdef or a.attidentity <> '' or a.attgenerated <> '') as filled
   from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
)
const realTables = new Set(real.map((row) => row.table))
/** Written and read by SQL functions and the platform's own statements only. */
const withoutTables = new Set(['migrations', 'idempotency'])
/** Columns that only SQL names: filled by a default or generated, read in conditions. */
const onlyInSql = new Set(['places.path_order', 'messages.tx', 'journal_roots.at'])

describe('tables', () => {
  test('there is something to compare', () =>
    assert.ok(known.length >= 20 && realTables.size >= 20, `${known.length} known, ${realTables.size} real`))
  test('every table of the code is in the database', () =>
    assert.deepEqual(
      known.filter((one) => !realTables.has(one.name)).map((one) => `${one.file}: ${one.name}`),
      [],
    ))
  test('every table of the database is in the code', () => {
    const names = new Set(known.map((one) => one.name))
    assert.deepEqual(
      [...realTables].filter((name) => !names.has(name) && !withoutTables.has(name)),
      [],
    )
  })
})
describe('columns', () => {
  for (const { file, name, columns } of known) {
    test(`${name} (${file})`, () => {
      const there = new Map(real.filter((row) => row.table === name).map((row) => [row.column, row]))
      for (const column of columns) {
        const row = there.get(column.name)
        assert.ok(row, `${name}.${column.name} is in the code and not in the database`)
        const type = column
          .getSQLType()
          .replace(/\(\d+\)/, '')
          .replace(/^timestamp$/, 'timestamp without time zone')
          .replace(/^time$/, 'time without time zone')
          .replace(/^varchar/, 'character varying')
          .replace(/^(big)?serial$/, (_, big) => (big ? 'bigint' : 'integer'))
        assert.equal(type, row.type, `${name}.${column.name}`)
        assert.equal(
          column.notNull,
          !row.nullable,
          `${name}.${column.name}: ${column.notNull ? 'never null' : 'may be null'} in the code, the other in the database`,
        )
        if (column.hasDefault && column.defaultFn === undefined)
          assert.ok(row.filled, `${name}.${column.name} has a default in the code and none in the database`)
      }
      const names = new Set(columns.map((column) => column.name))
      const unknown = [...there.values()].filter(
        (row) => !names.has(row.column) && !(row.filled && onlyInSql.has(`${name}.${row.column}`)),
      )
      assert.deepEqual(
        unknown.map((row) => row.column),
        [],
        `${name} has columns the code does not know`,
      )
    })
  }
})
