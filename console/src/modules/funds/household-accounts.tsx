// Household accounts of a maintenance fund: what lies with each home.
import { House } from 'lucide-react'
import { useList } from '../../platform/list.ts'
import { Listing } from '../../platform/listing.tsx'
import { PlainTable } from '../../platform/plain-table.tsx'
import { useWords } from '../../platform/words.ts'
import type { Fund } from './fund.ts'
import { yuan } from './money.ts'
import { words } from './words.ts'

export const HouseholdAccounts = ({ of }: { readonly of: Fund }) => {
  const say = useWords(words)
  const list = useList('GET /api/funds/:id/accounts', { params: { id: of.id }, query: {} })
  return (
    <section className="stack">
      <h2>{say.householdAccounts}</h2>
      <Listing list={list} icon={House} empty={{ title: say.noHouseholds, hint: say.noHouseholdsHint }} isPlain>
        {(rows) => (
          <PlainTable label={say.householdAccounts} heads={[say.home, { figure: say.balance }]}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.name}</td>
                <td className="figure">{yuan(row.balance)}</td>
              </tr>
            ))}
          </PlainTable>
        )}
      </Listing>
    </section>
  )
}
