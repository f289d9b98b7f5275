// Rates of bodies, categories or places, one row each; every number opens its cases.
import { Table } from 'antd'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { useWords } from '../../platform/words.ts'
import { FigureButton } from './figure-button.tsx'
import { percent, type Rates } from './percent.ts'
import { words } from './words.ts'

type Row = Rates['bodies'][number]
interface Props {
  readonly title: string
  readonly head: string
  readonly rows: readonly Row[]
  readonly narrow: 'bodyId' | 'categoryId' | 'placeId'
}
export const RatesTable = ({ title, head, rows, narrow }: Props) => {
  const say = useWords(words)
  if (rows.length === 0) return null
  const of = (row: Row) => ({ [narrow]: row.of.id ?? 'none' })
  return (
    <section className="list-card">
      <h2 className="table-title">{title}</h2>
      <ScrollX label={title}>
        <Table<Row>
          size="small"
          rowKey={(row) => row.of.id ?? 'none'}
          pagination={rows.length > 20 ? { pageSize: 20, size: 'small' } : false}
          dataSource={[...rows]}
          columns={[
            { title: head, render: (_, row) => <strong>{row.of.name}</strong> },
            {
              title: say.response,
              align: 'end',
              sorter: (a, b) => a.responded / (a.respondDue || 1) - b.responded / (b.respondDue || 1),
              render: (_, row) => <Share figure="respond" row={row} narrowed={of(row)} />,
            },
            {
              title: say.resolution,
              align: 'end',
              sorter: (a, b) => a.resolved / (a.resolveDue || 1) - b.resolved / (b.resolveDue || 1),
              render: (_, row) => <Share figure="resolve" row={row} narrowed={of(row)} />,
            },
            {
              title: say.satisfaction,
              align: 'end',
              sorter: (a, b) => a.satisfied / (a.rated || 1) - b.satisfied / (b.rated || 1),
              render: (_, row) => <Share figure="rate" row={row} narrowed={of(row)} />,
            },
            {
              title: say.excluded,
              align: 'end',
              render: (_, row) => (
                <FigureButton figure="resolveExcluded" value={row.resolveExcluded} narrowed={of(row)} />
              ),
            },
          ]}
        />
      </ScrollX>
    </section>
  )
}
interface ShareProps {
  readonly figure: 'respond' | 'resolve' | 'rate'
  readonly row: Row
  readonly narrowed: Readonly<Record<string, string>>
}
const parts = {
  respond: ['responded', 'respondDue'],
  resolve: ['resolved', 'resolveDue'],
  rate: ['satisfied', 'rated'],
} as const
const Share = ({ figure, row, narrowed }: ShareProps) => {
  const [part, all] = parts[figure]
  return (
    <span className="share">
      <strong>{percent(row[part], row[all])}</strong>
      <span>
        <FigureButton figure={part} value={row[part]} narrowed={narrowed} />
        <span aria-hidden> / </span>
        <FigureButton figure={all} value={row[all]} narrowed={narrowed} />
      </span>
    </span>
  )
}
