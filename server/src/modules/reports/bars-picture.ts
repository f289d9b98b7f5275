// How much there was of each kind, and how much of it was solved, as bars; drawn like the chart on screen.
import { drawPicture, type Picture, type Write } from './chart-pen.ts'

export interface BarsChart {
  readonly shape: 'bars'
  readonly rows: readonly { readonly name: string; readonly part: number; readonly all: number }[]
  readonly says: string
  readonly names: readonly [part: string, all: string]
}
const [WIDTH, LEFT, RIGHT, TOP, STEP, BAR, FOOT] = [640, 188, 72, 10, 26, 14, 34] as const
const [PART, REST] = ['#1a7f4b', '#CFE3D7']
/** As much of a name as stands beside its bar. */
const LONGEST = 14
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name)

const bar = (fill: string, x: number, y: number, width: number): string =>
  `<rect x="${x}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${fill}"/>`
const svgOf = ({ rows, names }: BarsChart, write: Write): string => {
  const most = Math.max(1, ...rows.map((row) => row.all))
  const wide = (n: number) => (n / most) * (WIDTH - LEFT - RIGHT)
  const bars = rows.map(({ name, part, all }, at) => {
    const y = TOP + at * STEP
    return (
      write(shortened(name), LEFT - 10, y + BAR - 2, 'end') +
      bar(REST, LEFT, y, wide(all)) +
      bar(PART, LEFT, y, wide(part)) +
      write(`${part}/${all}`, LEFT + wide(all) + 8, y + BAR - 2)
    )
  })
  const key = TOP + rows.length * STEP + 4
  const keys = [PART, REST].map((fill, at) => {
    const x = LEFT + at * 140
    return bar(fill, x, key, BAR) + write(names[at]!, x + BAR + 6, key + BAR - 2)
  })
  return [...bars, ...keys].join('')
}
export const drawBars = (chart: BarsChart): Promise<Picture> =>
  drawPicture({
    width: WIDTH,
    height: TOP + chart.rows.length * STEP + FOOT,
    texts: [...chart.rows.map((row) => shortened(row.name)), ...chart.names],
    says: chart.says,
    draw: (write) => svgOf(chart, write),
  })
