// The sewer replaced from common income: refused without a deliberation, talked over at the doorstep, refused without the owners’
// decision, voted on and certified, applied for, approved, paid, receipted, published, and asked about by a neighbour.
import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'
import { dayIn, smallEstate, toNotice, voteAtEveryDoor } from './support/small-estate.ts'
import { objectionsOver } from './support/time-passes.ts'

const title = '更换下水主管道'
const confirm = async (page: Page, button: string) => {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
const fillApplication = async (page: Page) => {
  await page.getByRole('button', { name: '申请用款' }).click()
  await page.getByLabel('事项').fill(title)
  await page.getByLabel('金额（元）').fill('28600')
  await page.getByLabel('收款单位').fill('市政工程公司')
  await page.getByLabel('原因').fill('主管道破损塌陷，多户返水')
}

/** An estate of three owners whose common income lies in its fund. */
const estateWithIncome = async (boss: Page, desk: Page) => {
  const { id: estate } = await smallEstate(boss, '松园东苑', 'buildingLead', ['壬九', '癸十'])
  const { id: fund } = await post<{ id: string }>(boss, '/api/funds', {
    placeId: estate,
    kind: 'commonIncome',
    name: '东苑公共收益',
    purpose: '车位和广告收入，归全体业主',
  })
  await post(desk, `/api/funds/${fund}/entries`, { amount: 6_000_000, day: dayIn(-1), purpose: '车位收入' })
  return { estate, fund }
}
const choose = async (page: Page, label: string, text: RegExp) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(text).first().click()
}
const prepareVote = async (boss: Page): Promise<string> => {
  await boss.getByRole('button', { name: '准备表决' }).click()
  const drawer = boss.getByRole('dialog')
  await drawer.getByLabel(/^范围/).first().fill('松园东苑')
  await boss.locator('.ant-select-dropdown:visible').getByText('松园东苑').first().click()
  await drawer.getByLabel('标题').fill('下水主管道更换')
  await drawer.getByLabel('说明').fill('主管道破损塌陷，多户返水')
  await choose(boss, '属于哪一类', /其他|重大/)
  await drawer.getByLabel('事项写法（业主看到的话）').fill('用公共收益更换下水主管道')
  await choose(boss, '用哪笔资金（没有就不选）', /东苑公共收益/)
  await drawer.getByLabel('最多用多少（元）').fill('30000')
  await expectAccessible(boss, 'preparing a vote about money')
  await drawer.getByRole('button', { name: '准备表决' }).click()
  await expect(boss.getByText('从“东苑公共收益”列支，最多30000.00元')).toBeVisible()
  return boss.url().split('/').at(-1)!.split('?')[0]!
}
const stepOnScreen = async (boss: Page, name: string, fill?: (dialog: Locator) => Promise<void>) => {
  await boss.getByRole('button', { name }).click()
  await fill?.(boss.getByRole('dialog'))
  await boss.getByRole('dialog').getByRole('button', { name }).click()
  await expect(boss.getByRole('dialog')).toHaveCount(0)
}

