// A server of our own for one replay: a scratch database with the demo district, a free port, a temporary data folder.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'

export interface ScratchServer {
  readonly site: string
  readonly databaseUrl: string
  stop(): Promise<void>
}
const house = resolve(import.meta.dirname, '../..')
const freePort = (): Promise<number> =>
  new Promise((answer) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => answer(port))
    })
  })
const withName = (url: string, name: string): string => url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`)
const run = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text).finally(() => client.end())
}

/**
 * LINLI_RATE=0 lifts the limit per session; LINLI_TRUST_PROXY=1 lets each simulated person have an address, so that the
 * limits on sign-in codes per phone and per address stay as they are.
 */
export const startScratchServer = async (adminUrl: string): Promise<ScratchServer> => {
  const name = `linli_replay_${randomUUID().slice(0, 8)}`
  await run(adminUrl, `create database ${name}`)
  const databaseUrl = withName(adminUrl, name)
  const data = mkdtempSync(join(tmpdir(), 'linli-replay-'))
  const port = await freePort()
  const settings = {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    LINLI_DATA: data,
    LINLI_DEMO: '1',
  }
  const child = spawn(process.execPath, [join(house, 'server/src/main.ts')], {
    cwd: house,
    env: { ...process.env, ...settings, LINLI_RATE: '0', LINLI_TRUST_PROXY: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((answer) => child.once('exit', () => answer()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await run(adminUrl, `drop database if exists ${name} with (force)`)
    rmSync(data, { recursive: true, force: true })
  }
  const ready = new Promise<boolean>((answer) => child.once('message', () => answer(true)))
  if (!(await Promise.race([ready, ended.then(() => false)]))) {
    await stop()
    throw new Error('the server did not start')
  }
  return { site: `http://127.0.0.1:${port}`, databaseUrl, stop }
}
