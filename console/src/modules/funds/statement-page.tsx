// The statement of a month, a quarter or a year: on screen, on A4, as a spreadsheet.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useParam, useSearch } from '../../platform/address.ts'
import { addressOf, useApi } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { PeriodSelect, StatementTable } from './statement-table.tsx'
import { words } from './words.ts'

export default function StatementPage() {
  const say = useWords(words)
  const id = useParam('id')
  const [search, change] = useSearch()
  const period = search['period'] ?? today().slice(0, 7)
  const made = useApi('GET /api/funds/:id/statement', { params: { id }, query: { period } })
  return (
    <div className="page stack">
      {made.error ? <PageHeader title={say.title} /> : null}
      <p className="no-print">
        <Link to={`/funds/${id}`}>{say.back}</Link>
      </p>
      <div className="filters no-print">
        <PeriodSelect value={period} onChange={(next) => change({ period: next })} />
        <ExportButton href={addressOf('GET /api/funds/:id/statement.xlsx', { params: { id }, query: { period } })} />
        <Button onClick={() => print()}>{say.print}</Button>
      </div>
      <Loaded of={made}>
        {(found) => (
          <>
            <PageHeader
              title={`${found.fund.name} ${say.statement}`}
              lead={`${found.fund.place} · ${found.from} – ${found.to}`}
            />
            <StatementTable of={found} />
          </>
        )}
      </Loaded>
    </div>
  )
}