test('the sewer replaced from common income', async ({ browser }) => {
  test.setTimeout(240_000)
  const desk = (await device(browser, 'desk')).page
  const boss = (await device(browser, 'desk')).page
  const phone = (await device(browser, 'phone')).page
  await signInQuietly(desk, 'communityClerk')
  await signInQuietly(boss, 'communitySecretary')
  await signInQuietly(phone, 'buildingLead')
  const { estate, fund } = await estateWithIncome(boss, desk)
  await test.step('without a deliberation on record it is refused, and the way to call one stands there', async () => {
    await desk.goto(`/console/funds/${fund}`)
    await fillApplication(desk)
    await desk.getByRole('dialog').getByRole('button', { name: '申请用款', exact: true }).click()
    await expect(desk.getByText('这类事要先商量，还没有议事记录。')).toBeVisible()
    await expectAccessible(desk, 'spending refused without a deliberation')
    await desk.getByRole('link', { name: '去“议事”召开会议' }).click()
    // The application is not sent: leaving it is asked.
    await desk.getByRole('button', { name: '不要了' }).click()
    await expect(desk).toHaveURL(/\/console\/deliberation/)
  })
  await post(boss, '/api/deliberation/doorstep', {
    placeId: estate,
    title: '下水主管道怎么修',
    heldAt: new Date(Date.now() - 3_600_000).toISOString(),
    where: '三号楼楼头',
    present: 21,
    said: '大家同意用公共收益更换主管道，不超过三万元。',
    agreed: [{ what: '更换下水主管道', budgetFen: 3_000_000 }],
    matter: 'commonSpending',
    votesFor: 20,
    votesAgainst: 1,
  })
  await test.step('talked over, it is still the owners’ to decide: refused with the article and the way to a vote', async () => {
    await desk.goto(`/console/funds/${fund}`)
    await fillApplication(desk)
    await choose(desk, '依据哪个决议', /下水主管道怎么修/)
    await desk.getByRole('dialog').getByRole('button', { name: '申请用款', exact: true }).click()
    await expect(desk.getByText(/由业主共同决定（《物业管理条例》第五十四条）/)).toBeVisible()
    await expectAccessible(desk, 'spending refused without the owners’ decision')
    await desk.getByRole('link', { name: '去“共同决定”发起表决' }).click()
    await desk.getByRole('button', { name: '不要了' }).click()
    await expect(desk).toHaveURL(/\/console\/decisions/)
  })
  await test.step('the owners vote: opened, counted and certified on screen', async () => {
    await boss.goto('/console/decisions')
    const decision = await prepareVote(boss)
    const closesAt = await toNotice(boss, decision, 25_000)
    await boss.reload()
    await stepOnScreen(boss, '开始表决', async (dialog) => {
      if ((await dialog.getByRole('checkbox').count()) > 0) await dialog.getByRole('checkbox').check()
    })
    await phone.goto(`/decisions/${decision}`)
    await expect(phone.getByText('从“东苑公共收益”列支，最多30000.00元')).toBeVisible()
    await expect(phone.getByRole('link', { name: '看这笔钱的账' })).toBeVisible()
    await expectAccessible(phone, 'a vote about money on the phone')
    await expectNoSidewaysScroll(phone, 'a vote about money on the phone')
    await voteAtEveryDoor(boss, decision, closesAt, () => 'for')
    await boss.reload()
    await stepOnScreen(boss, '计票并公示结果')
    await expect(boss.getByText('结果公示中')).toBeVisible()
    await objectionsOver(boss, decision)
    await stepOnScreen(boss, '出具证书')
    await expect(boss.getByText('已通过，有证书')).toBeVisible()
  })
  await test.step('with the resolution and the decision chosen it is applied for', async () => {
    await desk.goto(`/console/funds/${fund}`)
    await fillApplication(desk)
    await choose(desk, '依据哪个决议', /下水主管道怎么修/)
    await choose(desk, '依据哪次业主表决', /下水主管道更换（还可用 ¥30,000\.00）/)
    await confirm(desk, '申请用款')
  })
  const applications = await get<{
    rows: { id: string; title: string; resolutionId: string | null; decision: { name: string } | null }[]
  }>(desk, `/api/funds/applications?fundId=${fund}`)
  const { id, resolutionId, decision } = applications.rows.find((row) => row.title === title)!
  expect(resolutionId).not.toBeNull()
  expect(decision?.name).toBe('下水主管道更换')
  await test.step('the message leads the secretary to it; approved', async () => {
    await boss.goto('/console/')
    await boss.getByRole('button', { name: /^消息/ }).click()
    await boss
      .getByRole('button', { name: /有用款申请/ })
      .first()
      .click()
    await expect(boss).toHaveURL(new RegExp(`/console/funds/applications/${id}`))
    await expectAccessible(boss, 'one application')
    await boss.getByRole('button', { name: '批准', exact: true }).click()
    await confirm(boss, '批准')
    await expect(boss.getByText('已批准，待付款')).toBeVisible()
  })
  await test.step('paid, receipted, published', async () => {
    await desk.goto(`/console/funds/applications/${id}`)
    await desk.getByRole('button', { name: '登记付款' }).click()
    await confirm(desk, '登记付款')
    await desk.getByRole('button', { name: '上传凭证' }).click()
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: await desk.screenshot() })
    await expect(desk.getByAltText('第 1 张，共 1 张')).toBeVisible()
    await confirm(desk, '上传凭证')
    await desk.getByRole('button', { name: /^公\s?开$/ }).click()
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^公\s?开$/ })
      .click()
    await expect(desk.getByText('已公开')).toBeVisible()
  })
  await test.step('the neighbours read it among the notices and in the books, and ask', async () => {
    await phone.goto('/public-notices')
    await phone.getByText(`用款公开：${title}`).click()
    await expect(phone.getByText(/28600\.00 元，付给市政工程公司/)).toBeVisible()
    await phone.getByRole('link', { name: '看相关事项' }).click()
    await expect(phone.getByText(title).first()).toBeVisible()
    await expect(phone.getByText('−¥28,600.00')).toBeVisible()
    await expectAccessible(phone, 'the books on the phone')
    await expectNoSidewaysScroll(phone, 'the books')
    await phone.getByRole('link', { name: '看对账单（按月、按季）' }).click()
    await expect(phone.getByText('收付两边相抵是零', { exact: false })).toBeVisible()
    await expect(phone.getByRole('link', { name: '依据：下水主管道更换' })).toBeVisible()
    await expect(phone.getByText('付款凭证')).toBeVisible()
    await phone.setViewportSize({ width: 320, height: 640 })
    await expectAccessible(phone, 'a statement on the phone')
    await expectNoSidewaysScroll(phone, 'a statement on the phone')
    await phone.getByRole('radio', { name: '按季度' }).check()
    await expect(phone.getByRole('heading', { name: /第[1-4]季度/ })).toBeVisible()
    await phone.setViewportSize({ width: 390, height: 844 })
    await phone.getByRole('link', { name: '有疑问，去看提问或提问' }).click()
    await phone.getByRole('button', { name: '我要问' }).click()
    await phone.getByRole('textbox').fill('保修几年')
    await phone.getByRole('button', { name: '提交' }).click()
    await desk.goto(`/console/funds/${fund}`)
    await desk.getByRole('button', { name: '答复', exact: true }).first().click()
    await desk.getByRole('textbox', { name: '答复' }).fill('保修两年')
    await confirm(desk, '答复')
    await phone.goto(`/funds/${fund}`)
    await expect(phone.getByText('保修两年')).toBeVisible()
  })
  await test.step('yearly budgets add up, and a figure opens its list', async () => {
    await boss.goto('/console/funds?tab=budgets')
    await expect(boss.getByRole('rowheader', { name: '合计' })).toBeVisible()
    await expectAccessible(boss, 'yearly budgets')
    await boss
      .getByRole('row', { name: /党组织服务群众经费/ })
      .getByRole('link')
      .nth(2)
      .click()
    await expect(boss.getByRole('button', { name: '全部账目' })).toBeVisible()
  })
})
