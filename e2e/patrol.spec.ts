// The sweep of an old estate: a route is planned, walked without a signal, and what is found becomes a case once (mission A3).
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device, setSignal, signInToConsole } from './support/people.ts'

const stamp = Date.now() % 1_000_000
const routeName = `老小区早巡${stamp}`
const words = `消防通道停了一辆白车，编号${stamp}`

/** The choice that is open: those of closed lists stay in the page, hidden. */
const shown = (page: Page, title: string) => page.getByTitle(title, { exact: true }).locator('visible=true').first()

/** Plans a route for the grid worker's own grid on the screen, with a point in its first building. */
const planRoute = async (page: Page, place: string, building: string): Promise<void> => {
  await page.goto('/console/patrols?tab=routes')
  await page.getByRole('button', { name: '新建路线' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称', { exact: true }).fill(routeName)
  await form.getByRole('combobox', { name: '范围' }).fill(place)
  await shown(page, place).click()
  await form.getByLabel('周六').check()
  await form.getByLabel('周日').check()
  await form.getByLabel('时段 1 从').fill('00:00')
  await form.getByLabel('时段 1 到').fill('23:59')
  await form.getByRole('switch', { name: /法定假日/ }).click()
  const point = form.getByRole('group', { name: '点位 1' })
  await point.getByLabel('1. 点位名称').fill('楼前通道')
  await point.getByRole('combobox', { name: '地点 1' }).fill(building)
  await shown(page, building).click()
  await point.getByLabel('查什么').click()
  await shown(page, '消防通道畅通').click()
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: /保\s?存/ }).click()
  await expect(page.getByText('已保存。')).toBeVisible()
  await expect(page.getByText(routeName)).toBeVisible()
}
const casesNamed = async (page: Page): Promise<number> => {
  const { rows } = await get<{ rows: { words: string }[] }>(page, '/api/cases?channel=patrol&sort=newest&limit=50')
  return rows.filter((row) => row.words === words).length
}

test('the sweep of an old estate', async ({ browser }) => {
  test.setTimeout(180_000)
  const desk = await device(browser, 'desk')
  await signInToConsole(desk.page, 'communityClerk')
  await planRoute(desk.page, '柳岸花园', '柳岸花园 1号楼')
  await expectAccessible(desk.page, 'routes')

  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'gridWorker')
  await page.goto('/services')
  await page.getByRole('link', { name: /巡查/ }).click()
  await expect(page.getByText(routeName)).toBeVisible()
  await expectAccessible(page, 'patrols')
  await expectNoSidewaysScroll(page, 'patrols')

  // From here on there is no signal, and the app is closed and opened again.
  await setSignal(page, false)
  await page.reload()
  await expect(page.getByText('没有信号，显示手机里保存的路线。')).toBeVisible()
  await page.getByRole('link', { name: new RegExp(routeName) }).click()
  await page.getByRole('link', { name: /楼前通道/ }).click()
  await page.getByRole('radio', { name: '有问题' }).check()
  await page.getByLabel('什么问题').fill(words)
  await expectAccessible(page, 'point')
  await expectNoSidewaysScroll(page, 'point')
  await page.getByRole('button', { name: '打卡', exact: true }).click()
  await expect(page.getByText('1 条待发送，有信号时自动发送')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 条待发送，有信号时自动发送')).toBeVisible()
  expect(await casesNamed(desk.page)).toBe(0)

  await setSignal(page, true)
  await expect(page.getByText('这次巡查已完成')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(words)).toBeVisible()
  expect(await casesNamed(desk.page)).toBe(1)
  await page.reload()
  await expect(page.getByText('这次巡查已完成')).toBeVisible()
  expect(await casesNamed(desk.page)).toBe(1)

  await desk.page.goto('/console/patrols')
  await desk.page.getByRole('button', { name: routeName }).click()
  await expect(desk.page.getByText(words)).toBeVisible()
  await expectAccessible(desk.page, 'visit')
  await desk.page.goto('/console/patrols?tab=results')
  await expect(desk.page.getByText(routeName)).toBeVisible()
  await expectAccessible(desk.page, 'results')
  await desk.page.goto('/console/operations')
  await desk.page.getByRole('button', { name: /消防通道和飞线充电联合整治/ }).click()
  await expect(desk.page.getByText('清理通道三处')).toBeVisible()
  await expectAccessible(desk.page, 'operation')
  await desk.page.goto('/console/operations?tab=officers')
  await expect(desk.page.getByText('严明道')).toBeVisible()
  await expectAccessible(desk.page, 'officers')
})
