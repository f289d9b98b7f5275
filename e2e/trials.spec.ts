// The trial company voted in with the fee (mission B9), and a consultation that binds nobody.
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'
import { dayIn, smallEstate, toCertificate } from './support/small-estate.ts'

test('the trial company is voted in with its fee', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page: desk } = await device(browser, 'desk')
  await signInQuietly(desk, 'communitySecretary')
  const { id: estate } = await smallEstate(desk, '松园老院', 'unitLead', ['庚七', '辛八'])
  await desk.goto('/console/trials')
  await expect(desk.getByRole('heading', { name: '先尝后买' })).toBeVisible()
  await expectAccessible(desk, 'trials at the desk')
  await desk.getByRole('button', { name: '准备一次试用' }).click()
  const drawer = desk.getByRole('dialog')
  await drawer.getByLabel('小区').first().fill('松园老院')
  await desk.locator('.ant-select-dropdown:visible').getByText('松园老院').first().click()
  await drawer.getByLabel('物业公司').fill('和悦物业')
  await desk.locator('.ant-select-dropdown:visible').getByText('和悦物业').first().click()
  await drawer.getByLabel('条件（资质、服务内容、人员）').fill('有资质、服务好、先体验')
  await drawer.getByLabel('收费标准（元，每月每平方米）').fill('0.60')
  await expectAccessible(desk, 'planning a trial')
  await drawer.getByRole('button', { name: '准备一次试用' }).click()
  await expect(desk.getByText('准备试用')).toBeVisible()
  const id = desk.url().split('/').at(-1)!
  await desk.getByRole('button', { name: '开始试用' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '开始试用' }).click()
  await expect(desk.getByText('正在试用')).toBeVisible()

  const { page: phone } = await device(browser, 'phone')
  await signInQuietly(phone, 'unitLead')
  await phone.goto('/trials')
  await phone.getByText('和悦物业服务有限公司').first().click()
  await phone.getByRole('radio', { name: '5 很好' }).check()
  await phone.getByRole('textbox').fill('楼道干净多了')
  await phone.getByRole('button', { name: '打分' }).click()
  await expect(phone.getByText('打分 1 次，平均 5.00 分')).toBeVisible()
  await expectAccessible(phone, 'one trial on the phone')
  await expectNoSidewaysScroll(phone, 'one trial on the phone')

  await desk.reload()
  await expect(desk.getByText('楼道干净多了')).toBeVisible()
  await desk.getByRole('button', { name: '交业主表决' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '交业主表决' }).click()
  await expect(desk.getByRole('dialog').getByText(/选聘单位或人员/)).toBeVisible()
  await post(desk, '/api/deliberation/doorstep', {
    placeId: estate,
    title: '试用后要不要交表决',
    heldAt: new Date(Date.now() - 3_600_000).toISOString(),
    where: '1号楼门口',
    present: 9,
    said: '大家说先尝后买，满意就聘。',
    agreed: [{ what: '试用满意，交业主表决' }],
    matter: 'hiring',
    votesFor: 9,
  })
  await desk.getByRole('dialog').getByRole('button', { name: '交业主表决' }).click()
  await expect(desk.getByText('业主正在表决')).toBeVisible()
  await expectAccessible(desk, 'one trial at the desk')
  const { decisionId } = await get<{ decisionId: string }>(desk, `/api/trials/${id}`)
  await toCertificate(desk, decisionId, () => 'for')
  await desk.reload()
  await desk.getByRole('button', { name: '登记约定的收费和合同' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '登记约定的收费和合同' }).click()
  await expect(desk.getByText('已聘用')).toBeVisible()
  await phone.reload()
  await expect(phone.getByText(/约定收：每月每平方米 0\.60 元/)).toBeVisible()
})

test('a consultation is answered on the phone and says that it binds nobody', async ({ browser }) => {
  test.setTimeout(120_000)
  const { page: phone } = await device(browser, 'phone')
  await signInQuietly(phone, 'resident')
  await phone.goto('/polls')
  await expectAccessible(phone, 'consultations on the phone')
  await phone.getByText('健身角放在哪里').click()
  await expect(phone.getByText('意见征询，不是业主表决')).toBeVisible()
  await phone.getByRole('radio', { name: '东门小广场' }).check()
  await phone.getByRole('button', { name: '提交' }).click()
  await expect(phone.getByText(/东门小广场（我选的）/)).toBeVisible()
  await expectAccessible(phone, 'one consultation on the phone')
  await expectNoSidewaysScroll(phone, 'one consultation on the phone')
  const { page: desk } = await device(browser, 'desk')
  await signInQuietly(desk, 'communitySecretary')
  await desk.goto('/console/polls')
  await expectAccessible(desk, 'consultations at the desk')
  await desk.getByRole('button', { name: '起草征询' }).click()
  const drawer = desk.getByRole('dialog')
  await drawer.getByLabel('问哪里的人').first().fill('柳岸花园')
  await desk.locator('.ant-select-dropdown:visible').getByText('柳岸花园', { exact: true }).first().click()
  await drawer.getByLabel('标题').fill('充电桩先装哪一排')
  await drawer.getByLabel('说明').fill('只是问问')
  await drawer.getByLabel(/问题和选项/).fill('先装哪一排\n- 东排\n- 西排')
  await drawer.getByLabel('最后一天').fill(dayIn(5))
  await expectAccessible(desk, 'drafting a consultation')
  await drawer.getByRole('button', { name: '起草征询' }).click()
  await desk.getByRole('button', { name: '开始征询' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '开始征询' }).click()
  await expect(desk.getByText('正在征询')).toBeVisible()
  await desk.goto('/console/polls?open=false')
  await desk.getByRole('link', { name: '垃圾桶撤到楼头行不行' }).click()
  await desk.getByRole('button', { name: '转成议题' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '转成议题' }).click()
  await expect(desk.getByText('已转成议题')).toBeVisible()
  await expectAccessible(desk, 'one consultation at the desk')
})
