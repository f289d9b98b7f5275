// Who is mine (mission E3): a resident sees by name and post, a phone only once its holder shows it; the console shows gaps.
import { expect, type Page } from '@playwright/test'
import { signInOf } from '../server/src/demo/sign-ins.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device, signInToConsole } from './support/people.ts'

const leadCell = (page: Page) => page.getByRole('listitem').filter({ hasText: signInOf('unitLead').name })

test('a resident sees who looks after home, as each of them allows', async ({ browser }) => {
  test.setTimeout(120_000)
  const resident = (await device(browser, 'phone')).page
  await signInQuietly(resident, 'resident')
  await resident.goto('/')
  await resident.getByRole('link', { name: '谁管我' }).click()
  await expect(leadCell(resident)).toBeVisible()
  await expectAccessible(resident, '/who')
  await expectNoSidewaysScroll(resident, '/who')
  await expect(leadCell(resident)).not.toContainText('晚上七点后在家')

  const lead = (await device(browser, 'phone')).page
  await signInQuietly(lead, 'unitLead')
  await lead.goto('/my-card')
  await lead.getByLabel('显示电话').check()
  await lead.getByLabel('工作手机（可不填）').fill('1390')
  await lead.getByRole('button', { name: '保存' }).click()
  await expect(lead.getByRole('alert')).toBeVisible()
  await lead.getByLabel('显示电话').uncheck()
  await lead.getByRole('button', { name: '保存' }).click()
  await expect(lead.getByText('已保存'), 'what is hidden keeps nothing from being saved').toBeVisible()
  await lead.reload()
  await lead.getByLabel('显示电话').check()
  await lead.getByLabel('工作手机（可不填）').fill('13900007777')
  await lead.getByLabel('一句话介绍（可不填）').fill('晚上七点后在家')
  await expectAccessible(lead, '/my-card')
  await expectNoSidewaysScroll(lead, '/my-card')
  await lead.getByRole('button', { name: '保存' }).click()
  await expect(lead.getByText('已保存')).toBeVisible()

  await resident.reload()
  await expect(leadCell(resident)).toContainText('晚上七点后在家')
  await expect(leadCell(resident).getByRole('link')).toHaveAttribute('href', 'tel:13900007777')
})
test('a scanned code tells who, also without signing in', async ({ browser }) => {
  const clerk = (await device(browser, 'desk')).page
  await signInQuietly(clerk, 'communityClerk')
  const { rows } = await get<{ rows: { code: string; kind: string }[] }>(
    clerk,
    '/api/doorcodes?limit=200&revoked=false',
  )
  const { page } = await device(browser, 'phone')
  await page.goto(`/who/${rows.find((row) => row.kind === 'unit')!.code}`)
  await expect(page.getByText('网格员').first()).toBeVisible()
  await expectAccessible(page, '/who by code')
})
test('the console counts gaps by building, and the duty lists are read and kept', async ({ browser }) => {
  test.setTimeout(120_000)
  const { page } = await device(browser, 'desk')
  await signInToConsole(page, 'administrator')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['stewards', 'dutylists']) {
      await page.goto(`/console/${path}`)
      await expect(page.locator('.building').first()).toBeVisible()
      await expectAccessible(page, `${path} at ${width}`)
      await expectNoSidewaysScroll(page, `${path} at ${width}`)
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/console/stewards?gaps=true')
  await expect(page.locator('.building').first()).toContainText('缺')
  const officer = (await device(browser, 'desk')).page
  await signInToConsole(officer, 'departmentOfficer')
  await officer.goto('/console/dutylists')
  await officer.getByRole('button', { name: '新增一项' }).click()
  const drawer = officer.getByRole('dialog')
  await drawer.getByLabel('部门').click()
  await officer.locator('.ant-select-dropdown:visible').getByText('综合行政执法局').click()
  await drawer.getByLabel('事项').fill('查处乱拉横幅')
  await drawer.getByLabel('联系岗位').fill('执法包片人员')
  await expectAccessible(officer, 'a duty')
  await drawer.getByRole('button', { name: /保\s?存/ }).click()
  await expect(drawer).toBeHidden()
  await officer.goto(`/console/dutylists?${new URLSearchParams({ search: '乱拉横幅' })}`)
  await expect(officer.getByText('查处乱拉横幅')).toBeVisible()
  const phone = (await device(browser, 'phone')).page
  await phone.goto('/duties')
  await phone.getByText('综合行政执法局').click()
  await expect(phone.getByText('查处乱拉横幅')).toBeVisible()
  await expectAccessible(phone, '/duties')
  await expectNoSidewaysScroll(phone, '/duties')
})
