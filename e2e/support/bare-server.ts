// A server as it starts in production on an empty database: one administrator and nothing else.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freshDatabase } from '../../server/test/support/test-database.ts'

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
export interface BareServer {
  readonly address: string
  /** The administrator's, as it was printed once. */
  readonly password: string
  readonly stop: () => Promise<void>
}
export const bareServer = async (): Promise<BareServer> => {
  const database = await freshDatabase()
  const data = mkdtempSync(join(tmpdir(), 'linli-bare-'))
  const port = await freePort()
  const server = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: database.url,
      LINLI_DATA: data,
      LINLI_DEMO: '0',
      LINLI_DISTRICT_NAME: '试点区',
      LINLI_RATE: '0',
      NODE_ENV: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    await database.drop()
    rmSync(data, { recursive: true, force: true })
  }
  let said = ''
  await new Promise<void>((done) => {
    server.once('exit', () => done())
    server.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      // The end of the box with the addresses.
      if (said.includes('└')) done()
    })
  })
  const password = /密码 (\S+?)（/.exec(said)?.[1]
  if (password === undefined) {
    await stop()
    throw new Error(`no password in: ${said}`)
  }
  return { address: `http://localhost:${port}`, password, stop }
}
