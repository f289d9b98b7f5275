// The roof leak on a doorstep, recorded on one phone without a signal; the council of the 10th from topic to accepted result.
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { signInQuietly } from './support/by-api.ts'
import { device, signInToConsole } from './support/people.ts'

const mark = `${Date.now() % 100_000}`
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const drawer = (page: Page) => page.getByRole('dialog')
const choose = async (page: Page, label: string, option: string) => {
  await drawer(page).getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: false }).first().click()
}
const save = (page: Page) =>
  drawer(page)
    .getByRole('button', { name: /保\s?存|发通知|定为议题/ })
    .last()
    .click()

test('a leaking roof is talked over at the door and recorded on one phone, without a signal', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, context } = await device(browser, 'phone')
  await signInQuietly(page, 'gridWorker')
  await page.goto('/services')
  await page.getByRole('link', { name: /马扎会/ }).click()
  await expect(page.getByRole('heading', { name: '马扎会' })).toBeVisible()
  await page.getByRole('button', { name: '选地点' }).click()
  await page.getByLabel('找地点').fill('柳岸花园 1号楼')
  await page
    .getByRole('button', { name: /柳岸花园 1号楼/ })
    .first()
    .click()
  await expectAccessible(page, 'recording a doorstep meeting')
  await expectNoSidewaysScroll(page, 'recording a doorstep meeting')
  await page.getByLabel('议什么').fill(`屋顶漏水${mark}`)
  await page.getByLabel('来了几个人').fill('9')
  await page.getByLabel('谁来了', { exact: false }).fill('王厚德 赵桂兰')
  await page.getByLabel('说了什么').fill('一下雨顶楼就漏，大家愿意一起修。')
  await page.getByRole('textbox', { name: '定了什么' }).fill('请两家单位报价')
  await page.getByLabel('谁来办').selectOption({ label: '王厚德' })
  await page.getByLabel('哪天前').fill(dayIn(7))
  await page.getByLabel('同意几人').fill('9')
  await context.setOffline(true)
  await page.getByRole('button', { name: '记好，公布结果' }).click()
  await expect(page.getByText('1 场会等着发送')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('1 场会等着发送')).toHaveCount(0, { timeout: 30_000 })
  await page.reload()
  await page.getByRole('link', { name: new RegExp(`屋顶漏水${mark}`) }).click()
  await expect(page.getByText('请两家单位报价').first()).toBeVisible()
  await expect(page.getByText('与公布时一致', { exact: false })).toBeVisible()
  await expectAccessible(page, 'published minutes')
  await expectNoSidewaysScroll(page, 'published minutes')
})

test('the council of the 10th: topic, notice, decision, minutes, and an accepted result', async ({ browser }) => {
  test.setTimeout(240_000)
  const resident = (await device(browser, 'phone')).page
  const desk = (await device(browser, 'desk')).page
  const title = `装声控灯${mark}`
  await test.step('a resident proposes a topic', async () => {
    await signInQuietly(resident, 'resident')
    await resident.goto('/deliberation')
    await expectAccessible(resident, 'deliberation for residents')
    await resident.getByRole('button', { name: '我要提议题' }).click()
    await resident.getByLabel('议题', { exact: true }).fill(title)
    await resident.getByLabel('为什么要议').fill('楼道太黑')
    await resident.getByRole('dialog').getByRole('button', { name: '我要提议题' }).click()
    await expect(resident.getByText(title)).toBeVisible()
  })
  await test.step('the secretary selects it and calls the council', async () => {
    await signInToConsole(desk, 'communitySecretary')
    await desk.goto('/console/deliberation?tab=topics')
    const card = desk.locator('article', { hasText: title })
    await expect(card).toBeVisible()
    await expectAccessible(desk, 'topics')
    await card.getByRole('button', { name: '定为议题' }).click()
    await choose(desk, '哪种会', '五方办')
    await save(desk)
    await expect(drawer(desk)).toHaveCount(0)
    await desk.goto('/console/deliberation')
    await desk.getByRole('button', { name: '召开会议' }).click()
    await expect(drawer(desk).getByText(/接下来：\d{4}/)).toBeVisible()
    await drawer(desk).getByLabel('哪里的会').first().fill('柳岸花园')
    await desk.locator('.ant-select-dropdown:visible').getByText('柳岸花园', { exact: true }).first().click()
    await drawer(desk).getByLabel('会议名称').fill(`党群议事日${mark}`)
    await drawer(desk)
      .getByLabel('时间')
      .fill(`${dayIn(6)}T19:00`)
    await drawer(desk).getByLabel('在哪里开').fill('党群驿站')
    await choose(desk, '上会的议题', title)
    await desk.keyboard.press('Escape')
    await save(desk)
    await expect(desk.getByRole('heading', { name: `党群议事日${mark}` })).toBeVisible()
    await expectAccessible(desk, 'a meeting')
  })
  await test.step('it meets, decides and gives the work to a body', async () => {
    await desk.getByRole('button', { name: '开会', exact: true }).click()
    await desk.getByRole('button', { name: '保存到会名单' }).click()
    for (const box of await drawer(desk).getByRole('checkbox').all()) await box.check()
    await save(desk)
    await expect(drawer(desk)).toHaveCount(0)
    await desk.getByRole('button', { name: '作决定' }).click()
    await drawer(desk).getByLabel('决议内容').fill('每层装一盏')
    await drawer(desk).getByRole('button', { name: '加一件要办的事' }).click()
    await drawer(desk).getByLabel('办什么').fill(`买灯装好${mark}`)
    await choose(desk, '谁来办', '和悦物业')
    await drawer(desk).getByLabel('哪天前').fill(dayIn(9))
    await save(desk)
    await expect(desk.getByText(`买灯装好${mark}`)).toBeVisible()
    await desk.getByRole('button', { name: '散会，写纪要' }).click()
    await desk.getByRole('button', { name: '纪要', exact: true }).click()
    await drawer(desk).getByLabel('纪要').fill('大家同意每层装一盏声控灯。')
    await save(desk)
    await desk.getByRole('button', { name: '发给到会的人看' }).click()
    await desk.getByRole('button', { name: '主持人签发' }).click()
    await desk.getByRole('button', { name: '公布纪要' }).click()
    await expect(desk.getByText('与公布时一致', { exact: false })).toBeVisible()
  })
  await test.step('the work is done and accepted; the resident reads the outcome', async () => {
    await desk.goto('/console/deliberation?tab=items')
    const item = desk.locator('article', { hasText: `买灯装好${mark}` })
    for (const [step, words] of [
      ['办好了', '全部装好'],
      ['验收通过', '都亮了'],
    ] as const) {
      await item.getByRole('button', { name: step }).click()
      await drawer(desk).getByLabel('说明').fill(words)
      await save(desk)
      await expect(drawer(desk)).toHaveCount(0)
    }
    await expect(item.getByText('已验收')).toBeVisible()
    await expectAccessible(desk, 'action items')
    await resident.goto('/deliberation')
    await resident.getByRole('link', { name: new RegExp(`党群议事日${mark}`) }).click()
    await expect(resident.getByText('每层装一盏', { exact: true })).toBeVisible()
    await expectNoSidewaysScroll(resident, 'the outcome')
  })
})
