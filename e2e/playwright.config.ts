// Browser journeys: the real product with its demo district, on a phone and on a desk.
import { defineConfig } from '@playwright/test'

const PORT = Number(process.env.LINLI_E2E_PORT ?? 8642)
/** Each worker has a server and a database of its own: journeys of two files never meet. */
const WORKERS = 2
const portOf = (worker: number) => PORT + worker
const asRoot = process.getuid?.() === 0
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: WORKERS,
  // One that passes only the second time is named as flaky, with what the page showed the first time (decision 13).
  retries: 1,
  outputDir: '../test-results',
  use: {
    baseURL: `http://localhost:${portOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0))}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Recording every journey would cost a fifth of the time of all; what the first try showed is printed anyhow.
    trace: 'on-first-retry',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
    },
  },
  webServer: Array.from({ length: WORKERS }, (_, worker) => ({
    command: `${JSON.stringify(process.execPath)} serve.ts`,
    env: { ...(process.env as Record<string, string>), PORT: String(portOf(worker)) },
    url: `http://localhost:${portOf(worker)}/api/health`,
    timeout: 120_000,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  })),
})
