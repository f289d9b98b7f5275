// Starts the real server on a database of its own for the journeys, with the demo district; drops it at the end.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseNote } from './support/database-note.ts'
import { freshDatabase } from '../server/test/support/test-database.ts'

const database = await freshDatabase()
const data = mkdtempSync(join(tmpdir(), 'linli-e2e-'))
const note = databaseNote(process.env.PORT ?? '')
writeFileSync(note, database.url, { mode: 0o600 })
const main = fileURLToPath(new URL('../server/src/main.ts', import.meta.url))
const server = spawn(process.execPath, [main], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: database.url, LINLI_DATA: data, LINLI_DEMO: '1', LINLI_RATE: '0', NODE_ENV: '' },
})
const stop = () => server.kill('SIGTERM')
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
server.on('exit', async (code) => {
  await database.drop()
  rmSync(data, { recursive: true, force: true })
  rmSync(note, { force: true })
  process.exit(code ?? 0)
})
