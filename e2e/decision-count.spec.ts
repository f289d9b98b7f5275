// One count of every channel (mission B7): by phone, on paper entered by two persons, with help; then the result, the certificate
// and the evidence, which the published tool counts again to the same.
import { expect, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { signInOf } from '../server/src/demo/sign-ins.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { get, photoOf, post, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { codeFor, device } from './support/people.ts'
import { objectionsOver } from './support/time-passes.ts'

interface Decision {
  readonly id: string
  readonly opensAt: string
  readonly items: readonly { readonly id: string }[]
  readonly result: { readonly items: readonly { readonly owners: { participating: number; for: number } }[] } | null
  readonly certificate: { readonly hash: string } | null
}
/** How long the vote stays open: the screens below must come to their ends within. */
const OPEN_MS = 75_000
const day = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const prepared = async (convener: Page): Promise<Decision> => {
  const { rows } = await get<{ rows: { title: string; place: { id: string; name: string } }[] }>(
    convener,
    '/api/decisions?open=false',
  )
  const { place } = rows.find((row) => row.title.includes('楼道灯'))!
  const { id } = await post<Decision>(convener, '/api/decisions', {
    placeId: place.id,
    partKinds: ['home'],
    title: '单元门换新',
    words: '单元门关不严，换成新的。',
    items: [{ matter: 'other', title: '1号楼单元门换新，用公共收益' }],
  })
  const step = (name: string, body: object) => post<Decision>(convener, `/api/decisions/${id}/${name}`, body)
  await step('publishRoll', { postedOn: day(-50), days: 7 })
  await step('freezeRoll', {})
  await step('papers', {})
  await step('postNotice', {
    postedOn: day(-40),
    photos: [await photoOf(convener)],
    closesAt: new Date(Date.now() + OPEN_MS).toISOString(),
  })
  return step('open', { knowsReach: true })
}
/** A local minute as the browser's control takes it. */
const minuteOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)
const enterPaper = async (page: Page, row: ReturnType<Page['getByRole']>, verb: string) => {
  await row.getByRole('button', { name: verb }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: '同意' }).check()
  await form.getByLabel('收票时间').fill(minuteOf(Date.now()))
  if (verb === '录入纸质票') {
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await expect(form.locator('.photo-field img')).toBeVisible()
  }
  await form.getByRole('button', { name: '录入纸质票' }).click()
  await expect(form).toBeHidden()
}

