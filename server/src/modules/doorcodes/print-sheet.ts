// Prints door codes on A4: two or six to a page, with cut marks and page numbers.
import PDFDocument from 'pdfkit'
import { setImmediate } from 'node:timers/promises'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse } from '../../platform/refuse.ts'
import { placedOf, placesByIds, type PlaceRow } from '../places/index.ts'
import { loadChineseFont } from '../../platform/chinese-font.ts'
import { codesToPrint, placeOf } from './queries.ts'
import { INVITATION, largeCard, MARK, smallCard, type Box, type Card } from './sheet-cards.ts'
import { penFor, type Page, type Pen, type Type } from './sheet-pen.ts'
import { grouped, type DoorcodeKind } from './signing.ts'
import type { DoorcodeRow } from './view.ts'

interface Sheet {
  readonly placeId: string
  readonly kind?: DoorcodeKind | undefined
  readonly perPage: '2' | '6'
}
const WIDTH = 595.28
const HEIGHT = 841.89
const MARGIN = 28
const FOOT = 40
const footType: Type = { size: 8.5, weight: 400, color: '#5B626B' }
const NOTHING = '这里还没有门牌码，请先发放。'

const cardOf = (row: DoorcodeRow, places: ReadonlyMap<string, PlaceRow>, site: string): Card => {
  const place = places.get(row.placeId)!
  const estate = place.estateId === null ? undefined : places.get(place.estateId)
  const community = (place.communityId === null ? undefined : places.get(place.communityId))?.name ?? ''
  const isLabelled = row.label !== row.placePath
  const below = estate === undefined ? row.placePath : row.placePath.slice(estate.path.length).trim()
  const title = isLabelled ? row.label : below === '' ? row.placeName : below
  const over = isLabelled ? row.placePath : estate === undefined || estate.id === row.placeId ? community : estate.name
  return { over, title, community, code: grouped(row.code), url: `${site}/s/${row.code}` }
}
/** The boxes of a page, row by row, and the lines between them. */
const boxesOf = (columns: number, rows: number): Box[] => {
  const width = (WIDTH - 2 * MARGIN) / columns
  const height = (HEIGHT - MARGIN - FOOT) / rows
  return Array.from({ length: columns * rows }, (_, i) => ({
    x: MARGIN + (i % columns) * width,
    y: MARGIN + Math.floor(i / columns) * height,
    width,
    height,
  }))
}
/** Hairline crosses at the corners of the cards: cut from cross to cross. */
const cutMarks = (page: Page, boxes: readonly Box[]) => {
  const corners = new Set(
    boxes.flatMap(({ x, y, width, height }) =>
      [x, x + width].flatMap((across) => [y, y + height].map((down) => `${across.toFixed(2)} ${down.toFixed(2)}`)),
    ),
  )
  page.lineWidth(0.35)
  for (const corner of corners) {
    const [x, y] = corner.split(' ').map(Number) as [number, number]
    page
      .moveTo(x - 6, y)
      .lineTo(x + 6, y)
      .moveTo(x, y - 6)
      .lineTo(x, y + 6)
  }
  page.stroke('#8A9099')
}
const drawPage = (
  page: Page,
  pen: Pen,
  cards: readonly Card[],
  perPage: '2' | '6',
  foot: { left: string; right: string },
) => {
  const boxes = perPage === '6' ? boxesOf(2, 3) : boxesOf(1, 2)
  cutMarks(page, boxes)
  cards.forEach((card, i) => (perPage === '6' ? smallCard : largeCard)(page, pen, boxes[i]!, card))
  pen.line(foot.left, MARGIN, HEIGHT - 17, footType)
  pen.line(foot.right, WIDTH - MARGIN, HEIGHT - 17, footType, 'right')
}

/** Draws the sheet and writes it as it grows; a page at a time, so that others are answered in between. */
export const drawSheet = async (
  out: Writable,
  cards: readonly Card[],
  title: string,
  perPage: '2' | '6',
): Promise<void> => {
  const each = Number(perPage)
  const pages = Math.max(1, Math.ceil(cards.length / each))
  const footOf = (page: number) => ({ left: title, right: `第 ${page} 页，共 ${pages} 页` })
  const texts = cards.flatMap((card) => [card.over, card.title, card.community, card.code])
  const font = await loadChineseFont([...texts, INVITATION, MARK, NOTHING, title, '第页，共0123456789 '])
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: null as unknown as string,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Creator: MARK },
  })
  const written = pipeline(document, out)
  // Whoever asked may leave before the last page: nothing is left to do then.
  const left = written.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
  const pen = penFor(document, font)
  for (let page = 0; page < pages && !out.destroyed; page++) {
    document.addPage()
    drawPage(document, pen, cards.slice(page * each, (page + 1) * each), perPage, footOf(page + 1))
    if (cards.length === 0) pen.line(NOTHING, WIDTH / 2, HEIGHT / 2, { ...footType, size: 16 }, 'center')
    await setImmediate()
  }
  document.end()
  await left
}

/**
 * The codes in use at or below a place. `site` is the address residents reach us by: it is printed in every code.
 * @throws place.not-found, access.out-of-scope
 */
export const printSheet = async (cx: Cx, site: string, sheet: Sheet): Promise<Download> => {
  const place = await placeOf(cx, sheet.placeId)
  const rows = await codesToPrint(cx, place, sheet.kind)
  // Who serves a grid prints the codes of its buildings from the estate above; of a foreign estate there is nothing.
  if (rows.length === 0 && !mayAt(cx.actor, 'doorcode.see', placedOf(place))) throw refuse('access.out-of-scope')
  const own = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const above = [...own.values()].flatMap((one) => [one.estateId, one.communityId]).filter((id) => id !== null)
  const places = new Map([...(await placesByIds(cx.db, above)), ...own])
  await cx.journal({
    action: 'doorcode.print',
    sentence: `打印了${place.path}的${rows.length}个门牌码`,
    thing: { kind: 'place', id: place.id },
    after: { kind: sheet.kind ?? null, codes: rows.length },
  })
  const title = `${place.path} 门牌码`
  const cards = rows.map((row) => cardOf(row, places, site))
  return {
    name: `${title}.pdf`,
    mime: 'application/pdf',
    write: (out) => drawSheet(out, cards, title, sheet.perPage),
  }
}
