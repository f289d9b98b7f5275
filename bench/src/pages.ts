// First visits in a real browser: what comes over the wire, and how long it takes on a slow phone.
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'

export interface Visit {
  /** Bytes of scripts and styles over the wire, compressed as sent. */
  readonly code: number
  readonly bytes: number
  readonly requests: number
  /** From the address to the first thing to act on; a median. */
  readonly milliseconds: number
}
export interface PageFigures {
  /** Slow 4G (150 ms, 1.6 Mbit/s) and a processor four times slower. */
  readonly report: Visit
  readonly console: Visit
}
const programs = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const TRIES = 3

const slowDown = async (context: BrowserContext, page: Page) => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}
const visit = async (
  browser: Browser,
  { url, token, slow, ready }: { url: string; token?: string; slow: boolean; ready: (page: Page) => Promise<void> },
): Promise<Visit> => {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'zh-CN' })
  if (token !== undefined)
    await context.addCookies([
      { name: 'linli_session', value: token, url: new URL(url).origin, httpOnly: true, sameSite: 'Lax' },
    ])
  const page = await context.newPage()
  if (slow) await slowDown(context, page)
  const finished: Request[] = []
  page.on('requestfinished', (request) => finished.push(request))
  const started = performance.now()
  await page.goto(url)
  await ready(page)
  const milliseconds = performance.now() - started
  await page.waitForTimeout(1500)
  const parts = await Promise.all(
    finished.map(async (request) => ({
      isCode: ['script', 'stylesheet'].includes(request.resourceType()),
      bytes: (await request.sizes()).responseBodySize,
    })),
  )
  await context.close()
  const sum = (some: readonly { bytes: number }[]) => some.reduce((total, part) => total + part.bytes, 0)
  return { code: sum(parts.filter((part) => part.isCode)), bytes: sum(parts), requests: parts.length, milliseconds }
}
const middle = (visits: readonly Visit[]): Visit =>
  visits.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(visits.length / 2)]!
const several = async (one: () => Promise<Visit>) => {
  const visits: Visit[] = []
  for (let i = 0; i < TRIES; i++) visits.push(await one())
  return middle(visits)
}

/** Null where there is no Chromium on this machine. */
export const measurePages = async (port: number, clerkToken: string): Promise<PageFigures | null> => {
  const executablePath = programs.find((path) => path !== undefined && existsSync(path))
  if (executablePath === undefined) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const site = `http://127.0.0.1:${port}`
    const report = await several(() =>
      visit(browser, {
        url: `${site}/report`,
        slow: true,
        ready: (page) => page.getByLabel('出了什么事').waitFor({ timeout: 60_000 }),
      }),
    )
    const signedIn = await several(() =>
      visit(browser, {
        url: `${site}/console/`,
        token: clerkToken,
        slow: false,
        ready: (page) => page.getByRole('button', { name: /我的账号/ }).waitFor({ timeout: 60_000 }),
      }),
    )
    return { report, console: signedIn }
  } finally {
    await browser.close()
  }
}