test('phone, paper and help come to one count, one certificate, and the same again from the bundle', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { page: secretary } = await device(browser, 'desk')
  const { page: clerk } = await device(browser, 'phone')
  const { page: owner } = await device(browser, 'phone')
  await signInQuietly(secretary, 'communitySecretary')
  await signInQuietly(clerk, 'communityClerk')
  await signInQuietly(owner, 'buildingLead')
  const decision = await prepared(secretary)
  const { id } = decision
  const marks = decision.items.map((item) => ({ itemId: item.id, mark: 'for' }))

  // The owner by phone.
  await owner.goto(`/decisions/${id}`)
  await owner.getByRole('button', { name: '投票', exact: true }).click()
  const sheet = owner.getByRole('dialog')
  await sheet.getByRole('radio', { name: '反对' }).check()
  await sheet.getByRole('button', { name: '获取验证码' }).click()
  await expect(sheet.getByText(/验证码已发到/)).toBeVisible()
  await sheet.getByLabel('验证码').fill(await codeFor(owner, signInOf('buildingLead').phone))
  await sheet.getByRole('button', { name: '确认投票' }).click()
  await expect(sheet.getByText(/回执 \d+-[0-9a-f]{16}/)).toBeVisible()

  // A paper: the secretary enters it at the desk, the clerk again on a phone, without seeing the first entry.
  await secretary.goto(`/console/decisions/${id}?tab=voting`)
  const home = '1单元 201'
  const paperAt = (page: Page, verb: string) =>
    page
      .getByRole('row')
      .filter({ hasText: home })
      .filter({ has: page.getByRole('button', { name: verb }) })
  await enterPaper(secretary, paperAt(secretary, '录入纸质票'), '录入纸质票')
  await expect(paperAt(secretary, '作废这张').getByText('请换一个人录第二遍')).toBeVisible()
  await clerk.goto(`/console/decisions/${id}?tab=voting`)
  await enterPaper(clerk, paperAt(clerk, '录第二遍'), '录第二遍')

  // With help: the owner says it, the secretary writes it down.
  await secretary.reload()
  await secretary.getByRole('row').filter({ hasText: '1单元 202' }).getByRole('button', { name: '协助投票' }).click()
  const help = secretary.getByRole('dialog')
  await help.getByRole('radio', { name: '同意' }).check()
  await help.getByLabel(/为什么要协助/).fill('老人看不清手机')
  await help.getByRole('button', { name: '协助投票' }).click()
  await expect(secretary.getByText(/已记下，回执 \d+-[0-9a-f]{16}/)).toBeVisible()

  // The other doors, without looking at each.
  const { rows: missing } = await get<{ rows: { key: string }[] }>(secretary, `/api/decisions/${id}/missing?limit=200`)
  for (const { key } of missing.slice(0, -2))
    await post(secretary, `/api/decisions/${id}/assisted`, { key, marks, reason: '上门协助' })
  await expectAccessible(secretary, 'collecting votes at the desk')
  await expectAccessible(clerk, 'collecting votes on the phone')
  await expectNoSidewaysScroll(clerk, 'collecting votes on the phone')

  // Nothing is counted before the end.
  await expect(secretary.getByRole('button', { name: '计票并公示结果' })).toHaveCount(0)
  await owner.goto(`/decisions/${id}/receipt`)
  await owner.getByRole('button', { name: /我的回执/ }).click()
  await expect(owner.getByText(/对得上，是票箱里第 \d+ 条/)).toBeVisible()
  await expectAccessible(owner, 'checking a receipt')
  await expectNoSidewaysScroll(owner, 'checking a receipt')
  const wrong = owner.getByLabel('回执')
  await wrong.fill('1-0123456789abcdef')
  await owner.getByRole('button', { name: '核对', exact: true }).click()
  await expect(owner.getByText('回执对不上。')).toBeVisible()

  // After the end: the count, the certificate.
  await secretary.goto(`/console/decisions/${id}`)
  await expect(async () => {
    await secretary.reload()
    await expect(secretary.getByRole('button', { name: '计票并公示结果' })).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 120_000 })
  await secretary.getByRole('button', { name: '计票并公示结果' }).click()
  const count = secretary.getByRole('dialog')
  await count.getByRole('button', { name: '计票并公示结果' }).click()
  await expect(secretary.getByText('结果公示中')).toBeVisible()
  // Not before the days for objections are over.
  await secretary.getByRole('button', { name: '出具证书' }).click()
  const certificate = secretary.getByRole('dialog')
  await certificate.getByRole('button', { name: '出具证书' }).click()
  await expect(certificate.getByText('异议期还没有结束')).toBeVisible()
  await objectionsOver(secretary, id)
  await certificate.getByRole('button', { name: '出具证书' }).click()
  await expect(secretary.getByText('已通过，有证书')).toBeVisible()
  const certified = await get<Decision>(secretary, `/api/decisions/${id}`)
  const { participating, for: yes } = certified.result!.items[0]!.owners
  expect(participating - yes, 'the vote by phone was the only one against').toBe(1)
  await secretary.getByRole('button', { name: '证据', exact: true }).click()
  await expect(secretary.getByText(certified.certificate!.hash)).toBeVisible()
  await expectAccessible(secretary, 'the evidence')
  await owner.goto(`/decisions/${id}`)
  await expect(owner.getByText('看证书')).toBeVisible()
  await expectAccessible(owner, 'what came out')
  await expectNoSidewaysScroll(owner, 'what came out')

  // Anybody counts it again.
  const [download] = await Promise.all([
    secretary.waitForEvent('download'),
    secretary.getByRole('link', { name: '证据包' }).click(),
  ])
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'recount', '--', await download.path()], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  })
  expect(stdout).toContain(certified.certificate!.hash)
  expect(stdout).toContain(`参加 ${participating}/`)
  expect(stdout).toContain('全部一致')
})
