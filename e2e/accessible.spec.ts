// Every page in both sizes: no violation found by axe, no sideways scroll, also at 320 px. The console's pages are its list
// of rooms and the residents' the routes of the app, so that a new page is walked without being named here.
import { expect, type Browser, type Page } from '@playwright/test'
import type { DemoRole } from '../server/src/demo/sign-ins.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { isPlain, rooms, routes, settled } from './support/pages.ts'
import { device } from './support/people.ts'

/** Nothing has this id: where no thing is named, the page says so, and that must be accessible too. */
const NOTHING = '00000000-0000-7000-8000-000000000000'
/** The id of the first thing an answer lists, under whatever name. */
const firstOf = async (page: Page, path: string): Promise<string> => {
  const answer = await get<object>(page, path)
  const rows = (Array.isArray(answer) ? answer : Object.values(answer).find(Array.isArray)) as
    | { id: string }[]
    | undefined
  return rows?.[0]?.id ?? NOTHING
}
/** Opens each address once and looks at it in every size. */
const walk = async (page: Page, base: string, paths: readonly string[], sizes: readonly number[]) => {
  for (const path of paths) {
    await page.setViewportSize({ width: sizes[0]!, height: 860 })
    await page.goto(`${base}${path}`)
    await settled(page)
    for (const width of sizes) {
      await page.setViewportSize({ width, height: 860 })
      await page.waitForTimeout(120)
      const name = `${base}${path} at ${width}`
      await expectNoSidewaysScroll(page, name)
      if (width !== 320) await expectAccessible(page, name)
    }
  }
}
const signedIn = async (browser: Browser, size: 'phone' | 'desk', role: DemoRole): Promise<Page> => {
  const { page } = await device(browser, size)
  await signInQuietly(page, role)
  return page
}
const filled = (paths: readonly string[], id: string) => paths.map((path) => path.replace(/[:$]\w+/g, id))

test('the resident app, signed out and as a resident', async ({ browser }) => {
  test.setTimeout(300_000)
  const { page } = await device(browser, 'phone')
  await walk(page, '', ['/', '/sign-in', '/services', '/duties', '/public-board', '/work'], [390, 320, 1440])
  await signInQuietly(page, 'resident')
  const byId: Readonly<Record<string, string>> = {
    '/cases/:id': await firstOf(page, '/api/cases/mine?open=true&limit=1'),
    '/mediations/:id': await firstOf(page, '/api/mediations/mine'),
    '/public-board/:id': await firstOf(page, '/api/public/boards?limit=1'),
    '/emergency/:id': NOTHING,
  }
  const named = Object.entries(byId).map(([path, id]) => filled([path], id)[0]!)
  const rest = routes.filter((path) => !isPlain(path) && !(path in byId))
  await walk(page, '', [...routes.filter(isPlain), '/nowhere', ...named], [390, 320, 1440])
  // Of what one may not see, or what is not there, one size is enough.
  await walk(page, '', filled(rest, NOTHING), [390])
})
test('the resident app as staff at work on a phone', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await signedIn(browser, 'phone', 'gridWorker')
  const knock = await firstOf(page, '/api/channels/knocks/mine')
  const visit = await firstOf(page, '/api/patrols/mine')
  const work = ['/', '/work', '/services', '/patrols', '/knocks', '/meetings', '/emergency/tasks', '/my-card']
  await walk(page, '', [...work, `/knocks/${knock}`, `/patrols/${visit}`], [390, 320])
})
test('the console', async ({ browser }) => {
  test.setTimeout(400_000)
  const { page } = await device(browser, 'desk')
  await page.goto('/console/')
  await page.getByLabel('账号').waitFor()
  await expectAccessible(page, 'console sign-in')
  await signInQuietly(page, 'administrator')
  const byId: Readonly<Record<string, string>> = {
    '/cases/$id': await firstOf(page, '/api/cases?limit=1'),
    '/whistles/$id': await firstOf(page, '/api/whistles/parts?view=all&limit=1'),
    '/channels/meetings/$id': await firstOf(page, '/api/channels/meetings?limit=1'),
    '/emergency/$id': await firstOf(page, '/api/emergency?limit=1'),
  }
  const paths = rooms.flatMap((path) => filled([path], byId[path] ?? NOTHING))
  await walk(page, '/console', paths, [1440, 390])
})
test('the console as those who see other rooms', async ({ browser }) => {
  test.setTimeout(120_000)
  const mediator = await signedIn(browser, 'desk', 'mediator')
  const mediation = await firstOf(mediator, '/api/mediations')
  await walk(mediator, '/console', ['/', '/mediations', `/mediations/${mediation}`], [1440, 390])
  const fire = await signedIn(browser, 'desk', 'fireOfficer')
  const part = await firstOf(fire, '/api/whistles/parts?view=mine&limit=1')
  await walk(fire, '/console', ['/', '/whistles', `/whistles/${part}`], [1440, 390])
})
test('by keyboard alone: from the navigation into the queue, and a case opened from its list', async ({ browser }) => {
  const page = await signedIn(browser, 'desk', 'communityClerk')
  await page.goto('/console/')
  await page.getByRole('link', { name: '诉求办理' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/case=/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/case=/)
  await page.keyboard.press('/')
  await expect(page.getByLabel('搜索诉求')).toBeFocused()
  await page.keyboard.type('灯')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '存为常用' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // A step that asks for a reason is ready for it.
  await page.goto('/console/doorcodes')
  await page
    .getByRole('button', { name: /作\s?废/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
})
test('the journal calls every action and what it changed by words, in both languages', async ({ browser }) => {
  const page = await signedIn(browser, 'desk', 'administrator')
  await page.setViewportSize({ width: 1440, height: 900 })
  const code = page.getByRole('cell', { name: /^[a-zA-Z]+\.[a-zA-Z-]+$/ })
  await page.goto('/console/journal')
  await expect(page.getByRole('cell', { name: '登录了', exact: true }).first()).toBeVisible()
  await expect(code).toHaveCount(0)
  const dispatched = async (field: RegExp, value: string) => {
    await page.goto('/console/journal?action=case.dispatch')
    await page.getByRole('cell').getByRole('button').first().click()
    const changes = page.getByRole('dialog').getByRole('table')
    await expect(changes.getByRole('rowheader', { name: field })).toBeVisible()
    await expect(changes.getByRole('cell', { name: value, exact: true })).toBeVisible()
    await expect(changes.getByText(/handlerId|[0-9a-f]{8}/)).toHaveCount(0)
    await expectAccessible(page, `an entry of the journal, ${value}`)
  }
  await dispatched(/^承办单位/, '已派单')
  const speak = (language: string) =>
    page.request.patch('/api/identity/me', { headers: { 'x-linli': '1' }, data: { language } })
  await speak('en')
  try {
    await page.goto('/console/journal')
    await expect(page.getByRole('cell', { name: 'signed in', exact: true }).first()).toBeVisible()
    await expect(code).toHaveCount(0)
    await dispatched(/^Handling body/, 'dispatched')
  } finally {
    await speak('zh-CN')
  }
})
