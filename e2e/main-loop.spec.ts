// The main job end to end: scan the door code, report with a photo, dispatch, handle, verify, rate (mission A1, A6, A7, A11).
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { demoHome, signInOf } from '../server/src/demo/sign-ins.ts'
import { test } from './support/journey.ts'
import { device, signInByPhone, signInToConsole } from './support/people.ts'

const picture = (colour: string) =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
const words = `三楼声控灯坏了，晚上看不清台阶，编号${Date.now() % 100_000}`

/** A code of the estate that the demo’s property company serves, from the clerk’s list of door codes. */
const someDoorCode = async (page: Page): Promise<string> => {
  const { rows } = (await (await page.request.get('/api/doorcodes?limit=200&revoked=false')).json()) as {
    rows: { code: string; kind: string; place: { path: string } }[]
  }
  const code = rows.find((row) => row.kind === 'unit' && row.place.path.startsWith(demoHome.estate))?.code
  if (code === undefined) throw new Error('no door code in the demo estate')
  return code
}
const openCase = async (page: Page, number: string) => {
  await page.goto(`/console/cases?search=${number}&open=true`)
  await page.getByText(words).first().click()
  await expect(page.getByText(number).first()).toBeVisible()
}
const drawerDo = async (page: Page, name: string) => {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name, exact: true }).click()
  await expect(drawer).toBeHidden()
}

test('a resident scans, reports with a photo, and rates what others carried through', async ({ browser }) => {
  test.setTimeout(180_000)
  const clerk = await device(browser, 'desk')
  await signInToConsole(clerk.page, 'communityClerk')
  const code = await someDoorCode(clerk.page)

  const resident = await device(browser, 'phone')
  let number = ''
  await test.step('scan, sign in, report', async () => {
    await resident.page.goto(`/s/${code}`)
    await resident.page.getByLabel('出了什么事').fill(words)
    await resident.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'light.jpg', mimeType: 'image/jpeg', buffer: await picture('#444') })
    await expect(resident.page.getByRole('button', { name: '去掉照片 1' })).toBeVisible()
    await resident.page.getByRole('button', { name: '登录并提交' }).click()
    await signInByPhone(resident.page, signInOf('resident').phone)
    // Nothing typed is lost on the way through sign-in.
    await expect(resident.page.getByLabel('出了什么事')).toHaveValue(words)
    await resident.page.getByRole('button', { name: '提交', exact: true }).click()
    await expect(resident.page.getByRole('link', { name: '查看进度' })).toBeVisible()
    number = (await resident.page.locator('dd.strong').first().innerText()).trim()
    expect(number).toMatch(/^\d{6,}$/)
  })
  await test.step('the clerk accepts and dispatches to the proposed company', async () => {
    await openCase(clerk.page, number)
    await clerk.page.getByRole('button', { name: '受理并派单', exact: true }).first().click()
    await drawerDo(clerk.page, '受理并派单')
  })
  const worker = await device(browser, 'desk')
  await test.step('the property worker takes it up, does it, and asks for closure with a photo', async () => {
    await signInToConsole(worker.page, 'propertyWorker')
    await openCase(worker.page, number)
    await worker.page.getByRole('button', { name: '接单', exact: true }).click()
    await drawerDo(worker.page, '接单')
    await worker.page.getByRole('button', { name: '开始办理', exact: true }).click()
    await drawerDo(worker.page, '开始办理')
    await worker.page.getByRole('button', { name: '申请办结', exact: true }).click()
    const drawer = worker.page.getByRole('dialog')
    await drawer.locator('textarea').first().fill('换了新的声控灯，已经试过')
    await drawer
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer: await picture('#ffe9a8') })
    await expect(drawer.locator('img').first()).toBeVisible()
    await drawerDo(worker.page, '申请办结')
    await expect(worker.page.getByRole('button', { name: '核验办结', exact: true })).toHaveCount(0)
  })
  const secretary = await device(browser, 'desk')
  await test.step('the secretary, not the doer, verifies', async () => {
    await signInToConsole(secretary.page, 'communitySecretary')
    await openCase(secretary.page, number)
    await secretary.page.getByRole('button', { name: '核验办结', exact: true }).click()
    await secretary.page.getByRole('dialog').locator('textarea').first().fill('到现场看过，灯亮了')
    await drawerDo(secretary.page, '核验办结')
  })
  await test.step('the resident is told without reloading, and rates', async () => {
    await resident.page.getByRole('link', { name: '查看进度' }).click()
    await resident.page.getByRole('button', { name: '确认并评价' }).click()
    await resident.page.getByRole('radio', { name: '5 分，很满意' }).check({ force: true })
    await resident.page.getByRole('button', { name: '提交评价' }).click()
    await expect(resident.page.getByText('已确认').first()).toBeVisible()
  })
})

test('a forged code says so and offers another way', async ({ browser }) => {
  const { page } = await device(browser, 'phone')
  await page.goto('/s/AAAA-BBBB-CCCC')
  await expect(page.getByText('不是邻里平台发出的').first()).toBeVisible()
  await expect(page.getByLabel('出了什么事')).toBeVisible()
})
