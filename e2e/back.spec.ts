// “Back” on a phone takes away what lies over a page, not the page: a sheet, a picture; and leaves no empty steps behind.
import { expect, type Page } from '@playwright/test'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const words = '楼下的长椅断了一条木板，老人坐着不稳'
const report = async (page: Page) => {
  await page.goto('/')
  await page
    .getByRole('link', { name: /我要反映/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/report/)
  await page.getByLabel('出了什么事').fill(words)
}
test('back closes an open sheet and keeps the page with its words', async ({ browser }) => {
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await report(page)
  const sheet = page.getByRole('dialog')
  await page.getByRole('button', { name: /类别/ }).click()
  await expect(sheet).toBeVisible()
  await page.goBack()
  await expect(sheet).toBeHidden()
  await expect(page).toHaveURL(/\/report/)
  await expect(page.getByLabel('出了什么事')).toHaveValue(words)
  // The focus is where it was, as when the cross is used.
  await expect(page.getByRole('button', { name: /类别/ })).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL(/\/$/)
})
test('a sheet closed by hand leaves no step behind: one back is one page', async ({ browser }) => {
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await report(page)
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: /类别/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.goBack()
  await expect(page).toHaveURL(/\/$/)
})
test('from a sheet to another page: back leads to the page under the sheet', async ({ browser }) => {
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await page.goto('/')
  await page.goto('/deliberation')
  await page.getByRole('button', { name: '我要提议题' }).click()
  await page.getByLabel('议题', { exact: true }).fill('门口的台阶加一条扶手')
  await page.getByLabel('为什么要议').fill('下雪天老人下台阶怕滑倒，想议一议。')
  const address = page.url()
  await page.getByRole('dialog').getByRole('button').last().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  if (page.url() !== address) {
    await page.goBack()
    await expect(page).toHaveURL(address)
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/$/)
})
