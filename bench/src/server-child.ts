// The server in a process of its own, started as the launcher starts it: its start time, its memory, its end.
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { lean, leanMemory } from '../../start/src/node-child.ts'

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
export interface ServerChild {
  readonly port: number
  readonly startMilliseconds: number
  /** Resident memory in MB. */
  memory(): number
  stop(): Promise<void>
}
/** Starts web and worker in one process and waits until it answers. */
export const startServer = async (
  databaseUrl: string,
  dataFolder: string,
  roles = 'web,worker',
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerChild> => {
  const port = await freePort()
  const started = performance.now()
  const child: ChildProcess = spawn(
    process.execPath,
    [...lean, ...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? []), main],
    {
      env: {
        ...leanMemory,
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        HOST: '127.0.0.1',
        LINLI_DATA: dataFolder,
        LINLI_DEMO: '0',
        LINLI_RATE: '0',
        LINLI_ROLES: roles,
        NODE_ENV: 'production',
        ...settings,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const well = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (well) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return {
    port,
    startMilliseconds: performance.now() - started,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
