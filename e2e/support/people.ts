// Signing in as people of the demo district, the way they do it.
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { demoPassword, signInOf, type DemoRole } from '../../server/src/demo/sign-ins.ts'

export const phoneSize = { width: 390, height: 844 }
export const deskSize = { width: 1440, height: 900 }
/** A context of its own, as another person’s device. */
export const device = async (
  browser: Browser,
  size: 'phone' | 'desk',
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({
    // What fades in has not its colours yet, and a check of colours would see it so.
    reducedMotion: 'reduce',
    ...(size === 'phone'
      ? { viewport: phoneSize, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
      : { viewport: deskSize }),
  })
  return { context, page: await context.newPage() }
}
/** The code of the newest message to this number, read from the demo outbox. */
export const codeFor = async (page: Page, phone: string): Promise<string> => {
  const masked = phone.slice(-4)
  const messages = (await (await page.request.get('/api/notices/sms-outbox')).json()) as { to: string; text: string }[]
  // Other messages may come in between: only a code is called one.
  const code = messages
    .find((message) => message.to.endsWith(masked) && /验证码|code/.test(message.text))
    ?.text.match(/\d{6}/)?.[0]
  if (code === undefined) throw new Error(`no code for ${masked} in ${JSON.stringify(messages).slice(0, 300)}`)
  return code
}
/**
 * Fills in phone and code on the resident app's sign-in page, which is open. A number gets one code a minute and five an
 * hour: only a journey that is about signing in uses it, each with a person of its own; the others sign in quietly.
 */
export const signInByPhone = async (page: Page, phone: string): Promise<void> => {
  await page.getByLabel('手机号').fill(phone)
  const ask = page.getByRole('button', { name: '获取验证码' })
  await ask.click()
  const tooSoon = page.getByText('请一分钟后再试')
  await expect(page.getByLabel('验证码').or(tooSoon)).toBeVisible()
  // A second try of a journey comes within the minute of the first.
  if (await tooSoon.isVisible()) {
    await page.waitForTimeout(61_000)
    await ask.click()
    await expect(page.getByLabel('验证码')).toBeVisible()
  }
  await page.getByLabel('验证码').fill(await codeFor(page, phone))
}
/** Signs in to the console by password. */
export const signInToConsole = async (page: Page, role: DemoRole): Promise<void> => {
  await page.goto('/console/')
  await page.getByLabel('账号').fill(signInOf(role).login)
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: /登\s?录/ }).click()
  // The navigation is folded away on a phone; the account button is always there.
  await expect(page.getByRole('button', { name: /我的账号/ })).toBeVisible()
}
const NO_SIGNAL = '**/api/**'
/**
 * Takes the signal away once the phone has kept the app, or gives it back; what is done next is done after the page has
 * noticed. Chromium alone lets the first request of a page that is opened without a signal reach the server before it
 * fails: here none leaves.
 */
export const setSignal = async (page: Page, has: boolean): Promise<void> => {
  if (has) await page.unroute(NO_SIGNAL)
  else {
    // The console is for a desk with a signal: it keeps nothing.
    if (!new URL(page.url()).pathname.startsWith('/console'))
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.route(NO_SIGNAL, (route) => route.abort('internetdisconnected'))
  }
  await page.context().setOffline(!has)
  await page.waitForFunction((wanted) => navigator.onLine === wanted, has)
}
