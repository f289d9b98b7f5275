// The sewer replaced from common income: refused without a deliberation, talked over at the doorstep, applied for, approved,
// paid, receipted, published, and asked about by a neighbour.
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { device } from './support/people.ts'

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

test('the sewer replaced from common income', async ({ browser }) => {
  test.setTimeout(180_000)
  const desk = (await device(browser, 'desk')).page
  const boss = (await device(browser, 'desk')).page
  const phone = (await device(browser, 'phone')).page
  await signInQuietly(desk, 'communityClerk')
  await signInQuietly(boss, 'communitySecretary')
  await signInQuietly(phone, 'resident')
  const { rows } = await get<{ rows: { id: string; kind: string; place: { id: string } }[] }>(
    desk,
    '/api/funds?limit=100',
  )
  const fund = rows.find((row) => row.kind === 'commonIncome')!
  await test.step('without a deliberation on record it is refused, and the way to call one stands there', async () => {
    await desk.goto(`/console/funds/${fund.id}`)
    await fillApplication(desk)
    await desk.getByRole('dialog').getByRole('button', { name: '申请用款', exact: true }).click()
    await expect(desk.getByText('这类事要先商量，还没有议事记录。')).toBeVisible()
    await expectAccessible(desk, 'spending refused without a deliberation')
    await desk.getByRole('link', { name: '去“议事”召开会议' }).click()
    await expect(desk).toHaveURL(/\/console\/deliberation/)
  })
  await post(boss, '/api/deliberation/doorstep', {
    placeId: fund.place.id,
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
  await test.step('with the resolution chosen it is applied for', async () => {
    await desk.goto(`/console/funds/${fund.id}`)
    await fillApplication(desk)
    await desk.getByRole('combobox', { name: '依据哪个决议' }).click()
    await desk.getByTitle(/下水主管道怎么修/).click()
    await confirm(desk, '申请用款')
  })
  const applications = await get<{ rows: { id: string; title: string; resolutionId: string | null }[] }>(
    desk,
    `/api/funds/applications?fundId=${fund.id}`,
  )
  const { id, resolutionId } = applications.rows.find((row) => row.title === title)!
  expect(resolutionId).not.toBeNull()
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
    await phone.getByRole('button', { name: '我要问' }).click()
    await phone.getByRole('textbox').fill('保修几年')
    await phone.getByRole('button', { name: '提交' }).click()
    await desk.goto(`/console/funds/${fund.id}`)
    await desk.getByRole('button', { name: '答复', exact: true }).first().click()
    await desk.getByRole('textbox', { name: '答复' }).fill('保修两年')
    await confirm(desk, '答复')
    await phone.goto(`/funds/${fund.id}`)
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
