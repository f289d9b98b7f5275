// The pages of both apps, taken from their own lists, so that a new page is walked without being named; and when one is drawn.
import type { Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'

// These lists import icons, styles and pages that only a bundler reads: their paths are taken from the text.
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
export const rooms: readonly string[] = readdirSync(new URL('../../console/src', import.meta.url))
  .filter((name) => name.endsWith('rooms.ts'))
  .flatMap((name) => [...read(`console/src/${name}`).matchAll(/ path: '([^']+)'/g)].map(([, path]) => path!))
export const routes: readonly string[] = [...read('resident/src/app.tsx').matchAll(/^ {2}\['(\/[^']*)'/gm)].map(
  ([, path]) => path!,
)
if (rooms.length < 35 || routes.length < 35) throw new Error('the lists of rooms and routes are no longer found')
/** A path that names no thing. */
export const isPlain = (path: string): boolean => !/[:$]/.test(path)
/** The page shows what it has to show: no skeleton any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load')
  await page.locator('main h1, h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('.skeleton, .skeleton-table, .ant-skeleton') === null)
  await page.waitForTimeout(200)
}
