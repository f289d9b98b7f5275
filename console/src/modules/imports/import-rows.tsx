// The rows of a spreadsheet as they were read: what each will do, and what is wrong with which cell.
import { Table, type TableColumnsType } from 'antd'
import { CircleMinus, CirclePlus, CircleX, PencilLine, Sheet } from 'lucide-react'
import type { Out } from '../../platform/api.ts'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Run = Out<'GET /api/imports/:id'>
type Row = RowOf<'GET /api/imports/:id/rows'>
const looks = {
  create: { tone: 'good', icon: CirclePlus },
  update: { tone: 'info', icon: PencilLine },
  nothing: { tone: 'quiet', icon: CircleMinus },
  error: { tone: 'late', icon: CircleX },
} as const

interface ImportRowsProps {
  readonly run: Run
  readonly isOnlyErrors: boolean
}
export const ImportRows = ({ run, isOnlyErrors }: ImportRowsProps) => {
  const say = useWords(words)
  const list = useList('GET /api/imports/:id/rows', {
    params: { id: run.id },
    query: { limit: 100, ...(isOnlyErrors ? { onlyErrors: 'true' as const } : {}) },
  })
  return (
    <Listing
      list={list}
      icon={Sheet}
      isPlain
      total={say.rowsOf}
      empty={{ title: say.noRows, hint: say.noRowsWords }}
      noMatch={isOnlyErrors ? { title: say.noErrorRows, hint: say.noErrorRowsWords } : false}
    >
      {(rows) => <RowsTable run={run} rows={rows} />}
    </Listing>
  )
}

const RowsTable = ({ run, rows }: { readonly run: Run; readonly rows: Row[] }) => {
  const say = useWords(words)
  const titleOf = (column: string) => run.columns.find((each) => each.key === column)?.title ?? column
  const first: TableColumnsType<Row> = [
    { title: say.line, width: 64, align: 'end', render: (_, row) => row.row },
    {
      title: say.does,
      width: 100,
      render: (_, row) => (
        <Tag tone={looks[row.does].tone} icon={looks[row.does].icon}>
          {say[row.does]}
        </Tag>
      ),
    },
  ]
  const problems: TableColumnsType<Row> = [
    {
      title: say.problem,
      width: 280,
      render: (_, row) => (
        <ul className="row-errors">
          {row.errors.map((error) => (
            <li key={`${error.column} ${error.message}`}>
              {error.message.startsWith(titleOf(error.column)) ? null : <strong>{titleOf(error.column)} </strong>}
              {error.message}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  const cells: TableColumnsType<Row> = run.columns.map((column) => ({
    title: column.title,
    key: column.key,
    onCell: (row) => ({
      className: row.errors.some((error) => titleOf(error.column) === column.title) ? 'wrong-cell' : '',
    }),
    render: (_, row) => row.cells[column.key] ?? '',
  }))
  return (
    <ScrollX label={run.fileName}>
      <Table<Row>
        size="small"
        rowKey="row"
        pagination={false}
        dataSource={rows}
        columns={[...first, ...(run.bad > 0 ? problems : []), ...cells]}
      />
    </ScrollX>
  )
}
