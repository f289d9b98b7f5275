// A fresh database for each test file, cloned from a migrated template.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '../../src/platform/migrate.ts'

const folder = new URL('../../migrations/', import.meta.url)
const adminUrl = (): string => {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests by npm test')
  return url
}
const withName = (name: string) => {
  const url = new URL(adminUrl())
  url.pathname = `/${name}`
  return url.href
}
const fingerprint = () => {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(new URL(file, folder)))
  return hash.digest('hex').slice(0, 12)
}
const asAdmin = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: adminUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
/** A pool says it has ended while its last connections are still closing; cutting those off would look like a fault. */
const untilLeft = async (client: pg.Client, name: string): Promise<void> => {
  for (let turn = 0; turn < 100; turn++) {
    const there = await client.query('select 1 from pg_stat_activity where datname = $1', [name])
    if (there.rowCount === 0) return
    await new Promise((resolve) => void setTimeout(resolve, 20))
  }
}
/** Makes the database, and gives its address and how to drop it. */
export const freshDatabase = async (): Promise<{ url: string; drop: () => Promise<void> }> => {
  const template = `linli_test_template_${fingerprint()}`
  // `npm test` drops whatever bears its run's prefix, also after a test file that crashed.
  const name = `${process.env.TEST_DATABASE_PREFIX ?? 'linli_test_'}${randomUUID().slice(0, 8)}`
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(881)')
    const there = await client.query('select 1 from pg_database where datname = $1', [template])
    if (there.rowCount === 0) {
      await client.query(`drop database if exists ${template}_making with (force)`)
      await client.query(`create database ${template}_making`)
      await migrate(withName(`${template}_making`))
      await client.query(`alter database ${template}_making rename to ${template}`)
    }
    await client.query(`create database ${name} template ${template}`)
    await client.query('select pg_advisory_unlock(881)')
  })
  const drop = () =>
    asAdmin(async (client) => {
      await untilLeft(client, name)
      await client.query(`drop database if exists ${name} with (force)`)
    })
  return { url: withName(name), drop }
}
