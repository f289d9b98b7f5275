// Applies the SQL files of server/migrations once each, in order, under a lock.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const folder = new URL('../../migrations/', import.meta.url)
const LOCK = 7_310_226
export class MigrationError extends Error {}

/** Brings the database up to date; returns the names applied. @throws MigrationError when an applied file was edited. */
export const migrate = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url, application_name: 'linli-migrate' })
  await client.connect()
  try {
    const { rows } = await client.query<{ v: number }>("select current_setting('server_version_num')::int as v")
    if (rows[0]!.v < 150_000)
      throw new MigrationError('PostgreSQL 版本低于 15，请升级 / PostgreSQL is older than 15, please upgrade.')
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, at timestamptz not null default now())',
    )
    const done = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')).rows.map((row) => [
        row.name,
        row.sha256,
      ]),
    )
    const applied: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(new URL(name, folder), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const before = done.get(name)
      if (before === sha256) continue
      if (before !== undefined)
        throw new MigrationError(`迁移文件 ${name} 在执行后被改动 / migration ${name} was edited after it ran.`)
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new MigrationError(`迁移 ${name} 失败 / migration ${name} failed: ${(error as Error).message}`)
      }
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}
