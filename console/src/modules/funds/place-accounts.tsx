// The accounts of a maintenance fund: what lies with the estate, each building, each home; each opens its lines.
import { Link } from '@tanstack/react-router'
import { House } from 'lucide-react'
import { accountRoles } from '../../../../contract/src/funds-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useList } from '../../platform/list.ts'
import { Listing, TextFilter } from '../../platform/listing.tsx'
import { PlainTable } from '../../platform/plain-table.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { Fund } from './fund.ts'
import { yuan } from './money.ts'
import { words } from './words.ts'

export const PlaceAccounts = ({ of }: { readonly of: Fund }) => {
  const say = useWords(words)
  const pick = usePick()
  const [{ account }] = useSearch()
  const list = useList('GET /api/funds/:id/accounts', {
    params: { id: of.id },
    query: account ? { search: account } : {},
  })
  return (
    <section className="stack">
      <h2>{say.placeAccounts}</h2>
      <div className="filters" role="search">
        <TextFilter name="account" label={say.findAccount} />
      </div>
      <Listing
        list={list}
        icon={House}
        empty={{ title: say.noAccounts, hint: say.noAccountsHint }}
        noMatch={account ? { title: say.noAccountMatch, hint: say.noAccountMatchHint } : false}
        isPlain
      >
        {(rows) => (
          <PlainTable label={say.placeAccounts} heads={[say.place, say.kind, { figure: say.balance }]}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to={`/funds/${of.id}/accounts/${row.id}`}>{row.name}</Link>
                </td>
                <td>{pick(accountRoles[row.role])}</td>
                <td className="figure">{yuan(row.balance)}</td>
              </tr>
            ))}
          </PlainTable>
        )}
      </Listing>
    </section>
  )
}
