// Lines of shares over time as an own small SVG that prints, with the same numbers as a table.
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useMarks } from '../../platform/marks.ts'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { useWords } from '../../platform/words.ts'
import { percent, type Rates } from './percent.ts'
import { words } from './words.ts'

type Part = Rates['trend'][number]
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [640, 200, 40, 28, 10]
const lines = [
  { name: 'response', shape: 'circle', of: (row: Part) => [row.responded, row.respondDue] },
  { name: 'resolution', shape: 'square', of: (row: Part) => [row.resolved, row.resolveDue] },
  { name: 'satisfaction', shape: 'diamond', of: (row: Part) => [row.satisfied, row.rated] },
] as const
const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
const Mark = ({ shape, at }: { readonly shape: string; readonly at: readonly [number, number] }) =>
  shape === 'circle' ? (
    <circle cx={at[0]} cy={at[1]} r={4} />
  ) : (
    <rect
      x={at[0] - 4}
      y={at[1] - 4}
      width={8}
      height={8}
      transform={shape === 'diamond' ? `rotate(45 ${at[0]} ${at[1]})` : undefined}
    />
  )
/** From the first part in which anything was due, as on paper. */
const begun = (rows: readonly Part[]): readonly Part[] => {
  const first = rows.findIndex((row) => row.respondDue + row.resolveDue + row.rated > 0)
  return first < 0 ? [] : rows.slice(first)
}
export const TrendChart = ({ rows: all }: { readonly rows: readonly Part[] }) => {
  const say = useWords(words)
  const [isTable, setTable] = useState(false)
  const rows = begun(all)
  if (rows.length < 2) return null
  return (
    <section className="card trend">
      <div className="trend-head">
        <h2>{say.trend}</h2>
        <Button size="small" className="no-print" onClick={() => setTable(!isTable)}>
          {isTable ? say.asChart : say.asTable}
        </Button>
      </div>
      {isTable ? <TrendTable rows={rows} /> : <Lines rows={rows} />}
      <ul className="trend-key" aria-hidden>
        {lines.map(({ name, shape }) => (
          <li key={name} className={`trend-${name}`}>
            <svg width={12} height={12} viewBox="0 0 12 12">
              <Mark shape={shape} at={[6, 6]} />
            </svg>
            {say[name]}
          </li>
        ))}
      </ul>
    </section>
  )
}
const Lines = ({ rows }: { readonly rows: readonly Part[] }) => {
  const say = useWords(words)
  const step = (WIDTH - LEFT - 20) / (rows.length - 1)
  const x = (at: number) => LEFT + at * step
  const every = Math.ceil(rows.length / 8)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say.chartOf(say.title)} className="trend-lines">
      {[0, 0.5, 1].map((share) => (
        <g key={share} className="trend-grid">
          <line x1={LEFT} x2={WIDTH - 12} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {share * 100}%
          </text>
        </g>
      ))}
      {rows.map((row, at) =>
        at % every === 0 ? (
          <text key={row.from} x={x(at)} y={HEIGHT - 8} textAnchor="middle" className="trend-day">
            {row.from.slice(5)}
          </text>
        ) : null,
      )}
      {lines.map(({ name, shape, of }) => {
        const points = rows.flatMap((row, at) => {
          const [part, all] = of(row) as [number, number]
          return all === 0 ? [] : [[x(at), y(part / all)] as const]
        })
        return (
          <g key={name} className={`trend-${name}`}>
            <polyline points={points.map((point) => point.join(',')).join(' ')} fill="none" />
            {points.map((at) => (
              <Mark key={at[0]} shape={shape} at={at} />
            ))}
          </g>
        )
      })}
    </svg>
  )
}
const TrendTable = ({ rows }: { readonly rows: readonly Part[] }) => {
  const say = useWords(words)
  const mark = useMarks()
  return (
    <ScrollX label={say.trend}>
      <Table<Part>
        size="small"
        rowKey="from"
        pagination={false}
        dataSource={[...rows]}
        columns={[
          { title: say.period, render: (_, row) => `${row.from} – ${row.to.slice(5)}` },
          ...lines.map(({ name, of }) => ({
            title: say[name],
            align: 'end' as const,
            render: (_: unknown, row: Part) => {
              const [part, all] = of(row) as [number, number]
              return `${percent(part, all)}${mark.aside(`${part}/${all}`)}`
            },
          })),
        ]}
      />
    </ScrollX>
  )
}
