// The roof leak: a reported case is handed to mediation from its page, and settled with a repair by a day (missions A8, A12).
import { expect } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { reportedCase, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { neighbour, saveDrawer, sign } from './support/mediation.ts'
import { device, signInToConsole } from './support/people.ts'

const mark = `${Date.now() % 100_000}`
// Numbers of its own for every try: one gets one code a minute.
const phones = { top: `137${String(Date.now()).slice(-7)}3`, works: `137${String(Date.now()).slice(-7)}4` }
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a roof that leaks is handed over from its case and settled with a repair by a day', async ({ browser }) => {
  test.setTimeout(180_000)
  const reporter = (await device(browser, 'phone')).page
  await signInQuietly(reporter, 'resident')
  const { id: caseId } = await reportedCase(reporter, `顶楼屋面漏雨，物业和住户说不拢${mark}`)
  const top = (await device(browser, 'phone')).page
  const works = (await device(browser, 'phone')).page
  await neighbour(top, phones.top, '赵桂兰')
  await neighbour(works, phones.works, '周师傅')
  const desk = (await device(browser, 'desk')).page
  const drawer = desk.getByRole('dialog')
  let path = ''
  await test.step('the secretary hands the case over from its own page', async () => {
    await signInToConsole(desk, 'communitySecretary')
    await desk.goto(`/console/cases/${caseId}`)
    await desk.getByRole('button', { name: '转入调解' }).click()
    await drawer.getByLabel('事由').fill(`屋面漏雨${mark}`)
    for (const [at, [name, phone, role]] of [
      ['赵桂兰', phones.top, '顶楼住户'],
      ['周师傅', phones.works, '维修单位'],
    ].entries()) {
      await drawer.getByLabel('姓名').nth(at).fill(name!)
      await drawer.getByLabel('手机号').nth(at).fill(phone!)
      await drawer.getByLabel('身份').nth(at).fill(role!)
    }
    await drawer.getByRole('button', { name: '开始调解' }).click()
    await expect(desk.getByRole('heading', { name: `屋面漏雨${mark}` })).toBeVisible()
    path = new URL(desk.url()).pathname.replace('/console', '')
  })
  await test.step('the case waits for it and shows nothing of what is said', async () => {
    await desk.goto(`/console/cases/${caseId}`)
    await expect(desk.getByText('已转入调解', { exact: false }).first()).toBeVisible()
    await expectAccessible(desk, 'a case in mediation')
    await reporter.goto(`/cases/${caseId}`)
    await expect(reporter.getByText('赵桂兰')).toHaveCount(0)
    for (const page of [top, works]) {
      await page.goto(path)
      await page.getByRole('button', { name: '同意调解' }).click()
      await expect(page.getByRole('button', { name: '同意调解' })).toHaveCount(0)
    }
  })
  await test.step('a session, then a settlement: the roof is mended by a day', async () => {
    await desk.goto(`/console${path}`)
    await desk.getByRole('button', { name: '约调解会' }).click()
    await drawer.getByLabel('时间').fill(`${dayIn(1)}T15:00`)
    await drawer.getByLabel('在哪里').fill('社区调解室')
    await saveDrawer(desk)
    await desk.getByRole('button', { name: '记录这次会' }).click()
    await drawer.getByText('赵桂兰').click()
    await drawer.getByLabel('经过').fill('上屋面看过，防水层老化')
    await saveDrawer(desk)
    await desk.getByRole('button', { name: '拟协议，请各方签字' }).click()
    await drawer.getByLabel('查明的事实').fill('屋面防水层老化')
    await drawer.getByText('维修', { exact: true }).click()
    for (const [label, who] of [
      ['由谁', '维修单位'],
      ['对谁', '顶楼住户'],
    ] as const) {
      await drawer.getByLabel(label, { exact: true }).click()
      await desk.locator('.ant-select-dropdown:visible').getByText(who, { exact: false }).first().click()
      await expect(desk.locator('.ant-select-dropdown:visible')).toHaveCount(0)
    }
    await drawer.getByLabel('具体内容').fill('重做屋面防水')
    await drawer.getByLabel('哪天前').fill(dayIn(20))
    await saveDrawer(desk)
    await expect(desk.getByText('重做屋面防水')).toBeVisible()
  })
  await test.step('both sign; the repair is done and confirmed', async () => {
    await sign(top, phones.top, path, '重做屋面防水')
    await sign(works, phones.works, path, '重做屋面防水')
    await works.goto(path)
    await works.getByRole('button', { name: '我已做到' }).click()
    await works.getByLabel('怎么做的').fill('防水做好，淋水不漏')
    await works.getByRole('button', { name: '提交' }).click()
    await expect(works.getByText('防水做好，淋水不漏')).toBeVisible()
    await top.goto(path)
    await top.getByRole('button', { name: '对方做到了吗' }).click()
    await top.getByRole('button', { name: '确认做到' }).click()
    await expect(top.getByText('协议已履行')).toBeVisible()
  })
})
