// The queue as a spreadsheet, streamed in batches so that memory stays flat.
import { and, sql, type SQL } from 'drizzle-orm'
import { caseChannels, caseKinds, caseStates } from '../../../../contract/src/cases-life.ts'
import { loadExcel } from '../../platform/excel.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { visibleToExport, type CaseRow } from './policy.ts'
import { shapeRows } from './page.ts'
import { conditionsOf, type Query } from './queue.ts'
import { cases } from './tables.ts'

const BATCH = 1000
const ROW_LIMIT = 200_000
const columns = [
  { header: '编号', key: 'number', width: 12 },
  { header: '提交时间', key: 'createdAt', width: 20 },
  { header: '类型', key: 'kind', width: 8 },
  { header: '类别', key: 'category', width: 16 },
  { header: '地点', key: 'place', width: 28 },
  { header: '内容', key: 'words', width: 60 },
  { header: '来源', key: 'channel', width: 12 },
  { header: '状态', key: 'state', width: 12 },
  { header: '承办单位', key: 'handler', width: 20 },
  { header: '时限', key: 'due', width: 20 },
  { header: '是否逾期', key: 'overdue', width: 10 },
  { header: '评价', key: 'rating', width: 8 },
]
const local = (iso: string | null) =>
  iso === null ? '' : new Date(iso).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
export const exportCases = async (cx: Cx, query: Query): Promise<Download> => {
  const where = await conditionsOf(cx, { ...query, sort: 'newest' }, visibleToExport(cx.actor))
  await cx.journal({
    action: 'case.export',
    sentence: '导出了诉求清单',
    thing: { kind: 'district', id: cx.districtId },
    after: { query },
  })
  return {
    name: `诉求清单-${local(cx.now.toISOString()).slice(0, 10)}.xlsx`,
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (out) => {
      const { stream } = await loadExcel()
      const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
      const sheet = book.addWorksheet('诉求', { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.columns = columns
      let cursor: { at: Date; id: string } | null = null
      for (let written = 0; written < ROW_LIMIT;) {
        const after: SQL | undefined =
          cursor === null
            ? undefined
            : sql`(${cases.createdAt}, ${cases.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
        const rows: CaseRow[] = await cx.db
          .select()
          .from(cases)
          .where(and(where, after))
          .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
          .limit(BATCH)
        for (const row of await shapeRows(cx.db, cx, rows)) {
          sheet
            .addRow({
              number: row.number,
              createdAt: local(row.createdAt),
              kind: caseKinds[row.kind].zh,
              category: row.category.name,
              place: row.place.path,
              words: row.words,
              channel: caseChannels[row.channel].zh,
              state: caseStates[row.state].zh,
              handler: row.handler?.name ?? '',
              due: local(row.dueAt),
              overdue: row.overdue ? '是' : '',
              rating: row.rating ?? '',
            })
            .commit()
        }
        written += rows.length
        const last: CaseRow | undefined = rows[rows.length - 1]
        if (last === undefined || rows.length < BATCH || out.destroyed) break
        cursor = { at: last.createdAt, id: last.id }
      }
      sheet.commit()
      await book.commit()
    },
  }
}
