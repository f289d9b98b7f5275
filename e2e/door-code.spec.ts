// A torn door code is re-issued: the old one says so, the new one opens the form at that door, and it prints (mission A3).
import { expect } from '@playwright/test'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { get, signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

interface Codes {
  rows: { code: string; kind: string; place: { id: string; path: string } }[]
}

test('the clerk re-issues the code of a unit', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'communityClerk')
  const { rows } = await get<Codes>(page, '/api/doorcodes?limit=200&revoked=false')
  const old = rows.find((row) => row.kind === 'unit' && row.place.path.startsWith(demoHome.estate))!
  await page.goto(`/console/doorcodes?place=${old.place.id}`)
  const row = page.getByRole('row', { name: new RegExp(old.code) })
  await row.getByRole('button', { name: '换发' }).click()
  const ask = page.getByRole('dialog')
  await ask.getByRole('button', { name: '换发', exact: true }).click()
  await expect(ask.getByText('请写明原因，至少两个字。')).toBeVisible()
  await ask.getByLabel('原因').fill('码被撕坏')
  await ask.getByRole('button', { name: '换发', exact: true }).click()
  await expect(ask).toBeHidden()
  await expect(row).toHaveCount(0)
  const after = await get<Codes>(page, `/api/doorcodes?placeId=${old.place.id}&revoked=false`)
  const fresh = after.rows.find((one) => one.kind === 'unit')!
  expect(fresh.code).not.toBe(old.code)

  const visitor = await device(browser, 'phone')
  await visitor.page.goto(`/s/${old.code}`)
  await expect(visitor.page.getByText('这个二维码已经停用。')).toBeVisible()
  await expect(visitor.page.getByLabel('出了什么事')).toBeVisible()
  await visitor.page.goto(`/s/${fresh.code}`)
  await expect(visitor.page.getByText('来自门牌码')).toBeVisible()
  await expect(visitor.page.getByText(old.place.path)).toBeVisible()
  await visitor.context.close()

  const sheet = await page.request.get(`/api/doorcodes/sheet.pdf?placeId=${old.place.id}`)
  expect(sheet.headers()['content-type']).toContain('application/pdf')
  const pdf = (await sheet.body()).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(Number(pdf.match(/\/Count (\d+)/)?.[1])).toBeGreaterThan(0)
})

test('a revoked code stays in the list with its reason, and a stranger cannot print', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'communityClerk')
  const { rows } = await get<Codes>(page, '/api/doorcodes?limit=200&revoked=false')
  const gone = rows.findLast((row) => row.kind === 'unit' && row.place.path.startsWith(demoHome.estate))!
  await page.goto(`/console/doorcodes?place=${gone.place.id}`)
  const row = page.getByRole('row', { name: new RegExp(gone.code) })
  await row.getByRole('button', { name: '作废' }).click()
  const ask = page.getByRole('dialog')
  await ask.getByLabel('原因').fill('单元门拆了')
  await ask.getByRole('button', { name: '作废', exact: true }).click()
  await expect(row).toHaveCount(0)
  await page.goto(`/console/doorcodes?place=${gone.place.id}&show=revoked`)
  await expect(row).toContainText('单元门拆了')

  const stranger = await device(browser, 'phone')
  await stranger.page.goto(`/s/${gone.code}`)
  await expect(stranger.page.getByText('这个二维码已经停用。')).toBeVisible()
  const refused = await stranger.page.request.get(`/api/doorcodes/sheet.pdf?placeId=${gone.place.id}`)
  expect(refused.status()).toBe(401)
})
