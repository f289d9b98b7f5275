// A voice note: the countdown is seen, the recorder stops itself at sixty seconds, and what was said can be heard.
import { expect } from '@playwright/test'
import { test } from './support/journey.ts'

test.use({ permissions: ['microphone'], viewport: { width: 390, height: 844 } })

test('the recorder counts down and stops by itself', async ({ page }) => {
  await page.clock.install()
  await page.goto('/report')
  await page.getByRole('button', { name: '语音' }).click()
  await page.getByRole('button', { name: '开始录音' }).click()
  const timer = page.getByRole('timer')
  await expect(timer).toHaveText('还可以说 60 秒')
  // Something must have been said: the recorder itself runs on the real clock.
  await page.clock.runFor(2000)
  await expect(timer).toHaveText('还可以说 58 秒')
  await page.clock.runFor(50_000)
  await expect(timer).toHaveText('还可以说 8 秒')
  await expect(page.getByText('快满了，请说完')).toBeVisible()
  await page.clock.runFor(9000)
  await expect(timer).toHaveCount(0)
  await expect(page.getByRole('button', { name: '去掉录音' })).toBeVisible()
})
test('one can stop earlier, and take the note back', async ({ page }) => {
  await page.goto('/report')
  await page.getByRole('button', { name: '语音' }).click()
  await page.getByRole('button', { name: '开始录音' }).click()
  await expect(page.getByRole('timer')).toBeVisible()
  await page.getByRole('button', { name: '说完了' }).click()
  await page.getByRole('button', { name: '去掉录音' }).click()
  await expect(page.getByRole('button', { name: '去掉录音' })).toHaveCount(0)
})
