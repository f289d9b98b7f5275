// The blocked fire lane that needs three departments (mission A8), and a case that goes up the ladder and down (A9).
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { photoOfCode } from './support/code-picture.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const picture = (colour: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
const words = `消防通道被私家车堵住，编号${Date.now() % 100_000}`
const names = { fire: '临溪县消防救援大队', police: '临溪县公安局', enforcement: '临溪县综合行政执法局' } as const
interface Part {
  id: string
  organisation: { name: string }
}
const openList = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option'
const photoOf = async (page: Page): Promise<string> => {
  const answer = await page.request.post('/api/files', {
    headers: { 'x-linli': '1', 'idempotency-key': crypto.randomUUID() },
    multipart: { kind: 'photo', file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await picture('#99b') } },
  })
  return ((await answer.json()) as { id: string }).id
}
/** A case of the demo resident, dispatched and taken up. */
const openCase = async (resident: Page, clerk: Page, worker: Page, said: string) => {
  const { home } = await get<{ home: { id: string } }>(resident, '/api/places/my-neighbourhood')
  const { id } = await post<{ id: string }>(resident, '/api/cases', { placeId: home.id, words: said, kind: 'small' })
  const handlers = await get<{ id: string; name: string }[]>(clerk, `/api/cases/handlers?caseId=${id}`)
  const company = handlers.find((one) => one.name === demoHome.propertyCompany)!
  await post(clerk, `/api/cases/${id}/dispatch`, { organisationId: company.id })
  await post(worker, `/api/cases/${id}/takeUp`, {})
  return id
}
const callUnits = async (page: Page) => {
  await page.getByRole('button', { name: '吹哨', exact: true }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('为什么吹哨').fill('要拖车、清杂物、划线，物业一家办不了')
  for (const name of Object.values(names)) {
    await drawer.getByLabel('叫哪些单位').fill(name)
    await drawer.getByRole('checkbox', { name: new RegExp(name) }).check()
  }
  await drawer.getByLabel('谁牵头').click()
  await page.locator(openList, { hasText: names.fire }).last().click()
  await drawer.getByLabel(`请${names.fire}做什么`).fill('认定消防通道，督促清理')
  await drawer.getByLabel(`请${names.police}做什么`).fill('联系车主挪车')
  await drawer.getByLabel(`请${names.enforcement}做什么`).fill('清走占道杂物')
  await expectAccessible(page, 'the call drawer')
  await drawer.getByRole('button', { name: '吹哨', exact: true }).click()
  await expect(drawer).toBeHidden()
}
/** The fire brigade on a phone: says who comes, proves by a photo of the door code that it is there, hands over. */
const fireComes = async (page: Page, code: string) => {
  // Pages get no camera, as in WeChat on an iPhone.
  await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }))
  await page.goto('/services')
  await page.getByRole('link', { name: /吹哨报到/ }).click()
  await expect(page.getByText(words).first()).toBeVisible()
  await expectAccessible(page, 'the unit’s list on a phone')
  await expectNoSidewaysScroll(page, 'the unit’s list on a phone')
  await page.getByText(words).first().click()
  await page.getByRole('button', { name: '我们会来' }).click()
  await page.getByLabel('来的人').fill('罗克坚等两人')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('在路上').first()).toBeVisible()
  await page.getByRole('button', { name: '到场签到' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('请扫现场的码，或拍一张照片。')).toBeVisible()
  // A photo of the code is read: the browser has no reader of its own.
  const address = `https://linli.example/s/${code}`
  const photo = { name: 'code.jpg', mimeType: 'image/jpeg', buffer: await photoOfCode(page.context(), address) }
  await page.getByLabel('拍下码').setInputFiles({ ...photo, buffer: await picture('#b9b2a6') })
  await expect(page.getByText('没看清码。请再拍一次，或照着输入。')).toBeVisible()
  await expectAccessible(page, 'the code to photograph')
  await page.getByLabel('拍下码').setInputFiles(photo)
  await expect(page.getByLabel('门牌码')).toHaveValue(address)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('已到场').first()).toBeVisible()
  await expectAccessible(page, 'a part on a phone')
  await expectNoSidewaysScroll(page, 'a part on a phone')
  await page.getByRole('button', { name: '交卷' }).click()
  await page.getByLabel('办了什么，结果怎样').fill('通道已划线，装了禁停牌')
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer: await picture('#ffe9a8') })
  await expect(page.getByRole('button', { name: '去掉照片 1' })).toBeVisible()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('已交卷，等验收').first()).toBeVisible()
}
const partIn = (page: Page, name: string) => page.locator('.part', { hasText: name })
const drawerDo = async (page: Page, name: string, fill?: { label: string; text: string }) => {
  const drawer = page.getByRole('dialog')
  if (fill) await drawer.getByLabel(fill.label).fill(fill.text)
  await drawer.getByRole('button', { name, exact: true }).click()
  await expect(drawer).toBeHidden()
}

