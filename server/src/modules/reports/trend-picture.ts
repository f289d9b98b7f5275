// The trend of a report as a picture, drawn like the chart on screen; its letters are outlines, so no font is missing anywhere.
import { loadChineseFont, type ChineseFont } from '../../platform/chinese-font.ts'
import type { Report } from './report.ts'

type Part = Report['trend'][number]
export interface Picture {
  readonly png: Buffer
  /** As it stands on a page, in CSS pixels; the picture has twice as many. */
  readonly width: number
  readonly height: number
  readonly says: string
}
export interface Chart {
  readonly rows: readonly Part[]
  readonly labels: readonly string[]
  readonly says: string
  readonly names: readonly [response: string, resolution: string, satisfaction: string]
}
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [640, 236, 44, 62, 12]
const FLOOR = HEIGHT - BOTTOM
const SIZE = 12
const SHARPNESS = 2
const INK = '#5B626B'
/** Told apart by shape as well as colour. */
const lines = [
  { colour: '#0b6bcb', shape: 'circle', of: (row: Part) => [row.responded, row.respondDue] },
  { colour: '#1a7f4b', shape: 'square', of: (row: Part) => [row.resolved, row.resolveDue] },
  { colour: '#a15c00', shape: 'diamond', of: (row: Part) => [row.satisfied, row.rated] },
] as const
const y = (share: number) => TOP + (1 - share) * (FLOOR - TOP)
const mark = (shape: string, x: number, at: number): string =>
  shape === 'circle'
    ? `<circle cx="${x}" cy="${at}" r="4"/>`
    : `<rect x="${x - 4}" y="${at - 4}" width="8" height="8"${shape === 'diamond' ? ` transform="rotate(45 ${x} ${at})"` : ''}/>`

type Align = 'start' | 'middle' | 'end'
type Write = (text: string, x: number, y: number, align?: Align) => string
/** Sets text as outlines of the font. */
const writer =
  (font: ChineseFont): Write =>
  (text, x, at, align = 'start') => {
    const glyphs = font.runs(text, 400).flatMap(({ text: part, font: face }) => {
      const { glyphs: set, positions } = face.layout(part)
      const scale = SIZE / face.unitsPerEm
      return set.map((glyph, n) => ({ path: glyph.path.toSVG(), advance: positions[n]!.xAdvance * scale, scale }))
    })
    const whole = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
    let left = align === 'start' ? x : align === 'middle' ? x - whole / 2 : x - whole
    return glyphs
      .map(({ path, advance, scale }) => {
        const one = `<path transform="translate(${left.toFixed(2)} ${at}) scale(${scale} ${-scale})" d="${path}"/>`
        left += advance
        return one
      })
      .join('')
  }
const grid = (write: Write): string =>
  [0, 0.5, 1]
    .map(
      (share) =>
        `<line x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(share)}" y2="${y(share)}" stroke="#E6E2DC"/>` +
        write(`${share * 100}%`, LEFT - 8, y(share) + 4, 'end'),
    )
    .join('')
const svgOf = ({ rows, labels, names }: Chart, write: Write): string => {
  const step = (WIDTH - LEFT - 36) / (rows.length - 1)
  const x = (at: number) => LEFT + 12 + at * step
  const every = Math.ceil(rows.length / 8)
  const days = labels.map((label, at) => (at % every === 0 ? write(label, x(at), FLOOR + 20, 'middle') : '')).join('')
  const drawn = lines.map(({ colour, shape, of }, n) => {
    const points = rows.flatMap((row, at) => {
      const [part, all] = of(row) as [number, number]
      return all === 0 ? [] : [[x(at), y(part / all)] as const]
    })
    const key = LEFT + 12 + n * 130
    return (
      `<g fill="${colour}"><polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `${points.map(([at, height]) => mark(shape, at, height)).join('')}${mark(shape, key, HEIGHT - 16)}</g>` +
      write(names[n]!, key + 12, HEIGHT - 12)
    )
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * SHARPNESS}" height="${HEIGHT * SHARPNESS}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><g fill="${INK}">${grid(write)}${days}${drawn.join('')}</g></svg>`
  )
}
/** Two points at least make a line. */
export const drawTrend = async (chart: Chart): Promise<Picture> => {
  const font = await loadChineseFont([...chart.labels, ...chart.names, '0123456789%'])
  const { default: sharp } = await import('sharp')
  const png = await sharp(Buffer.from(svgOf(chart, writer(font))))
    .png({ palette: true })
    .toBuffer()
  return { png, width: WIDTH, height: HEIGHT, says: chart.says }
}
