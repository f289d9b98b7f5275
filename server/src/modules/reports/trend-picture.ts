// The trend of a report as a picture, drawn like the chart on screen.
import { drawPicture, type Picture, type Write } from './chart-pen.ts'
import type { Report } from './report.ts'

type Part = Report['trend'][number]
export interface TrendChart {
  readonly shape: 'trend'
  readonly rows: readonly Part[]
  readonly labels: readonly string[]
  readonly says: string
  readonly names: readonly [response: string, resolution: string, satisfaction: string]
}
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [640, 236, 44, 62, 12]
const FLOOR = HEIGHT - BOTTOM
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

const grid = (write: Write): string =>
  [0, 0.5, 1]
    .map(
      (share) =>
        `<line x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(share)}" y2="${y(share)}" stroke="#E6E2DC"/>` +
        write(`${share * 100}%`, LEFT - 8, y(share) + 4, 'end'),
    )
    .join('')
const svgOf = ({ rows, labels, names }: TrendChart, write: Write): string => {
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
  return `${grid(write)}${days}${drawn.join('')}`
}
/** Two points at least make a line. */
export const drawTrend = (chart: TrendChart): Promise<Picture> =>
  drawPicture({
    width: WIDTH,
    height: HEIGHT,
    texts: [...chart.labels, ...chart.names],
    says: chart.says,
    draw: (write) => svgOf(chart, write),
  })
