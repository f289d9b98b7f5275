// How much a first visit weighs: what goes over the wire, counted from the responses (mission, budgets).
import { expect, type Browser, type Page, type Request } from '@playwright/test'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { get, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'

/** Everything a page asks for while `visit` runs, in a browser that has nothing stored. */
const weigh = async (
  browser: Browser,
  prepare: (page: Page) => Promise<void>,
  visit: (page: Page) => Promise<void>,
) => {
  // The service worker fetches ahead for later visits; that is not part of the first page.
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await prepare(page)
  const asked: Request[] = []
  const finished: Request[] = []
  page.on('request', (request) => asked.push(request))
  page.on('requestfinished', (request) => finished.push(request))
  await visit(page)
  await page.waitForTimeout(1500)
  const parts = await Promise.all(
    finished.map(async (request) => ({
      url: request.url(),
      type: request.resourceType(),
      bytes: (await request.sizes()).responseBodySize,
    })),
  )
  const origin = new URL(page.url()).origin
  const elsewhere = asked
    .map((request) => request.url())
    .filter((url) => /^https?:/.test(url) && !url.startsWith(origin))
  await context.close()
  return { parts, elsewhere, requests: asked.length }
}
const sum = (parts: readonly { bytes: number }[]) => parts.reduce((total, part) => total + part.bytes, 0)
const listed = (parts: readonly { url: string; bytes: number }[]) =>
  parts.map((part) => `${part.bytes} ${new URL(part.url).pathname}`).join('\n')
const nothing = () => Promise.resolve()

test('the report page takes at most 30 KiB of code and asks nobody else', async ({ browser }) => {
  const context = await browser.newContext()
  const clerk = await context.newPage()
  await signInQuietly(clerk, 'communityClerk')
  const { rows } = await get<{ rows: { code: string; place: { path: string } }[] }>(
    clerk,
    '/api/doorcodes?limit=200&revoked=false',
  )
  await context.close()
  const code = rows.find((row) => row.place.path.startsWith(demoHome.estate))!.code
  for (const path of ['/report', `/s/${code}`]) {
    const { parts, elsewhere } = await weigh(browser, nothing, async (page) => {
      await page.goto(path)
      await expect(page.getByLabel('出了什么事')).toBeVisible()
    })
    const ofCode = parts.filter((part) => part.type === 'script' || part.type === 'stylesheet')
    expect(ofCode.length).toBeGreaterThan(0)
    expect(sum(ofCode), `${path}\n${listed(ofCode)}`).toBeLessThanOrEqual(30 * 1024)
    expect(elsewhere).toEqual([])
  }
})

test('the first signed-in page of the console takes at most 450 KB and 30 requests', async ({ browser }) => {
  const { parts, elsewhere, requests } = await weigh(
    browser,
    (page) => signInQuietly(page, 'communityClerk'),
    async (page) => {
      await page.goto('/console/')
      await expect(page.getByRole('button', { name: /我的账号/ })).toBeVisible()
    },
  )
  expect(sum(parts), listed(parts)).toBeLessThanOrEqual(450_000)
  expect(requests, listed(parts)).toBeLessThanOrEqual(30)
  expect(elsewhere).toEqual([])
})
