// Heard at the door: the clerk files for somebody who has no phone at hand, with their consent (mission A2).
import { expect } from '@playwright/test'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

test('the clerk files for an elderly person by door knock', async ({ browser }) => {
  const words = `家里水龙头关不紧，编号${Date.now() % 1_000_000}`
  const home = `${demoHome.estate} ${demoHome.building} ${demoHome.unit} 201`
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'communityClerk')
  await page.goto('/console/cases/new')
  await page.getByText('敲门走访', { exact: true }).click()
  await page.getByLabel('在哪里').first().fill(home)
  await page.locator('.ant-select-item-option', { hasText: home }).first().click()
  await page.getByLabel('什么事').fill(words)
  await page.getByLabel('姓名或称呼').fill('刘奶奶')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('没有本人同意，请不要登记姓名')).toBeVisible()
  await page.getByLabel('本人同意登记姓名和电话').check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(/\/console\/cases\/[0-9a-f-]{36}/)
  await expect(page.getByText('敲门走访').first()).toBeVisible()
  await expect(page.getByText('刘奶奶').first()).toBeVisible()

  await page.goto(`/console/cases?channel=doorKnock&search=${encodeURIComponent(words.slice(-8))}`)
  await expect(page.getByText(words).first()).toBeVisible()
})
