// Imports made before in my area: what, who, when, how many rows; each can be opened again.
import { Table } from 'antd'
import { History } from 'lucide-react'
import { addressOf } from '../../platform/api.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { useList, type RowOf } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Run = RowOf<'GET /api/imports'>
export const EarlierImports = ({ open }: { readonly open: (id: string) => void }) => {
  const say = useWords(words)
  const list = useList('GET /api/imports', { query: { limit: 20 } })
  return (
    <section className="stack" aria-labelledby="earlier">
      <div className="row">
        <h2 id="earlier">{say.earlier}</h2>
        <span className="grow" />
        <ExportButton href={addressOf('GET /api/imports.xlsx', {})} />
      </div>
      <Listing list={list} icon={History} empty={{ title: say.earlierEmpty, hint: say.earlierEmptyWords }}>
        {(rows) => <RunsTable rows={rows} open={open} />}
      </Listing>
    </section>
  )
}
const RunsTable = ({ rows, open }: { readonly rows: Run[]; readonly open: (id: string) => void }) => {
  const say = useWords(words)
  return (
    <Table<Run>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      onRow={(row) => ({ onClick: () => open(row.id), className: 'may-open' })}
      columns={[
        {
          title: say.file,
          render: (_, row) => (
            <button type="button" className="link-button">
              {row.fileName}
            </button>
          ),
        },
        { title: say.what, responsive: ['sm'], render: (_, row) => say[row.kind] },
        {
          title: say.state,
          render: (_, row) => <Tag tone={row.state === 'committed' ? 'good' : 'warn'}>{say[row.state]}</Tag>,
        },
        { title: say.rows, align: 'end', responsive: ['md'], render: (_, row) => say.rowsOf(row.rows) },
        { title: say.bad, align: 'end', responsive: ['md'], render: (_, row) => say.rowsOf(row.bad) },
        { title: say.when, responsive: ['md'], render: (_, row) => <TimeText at={row.at} /> },
        { title: say.by, responsive: ['md'], render: (_, row) => row.by },
      ]}
    />
  )
}
