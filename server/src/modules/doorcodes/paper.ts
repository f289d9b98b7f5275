// Pages of text on A4 in good Chinese typography: notices, ballots, certificates; with codes, a foot and page numbers.
import type PDFDocument from 'pdfkit'
import { setImmediate } from 'node:timers/promises'
import { pipeline } from 'node:stream/promises'
import type { Download } from '../../platform/module.ts'
import { loadChineseFont } from '../../platform/chinese-font.ts'
import type { Pen, Type } from './sheet-pen.ts'

export type PaperStyle = 'over' | 'title' | 'head' | 'body' | 'small' | 'sign'
export interface PaperLine {
  readonly text: string
  readonly style: PaperStyle
  /** Boxes to tick after the text. */
  readonly boxes?: readonly string[]
  /** A code to scan, at the right of this line; what follows keeps clear of it. */
  readonly qr?: string
  /** A row of a table: columns of equal width with a hairline below; `text` stays empty. */
  readonly cells?: readonly string[]
}
const WIDTH = 595.28
const HEIGHT = 841.89
const MARGIN = 64
const ink = '#1F2328'
const quiet = '#5B626B'
const hairline = '#C9C3BA'
const types: Readonly<Record<PaperStyle, Type & { readonly lead: number }>> = {
  over: { size: 13, weight: 500, color: quiet, lead: 24 },
  title: { size: 24, weight: 700, color: ink, lead: 42 },
  head: { size: 15, weight: 700, color: ink, lead: 28 },
  body: { size: 12.5, weight: 400, color: ink, lead: 22 },
  small: { size: 9, weight: 400, color: quiet, lead: 15 },
  sign: { size: 12.5, weight: 500, color: ink, lead: 22 },
}
/** Breaks a text where the line is full: between any two characters, but never before a closing mark. */
const wrap = (pen: Pen, text: string, type: Type, room: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const one of text) {
    if (line !== '' && pen.width(line + one, type) > room && !'，。、；：）”！？'.includes(one)) {
      lines.push(line)
      line = ''
    }
    line += one
  }
  return [...lines, line]
}
const box = (page: InstanceType<typeof PDFDocument>, pen: Pen, x: number, y: number, word: string) => {
  page
    .rect(x, y - 11, 12, 12)
    .lineWidth(0.8)
    .stroke(ink)
  pen.line(word, x + 18, y, types.body)
}
interface Place {
  readonly next: () => void
  y: number
  /** Down to here a code stands at the right. */ codeUntil: number
}
const CODE = 96
const ROOM = WIDTH - 2 * MARGIN
const rowOf = (page: InstanceType<typeof PDFDocument>, pen: Pen, place: Place, line: PaperLine) => {
  const type = types[line.style]
  const cells = line.cells ?? []
  if (place.y + 24 > HEIGHT - 70) place.next()
  place.y += 22
  cells.forEach((text, i) => pen.line(text, MARGIN + 8 + (i * ROOM) / cells.length, place.y, type))
  page
    .moveTo(MARGIN, place.y + 7)
    .lineTo(WIDTH - MARGIN, place.y + 7)
    .lineWidth(0.5)
    .stroke(hairline)
  place.y += 2
}
const draw = (page: InstanceType<typeof PDFDocument>, pen: Pen, place: Place, line: PaperLine) => {
  const type = types[line.style]
  if (line.cells !== undefined) return rowOf(page, pen, place, line)
  // A heading keeps its distance from what stands above it.
  if (line.style === 'head' && line.qr === undefined) place.y += 8
  const room = place.y < place.codeUntil ? ROOM - CODE - 16 : ROOM
  for (const text of wrap(pen, line.text, type, room)) {
    if (place.y + type.lead > HEIGHT - 70) place.next()
    place.y += type.lead
    if (line.style === 'title' || line.style === 'over') pen.line(text, WIDTH / 2, place.y, type, 'center')
    else if (line.style === 'sign') pen.line(text, WIDTH - MARGIN, place.y, type, 'right')
    else pen.line(text, MARGIN, place.y, type)
  }
  if (line.boxes !== undefined) {
    if (place.y + 34 > HEIGHT - 70) place.next()
    place.y += 26
    line.boxes.forEach((word, i) => box(page, pen, MARGIN + 12 + i * 120, place.y, word))
  }
  if (line.style === 'title') place.y += 10
  if (line.qr === undefined) return
  pen.qr(line.qr, WIDTH - MARGIN - CODE, place.y - 20, CODE)
  place.codeUntil = place.y - 20 + CODE
}
/** `sheets` begin on a new page each; the foot carries `mark`, and the page of its sheet. */
export const paperDownload = (name: string, mark: string, sheets: readonly (readonly PaperLine[])[]): Download => ({
  name: `${name.replace(/[\\/:*?[\]"<>|]/g, ' ')}.pdf`,
  mime: 'application/pdf',
  write: async (out) => {
    const texts = sheets.flatMap((lines) =>
      lines.flatMap((line) => [line.text, ...(line.boxes ?? []), ...(line.cells ?? [])]),
    )
    const [{ default: PDF }, { penFor }, font] = await Promise.all([
      import('pdfkit'),
      import('./sheet-pen.ts'),
      loadChineseFont([...texts, mark, '第页邻里0123456789 ']),
    ])
    const document = new PDF({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      font: null as unknown as string,
      lang: 'zh-CN',
      displayTitle: true,
      info: { Title: name, Creator: '邻里' },
    })
    const written = pipeline(document, out).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    })
    const pen = penFor(document, font)
    for (const lines of sheets) {
      if (out.destroyed) break
      let number = 0
      const place: Place = {
        y: 0,
        codeUntil: 0,
        next: () => {
          document.addPage()
          number += 1
          pen.line(mark, MARGIN, HEIGHT - 36, types.small)
          pen.line(`第 ${number} 页`, WIDTH - MARGIN, HEIGHT - 36, types.small, 'right')
          place.y = 48
          place.codeUntil = 0
        },
      }
      place.next()
      for (const line of lines) draw(document, pen, place, line)
      await setImmediate()
    }
    document.end()
    await written
  },
})
