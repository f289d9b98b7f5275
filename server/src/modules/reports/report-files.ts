// The report as a spreadsheet and as a document: the same sections as on screen.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import ExcelJS from 'exceljs'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { XLSX } from '../../platform/sheet.ts'
import { drawBars } from './bars-picture.ts'
import type { Picture } from './chart-pen.ts'
import { columnRooms, figureColumns, isFigure, reportTitle, sectionsOf, type Cell, type Section } from './lines.ts'
import { readReport } from './read-report.ts'
import type { ReportQuery } from './report.ts'
import { drawTrend } from './trend-picture.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Between the margins of A4, in twentieths of a point. */
const PAGE_WIDTH = 9638
const MARGIN = 1134
const NOTE_WIDTH = 60
const FONT = { ascii: 'Arial', eastAsia: 'SimSun', hAnsi: 'Arial' }
/** A file's name may hold no path. */
const fileName = (title: string) => title.replace(/[\\/:*?[\]"<>|]/g, ' ')
const isChinese = (cx: Cx) => cx.actor.language === 'zh-CN'

const pictureOf = ({ chart }: Section): Promise<Picture> | null =>
  chart === undefined ? null : chart.shape === 'trend' ? drawTrend(chart) : drawBars(chart)

/** Below the table, a row apart. */
const addPicture = (book: ExcelJS.Workbook, page: ExcelJS.Worksheet, { png, width, height }: Picture) => {
  const image = book.addImage({ base64: png.toString('base64'), extension: 'png' })
  page.addImage(image, { tl: { col: 0, row: page.rowCount + 1 }, ext: { width, height }, editAs: 'oneCell' })
}
const addHead = (page: ExcelJS.Worksheet, section: Section) => {
  const row = page.addRow([...section.head])
  row.font = { bold: true }
  figureColumns(section).forEach((isRight, at) => {
    if (isRight) row.getCell(at + 1).alignment = { horizontal: 'right' }
  })
}
export const reportSheet = async (cx: Cx, query: ReportQuery): Promise<Download> => {
  const report = await readReport(cx, query)
  const title = reportTitle(report, isChinese(cx))
  const book = new ExcelJS.Workbook()
  for (const section of sectionsOf(report, isChinese(cx))) {
    const page = book.addWorksheet(section.title.replaceAll('/', ' ').slice(0, 31))
    page.addRow([title]).font = { bold: true }
    for (const line of section.words) page.addRow([line])
    if (section.head.length > 0) addHead(page, section)
    for (const row of section.rows) page.addRow([...row])
    const rooms = columnRooms(section)
    page.columns.forEach((column, at) => {
      column.width = (rooms[at] ?? NOTE_WIDTH) + 2
    })
    page.eachRow((row) =>
      row.eachCell((one) => {
        if (isFigure(one.value as Cell)) one.alignment = { horizontal: 'right' }
      }),
    )
    const picture = await pictureOf(section)
    if (picture) addPicture(book, page, picture)
    // Printed as it is: across the page, all columns on it.
    page.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  }
  return { name: `${fileName(title)}.xlsx`, mime: XLSX, bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}
const cell = (value: Cell, { width, isHead, isRight }: { width: number; isHead: boolean; isRight: boolean }) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    children: [
      new Paragraph({
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text: String(value), bold: isHead, font: FONT, size: 20 })],
      }),
    ],
  })
/** Each column as wide as what stands in it asks for. */
const tableOf = (section: Section) => {
  const { head, rows } = section
  const rooms = columnRooms(section)
  const all = rooms.reduce((sum, room) => sum + room, 0)
  const widths = rooms.map((room) => Math.round((room * PAGE_WIDTH) / all))
  const isRight = figureColumns(section)
  const line = (values: readonly Cell[], isHead: boolean) =>
    values.map((value, at) => cell(value, { width: widths[at]!, isHead, isRight: isRight[at]! }))
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, children: line(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: line(row, false) })),
    ],
  })
}
const heading = (text: string, level: (typeof HeadingLevel)['TITLE' | 'HEADING_2']) =>
  new Paragraph({
    heading: level,
    keepNext: true,
    children: [
      new TextRun({ text, font: FONT, bold: true, color: '1F2328', size: level === HeadingLevel.TITLE ? 36 : 26 }),
    ],
    spacing: { before: 240, after: 120 },
  })
const pictured = ({ png, width, height, says }: Picture) =>
  new Paragraph({
    keepNext: true,
    spacing: { after: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width, height },
        altText: { name: says, title: says, description: says },
      }),
    ],
  })
const sectionOnPaper = async (section: Section) => {
  const picture = await pictureOf(section)
  return [
    heading(section.title, HeadingLevel.HEADING_2),
    ...section.words.map(
      (line) =>
        new Paragraph({ children: [new TextRun({ text: line, font: FONT, size: 22 })], spacing: { after: 80 } }),
    ),
    ...(picture ? [pictured(picture)] : []),
    ...(section.rows.length > 0 ? [tableOf(section)] : []),
  ]
}
const pageNumber = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })],
      }),
    ],
  })

export const reportDocument = async (cx: Cx, query: ReportQuery): Promise<Download> => {
  const report = await readReport(cx, query)
  const title = reportTitle(report, isChinese(cx))
  const children = await Promise.all(sectionsOf(report, isChinese(cx)).map(sectionOnPaper))
  const document = new Document({
    title,
    creator: '邻里',
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: pageNumber() },
        children: [heading(title, HeadingLevel.TITLE), ...children.flat()],
      },
    ],
  })
  return { name: `${fileName(title)}.docx`, mime: DOCX, bytes: await Packer.toBuffer(document) }
}