test('three departments are called to a blocked fire lane, and the case closes when each is done', async ({
  browser,
}) => {
  test.setTimeout(360_000)
  const [clerk, resident, worker, fire, police, street, enforcer, secretary] = await Promise.all([
    device(browser, 'desk'),
    device(browser, 'phone'),
    device(browser, 'desk'),
    device(browser, 'phone'),
    device(browser, 'phone'),
    device(browser, 'desk'),
    device(browser, 'phone'),
    device(browser, 'desk'),
  ])
  const everybody = [clerk, resident, worker, fire, police, street, enforcer, secretary]
  const roles = [
    'communityClerk',
    'resident',
    'propertyWorker',
    'fireOfficer',
    'policeOfficer',
    'streetOfficer',
    'enforcementOfficer',
    'communitySecretary',
  ] as const
  for (const [index, { page }] of everybody.entries()) await signInQuietly(page, roles[index]!)
  const id = await openCase(resident.page, clerk.page, worker.page, words)
  const { rows } = await get<{ rows: { code: string; kind: string; place: { path: string } }[] }>(
    clerk.page,
    '/api/doorcodes?limit=200&revoked=false',
  )
  const code = rows.find((row) => row.kind === 'unit' && row.place.path.startsWith(demoHome.estate))!.code

  await test.step('the clerk calls three units, one of them leads', async () => {
    await clerk.page.goto(`/console/cases/${id}`)
    await callUnits(clerk.page)
    await expect(partIn(clerk.page, names.fire).getByText('牵头', { exact: true })).toBeVisible()
    await expect(clerk.page.locator('.part')).toHaveCount(3)
    await expectAccessible(clerk.page, 'the case with its whistle')
  })
  const parts = (await get<{ parts: Part[] }>(clerk.page, `/api/whistles/of-case/${id}`)).parts
  const partId = (name: string) => parts.find((part) => part.organisation.name === name)!.id
  await test.step('the fire brigade comes, by the door code, on a phone', () => fireComes(fire.page, code))
  await test.step('the police refuse in the console on a phone, and the street says they must come', async () => {
    await police.page.goto('/console/whistles')
    const part = partIn(police.page, words)
    await part.getByRole('button', { name: '拒绝报到' }).click()
    await drawerDo(police.page, '拒绝报到', { label: '理由', text: '警力不足' })
    await expectNoSidewaysScroll(police.page, 'the room on a phone')
    await expectAccessible(police.page, 'the room on a phone')
    await street.page.goto('/console/whistles?tab=refusals')
    await partIn(street.page, words).getByRole('button', { name: '裁定须报到' }).click()
    await drawerDo(street.page, '裁定须报到', { label: '理由', text: '机动车停放属公安职责' })
    await expect(partIn(street.page, words)).toHaveCount(0)
  })
  await test.step('police and enforcement come and hand over', async () => {
    for (const [{ page }, name] of [
      [police, names.police],
      [enforcer, names.enforcement],
    ] as const) {
      const photos = [await photoOf(page)]
      await post(page, `/api/whistles/parts/${partId(name)}/arrive`, { people: '两人', photos })
      await post(page, `/api/whistles/parts/${partId(name)}/answer`, {
        words: '已办好',
        photos: [await photoOf(page)],
      })
    }
  })
  await test.step('the case does not close while a part is open', async () => {
    await post(worker.page, `/api/cases/${id}/requestClosure`, {
      words: '清理好了',
      photos: [await photoOf(worker.page)],
    })
    await secretary.page.goto(`/console/cases/${id}`)
    await secretary.page.getByRole('button', { name: '核验办结', exact: true }).click()
    const drawer = secretary.page.getByRole('dialog')
    await drawer.locator('textarea').first().fill('现场看过')
    await drawer.getByRole('button', { name: '核验办结', exact: true }).click()
    await expect(drawer.getByText('还有事项没有完成')).toBeVisible()
    await drawer.getByRole('button', { name: '取消' }).click()
    await secretary.page.getByRole('button', { name: '不要了' }).click()
  })
  await test.step('the community accepts and rates each', async () => {
    await clerk.page.reload()
    for (const name of Object.values(names)) {
      await partIn(clerk.page, name).getByRole('button', { name: '验收', exact: true }).click()
      await drawerDo(clerk.page, '验收')
      await partIn(clerk.page, name).getByRole('button', { name: '评卷', exact: true }).click()
      await clerk.page.getByRole('dialog').getByText('5 分', { exact: true }).click()
      await drawerDo(clerk.page, '评卷')
      await expect(partIn(clerk.page, name).getByText('社区评 5 分')).toBeVisible()
    }
  })
  await test.step('now it closes, and the reporter rates the units', async () => {
    await post(secretary.page, `/api/cases/${id}/close`, { words: '现场看过，通道畅通' })
    await resident.page.goto(`/cases/${id}`)
    await expect(resident.page.getByRole('heading', { name: '来办的单位' })).toBeVisible()
    await expectAccessible(resident.page, 'the reporter’s case with its units')
    await resident.page
      .getByRole('group', { name: `给${names.fire}打分` })
      .getByRole('radio', { name: '5 分' })
      .click({ force: true })
    await expect(resident.page.getByText('您打了 5 分')).toBeVisible()
    await clerk.page.goto('/console/whistles?tab=figures')
    await expect(clerk.page.getByRole('row', { name: new RegExp(names.fire) })).toBeVisible()
    await expectAccessible(clerk.page, 'the figures of the units')
  })
})

