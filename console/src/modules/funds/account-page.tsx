// One account of a maintenance fund: what came to it and went from it in a period.
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { accountRoles } from '../../../../contract/src/funds-life.ts'
import { useParam, useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { Loaded, PageHeader } from '../../platform/page.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { PeriodSelect, StatementTable } from './statement-table.tsx'
import { words } from './words.ts'
import '../../platform/forms.css'

export default function AccountPage() {
  const say = useWords(words)
  const pick = usePick()
  const id = useParam('id')
  const thingId = useParam('thingId')
  const [search, change] = useSearch()
  const period = search['period'] ?? today().slice(0, 4)
  const found = useApi('GET /api/funds/:id/accounts/:thingId', { params: { id, thingId }, query: { period } })
  return (
    <div className="page stack">
      {found.error ? <PageHeader title={say.accountLines} /> : null}
      <p className="no-print">
        <Link to={`/funds/${id}`}>{say.backFund}</Link>
      </p>
      <div className="filters no-print">
        <PeriodSelect value={period} onChange={(next) => change({ period: next })} />
        <Button onClick={() => print()}>{say.print}</Button>
      </div>
      <Loaded of={found}>
        {({ account, ...statement }) => (
          <>
            <PageHeader
              title={account.name ?? say.accountLines}
              lead={`${pick(accountRoles[account.role])} · ${statement.from} – ${statement.to}`}
            />
            <StatementTable of={statement} />
          </>
        )}
      </Loaded>
    </div>
  )
}
