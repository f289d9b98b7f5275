// The first visit: agree, say one's name, claim a home; the clerk confirms it, and the resident reads so (mission A2).
import { expect } from '@playwright/test'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device, signInByPhone } from './support/people.ts'

const stamp = String(Date.now() % 100_000_000).padStart(8, '0')
const name = `吴新来${stamp.slice(-4)}`
const home = `${demoHome.estate} ${demoHome.building} ${demoHome.unit} 201`

test('a new resident signs in, claims a home, and it is confirmed', async ({ browser }) => {
  const { page } = await device(browser, 'phone')
  await test.step('the first sign-in says what is kept, and asks for a name', async () => {
    await page.goto('/sign-in?next=/me/homes')
    await signInByPhone(page, `158${stamp}`)
    await expect(page.getByRole('heading', { name: '第一次使用' })).toBeVisible()
    await expect(page.getByText('保存什么，为什么')).toBeVisible()
    await page.getByRole('button', { name: '同意并开始' }).click()
    await expect(page.getByText('请写下您的称呼。')).toBeVisible()
    await page.getByLabel('怎么称呼您').fill(name)
    await page.getByRole('button', { name: '同意并开始' }).click()
    await page.waitForURL('**/me/homes')
  })
  await test.step('the claim waits', async () => {
    await page.getByRole('button', { name: '认领房屋' }).click()
    await page.getByLabel('找地点').fill(home)
    await page.getByRole('dialog').getByRole('button', { name: home }).click()
    await page.getByRole('button', { name: '提交认领' }).click()
    await expect(page.getByText('等待社区确认')).toBeVisible()
  })
  await test.step('the clerk confirms', async () => {
    const clerk = await device(browser, 'desk')
    await signInQuietly(clerk.page, 'communityClerk')
    await clerk.page.goto('/console/home-claims')
    const card = clerk.page.locator('.claim', { hasText: name })
    await expect(card.getByText(`158****${stamp.slice(-4)}`)).toBeVisible()
    await card.getByRole('button', { name: '确认', exact: true }).click()
    await clerk.page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click()
    await expect(card).toHaveCount(0)
    await clerk.context.close()
  })
  await page.reload()
  await expect(page.getByText('已确认')).toBeVisible()
})
