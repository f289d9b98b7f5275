// Who is late with what; each figure leads to the list it counts.
import { CircleCheck } from 'lucide-react'
import { useApi } from '../../platform/api.ts'
import { ListHead } from '../../platform/export-button.tsx'
import { sheetAddress } from '../../platform/list.ts'
import { EmptyState, Loaded } from '../../platform/page.tsx'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { Figure } from './figure.tsx'
import { words } from './words.ts'

export const OverdueTab = () => {
  const say = useWords(words)
  const read = useApi('GET /api/supervision/overdue', {})
  return (
    <Loaded of={read}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={CircleCheck} title={say.noLate} hint={say.noLateHint} />
        ) : (
          <>
            <ListHead href={sheetAddress('GET /api/supervision/overdue', {})} />
            <PlainTable
              label={say.overdue}
              heads={[say.organisation, ...figures(say.lateCases, say.lateOrders, say.latePromises), say.oldest]}
            >
              {rows.map((row) => (
                <tr key={row.organisation.id}>
                  <th scope="row">{row.organisation.name}</th>
                  <Figure n={row.cases} to="/cases" search={{ overdue: 'true', handlerId: row.organisation.id }} />
                  <Figure
                    n={row.orders}
                    to="/supervision"
                    search={{ tab: 'orders', show: 'late', organisation: row.organisation.id }}
                  />
                  <Figure
                    n={row.promises}
                    to="/supervision"
                    search={{ tab: 'promises', show: 'late', organisation: row.organisation.id }}
                  />
                  <td>
                    <TimeText at={row.oldest} />
                  </td>
                </tr>
              ))}
            </PlainTable>
          </>
        )
      }
    </Loaded>
  )
}
