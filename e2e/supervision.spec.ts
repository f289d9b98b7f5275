// Nobody falls through: a case is split, a duplicate merged, an order answered on a phone, a plan kept (mission A6, A10).
import { expect, type Browser, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { reportedCase, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const stamp = String(Date.now() % 1_000_000)
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const people = async (browser: Browser) => {
  const resident = await device(browser, 'phone')
  const clerk = await device(browser, 'desk')
  const worker = await device(browser, 'phone')
  const street = await device(browser, 'desk')
  await signInQuietly(resident.page, 'resident')
  await signInQuietly(clerk.page, 'communityClerk')
  await signInQuietly(worker.page, 'propertyWorker')
  await signInQuietly(street.page, 'streetOfficer')
  return { resident: resident.page, clerk: clerk.page, worker: worker.page, street: street.page }
}
const drawer = (page: Page) => page.getByRole('dialog')
const save = async (page: Page, name: string) => {
  await drawer(page).getByRole('button', { name, exact: true }).click()
  await expect(drawer(page)).toBeHidden()
}

test('a case with two matters is split, a duplicate merged and restored, and the reporter reads it all', async ({
  browser,
}) => {
  const { resident, clerk } = await people(browser)
  const first = await reportedCase(resident, `单元门坏了，楼道灯也不亮，编号${stamp}`)
  const second = await reportedCase(resident, `楼道灯一直不亮，编号${stamp}`)
  await clerk.goto(`/console/cases/${first.id}`)
  await clerk.getByRole('button', { name: '拆成几件' }).click()
  await drawer(clerk).getByLabel('第 1 件').fill('单元门坏了')
  await drawer(clerk).getByLabel('第 2 件').fill('楼道灯不亮')
  await expectAccessible(clerk, 'splitting a case')
  await save(clerk, '拆成几件')
  await expect(clerk.getByText('还不能办结，因为')).toBeVisible()
  await clerk.goto(`/console/cases/${second.id}`)
  await clerk.getByRole('button', { name: '并入另一件' }).click()
  await drawer(clerk).getByLabel('并入哪一件').fill(first.number)
  await clerk.getByText(`${first.number} ·`).first().click()
  await drawer(clerk).getByLabel('原因').fill('同一处楼道灯')
  await save(clerk, '并入另一件')
  await expect(clerk.getByText('已合并').first()).toBeVisible()
  await resident.goto(`/cases/${second.id}`)
  await expect(resident.getByRole('heading', { name: '和同一件事一起办' })).toBeVisible()
  await expectAccessible(resident, 'a merged case')
  await expectNoSidewaysScroll(resident, 'a merged case')
  await clerk.getByRole('button', { name: '撤销合并' }).click()
  await drawer(clerk).getByRole('textbox').fill('是另一盏灯')
  await save(clerk, '撤销合并')
  await resident.goto(`/cases/${first.id}`)
  await expect(resident.getByRole('heading', { name: '分成几件分别办' })).toBeVisible()
})

test('the street orders, the company answers on a phone with a promise and a plan, the street signs off', async ({
  browser,
}) => {
  const { resident, clerk, worker, street } = await people(browser)
  const { id } = await reportedCase(resident, `老管道反复漏水，编号${stamp}`)
  await clerk.goto(`/console/cases/${id}`)
  await clerk.getByRole('button', { name: /受理并派单/ }).click()
  await drawer(clerk).getByText('和悦物业服务有限公司').click()
  await drawer(clerk)
    .getByRole('button', { name: /受理并派单/ })
    .click()
  await expect(drawer(clerk)).toBeHidden()

  await street.goto(`/console/cases/${id}`)
  await street.getByRole('button', { name: '发出督办' }).click()
  await drawer(street).getByLabel('要求').fill('请三天内提出解决办法')
  await drawer(street).getByRole('button', { name: /3 天/ }).click()
  await expectAccessible(street, 'ordering supervision')
  await save(street, '发出督办')
  await expect(street.getByText('待回复')).toBeVisible()

  await worker.goto('/console/supervision?show=toAnswer')
  await expect(worker.getByText('请三天内提出解决办法')).toBeVisible()
  await expectAccessible(worker, 'orders on a phone')
  await expectNoSidewaysScroll(worker, 'orders on a phone')
  await worker.getByRole('article').filter({ hasText: stamp }).getByRole('button', { name: '回复督办' }).click()
  await drawer(worker).getByLabel('回复').fill('已请厂家来看')
  await drawer(worker).getByLabel('还要做到的事（可不填）').fill('报来更换方案')
  await drawer(worker).getByLabel('哪天前做到').fill(dayAhead(4))
  await save(worker, '回复督办')

  await worker.goto(`/console/cases/${id}`)
  await worker.getByRole('button', { name: '制定计划' }).click()
  await drawer(worker).getByLabel('目标').fill('一个月内换掉老管道')
  await drawer(worker).getByLabel('做什么').fill('开工换管')
  await drawer(worker).getByLabel('哪天前做到').fill(dayAhead(20))
  await save(worker, '制定计划')
  await resident.goto(`/cases/${id}`)
  await expect(resident.getByText('一个月内换掉老管道').first()).toBeVisible()
  await expect(resident.getByText('开工换管').first()).toBeVisible()
  await expect(resident.getByText('报来更换方案')).toHaveCount(0)

  await street.goto('/console/supervision?show=toSign')
  await street.getByRole('article').filter({ hasText: stamp }).getByRole('button', { name: '签结' }).click()
  await drawer(street).getByLabel('意见').fill('同意，按计划办')
  await save(street, '签结')
  for (const tab of ['promises', 'overdue', 'rechecks', 'handOvers']) {
    await street.goto(`/console/supervision?tab=${tab}`)
    await expect(street.getByRole('heading', { name: '督办与承诺' })).toBeVisible()
    await street.waitForTimeout(300)
    await expectAccessible(street, `supervision, ${tab}`)
  }
})
