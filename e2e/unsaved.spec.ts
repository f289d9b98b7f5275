// What was typed and not sent is not lost: by going back, by a reload, by a session that ends in the middle.
import { expect, type Page } from '@playwright/test'
import { demoPassword, signInOf } from '../server/src/demo/sign-ins.ts'
import { expectAccessible } from './support/axe.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

/** The session ends elsewhere: this browser still shows what it showed. */
const endSession = async (page: Page) => {
  const answer = await page.request.delete('/api/identity/session', { headers: { 'x-linli': '1' } })
  expect(answer.status()).toBe(200)
}

test('a form at the desk asks before typed words are lost, and outlives a session that ends', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'administrator')
  await page.goto('/console/organisations?search=柳园')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Within the app: leaving it altogether is asked by the browser itself.
  await page.getByRole('navigation').getByRole('link', { name: '人员', exact: true }).click()
  await page.getByRole('button', { name: '登记人员' }).click()
  const form = page.getByRole('dialog', { name: '登记人员' })
  const name = form.getByLabel('姓名')
  // Nothing typed, nothing asked.
  await form.getByRole('button', { name: '取消' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: '登记人员' }).click()
  await name.fill('刘阿明')
  const question = page.getByRole('dialog', { name: '写的内容还没有保存' })
  await form.getByRole('button', { name: '取消' }).click()
  await expectAccessible(page, 'the question before words are lost')
  await question.getByRole('button', { name: '接着写' }).click()
  await expect(question).toBeHidden()
  await page.goBack()
  await question.getByRole('button', { name: '接着写' }).click()
  await expect(name).toHaveValue('刘阿明')
  await expect(page).toHaveURL(/\/console\/people$/)

  await endSession(page)
  await form.getByRole('button', { name: '保存' }).click()
  const door = page.getByRole('dialog', { name: '登录工作台' })
  await expect(door.getByText('写的内容都在')).toBeVisible()
  await expectAccessible(page, 'signing in again over the page')
  await door.getByLabel('账号').fill(signInOf('administrator').login)
  await door.getByLabel('密码', { exact: true }).fill(demoPassword)
  await door.getByRole('button', { name: /登\s?录/ }).click()
  await expect(door).toBeHidden()
  await expect(name).toHaveValue('刘阿明')

  await page.goBack()
  await question.getByRole('button', { name: '不要了' }).click()
  await expect(page).toHaveURL(/\/console\/organisations\?search=/)
  await expect(page.getByRole('searchbox')).toHaveValue('柳园')
})

test('words on a phone outlive a reload and a session that ends, and are gone once they are sent', async ({
  browser,
}) => {
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await page.goto('/deliberation')
  await page.getByRole('button', { name: '我要提议题' }).click()
  await page.getByLabel('议题', { exact: true }).fill('楼下装一张长椅')
  await page.getByLabel('为什么要议').fill('老人买菜回来没有地方歇脚。')
  await page.reload()
  await page.getByRole('button', { name: '我要提议题' }).click()
  await expect(page.getByLabel('议题', { exact: true })).toHaveValue('楼下装一张长椅')
  const send = page.getByRole('dialog').getByRole('button').last()
  // The page knows whose estate it is: what it still asks after the session's end is refused.
  await expect(send).toBeEnabled()
  await endSession(page)
  await send.click()
  await page.getByRole('link', { name: '登录' }).click()
  await expect(page).toHaveURL(/next=%2Fdeliberation$/)
  await signInQuietly(page, 'resident')
  await page.goto('/deliberation')
  await page.getByRole('button', { name: '我要提议题' }).click()
  await expect(page.getByLabel('为什么要议')).toHaveValue('老人买菜回来没有地方歇脚。')
  await send.click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: '我要提议题' }).click()
  await expect(page.getByLabel('为什么要议')).toHaveValue('')
})
