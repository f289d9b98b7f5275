// Loads the demo in a process of its own: what loading takes (100 MB) would stay with the server until its next start.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database.ts'

/** Makes the demo district if there is none. @throws when the loading fails; the reason was printed. */
export const prepareDemoApart = async (database: Database, config: Config): Promise<void> => {
  if (!config.demo) return
  const { rowCount } = await database.pool.query("select 1 from places where kind = 'district' limit 1")
  if (rowCount !== 0) return
  const seed = fileURLToPath(new URL('seed.ts', import.meta.url))
  // It says what it does in this process's place; under the launcher it ends with it.
  const loading = spawn(process.execPath, [...process.execArgv, seed], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [code] = (await once(loading, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`演示区县没有载入，原因见上 / the demo was not loaded, the reason is above (${code})`)
}
