// English needs more room than Chinese: at the narrowest desk no page of the console cuts a word or a table, and on the
// narrowest phone in large type no page of the residents is wider than its window.
import { expect, type Page } from '@playwright/test'
import { expectNoSidewaysScroll } from './support/axe.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { isPlain, rooms, routes, settled } from './support/pages.ts'
import { device } from './support/people.ts'

const preferring = async (page: Page, chosen: object) => {
  const answer = await page.request.patch('/api/identity/me', { headers: { 'x-linli': '1' }, data: chosen })
  expect(answer.status(), await answer.text()).toBe(200)
}
/** What is wider than its frame: cut off, or to be moved sideways. Words that end in “…” stand in a title. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isTold = (one: Element) =>
      getComputedStyle(one).textOverflow === 'ellipsis' && (one.closest('[title]') ?? one.querySelector('[title]'))
    return [...document.querySelectorAll('main *')]
      .filter((one) => one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).overflowX !== 'visible' && !isTold(one))
      .filter((one) => !one.closest('.unseen, .ant-switch, .leaflet-container'))
      .map((one) => `${one.tagName} ${one.className}: ${(one as HTMLElement).innerText.slice(0, 60)}`)
  })

test('the console in English at 1280 cuts no words and no columns', async ({ browser }) => {
  test.setTimeout(200_000)
  const { page } = await device(browser, 'desk')
  await page.setViewportSize({ width: 1280, height: 900 })
  await signInQuietly(page, 'administrator')
  await preferring(page, { language: 'en' })
  try {
    for (const path of rooms.filter(isPlain)) {
      await page.goto(`/console${path}`)
      await settled(page)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      expect(await cut(page), `console${path} in English`).toEqual([])
    }
  } finally {
    await preferring(page, { language: 'zh-CN' })
  }
})
test('the resident app in English and large type fits a phone of 320', async ({ browser }) => {
  test.setTimeout(200_000)
  const { page } = await device(browser, 'phone')
  await page.setViewportSize({ width: 320, height: 700 })
  await signInQuietly(page, 'resident')
  await preferring(page, { language: 'en', largeType: true })
  try {
    for (const path of routes.filter(isPlain)) {
      await page.goto(path)
      await settled(page)
      await expectNoSidewaysScroll(page, `${path} in English, large, at 320`)
    }
  } finally {
    await preferring(page, { language: 'zh-CN', largeType: false })
  }
})
