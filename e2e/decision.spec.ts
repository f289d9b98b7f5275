// Owners decide together (mission B7): one votes on the phone with a fresh code, the convener sees the turnout, a new one is
// prepared and an unlawful step is refused with its article; the certified one shows its result and its papers.
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, signInQuietly } from './support/by-api.ts'
import { signInOf } from '../server/src/demo/sign-ins.ts'
import { test } from './support/journey.ts'
import { codeFor, device, signInToConsole } from './support/people.ts'

interface Rows {
  readonly rows: readonly { readonly id: string; readonly title: string }[]
}
const residentPhone = signInOf('resident').phone

test('an owner votes on the phone and keeps the receipt', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page } = await device(browser, 'phone')
  await signInQuietly(page, 'resident')
  await page.goto('/decisions')
  await expect(page.getByText('等您投票')).toBeVisible()
  await expectAccessible(page, 'decisions on the phone')
  await page.getByText('续聘物业公司').click()
  await expect(page.getByText('民法典第278条第1款第4项').first()).toBeVisible()
  await expectAccessible(page, 'one decision on the phone')
  await expectNoSidewaysScroll(page, 'one decision on the phone')
  await page.getByRole('button', { name: '投票', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: '同意' }).first().check()
  await sheet.getByRole('radio', { name: '反对' }).last().check()
  await sheet.getByRole('button', { name: '获取验证码' }).click()
  await expect(sheet.getByText(/验证码已发到/)).toBeVisible()
  await sheet.getByLabel('验证码').fill(await codeFor(page, residentPhone))
  await expectAccessible(page, 'the ballot')
  await sheet.getByRole('button', { name: '确认投票' }).click()
  await expect(sheet.getByText(/回执 \d+-[0-9a-f]{16}/)).toBeVisible()
  await sheet.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('button', { name: '改投' })).toBeVisible()
  await page.goto('/decisions')
  await page.getByText('用公共收益更换楼道灯').click()
  await expect(page.getByText('看证书')).toBeVisible()
  await expectAccessible(page, 'a certified decision')
})

test('the convener sees who is missing, and an unlawful step is refused with its article', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page } = await device(browser, 'desk')
  await signInToConsole(page, 'communitySecretary')
  await page.goto('/console/decisions')
  await expect(page.getByRole('heading', { name: '共同决定' })).toBeVisible()
  await expectAccessible(page, 'decisions at the desk')
  await page.getByRole('link', { name: '续聘物业公司' }).click()
  await expect(page.getByText(/还差 \d+ 位业主、[\d.]+ 平方米/)).toBeVisible()
  await expectAccessible(page, 'one decision at the desk')
  const { rows } = await get<Rows>(page, '/api/decisions?open=true')
  const { id } = rows.find((row) => row.title === '续聘物业公司')!
  const missing = await get<{ rows: readonly object[] }>(page, `/api/decisions/${id}/missing`)
  expect(JSON.stringify(missing)).not.toContain('"mark"')
  await page.goto('/console/decisions')
  await page.getByRole('button', { name: '准备表决' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('范围（小区、楼栋或单元）').first().fill('柳岸花园 2号楼')
  await page.locator('.ant-select-dropdown:visible').getByText('柳岸花园 2号楼').first().click()
  await drawer.getByLabel('标题').fill('加装门禁')
  await drawer.getByLabel('说明').fill('在单元门加装门禁。')
  await drawer.getByLabel('事项写法（业主看到的话）').fill('加装门禁')
  await expect(drawer.getByText('同意要过半数（民法典第278条第1款第4项）')).toBeVisible()
  await expectAccessible(page, 'preparing a decision')
  await drawer.getByRole('button', { name: '准备表决' }).click()
  await expect(page.getByRole('heading', { name: '加装门禁' })).toBeVisible()
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await page.getByRole('button', { name: '公示名册' }).click()
  await page.getByRole('dialog').getByLabel('张贴日期').fill(day(-30))
  await page.getByRole('dialog').getByRole('button', { name: '公示名册' }).click()
  await expect(page.getByText('名册公示中')).toBeVisible()
  await page.getByRole('button', { name: '锁定名册' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '锁定名册' }).click()
  await expect(page.getByText('名册已定')).toBeVisible()
  await page.getByRole('button', { name: '名册', exact: true }).click()
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await expectAccessible(page, 'a frozen roll')
  await page.getByRole('button', { name: '发布表决公告' }).click()
  await page.getByRole('dialog').getByLabel('公示天数').fill('10')
  await page.getByRole('dialog').getByLabel('张贴日期').fill(day(0))
  await page
    .getByRole('dialog')
    .getByLabel('表决截止时间')
    .fill(`${day(40)}T18:00`)
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await expect(page.getByRole('dialog').locator('.photo-field img')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '发布表决公告' }).click()
  await expect(page.getByText('物业管理条例第14条：至少提前15日公告。')).toBeVisible()
})
