// The statement of a month, a quarter or a year: on screen, on A4, as a spreadsheet.
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { entryKinds } from '../../../../contract/src/funds-life.ts'
import { useParam, useSearch } from '../../platform/address.ts'
import { addressOf, useApi, type Out } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { ExportButton } from '../../platform/export-button.tsx'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { yuan } from './money.ts'
import { words } from './words.ts'

/** This year and the one before: years, quarters, months. */
const periods = (): string[] => {
  const year = Number(today().slice(0, 4))
  return [year, year - 1].flatMap((one) => [
    String(one),
    ...[4, 3, 2, 1].map((quarter) => `${one}-Q${quarter}`),
    ...Array.from({ length: 12 }, (_, i) => `${one}-${String(12 - i).padStart(2, '0')}`),
  ])
}
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
        <Select
          aria-label={say.period}
          className="filter-select"
          value={period}
          options={periods().map((one) => ({ value: one, label: one }))}
          onChange={(next: string) => change({ period: next })}
        />
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
const StatementTable = ({ of: found }: { readonly of: Out<'GET /api/funds/:id/statement'> }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <PlainTable
      label={say.statement}
      heads={[say.day, say.kind, say.purpose, ...figures(say.in, say.out, say.balance)]}
    >
      <tr>
        <td>{found.from}</td>
        <td colSpan={4}>{say.opening}</td>
        <td className="figure">{yuan(found.opening)}</td>
      </tr>
      {found.lines.map((line) => (
        <tr key={line.id}>
          <td>{line.day}</td>
          <td>{pick(entryKinds[line.kind])}</td>
          <td>{line.purpose}</td>
          <td className="figure">{line.amount > 0 ? yuan(line.amount) : ''}</td>
          <td className="figure">{line.amount < 0 ? yuan(-line.amount) : ''}</td>
          <td className="figure">{yuan(line.balance)}</td>
        </tr>
      ))}
      <tr>
        <td>{found.to}</td>
        <td colSpan={2}>{say.closing}</td>
        <td className="figure">{yuan(found.in)}</td>
        <td className="figure">{yuan(found.out)}</td>
        <td className="figure">{yuan(found.closing)}</td>
      </tr>
    </PlainTable>
  )
}
