// Checks a PostgreSQL that DATABASE_URL names before anything is done with it.
import pg from 'pg'
import { oldestMajor } from './postgres-programs.ts'
import { StartRefusal } from './sentence.ts'

/** Refuses with a sentence when it cannot be reached or is older than PostgreSQL 15. The password is never shown. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: string }>(
      "select current_setting('server_version') as version, current_setting('server_version_num') as number",
    )
    const [answer] = rows
    if (answer !== undefined && Number(answer.number) < oldestMajor * 10_000) throw tooOld(answer.version)
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    const sentence = {
      zh: '连不上 DATABASE_URL 指定的数据库。下面是原因。',
      en: 'The database that DATABASE_URL names cannot be reached. The reason:',
    }
    throw new StartRefusal(sentence, reasonIn(error))
  } finally {
    await client.end().catch(() => {})
  }
}

function tooOld(version: string): StartRefusal {
  return new StartRefusal({
    zh: `数据库是 PostgreSQL ${version}，太旧了，需要 ${oldestMajor} 或更新版本。`,
    en: `The database is PostgreSQL ${version}, which is too old: ${oldestMajor} or newer is needed.`,
  })
}

function reasonIn(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonIn).join('\n')
  return error instanceof Error ? error.message : String(error)
}
