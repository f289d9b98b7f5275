// Who kept what they promised: due in a period, by organisation; each figure leads to its promises.
import { Input } from 'antd'
import { Handshake } from 'lucide-react'
import { useSearch } from '../../platform/address.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { dayAfter, today } from '../../platform/day.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { useWords } from '../../platform/words.ts'
import { Figure } from './figure.tsx'
import { words } from './words.ts'

type Rows = Out<'GET /api/promises/rates'>
type Period = { readonly from: string; readonly to: string }
const DAYS = 90

export const PromiseRatesTab = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const period = { from: search['from'] ?? dayAfter(today(), -DAYS), to: search['to'] ?? today() }
  const rates = useApi('GET /api/promises/rates', { query: period }, { keep: true })
  return (
    <section className="stack">
      <p className="quiet">{say.promiseRatesLead}</p>
      <div className="filters">
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className="row">
            {name === 'from' ? say.dueFrom : say.dueTo}
            <Input
              type="date"
              className="day-input"
              value={period[name]}
              onChange={(event) => change({ [name]: event.target.value || undefined })}
            />
          </label>
        ))}
      </div>
      <ListHead href={sheetAddress('GET /api/promises/rates', { query: period })} />
      <Loaded of={rates}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Handshake} title={say.noPromises} hint={say.noPromisesHint} />
          ) : (
            <RatesTable rows={rows} period={period} />
          )
        }
      </Loaded>
    </section>
  )
}
const RatesTable = ({ rows, period }: { readonly rows: Rows; readonly period: Period }) => {
  const say = useWords(words)
  return (
    <PlainTable
      label={say.promiseRates}
      heads={[say.organisation, ...figures(say.due, say.keptInTime, say.keptLate, say.notKept, say.released)]}
    >
      {rows.map((row) => {
        const of = { tab: 'promises', organisation: row.organisation.id, ...period }
        return (
          <tr key={row.organisation.id}>
            <td>{row.organisation.name}</td>
            <Figure n={row.due} to="/supervision" search={{ ...of, show: 'all' }} />
            <Figure n={row.kept} to="/supervision" search={{ ...of, show: 'kept', late: 'false' }} />
            <Figure n={row.late} to="/supervision" search={{ ...of, show: 'kept', late: 'true' }} />
            <Figure n={row.open} to="/supervision" search={{ ...of, show: 'open' }} />
            <Figure n={row.released} to="/supervision" search={{ ...of, show: 'released' }} />
          </tr>
        )
      })}
    </PlainTable>
  )
}
