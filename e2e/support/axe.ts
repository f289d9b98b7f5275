// Accessibility by axe-core, run inside the page; and no page wider than its window.
import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Found {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }[]
}
/** Waits until what was asked for is drawn and nothing moves: what still fades in has not its colours yet. */
const atRest = async (page: Page): Promise<void> => {
  // A page that is still fetched has no heading yet; one that never gets it is said so by axe.
  await page
    .locator('h1')
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.waitForFunction(
    () =>
      document
        .getAnimations()
        .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity),
    undefined,
    { timeout: 5_000 },
  )
}
export const expectAccessible = async (page: Page, name: string): Promise<void> => {
  await atRest(page)
  // By evaluation, not by a script element: the content policy allows no inline script.
  await page.evaluate(source)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<Found> } }).axe.run({
      resultTypes: ['violations'],
    }),
  )
  const said = found.violations.map(
    (violation) =>
      `${violation.id}: ${violation.help}\n${violation.nodes
        .slice(0, 4)
        .map((node) => `   ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`)
        .join('\n')}`,
  )
  expect(said, `axe on ${name}`).toEqual([])
}
export const expectNoSidewaysScroll = async (page: Page, name: string): Promise<void> => {
  const { content, frame } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    frame: document.documentElement.clientWidth,
  }))
  expect(content, `width of ${name}`).toBeLessThanOrEqual(frame)
}
