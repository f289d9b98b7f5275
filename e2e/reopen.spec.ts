// Not solved: a low rating and an asked reopening both reach the secretary, who decides (mission A11).
import { expect, type Browser, type Page } from '@playwright/test'
import { closedCase, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const stamp = String(Date.now() % 1_000_000)
const fourPeople = async (browser: Browser) => {
  const resident = await device(browser, 'phone')
  const clerk = await device(browser, 'desk')
  const worker = await device(browser, 'desk')
  const secretary = await device(browser, 'desk')
  await signInQuietly(resident.page, 'resident')
  await signInQuietly(clerk.page, 'communityClerk')
  await signInQuietly(worker.page, 'propertyWorker')
  await signInQuietly(secretary.page, 'communitySecretary')
  const pages = { resident: resident.page, clerk: clerk.page, worker: worker.page, secretary: secretary.page }
  const close = () => Promise.all([resident, clerk, worker, secretary].map(({ context }) => context.close()))
  return { pages, close }
}
const drawerDo = async (page: Page, name: string) => {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name, exact: true }).click()
  await expect(drawer).toBeHidden()
}

test('two stars bring the case before the secretary, who reopens it, and it is dispatched again', async ({
  browser,
}) => {
  const { pages, close } = await fourPeople(browser)
  const words = `单元门关不上，修过又坏，编号${stamp}`
  const { id, number } = await closedCase(pages, words)

  await pages.resident.goto(`/cases/${id}`)
  await pages.resident.getByRole('button', { name: '确认并评价' }).click()
  await pages.resident.getByRole('radio', { name: '2 分，不满意' }).check({ force: true })
  await pages.resident.getByLabel('还想说的话（可不填）').fill('当天晚上又坏了')
  await pages.resident.getByRole('button', { name: '提交评价' }).click()
  await expect(pages.resident.getByText('您说没办好，社区在看').first()).toBeVisible()

  const { secretary } = pages
  await secretary.goto(`/console/cases?waitingForMe=true&search=${number}`)
  await secretary.getByText(words).first().click()
  await expect(secretary.getByText('当天晚上又坏了').first()).toBeVisible()
  await secretary.getByRole('button', { name: '同意重办', exact: true }).click()
  await secretary.getByRole('dialog').locator('textarea').first().fill('请物业换一把新锁')
  await drawerDo(secretary, '同意重办')
  await secretary.getByRole('button', { name: '派单', exact: true }).click()
  await drawerDo(secretary, '派单')

  await pages.resident.goto(`/cases/${id}`)
  await expect(pages.resident.getByText('同意重办').first()).toBeVisible()
  await expect(pages.resident.getByText('请物业换一把新锁')).toBeVisible()
  await expect(pages.resident.getByText(/^已转给/).first()).toBeVisible()
  await close()
})

test('the resident asks for reopening with a reason; without one the form says so', async ({ browser }) => {
  const { pages, close } = await fourPeople(browser)
  const words = `楼道堆了旧家具，编号${stamp}`
  const { id, number } = await closedCase(pages, words)
  const { resident, secretary } = pages

  await resident.goto(`/cases/${id}`)
  await resident.getByRole('button', { name: '没办好，要求重办' }).click()
  const sheet = resident.getByRole('dialog')
  await sheet.getByRole('button', { name: '要求重办', exact: true }).click()
  await expect(sheet.getByText('请写一句原因。')).toBeVisible()
  await sheet.getByLabel('哪里没办好').fill('只搬走了一半')
  await sheet
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'half.png', mimeType: 'image/png', buffer: await resident.screenshot() })
  const photo = sheet.getByRole('button', { name: '查看照片 1' })
  await expect(photo).toBeVisible()
  // Kept a moment after it was chosen. Then the phone closes the page to make room for its camera: nothing is lost.
  await resident.waitForTimeout(500)
  await resident.reload()
  await resident.getByRole('button', { name: '没办好，要求重办' }).click()
  await expect(sheet.getByLabel('哪里没办好')).toHaveValue('只搬走了一半')
  await expect(photo).toBeVisible()
  await sheet.getByRole('button', { name: '要求重办', exact: true }).click()
  await expect(resident.getByText('您说没办好，社区在看').first()).toBeVisible()

  await secretary.goto(`/console/cases?waitingForMe=true&search=${number}`)
  await secretary.getByText(words).first().click()
  await expect(secretary.getByText('只搬走了一半').first()).toBeVisible()
  await expect(secretary.getByRole('listitem').filter({ hasText: '只搬走了一半' }).locator('img').first()).toBeVisible()
  await expect(secretary.getByRole('button', { name: '同意重办', exact: true })).toBeVisible()
  await close()
})
