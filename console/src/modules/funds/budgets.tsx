// Yearly budgets community by community: granted, received, spent, approved, left. Every figure opens its list.
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { Wallet } from 'lucide-react'
import { fundKinds } from '../../../../contract/src/funds-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useApi, type Out } from '../../platform/api.ts'
import { today } from '../../platform/day.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { yuan } from './money.ts'
import { words } from './words.ts'

type Row = Out<'GET /api/funds/budgets'>[number]
const columns = ['budget', 'received', 'spent', 'reserved', 'left'] as const
/** The list behind a figure: entries of the fund, its spending, what is approved and unpaid. */
const listOf: Readonly<Record<(typeof columns)[number], Record<string, string>>> = {
  budget: {},
  received: {},
  spent: { entries: 'spending' },
  reserved: { applications: 'approved' },
  left: {},
}
export const Budgets = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const thisYear = Number(today().slice(0, 4))
  const year = Number(search['year'] ?? thisYear)
  const found = useApi('GET /api/funds/budgets', { query: { year } }, { keep: true })
  return (
    <section className="stack">
      <div className="filters">
        <Select
          aria-label={say.year}
          className="filter-select"
          value={year}
          options={[1, 0, -1, -2, -3].map((by) => ({ value: thisYear + by, label: String(thisYear + by) }))}
          onChange={(next: number) => change({ year: next === thisYear ? undefined : String(next) })}
        />
      </div>
      <ListHead href={sheetAddress('GET /api/funds/budgets', { query: { year } })} />
      <Loaded of={found}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Wallet} title={say.noBudgets} hint={say.noBudgetsHint} />
          ) : (
            <BudgetTable rows={rows} />
          )
        }
      </Loaded>
    </section>
  )
}
const BudgetTable = ({ rows }: { readonly rows: readonly Row[] }) => {
  const say = useWords(words)
  const pick = usePick()
  return (
    <PlainTable
      label={say.tabBudgets}
      heads={[say.community, say.kind, ...figures(say.budget, say.received, say.spentOfBudget, say.reserved, say.left)]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td>{row.community.name}</td>
          <td>{pick(fundKinds[row.kind])}</td>
          {columns.map((column) => (
            <td key={column} className="figure">
              <Link to={`/funds/${row.id}`} search={listOf[column] as never}>
                {yuan(row[column])}
              </Link>
            </td>
          ))}
        </tr>
      ))}
      <tr>
        <th scope="row" colSpan={2}>
          {say.sum}
        </th>
        {columns.map((column) => (
          <td key={column} className="figure">
            {yuan(rows.reduce((sum, row) => sum + row[column], 0))}
          </td>
        ))}
      </tr>
    </PlainTable>
  )
}
