// The report as a spreadsheet and as a document: the same sections as on screen.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import ExcelJS from 'exceljs'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { XLSX } from '../../platform/sheet.ts'
import { reportTitle, sectionsOf, type Cell, type Section } from './lines.ts'
import { readReport, type ReportQuery } from './read-report.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const FONT = { ascii: 'Arial', eastAsia: 'SimSun', hAnsi: 'Arial' }
/** A file's name may hold no path. */
const fileName = (title: string) => title.replace(/[\\/:*?[\]"<>|]/g, ' ')
const isChinese = (cx: Cx) => cx.actor.language === 'zh-CN'

export const reportSheet = async (cx: Cx, query: ReportQuery): Promise<Download> => {
  const report = await readReport(cx, query)
  const title = reportTitle(report, isChinese(cx))
  const book = new ExcelJS.Workbook()
  for (const section of sectionsOf(report, isChinese(cx))) {
    const page = book.addWorksheet(section.title.replaceAll('/', ' ').slice(0, 31))
    page.addRow([title]).font = { bold: true }
    for (const line of section.words) page.addRow([line])
    if (section.head.length > 0) page.addRow([...section.head]).font = { bold: true }
    for (const row of section.rows) page.addRow([...row])
    page.columns.forEach((column, at) => (column.width = at === 0 ? 30 : 14))
  }
  return { name: `${fileName(title)}.xlsx`, mime: XLSX, bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}
const cell = (value: Cell, isHead: boolean) =>
  new TableCell({
    children: [
      new Paragraph({
        alignment: typeof value === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text: String(value), bold: isHead, font: FONT, size: 20 })],
      }),
    ],
  })
const tableOf = ({ head, rows }: Section) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((value) => cell(value, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((value) => cell(value, false)) })),
    ],
  })
const heading = (text: string, level: (typeof HeadingLevel)['TITLE' | 'HEADING_2']) =>
  new Paragraph({
    heading: level,
    children: [new TextRun({ text, font: FONT, bold: true })],
    spacing: { before: 240, after: 120 },
  })

export const reportDocument = async (cx: Cx, query: ReportQuery): Promise<Download> => {
  const report = await readReport(cx, query)
  const title = reportTitle(report, isChinese(cx))
  const children = sectionsOf(report, isChinese(cx)).flatMap((section) => [
    heading(section.title, HeadingLevel.HEADING_2),
    ...section.words.map(
      (line) =>
        new Paragraph({ children: [new TextRun({ text: line, font: FONT, size: 22 })], spacing: { after: 80 } }),
    ),
    ...(section.rows.length > 0 ? [tableOf(section)] : []),
  ])
  const document = new Document({
    title,
    creator: '邻里',
    sections: [{ children: [heading(title, HeadingLevel.TITLE), ...children] }],
  })
  return { name: `${fileName(title)}.docx`, mime: DOCX, bytes: await Packer.toBuffer(document) }
}