test('a case goes up to the street with a reason and comes down with an instruction', async ({ browser }) => {
  test.setTimeout(120_000)
  const [clerk, resident, worker, street, admin] = await Promise.all([
    device(browser, 'desk'),
    device(browser, 'phone'),
    device(browser, 'desk'),
    device(browser, 'desk'),
    device(browser, 'desk'),
  ])
  const everybody = [clerk, resident, worker, street, admin]
  const roles = ['communityClerk', 'resident', 'propertyWorker', 'streetOfficer', 'administrator'] as const
  for (const [index, { page }] of everybody.entries()) await signInQuietly(page, roles[index]!)
  const said = `两个小区共用的围墙要倒了，编号${Date.now() % 100_000}`
  const id = await openCase(resident.page, clerk.page, worker.page, said)
  await clerk.page.goto(`/console/cases/${id}`)
  await clerk.page.getByRole('button', { name: `上报到${demoHome.street}` }).click()
  await clerk.page.getByLabel('为什么上报').fill('涉及两个小区，社区协调不了')
  await clerk.page.getByRole('dialog').getByRole('button', { name: '上报', exact: true }).click()
  await expect(
    clerk.page.getByRole('region', { name: '现在由谁负责' }).getByText(demoHome.street).first(),
  ).toBeVisible()
  await resident.page.goto(`/cases/${id}`)
  await expect(resident.page.getByText('已上报上一级').first()).toBeVisible()
  await street.page.goto('/console/')
  await street.page.getByRole('link', { name: /到本级的/ }).click()
  await expect(street.page.getByText(said).first()).toBeVisible()
  await street.page.goto(`/console/cases/${id}`)
  await expect(street.page.getByRole('button', { name: '交回下级' })).toBeVisible()
  await expectAccessible(street.page, 'a case on the ladder')
  await street.page.getByRole('button', { name: '交回下级' }).click()
  await street.page.getByLabel('要求').fill('街道已约两个物业，请周五前组织面谈')
  await street.page.getByRole('dialog').getByRole('button', { name: '交回下级', exact: true }).click()
  await expect(
    street.page.getByRole('region', { name: '现在由谁负责' }).getByText(demoHome.community).first(),
  ).toBeVisible()
  for (const width of [1440, 390]) {
    await admin.page.setViewportSize({ width, height: 900 })
    await admin.page.goto('/console/settings/ladder')
    await expect(admin.page.getByRole('heading', { name: '升级阶梯' })).toBeVisible()
    await expectAccessible(admin.page, `the settings at ${width}`)
    await expectNoSidewaysScroll(admin.page, `the settings at ${width}`)
  }
})
