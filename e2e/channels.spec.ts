// The channels as the sources tell them: the doorstep complaint meeting with twelve matters, the courier's dead street
// lamp, a post that becomes a case, doors knocked at without a signal, slips, a chat, a hotline sheet (mission A2, A4).
import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { matters } from '../server/src/demo/channel-stories.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { deskSize, device, phoneSize, setSignal } from './support/people.ts'

const pictureOf = (colour: string) =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
const uploaded = async (page: Page): Promise<string> => {
  const answer = await page.request.post('/api/files', {
    headers: { 'x-linli': '1', 'idempotency-key': randomUUID() },
    multipart: { kind: 'photo', file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await pictureOf('#ffe9a8') } },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return ((await answer.json()) as { id: string }).id
}
/** Types into the place picker of the console and takes the first answer. */
const choosePlace = async (page: Page, label: string, text: string) => {
  await page.getByRole('combobox', { name: label }).fill(text)
  await page.locator('.ant-select-item-option').filter({ hasText: text }).first().click()
}
const bothSizes = async (page: Page, name: string) => {
  for (const size of [phoneSize, deskSize]) {
    await page.setViewportSize(size)
    await expectAccessible(page, `${name} at ${size.width}`)
    await expectNoSidewaysScroll(page, `${name} at ${size.width}`)
  }
}

test('the doorstep complaint meeting: twelve matters in one sitting, kept while typing, committed at once', async ({
  browser,
}) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'communityClerk')
  await page.goto('/console/channels?tab=meetings')
  await page.getByRole('button', { name: '开一场吐槽会' }).click()
  const drawer = page.getByRole('dialog')
  await choosePlace(page, '在哪里开', demoHome.estate)
  await drawer.getByLabel('会议名称').fill('楼门口吐槽会')
  await drawer.getByLabel('到会人数').fill('21')
  await drawer.getByRole('button', { name: '开始录入' }).click()
  await expect(page.getByRole('heading', { name: '楼门口吐槽会' })).toBeVisible()
  for (const [i, [words]] of matters.slice(0, 7).entries()) {
    await page.getByLabel(`第 ${i + 1} 行 说了什么`).fill(words)
    await page.keyboard.press('Enter')
  }
  await page.getByLabel('第 1 行 具体位置').fill('1单元门口')
  await expect(page.getByText('草稿已存好')).toBeVisible()

  // The computer goes off in the middle, and the network with it: nothing is lost.
  await setSignal(page, false)
  await page.getByLabel('第 8 行 说了什么').fill(matters[7]![0])
  await expect(page.getByText('连不上服务器，先存在这台电脑')).toBeVisible()
  await setSignal(page, true)
  await page.reload()
  await expect(page.getByLabel('第 8 行 说了什么')).toHaveValue(matters[7]![0])
  await expect(page.getByText('草稿已存好')).toBeVisible()
  for (const [i, [words]] of matters.slice(8).entries()) {
    await page.getByLabel(`第 ${i + 8} 行 说了什么`).press('Enter')
    await page.getByLabel(`第 ${i + 9} 行 说了什么`).fill(words)
  }
  await bothSizes(page, 'a meeting being entered')
  await page.getByRole('button', { name: '提交 12 件诉求' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交 12 件诉求' }).click()
  await expect(page.getByRole('link', { name: /^诉求 \d+$/ })).toHaveCount(12)
  await expect(page.getByRole('button', { name: '打印清单' })).toBeVisible()
  await bothSizes(page, 'what became of a meeting')
  const { rows } = await get<{ rows: { words: string }[] }>(
    page,
    '/api/cases?channel=complaintMeeting&limit=12&sort=newest',
  )
  expect(rows.map((row) => row.words)).toContain(matters[11]![0])

  const phone = await device(browser, 'phone')
  await signInQuietly(phone.page, 'communityClerk')
  await phone.page.goto('/meetings')
  await phone.page.getByRole('link', { name: /楼门口吐槽会/ }).click()
  await expect(phone.page.getByText('12 件，办结 0 件')).toBeVisible()
  await expectAccessible(phone.page, 'a meeting on a phone')
})

test('the courier’s dead street lamp: reported with a photo, thanked when taken up and when solved', async ({
  browser,
}) => {
  test.setTimeout(420_000)
  const rider = await device(browser, 'phone')
  await rider.context.grantPermissions(['geolocation'])
  await signInQuietly(rider.page, 'resident')
  await rider.page.goto('/clues')
  await rider.page.getByRole('radio', { name: '路灯' }).check()
  await rider.page
    .getByLabel('相册')
    .setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await pictureOf('#222222') })
  await rider.page.getByRole('button', { name: '报给社区' }).click()
  await expect(rider.page.getByText('请选地点，或用这一次的位置')).toBeVisible()
  await expectAccessible(rider.page, 'a clue on a phone')
  await rider.page.getByRole('button', { name: /选地点/ }).click()
  await rider.page.getByLabel('找地点').fill(demoHome.estate)
  await rider.page.getByRole('button', { name: new RegExp(`^${demoHome.estate}$`) }).click()
  await rider.page.getByLabel('补一句（可不写）').fill('驿站门口东边第二盏')
  await rider.page.getByRole('button', { name: '报给社区' }).click()
  await expect(rider.page.getByText('收到，谢谢您')).toBeVisible()
  const { rows } = await get<{ rows: { case: { id: string } }[] }>(rider.page, '/api/channels/clues')
  const path = `/api/cases/${rows[0]!.case.id}`

  const [clerk, worker, secretary] = [
    await device(browser, 'desk'),
    await device(browser, 'desk'),
    await device(browser, 'desk'),
  ]
  await signInQuietly(clerk.page, 'communityClerk')
  await signInQuietly(worker.page, 'propertyWorker')
  await signInQuietly(secretary.page, 'communitySecretary')
  const seen = await get<{ channel: string; reporter: { hidden: boolean } }>(clerk.page, path)
  expect([seen.channel, seen.reporter.hidden]).toEqual(['courier', true])
  const { rows: bodies } = await get<{ rows: { id: string }[] }>(
    clerk.page,
    `/api/organisations?kind=propertyCompany&search=${encodeURIComponent(demoHome.propertyCompany)}`,
  )
  await post(clerk.page, `${path}/accept`, {})
  await post(clerk.page, `${path}/dispatch`, { organisationId: bodies[0]!.id })
  await post(worker.page, `${path}/takeUp`, {})
  await rider.page.goto('/inbox')
  await expect(async () => {
    await rider.page.reload()
    await expect(rider.page.getByText('谢谢您的线索').first()).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 150_000 })
  await post(worker.page, `${path}/requestClosure`, { words: '换了灯泡', photos: [await uploaded(worker.page)] })
  await post(secretary.page, `${path}/close`, { words: '晚上看过，亮了' })
  await expect(async () => {
    await rider.page.reload()
    await expect(rider.page.getByText('您报的问题解决了').first()).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 150_000 })
  await rider.page.goto('/clues/mine')
  await expect(rider.page.getByText('感谢 5 分')).toBeVisible()
  await expect(rider.page.getByText('已解决，谢谢您').first()).toBeVisible()
  await expectAccessible(rider.page, 'my clues on a phone')
})

