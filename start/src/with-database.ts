// Runs one of our programs with a database: `with-database.ts [node options] script.ts arguments…`. The database is
// DATABASE_URL, else the private one: that of a running launcher if there is one, else started for the occasion.
import { checkDatabase } from './external-database.ts'
import { FolderInUse } from './instance-lock.ts'
import { askedToLeave, endOf, runOurs, stopChild } from './node-child.ts'
import { findPrivatePostgres, startPrivatePostgres } from './private-postgres.ts'
import { leaveWith } from './sentence.ts'
import { readSettings } from './settings.ts'

const leaving = askedToLeave()

async function run(args: string[]): Promise<number> {
  const settings = readSettings(process.env)
  const borrowed = await borrowDatabase(settings)
  try {
    const child = runOurs(args, {
      DATABASE_URL: borrowed.url,
      PORT: String(settings.port),
      HOST: settings.host,
      LINLI_DATA: settings.dataFolder,
      LINLI_DEMO: settings.isDemo ? '1' : '0',
    })
    const ended = endOf(child)
    const first = await Promise.race([ended, leaving.then(() => 'asked' as const)])
    return first === 'asked' ? await stopChild(child, 30_000) : first
  } finally {
    await borrowed.giveBack()
  }
}

async function borrowDatabase(settings: ReturnType<typeof readSettings>) {
  const keep = async () => {}
  if (settings.databaseUrl !== undefined) {
    await checkDatabase(settings.databaseUrl)
    return { url: settings.databaseUrl, giveBack: keep }
  }
  try {
    const postgres = await startPrivatePostgres({ dataFolder: settings.dataFolder, programs: settings.postgres })
    return { url: postgres.url, giveBack: postgres.stop }
  } catch (error) {
    const url = error instanceof FolderInUse ? await findPrivatePostgres(settings.dataFolder) : undefined
    if (url === undefined) throw error
    return { url, giveBack: keep }
  }
}

run(process.argv.slice(2)).then((code) => process.exit(code), leaveWith)
