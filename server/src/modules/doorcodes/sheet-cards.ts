// One card of a sheet: the mark, the estate, the door in large type, the code to scan, and the code to read.
import { breakTitle } from './break-title.ts'
import type { Page, Pen, Type } from './sheet-pen.ts'

export interface Card {
  /** Where: the estate, or what the place stands in. */
  readonly over: string
  /** The door in large type: 3号楼 2单元. */
  readonly title: string
  readonly community: string
  /** The code as people read it. */
  readonly code: string
  readonly url: string
}
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export const INVITATION = '扫一扫，反映身边事'
export const MARK = '邻里'
const ink = '#1F2328'
const quiet = '#5B626B'
const brand = '#B5281C'
const type = (size: number, weight: Type['weight'], color: string, spacing = 0): Type => ({
  size,
  weight,
  color,
  spacing,
})

/** The seal: 邻里 one above the other, white on red. */
const seal = (page: Page, pen: Pen, x: number, y: number, side: number) => {
  page.roundedRect(x, y, side * 0.62, side, side * 0.1).fill(brand)
  const size = side * 0.4
  pen.line(MARK[0]!, x + side * 0.31, y + side * 0.445, type(size, 700, '#FFFFFF'), 'center')
  pen.line(MARK[1]!, x + side * 0.31, y + side * 0.865, type(size, 700, '#FFFFFF'), 'center')
}

interface Field {
  readonly x: number
  /** Where a single line stands; several end there and reach up to `top`. */
  readonly y: number
  readonly top: number
  readonly room: number
  readonly align?: 'center'
}
const LEAD = 1.2
/** The title in as many lines, up to three, as let its letters be largest. */
const title = (pen: Pen, text: string, { x, y, top, room, align }: Field, wanted: Type) => {
  const settings = [1, 2, 3].map((count) => {
    const lines = breakTitle(text, count)
    const sizes = lines.map((line) => pen.fitting(line, room, wanted).size)
    const high = lines.length === 1 ? wanted.size : (y - top) / (1 + LEAD * (lines.length - 1))
    return { lines, size: Math.min(...sizes, high) }
  })
  const { lines, size } = settings.reduce((best, one) => (one.size > best.size ? one : best))
  lines.forEach((line, i) => pen.line(line, x, y - (lines.length - 1 - i) * LEAD * size, { ...wanted, size }, align))
}

/** Six on a page: everything on one axis. */
export const smallCard = (page: Page, pen: Pen, box: Box, card: Card): void => {
  const middle = box.x + box.width / 2
  const room = box.width - 36
  const over = pen.fitting(card.over, room - 26, type(13, 500, quiet))
  const overWidth = pen.width(card.over, over)
  const left = middle - (overWidth + 24) / 2
  seal(page, pen, left, box.y + 14, 26)
  pen.line(card.over, left + 24, box.y + 32, over)
  title(pen, card.title, { x: middle, y: box.y + 71, top: box.y + 43, room, align: 'center' }, type(27, 700, ink))
  const side = 128
  pen.qr(card.url, middle - side / 2, box.y + 76, side)
  pen.line(INVITATION, middle, box.y + 218, type(15, 700, ink, 0.5), 'center')
  pen.line(card.code, middle, box.y + 238, type(9.5, 500, quiet, 0.8), 'center')
}

/** Two on a page: words on the left, the code on the right, for a lobby wall. */
export const largeCard = (page: Page, pen: Pen, box: Box, card: Card): void => {
  const left = box.x + 30
  const side = 244
  const room = box.width - 30 - 18 - side - 14
  const top = box.y + 76
  seal(page, pen, left, top, 52)
  pen.line(card.community, left + 44, top + 32, pen.fitting(card.community, room - 44, type(17, 500, quiet)))
  pen.line(card.over, left, top + 112, pen.fitting(card.over, room, type(24, 500, ink)))
  title(pen, card.title, { x: left, y: top + 174, top: top + 122, room }, type(48, 700, ink))
  page
    .moveTo(left, top + 192)
    .lineTo(left + 56, top + 192)
    .lineWidth(2)
    .stroke(brand)
  pen.line(INVITATION, left, top + 232, pen.fitting(INVITATION, room, type(23, 700, ink)))
  const x = box.x + box.width - side - 18
  pen.qr(card.url, x, top - 22, side)
  pen.line(card.code, x + side / 2, top + 236, type(13, 500, quiet, 1), 'center')
}
