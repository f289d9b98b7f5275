// From a photo with a face in it to the public board; a link without signing in; and a report by the open interface.
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { demoHome, signInOf } from '../server/src/demo/sign-ins.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const reporter = signInOf('resident')
const said = `楼道口堆了旧沙发，编号${Date.now() % 100_000}，我是${reporter.name}，电话${reporter.phone}`
const summary = `楼道口旧沙发待清走${Date.now() % 100_000}`
/** A face in the middle: a red square on white. */
const withFace = async () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
    .composite([
      { input: { create: { width: 200, height: 200, channels: 3, background: '#f00' } }, left: 300, top: 200 },
    ])
    .jpeg()
    .toBuffer()
const reported = async (resident: Page): Promise<{ id: string }> => {
  const uploaded = await resident.request.post('/api/files', {
    headers: { 'x-linli': '1', 'idempotency-key': crypto.randomUUID() },
    multipart: { kind: 'photo', file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await withFace() } },
  })
  const { id: photo } = (await uploaded.json()) as { id: string }
  const { home } = await get<{ home: { id: string } }>(resident, '/api/places/my-neighbourhood')
  return post(resident, '/api/cases', { placeId: home.id, words: said, photos: [photo] })
}
/** Pixels of a picture the page can fetch: is there any red left? */
const hasRed = async (page: Page, url: string): Promise<boolean> => {
  const { data, info } = await sharp(await (await page.request.get(url)).body())
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += info.channels)
    if (data[at]! > 180 && data[at + 1]! < 90 && data[at + 2]! < 90) return true
  return false
}
const atBothSizes = async (page: Page, name: string, open: () => Promise<void>) => {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size)
    await open()
    // Colours of what is still fading in are not those people read.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
    await expectAccessible(page, `${name} at ${size.width}`)
    await expectNoSidewaysScroll(page, `${name} at ${size.width}`)
  }
}

