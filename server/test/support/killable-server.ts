// The real server as a process of its own that may be killed at any moment and is started again.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface KillableServer {
  readonly address: string
  start(): Promise<void>
  kill(): Promise<void>
  /** What it wrote, and how often it ended without being killed. */
  readonly said: () => string
  readonly diedByItself: () => number
}
/** Answers one request that needs the database. */
export const isHealthy = async (address: string): Promise<boolean> => {
  const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
  return answer !== null && answer.status === 200
}
export const killableServer = (port: number, databaseUrl: string, dataFolder: string): KillableServer => {
  const address = `http://127.0.0.1:${port}`
  const { PATH, HOME } = process.env
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    LINLI_DATA: dataFolder,
    LINLI_DEMO: '0',
    LINLI_RATE: '0',
    LINLI_LOG: 'error',
    LINLI_POOL: '8',
    LINLI_SECRET: randomBytes(32).toString('base64'),
  }
  let child: ChildProcess | null = null
  let text = ''
  let deaths = 0
  const start = async () => {
    let killed = false
    const next = spawn(process.execPath, [main], {
      env: { PATH, HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = next
    for (const stream of [next.stdout, next.stderr])
      stream.on('data', (part: Buffer) => (text = (text + part.toString()).slice(-8000)))
    next.on('exit', (_code, signal) => {
      killed = signal === 'SIGKILL'
      if (!killed) deaths++
    })
    for (let round = 0; round < 600 && next.exitCode === null && next.signalCode === null; round++) {
      if (await isHealthy(address)) return
      await pause(50)
    }
    throw new Error(`the server did not start:\n${text}`)
  }
  const kill = async () => {
    const one = child
    if (one === null || one.exitCode !== null || one.signalCode !== null) return
    const gone = new Promise((done) => one.once('exit', done))
    one.kill('SIGKILL')
    await gone
  }
  return { address, start, kill, said: () => text, diedByItself: () => deaths }
}
