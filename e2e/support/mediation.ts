// People of a mediation in journeys: neighbours with phones of their own who agree and sign.
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { get, post } from './by-api.ts'
import { codeFor, signInByPhone } from './people.ts'

/** A resident with a phone of their own, signed in by it. */
export const neighbour = async (page: Page, phone: string, name: string) => {
  await page.goto('/sign-in')
  await signInByPhone(page, phone)
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  const { version } = await get<{ version: string }>(page, '/api/identity/privacy')
  await post(page, '/api/identity/me/consent', { version, given: true })
  const answer = await page.request.patch('/api/identity/me', { headers: { 'x-linli': '1' }, data: { name } })
  expect(answer.status()).toBe(200)
}
/** Reads the draft, which says `says`, and signs it with a fresh code. */
export const sign = async (page: Page, phone: string, path: string, says: string) => {
  await page.goto(path)
  await expect(page.getByText(says, { exact: false }).first()).toBeVisible()
  await expectAccessible(page, 'the draft on the phone')
  await page.getByRole('button', { name: '我要签字' }).click()
  await page.getByRole('button', { name: '发验证码' }).click()
  await expect(page.getByLabel('验证码')).toBeVisible()
  await page.getByLabel('验证码').fill(await codeFor(page, phone))
  await page.getByRole('button', { name: '确认签字' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
/** Saves what is in the drawer, and goes on when the server has it. */
export const saveDrawer = async (desk: Page): Promise<void> => {
  const drawer = desk.getByRole('dialog')
  await drawer.getByRole('button', { name: /保\s?存/ }).click()
  await expect(drawer).toBeHidden()
}