test('a face is covered, the photo and a summary are released, anybody reads the board, a link shows the progress', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const [clerk, resident, stranger, neighbour] = await Promise.all([
    device(browser, 'desk'),
    device(browser, 'phone'),
    device(browser, 'phone'),
    device(browser, 'phone'),
  ])
  await signInQuietly(clerk.page, 'communityClerk')
  await signInQuietly(resident.page, 'resident')
  await signInQuietly(neighbour.page, 'ownersCommitteeMember')
  const { id } = await reported(resident.page)

  await test.step('the clerk draws a box over the face with the pointer and another by keyboard, and undoes it', async () => {
    await clerk.page.goto(`/console/cases/${id}`)
    await clerk.page.getByText('照片公开', { exact: true }).click()
    const panel = clerk.page.getByRole('region', { name: '照片公开' })
    await panel.getByRole('button', { name: '打码', exact: true }).click()
    const editor = clerk.page.getByRole('dialog')
    const canvas = editor.locator('.redaction-canvas')
    await expect(canvas.locator('img')).toBeVisible()
    // The drawer slides in: where it stands is measured when it stands still.
    await canvas.click({ trial: true })
    const box = (await canvas.boundingBox())!
    const at = (x: number, y: number) => [box.x + (x / 800) * box.width, box.y + (y / 600) * box.height] as const
    await clerk.page.mouse.move(...at(280, 180))
    await clerk.page.mouse.down()
    await clerk.page.mouse.move(...at(400, 300))
    await clerk.page.mouse.move(...at(520, 420))
    await clerk.page.mouse.up()
    await expect(editor.getByText('1 个方框')).toBeVisible()
    await editor.getByRole('button', { name: '添加方框' }).click()
    const second = editor.getByRole('button', { name: /^方框 2/ })
    await second.focus()
    const before = await second.getAttribute('aria-label')
    for (let i = 0; i < 4; i++) await clerk.page.keyboard.press('ArrowRight')
    await expect(second).not.toHaveAttribute('aria-label', before!)
    await clerk.page.keyboard.press('Delete')
    await expect(editor.getByText('1 个方框')).toBeVisible()
    await editor.getByRole('button', { name: '撤销' }).click()
    await expect(editor.getByText('2 个方框')).toBeVisible()
    await editor.getByRole('button', { name: '撤销' }).focus()
    for (let i = 0; i < 5; i++) await clerk.page.keyboard.press('Control+z')
    await expect(editor.getByText('1 个方框')).toBeVisible()
    await expectAccessible(clerk.page, 'the redaction editor')
    await editor.getByRole('button', { name: '生成打码照片' }).click()
    await expect(editor).toBeHidden()
    await expect(panel.getByText('打码后')).toBeVisible()
    await panel.getByRole('button', { name: '公开', exact: true }).click()
    await clerk.page.getByRole('dialog').getByRole('button', { name: '公开', exact: true }).click()
    await expect(panel.getByText('已公开（打码）')).toBeVisible()
  })
  await test.step('and releases a summary', async () => {
    await clerk.page.getByText('对居民公开', { exact: true }).click()
    const panel = clerk.page.getByRole('region', { name: '对居民公开' })
    await panel.getByText('再加一句摘要').click()
    await panel.getByLabel('摘要（任何人能看到）').fill(summary)
    await panel.getByRole('button', { name: '保存' }).click()
    await expect(panel.locator('.board-seen').getByText(summary)).toBeVisible()
    await expectAccessible(clerk.page, 'the case with its public side')
    await clerk.page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(clerk.page, 'the case with its public side on a phone')
    await expectNoSidewaysScroll(clerk.page, 'the case with its public side on a phone')
    await clerk.page.setViewportSize({ width: 1440, height: 900 })
  })
  await test.step('anybody finds it on the board without signing in; the face, the name and the door are not there', async () => {
    const { page } = stranger
    await atBothSizes(page, 'the list of boards', async () => {
      await page.goto('/public-board')
      await expect(page.getByText(demoHome.community)).toBeVisible()
    })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByText(demoHome.community).click()
    await expect(page.getByText(summary)).toBeVisible()
    const board = page.url()
    await atBothSizes(page, 'the board', async () => {
      await page.goto(board)
      await expect(page.getByText(summary)).toBeVisible()
    })
    await page.getByLabel('小区').selectOption({ label: demoHome.estate })
    await expect(page.getByText(summary)).toBeVisible()
    await page.getByRole('radio', { name: '办完的' }).check()
    await expect(page.getByText(summary)).toBeHidden()
    await page.getByRole('radio', { name: '正在办' }).check()
    await page.getByText(summary).click()
    const photo = page.locator('img[src^="/api/public/photos/"]').first()
    await expect(photo).toBeVisible()
    const address = (await photo.getAttribute('src'))!
    expect(await hasRed(page, address)).toBe(false)
    expect(await hasRed(page, address.replace('/thumbnail', ''))).toBe(false)
    for (const hidden of [reporter.name, reporter.phone, demoHome.building])
      await expect(page.getByText(hidden)).toHaveCount(0)
    await expect(page.getByRole('link', { name: '登录后可以关注' })).toBeVisible()
    const here = page.url()
    await atBothSizes(page, 'a case of the board', async () => {
      await page.goto(here)
      await expect(page.getByText(summary)).toBeVisible()
    })
  })
  await test.step('a neighbour follows it', async () => {
    const { page } = neighbour
    await page.goto(`/public-board/case/${id}`)
    await page.getByRole('button', { name: '关注，有进展告诉我' }).click()
    await expect(page.getByRole('button', { name: '不再关注' })).toBeVisible()
    await page.goto('/cases')
    await expect(page.getByRole('heading', { name: '我关注的' })).toBeVisible()
  })
  await test.step('the reporter makes a link; whoever has it sees the progress; ended, it shows nothing', async () => {
    await resident.page.goto(`/cases/${id}`)
    await resident.page.getByRole('button', { name: '生成链接' }).click()
    const address = (await resident.page.locator('.board-link').textContent())!
    await expectAccessible(resident.page, 'the reporter’s case with its links')
    await atBothSizes(stranger.page, 'the page behind a link', async () => {
      await stranger.page.goto(new URL(address).pathname)
      await expect(stranger.page.getByText('楼道口堆了旧沙发')).toBeVisible()
    })
    for (const hidden of [reporter.name, reporter.phone, demoHome.building])
      await expect(stranger.page.getByText(hidden)).toHaveCount(0)
    await resident.page.getByRole('button', { name: '停用' }).click()
    await expect(resident.page.getByRole('button', { name: '停用' })).toHaveCount(0)
    await stranger.page.reload()
    await expect(stranger.page.getByText('这个链接已失效。')).toBeVisible()
  })
  await test.step('withheld with a reason, it is gone from the board', async () => {
    const panel = clerk.page.getByRole('region', { name: '对居民公开' })
    await panel.getByText('不公开', { exact: true }).click()
    await panel.getByLabel(/为什么不公开/).fill('反映人要求不公开')
    await panel.getByRole('button', { name: '保存' }).click()
    await expect(panel.getByText('居民看不到')).toBeVisible()
    await stranger.page.goto(`/public-board/case/${id}`)
    await expect(stranger.page.getByText('这件诉求不公开，或不存在。')).toBeVisible()
  })
})

