// What opens over a page: drawers, dialogs, sheets, in both sizes; pages at 200 % zoom; pages that say something went wrong.
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device, signInToConsole } from './support/people.ts'

/** A page of the console and the buttons, one after the other, that open something over it. */
const consoleDialogs: readonly (readonly [path: string, ...buttons: (readonly RegExp[])[]])[] = [
  ['', [/消息/], [/我的账号/]],
  ['cases?kind=urgent', [/存为常用/], [/更多条件/]],
  ['organisations', [/新增组织/], [/社区居民委员会$/]],
  ['positions', [/新增岗位/]],
  ['appointments', [/任\s?命/], [/免\s?去/]],
  ['people', [/登记人员/]],
  ['home-claims', [/不通过/], [/确\s?认/]],
  ['doorcodes', [/发放门牌码/], [/打\s?印/], [/作\s?废/], [/换\s?发/]],
  ['settings/categories', [/新增类别/], [/停\s?用/]],
  ['settings/rules', [/新增规则/], [/删\s?除/]],
  ['journal', [/核对日志/]],
]
test.use({ actionTimeout: 6_000 })
const overlay = (page: Page) => page.getByRole('dialog').last()
const press = async (page: Page, name: RegExp) => {
  const button = page.getByRole('button', { name }).and(page.locator(':visible'))
  await button.first().click()
}
for (const width of [390, 1280]) {
  test(`what opens over the pages of the console at ${width}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const { page, context } = await device(browser, 'desk')
    await page.setViewportSize({ width, height: 900 })
    await signInToConsole(page, 'administrator')
    for (const [path, ...ways] of consoleDialogs) {
      for (const way of ways) {
        await page.goto(`/console/${path}`)
        await page.waitForTimeout(900)
        for (const name of way) await press(page, name)
        await expectAccessible(page, `console/${path} after ${way.join()} at ${width}`)
        await expectNoSidewaysScroll(page, `console/${path} after ${way.join()} at ${width}`)
      }
    }
    await context.close()
  })
}
test('a case with its drawers, and a person with what they may do', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page } = await device(browser, 'desk')
  await signInToConsole(page, 'administrator')
  const first = async (address: string) =>
    ((await (await page.request.get(address)).json()) as { rows: { id: string }[] }).rows[0]!.id
  const waiting = await first('/api/cases?figure=toDispatch')
  const person = await first('/api/identity/people?staffOnly=true')
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const name of [/^派\s?单$/, /写备注/, /更正/]) {
      await page.goto(`/console/cases/${waiting}`)
      await page.waitForTimeout(900)
      const button = page.getByRole('button', { name })
      if ((await button.count()) === 0) continue
      await button.first().click()
      await expect(overlay(page)).toBeVisible()
      await expectAccessible(page, `a case, ${name} at ${width}`)
    }
    await page.goto(`/console/people?person=${person}`)
    await overlay(page)
      .getByText(/能做什么/)
      .first()
      .click()
    await expectAccessible(page, `a person at ${width}`)
  }
})
test('at 200 % zoom nothing has to be scrolled sideways', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page } = await device(browser, 'desk')
  // A window of 1280 at 200 % has room for 640 points.
  await page.setViewportSize({ width: 640, height: 400 })
  await signInToConsole(page, 'administrator')
  for (const path of ['', 'cases', 'cases/new', 'map', 'places', 'organisations', 'appointments', 'people', 'imports'])
    await visit(page, `/console/${path}`)
  for (const path of ['doorcodes', 'settings/rules', 'settings/deadlines', 'settings/calendar', 'journal'])
    await visit(page, `/console/${path}`)
  for (const path of ['/', '/report', '/cases', '/inbox', '/me']) await visit(page, path)
})
const visit = async (page: Page, path: string) => {
  await page.goto(path)
  await page.waitForTimeout(700)
  await expectNoSidewaysScroll(page, `${path} at 200 %`)
}
test('the sheets of the resident app, and what it says when something is wrong', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page } = await device(browser, 'phone')
  for (const path of ['/s/AAAA-BBBB-CCCC', '/nowhere', '/cases', '/']) {
    await page.goto(path)
    await page.waitForTimeout(500)
    await expectAccessible(page, `${path} signed out`)
  }
  await signInQuietly(page, 'resident')
  for (const large of [false, true]) {
    await page.goto('/me')
    await page.getByRole('switch').first().waitFor()
    if (large) await page.getByText('大字版').click()
    for (const [path, button] of [
      ['/report', /地点/],
      ['/report', /类别/],
      ['/report', /语音/],
      ['/me/homes', /认领房屋/],
    ] as const) {
      await page.goto(path)
      await page.waitForTimeout(500)
      await page.getByRole('button', { name: button }).first().click()
      await expect(overlay(page)).toBeVisible()
      await expectAccessible(page, `${path} ${button} ${large ? 'large' : ''}`)
      await expectNoSidewaysScroll(page, `${path} ${button} ${large ? 'large' : ''}`)
    }
  }
  await page.goto('/cases/0190a000-0000-7000-8000-000000000000')
  await page.waitForTimeout(600)
  await expectAccessible(page, 'a case that is not there')
})
