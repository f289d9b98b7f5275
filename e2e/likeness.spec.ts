// Like cases in the browser: a resident who types sees that a neighbour said it already and follows it; a clerk finds the hot spot
// behind many cases and opens one case for the cause; the district sees how good its model is (mission: duplicates, 未诉先办, triage).
import { expect } from '@playwright/test'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device, signInToConsole } from './support/people.ts'

const said = `北门快递柜的门掉了一半，取件夹手${Date.now() % 1000}`
const typed = '快递柜的门掉了，取件会夹手'

test('while typing, a neighbour’s report is found, read in full and followed', async ({ browser }) => {
  test.setTimeout(150_000)
  const clerk = await device(browser, 'desk')
  await signInQuietly(clerk.page, 'communityClerk')
  const places = await get<{ id: string; path: string }[]>(
    clerk.page,
    `/api/places/search?text=${encodeURIComponent(demoHome.estate)}`,
  )
  const estate = places.find((place) => place.path === demoHome.estate)!
  const filed = await post<{ id: string; number: string }>(clerk.page, '/api/cases/filed', {
    placeId: estate.id,
    words: said,
    channel: 'telephone',
  })
  const resident = await device(browser, 'phone')
  const { page } = resident
  await test.step('the list, in public words', async () => {
    await signInQuietly(page, 'resident')
    await page.goto('/report')
    await page.getByLabel('出了什么事').fill(typed)
    await expect(page.getByRole('heading', { name: '附近有人反映过' })).toBeVisible()
    await expect(page.getByRole('button', { name: /快递柜的门掉了一半/ })).toBeVisible()
    await expectAccessible(page, 'report page with hints')
    await expectNoSidewaysScroll(page, 'report page with hints')
  })
  await test.step('one in full, and “this is it”', async () => {
    await page.getByRole('button', { name: /快递柜的门掉了一半/ }).click()
    const sheet = page.getByRole('dialog')
    await expect(sheet.getByText(`编号 ${filed.number}`)).toBeVisible()
    await expectAccessible(page, 'a like case in full')
    await sheet.getByRole('button', { name: '这就是我要说的，关注它' }).click()
    await expect(sheet.getByText('已关注。有进展会告诉您。')).toBeVisible()
    await sheet.getByRole('button', { name: '不用再提交了' }).click()
    await expect(page.getByRole('heading', { name: '关注的事' })).toBeVisible()
    await expectAccessible(page, 'a matter I follow')
  })
  await test.step('a later step reaches the follower, and leads to the matter', async () => {
    await post(clerk.page, `/api/cases/${filed.id}/accept`, {})
    await page.goto('/inbox')
    const message = page.getByRole('link', { name: new RegExp(filed.number) })
    await expect(message.first()).toBeVisible({ timeout: 20_000 })
    await message.first().click()
    await expect(page.getByText('社区已受理').first()).toBeVisible()
  })
  await test.step('what I follow is on my page, until I follow it no longer', async () => {
    await page.goto('/cases')
    await expect(page.getByRole('heading', { name: '我关注的' })).toBeVisible()
    await expectAccessible(page, 'my cases with what I follow')
    await page.goto(`/followed/${filed.id}`)
    await page.getByRole('button', { name: '不再关注' }).click()
    await expect(page.getByText('已不再关注')).toBeVisible()
    await expect(page.getByText(`编号 ${filed.number}`)).toHaveCount(0)
  })
})

test('a clerk finds the hot spot behind many cases and opens one for the cause', async ({ browser }) => {
  test.setTimeout(150_000)
  const desk = await device(browser, 'desk')
  const { page } = desk
  await signInToConsole(page, 'communityClerk')
  await page.goto('/console/hot-spots')
  await expect(page.getByText('充电桩').first()).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'hot spots at 1440')
  await page.getByRole('button', { name: '看证据' }).first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('组内诉求')).toBeVisible()
  await expectAccessible(page, 'one hot spot')
  await drawer.getByRole('button', { name: '立一件根源诉求' }).click()
  const ask = page.getByRole('dialog', { name: '立一件根源诉求' })
  await ask.getByLabel('根源问题是什么').fill('全小区车棚充电桩老化，要整体更换并加装')
  await ask.getByRole('button', { name: '立一件根源诉求' }).click()
  const link = drawer.getByRole('link', { name: /根源诉求/ })
  await expect(link).toBeVisible()
  await link.click()
  await expect(page.getByText('未诉先办').first()).toBeVisible()
  await expect(page.getByText('由热点问题立案').first()).toBeVisible()
  await desk.context.close()

  const phone = await device(browser, 'phone')
  await signInToConsole(phone.page, 'communityClerk')
  await phone.page.goto('/console/hot-spots?state=opened')
  await expect(phone.page.getByRole('link', { name: /根源诉求/ }).first()).toBeVisible()
  await expectAccessible(phone.page, 'hot spots at 390')
  await expectNoSidewaysScroll(phone.page, 'hot spots at 390')
})

test('on a like case staff see the possible duplicate and what the model suggests', async ({ browser }) => {
  test.setTimeout(120_000)
  const desk = await device(browser, 'desk')
  const { page } = desk
  await signInToConsole(page, 'communityClerk')
  const places = await get<{ id: string; path: string }[]>(
    page,
    `/api/places/search?text=${encodeURIComponent(demoHome.estate)}`,
  )
  const placeId = places.find((place) => place.path === demoHome.estate)!.id
  const file = (words: string) =>
    post<{ id: string; number: string }>(page, '/api/cases/filed', { placeId, words, channel: 'telephone' })
  const first = await file('中心广场喷泉漏电，孩子在旁边玩')
  const second = await file('广场喷泉漏电，小孩在玩很危险')
  await page.goto(`/console/cases/${second.id}`)
  const panel = page.getByRole('region', { name: '可能重复' })
  await expect(panel.getByRole('link', { name: new RegExp(first.number) })).toBeVisible()
  await panel.getByRole('button', { name: '并入这一件' }).first().click()
  await expect(page.getByRole('dialog').getByText(first.number).locator('visible=true').first()).toBeVisible()
  await desk.context.close()

  const district = await device(browser, 'desk')
  await signInToConsole(district.page, 'districtOfficer')
  await district.page.goto('/console/settings/triage')
  await expect(district.page.getByText('在用').first()).toBeVisible({ timeout: 30_000 })
  await expectAccessible(district.page, 'triage at 1440')
  await district.page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(district.page, 'triage at 390')
  await expectNoSidewaysScroll(district.page, 'triage at 390')
})
