// Silence where the rules of procedure give it a meaning (mission B7): adopted with a warning, delivery proven owner by owner at
// the desk and by the owner on the phone, and both tallies in the result for everybody.
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'
import { dayIn, smallEstate, toNotice } from './support/small-estate.ts'
import { votingOver } from './support/time-passes.ts'

interface Decision {
  readonly id: string
  readonly items: readonly { readonly id: string }[]
}
const OPEN_MS = 3_600_000

test('who got the ballot and stays silent counts with the majority, and both tallies are shown', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { page: desk } = await device(browser, 'desk')
  const { page: owner } = await device(browser, 'phone')
  await signInQuietly(desk, 'communitySecretary')
  await signInQuietly(owner, 'buildingLead')
  await smallEstate(desk, '松园北苑', 'buildingLead', ['甲子', '乙丑', '丙寅', '丁卯'])

  // Set up: the choice warns, and needs its article.
  await desk.goto('/console/decisions')
  await desk.getByRole('button', { name: '准备表决' }).click()
  const drawer = desk.getByRole('dialog')
  await drawer.getByLabel('范围（小区、楼栋或单元）').first().fill('松园北苑')
  await desk.locator('.ant-select-dropdown:visible').getByText('松园北苑').first().click()
  await drawer.getByLabel('标题').fill('续签保洁合同')
  await drawer.getByLabel('说明').fill('保洁合同到期，续签一年。')
  await drawer.getByLabel('事项写法（业主看到的话）').fill('续签保洁合同一年')
  await drawer.getByLabel(/议事规则对空白票/).check()
  await drawer.getByRole('radio', { name: /跟多数一样算/ }).check()
  await expect(drawer.getByText(/有法院判过：沉默不算投票/)).toBeVisible()
  await expectAccessible(desk, 'adopting silence')
  await drawer.getByLabel('议事规则第几条').fill('议事规则')
  await drawer.getByRole('button', { name: '准备表决' }).click()
  await expect(drawer.getByText('没有写明议事规则的条文')).toBeVisible()
  await drawer.getByLabel('议事规则第几条').fill('第12条')
  await drawer.getByRole('button', { name: '准备表决' }).click()
  await expect(desk.getByRole('heading', { name: '续签保洁合同' })).toBeVisible()
  const id = new URL(desk.url()).pathname.split('/').at(-1)!
  await toNotice(desk, id, OPEN_MS)
  const { items } = await post<Decision>(desk, `/api/decisions/${id}/open`, { knowsReach: true })

  // The owner says so on the phone, having read what not voting will mean.
  await owner.goto(`/decisions/${id}`)
  await expect(owner.getByText(/确认收到以后不投票，会跟多数一样算/)).toBeVisible()
  await expectAccessible(owner, 'a vote where silence counts')
  await expectNoSidewaysScroll(owner, 'a vote where silence counts')
  await owner.getByRole('button', { name: '我已收到表决票' }).click()
  await expect(owner.getByText(/已送达。不投票，会跟多数一样算/)).toBeVisible()
  await expect(owner.getByRole('button', { name: '我已收到表决票' })).toHaveCount(0)

  // The desk records the rest of the building with one list; one did not sign.
  await desk.goto(`/console/decisions/${id}?tab=voting`)
  await expect(desk.getByText('5 位业主，1 位已有送达凭证，4 位没有')).toBeVisible()
  await desk.getByRole('button', { name: '整栋登记' }).click()
  const record = desk.getByRole('dialog')
  await record.getByLabel(/这栋里没有签收的/).click()
  await desk.locator('.ant-select-dropdown:visible').getByText(/丁卯/).click()
  await desk.keyboard.press('Escape')
  await record.getByLabel('送达日期').fill(dayIn(0))
  await record
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.png', mimeType: 'image/png', buffer: await desk.screenshot() })
  await expect(record.locator('.photo-field img')).toBeVisible()
  await expectAccessible(desk, 'recording delivery')
  await record.getByRole('button', { name: '登记送达' }).click()
  await expect(desk.getByText('登记了 3 位业主')).toBeVisible()
  await expect(desk.getByText('5 位业主，4 位已有送达凭证，1 位没有')).toBeVisible()
  await expectAccessible(desk, 'deliveries at the desk')

  // Two of five vote; three of the four who were reached are silent or have voted; the fourth without proof stays out.
  const { rows } = await get<{ rows: { key: string }[] }>(desk, `/api/decisions/${id}/deliveries?proven=true&limit=50`)
  const marks = items.map((item) => ({ itemId: item.id, mark: 'for' }))
  for (const { key } of rows.slice(1, 3))
    await post(desk, `/api/decisions/${id}/assisted`, { key, marks, reason: '本人到场，请社工代为录入' })
  await votingOver(desk, id)
  await post(desk, `/api/decisions/${id}/count`, {})
  await desk.goto(`/console/decisions/${id}`)
  await expect(desk.getByText('2 位业主（178.90 平方米）收到表决票没有投，按“同意”计入。')).toBeVisible()
  await expect(desk.getByText('只算投了票的业主')).toBeVisible()
  await expect(desk.getByText('换读法会变：收到表决票没有投的业主')).toBeVisible()
  await expectAccessible(desk, 'both tallies at the desk')
  await owner.goto(`/decisions/${id}`)
  await expect(owner.getByText('其中 2 位收到表决票没有投，算作“同意”。')).toBeVisible()
  await expect(owner.getByText('只算投了票的业主：没有通过')).toBeVisible()
  await expectAccessible(owner, 'both tallies on the phone')
  await expectNoSidewaysScroll(owner, 'both tallies on the phone')
})
