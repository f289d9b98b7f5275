// The database server that the tests use: DATABASE_URL, where they make and drop databases of their own, or a private one.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { checkDatabase } from './external-database.ts'
import { lockFolder } from './instance-lock.ts'
import { readPostmasterNote } from './postmaster-file.ts'
import { stopPostmaster } from './postmaster.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import { StartRefusal } from './sentence.ts'
import type { Settings } from './settings.ts'

export type TestDatabase = {
  url: string
  /** Databases made by this run are named with it in front, and dropped at the end. */
  prefix: string
  stop: () => Promise<void>
}

const folderStart = 'linli-npm-test-'

/** Starts it, or checks that the external one lets us make databases. */
export async function startTestDatabase(settings: Settings): Promise<TestDatabase> {
  const prefix = `linli_test_${process.pid}_${Date.now().toString(36)}_`
  const { databaseUrl } = settings
  if (databaseUrl !== undefined) {
    await checkDatabase(databaseUrl)
    await checkMayCreate(databaseUrl)
    return { url: databaseUrl, prefix, stop: () => dropDatabases(databaseUrl, prefix) }
  }
  await clearLeftovers()
  const dataFolder = mkdtempSync(join(tmpdir(), folderStart))
  chmodSync(dataFolder, 0o755)
  const postgres = await startPrivatePostgres({ dataFolder, programs: settings.postgres })
  return {
    url: postgres.url,
    prefix,
    stop: async () => {
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function checkMayCreate(url: string): Promise<void> {
  const query = 'select rolsuper or rolcreatedb as may from pg_roles where rolname = current_user'
  const { rows } = await withClient(url, (client) => client.query<{ may: boolean }>(query))
  if (rows[0]?.may === true) return
  throw new StartRefusal({
    zh: '测试要自己新建数据库，DATABASE_URL 的用户没有这个权限（CREATEDB）。',
    en: 'The tests make databases of their own; the user in DATABASE_URL may not (it needs CREATEDB).',
  })
}

/** The lock that the server's tests hold while they make or copy their template database. */
const templateLock = 881

/** Leaves an external server as it was found: this run's databases go, and the templates that tests copy. */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const query = `select datname as name from pg_database
      where starts_with(datname, $1) or starts_with(datname, 'linli_test_template_')`
    const { rows } = await client.query<{ name: string }>(query, [prefix])
    for (const { name } of rows) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`)
  })
}

/** Stops and removes what a killed test run left; one that is still running holds its folder's lock and is let be. */
async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(folderStart))) {
    const folder = join(tmpdir(), name)
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    const lock = await lockFolder(folder, () => {}).catch(() => undefined)
    if (lock === undefined) continue
    const database = join(folder, 'postgres')
    const note = readPostmasterNote(database)
    if (note !== undefined) await stopPostmaster(database, note.pid)
    rmSync(folder, { recursive: true, force: true })
    await lock.release()
  }
}
