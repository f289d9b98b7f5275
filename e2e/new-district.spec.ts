// A district on its first day: one administrator, and the way from nothing to the first report, said on the screen.
import { expect } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { bareServer, type BareServer } from './support/bare-server.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

let server: BareServer
test.beforeAll(async () => {
  server = await bareServer()
})
test.afterAll(() => server.stop())

test('an administrator of an empty district reads what to do first, and what is done', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await page.goto(`${server.address}/console/`)
  await page.getByLabel('账号').fill('admin')
  await page.getByLabel('密码', { exact: true }).fill(server.password)
  await page.getByRole('button', { name: /登\s?录/ }).click()
  await page.getByRole('button', { name: '同意' }).click()
  const failed: string[] = []
  page.on('response', (answer) => {
    if (answer.status() >= 400) failed.push(`${answer.status()} ${answer.url()}`)
  })
  const steps = page.getByRole('region', { name: '从这里开始' })
  await expect(steps.getByRole('listitem')).toHaveCount(5)
  await expect(steps.getByText('已有')).toHaveCount(0)
  await expectAccessible(page, 'today in an empty district')
  expect(failed).toEqual([])
  await page.goto(`${server.address}/console/places`)
  await page.getByRole('button', { name: '用表格导入' }).click()
  await expect(page).toHaveURL(/\/console\/imports/)
  await page.goto(`${server.address}/console/`)
  await steps.getByRole('link', { name: '录入工作人员' }).click()
  await expect(page.getByRole('radio', { name: /工作人员和任职/ })).toBeChecked()
})
