// The signal goes: the report is kept on the phone, and sent by itself, once, when the signal is back (mission A1).
import { expect, type Page } from '@playwright/test'
import { get, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device, setSignal } from './support/people.ts'

const arrived = async (page: Page, words: string): Promise<number> => {
  const { rows } = await get<{ rows: { words: string }[] }>(page, '/api/cases/mine?limit=100')
  return rows.filter((row) => row.words === words).length
}

test('a report written without a signal arrives exactly once', async ({ browser }) => {
  const words = `地下车库漏水，没信号时写的，编号${Date.now() % 1_000_000}`
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await page.goto('/report')
  await expect(page.getByText('柳岸花园').first()).toBeVisible()
  await setSignal(page, false)
  await page.getByLabel('出了什么事').fill(words)
  await page.getByRole('button', { name: '保存，有信号时发送' }).click()
  await expect(page.getByText('已保存，有信号时自动发送')).toBeVisible()
  await expect(page.getByText(words)).toBeVisible()
  // Also when the app is closed and opened again in between.
  await page.reload()
  await expect(page.getByText(words)).toBeVisible()

  await setSignal(page, true)
  await expect(page.getByText('都已发送')).toBeVisible()
  await page.reload()
  await page.getByRole('link', { name: '查看我的诉求' }).click()
  await expect(page.getByText(words)).toHaveCount(1)
  expect(await arrived(page, words)).toBe(1)
})

test('a report whose answer was lost on the way is not filed twice', async ({ browser }) => {
  const words = `电梯门夹人，答复没收到，编号${Date.now() % 1_000_000}`
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await page.goto('/report')
  await expect(page.getByText('柳岸花园').first()).toBeVisible()
  const keys: (string | undefined)[] = []
  await page.route('**/api/cases', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    // The server does its work; the phone never hears of it.
    expect((await route.fetch()).status()).toBe(200)
    await route.abort('connectionreset')
  })
  await page.getByLabel('出了什么事').fill(words)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('已保存，有信号时自动发送')).toBeVisible()
  expect(await arrived(page, words)).toBe(1)
  // After a pause of seconds the phone tries again by itself.
  await expect(page.getByText('都已发送')).toBeVisible()
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  expect(await arrived(page, words)).toBe(1)
})

test('an app that is closed while a report is on its way sends it once, and does not offer it as a draft again', async ({
  browser,
}) => {
  const words = `楼道灯不亮，发送时关掉了，编号${Date.now() % 1_000_000}`
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await page.goto('/report')
  await expect(page.getByText('柳岸花园').first()).toBeVisible()
  // The first try hangs for as long as the page lives.
  let hangs = true
  await page.route('**/api/cases', async (route) => {
    if (!hangs) await route.continue()
  })
  await page.getByLabel('出了什么事').fill(words)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('button', { name: '正在提交' })).toBeVisible()
  hangs = false
  await page.reload()
  await expect(page.getByRole('heading', { name: '我要反映' })).toBeVisible()
  await expect(page.getByLabel('出了什么事')).toHaveValue('')
  await expect.poll(() => arrived(page, words)).toBe(1)
})
