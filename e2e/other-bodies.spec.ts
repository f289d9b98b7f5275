// Bodies with members of their own: departments around one table, and an owners' committee, each from notice to minutes.
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { signInQuietly } from './support/by-api.ts'
import { hourComes } from './support/time-passes.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const mark = `${Date.now() % 100_000}`
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const drawer = (page: Page) => page.getByRole('dialog')
const save = (page: Page) =>
  drawer(page)
    .getByRole('button', { name: /保\s?存|发通知/ })
    .last()
    .click()
interface Called {
  readonly scheme: string
  readonly place: string
  readonly title: string
  readonly item: string
  readonly days: number
}
const call = async (page: Page, { scheme, place, title, item, days }: Called) => {
  await page.goto('/console/deliberation')
  await page.getByRole('button', { name: '召开会议' }).click()
  await drawer(page).getByLabel('哪种会').click()
  await page.locator('.ant-select-dropdown:visible').getByText(scheme, { exact: true }).click()
  await drawer(page).getByLabel('哪里的会').first().fill(place)
  await page.locator('.ant-select-dropdown:visible').getByText(place, { exact: true }).first().click()
  await expect(drawer(page).getByText(/将通知 [1-9]/)).toBeVisible()
  await drawer(page).getByLabel('会议名称').fill(title)
  await drawer(page)
    .getByLabel('时间')
    .fill(`${dayIn(days)}T15:00`)
  await drawer(page).getByLabel('在哪里开').fill('社区会议室')
  await drawer(page).getByLabel('其他议程', { exact: false }).fill(item)
  await save(page)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  // Who is to come reads the hour, also of a day more than a week ahead.
  await expect(page.locator('time').filter({ hasText: '15:00' }).first()).toBeVisible()
}
const meet = async (page: Page, words: string) => {
  await hourComes(page)
  await page.getByRole('button', { name: '开会', exact: true }).click()
  await page.getByRole('button', { name: '保存到会名单' }).click()
  for (const box of await drawer(page).getByRole('checkbox').all()) await box.check()
  await save(page)
  await expect(drawer(page)).toHaveCount(0)
  await page.getByRole('button', { name: '作决定' }).click()
  await drawer(page).getByLabel('决议内容').fill(words)
  await save(page)
  await expect(page.getByText('还没有人负责').first()).toBeVisible()
  await page.getByRole('button', { name: '散会，写纪要' }).click()
  await page.getByRole('button', { name: '纪要', exact: true }).click()
  await drawer(page).getByLabel('纪要').fill(`会议同意：${words}`)
  await save(page)
  for (const step of ['发给到会的人看', '主持人签发', '公布纪要'])
    await page.getByRole('button', { name: step }).click()
  await expect(page.getByText('与公布时一致', { exact: false })).toBeVisible()
}

test('departments meet jointly; who was there reads the minutes, a resident does not', async ({ browser }) => {
  test.setTimeout(120_000)
  const desk = (await device(browser, 'desk')).page
  await signInQuietly(desk, 'communitySecretary')
  const title = `联席会${mark}`
  await call(desk, { scheme: '联席会（一期一会）', place: '柳园社区', title, item: '地下管网改造', days: 9 })
  await meet(desk, '分三段施工，每段不超过十天')
  const address = new URL(desk.url()).pathname.replace('/console/deliberation', '/deliberation/meetings')
  const officer = (await device(browser, 'phone')).page
  await signInQuietly(officer, 'streetOfficer')
  await officer.goto(address)
  await expect(officer.getByText('分三段施工，每段不超过十天').first()).toBeVisible()
  await expectAccessible(officer, 'minutes of a joint meeting')
  await expectNoSidewaysScroll(officer, 'minutes of a joint meeting')
  const resident = (await device(browser, 'phone')).page
  await signInQuietly(resident, 'resident')
  await resident.goto(address)
  await expect(resident.getByText('没有找到', { exact: false }).first()).toBeVisible()
})

test('an owners’ committee meets: more than half of all its members carry a decision', async ({ browser }) => {
  test.setTimeout(120_000)
  const desk = (await device(browser, 'desk')).page
  await signInQuietly(desk, 'ownersCommitteeMember')
  await call(desk, {
    scheme: '业委会会议',
    place: '柳岸花园',
    title: `业委会例会${mark}`,
    item: '广告位续租',
    days: 9,
  })
  await expect(desk.getByText('指导监督')).toBeVisible()
  await meet(desk, '续租一年，租金不低于上年')
  await expect(desk.getByText('通过', { exact: true }).first()).toBeVisible()
  await expectAccessible(desk, 'minutes of an owners’ committee')
  const saved = desk.waitForEvent('download')
  await desk
    .getByRole('link', { name: /DOCX|Word|打印/ })
    .first()
    .click()
  expect((await saved).suggestedFilename()).toMatch(/\.docx$/)
})
