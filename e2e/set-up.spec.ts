// What an administrator looks up and sets in the console: bodies by place, templates in words.
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

test('organisations are found in the tree of places, and templates are named in words', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'administrator')
  await page.goto('/console/organisations')
  const rows = page.locator('main tbody tr.may-open')
  await expect(rows.filter({ hasText: '东苑社区居民委员会' })).toBeVisible()
  // By keyboard, as in any tree.
  await page.getByRole('treeitem', { name: '溪东街道' }).press('ArrowRight')
  await page.getByRole('treeitem', { name: '柳园社区' }).press('Enter')
  await expect(rows.filter({ hasText: '柳园社区居民委员会' })).toBeVisible()
  await expect(rows.filter({ hasText: '和悦物业服务有限公司' })).toBeVisible()
  await expect(rows.filter({ hasText: '东苑社区居民委员会' })).toHaveCount(0)

  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 860 })
    await expectNoSidewaysScroll(page, `organisations at ${width}`)
    await expectAccessible(page, `organisations at ${width}`)
  }

  await page.goto('/console/settings/templates')
  await expect(page.getByRole('button', { name: '进入应急状态' })).toBeVisible()
  expect(await page.getByRole('main').innerText()).not.toMatch(/[a-z]\.[a-z]/i)
  await page.getByRole('button', { name: '开始投票' }).click()
  await expect(page.getByRole('button', { name: '何时截止 {closes}' })).toBeVisible()
  await expect(page.getByText('“更换楼道灯”开始表决，12月15日 截止', { exact: false })).toBeVisible()
  const english = page.getByRole('group', { name: '英文' })
  await english.getByLabel('内容').fill('Voting closes on ')
  await page.getByRole('button', { name: '何时截止 {closes}' }).click()
  await expect(page.getByText('Voting closes on 12月15日', { exact: true })).toBeVisible()
  await english.getByRole('button', { name: '恢复原文' }).click()
  await expect(page.getByText('Voting closes on 12月15日', { exact: true })).toHaveCount(0)
  await expectAccessible(page, 'a message template in two languages')
})

test('in English a room that is closed to one is named in the tab of the browser', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'unitContact')
  const speak = (language: string) =>
    page.request.patch('/api/identity/me', { headers: { 'x-linli': '1' }, data: { language } })
  await speak('en')
  try {
    await page.goto('/console/settings/calendar')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveTitle(/^[A-Z][a-z ]+ · 邻里$/)
  } finally {
    await speak('zh-CN')
  }
})
