// The three rates and reports: every figure opens as many cases as it says, a month is published, an application decided (A11, E9).
import { statSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const lastMonth = () => {
  const [year, month] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}
const drawer = (page: Page) => page.getByRole('dialog')
/** The smallest figure on the page opens as many cases as it says, page after page. */
const expectCounted = async (page: Page) => {
  const labels = await page
    .locator('.link-button[aria-label]')
    .evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))
  const figureOf = (label: string) => Number(/ (\d+)$/.exec(label)?.[1])
  const label = labels.filter((one) => figureOf(one) > 1).toSorted((a, b) => figureOf(a) - figureOf(b))[0]!
  const figure = figureOf(label)
  const button = page.getByRole('button', { name: label, exact: true }).first()
  await button.click()
  const rows = drawer(page).locator('.rate-cases > li')
  await expect(rows).toHaveCount(Math.min(30, figure))
  const more = drawer(page).getByRole('button', { name: '再看一些' })
  for (let shown = 30; shown < figure; shown += 30) {
    await more.click()
    await expect(rows).toHaveCount(Math.min(shown + 30, figure))
  }
  await expectAccessible(page, 'the cases behind a figure')
  await drawer(page)
    .getByRole('button', { name: /关闭|Close/ })
    .first()
    .click()
  await expect(drawer(page)).toBeHidden()
}

test('the district reads the rates, opens a figure, and publishes a month that then stands', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'districtOfficer')
  await page.goto(`/console/rates?month=${lastMonth()}`)
  await expect(page.getByRole('heading', { name: '响应率' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '按承办单位' })).toBeVisible()
  await expectAccessible(page, 'the rates')
  await expectNoSidewaysScroll(page, 'the rates')
  await expectCounted(page)
  await page.getByRole('button', { name: '月度发布', exact: true }).click()
  await page.getByRole('button', { name: `发布 ${lastMonth()}` }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /发\s*布/ })
    .click()
  await expect(page.getByRole('button', { name: `发布 ${lastMonth()}` })).toBeHidden()
  await expect(page.getByText('无变化').first()).toBeVisible()
  await expectAccessible(page, 'the months')
  await page.getByRole('button', { name: '剔除申请', exact: true }).click()
  await page
    .getByRole('button', { name: /审\s*核/ })
    .first()
    .click()
  await drawer(page).getByRole('radio', { name: '同意剔除' }).check()
  await drawer(page).getByLabel('说明和证明').fill('证明属实')
  await expectAccessible(page, 'deciding on an application')
  await drawer(page)
    .getByRole('button', { name: /审\s*核/ })
    .click()
  await expect(drawer(page)).toBeHidden()
  await page.goto(`/console/rates?tab=signs&month=${lastMonth()}`)
  await expect(page.getByText('同一设备多个五星').first()).toBeVisible()
  await expectAccessible(page, 'signs of gaming')
})

test('a community reads its report on a small screen and takes it away as sheet and document', async ({ browser }) => {
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'communitySecretary')
  await page.goto(`/console/reports?kind=month&month=${lastMonth()}`)
  await expect(page.getByRole('heading', { name: /月报/ })).toBeVisible()
  await expectAccessible(page, 'a report')
  await expectNoSidewaysScroll(page, 'a report')
  for (const name of ['下载表格', '下载文档']) {
    const wait = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    const file = await wait
    expect(statSync(await file.path()).size).toBeGreaterThan(3000)
  }
  await page.goto(`/console/rates?month=${lastMonth()}`)
  await expect(page.getByRole('heading', { name: '满意率' })).toBeVisible()
  await expectNoSidewaysScroll(page, 'the rates on a phone')
})
