// The sheet to fill in, for hotlines that have no export of their own.
import { hotlineFields } from '../../../../contract/src/channels-kinds.ts'
import { loadExcel } from '../../platform/excel.ts'
import { XLSX } from '../../platform/sheet.ts'
import type { Download } from '../../platform/module.ts'

const example: Readonly<Record<keyof typeof hotlineFields, string>> = {
  number: 'RX20261120001',
  words: '小区北门路灯不亮，晚上看不清路',
  address: '幸福里小区3号楼',
  replyDue: '2026-11-27 18:00',
  receivedAt: '2026-11-20 09:12',
  callerName: '王女士',
  callerPhone: '13800000000',
}
export const hotlineTemplate = async (): Promise<Download> => {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const page = book.addWorksheet('热线工单', { views: [{ state: 'frozen', ySplit: 1 }] })
  const fields = Object.entries(hotlineFields)
  page.columns = fields.map(([key, field]) => ({
    key,
    header: field.zh,
    width: key === 'words' ? 50 : 22,
    style: { numFmt: '@' },
  }))
  page.getRow(1).eachCell((cell, i) => {
    cell.font = { bold: true, color: { argb: fields[i - 1]![1].required ? 'FFB5281C' : 'FF1F2328' } }
    cell.note = fields[i - 1]![1].required ? '必填' : '可不填'
  })
  page.addRow(example).font = { italic: true, color: { argb: 'FF5B626B' } }
  const help = book.addWorksheet('填写说明')
  help.getColumn(1).width = 80
  for (const words of [
    '第二行是示例，填写前请删掉。',
    '地址里要有小区或社区的全称，平台才知道是哪里。',
    '同一个工单编号再次导入，只更新，不会多出一件。',
    '回复期限是热线的期限，平台单独计时和提醒。',
    '列名不一样也可以，上传后再说明哪一列是什么。',
  ])
    help.addRow([words])
  return { name: '热线工单模板.xlsx', mime: XLSX, bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}
