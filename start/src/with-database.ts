// Runs one of our programs with a database: `with-database.ts [node options] script.ts arguments…`. The database is
// DATABASE_URL, else the private one: that of a running launcher if there is one, else started for the occasion.
import { borrowDatabase } from './borrowed-database.ts'
import { askedToLeave, endOf, runOurs, stopChild } from './node-child.ts'
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

run(process.argv.slice(2)).then((code) => process.exit(code), leaveWith)
