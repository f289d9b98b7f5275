// Sets text and QR codes on a page of a printed sheet.
import type PDFDocument from 'pdfkit'
import QRCode from 'qrcode'
import type { ChineseFont, Run, Weight } from '../../platform/chinese-font.ts'

export type Page = InstanceType<typeof PDFDocument>
export interface Type {
  readonly size: number
  readonly weight: Weight
  readonly color: string
  /** Extra space between characters, in points. */
  readonly spacing?: number
}
export interface Pen {
  /** Sets one line with its baseline at `y`; `x` is its left end, or its middle when `align` says so. */
  line(text: string, x: number, y: number, type: Type, align?: 'left' | 'center' | 'right'): void
  width(text: string, type: Type): number
  /** The largest size, not above `type.size`, at which the text fits the width. */
  fitting(text: string, width: number, type: Type): Type
  /** A QR code with its quiet zone inside the square. */
  qr(url: string, x: number, y: number, side: number): void
}
/** Four modules of white all round, as the standard asks. */
const QUIET = 4
/** Dark modules as rows of runs: [column, row, length]. Level Q: a quarter may be lost to dirt and tears. */
export const qrRuns = (url: string): { readonly size: number; readonly runs: [number, number, number][] } => {
  const { size, data } = QRCode.create(url, { errorCorrectionLevel: 'Q' }).modules
  const runs: [number, number, number][] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue
      const from = column
      while (column + 1 < size && data[row * size + column + 1]) column++
      runs.push([from, row, column - from + 1])
    }
  }
  return { size, runs }
}

export const penFor = (page: Page, font: ChineseFont): Pen => {
  // pdfkit takes a font of fontkit as it is; its types do not say so.
  const choose = (run: Run, type: Type) => page.font(run.font as unknown as Uint8Array).fontSize(type.size)
  const options = (type: Type) => ({ characterSpacing: type.spacing ?? 0 })
  const widthOf = (run: Run, type: Type) => choose(run, type).widthOfString(run.text, options(type))
  const width = (text: string, type: Type) =>
    font.runs(text, type.weight).reduce((sum, run) => sum + widthOf(run, type), 0) - (type.spacing ?? 0)
  return {
    width,
    line: (text, x, y, type, align = 'left') => {
      const whole = align === 'left' ? 0 : width(text, type)
      let at = align === 'left' ? x : align === 'center' ? x - whole / 2 : x - whole
      for (const run of font.runs(text, type.weight)) {
        const advance = widthOf(run, type)
        page.fillColor(type.color).text(run.text, at, y, { ...options(type), lineBreak: false, baseline: 'alphabetic' })
        at += advance
      }
    },
    fitting: (text, room, type) => {
      const whole = width(text, type)
      return whole <= room ? type : { ...type, size: Math.floor(type.size * (room / whole) * 2) / 2 }
    },
    qr: (url, x, y, side) => {
      const { size, runs } = qrRuns(url)
      const module = side / (size + 2 * QUIET)
      for (const [column, row, length] of runs) {
        page.rect(x + (column + QUIET) * module, y + (row + QUIET) * module, length * module, module)
      }
      page.fill('#000000')
    },
  }
}