test('a post on the board becomes a case; another is hidden, and its author reads why', async ({ browser }) => {
  const [resident, clerk] = [await device(browser, 'phone'), await device(browser, 'desk')]
  await signInQuietly(resident.page, 'resident')
  await signInQuietly(clerk.page, 'communityClerk')
  const say = async (words: string) => {
    await resident.page.goto('/board')
    await resident.page.getByRole('button', { name: '想说点什么' }).click()
    const sheet = resident.page.getByRole('dialog')
    await sheet.getByLabel('想说点什么').fill(words)
    await sheet.getByRole('button', { name: '发出去' }).click()
    await expect(sheet).toBeHidden()
    await expect(resident.page.getByText(words)).toBeVisible()
  }
  await say('北门的道闸一直不抬杆')
  await say('302的老张又把车停在草坪上')
  await expect(resident.page.getByText(`${demoHome.building}邻居`).first()).toBeVisible()
  await expectAccessible(resident.page, 'the board on a phone')
  await clerk.page.goto('/console/channels?tab=board&show=all')
  const card = (words: string) => clerk.page.getByRole('article', { name: words })
  await card('北门的道闸一直不抬杆').getByRole('button', { name: '登记为诉求' }).click()
  await expect(card('北门的道闸一直不抬杆').getByRole('link', { name: /诉求 \d+/ })).toBeVisible()
  await card('302的老张又把车停在草坪上').getByRole('button', { name: '隐藏' }).click()
  const ask = clerk.page.getByRole('dialog')
  await ask.getByLabel('原因').fill('写了邻居的门牌')
  await ask.getByRole('button', { name: '隐藏' }).click()
  await expect(card('302的老张又把车停在草坪上').getByText('已隐藏')).toBeVisible()
  await bothSizes(clerk.page, 'moderating the board')

  await resident.page.reload()
  await expect(resident.page.getByText('原因：写了邻居的门牌')).toBeVisible()
  await resident.page
    .getByRole('link', { name: /看办理进度/ })
    .first()
    .click()
  await expect(resident.page.getByText('北门的道闸一直不抬杆').first()).toBeVisible()
})

