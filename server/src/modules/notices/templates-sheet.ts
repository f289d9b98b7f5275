// The district's wordings as a spreadsheet.
import { eventName, templateAudiences } from '../../../../contract/src/notices-events.ts'
import type { Cx } from '../../platform/cx.ts'
import { exportedList, wholeList } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { listTemplates } from './templates.ts'

type Template = Awaited<ReturnType<typeof listTemplates>>[number]
export const templatesSheet = (cx: Cx): Promise<Download> =>
  exportedList<Template>(cx, '消息模板', {
    name: ['消息模板', 'message templates'],
    columns: [
      ['事件', 'Event', 30, (row, zh) => eventName(row.event)?.[zh ? 'zh' : 'en'] ?? row.event],
      ['发给', 'Audience', 14, (row, zh) => templateAudiences[row.audience][zh ? 'zh' : 'en']],
      ['标题', 'Title', 40, (row) => row.title],
      ['正文', 'Body', 70, (row) => row.body],
      ['英文标题', 'English title', 40, (row) => row.en.title],
      ['英文正文', 'English body', 70, (row) => row.en.body],
      ['发短信', 'By SMS', 10, (row, zh) => (row.sms ? (zh ? '是' : 'yes') : '')],
    ],
    page: () => wholeList(listTemplates(cx)),
  })
