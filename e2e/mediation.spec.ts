// The ceiling leak between two floors (mission A12): opened at a desk, agreed and signed on two phones, kept and confirmed.
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { test } from './support/journey.ts'
import { neighbour, saveDrawer, sign } from './support/mediation.ts'
import { device, signInToConsole } from './support/people.ts'

const mark = `渗水${Date.now() % 100_000}`
// Numbers of its own for every try: one gets one code a minute.
const phones = { below: `137${String(Date.now()).slice(-7)}1`, above: `137${String(Date.now()).slice(-7)}2` }
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const drawer = (page: Page) => page.getByRole('dialog')
const choose = async (page: Page, label: string, option: RegExp, nth: number) => {
  await drawer(page).getByLabel(label, { exact: true }).nth(nth).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option).first().click()
  // The next choice must not click into this list while it folds away.
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
}
const fillClause = async (page: Page, at: number, what: string, day: string) => {
  await choose(page, '由谁', /楼上业主/, at)
  await choose(page, '对谁', /楼下业主/, at)
  await drawer(page).getByLabel('具体内容').nth(at).fill(what)
  await drawer(page).getByLabel('哪天前').nth(at).fill(day)
}
test('two floors settle a leaking ceiling in confidence, and keep what they signed', async ({ browser }) => {
  test.setTimeout(240_000)
  const below = (await device(browser, 'phone')).page
  const above = (await device(browser, 'phone')).page
  await neighbour(below, phones.below, '王秀英')
  await neighbour(above, phones.above, '李大山')
  const desk = (await device(browser, 'desk')).page
  let path = ''
  await test.step('the mediator opens it with both phones', async () => {
    await signInToConsole(desk, 'mediator')
    await desk.goto('/console/mediations')
    await expect(desk.getByRole('heading', { name: '矛盾调解' })).toBeVisible()
    await expectAccessible(desk, 'mediations')
    await desk.getByRole('button', { name: '开始调解' }).click()
    await drawer(desk).getByLabel('地点').first().fill('柳岸花园 1号楼 1单元')
    await desk.locator('.ant-select-dropdown:visible').getByText('柳岸花园 1号楼 1单元').first().click()
    await drawer(desk).getByLabel('事由').fill(`天花板${mark}`)
    for (const [at, [name, phone, role]] of [
      ['王秀英', phones.below, '楼下业主'],
      ['李大山', phones.above, '楼上业主'],
    ].entries()) {
      await drawer(desk).getByLabel('姓名').nth(at).fill(name!)
      await drawer(desk).getByLabel('手机号').nth(at).fill(phone!)
      await drawer(desk).getByLabel('身份').nth(at).fill(role!)
    }
    await drawer(desk).getByRole('button', { name: '开始调解' }).click()
    await expect(desk.getByRole('heading', { name: `天花板${mark}` })).toBeVisible()
    path = new URL(desk.url()).pathname.replace('/console', '')
  })
  await test.step('both agree on their phones; one states what happened', async () => {
    for (const page of [below, above]) {
      await page.goto('/mediations')
      await page.getByText(`天花板${mark}`).click()
      await expectAccessible(page, 'the invitation')
      await expectNoSidewaysScroll(page, 'the invitation')
      await page.getByRole('button', { name: '同意调解' }).click()
      await expect(page.getByRole('button', { name: '同意调解' })).toHaveCount(0)
    }
    // Nobody loads a page anew: what the others did arrives by itself.
    await below.getByRole('button', { name: '我要陈述' }).click()
    await below.getByLabel('说说情况').fill('卫生间顶上滴水，吊顶泡坏了')
    await below.getByRole('button', { name: '提交' }).click()
    await expect(below.getByText('卫生间顶上滴水，吊顶泡坏了')).toBeVisible()
    await expect(above.getByText('卫生间顶上滴水，吊顶泡坏了')).toBeVisible()
  })
  await test.step('a session is called and recorded, the settlement drafted', async () => {
    await expect(desk.getByText('卫生间顶上滴水，吊顶泡坏了')).toBeVisible()
    await desk.getByRole('button', { name: '约调解会' }).click()
    await drawer(desk)
      .getByLabel('时间')
      .fill(`${dayIn(2)}T15:00`)
    await drawer(desk).getByLabel('在哪里').fill('社区调解室')
    await saveDrawer(desk)
    await desk.getByRole('button', { name: '记录这次会' }).click()
    await drawer(desk).getByText('王秀英').click()
    await drawer(desk).getByLabel('经过').fill('请师傅看过，接头老化')
    await saveDrawer(desk)
    await expect(desk.getByText('请师傅看过，接头老化')).toBeVisible()
    await desk.getByRole('button', { name: '拟协议，请各方签字' }).click()
    await drawer(desk).getByLabel('查明的事实').fill('楼上卫生间接头老化')
    await drawer(desk).getByLabel('金额（元）').fill('1200')
    await fillClause(desk, 0, '吊顶重做的费用', dayIn(9))
    await drawer(desk).getByRole('button', { name: '加一条' }).click()
    await fillClause(desk, 1, '换掉接头，做好防水', dayIn(5))
    await expectAccessible(desk, 'the draft')
    await saveDrawer(desk)
    await expect(desk.getByText('壹仟贰佰元整')).toBeVisible()
  })
  await test.step('both sign with a fresh code; the agreement can be printed', async () => {
    await sign(below, phones.below, path, '壹仟贰佰元整')
    await sign(above, phones.above, path, '壹仟贰佰元整')
    await above.goto(`${path}/agreement`)
    await expect(above.getByText('全文指纹', { exact: false })).toBeVisible()
    await expectAccessible(above, 'the agreement')
    await expectNoSidewaysScroll(above, 'the agreement')
  })
  await test.step('what was promised is done above and confirmed below', async () => {
    await above.goto(path)
    for (const said of ['钱已转账', '接头已换好']) {
      await above.getByRole('button', { name: '我已做到' }).first().click()
      await above.getByLabel('怎么做的').fill(said)
      await above.getByRole('button', { name: '提交' }).click()
      await expect(above.getByText(said)).toBeVisible()
    }
    await expect(below.getByText('接头已换好')).toBeVisible()
    await expectAccessible(below, 'the promises')
    for (let left = 2; left > 0; left--) {
      await below.getByRole('button', { name: '对方做到了吗' }).first().click()
      await below.getByRole('button', { name: '确认做到' }).click()
      await expect(below.getByRole('dialog')).toHaveCount(0)
    }
    await expect(below.getByText('协议已履行')).toBeVisible()
  })
  await test.step('nobody else finds a word of it', async () => {
    const clerk = (await device(browser, 'desk')).page
    await signInToConsole(clerk, 'communityClerk')
    const query = new URLSearchParams({ search: mark })
    expect(await (await clerk.request.get(`/api/cases?${query}`)).text()).not.toContain(mark)
    expect((await clerk.request.get(`/api${path}`)).status()).toBe(404)
    await clerk.context().close()
  })
  await desk.setViewportSize({ width: 390, height: 844 })
  await desk.reload()
  await expect(desk.getByText('接头已换好')).toBeVisible()
  await expectNoSidewaysScroll(desk, 'the record on a phone')
  await expectAccessible(desk, 'the record on a phone')
})
