// Signing in by phone code with a second factor: both apps ask for it when the server says it is needed.
import { expect, type Browser } from '@playwright/test'
import { TOTP, Secret } from 'otpauth'
import { demoPassword, signInOf, type DemoRole } from '../server/src/demo/sign-ins.ts'
import { post, signInQuietly } from './support/by-api.ts'
import { expectAccessible } from './support/axe.ts'
import { test } from './support/journey.ts'
import { codeFor, device, signInByPhone } from './support/people.ts'

/** Turns one-time codes on for somebody, and off again when done. */
const withTotp = async (browser: Browser, role: DemoRole) => {
  const { page, context } = await device(browser, 'desk')
  await signInQuietly(page, role)
  const { secret } = await post<{ secret: string }>(page, '/api/identity/me/totp', {})
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: 30, digits: 6 })
  const { recoveryCodes } = await post<{ recoveryCodes: string[] }>(page, '/api/identity/me/totp/confirm', {
    code: totp.generate(),
  })
  const off = async () => {
    await post(page, '/api/identity/me/totp/removal', { password: demoPassword })
    await context.close()
  }
  return { recoveryCodes, off, context, phone: signInOf(role).phone }
}

test('on the phone: after the code of the message, the one of the authenticator or a recovery code', async ({
  browser,
}) => {
  const { phone, recoveryCodes, off } = await withTotp(browser, 'mediator')
  const { page, context } = await device(browser, 'phone')
  await page.goto('/sign-in')
  await signInByPhone(page, phone)
  const field = page.getByLabel('动态验证码')
  await expect(field).toBeFocused()
  await expect(page.getByText('还需要动态验证码')).toBeVisible()
  await field.fill('000 wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('动态验证码不对')).toBeVisible()
  await field.fill(recoveryCodes[0]!)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(field).toHaveCount(0)
  await expect(page).not.toHaveURL(/sign-in/)
  await context.close()
  await off()
})
test('in the console: the same, with a message sent only once', async ({ browser }) => {
  const { phone, recoveryCodes, off } = await withTotp(browser, 'policeOfficer')
  const { page, context } = await device(browser, 'desk')
  await page.goto('/console/')
  await page.getByRole('tab', { name: '手机验证码' }).click()
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect(page.getByText('验证码已发出')).toBeVisible()
  await page.getByLabel('验证码', { exact: true }).fill(await codeFor(page, phone))
  await page.getByRole('button', { name: /登\s?录/ }).click()
  await page.getByRole('button', { name: '手机不在身边' }).click()
  await page.getByLabel('恢复码').fill(recoveryCodes[1]!)
  await page.getByRole('button', { name: /登\s?录/ }).click()
  await expect(page.getByRole('button', { name: /我的账号/ })).toBeVisible()
  await context.close()
  await off()
})

test('lost phone and recovery codes: an administrator resets the second step in the console', async ({ browser }) => {
  const { phone, name } = signInOf('fireOfficer')
  const lost = await withTotp(browser, 'fireOfficer')
  await lost.context.close()
  const { page, context } = await device(browser, 'desk')
  await signInQuietly(page, 'administrator')
  await page.goto(`/console/people?search=${phone}`)
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('button', { name: '重置二次验证' }).click()
  const asked = page.getByRole('dialog', { name: `重置${name}的二次验证` })
  await asked.getByRole('button', { name: '重置二次验证' }).click()
  await expect(asked.getByText('请写明原因')).toBeVisible()
  await expectAccessible(page, 'resetting a second step')
  await asked.getByLabel('原因').fill('手机和恢复码都丢了，已当面核对')
  await asked.getByRole('button', { name: '重置二次验证' }).click()
  await expect(page.getByText('已重置，本人会收到通知')).toBeVisible()
  await expect(page.getByRole('button', { name: '重置二次验证' })).toHaveCount(0)
  await context.close()
  const theirs = await device(browser, 'desk')
  await signInQuietly(theirs.page, 'fireOfficer')
  await theirs.context.close()
})
