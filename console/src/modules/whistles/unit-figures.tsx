// How the units answer, over a period: every number leads to its rows.
import { Link } from '@tanstack/react-router'
import { Input, Table } from 'antd'
import { ChartNoAxesColumn } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { useMarks } from '../../platform/marks.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Figures = Out<'GET /api/whistles/figures'>
type Row = Figures['rows'][number]
export const UnitFigures = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const query = {
    ...(search['from'] ? { from: search['from'] } : {}),
    ...(search['to'] ? { to: search['to'] } : {}),
  }
  const figures = useApi('GET /api/whistles/figures', { query }, { keep: true })
  return (
    <section className="stack">
      <div className="filters">
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className="row">
            {say[name]}
            <Input
              type="date"
              className="day-input"
              value={search[name] ?? ''}
              onChange={(event) => change({ [name]: event.target.value || undefined })}
            />
          </label>
        ))}
      </div>
      <ListHead href={sheetAddress('GET /api/whistles/figures', { query })} />
      <Loaded of={figures}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState icon={ChartNoAxesColumn} title={say.figuresEmpty} hint={say.figuresHint} />
          ) : (
            <FiguresTable data={data} />
          )
        }
      </Loaded>
    </section>
  )
}
const FiguresTable = ({ data }: { readonly data: Figures }) => {
  const say = useWords(words)
  const mark = useMarks()
  const to = (row: Row, n: number, more: Readonly<Record<string, string>> = {}) => {
    const search = { tab: 'all', organisation: row.organisation.id, from: data.from, to: data.to, ...more }
    return n === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <Link to="/whistles" search={search as never} aria-label={`${say.of(row.organisation.name)} ${n}`}>
        {n}
      </Link>
    )
  }
  return (
    <>
      <p className="quiet">{say.period(data.from, data.to)}</p>
      <ScrollX label={say.figures}>
        <Table<Row>
          size="small"
          rowKey={(row) => row.organisation.id}
          pagination={false}
          dataSource={data.rows}
          columns={[
            { title: say.unit, render: (_, row) => <strong>{row.organisation.name}</strong> },
            { title: say.n, align: 'right', render: (_, row) => to(row, row.called) },
            { title: say.open, align: 'right', render: (_, row) => to(row, row.open, { open: 'true' }) },
            { title: say.inTime, align: 'right', render: (_, row) => row.inTime },
            { title: say.late, align: 'right', render: (_, row) => to(row, row.late, { late: 'true' }) },
            { title: say.refused, align: 'right', render: (_, row) => to(row, row.refused, { refused: 'true' }) },
            { title: say.released, align: 'right', render: (_, row) => row.released },
            {
              title: say.average,
              align: 'right',
              render: (_, row) =>
                row.average === null ? '—' : `${row.average.toFixed(1)}${mark.aside(say.ratedN(row.rated))}`,
            },
          ]}
        />
      </ScrollX>
    </>
  )
}
