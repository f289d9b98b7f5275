// A spreadsheet in: the template, errors beside their rows, the good rows written, a broken file refused (mission A4).
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import { demoHome } from '../server/src/demo/sign-ins.ts'
import { signInQuietly } from './support/by-api.ts'
import { test } from './support/journey.ts'
import { device } from './support/people.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const stamp = String(Date.now() % 100_000_000).padStart(8, '0')
const place = [demoHome.estate, demoHome.building, demoHome.unit]

test('the clerk fills in the template, reads what is wrong, and writes the good rows', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'communityClerk')
  await page.goto('/console/imports?kind=residents')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /下载模板/ }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const sheet = book.worksheets[0]!
  sheet.addRow([...place, '202', `甲${stamp}`, `157${stamp}`, '业主'])
  sheet.addRow([...place, '202', `乙${stamp}`, '', '住户'])
  sheet.addRow([...place, '9999', `丙${stamp}`, '', '业主'])
  sheet.addRow([...place, '202', `丁${stamp}`, '12345', '房东'])
  const buffer = Buffer.from(await book.xlsx.writeBuffer())

  await page.locator('input[type=file]').setInputFiles({ name: '住户.xlsx', mimeType: XLSX, buffer })
  await expect(page.getByRole('heading', { name: '核对“住户.xlsx”' })).toBeVisible()
  const noSuchHome = page.getByRole('row', { name: new RegExp(`丙${stamp}`) })
  await expect(noSuchHome.locator('.row-errors')).toContainText('没有这个房号')
  const twoErrors = page.getByRole('row', { name: new RegExp(`丁${stamp}`) })
  await expect(twoErrors.locator('.row-errors li')).toHaveCount(2)
  await expect(twoErrors.locator('.row-errors')).toContainText('手机号')

  await page.getByRole('button', { name: '只写入没有问题的 2 行' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '写入', exact: true }).click()
  await expect(page.getByText(/新增 2，更新 0，不变 0。/).first()).toBeVisible()
})

test('a broken file is refused in words that say what to do', async ({ browser }) => {
  const { page } = await device(browser, 'desk')
  await signInQuietly(page, 'communityClerk')
  await page.goto('/console/imports?kind=residents')
  const buffer = Buffer.from('这不是表格')
  await page.locator('input[type=file]').setInputFiles({ name: '坏的.xlsx', mimeType: XLSX, buffer })
  await expect(page.getByText('这不是可以读取的 Excel 文件。')).toBeVisible()
  await expect(page.getByText('请另存为 .xlsx 后再上传。')).toBeVisible()
})
