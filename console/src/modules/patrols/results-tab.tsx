// Results of a week by route or grid. Every number leads to its visits.
import { Button, Input, Segmented, Table } from 'antd'
import { ChartColumn, Download } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { addressOf, useApi, type Out } from '../../platform/api.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { useWords } from '../../platform/words.ts'
import { todayText } from './visit-tag.tsx'
import { words } from './words.ts'

type Results = Out<'GET /api/patrols/results'>
type Row = Results['rows'][number]
const queryOf = (search: Readonly<Record<string, string>>) => ({
  week: search['week'] ?? todayText(),
  by: search['by'] === 'grid' ? ('grid' as const) : ('route' as const),
})
export const ResultsTab = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const query = queryOf(search)
  const results = useApi('GET /api/patrols/results', { query }, { keep: true })
  return (
    <>
      <div className="filters" role="search">
        <label className="row">
          {say.week}
          <Input
            type="date"
            style={{ width: 150 }}
            value={query.week}
            onChange={(event) => change({ week: event.target.value || undefined })}
          />
        </label>
        <Segmented
          aria-label={say.groupBy}
          value={query.by}
          onChange={(by) => change({ by: by === 'grid' ? 'grid' : undefined })}
          options={[
            { value: 'route', label: say.byRoute },
            { value: 'grid', label: say.byGrid },
          ]}
        />
        <Button icon={<Download size={16} aria-hidden />} href={addressOf('GET /api/patrols/results.xlsx', { query })}>
          {say.export}
        </Button>
      </div>
      <Loaded of={results}>{(data) => <ResultsTable data={data} by={query.by} />}</Loaded>
    </>
  )
}
const ResultsTable = ({ data, by }: { readonly data: Results; readonly by: 'route' | 'grid' }) => {
  const say = useWords(words)
  const [, change] = useSearch()
  if (data.rows.length === 0) return <EmptyState icon={ChartColumn} title={say.noResults} hint={say.noResultsHint} />
  const show = (row: Row, more: Record<string, string | undefined>) =>
    change({
      tab: undefined,
      week: undefined,
      by: undefined,
      from: data.from,
      to: data.to,
      [by === 'route' ? 'route' : 'place']: row.key,
      ...more,
    })
  const number = (title: string, value: (row: Row) => number, more: Record<string, string | undefined>) => ({
    title,
    align: 'end' as const,
    render: (_: unknown, row: Row) =>
      value(row) === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <button type="button" className="link-button" onClick={() => show(row, more)}>
          {value(row)}
        </button>
      ),
  })
  return (
    <div className="list-card">
      <p className="quiet" style={{ padding: '8px 12px' }}>
        {say.period(data.from, data.to)}
      </p>
      <ScrollX label={say.results}>
        <Table<Row>
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={data.rows}
          columns={[
            { title: by === 'route' ? say.route : say.place, render: (_, row) => <strong>{row.name}</strong> },
            number(say.planned, (row) => row.planned, {}),
            number(say.done, (row) => row.done, { state: 'done' }),
            number(say.late, (row) => row.late, { state: 'done', late: 'true' }),
            number(say.missed, (row) => row.missed, { state: 'missed' }),
            number(say.stillOpen, (row) => row.open, {}),
            number(say.found, (row) => row.findings, {}),
            number(say.cases, (row) => row.cases, {}),
          ]}
        />
      </ScrollX>
    </div>
  )
}
