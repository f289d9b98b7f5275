// Money of the sources: the roof leak from the frozen plan to the settled account, and 340,000 raised for a new gate.
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
interface Line {
  readonly id: string
  readonly due: number
  readonly isMine: boolean
  readonly home: { readonly id: string }
}
interface Plan {
  readonly id: string
  readonly state: string
  readonly lines: readonly Line[]
}
const fundOf = async (page: Page, kind: string) => {
  const { rows } = await get<{ rows: { id: string; kind: string }[] }>(page, '/api/funds?limit=100')
  return rows.find((row) => row.kind === kind)!.id
}
const confirm = async (page: Page, button: string) => {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('the roof leak: what it means for me, agreed on the phone, collected, settled', async ({ browser }) => {
  test.setTimeout(240_000)
  const desk = (await device(browser, 'desk')).page
  const boss = (await device(browser, 'desk')).page
  const phone = (await device(browser, 'phone')).page
  await signInQuietly(desk, 'communityClerk')
  await signInQuietly(boss, 'communitySecretary')
  await signInQuietly(phone, 'resident')
  const fundId = await fundOf(desk, 'maintenanceFund')
  const { home } = await get<{ home: { id: string } }>(phone, '/api/places/my-neighbourhood')
  const asked = (await get<{ rows: { id: string; place: { id: string } }[] }>(desk, '/api/funds/plans')).rows[0]!
  const whole = await get<Plan>(desk, `/api/funds/plans/${asked.id}`)
  const homeIds = [home.id, ...whole.lines.map((line) => line.home.id).filter((id) => id !== home.id)].slice(0, 3)
  const { id } = await post<Plan>(desk, '/api/funds/plans', {
    placeId: asked.place.id,
    fundId,
    title: '三户屋顶漏雨',
    reason: '红马扎议定',
    method: 'household',
    total: 240_000,
    homeIds,
  })
  await test.step('the clerk mends the draft on screen: the shares are reckoned before it is kept', async () => {
    await desk.goto(`/console/funds/plans/${id}`)
    await desk.getByRole('button', { name: '修改草稿' }).click()
    const drawer = desk.getByRole('dialog')
    await drawer.getByLabel('总费用（元）').fill('3500')
    await drawer.getByLabel('补贴（元）').fill('500')
    await drawer.getByRole('button', { name: '算一算各户分摊' }).click()
    await expect(drawer.getByText('3 户，合计 ¥3,000.00')).toBeVisible()
    await expectAccessible(desk, 'changing a draft of a shared cost')
    await drawer.getByLabel('总费用（元）').fill('3000')
    await drawer.getByLabel('补贴（元）').fill('')
    await confirm(desk, '保存草稿')
    await expect(desk.getByText('¥1,000.00')).toHaveCount(3)
  })
  await test.step('the clerk freezes the plan and asks', async () => {
    await desk.getByRole('button', { name: '发给各户' }).click()
    await confirm(desk, '发给各户')
    await expect(desk.getByText('方案指纹')).toBeVisible()
    await expect(desk.getByRole('button', { name: '修改草稿' })).toHaveCount(0)
    await expectAccessible(desk, 'the plan at the desk')
  })
  await test.step('the resident reads the own line and agrees', async () => {
    await phone.goto(`/shares/${id}`)
    await expect(phone.getByRole('heading', { name: '对我家来说' })).toBeVisible()
    await expect(phone.getByText('¥1,000.00').first()).toBeVisible()
    await phone.getByText('怎么算的').click()
    await expectAccessible(phone, 'my share')
    await expectNoSidewaysScroll(phone, 'my share')
    await phone.getByRole('button', { name: '我同意' }).click()
    await expect(phone.getByText('您的答复：我同意')).toBeVisible()
  })
  await test.step('the others say yes at the door; everybody pays; the work is paid', async () => {
    for (const line of (await get<Plan>(desk, `/api/funds/plans/${id}`)).lines)
      if (line.home.id !== home.id) await post(desk, `/api/funds/plans/${id}/answers/${line.id}`, { answer: 'agree' })
    await desk.reload()
    await desk.getByRole('button', { name: '开始收款' }).click()
    await confirm(desk, '开始收款')
    await desk.getByRole('button', { name: '登记缴款' }).first().click()
    await confirm(desk, '登记缴款')
    for (const line of (await get<Plan>(desk, `/api/funds/plans/${id}`)).lines)
      if (line.due > 0)
        await post(desk, `/api/funds/plans/${id}/payments/${line.id}`, { amount: line.due, day: today() })
    const application = await post<{ id: string }>(desk, `/api/funds/${fundId}/applications`, {
      title: '屋顶防水',
      reason: '完工',
      payee: '防水公司',
      amount: 270_000,
      planId: id,
    })
    await boss.goto('/console/funds?tab=applications')
    await boss.getByRole('button', { name: '批准', exact: true }).first().click()
    await confirm(boss, '批准')
    await post(desk, `/api/funds/applications/${application.id}/pay`, { day: today() })
  })
  await test.step('final accounts, refunds, settled', async () => {
    await desk.reload()
    await desk.getByRole('button', { name: '提交决算' }).click()
    await desk.getByLabel('决算总额（元）').fill('2700.00')
    await desk.getByLabel('原因').fill('比预算少三百元')
    await confirm(desk, '提交决算')
    for (const line of (await get<Plan>(desk, `/api/funds/plans/${id}`)).lines)
      await post(desk, `/api/funds/plans/${id}/refunds/${line.id}`, { amount: -line.due, day: today() })
    await boss.goto(`/console/funds/plans/${id}`)
    await boss.getByRole('button', { name: '结清' }).click()
    await confirm(boss, '结清')
    await expect(boss.getByText('已结清')).toBeVisible()
    await phone.goto(`/shares/${id}`)
    await expect(phone.getByText('已结清')).toBeVisible()
    await expect(phone.getByText('¥900.00').first()).toBeVisible()
  })
})

test('340,000 raised for a new gate: pledged on the phone, entered at the desk, read by all', async ({ browser }) => {
  test.setTimeout(180_000)
  const boss = (await device(browser, 'desk')).page
  const phone = (await device(browser, 'phone')).page
  await signInQuietly(boss, 'communitySecretary')
  await signInQuietly(phone, 'resident')
  const id = await fundOf(boss, 'fundraising')
  await phone.goto(`/funds/${id}`)
  await expect(phone.getByRole('button', { name: '我要出一份' })).toBeVisible()
  await expectAccessible(phone, 'the fund-raising on the phone')
  await expectNoSidewaysScroll(phone, 'the fund-raising')
  await phone.getByRole('button', { name: '我要出一份' }).click()
  await phone.getByLabel('金额（元）').fill('185000')
  await phone.getByRole('button', { name: '提交' }).click()
  await expect(phone.getByText('我认筹 ¥185,000.00，已缴 ¥0.00')).toBeVisible()
  const pledges = await get<{ rows: { id: string; amount: number; paid: number }[] }>(boss, `/api/funds/${id}/pledges`)
  for (const row of pledges.rows)
    if (row.paid < row.amount)
      await post(boss, `/api/funds/${id}/pledges/${row.id}/payment`, { amount: row.amount - row.paid, day: today() })
  await boss.goto(`/console/funds/${id}`)
  await expect(boss.getByRole('button', { name: '宣布筹齐' })).toBeVisible()
  await expectAccessible(boss, 'the fund at the desk')
  await boss.getByRole('button', { name: '宣布筹齐' }).click()
  await boss.getByLabel('原因').fill('不到一个月就筹齐了')
  await confirm(boss, '宣布筹齐')
  await expect(boss.getByText('使用中')).toBeVisible()
  await boss.goto('/console/funds')
  await expect(boss.getByText('账目平衡')).toBeVisible()
  await expectAccessible(boss, 'the room of funds')
})