test('the district switches a board off and on; an administrator issues a key, and a report by it arrives', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const [officer, admin, stranger] = await Promise.all([
    device(browser, 'desk'),
    device(browser, 'desk'),
    device(browser, 'phone'),
  ])
  await signInQuietly(officer.page, 'districtOfficer')
  await signInQuietly(admin.page, 'administrator')
  await test.step('the room of the public board', async () => {
    const { page } = officer
    await atBothSizes(page, 'the room of the public board', async () => {
      await page.goto('/console/public-board')
      await expect(page.getByRole('heading', { name: '社区公开栏' })).toBeVisible()
      await expect(page.getByRole('heading', { name: '居民看到的' })).toBeVisible()
    })
    const community = (await page.locator('section h2').first().textContent())!
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await page.getByRole('dialog').getByLabel('原因').fill('换届期间暂停')
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
    await expect(page.getByText('换届期间暂停').first()).toBeVisible()
    await stranger.page.goto('/public-board')
    await expect(stranger.page.getByText(demoHome.community)).toBeVisible()
    await expect(stranger.page.getByText(community, { exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: '开通', exact: true }).click()
    await page.getByRole('dialog').getByLabel('原因').fill('换届结束')
    await page.getByRole('dialog').getByRole('button', { name: '开通', exact: true }).click()
    await expect(page.getByText('换届结束').first()).toBeVisible()
  })
  await test.step('a key is issued and shown once; a report by it becomes a case', async () => {
    const { page } = admin
    for (const tab of ['services', 'peers', 'exchanges', 'keys'])
      await atBothSizes(page, `the open interface, ${tab}`, async () => {
        await page.goto(`/console/settings/open311?tab=${tab}`)
        await expect(page.getByRole('heading', { name: '开放接口' })).toBeVisible()
        await expect(page.getByText('/open311/v2', { exact: false }).first()).toBeVisible()
      })
    await page.getByRole('button', { name: '发放密钥' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('给谁用').fill('随手拍小程序')
    await drawer.getByRole('combobox').fill(demoHome.community)
    await page.locator('.ant-select-item-option', { hasText: demoHome.community }).first().click()
    await expectAccessible(page, 'issuing a key')
    await drawer.getByRole('button', { name: /保\s?存/ }).click()
    const key = (await page.locator('.open-once').textContent())!
    const services = await get<{ service_code: string; service_name: string }[]>(page, '/open311/v2/services.json')
    const light = services.find((one) => one.service_name === '楼道灯和路灯')!
    const words = `路灯不亮，编号${Date.now() % 100_000}`
    const answer = await page.request.post('/open311/v2/requests.json', {
      form: {
        api_key: key,
        service_code: light.service_code,
        address_string: `${demoHome.estate} ${demoHome.building}`,
        description: words,
      },
    })
    expect(answer.status(), await answer.text()).toBe(200)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto('/console/cases?sort=newest')
    await expect(page.getByText(words).first()).toBeVisible()
  })
})
