// A public notice: drafted, its dates shown, printed, put up with proof, commented on the phone, answered, read by everybody.
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

interface Notice {
  readonly id: string
  readonly number: string
  readonly title: string
}
const noticeBy = async (page: Page, path: string, title: string): Promise<Notice> => {
  const { rows } = await get<{ rows: Notice[] }>(page, path)
  return rows.find((row) => row.title === title)!
}
const confirm = async (page: Page, button: string) => {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a notice from the draft to the answer', async ({ browser }) => {
  test.setTimeout(150_000)
  const desk = (await device(browser, 'desk')).page
  const phone = (await device(browser, 'phone')).page
  await signInQuietly(desk, 'communitySecretary')
  await signInQuietly(phone, 'resident')
  const title = '快递柜摆放位置'
  await test.step('the dates are shown before anything is posted, and the sheet is printed from the draft', async () => {
    await desk.goto('/console/public-notices')
    await expect(desk.getByText('拟更换楼道灯')).toBeVisible()
    await expectAccessible(desk, 'notices that hang')
    await desk.getByRole('button', { name: '写公示' }).click()
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /取\s?消/ })
      .click()
    await expect(desk.getByRole('dialog')).toHaveCount(0)
    await expect(desk.getByText('拟更换楼道灯'), 'a form that was given up leaves the list as it was').toBeVisible()
    await desk.getByText('草稿', { exact: true }).click()
    await desk.getByRole('button', { name: /修\s?改/ }).click()
    await expect(desk.getByText('如果今天张贴')).toBeVisible()
    await desk.getByLabel('公示天数').fill('10')
    await expectAccessible(desk, 'the form of a draft')
    await confirm(desk, '存草稿')
    await expect(desk.getByText(/公示天数 10/)).toBeVisible()
    const { id } = await noticeBy(desk, '/api/publicnotices/drafts', title)
    const sheet = await desk.request.get(
      `/api/publicnotices/drafts/${id}/sheet.pdf?postedOn=${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}`,
    )
    expect(sheet.headers()['content-type']).toContain('pdf')
  })
  await test.step('it is put up, with the place and a photo', async () => {
    await desk.getByRole('button', { name: '登记张贴' }).click()
    await expect(desk.getByText(/开始算/)).toBeVisible()
    await desk.getByLabel('贴在哪里').fill('南门公告栏')
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: await desk.screenshot() })
    await expect(desk.getByAltText('第 1 张，共 1 张')).toBeVisible()
    await desk.getByRole('dialog').getByRole('button', { name: '登记张贴' }).click()
    await expect(desk.getByRole('heading', { name: title })).toBeVisible()
    await expect(desk.getByText('公示中')).toBeVisible()
    await expectAccessible(desk, 'the notice at the desk')
  })
  const { id } = await noticeBy(desk, '/api/publicnotices?open=true', title)
  await test.step('the message on the phone opens it, and a comment is written', async () => {
    await phone.goto('/inbox')
    await phone.getByRole('link', { name: new RegExp(`有新公示.*${title}`) }).click()
    await expect(phone.getByRole('heading', { name: title })).toBeVisible()
    await expectAccessible(phone, 'the notice on the phone')
    await expectNoSidewaysScroll(phone, 'the notice')
    await phone.getByRole('button', { name: '提意见' }).click()
    await phone.getByLabel('您的意见').fill('不要挡住消防通道')
    await phone.getByRole('button', { name: '提交' }).click()
    await expect(phone.getByText('等待答复')).toBeVisible()
  })
  await test.step('the desk answers; the phone reads it', async () => {
    await desk.reload()
    await desk.getByRole('button', { name: '答复', exact: true }).click()
    await desk.getByRole('textbox', { name: '答复' }).fill('往东移三米，不挡通道')
    await confirm(desk, '答复')
    await phone.goto(`/public-notices/${id}`)
    await expect(phone.getByText('答复：往东移三米，不挡通道')).toBeVisible()
  })
})

test('notices for everybody are read without signing in; others are not; the archive tells what came of it', async ({
  browser,
}) => {
  const phone = (await device(browser, 'phone')).page
  const desk = (await device(browser, 'desk')).page
  await signInQuietly(desk, 'communitySecretary')
  const forHomes = await noticeBy(desk, '/api/publicnotices?open=true', '拟更换楼道灯')
  await phone.goto('/public-notices')
  await expect(phone.getByText('小区南门道路施工')).toBeVisible()
  await expect(phone.getByText('拟更换楼道灯')).toHaveCount(0)
  await expectAccessible(phone, 'notices without signing in')
  await expectNoSidewaysScroll(phone, 'notices')
  await phone.getByText('小区南门道路施工').click()
  await expect(phone.getByText('车辆请走北门')).toBeVisible()
  await phone.goto(`/public-notices/${forHomes.id}`)
  await expect(phone.getByText('没有找到这份公示。')).toBeVisible()
  await signInQuietly(phone, 'resident')
  await phone.goto('/public-notices')
  await phone.getByRole('radio', { name: '往期公示' }).check()
  await phone.getByText('地面停车位重新划线').click()
  await expect(phone.getByText('收到一条意见，已采纳')).toBeVisible()
  await post(desk, `/api/publicnotices/${forHomes.id}/withdrawal`, { reason: '改到明年' })
  await phone.goto(`/public-notices/${forHomes.id}`)
  await expect(phone.getByText('改到明年')).toBeVisible()
  await expectAccessible(phone, 'a notice taken down')
})