test('doors knocked at without a signal reach the list when it is back', async ({ browser }) => {
  const { page, context } = await device(browser, 'phone')
  await signInQuietly(page, 'gridWorker')
  await page.goto('/knocks')
  await page.getByRole('link', { name: /冬季安全敲门行动/ }).click()
  await expect(page.getByText(/已走访 \d+ \/ \d+ 户/)).toBeVisible()
  await expectAccessible(page, 'a visit list on a phone')
  const id = page.url().split('/').at(-1)!
  const before = await get<{ counts: { done: number } }>(page, `/api/channels/knocks/${id}`)
  const door = page.getByRole('button', { name: /还没去/ }).first()
  await door.click()
  await expectAccessible(page, 'a door on a phone')
  await setSignal(page, false)
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: '已走访' }).check()
  await sheet.getByRole('checkbox', { name: '维修' }).check()
  await sheet.getByRole('button', { name: '登记成诉求' }).click()
  await sheet.getByLabel('什么事要办').fill('阳台推拉门卡住了')
  await sheet.getByRole('button', { name: '登记', exact: true }).click()
  await sheet.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('还有 2 条等待发送')).toBeVisible()
  await setSignal(page, true)
  await expect(page.getByText(/条等待发送/)).toBeHidden({ timeout: 30_000 })
  const after = await get<{ counts: { done: number } }>(page, `/api/channels/knocks/${id}`)
  expect(after.counts.done).toBe(before.counts.done + 1)
  await context.close()

  const desk = await device(browser, 'desk')
  await signInQuietly(desk.page, 'communityClerk')
  await desk.page.goto(`/console/channels?tab=knocks&list=${id}`)
  await expect(desk.page.getByRole('dialog').getByText('维修').locator('visible=true').first()).toBeVisible()
  await expectAccessible(desk.page, 'a visit list on a desk')
})

test('slips of the box, messages of a chat and a hotline sheet become cases', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'communityClerk')
  await page.goto('/console/channels?tab=boxes')
  await page
    .getByRole('row', { name: /北门红色意见箱/ })
    .getByRole('button', { name: '开箱录入' })
    .click()
  await page.getByLabel('清点张数').fill('2')
  await page.getByLabel('第 1 张 纸条上写的').fill('楼梯扶手掉漆扎手')
  await page.keyboard.press('Enter')
  await page.getByLabel('第 2 张 纸条上写的').fill('谢谢社区送来的体检通知')
  await page.getByRole('combobox', { name: '第 2 张 怎么处理' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '表扬感谢' }).click()
  await page.getByRole('button', { name: '存下这次开箱' }).click()
  await expect(page.getByText('已录入 2 张')).toBeVisible()
  await bothSizes(page, 'opinion boxes')
  await page.setViewportSize(deskSize)

  await page.goto('/console/channels?tab=chats')
  await page
    .getByLabel('聊天内容')
    .fill(
      '王姐 2026-11-20 14:20:05\n3号楼电梯又停了\n\n老李 2026-11-20 14:21:30\n我困在里面十分钟\n\n小周 2026-11-20 14:22:00\n哈哈',
    )
  await page.getByRole('button', { name: '分条' }).click()
  await page.getByLabel(/3号楼电梯又停了/).check()
  await page.getByLabel(/我困在里面十分钟/).check()
  await page.getByRole('button', { name: '并成一件' }).click()
  await bothSizes(page, 'a chat being split')
  await page.setViewportSize(deskSize)
  await choosePlace(page, '在哪个小区', demoHome.estate)
  await page.getByRole('button', { name: '登记 1 件' }).click()
  await expect(page.getByText('已登记 1 件诉求')).toBeVisible()

  await page.goto('/console/channels?tab=hotline')
  await page.getByRole('button', { name: '导入工单' }).click()
  const sheet = `工单编号,诉求内容,诉求地址,回复期限\nE2E-1,楼下噪音大,${demoHome.estate}2号楼,2030-01-02 18:00\nE2E-2,井盖响,不存在的小区,\n`
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '热线.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await expect(page.getByText('新建 1 · 更新 0 · 不变 0 · 有错 1')).toBeVisible()
  await expect(page.getByText('看不出是哪个小区或社区，请写全称', { exact: false })).toBeVisible()
  await expectAccessible(page, 'the preview of a hotline sheet')
  await page.getByRole('button', { name: '只导入正确的行' }).click()
  await expect(page.getByText('新建 1 件，更新 0 件')).toBeVisible()
  await expect(page.getByRole('main').getByRole('row', { name: /E2E-1/ })).toBeVisible()
  await bothSizes(page, 'the hotline')
})
